"""The YAML dialect: YAML 1.2 by its core schema, with anchors, aliases and merge keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlelint.model import Span
from articlelint.reading.dialect import Block, Comment, Dialect, Fences
from articlelint.reading.document import Node
from articlelint.reading.yaml.parser import parse

if TYPE_CHECKING:
    from articlelint.reading.text_map import TextMap

_KEY_WITHOUT_SPACE = re.compile(r"[\w-]+:[^\s/]")


def whole(text: str) -> Block:
    """All of a text as one block, as a configuration or a schema is."""
    return Block(Span(0, 0), Span(0, len(text)), YAML)


def _advice(root: Node | None) -> str:
    advice = "write one `key: value` on each line"
    if root and root.plain and _KEY_WITHOUT_SPACE.match(root.plain):
        advice += ", with a space after the `:`"
    return advice


def _comments(text: str, content: Span, root: Node) -> Iterator[Comment]:
    from articlelint.reading.yaml.comments import comments  # noqa: PLC0415 - seldom needed

    return comments(text, content, root)


def _text_map(text: str, node: Node) -> TextMap | None:
    from articlelint.reading.yaml.pieces import text_map  # noqa: PLC0415 - seldom needed

    return text_map(text, node)


YAML = Dialect("yaml", (Fences("---", "---", "..."),), parse, _comments, _advice, _text_map)
