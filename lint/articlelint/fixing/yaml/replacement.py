"""Where a value is written anew: a list instead of a text, a text instead of a list, and the like.

A value that stays a scalar is ``spellings``' concern.
"""

from __future__ import annotations

from typing import Any

from articlelint.fixing.yaml.blocks import INDENT, in_brackets, lines, spelled
from articlelint.fixing.yaml.layout import BREAK, Layout, line_start
from articlelint.fixing.yaml.reread import indent_of
from articlelint.model import Edit, Span
from articlelint.reading.node import Node
from articlelint.text.late_pattern import late_pattern

# What must not be lost: an anchor or alias in a collection, a comment in a block scalar.
_REFERENCE = late_pattern(r"(?:^|[\s\[{,:])[&*]\S")
_COMMENT_OF_BLOCK = late_pattern(r"[|>][^\r\n]*#")
_LINE_BREAK = late_pattern(BREAK)
_COLON = late_pattern(r"[ \t\r\n]*:")


def rewritten(text: str, holder: Layout, node: Node, value: Any) -> Edit | None:
    """The edit that writes ``value`` instead of a collection, or a collection instead of a scalar.

    ``holder`` is what holds the node, which is neither decorated nor an alias. None if the node is
    a collection of more than one line, or holds what another value refers to.
    """
    written = text[node.start : node.end]
    if node.children is None:
        holds_more = _COMMENT_OF_BLOCK.match(written)
    else:
        holds_more = _REFERENCE.search(written) or _LINE_BREAK.search(written)
    if holds_more:
        return None
    if not isinstance(value, list | dict):
        return Edit(node.span, spelled(value, in_flow=holder.is_flow))
    if holder.is_flow or not value:
        return Edit(node.span, in_brackets(value, in_flow=holder.is_flow))
    return _block(text, holder, node, value)


def _block(text: str, holder: Layout, node: Node, value: list[Any] | dict[str, Any]) -> Edit | None:
    """A collection on lines of its own, or after the dash of an item."""
    start = line_start(text, node.start)
    following: Any = _LINE_BREAK.search(text, node.end)  # there is one before the closing fence
    line_break = following.group()
    is_alone = not text[start : node.start].strip(" ")
    if is_alone or node.key is None:
        before, place = "", node.start
        indent = " " * (node.start - start)
        if node.start == node.end or text[node.start - 1] not in " \n\r":
            return None
    else:
        colon = _COLON.match(text, node.key.end)
        if not colon:
            return None
        place = colon.end()
        indent = indent_of(text, holder) + _inner_indent(text, holder, value)
        before = line_break + indent
    return Edit(Span(place, node.end), before + (line_break + indent).join(lines(value)))


def _inner_indent(text: str, holder: Layout, value: Any) -> str:
    """How far items are indented in the first list that is a neighbour; else two spaces."""
    if isinstance(value, list):
        for entry in holder.entries:
            node = entry.node
            if isinstance(node.children, list) and text[node.start] == "-":
                column = node.start - line_start(text, node.start)
                return " " * (column - len(indent_of(text, holder)))
    return INDENT
