"""The result of checking one file, as a run passes it to a reporter."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from articlelint.model import Diagnostic, Position
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


class FileReport(NamedTuple):
    """One checked file: its path as named, its text for excerpts, and what is wrong with it."""

    path: str
    source: SourceFile
    diagnostics: list[Diagnostic]
    suppressed: tuple[Suppressed, ...] = ()

    def position(self, offset: int) -> Position:
        """The line and column of an offset that a diagnostic names."""
        return self.source.position(offset)
