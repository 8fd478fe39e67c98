"""Where each character of a TOML text is written."""

from __future__ import annotations

from articlelint.reading.node import Node
from articlelint.reading.text_map import Piece, TextMap
from articlelint.reading.toml.strings import string


def text_map(text: str, node: Node) -> TextMap | None:
    """The map of a value that is text; a date without quotes is one as well."""
    if text[node.start] not in "\"'":
        return TextMap([Piece(node.value, node.start, node.end)])
    _, pieces = string(text, node.start)
    return TextMap(pieces)
