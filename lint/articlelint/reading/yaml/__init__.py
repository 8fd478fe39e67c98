"""The YAML dialect: YAML 1.2 by its core schema, with anchors, aliases and merge keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlelint.model import Span
from articlelint.reading.dialect import Block, Comment, Dialect, Fences, Parsed
from articlelint.reading.node import Node
from articlelint.reading.yaml.simple_lines import read_simple_lines
from articlelint.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from articlelint.reading.text_map import TextMap

# Such as few articles begin with: a single word in lower case, and a colon.
_KEY_LINE = late_pattern(r"[a-z][\w-]*:(?=[ \t\r\n])[^\r\n]*")
_INNER_LINE = late_pattern(r"(?:[a-zA-Z][\w-]*:(?=[ \t\r\n])|[ \t]+\S|- |#)[^\r\n]*")


def whole(text: str) -> Block:
    """All of a text as one block, as a configuration or a schema is."""
    return Block(Span(0, 0), Span(0, len(text)), YAML)


def _advice(root: Node | None, _opening: str) -> str:
    items = root.value if root and isinstance(root.value, list) else []
    if items and all(isinstance(each, dict) for each in items):
        return "remove the `- ` before each key: write one `key: value` on each line"
    if items:
        return "write the key of the list on the line above it, such as `topics:`"
    return "write one `key: value` on each line"


def _parse(text: str, content: Span, subject: str) -> Parsed:
    from articlelint.reading.yaml.parser import parse  # noqa: PLC0415 - simple lines need none

    return parse(text, content, subject)


def _comments(text: str, content: Span, root: Node) -> Iterator[Comment]:
    from articlelint.reading.yaml.comments import comments  # noqa: PLC0415 - seldom needed

    return comments(text, content, root)


def _text_map(text: str, node: Node) -> TextMap | None:
    from articlelint.reading.yaml.pieces import text_map  # noqa: PLC0415 - seldom needed

    return text_map(text, node)


_FENCES = tuple(
    Fences(opening, "---", "...", key_line=_KEY_LINE, inner_line=_INNER_LINE)
    for opening in ("---", "---yaml", "---yml")
)

YAML = Dialect("yaml", _FENCES, _parse, _comments, _advice, _text_map, read_simple_lines)
