"""What to delete with an entry of a collection: its lines, or the comma and space beside it."""

from __future__ import annotations

from typing import Any

from articlelint.fixing.yaml.layout import BREAK, REST_OF_LINE, Layout, is_decorated, line_start
from articlelint.model import Edit, Span
from articlelint.reading.node import Node
from articlelint.text.late_pattern import late_pattern

_REST_OF_FLOW_LINE = late_pattern(rf"[ \t]*(,?)[ \t]*(?:#[^\r\n]*)?{BREAK}")
_END_OR_COMMENT = late_pattern(r"[ \t]*[#\r\n]")
_EMPTY_LINES = late_pattern(rf"(?:[ \t]*{BREAK})*")
_LINE = late_pattern(rf"[^\r\n]*{BREAK}")
_DIRECTIVE = late_pattern("[ #]*articlelint:")
_COMMA = late_pattern(r"[ \t]*,[ \t]*")
_COMMA_ALONE = late_pattern(r"[ \t]*,(?!#)")
# The rest of a line that reads the same without the entry before it.
_NO_MORE = late_pattern(r"[ \t]*,?[ \t]*[]}\r\n]")


def removal(text: str, layout: Layout, index: int) -> tuple[Edit, ...] | None:
    """The edits that remove an entry of a whole collection; None if there is no sure way.

    The only entry stays, because without it the collection would have no value; so does an entry
    with an anchor, because aliases may repeat it. The comments right above an entry go with it if
    they are about no other one.
    """
    if len(layout.entries) == 1 or has_decoration(text, layout.entries[index].node):
        return None
    return _of_flow(text, layout, index) if layout.is_flow else _of_block(text, layout, index)


def has_decoration(text: str, node: Node) -> bool:
    """Whether there is an anchor or tag anywhere in an entry."""
    if is_decorated(text, node) or (node.key and is_decorated(text, node.key)):
        return True
    return any(has_decoration(text, each) for each in node.values())


def may_take_in(text: str, node: Node, offset: int) -> bool:
    """Whether what is at ``offset`` could be read as part of the block scalar before it.

    A block scalar takes in the empty lines after it, and comments that are indented as its text is.
    ``node`` may end with a block scalar.
    """
    if not _END_OR_COMMENT.match(text, offset):
        return False
    last: Node | None = node
    while last and last.children and not last.alias:
        if text[last.start] in "[{" and text[last.end - 1] in "]}":
            return False
        end = last.end
        last = next((each for each in last.values() if each.end == end), None)
    return last is None or text.startswith(("|", ">", "&", "!"), last.start)


def ends_with_colon(text: str, node: Node) -> bool:
    """Whether an entry ends with the colon of its key: what follows decides how that is read."""
    return text[node.end - 1] == ":"


def _of_block(text: str, layout: Layout, index: int) -> tuple[Edit, ...] | None:
    entries = layout.entries
    entry = entries[index]
    start = line_start(text, entry.start)
    rest = REST_OF_LINE.match(text, entry.node.end)
    if rest and not text[start : entry.start].strip(" "):
        if index and may_take_in(text, entries[index - 1].node, rest.end()):
            return None
        empty_lines: Any = _EMPTY_LINES.match(text, rest.end())
        if "\t" in empty_lines.group():
            return None  # to the left of a block scalar, where a tab is not white space everywhere
        return (Edit(_with_comments(text, layout, index, Span(start, rest.end())), ""),)
    # The first of several keys after one dash: the second one replaces it.
    second = entries[1].start
    if index or not rest or text[rest.end() : second].strip(" "):
        return None
    return (Edit(Span(entry.start, second), ""),)


def _with_comments(text: str, layout: Layout, index: int, lines: Span) -> Span:
    """The lines of an entry, and those of the comments above it that are about no other one.

    Comments above the first entry may be about all of them; those above an entry that another one
    follows at once, about both. A comment for articlelint is about one alone.
    """
    if not index:
        return lines
    indent = " " * (layout.entries[index].start - lines.start)
    next_start = lines.end + len(indent)
    is_last = all(each.start != next_start for each in layout.entries[index + 1 : index + 2])
    start = above = lines.start
    before = layout.entries[index - 1].node.end
    own_lines = _LINE.findall(text, before, start)[line_start(text, before) < before :]
    for line in reversed(own_lines):
        if not line.startswith(f"{indent}#"):
            break
        above -= len(line)
        if is_last or _DIRECTIVE.match(line):
            start = above
    return Span(start, lines.end)


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
    """Remove an entry that has its lines for itself; with the last one goes the comma before it."""
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
