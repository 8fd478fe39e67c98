"""What is known of one checked file: the value that a run hands to a reporter."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.model import Diagnostic
from articlelint.reading.source import SourceFile


class FileReport(NamedTuple):
    """One checked file: its path as named, its text for excerpts, and what is wrong with it."""

    path: str
    source: SourceFile
    diagnostics: list[Diagnostic]
