"""Where the parts of a collection begin in the text, and whether there is anything else in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.reading.node import Node
from articlelint.text.late_pattern import late_pattern

#: A line break; only one of its three forms fits at any place.
BREAK = r"(?:\r\n|\r(?!\n)|\n)"
#: The rest of a line with nothing but, perhaps, a comment; and its line break.
REST_OF_LINE = late_pattern(rf"[ \t]*(?:#[^\r\n]*)?({BREAK})")

# What may be between two entries besides a dash or question mark.
_GAP = late_pattern(r"(?:[ \t\r\n,]+|#[^\r\n]*)*")


class Entry(NamedTuple):
    """A key with its value, or an item; ``start`` is that of its dash, ``?``, key or value."""

    start: int
    node: Node


class Layout(NamedTuple):
    """A collection as it is written.

    ``is_flow``: it is in brackets, or within another that is. ``is_pair``: it is a mapping of one
    key without brackets of its own, as in ``[a: b]``. ``entries`` are in the order of the text, and
    ``order`` maps a key or index to its place in them; what ``<<`` brings in has no entry.
    ``is_whole``: the entries are all that the collection holds. Otherwise there is a key that is
    given twice or is not a string, or a ``<<``.
    """

    node: Node
    is_flow: bool
    is_pair: bool
    is_whole: bool
    entries: list[Entry]
    order: dict[str | int, int]

    def entry(self, part: str | int) -> Entry:
        """The entry of a key or an index."""
        return self.entries[self.order[part]]


def lay_out(text: str, node: Node, *, in_flow: bool) -> Layout:
    """The layout of a collection that has neither anchor nor tag."""
    has_brackets = text[node.start] in "[{"
    is_flow = in_flow or has_brackets
    mark = "-" if isinstance(node.children, list) and not is_flow else "?"
    known, end = node.start + has_brackets, node.end - has_brackets
    entries: list[Entry] = []
    order: dict[str | int, int] = {}
    is_whole = True
    for place, part, child in sorted(_own(node), key=lambda each: each[0]):
        start = _skip(text, known, place)
        if start < place and text[start] == mark and _skip(text, start + 1, place) == place:
            entries.append(Entry(start, child))
        else:
            entries.append(Entry(place, child))
            is_whole = is_whole and start == place
        order[part] = len(order)
        known = child.end
    is_whole = is_whole and _skip(text, known, end) == end
    return Layout(node, is_flow, is_flow and not has_brackets, is_whole, entries, order)


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def is_decorated(text: str, node: Node) -> bool:
    """Whether a value, a key, or a mapping's first key begins with an anchor or a tag."""
    return text.startswith(("&", "!"), node.start)


def _own(node: Node) -> Iterator[tuple[int, str | int, Node]]:
    """The children written in this collection: where each begins, its key or index, its node."""
    for part, child in node.items():
        key = child.key
        if key is None:
            yield child.start, part, child
        elif key.value == part:
            yield key.start, part, child


def _skip(text: str, start: int, end: int) -> int:
    """The first offset from ``start`` to ``end`` after white space, commas and comments."""
    match: Any = _GAP.match(text, min(start, end), end)
    offset: int = match.end()
    return offset
