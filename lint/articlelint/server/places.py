"""Places as editors count them: lines and characters from 0, in the unit that was agreed on."""

from __future__ import annotations

from lsprotocol import types

from articlelint.model import ColumnUnit, Position, Related, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport

#: How wide a byte order mark is.
_MARK = {ColumnUnit.CODE_POINTS: 1, ColumnUnit.UTF_8: 3, ColumnUnit.UTF_16: 1}


class Places:
    """The places that a report names, whose ``column_unit`` is that of the editor.

    The text of an editor may begin with a byte order mark, which that of a report does not have.
    """

    def __init__(self, report: FileReport, *, begins_with_mark: bool = False) -> None:
        self._report = report
        self._shift = _MARK[report.column_unit] if begins_with_mark else 0

    def start(self) -> types.Position:
        """Where the text of the report starts."""
        return types.Position(0, self._shift)

    def offset(self, source: SourceFile, position: types.Position) -> int:
        """The offset of a position in the text of the report."""
        shift = 0 if position.line else self._shift
        place = Position(position.line + 1, max(position.character - shift, 0) + 1)
        return source.offset(place, self._report.column_unit)

    def range_of(self, span: Span) -> types.Range:
        """The range of a stretch of the text."""
        return self._range(*map(self._report.position, span))

    def range_of_related(self, related: Related) -> types.Range:
        """The range of a related place, which may be in another file."""
        start, end = self._report.region_of(related)
        if related.path is None:
            return self._range(start, end)
        return range_between(start, end)

    def _range(self, start: Position, end: Position) -> types.Range:
        return types.Range(_position(start, self._shift), _position(end, self._shift))


def range_between(start: Position, end: Position) -> types.Range:
    """The range from a position to another one, in the unit of the editor."""
    return types.Range(_position(start), _position(end))


def _position(position: Position, shift: int = 0) -> types.Position:
    """``shift`` is what the first line has before it."""
    line, column = position.line - 1, position.column - 1
    return types.Position(line, column if line else column + shift)
