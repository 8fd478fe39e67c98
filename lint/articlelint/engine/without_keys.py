"""Texts without keys, where the settings allow them: for the schema, they are empty mappings."""

from __future__ import annotations

from collections.abc import Iterable

from articlelint.model import Diagnostic, Span
from articlelint.reading.dialect import Block
from articlelint.reading.document import Document
from articlelint.reading.node import Node
from articlelint.reading.yaml import YAML

_RULES = ("missing-front-matter", "empty-front-matter")
#: Where the front matter of a text would be that has none.
NO_BLOCK = Block(Span(0, 0), Span(0, 0), YAML)


def lacks_keys(found: Iterable[Diagnostic]) -> bool:
    """Whether all that is said of a text is that it has no keys."""
    return all(each.rule in _RULES for each in found)


def without_keys(text: str, block: Block) -> Document:
    """What an empty block of a text holds, or one that is not there. Nothing can be changed."""
    end = block.content.end
    return Document(Node({}, end, end, {}), block, text, is_repaired=True)
