"""The TOML dialect: TOML 1.0, in which dates are text to the schema and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlelint.model import Span
from articlelint.reading.dialect import Comment, Dialect, Fences, Parsed
from articlelint.reading.node import Node
from articlelint.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from articlelint.reading.text_map import TextMap

# What few articles begin with: a word, and an equals sign.
_KEY_LINE = late_pattern(r"[a-zA-Z][\w-]*[ \t]*=[^\r\n]*")
_INNER_LINE = late_pattern(r"(?:[a-zA-Z][\w.-]*[ \t]*=|\[|[ \t]+\S|#)[^\r\n]*")


def is_table(text: str, node: Node) -> bool:
    """Whether a collection is made by headers or dots, not written in brackets or braces."""
    if node.children is None:
        return False
    if node.key is None:
        return isinstance(node.children, dict) and not text.startswith("{", node.start)
    return node.key.end > node.start or not text.startswith(("[", "{"), node.start)


def _parse(text: str, content: Span, subject: str) -> Parsed:
    from articlelint.reading.toml.parser import parse  # noqa: PLC0415 - articles are mostly YAML

    return parse(text, content, subject)


def _advice(_root: Node | None, _opening: str) -> str:
    return "write one `key = value` on each line"


def _comments(text: str, content: Span, root: Node) -> Iterator[Comment]:
    from articlelint.reading.toml.comments import comments  # noqa: PLC0415 - seldom needed

    return comments(text, content, root)


def _text_map(text: str, node: Node) -> TextMap | None:
    from articlelint.reading.toml.pieces import text_map  # noqa: PLC0415 - seldom needed

    return text_map(text, node)


_FENCES = tuple(
    Fences(opening, closing, key_line=_KEY_LINE, inner_line=_INNER_LINE)
    for opening, closing in (("+++", "+++"), ("---toml", "---"))
)

TOML = Dialect("toml", _FENCES, _parse, _comments, _advice, _text_map, is_table=is_table)
