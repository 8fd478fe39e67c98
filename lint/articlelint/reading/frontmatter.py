"""Find the front matter block of a text, or say why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.dialect import Block, Fences
from articlelint.reading.known_dialects import DIALECTS
from articlelint.reading.limits import MAX_LENGTH
from articlelint.reading.source import LINE_BREAK, line_number
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import shorten

if TYPE_CHECKING:
    from articlelint.reading.near_front_matter import NearKeys

# How many characters there may be between two blocks.
_NEXT_LINES = 500
#: How many lines below a closing line are looked at for another one.
_MAX_LINES = 200

_EMPTY_LINES = ("\n\n", "\r\n\r\n", "\r\r")
_FIRST_LINE = re.compile(r"[^\r\n]*")

# Fences of other formats and other tools, and what is wrong with them here.
_FOREIGN = (
    (late_pattern(r"----+[ \t]*(?:[\r\n]|\Z)"), "the opening line has more than three dashes"),
    (late_pattern(r"---."), "unexpected text after the opening `---`"),
)
#: What to write where there is nothing like front matter.
WRITE_YAML = (
    "start the file with a line `---`, then one `key: value` on each line, then another line `---`"
)
_WRITE_AS_YAML = (
    "write `---` alone on the first line, and what the code gives as `key: value` lines below it"
)

# Languages that other tools read between fences, by what comes after the dashes.
_NAMED = late_pattern(r"---[ \t]*([a-z]+)[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE)
_LANGUAGES = {
    **dict.fromkeys(("js", "javascript", "mjs"), "JavaScript"),
    **dict.fromkeys(("ts", "typescript"), "TypeScript"),
    **dict.fromkeys(("coffee", "coffeescript"), "CoffeeScript"),
    **{name.lower(): name for name in ("CSON", "INI", "JSON5", "JSONC", "Lua", "XML")},
}

_LATE_OPENING = late_pattern(r"[\s\ufeff]+(---|\+\+\+)[ \t]*(?=[\r\n])")
# Too few or too many dashes, and what a word processor makes of them.
_NEAR = r"(-{2,}|[\u2013\u2014]+-?)[ \t]*(?=[\r\n]|\Z)"
_NEAR_OPENING = late_pattern(_NEAR)
_NEAR_CLOSING = late_pattern(r"[\r\n][ \t]*" + _NEAR)


def find_block(text: str) -> Block | Diagnostic:
    """The front matter at the top of ``text`` (no byte order mark), or the diagnostic why not."""
    for dialect in DIALECTS.values():
        for fences in dialect.fences:
            if opening := fences.opening_line.match(text):
                span = Span(*opening.span())
                closing = _closing(fences, text, span.end)
                if not closing:
                    return _unclosed(fences, text, span)
                closing = _later_closing(fences, text, closing.end()) or closing
                return Block(span, _content(text, span.end, closing.start()), dialect)
        found = dialect.unfenced(text)
        if isinstance(found, Span):
            return Block(Span(0, 1), found, dialect)
        if found:
            return found
    return _no_block(text)


def keys_of_unopened(text: str, fault: Diagnostic) -> NearKeys | None:
    """The keys of what is nearly front matter in a text that has none, which ``fault`` says.

    It is None where it is not certain that they are keys: only such lines may follow as can be
    between fences, up to one that closes them or was meant to.
    """
    if fault.rule != "missing-front-matter" or fault.help == (WRITE_YAML,):
        return None
    from articlelint.reading.near_front_matter import keys_near  # noqa: PLC0415 - seldom needed

    found = (keys_near(text, fences) for fences in _all_fences())
    return next((each for each in found if each.names), None)


def may_have_second_block(text: str, block: Block) -> bool:
    """Whether the body begins with what may be a second block, which is rare: cheap to say."""
    return text[block.end : block.end + _NEXT_LINES].lstrip().startswith("---")


def _closing(fences: Fences, text: str, start: int) -> re.Match[str] | None:
    # Plain search is ten times as fast as the pattern at skipping what cannot match. It ends where
    # one was found before, as bodies are long.
    first = len(text)
    for closer in fences.closers:
        place = text.find(closer, start, first)
        if place >= 0:
            first = place
    return fences.closing_line.search(text, first)


def _later_closing(fences: Fences, text: str, start: int) -> re.Match[str] | None:
    """The closing line that was meant, where keys go on right below the one that ends at ``start``.

    So it is only if all lines between the two could be between fences: no text of an article.
    """
    if text.startswith(_EMPTY_LINES, start):  # as nearly always
        return None
    line_break = LINE_BREAK.match(text, _FIRST_LINE.match(text, start).end())  # type: ignore[union-attr]
    if not (line_break and fences.key_line and fences.key_line.match(text, line_break.end())):
        return None
    lines = 0
    while line_break and lines < _MAX_LINES:
        line = fences.inner_line.match(text, line_break.end()) if fences.inner_line else None
        if line is None:
            return fences.closing_line.match(text, line_break.end() - 1)
        line_break = LINE_BREAK.match(text, line.end())
        lines += 1
    return None


def _content(text: str, opening_end: int, closing_start: int) -> Span:
    """From the line below the opening up to, and with, the line break before the closing line."""
    start = _FIRST_LINE.match(text, opening_end).end()  # type: ignore[union-attr]
    start += 2 if text.startswith("\r\n", start) else 1
    return Span(start, max(start, closing_start + 1))


def _no_block(text: str) -> Diagnostic:
    for fence, what in _FOREIGN:
        if fence.match(text):
            return _unsupported(text, what)
    message = "the file does not start with front matter"
    help_ = WRITE_YAML
    if nearly := _nearly(text):
        help_ = nearly
    elif late := _LATE_OPENING.match(text):
        help_ = f"move the opening `{late[1]}` to the very start of the file"
    elif near := _NEAR_OPENING.match(text):
        help_ = f"write `---` instead of `{shorten(near.group(1))}`"
    elif opening := _lacking_opening(text):
        help_ = f"write a line `{opening}` above the first key"
    return _error("missing-front-matter", message, Span(0, 0), help_)


def _unsupported(text: str, what: str) -> Diagnostic:
    """What is said of a first line that opens something else than is read here."""
    line = _FIRST_LINE.match(text).group().rstrip()  # type: ignore[union-attr]
    help_ = _nearly(text) or WRITE_YAML
    if named := _NAMED.match(text):
        name = named[1].lower()
        if name in _LANGUAGES:
            what, help_ = f"{_LANGUAGES[name]} front matter is not supported", _WRITE_AS_YAML
        elif any(fences.opening == f"---{name}" for fences in _all_fences()):
            help_ = f"write `---{name}` instead of `{line}`"
    return _error("unsupported-front-matter", what, Span(0, len(line)), help_)


def _all_fences() -> Iterator[Fences]:
    return (fences for each in DIALECTS.values() for fences in each.fences)


def _nearly(text: str) -> str | None:
    """What to write where something is nearly front matter."""
    from articlelint.reading.near_front_matter import advice  # noqa: PLC0415 - seldom needed

    return next(filter(None, (advice(text, fences) for fences in _all_fences())), None)


def _lacking_opening(text: str) -> str | None:
    """The opening line that a text lacks; None if it is more than that."""
    return next((each.opening for each in _all_fences() if _lacks_opening(each, text)), None)


def _lacks_opening(fences: Fences, text: str) -> bool:
    """Whether a text begins with a key, and a closing line follows."""
    is_key = bool(fences.key_line and fences.key_line.match(text))
    return is_key and bool(fences.closing_line.search(text, 0, MAX_LENGTH))


def _unclosed(fences: Fences, text: str, opening: Span) -> Diagnostic:
    message = "the front matter is never closed"
    help_ = f"write `{fences.closing}` alone on the line below the last key"
    limit = text.find("\n", opening.end + MAX_LENGTH)
    if near := _NEAR_CLOSING.search(text, opening.end, limit if limit >= 0 else len(text)):
        help_ = _in_place_of(near, fences)
    else:
        from articlelint.reading.near_front_matter import closing_advice  # noqa: PLC0415 - seldom

        help_ = closing_advice(text, fences) or help_
    return _error("unclosed-front-matter", message, opening, help_)


def _in_place_of(near: re.Match[str], fences: Fences) -> str:
    """How to close the front matter on the line that nearly closes it."""
    line = line_number(near.string, near.start(1))
    if near[1] == fences.closing:
        return f"remove the indentation of `{near[1]}` on line {line}"
    written = shorten(near[1])
    return f"write `{fences.closing}` alone and unindented, instead of `{written}` on line {line}"


def _error(rule: str, message: str, span: Span, help_: str) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, message, (), span, (help_,))
