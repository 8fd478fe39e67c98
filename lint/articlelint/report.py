"""The result of checking one file, as a run passes it to a reporter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from articlelint.model import ColumnUnit, Diagnostic, Position, Related, Severity, Span
from articlelint.named_tuple import NamedTuple
from articlelint.reading.source import SourceFile

if TYPE_CHECKING:
    from articlelint.contents import Contents


#: What standard input is called if nothing else is known: no path.
STDIN_NAME = "<stdin>"


class Suppression(str, Enum):
    """What keeps a diagnostic from being reported: an ignore comment or a baseline."""

    COMMENT = "comment"
    BASELINE = "baseline"


class Suppressed(NamedTuple):
    """A diagnostic that is not reported, what suppresses it, and the reason if one is given."""

    diagnostic: Diagnostic
    suppression: Suppression
    reason: str = ""


class KeptText:
    """What may be asked of a text that is not kept, as far as some diagnostics name it.

    That is the positions of offsets, the digests of values, and the text between the edits of one
    fix. It pickles small.
    """

    def __init__(self, source: SourceFile, diagnostics: Iterable[Diagnostic]) -> None:
        named = list(diagnostics)
        offsets = sorted({offset for each in named for offset in _offsets(each)})
        self._positions = {
            offset: tuple(source.position(offset, unit) for unit in ColumnUnit)
            for offset in offsets
        }
        self._digests = {span: source.digest(span) for span in {each.value_span for each in named}}
        self._gaps = {gap: source.text[slice(*gap)] for each in named for gap in _gaps(each)}

    def position(self, offset: int, unit: ColumnUnit = ColumnUnit.CODE_POINTS) -> Position:
        """The line and column of an offset that a diagnostic names."""
        return self._positions[offset][_UNITS.index(unit)]

    def digest(self, span: Span) -> str:
        """The digest of the value that a diagnostic is about."""
        return self._digests[span]

    def between(self, gap: Span) -> str:
        """The text between two edits of one fix."""
        return self._gaps[gap]


_UNITS = tuple(ColumnUnit)


def _offsets(diagnostic: Diagnostic) -> Iterator[int]:
    """Every offset into the file itself that a diagnostic names."""
    yield from diagnostic.span
    for place in diagnostic.related:
        if place.path is None:
            yield from place.span
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        yield from edit.span


def _gaps(diagnostic: Diagnostic) -> Iterator[Span]:
    edits = sorted(diagnostic.fix.edits) if diagnostic.fix else []
    return (Span(one.span.end, other.span.start) for one, other in pairwise(edits))


class FileReport(NamedTuple):
    """One checked file: its path as named, what is wrong with it, and its text.

    The text itself is for excerpts alone: all else can be asked of a report ``without_text`` too,
    which pickles small. ``others`` are the files that related places name, by their paths.
    ``by_named_schema`` tells whether it was checked by a schema that it names itself.
    ``column_unit`` is what columns count, wherever a format does not fix it. ``contents`` is what
    the article holds, if that was asked for and all of it could be read. ``path_base`` is the
    folder that paths for programs are relative to, instead of the repository. It ``is_compared`` if
    rules that compare articles were asked, too; one that ``is_partial`` tells only a part of what
    was found.
    """

    path: str
    source: SourceFile | KeptText
    diagnostics: list[Diagnostic]
    suppressed: tuple[Suppressed, ...] = ()
    others: Mapping[str, SourceFile | KeptText] = {}
    by_named_schema: bool = False
    column_unit: ColumnUnit = ColumnUnit.CODE_POINTS
    contents: Contents | None = None
    path_base: str | None = None
    is_compared: bool = False
    is_partial: bool = False

    @property
    def rule_ids(self) -> set[str]:
        """The ids of all that is wrong with the file, suppressed or not."""
        suppressed = (each.diagnostic.rule for each in self.suppressed)
        return {*(each.rule for each in self.diagnostics), *suppressed}

    def position(self, offset: int) -> Position:
        """The line and column of an offset that a diagnostic of the report names."""
        return self.source.position(offset, self.column_unit)

    def region_of(self, related: Related) -> tuple[Position, Position]:
        """The start and the end of a related place; of an unknown other file, its beginning."""
        file = self.source if related.path is None else self.others.get(related.path)
        if file is None:
            return _BEGINNING, _BEGINNING
        start, end = related.span
        return file.position(start, self.column_unit), file.position(end, self.column_unit)

    def without_text(self) -> FileReport:
        """The same report for keeping."""
        named = [*self.diagnostics, *(each.diagnostic for each in self.suppressed)]
        others = {path: _kept(path, file, named) for path, file in self.others.items()}
        source = self.source
        kept = KeptText(source, named) if isinstance(source, SourceFile) else source
        return self._replace(source=kept, others=others)


_BEGINNING = Position(1, 1)


def _kept(path: str, file: SourceFile | KeptText, diagnostics: Iterable[Diagnostic]) -> KeptText:
    """What is kept of another file: the places there that the diagnostics name."""
    if isinstance(file, KeptText):
        return file
    there = tuple(
        related._replace(path=None)
        for each in diagnostics
        for related in each.related
        if related.path == path
    )
    beginning = Span(0, 0)
    return KeptText(file, [Diagnostic("", Severity.ERROR, "", (), beginning, related=there)])
