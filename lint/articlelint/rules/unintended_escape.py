r"""A backslash of a path or a formula in double quotes is read as an escape.

In double quotes, YAML, TOML and JSON read a backslash and the character after it as one other
character: `\n` is a line break, `\t` a tab, `\b` a backspace. So `"C:\new\trains"` holds a line
break and a tab, but neither an `n` nor a `t`, and `"\beta"` has lost its `b`. Write each backslash
twice or, in YAML and TOML, put the text in single quotes, where a backslash is a backslash.

Only what is surely no escape counts: a path that begins with a drive or with a backslash, the
command of a formula, and characters that no text needs before a letter. `"One line\nTwo lines"` is
left alone. The fix is unsafe: only the writer knows what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity, Span
from articlelint.reading.document import Document
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml import YAML
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.late_pattern import late_pattern
from articlelint.text.places import and_more
from articlelint.text.words import MAX_SHOWN

# The escapes of one letter (YAML 1.2, section 5.7), by the characters that they mean.
_LETTERS = {
    "\0": "0",
    "\a": "a",
    "\b": "b",
    "\x1b": "e",
    "\f": "f",
    "\n": "n",
    "\r": "r",
    "\t": "t",
    "\v": "v",
    "\x85": "N",
    "\xa0": "_",
    "\u2028": "L",
    "\u2029": "P",
}
_NAMES = {"\n": "a line break", "\t": "a tab", "\xa0": "a no-break space"}
#: Those that a text may well have before a letter.
_COMMON = frozenset("\n\t\r\xa0")
_SUSPECT = late_pattern(f"[{''.join(map(re.escape, _LETTERS))}](?=[A-Za-z])")

_DRIVE = late_pattern(r"(?<![A-Za-z])[A-Za-z]:\Z")
# What is left of the commands of TeX that begin with `\n`, `\r` and `\t`.
_COMMANDS = {
    "\n": "abla|e|eg|eq|ewcommand|ewline|i|oindent|onumber|ot|otin|u",
    "\r": "angle|ceil|ef|floor|ho|ight|ightarrow|m",
    "\t": "an|au|ext|extbf|extit|exttt|frac|heta|ilde|imes|itle|o|op|riangle",
}
_LAST_WORD = late_pattern(r"\S*\Z")
#: More characters before a place than a path has.
_REACH = 200


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at every text that is written in double quotes and holds what an escape means."""
    document = article.document
    if not document.holds("\\"):
        return  # nearly always
    for path, text in document.texts:
        if text.isprintable() or not _SUSPECT.search(text):
            continue
        written = document.written(path)
        if written.startswith('"') and "\\" in written:
            found = _meant(text, [at for at in _suspects(text) if _is_escape(document, path, at)])
            if found:
                yield _objection(document, path, text, found)


def _suspects(text: str) -> Iterator[int]:
    return (match.start() for match in _SUSPECT.finditer(text))


def _is_escape(document: Document, path: DataPath, at: int) -> bool:
    """Whether the character at an offset of the text is written as a backslash and a letter."""
    start, end = document.part_span(path, Span(at, at + 1))
    return document.text[start:end].startswith("\\") and end - start == len("\\n")


def _meant(text: str, escapes: list[int]) -> list[int]:
    """The offsets of those escapes that are surely none."""
    found: list[int] = []
    for at in escapes:
        before = text[max(0, at - _REACH) : at]
        word: Any = _LAST_WORD.search(before)
        is_in_path = "\\" in word[0] or _DRIVE.search(before)
        follows_one = bool(found) and text[found[-1] + 1 : at].isalnum()
        if text[at] not in _COMMON or is_in_path or follows_one or _begins_command(text, at):
            found.append(at)
    return found


def _begins_command(text: str, at: int) -> bool:
    commands = _COMMANDS.get(text[at])
    return bool(commands and re.compile(rf"(?:{commands})(?![a-z])").match(text, at + 1))


def _objection(document: Document, path: DataPath, text: str, found: list[int]) -> Objection:
    first = found[0]
    letter = _LETTERS[text[first]]
    name = _NAMES.get(text[first], "a control character")
    more = and_more(len(found) - 1)
    message = f"`\\{letter}` in double quotes is {name}{more}: write `\\\\{letter}`"
    chars = list(text)
    for at in found:
        chars[at] = "\\" + _LETTERS[text[at]]
    meant = "".join(chars)
    change = SetValue(path, meant)
    return Objection(
        path, message, _help(document, path, meant), change=change, part=Span(first, first + 1)
    )


def _help(document: Document, path: DataPath, meant: str) -> tuple[str, ...]:
    """The whole text as it may be written, if it is short enough to be read."""
    in_yaml = document.dialect is YAML
    if len(meant) > MAX_SHOWN or not meant.isprintable():
        other = ", or put the text in single quotes" if in_yaml else ""
        return (f"write every backslash twice{other}",)
    if in_yaml:
        return (f"write `{quoted(meant)}`",)
    from articlelint.fixing.one_line import one_line  # noqa: PLC0415 - seldom needed

    return (f"write `{one_line(document, path, meant)}`",)


RULE = Rule(
    summary="a backslash of a path or a formula that is read as an escape",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.UNSAFE,),
    trigger=Trigger(written=("\\",)),
    examples=(
        Example(
            bad='---\nmanual: "C:\\new\\trains"\n---\n',
            message=(
                "`\\n` in double quotes is a line break (and 1 more like this): write `\\\\n`"
            ),
            good='---\nmanual: "C:\\\\new\\\\trains"\n---\n',
        ),
        Example(
            bad='---\ntitle: "How \\beta became a letter"\n---\n',
            message="`\\b` in double quotes is a control character: write `\\\\b`",
            good='---\ntitle: "How \\\\beta became a letter"\n---\n',
        ),
    ),
)
