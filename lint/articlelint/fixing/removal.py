"""What goes when an entry of a collection is removed: its lines, or a comma and a blank."""

from __future__ import annotations

import re
from typing import Any

from articlelint.fixing.layout import BREAK, REST_OF_LINE, Layout, is_decorated, line_start
from articlelint.model import Edit, Span
from articlelint.reading.document import Node

_REST_OF_FLOW_LINE = re.compile(rf"[ \t]*(,?)[ \t]*(?:#[^\r\n]*)?{BREAK}")
_BLANK_OR_COMMENT = re.compile(r"[ \t]*[#\r\n]")
_BLANK_LINES = re.compile(rf"(?:[ \t]*{BREAK})*")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_COMMA_ALONE = re.compile(r"[ \t]*,(?!#)")
# What lets the rest of a line do without the entry before it.
_NO_MORE = re.compile(r"[ \t]*,?[ \t]*[]}\r\n]")


def removal(text: str, layout: Layout, index: int) -> tuple[Edit, ...] | None:
    """The edits that remove an entry of a collection that is whole; None where that is unclear.

    The only one stays, for without it the collection would have no value; so does one with an
    anchor, for aliases may repeat it. Comments on lines of their own are left.
    """
    if len(layout.entries) == 1 or _has_decoration(text, layout.entries[index].node):
        return None
    return _of_flow(text, layout, index) if layout.is_flow else _of_block(text, layout, index)


def may_take_in(text: str, node: Node, offset: int) -> bool:
    """Whether what stands at ``offset`` could be read as more of the block scalar before it.

    A block scalar takes in the blank lines below, and comments that are indented as its text is.
    ``node`` may end with one.
    """
    if not _BLANK_OR_COMMENT.match(text, offset):
        return False
    last: Node | None = node
    while last and last.children and not last.alias:
        if text[last.start] in "[{" and text[last.end - 1] in "]}":
            return False
        end = last.end
        last = next((each for each in last.values() if each.end == end), None)
    return last is None or text.startswith(("|", ">", "&", "!"), last.start)


def ends_with_colon(text: str, node: Node) -> bool:
    """Whether nothing comes behind a key's colon; what follows it then decides how it is read."""
    return text[node.end - 1] == ":"


def _has_decoration(text: str, node: Node) -> bool:
    """Whether an anchor or tag stands anywhere in an entry."""
    if is_decorated(text, node) or (node.key and is_decorated(text, node.key)):
        return True
    return any(_has_decoration(text, each) for each in node.values())


def _of_block(text: str, layout: Layout, index: int) -> tuple[Edit, ...] | None:
    entries = layout.entries
    entry = entries[index]
    start = line_start(text, entry.start)
    rest = REST_OF_LINE.match(text, entry.node.end)
    if rest and not text[start : entry.start].strip(" "):
        if index and may_take_in(text, entries[index - 1].node, rest.end()):
            return None
        blank_lines: Any = _BLANK_LINES.match(text, rest.end())
        if "\t" in blank_lines.group():
            return None  # it may be left of a block scalar, and a tab is not blank everywhere
        return (Edit(Span(start, rest.end()), ""),)
    # The first of several that stand behind one dash: the second comes in its place.
    second = entries[1].start
    if index or not rest or text[rest.end() : second].strip(" "):
        return None
    return (Edit(Span(entry.start, second), ""),)


def _of_flow(text: str, layout: Layout, index: int) -> tuple[Edit, ...] | None:
    entries = layout.entries
    entry = entries[index]
    end = entry.node.end
    is_last = index + 1 == len(entries)
    if not is_last and _COMMA.fullmatch(text, end, entries[index + 1].start):
        return (Edit(Span(entry.start, entries[index + 1].start), ""),)
    if index:
        before = entries[index - 1].node
        if ends_with_colon(text, before):
            return None
        if _COMMA.fullmatch(text, before.end, entry.start) and _NO_MORE.match(text, end):
            return (Edit(Span(before.end, end), ""),)
    return _lines_of_flow(text, layout, index, is_last=is_last)


def _lines_of_flow(
    text: str, layout: Layout, index: int, *, is_last: bool
) -> tuple[Edit, ...] | None:
    """Remove an entry that has lines for itself; the last one takes along the comma before it."""
    entry = layout.entries[index]
    start = line_start(text, entry.start)
    rest = _REST_OF_FLOW_LINE.match(text, entry.node.end)
    if not rest or text[start : entry.start].strip(" \t"):
        return None
    lines = Edit(Span(start, rest.end()), "")
    if rest.group(1):
        return (lines,)
    comma = _COMMA_ALONE.match(text, layout.entries[index - 1].node.end) if is_last else None
    return (Edit(Span(*comma.span()), ""), lines) if comma else None
