"""The result of checking one file, as a run passes it to a reporter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from articlelint.model import ColumnUnit, Diagnostic, Position, Related
from articlelint.reading.source import SourceFile


class Suppression(str, Enum):
    """What keeps a diagnostic from being reported: an ignore comment or a baseline."""

    COMMENT = "comment"
    BASELINE = "baseline"


class Suppressed(NamedTuple):
    """A diagnostic that is not reported, what suppresses it, and the reason if one is given."""

    diagnostic: Diagnostic
    suppression: Suppression
    reason: str = ""


class Positions:
    """The positions of the offsets that some diagnostics name, in every unit of columns."""

    def __init__(self, source: SourceFile, diagnostics: Iterable[Diagnostic]) -> None:
        offsets = sorted({offset for each in diagnostics for offset in _offsets(each)})
        self._by_offset = {
            offset: tuple(source.position(offset, unit) for unit in ColumnUnit)
            for offset in offsets
        }

    def position(self, offset: int, unit: ColumnUnit = ColumnUnit.CODE_POINTS) -> Position:
        """The line and column of an offset that a diagnostic names."""
        return self._by_offset[offset][_UNITS.index(unit)]


_UNITS = tuple(ColumnUnit)


def _offsets(diagnostic: Diagnostic) -> Iterator[int]:
    """Every offset into the file itself that a diagnostic names."""
    yield from diagnostic.span
    for place in diagnostic.related:
        if place.path is None:
            yield from place.span
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        yield from edit.span


class FileReport(NamedTuple):
    """One checked file: its path as named, what is wrong with it, and its text.

    The text is for excerpts alone: a report ``without_text`` knows all positions, and pickles
    small. ``others`` are the files that related places name, by their paths.
    """

    path: str
    source: SourceFile
    diagnostics: list[Diagnostic]
    suppressed: tuple[Suppressed, ...] = ()
    positions: Positions | None = None
    others: Mapping[str, Positions | SourceFile] = {}

    @property
    def has_text(self) -> bool:
        """Whether the text is at hand."""
        return self.positions is None

    def position(self, offset: int, unit: ColumnUnit = ColumnUnit.CODE_POINTS) -> Position:
        """The line and column of an offset that a diagnostic of the report names."""
        return (self.positions or self.source).position(offset, unit)

    def region_of(self, related: Related) -> tuple[Position, Position]:
        """The start and the end of a related place, which may be in one of the ``others``."""
        file = self if related.path is None else self.others[related.path]
        return file.position(related.span.start), file.position(related.span.end)

    def without_text(self) -> FileReport:
        """The same report for keeping: with positions instead of the text."""
        named = [*self.diagnostics, *(each.diagnostic for each in self.suppressed)]
        return self._replace(
            source=SourceFile(""), positions=self.positions or Positions(self.source, named)
        )
