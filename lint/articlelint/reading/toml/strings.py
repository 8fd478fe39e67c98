"""Texts of TOML 1.0 in their four kinds, as the pieces of which they are made.

The functions are named after the grammar: each takes a text and an offset into it, and returns the
offset after what it read. They raise MistakeError.
"""

from __future__ import annotations

import re
from typing import Any

from articlelint.reading.text_map import Piece

# Control characters are not allowed, but for tabs, and for line breaks where there may be any.
_BASIC = re.compile(r'[^"\\\x00-\x08\x0a-\x1f\x7f]*')
_BASIC_LINES = re.compile(r'[^"\\\x00-\x08\x0b-\x1f\x7f]*')
_LITERAL = re.compile(r"[^'\x00-\x08\x0a-\x1f\x7f]*")
_LITERAL_LINES = re.compile(r"[^'\x00-\x08\x0b-\x1f\x7f]*")
_ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([btnfr"\\]))')
_ESCAPES = dict(zip('btnfr"\\', '\b\t\n\f\r"\\', strict=True))
_LINE_END = re.compile(r"\r?\n")
# A backslash at the end of a line: nothing is left of all white space up to the next text.
_JOINED_LINES = re.compile(r"\\[ \t]*\r?\n(?:[ \t\n]|\r\n)*")
# Up to two quotes may come right before the closing three.
_CLOSING = {quote: re.compile(f"{quote}{{3,5}}") for quote in "\"'"}


def string(text: str, start: int) -> tuple[int, list[Piece]]:
    """A text in quotes of any kind, as for a value."""
    quote = text[start]
    if text.startswith(quote * 3, start):
        return _of_several_lines(text, start)
    return one_line_string(text, start)


def one_line_string(text: str, start: int) -> tuple[int, list[Piece]]:
    """A text in single or double quotes, as for a key."""
    quote = text[start]
    plain = _BASIC if quote == '"' else _LITERAL
    pieces: list[Piece] = []
    at = start + 1
    while True:
        at = _take(plain, text, at, pieces)
        if text.startswith(quote, at):
            return at + 1, pieces
        if not text.startswith("\\", at):
            from articlelint.reading.toml import string_mistakes  # noqa: PLC0415 - seldom needed

            raise string_mistakes.unclosed(text, start, at)
        at = _escape(text, start, at, pieces)


def _of_several_lines(text: str, start: int) -> tuple[int, list[Piece]]:
    quote = text[start]
    plain = _BASIC_LINES if quote == '"' else _LITERAL_LINES
    pieces: list[Piece] = []
    at = start + 3
    if first := _LINE_END.match(text, at):  # right after the opening quotes, it is not part of it
        at = first.end()
    while True:
        at = _take(plain, text, at, pieces)
        if closing := _CLOSING[quote].match(text, at):
            pieces.append(Piece(closing[0][3:], at, closing.end() - 3))
            return closing.end(), pieces
        if text.startswith(quote, at):
            pieces.append(Piece(quote, at, at + 1))
            at += 1
        elif text.startswith("\r\n", at):
            pieces.append(Piece("\n", at, at + 2))
            at += 2
        elif joined := _JOINED_LINES.match(text, at):
            at = joined.end()
        elif text.startswith("\\", at):
            at = _escape(text, start, at, pieces)
        else:
            from articlelint.reading.toml import string_mistakes  # noqa: PLC0415 - seldom needed

            raise string_mistakes.unclosed_lines(text, start, at)


def _take(plain: re.Pattern[str], text: str, at: int, pieces: list[Piece]) -> int:
    """Take what is written as it is read."""
    match: Any = plain.match(text, at)
    end: int = match.end()
    if end > at:
        pieces.append(Piece(match[0], at, end))
    return end


def _escape(text: str, start: int, at: int, pieces: list[Piece]) -> int:
    escape = _ESCAPE.match(text, at)
    number = int(escape[1] or escape[2] or "0", 16) if escape else 0
    # What UTF-16 needs for other characters is none itself.
    if escape is None or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        from articlelint.reading.toml import string_mistakes  # noqa: PLC0415 - seldom needed

        raise string_mistakes.wrong_escape(text, start, at)
    pieces.append(Piece(_ESCAPES[escape[3]] if escape[3] else chr(number), at, escape.end()))
    return escape.end()
