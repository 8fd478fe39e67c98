"""A line on standard error that shows how far a long run has got."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TextIO

from articlelint.report import FileReport

#: Seconds before the line first appears, and between two updates of it.
_PATIENCE = 1.0
_INTERVAL = 0.1
_CLEAR = "\r\x1b[K"


def with_progress(
    reports: Iterable[FileReport], total: int, stream: TextIO
) -> Iterator[FileReport]:
    """Pass the reports on and update the line; it is cleared before a report is shown."""
    due = monotonic() + _PATIENCE
    shown = False
    try:
        for number, report in enumerate(reports, 1):
            if shown and report.diagnostics:
                stream.write(_CLEAR)
                stream.flush()
                shown = False
            yield report
            if monotonic() >= due:
                stream.write(f"{_CLEAR}{number} of {total} files checked")
                stream.flush()
                shown = True
                due = monotonic() + _INTERVAL
    finally:
        if shown:
            stream.write(_CLEAR)
            stream.flush()
