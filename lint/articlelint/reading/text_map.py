"""Where the characters of a text that was read are written in its source."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from articlelint.model import Span


class Piece(NamedTuple):
    """A stretch of a text and what is written for it, at ``start`` to ``end`` of the source.

    If both have the same length, each character is written as itself, one for one.
    """

    text: str
    start: int
    end: int


class TextMap:
    """The pieces of one text in their order, without gaps: offsets into the text to places."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._offsets = array("q")
        self._starts = array("q")
        self._ends = array("q")
        self._length = 0
        for text, start, end in pieces:
            if text:
                self._offsets.append(self._length)
                self._starts.append(start)
                self._ends.append(end)
                self._length += len(text)

    def span(self, part: Span) -> Span:
        """Where a part of the text is written; it is not empty and lies within the text."""
        return Span(self._place(part.start).start, self._place(part.end - 1).end)

    def _place(self, offset: int) -> Span:
        """Where one character is written, or the piece from which it cannot be parted."""
        index = bisect_right(self._offsets, offset) - 1
        start, end = self._starts[index], self._ends[index]
        first = self._offsets[index]
        after = self._offsets[index + 1] if index + 1 < len(self._offsets) else self._length
        if end - start != after - first:
            return Span(start, end)
        place = start + offset - first
        return Span(place, place + 1)
