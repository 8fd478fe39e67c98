"""Find the front matter block of a text, or say why there is none."""

from __future__ import annotations

import re
from typing import NamedTuple

from articlelint.model import Diagnostic, Severity, Span


class Block(NamedTuple):
    """The front matter of a text: its opening ``---`` and what stands between the two lines."""

    opening: Span
    content: Span


_OPENING = re.compile(r"---(?=[ \t]*(?:[\r\n]|\Z))")
_CLOSING = re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_FIRST_LINE = re.compile(r"[^\r\n]*")

# Fences of other formats and of other tools' dialects, with what to write instead.
_FOREIGN = (
    (re.compile(r"\+\+\+[ \t]*(?:[\r\n]|\Z)"), "this is TOML front matter"),
    (re.compile(r";;;[ \t]*(?:[\r\n]|\Z)"), "this is JSON front matter"),
    (re.compile(r"\{(?![%{])"), "this is JSON front matter"),
    (re.compile(r"----+[ \t]*(?:[\r\n]|\Z)"), "the opening line has more than three dashes"),
    (re.compile(r"---[ \t]*(?=[^\s-])"), "the opening line holds more than three dashes"),
)
_WRITE_YAML = "write YAML front matter: `---` alone on the first line, and `---` below it"

_LATE_OPENING = re.compile(r"\s+---[ \t]*(?=[\r\n])")
_NEAR_CLOSING = re.compile(r"[\r\n]([ \t]*(?:-{2,}|[\u2013\u2014]+-?)[ \t]*)(?=[\r\n]|\Z)")


def find_block(text: str) -> Block | Diagnostic:
    """The front matter at the top of ``text`` (no byte order mark), or the diagnostic why not."""
    opening = _OPENING.match(text)
    if not opening:
        return _no_block(text)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return _unclosed(text, opening.end())
    return Block(Span(0, 3), _content(text, opening.end(), closing.start()))


def _content(text: str, opening_end: int, closing_start: int) -> Span:
    """From the line below the opening up to, and with, the line break before the closing line."""
    start = _FIRST_LINE.match(text, opening_end).end()  # type: ignore[union-attr]
    start += 2 if text.startswith("\r\n", start) else 1
    return Span(start, max(start, closing_start + 1))


def _no_block(text: str) -> Diagnostic:
    for fence, what in _FOREIGN:
        if fence.match(text):
            line = _FIRST_LINE.match(text).group().rstrip()  # type: ignore[union-attr]
            return _error("unsupported-front-matter", what, Span(0, len(line)), _WRITE_YAML)
    message = "the file does not begin with front matter"
    if _LATE_OPENING.match(text):
        help_ = "move the opening `---` to the very start of the file"
    else:
        help_ = _WRITE_YAML
    return _error("missing-front-matter", message, Span(0, 0), help_)


def _unclosed(text: str, opening_end: int) -> Diagnostic:
    message = "the front matter is never closed"
    near = _NEAR_CLOSING.search(text, opening_end)
    help_ = "write `---` alone on the line below the last key"
    if near:
        help_ = f"write `---` alone and unindented, in place of `{near.group(1).strip()}`"
    return _error("unclosed-front-matter", message, Span(0, 3), help_)


def _error(rule: str, message: str, span: Span, help_: str) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, message, (), span, (help_,))
