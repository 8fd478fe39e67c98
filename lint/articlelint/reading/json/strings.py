"""Texts of JSON, as the pieces of which they are made: RFC 8259, section 7."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from articlelint.reading.json import mistakes
from articlelint.reading.mistake import MistakeError
from articlelint.reading.node import Node
from articlelint.reading.text_map import Piece, TextMap

_PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
_HEX = "[0-9a-fA-F]"
# A character beyond U+FFFF is written as two surrogates, which mean nothing alone.
_ESCAPE = re.compile(
    rf'\\(?:([bfnrt"\\/])|u([dD][89abAB]{_HEX}{{2}})\\u([dD][c-fC-F]{_HEX}{{2}})'
    rf"|u(?![dD][89a-fA-F])({_HEX}{{4}}))"
)
_LINE_ENDS = frozenset(("", "\r", "\n"))
_ESCAPES = dict(zip('bfnrt"\\/', '\b\f\n\r\t"\\/', strict=True))


def string(text: str, start: int, note: Callable[[MistakeError], None]) -> tuple[int, list[Piece]]:
    """A text in double quotes at an offset, with a note of all that is wrong in it."""
    pieces: list[Piece] = []
    at = start + 1
    while True:
        plain: Any = _PLAIN.match(text, at)
        if plain.end() > at:
            pieces.append(Piece(plain[0], at, plain.end()))
            at = plain.end()
        if text.startswith('"', at):
            return at + 1, pieces
        if escape := _ESCAPE.match(text, at):
            pieces.append(Piece(_meaning(escape), at, escape.end()))
            at = escape.end()
        elif text.startswith("\\", at):
            at, mistake = mistakes.wrong_escape(text, at)
            note(mistake)
        elif text[at : at + 1] in _LINE_ENDS:
            at, mistake = mistakes.unclosed(text, start, at)
            note(mistake)
            return at, pieces
        else:
            note(mistakes.control_character(text, at))
            at += 1


def _meaning(escape: re.Match[str]) -> str:
    letter, high, low, code = escape.groups()
    if letter:
        return _ESCAPES[letter]
    if code:
        return chr(int(code, 16))
    return chr(0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00)


def text_map(text: str, node: Node) -> TextMap | None:
    """The map of a value that is text; None if it is not written as JSON has it."""
    if text[node.start] != '"':
        return None
    _, pieces = string(text, node.start, _pass_over)
    return TextMap(pieces)


def _pass_over(_mistake: MistakeError) -> None:
    """A text that has a place for each of its characters was read without mistakes."""
