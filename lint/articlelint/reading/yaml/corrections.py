"""What the parsers say wrongly of a text that they accept: places, names cut short, and more."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.error import YAMLError

from articlelint.model import Span
from articlelint.reading.node import Node
from articlelint.text.late_pattern import late_pattern

# What ends an anchor, and a plain scalar in flow.
_ENDS = frozenset(("", *" \t\r\n,[]{}"))

#: A key in braces that is meant as a key and its value: ``{name:Example}``.
PAIR_WITHOUT_SPACE = late_pattern(r"[^\W\d][\w-]*:[^\s/,\[\]{}:]")
_SPACES = late_pattern(r"[ \t]*")
_LINE_OF_SPACES = late_pattern(r"(?:\r\n?|\n)[ \t]*")


class RefusedError(Exception):
    """What the parsers accept at a place, and no writer means: a mistake of syntax all the same.

    ``message``, ``span`` and ``help`` tell it where nothing better is known.
    """

    def __init__(self, place: int, message: str = "", end: int = 0, help_: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.span = Span(place, max(place, end))
        self.help = (help_,) if help_ else ()


class MisreadError(YAMLError):
    """The C parser accepts a text, but does not read it as YAML 1.2 does."""


def check_anchor(text: str, name: str, start: int) -> None:
    """Raise MisreadError if the anchor at ``start``, or after a tag there, has a longer name.

    The C parser ends it at a colon, for one. That is right before a space, whatever YAML 1.2 says:
    who writes that means a key.
    """
    anchor = text.find(f"&{name}", start)
    end = anchor + 1 + len(name)
    after = text[end : end + 2]
    if anchor >= 0 and after[:1] not in _ENDS and after.rstrip(" \t\r\n") != ":":
        raise MisreadError


def check_flow_key(text: str, start: int) -> None:
    """Raise MisreadError if a `?` is part of the key in flow that the parser has after it.

    The C parser takes each `?` there for the sign of a key.
    """
    if text[start - 1] == "?" and text[start : start + 1] not in _ENDS:
        raise MisreadError


def check_flow_pair(key: Node) -> None:
    """Raise RefusedError at a key in flow without a value that a space would part in two."""
    if key.plain and PAIR_WITHOUT_SPACE.match(key.plain):
        raise RefusedError(key.start)


def block_scalar_end(text: str, scalar: Node, value: str) -> int:
    """Where the last line of a block scalar ends; the parsers take in the empty lines below.

    That line need not hold more than spaces: those beyond its indentation are part of the value.
    """
    end = scalar.start + len(text[scalar.start : scalar.end].rstrip(" \t\r\n"))
    value = value.rstrip("\n")
    if not value:
        return end
    seen = value.rstrip(" \t\n")
    end = _after(_SPACES, text, end)
    for _ in range(value.count("\n", len(seen)) + (not seen)):
        end = _after(_LINE_OF_SPACES, text, end)
    return end


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    match: Any = pattern.match(text, start)
    return int(match.end())


def empty_value_place(text: str, key: Node, place: int) -> int:
    """Where an empty value is: right after its colon; the pure parser has it further down."""
    return max(key.end, text.find(":", key.end, place) + 1)
