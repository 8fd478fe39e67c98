"""A title, excerpt, name or topic has spaces where none belong, or is broken into several lines.

Such text is shown as one line. Spaces at either end, doubled spaces, tabs and line breaks come
along when text is copied out of a page or a document. Most browsers hide them, but feeds, mails and
searches do not, and two names that differ only in a space count as two. Write a single space
between words, also after a full stop, and none at either end.

Left alone are a final line break, which every block scalar (`>` or `|`) has without the writer's
doing, and the ideographic space (U+3000) between other characters, which is part of Chinese and
Japanese text. Text of nothing but spaces is empty: that is not this rule's matter. For no-break
spaces and their like see `invisible-character`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.places import and_more, beside

_IDEOGRAPHIC = "\u3000"
#: Paragraphs, indented lines and code: a writer may want these as they are.
_MEANT = r"(?:\r\n|\r|\n)[ \t\r\n]|`"
_HELP = "write one space between words, and none at either end, all on one line"
_BLANKS = " \t\n\r\u3000"
_RUN = f"[{_BLANKS}]+"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each text that readers see as one line."""
    for path, text in article.lines:
        regular = text.isprintable() and "  " not in text and text.strip(" ") == text
        if not regular and text.strip():
            yield from _check_text(path, text)


def _check_text(path: DataPath, text: str) -> Iterator[Objection]:
    ending = "\n" if text.endswith("\n") and not text.endswith("\r\n") else ""
    text = text.removesuffix(ending)
    faults = [each for each in re.finditer(_RUN, text) if _is_irregular(each)]
    if faults:
        what, advice = _fault(faults[0])
        message = f"{what}{and_more(len(faults) - 1)}: {advice}"
        is_meant = re.search(_MEANT, text.strip())
        value = None if is_meant else SetValue(path, _mended(text) + ending)
        yield Objection(path, message, (_HELP,), change=value)


def _mended(text: str) -> str:
    mended = re.sub(_RUN, lambda run: " " if _is_irregular(run) else run[0], text)
    return mended.strip(_BLANKS)


def _is_irregular(run: re.Match[str]) -> bool:
    return _is_at_an_end(run) or run[0].replace(_IDEOGRAPHIC, "") not in ("", " ")


def _is_at_an_end(run: re.Match[str]) -> bool:
    return run.start() == 0 or run.end() == len(run.string)


def _fault(run: re.Match[str]) -> tuple[str, str]:
    """What stands where, and what to do about it."""
    name = _name(run[0])
    where = beside(run.string, run.start(), run.end())
    if not _is_at_an_end(run):
        return f"{name} {where}", "write one space"
    end = "end" if run.start() else "beginning"
    return f"{name} at the {end}, {where}", "write no space there"


def _name(run: str) -> str:
    if "\n" in run or "\r" in run:
        return "a line break stands"
    if "\t" in run:
        return "a tab stands"
    return "a space stands" if len(run) == 1 else f"{len(run)} spaces stand"


RULE = Rule(
    summary="spaces at either end, doubled spaces, tabs and line breaks in one-line text",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.SAFE,),
    gives_way=True,
    examples=(
        Example(
            bad='---\ntitle: "A bridge reopens "\n---\n',
            message='a space stands at the end, after "reopens": write no space there',
            good='---\ntitle: "A bridge reopens"\n---\n',
        ),
        Example(
            bad="---\nexcerpt: The bridge is open again.  Lorries must wait.\n---\n",
            message='2 spaces stand after "again.": write one space',
            good="---\nexcerpt: The bridge is open again. Lorries must wait.\n---\n",
        ),
        Example(
            bad="---\ntitle: |\n  A bridge\n  reopens\n---\n",
            message='a line break stands after "bridge": write one space',
            good="---\ntitle: >\n  A bridge\n  reopens\n---\n",
        ),
    ),
)
