"""Where a new key of a YAML mapping is written."""

from __future__ import annotations

import re
from typing import NamedTuple

from articlelint.fixing.reordered import start_of_first
from articlelint.fixing.yaml.layout import BREAK, REST_OF_LINE, Layout, line_start
from articlelint.fixing.yaml.removal import ends_with_colon, may_take_in
from articlelint.fixing.yaml.reread import indent_of


class Place(NamedTuple):
    """An offset, and what must be written there around the new key and its value."""

    offset: int
    before: str = ""
    after: str = ""

    def around(self, new: str) -> str:
        """What is written there."""
        return self.before + new + self.after


def place_of_new(text: str, mapping: Layout, before: str | None) -> Place | None:
    """The place right before a key, or after the last one; None if there is no sure one."""
    entries = mapping.entries
    if not entries:
        return Place(mapping.node.start + 1)
    if before is None:
        return _after_last(text, mapping)
    index = mapping.order.get(before)
    if index is None:
        return None
    if mapping.is_flow:
        return Place(entries[index].start, after=", ")
    return _before_first(text, mapping) if not index else _between(text, mapping, index)


def _after_last(text: str, mapping: Layout) -> Place | None:
    last = mapping.entries[-1].node
    if mapping.is_flow:
        return None if ends_with_colon(text, last) else Place(last.end, ", ")
    rest = REST_OF_LINE.match(text, last.end)
    if not rest or may_take_in(text, last, rest.end()):
        return None
    return Place(rest.start(1), rest.group(1) + indent_of(text, mapping))


def _before_first(text: str, mapping: Layout) -> Place | None:
    """Above the first key, on a line of its own, or after the dash that is before it."""
    start, node = mapping.entries[0]
    indent, line = indent_of(text, mapping), line_start(text, start)
    rest = REST_OF_LINE.match(text, node.end)
    if text[line:start] != indent:
        return Place(start, after=rest.group(1) + indent) if rest else None
    first = start_of_first(text, line)
    return Place(first, indent, rest.group(1)) if rest and first is not None else None


def _between(text: str, mapping: Layout, index: int) -> Place | None:
    """Below the lines of the key before, and the comments that are indented further."""
    last, indent = mapping.entries[index - 1].node, indent_of(text, mapping)
    rest = REST_OF_LINE.match(text, last.end)
    comments = re.compile(rf"(?:{indent}[ \t]+#[^\r\n]*{BREAK})*")
    end = comments.match(text, rest.end()).end() if rest else 0  # type: ignore[union-attr]
    if not rest or may_take_in(text, last, end):
        return None
    return Place(end, indent, rest.group(1))
