"""Read back what an edit writes, alone: with the least around it that decides how it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from articlelint.fixing.proof import apply_edits, is_same
from articlelint.fixing.yaml.layout import BREAK, Layout, line_start
from articlelint.model import Edit, Span
from articlelint.reading.dialect import Block
from articlelint.reading.document import UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.yaml import YAML

# The rest of a line and the empty lines after it, which may be part of a block scalar.
_TAIL = re.compile(rf"[^\r\n]*(?:{BREAK}(?:[ \t]*{BREAK})*)?")


def reads_edited(text: str, layout: Layout, part: str | int, edit: Edit, value: Any) -> bool:
    """Whether the entry of a key or index has this value after an edit of it."""
    is_list = isinstance(layout.node.value, list)
    start = layout.entry(part).start
    new = text[start : edit.span.start] + edit.text
    data = [value] if is_list else {part: value}
    if layout.is_flow:
        lines = _in_brackets(text, layout, layout.order[part], new, edit.span.end)
        return is_same(_data_of(lines), {"k": data})
    indent = indent_of(text, layout)
    if start - line_start(text, start) != len(indent):
        return False  # brought in by `<<`
    tail: Any = _TAIL.match(text, edit.span.end)
    lines = indent + new + tail.group()
    return is_same(_data_of(f"k:\n{lines}" if is_list else lines), {"k": data} if is_list else data)


def reads_added(text: str, layout: Layout, new: str, data: Any) -> bool:
    """Whether a key with its value reads as this data when it is written in a mapping."""
    if layout.is_flow:
        return is_same(_data_of(f"k: {{{new} }}\n"), {"k": data})
    return is_same(_data_of(f"{indent_of(text, layout)}{new}\n"), data)


def reads_split(
    text: str, layout: Layout, index: str | int, edits: Sequence[Edit], items: tuple[str, ...]
) -> bool:
    """Whether the item at an index of a block list reads as these items after edits within it."""
    start, node = layout.entry(index)
    moved = (Edit(Span(span.start - start, span.end - start), written) for span, written in edits)
    new = apply_edits(text[start : node.end], moved)
    return is_same(_data_of(f"k:\n{indent_of(text, layout)}{new}\n"), {"k": list(items)})


def reads_reordered(
    text: str, layout: Layout, edits: Sequence[Edit], whole: Span, keys: Sequence[str]
) -> bool:
    """Whether a mapping, which is all of ``whole``, has its keys in this order after edits."""
    start, end = whole
    moved = (Edit(Span(span.start - start, span.end - start), new) for span, new in edits)
    new = apply_edits(text[start:end], moved)
    data = {key: layout.node.value[key] for key in keys}
    if layout.is_flow:
        return is_same(_data_of(f"k: {new}\n"), {"k": data})
    is_after_dash = start == layout.entries[0].start
    return is_same(_data_of(indent_of(text, layout) * is_after_dash + new), data)


def indent_of(text: str, layout: Layout) -> str:
    """The spaces before each entry of a block collection.

    The first entry may come after the dash, `?` or colon of what holds the collection.
    """
    start = layout.node.start
    return " " * (start - line_start(text, start))


def _in_brackets(text: str, layout: Layout, index: int, new: str, end: int) -> str:
    """An entry with all that follows it, up to the next one or with the closing bracket."""
    opening = text[layout.node.start]
    if index + 1 == len(layout.entries):
        return f"k: {opening}{new}{text[end : layout.node.end]}\n"
    closing = "]" if opening == "[" else "}"
    return f"k: {opening}{new}{text[end : layout.entries[index + 1].start]}{closing}\n"


def _data_of(front_matter: str) -> Any:
    """The data of a front matter with these lines; None if they have any fault."""
    opening = "---\n"
    content = Span(len(opening), len(opening) + len(front_matter))
    try:
        document, faults = read_block(opening + front_matter, Block(Span(0, 3), content, YAML))
    except UnreadableError:
        return None
    return None if faults else document.data
