"""All rules as a table for people: in groups, in color, and no wider than the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from shutil import get_terminal_size
from textwrap import wrap

from articlelint.catalogue.listing import COLUMNS, Row, groups
from articlelint.text.styles import styled

#: The least and the most columns of the table. It has the most where no terminal says how wide it
#: is, so that a program that reads it finds each rule on one line.
_LEAST_WIDTH = 60
_WIDTH = 200
#: The least columns for the summary beside the other cells; with fewer, it is below them.
_LEAST_SUMMARY = 40
_GAP = "  "
_COLORS = {"error": "red", "warning": "yellow"}


def rule_table() -> Iterator[str]:
    """The lines of the table, each with its line break."""
    columns, _ = get_terminal_size((_WIDTH, 0))
    width = min(max(columns, _LEAST_WIDTH), _WIDTH)
    rows_by_title = groups()
    rows = [COLUMNS, *(row for rows in rows_by_title.values() for row in rows)]
    cells = [row[:-1] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in _lines(COLUMNS, widths, width):
        yield styled(line.rstrip("\n"), "dim") + "\n"
    for title, group in rows_by_title.items():
        yield f"\n{styled(title, 'bold', 'underline')}\n"
        for row in group:
            yield from _lines(row, widths, width)


def _lines(row: Row, widths: list[int], width: int) -> Iterator[str]:
    """A row: its summary, without a word broken, beside or below the other cells."""
    *cells, summary = row
    beside = _GAP + "".join(
        f"{_colored(cell)}{' ' * (room - len(cell))}{_GAP}"
        for cell, room in zip(cells, widths, strict=True)
    )
    indent = len(_GAP) + sum(room + len(_GAP) for room in widths)
    if width - indent < _LEAST_SUMMARY:
        yield beside.rstrip() + "\n"
        beside, indent = _GAP * 3, len(_GAP * 3)
    for line in wrap(summary, width - indent, break_long_words=False, break_on_hyphens=False):
        yield f"{beside}{line}\n"
        beside = " " * indent


def _colored(cell: str) -> str:
    color = _COLORS.get(cell)
    return styled(cell, color) if color else cell
