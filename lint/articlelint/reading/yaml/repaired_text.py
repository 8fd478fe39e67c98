"""A text that is repaired line by line, and where each of its characters was before."""

from __future__ import annotations

from itertools import takewhile

from articlelint.model import Edit, Span
from articlelint.reading.source import LINE_BREAK, after_break, line_number
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
        return line_number(self.text, offset)

    def repair(self, repair: Repair) -> tuple[Edit, ...] | None:
        """Make the edits; returns them as edits of the original.

        None if that is not possible, since they rewrite what an earlier repair wrote.
        """
        number = self.line_number(repair.edits[0].span.start)
        if not repair.is_trusted:
            self._untrusted.add(number)
        edits = sorted(each for edit in repair.edits for each in _smallest(edit, self.text))
        is_own = not any(any(self._is_new[slice(*each.span)]) for each in edits)
        in_original = tuple(Edit(self.original(each.span), each.text) for each in edits)
        self._write(edits)
        return in_original if is_own else None

    def _write(self, edits: list[Edit]) -> None:
        """Make all edits in one pass, as each copy of the text takes time with its length."""
        pieces: list[str] = []
        origins: list[int] = []
        is_new = bytearray()
        known = 0
        for (start, end), new in edits:
            pieces += self.text[known:start], new
            origins += self._origins[known:start]
            origins += [self._origins[start]] * len(new)
            is_new += self._is_new[known:start] + b"\1" * len(new)
            known = end
        self.text = "".join(pieces) + self.text[known:]
        self._origins = origins + self._origins[known:]
        self._is_new = is_new + self._is_new[known:]

    def line(self, offset: int) -> str:
        """The line that holds an offset, without its line break."""
        start = after_break(self.text, 0, offset)
        line_break = LINE_BREAK.search(self.text, offset)
        return self.text[start : line_break.start() if line_break else len(self.text)]

    def untrusted_lines(self) -> list[Span]:
        """The lines, in their order, whose values cannot be trusted after the repairs."""
        breaks = [match.span() for match in LINE_BREAK.finditer(self.text)]
        starts = [0, *(end for _, end in breaks)]
        ends = [*(start for start, _ in breaks), len(self.text)]
        return [Span(starts[number - 1], ends[number - 1]) for number in sorted(self._untrusted)]


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
