"""Check many files: read each, check it, and keep count."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from articlelint.engine.check import Checker
from articlelint.model import Diagnostic, Safety, Severity, Span
from articlelint.reading.source import MAX_FILE_BYTES, SourceFile
from articlelint.report import FileReport, Suppression
from articlelint.running.discover import Found


class Tally:
    """What a run found so far."""

    def __init__(self) -> None:
        self.files = 0
        self._by_severity: Counter[Severity] = Counter()
        self.by_suppression: Counter[Suppression] = Counter()
        self.by_safety: Counter[Safety] = Counter()

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return self._by_severity[Severity.ERROR]

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return self._by_severity[Severity.WARNING]

    def add(self, report: FileReport) -> None:
        """Count one file and its diagnostics."""
        self.files += 1
        self._by_severity.update(each.severity for each in report.diagnostics)
        self.by_suppression.update(each.suppression for each in report.suppressed)
        self.by_safety.update(each.fix.safety for each in report.diagnostics if each.fix)

    def exit_status(self, *, strict: bool) -> int:
        """0 or 1, as the command line promises: warnings count only when strict."""
        return int(bool(self.errors or (strict and self.warnings)))


#: Which checker a file gets, by its path.
CheckerFor = Callable[[str], Checker]


def check_files(files: Iterable[Found], checker_for: CheckerFor) -> Iterator[FileReport]:
    """Check one file after the other; what cannot be opened or read is a diagnostic too."""
    for path, error in files:
        try:
            if error:
                raise error
            data = read(path)
        except OSError as failure:
            yield unreadable(path, failure, checker_for(path))
            continue
        yield _report(path, data, checker_for(path))


def check_stream(stream: BinaryIO, path: str, checker_for: CheckerFor) -> FileReport:
    """Check what a stream such as standard input holds, under the name ``path``."""
    return _report(path, stream.read(MAX_FILE_BYTES + 1), checker_for(path))


def read(path: str) -> bytes:
    """A file's bytes, one more than the limit at most: endless devices end there too."""
    with open(path, "rb") as file:
        return file.read(MAX_FILE_BYTES + 1)


def _report(path: str, data: bytes, checker: Checker) -> FileReport:
    source = SourceFile.from_bytes(data)
    diagnostics, suppressed = checker.check_fully(source, path.replace(os.sep, "/"))
    return FileReport(path, source, diagnostics, suppressed)


def unreadable(path: str, error: OSError, checker: Checker) -> FileReport:
    """The report of a file that cannot be opened or read."""
    message = f"cannot be read: {error.strerror or error}"
    fault = Diagnostic("unreadable-file", Severity.ERROR, message, (), Span(0, 0))
    source = SourceFile("", fault)
    return FileReport(path, source, checker.check(source, path))
