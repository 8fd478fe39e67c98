"""A title, excerpt, name or topic has spaces where none belong, or is broken into several lines.

Such text is shown as one line. Leading, trailing and repeated spaces, tabs and line breaks slip in
when text is copied from a page or a document. Most browsers hide them, but feeds, mails and
searches do not, and two names that differ only in a space count as two. Write a single space
between words, also after a full stop, and none at either end. The fix is unsafe if it joins lines
or replaces a tab, since a line of its own or a column may be meant.

Left alone are a final line break, which every block scalar (`>` or `|`) has anyway; the line breaks
of an excerpt that is written line by line, with `|` or in triple quotes of TOML, as they are meant;
and the ideographic space (U+3000) between other characters, which is part of Chinese and Japanese
text.
Text of nothing but spaces is left to `empty-value`, and no-break spaces and the like to
`invisible-character`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import EDGE, Article
from articlelint.field import keys_of
from articlelint.model import DataPath, Safety, SetValue, Severity, Span
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.places import beside, first_few

_IDEOGRAPHIC = "\u3000"
#: Paragraphs, indented lines and code, which a writer may want as they are.
_MEANT = r"(?:\r\n|\r|\n)[ \t\r\n]|`"
_HELP = "write the text on one line, with one space between words and none at either end"
_SPACES = " \t\n\r\u3000"
_BREAKS = frozenset("\t\n\r")
_RUN = f"[{_SPACES}]+"
_LINE_BREAKS = frozenset("\n\r")


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each text that readers see as one line."""
    excerpts = keys_of(article.fields.excerpt)
    for path, text in article.lines:
        regular = text.isprintable() and "  " not in text and text.strip(" ") == text
        if not regular and text.strip():
            keeps_lines = path[-1] in excerpts and article.document.is_written_in_lines(path)
            yield from _check_text(path, text, keeps_lines=keeps_lines)


def _check_text(path: DataPath, text: str, *, keeps_lines: bool) -> Iterator[Objection]:
    ending = "\n" if text.endswith("\n") and not text.endswith("\r\n") else ""
    text = text.removesuffix(ending)
    faults = [
        each
        for each in re.finditer(_RUN, text)
        if _is_irregular(each) and (not keeps_lines or _LINE_BREAKS.isdisjoint(each[0]))
    ]
    if faults:
        is_meant = keeps_lines or re.search(_MEANT, text.strip())
        change = None if is_meant else SetValue(path, _fixed(text) + ending)
        is_of_lines = not _BREAKS.isdisjoint(text)
        for run, more in first_few(faults):
            what, advice = _fault(run)
            message, part = f"{what}{more}: {advice}", Span(*run.span())
            yield Objection(path, message, (_HELP,), change=change, is_guess=is_of_lines, part=part)


def _fixed(text: str) -> str:
    fixed = re.sub(_RUN, lambda run: " " if _is_irregular(run) else run[0], text)
    return fixed.strip(_SPACES)


def _is_irregular(run: re.Match[str]) -> bool:
    return _is_at_an_end(run) or run[0].replace(_IDEOGRAPHIC, "") not in ("", " ")


def _is_at_an_end(run: re.Match[str]) -> bool:
    return run.start() == 0 or run.end() == len(run.string)


def _fault(run: re.Match[str]) -> tuple[str, str]:
    """What is where, and what to do about it."""
    end = ("trailing " if run.start() else "leading ") if _is_at_an_end(run) else ""
    count, name = _counted(run[0])
    what = f"{count} {end}{name}s" if count > 1 else end + name
    remove = "remove them" if count > 1 else "remove it"
    where = beside(run.string, run.start(), run.end())
    return f"{what} {where}", remove if end else "use one space"


def _counted(run: str) -> tuple[int, str]:
    """How many of what; of line breaks and tabs, with spaces among them, the first alone."""
    if "\n" in run or "\r" in run:
        return 1, "line break"
    return (1, "tab") if "\t" in run else (len(run), "space")


RULE = Rule(
    summary="leading, trailing or repeated spaces, tabs and line breaks in one-line text",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.SAFE, Safety.UNSAFE),
    gives_way=True,
    trigger=Trigger(texts=("  ", EDGE + " ", " " + EDGE, *_BREAKS, _IDEOGRAPHIC)),
    examples=(
        Example(
            bad='---\ntitle: "A bridge reopens "\n---\n',
            message='trailing space after "reopens": remove it',
            good='---\ntitle: "A bridge reopens"\n---\n',
        ),
        Example(
            bad="---\nexcerpt: The bridge is open again.  Lorries must wait.\n---\n",
            message='2 spaces after "again.": use one space',
            good="---\nexcerpt: The bridge is open again. Lorries must wait.\n---\n",
        ),
        Example(
            bad="---\ntitle: |\n  A bridge\n  reopens\n---\n",
            message='line break after "bridge": use one space',
            good="---\ntitle: >\n  A bridge\n  reopens\n---\n",
        ),
    ),
)
