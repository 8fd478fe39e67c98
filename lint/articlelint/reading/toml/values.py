"""Values of TOML 1.0. Its dates and times become text in the format of RFC 3339."""

from __future__ import annotations

import re
from typing import Any

from articlelint.model import Scalar, Span
from articlelint.reading.mistake import MistakeError
from articlelint.reading.node import Node
from articlelint.reading.scan import Scan
from articlelint.reading.toml.keys import key, skip_space
from articlelint.reading.toml.strings import string
from articlelint.reading.toml.tables import Tables

_WORDS: dict[str, Scalar] = {
    "true": True,
    "false": False,
    **{sign + "inf": float(sign + "inf") for sign in ("", "+", "-")},
    **{sign + "nan": float("nan") for sign in ("", "+", "-")},
}
_DIGITS = "[0-9](?:_?[0-9])*"
_INTEGER = re.compile(r"[+-]?(?:0|[1-9](?:_?[0-9])*)\Z")
_OTHER_BASE = re.compile(
    r"0x[0-9a-fA-F](?:_?[0-9a-fA-F])*\Z|0o[0-7](?:_?[0-7])*\Z|0b[01](?:_?[01])*\Z"
)
_FLOAT = re.compile(
    rf"[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.{_DIGITS}(?:[eE][+-]?{_DIGITS})?|[eE][+-]?{_DIGITS})\Z"
)
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
#: A date, a time, or both, with or without an offset.
DATE_OR_TIME = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    rf"(?:[Tt ](?P<time>{_TIME})(?P<zone>[Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?)?"
    rf"|(?P<local>{_TIME})"
)
# What a value without quotes or brackets may be made of.
_TOKEN = re.compile(r"[^ \t\r\n,;)\]}#]*")
_ENDS = frozenset(" \t\r\n,]}#")
_GAP = re.compile(r"(?:[ \t\n]+|\r\n|#[^\x00-\x08\x0a-\x1f\x7f]*)*")


def value(scan: Scan, at: int, depth: int) -> tuple[int, Node]:
    """A value ``depth`` levels deep. Raises MistakeError and TooComplexError."""
    text = scan.text
    first = text[at : at + 1]
    if first == '"' or first == "'":  # noqa: PLR1714 - nothing is in the empty text
        end, pieces = string(text, at)
        return end, scan.node("".join([each.text for each in pieces]), at, end)
    if first == "[":
        return _array(scan, at, depth + 1)
    if first == "{":
        return _inline_table(scan, at, depth + 1)
    return _bare(scan, at)


def skip_lines(text: str, at: int) -> int:
    """The offset after spaces, line breaks and comments."""
    match: Any = _GAP.match(text, at)
    end: int = match.end()
    return end


def _bare(scan: Scan, at: int) -> tuple[int, Node]:
    text = scan.text
    read: Scalar
    date = DATE_OR_TIME.match(text, at)
    if date and text[date.end() : date.end() + 1] in _ENDS | {""}:
        from articlelint.reading.toml import dates  # noqa: PLC0415 - many articles have none

        end, read = date.end(), dates.read(date)
    else:
        token: Any = _TOKEN.match(text, at)
        end = token.end()
        read = _word_or_number(scan, Span(at, end))
    node = scan.node(read, at, end)
    node.plain = text[at:end]
    return end, node


def _word_or_number(scan: Scan, span: Span) -> Scalar:
    written = scan.text[slice(*span)]
    if written in _WORDS:
        return _WORDS[written]
    for pattern, convert in ((_INTEGER, int), (_FLOAT, float), (_OTHER_BASE, _of_other_base)):
        if pattern.match(written):
            scan.check_number(span)
            return convert(written.replace("_", ""))
    from articlelint.reading.toml import value_mistakes  # noqa: PLC0415 - seldom needed

    raise value_mistakes.no_value(scan.text, span.start)


def _of_other_base(digits: str) -> int:
    return int(digits, 0)


def _array(scan: Scan, start: int, depth: int) -> tuple[int, Node]:
    text = scan.text
    scan.check_depth(depth, Span(start, start + 1))
    items: list[Node] = []
    at = skip_lines(text, start + 1)
    while not text.startswith("]", at):
        try:
            end, item = value(scan, at, depth)
        except MistakeError as error:
            from articlelint.reading.toml import bracket_mistakes  # noqa: PLC0415 - seldom needed

            raise bracket_mistakes.of_item(text, start, at, error) from None
        items.append(item)
        at = skip_lines(text, end)
        if text.startswith(",", at):
            at = skip_lines(text, at + 1)
        elif not text.startswith("]", at):
            from articlelint.reading.toml import bracket_mistakes  # noqa: PLC0415 - seldom needed

            raise bracket_mistakes.after_item(text, start, item, at)
    return at + 1, scan.node([item.value for item in items], start, at + 1, items)


def _inline_table(scan: Scan, start: int, depth: int) -> tuple[int, Node]:
    text = scan.text
    scan.check_depth(depth, Span(start, start + 1))
    table = scan.node({}, start, start, {})
    tables = Tables(scan, table, depth)
    at = skip_space(text, start + 1)
    while not (text.startswith("}", at) and not table.children):
        try:
            end = _pair(scan, tables, at)
        except MistakeError as error:
            from articlelint.reading.toml import bracket_mistakes  # noqa: PLC0415 - seldom needed

            raise bracket_mistakes.of_pair(text, start, at, error) from None
        at = skip_space(text, end)
        if not text.startswith(",", at):
            break
        at = skip_space(text, at + 1)
    if not text.startswith("}", at):
        from articlelint.reading.toml import bracket_mistakes  # noqa: PLC0415 - seldom needed

        raise bracket_mistakes.after_pair(text, start, at)
    table.end = at + 1
    return at + 1, table


def _pair(scan: Scan, tables: Tables, start: int) -> int:
    """A key and its value in braces; returns where they end."""
    end, names = key(scan, start)
    at = skip_space(scan.text, end)
    if not scan.text.startswith("=", at):
        from articlelint.reading.toml import line_mistakes  # noqa: PLC0415 - seldom needed

        raise line_mistakes.no_equals(scan.text, start, end, in_braces=True)
    end, node = value(scan, skip_space(scan.text, at + 1), tables.depth_of(names))
    tables.assign(names, node)
    return end
