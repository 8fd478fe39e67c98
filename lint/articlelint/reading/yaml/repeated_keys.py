"""What a writer meant by a key that is given twice: another item, or nothing else than before."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.model import Edit, Fix, Safety
from articlelint.reading.source import LINE_BREAK, line_number
from articlelint.reading.yaml.syntax.stumble import Line, line_fix
from articlelint.text.words import show


class RepeatedKey(NamedTuple):
    """How a key that is given twice is told; ``begins_item``: as the first one of a new item."""

    message: str
    help: tuple[str, ...] = ()
    fix: Fix | None = None
    begins_item: bool = False


def repeated_key(text: str, name: str, places: tuple[int, int], *, in_item: bool) -> RepeatedKey:
    """What is said of a key, of which ``places`` are the first one and the later one.

    ``in_item``: there are other keys between the two, of which the first begins a list item.
    """
    first, later = (Line.at(text, each) for each in places)
    if later.value and later.value == first.value and _is_one_line(text, first, later):
        message = f"the key {show(name)} is given twice with the same value: remove this line"
        edit = Edit(later.span, "")
        return RepeatedKey(message, fix=_fix(text, later, edit, Safety.SAFE))
    is_aligned = later.indent == first.content and not later.dashes
    if not in_item or first.dashes.count("-") != 1 or not is_aligned:
        return RepeatedKey(f"the key {show(name)} is given twice: remove one")
    message = f"the key {show(name)} is given twice in one item: begin a new item"
    written = later.written(later.value)
    help_ = (f"write `{first.dashes}{written}`",) if written else ()
    edit = Edit(later.indentation, text[first.start : first.start + first.content])
    fix = _fix(text, later, edit, Safety.UNSAFE)
    return RepeatedKey(message, help_, fix, begins_item=True)


def _fix(text: str, line: Line, edit: Edit, safety: Safety) -> Fix:
    return line_fix(text, line, line_number(text, line.start), edit, safety)


def _is_one_line(text: str, *lines: Line) -> bool:
    """Whether each has another key, or nothing, on the line below it."""
    for line in lines:
        line_break = LINE_BREAK.search(text, line.value_at)
        below = Line.at(text, line_break.end()) if line_break else None
        if line.key is None or line.dashes:
            return False
        if below and below.key is None and below.value and not below.dashes:
            return False
        if below and below.content > line.indent:
            return False
    return True
