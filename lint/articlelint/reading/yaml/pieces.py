"""Where each character of a YAML scalar is written, through its quotes, escapes and lines.

The scalar is read once more by the rules of its style (YAML 1.2.2, chapters 7 and 8), piece by
piece. What comes of that must be the value that the parser found: else nothing is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from articlelint.reading.node import Node
from articlelint.reading.source import LINE_BREAK
from articlelint.reading.text_map import Piece, TextMap
from articlelint.reading.yaml.comments import text_start

# Where lines are folded, all that follows a line break up to the next text goes with it.
_FOLD = r"(?:\r\n?|\n)[ \t\r\n]*"
# JSON writes a character beyond U+FFFF as two surrogates, and the parsers read both as one.
_HEX = "[0-9a-fA-F]"
_PAIR = rf"u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}}"
_CODE = rf"x{_HEX}{{2}}|{_PAIR}|u{_HEX}{{4}}|U{_HEX}{{8}}"
_TOKENS = {
    '"': re.compile(rf"{_FOLD}|\\(?:{_CODE}|{_FOLD}|.)"),
    "'": re.compile(f"{_FOLD}|''"),
    "": re.compile(_FOLD),
}
# Section 5.7.
_ESCAPES = {
    **{char: char for char in ' "/\\\t'},
    **dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True)),
}
_HEADER = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")


def text_map(text: str, node: Node) -> TextMap | None:
    """The map of a scalar whose value is text; None where it is not certain."""
    start, value = text_start(text, node), node.value
    style = text[start : start + 1]
    is_block = style in ("|", ">")
    if is_block:
        pieces = list(_block_pieces(text, start, node.end, value))
    elif style in _TOKENS:
        pieces = list(_flow_pieces(text, start + 1, node.end - 1, style))
    else:
        pieces = list(_flow_pieces(text, start, node.end, ""))
    read = "".join(each.text for each in pieces)
    rest = value[len(read) :]
    if is_block and rest.strip("\n") == "":  # its last line breaks, which the span does not hold
        pieces.append(Piece(rest, node.end, node.end))
        read += rest
    return TextMap(pieces) if read == value else None


def _flow_pieces(text: str, start: int, end: int, style: str) -> Iterator[Piece]:
    """The pieces of a plain scalar, or of what is between quotes: lines are folded into one."""
    for token in _TOKENS[style].finditer(text, start, end):
        written = token[0]
        before = text[start : token.start()]
        if written[0] in "\r\n":
            before = before.rstrip(" \t")
        line_end = start + len(before)
        yield Piece(before, start, line_end)
        yield Piece(_meaning(written), line_end, token.end())
        start = token.end()
    yield Piece(text[start:end], start, end)


def _meaning(written: str) -> str:
    """What an escape, a doubled quote or the end of a line means."""
    if written[0] in "\r\n":
        return "\n" * (_breaks(written) - 1) or " "
    if written == "''":
        return "'"
    sign, code = written[1], written[2:]
    if sign in "\r\n":  # an escaped line break is nothing, but empty lines below it count
        return "\n" * (_breaks(written) - 1)
    return _character(code) if code else _ESCAPES.get(sign, "")


def _character(code: str) -> str:
    first, _, second = code.partition("\\u")
    number = int(first, 16)
    if second:
        number = 0x10000 + (number - 0xD800) * 0x400 + int(second, 16) - 0xDC00
    return chr(number)


def _breaks(text: str) -> int:
    return len(LINE_BREAK.findall(text))


def _block_pieces(text: str, start: int, end: int, value: str) -> Iterator[Piece]:
    """The pieces of a block scalar up to its last line that holds anything."""
    header: Any = _HEADER.match(text, start, end)
    indentation = _indentation(text, header.end(), end, value)
    known, empty_lines, was_spaced = header.end(), 0, True
    is_first, is_folded = True, text[start] == ">"
    for line in _LINE.finditer(text, header.end(), end):
        line_start, line_end = line.start() + indentation, line.end(1)
        if line_start >= line_end:
            empty_lines += 1
            continue
        is_spaced = text[line_start] in " \t"
        breaks = empty_lines if is_first else empty_lines + 1
        if is_folded and not (is_spaced or was_spaced):
            gap = "\n" * (breaks - 1) or " "
        else:
            gap = "\n" * breaks
        yield Piece(gap, known, line_start)
        yield Piece(text[line_start:line_end], line_start, line_end)
        known, empty_lines, was_spaced, is_first = line_end, 0, is_spaced, False


def _indentation(text: str, start: int, end: int, value: str) -> int:
    """How many spaces each line begins with that are not part of the value.

    Whether a number in the first line says so or not: the first line that holds more than spaces
    tells, by those that are left of it in the value.
    """
    lines = (each[1] for each in _LINE.finditer(text, start, end))
    first = next((each for each in lines if each.strip(" ")), "")
    return max(0, _spaces(first) - _spaces(value.lstrip("\n")))


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
