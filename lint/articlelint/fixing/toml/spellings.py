"""How a value may be written in TOML: in the style that is there, else in double quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from articlelint.reading.limits import MAX_NUMBER_LENGTH
from articlelint.reading.mistake import MistakeError
from articlelint.reading.node import Node
from articlelint.reading.toml import dates
from articlelint.reading.toml.values import DATE_OR_TIME

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_NOT_LITERAL = re.compile(r"['\x00-\x08\x0a-\x1f\x7f]")


def spelled(value: Any, old: Node | None, text: str) -> str | None:
    """How ``value`` is written instead of ``old``, of ``text``; None if TOML has no such value."""
    if isinstance(value, str):
        return _text(value, old, text)
    if isinstance(value, Mapping):
        parts = [(key, spelled(each, None, text)) for key, each in value.items()]
        pairs = [f"{spelled_key(key)} = {each}" for key, each in parts if each is not None]
        return f"{{ {', '.join(pairs)} }}" if len(pairs) == len(parts) else None
    if isinstance(value, list):
        items = [spelled(each, None, text) for each in value]
        return None if None in items else f"[{', '.join(filter(None, items))}]"
    return None if value is None else _number_or_flag(value)


def spelled_key(name: str) -> str:
    """A key, in quotes if it needs them."""
    return name if _BARE_KEY.fullmatch(name) else _in_double_quotes(name)


def escaped(text: str) -> str:
    """A text as it is written within double quotes."""
    return _ESCAPED.sub(_escape, text)


def _text(value: str, old: Node | None, text: str) -> str:
    was_date = old is not None and old.plain is not None and isinstance(old.value, str)
    if was_date and _is_date(value):
        return value
    is_literal = old is not None and text.startswith("'", old.start)
    if is_literal and not _NOT_LITERAL.search(value):
        return f"'{value}'"
    return _in_double_quotes(value)


def _is_date(text: str) -> bool:
    """Whether a text is read as itself without quotes."""
    date = DATE_OR_TIME.fullmatch(text)
    try:
        return date is not None and dates.read(date) == text
    except MistakeError:
        return False


def _in_double_quotes(text: str) -> str:
    return f'"{escaped(text)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}"


def _number_or_flag(value: float | bool) -> str | None:  # noqa: FBT001 - it is the value written
    if isinstance(value, int) and abs(value) >= 10 ** (MAX_NUMBER_LENGTH - 1):
        return None
    return repr(value).lower()
