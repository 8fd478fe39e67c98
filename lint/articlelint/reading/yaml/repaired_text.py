"""A text that is repaired line by line, and where each of its characters was before."""

from __future__ import annotations

from itertools import takewhile

from articlelint.model import Edit, Span
from articlelint.reading.source import LINE_BREAK
from articlelint.reading.yaml.syntax.mistake import Repair


class RepairedText:
    """A text after repairs. ``text`` is what it is now; the *original* is what it was at first.

    Repairs add no line breaks and remove none, so lines keep their numbers.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._origins = list(range(len(text) + 1))  # of each offset, the one in the original
        self._is_new = bytearray(len(text))  # whether each character is one of a repair
        self._untrusted: set[int] = set()  # numbers of lines

    def original(self, span: Span) -> Span:
        """Where a stretch of the text is in the original."""
        return Span(self._origins[span.start], self._origins[span.end])

    def line_number(self, offset: int) -> int:
        """The number, from 1, of the line that holds an offset."""
        return sum(1 for _ in LINE_BREAK.finditer(self.text, 0, offset)) + 1

    def repair(self, repair: Repair) -> tuple[Edit, ...] | None:
        """Make the edits; returns them as edits of the original.

        None if that is not possible, since they rewrite what an earlier repair wrote.
        """
        number = self.line_number(repair.edits[0].span.start)
        if not repair.is_trusted:
            self._untrusted.add(number)
        edits = []
        is_own = True
        smallest = (each for edit in repair.edits for each in _smallest(edit, self.text))
        for edit in sorted(smallest, reverse=True):
            is_own &= not any(self._is_new[edit.span.start : edit.span.end])
            edits.append(Edit(self.original(edit.span), edit.text))
            self._write(edit)
        return tuple(reversed(edits)) if is_own else None

    def _write(self, edit: Edit) -> None:
        (start, end), new = edit
        self.text = self.text[:start] + new + self.text[end:]
        self._origins[start:end] = [self._origins[start]] * len(new)
        self._is_new[start:end] = b"\1" * len(new)

    def line(self, number: int) -> str:
        """The line of a number, without its line break."""
        start, end = self._lines()[number - 1]
        return self.text[start:end]

    def untrusted_lines(self) -> list[Span]:
        """The lines, in their order, whose values cannot be trusted after the repairs."""
        lines = self._lines()
        return [lines[number - 1] for number in sorted(self._untrusted)]

    def _lines(self) -> list[Span]:
        breaks = [match.span() for match in LINE_BREAK.finditer(self.text)]
        starts = [0, *(end for _, end in breaks)]
        ends = [*(start for start, _ in breaks), len(self.text)]
        return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _smallest(edit: Edit, text: str) -> list[Edit]:
    """The same change by edits that leave alone what stays, so that it keeps its exact place."""
    (start, end), new = edit
    old = text[start:end]
    if old and old in new:  # such as a value that is put in quotes
        before, _, after = new.partition(old)
        inserted = (Edit(Span(start, start), before), Edit(Span(end, end), after))
        return [each for each in inserted if each.text]
    same = _shared(old, new)
    old, new, start = old[same:], new[same:], start + same
    same = _shared(old[::-1], new[::-1])
    edit = Edit(Span(start, end - same), new[: len(new) - same])
    return [edit] if old != new else []


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
