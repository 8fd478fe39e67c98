"""The line, then the source with the place marked, then notes: for people."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from articlelint.model import Diagnostic, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.reporters._text import note_lines, one_line
from articlelint.text.characters import PRINTABLE_BUT_UNSEEN
from articlelint.text.late_pattern import late_pattern
from articlelint.text.printable import printable_characters
from articlelint.text.styles import styled

#: The most columns of a line where no terminal says how wide it is, and the least in any case.
_WIDTH = 100
_LEAST_WIDTH = 40
_ELLIPSIS = "…"
_UNSEEN = late_pattern(rf"[^\S ]|[{PRINTABLE_BUT_UNSEEN}]")
#: How many characters are looked at on each side of a place, in widths of the terminal: faults on
#: one long line would otherwise take time with the square of their number.
_WINDOW = 4


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """A few lines for each diagnostic."""
    width = _terminal_width()
    for report in reports:
        for diagnostic in report.diagnostics:
            lines = [one_line(report, diagnostic), *_excerpt(report, diagnostic, width)]
            lines += note_lines(report, diagnostic)
            yield "\n".join(lines) + "\n\n"


def _terminal_width() -> int:
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        columns = 0
    return max(columns, _LEAST_WIDTH) if columns else _WIDTH


def _excerpt(report: FileReport, diagnostic: Diagnostic, width: int) -> Iterator[str]:
    """The source line of the place, and carets under all of the place that is on it."""
    source = report.source
    if not isinstance(source, SourceFile):
        return  # the text was not kept
    line = report.position(diagnostic.span.start).line
    whole = source.line_span(line)
    start, end = diagnostic.span.start, min(diagnostic.span.end, whole.end)
    if report.position(diagnostic.span.end).line != line:
        end = whole.end
    before, rest = _around(source.text, whole, start, _WINDOW * width)
    if (before + rest).strip():
        yield from _marked(f"{line:>5} | ", before, rest, end - start, width)


def _around(text: str, line: Span, place: int, most: int) -> tuple[str, str]:
    """A line before and after a place on it: at most so many characters of each.

    More would not fit, unless they take up no room, such as combining accents.
    """
    before, rest = (
        text[max(line.start, place - most) : place],
        text[place : min(line.end, place + most)],
    )
    if place - line.start > most:
        before = _ELLIPSIS + before
    if line.end - place > most:
        rest += _ELLIPSIS
    return before, rest


def _marked(gutter: str, before: str, rest: str, length: int, width: int) -> Iterator[str]:
    """A source line, cut to ``width`` columns, with carets under the start of ``rest``."""
    room = width - len(gutter)
    cells = _cells((before + rest).replace("\t", " "), Span(len(before), len(before) + length))
    cells_before, cells_from = cells[: len(before)], cells[len(before) :]
    # The part before the place gets a third, and whatever the rest leaves.
    room_before = max(room // 3, room - max(1, _columns(_fit(cells_from, room))))
    left = _fit(reversed(cells_before), room_before)[::-1]
    right = _fit(cells_from, room - _columns(left))
    yield gutter + "".join(left + right)
    carets = "^" * max(1, _columns(right[:length]))
    indent = " " * (len(gutter) - 2) + "| " + " " * _columns(left)
    yield indent + styled(carets, "red", "bold")


def _cells(text: str, mark: Span) -> list[str]:
    """The characters as they are shown: by their codes if nobody would see them.

    What may belong to the letters beside it, or look like a space, is so only within the mark.
    """
    cells = printable_characters(text)
    unseen = {at for at in range(mark.start, min(mark.end, len(text))) if _UNSEEN.match(text[at])}
    if not text.isprintable():
        # A `#` is seen, and only escaped in what looks like a command.
        pairs = enumerate(zip(text, cells, strict=True))
        unseen.update(at for at, (char, cell) in pairs if char not in (cell, "#"))
    for at in unseen:
        cells[at] = f"<U+{ord(text[at]):04X}>"
    return cells


def _fit(cells: Iterable[str], room: int) -> list[str]:
    """The cells that take at most ``room`` columns; an ellipsis for the others."""
    shown: list[str] = []
    used = 0
    for each in cells:
        shown.append(each)
        used += _width(each)
        if used > room:
            while used >= room:
                used -= _width(shown.pop())
            return [*shown, _ELLIPSIS]
    return shown


def _columns(cells: Iterable[str]) -> int:
    """How many columns of a terminal cells take together."""
    return sum(map(_width, cells))


@lru_cache(maxsize=1024)
def _width(cell: str) -> int:
    """How many columns a cell takes (Unicode Standard Annex 11)."""
    return sum(map(_width_of_character, cell))


def _width_of_character(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return 0  # marks on the character before; vowels and finals of a Hangul syllable
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
