"""A text changed only where old and new value differ, so that the rest stays as it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from articlelint.model import Edit, Span

if TYPE_CHECKING:
    from articlelint.reading.text_map import TextMap


def touched_up(
    places: TextMap | None, old: str, new: str, spelled: Callable[[str], str]
) -> Edit | None:
    """The edit of the part that differs; ``spelled`` is how a part is written within its quotes.

    None where the place of that part is not known.
    """
    start = common(old, new)
    end = min(common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    if start + end == len(old):  # something is put in: with a character beside it, it has a place
        start, end = (start - 1, end) if start else (start, end - 1)
    if places is None or end < 0:
        return None
    part = Span(start, len(old) - end)
    return Edit(places.span(part), spelled(new[start : len(new) - end]))


def common(one: str, other: str) -> int:
    """How many characters both begin with, by halving: a loop is slow for a megabyte of text."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.startswith(other[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low
