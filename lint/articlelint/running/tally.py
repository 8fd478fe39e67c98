"""The counts of a run, for its summary and its exit status."""

from __future__ import annotations

from collections import Counter

from articlelint.model import Safety, Severity
from articlelint.report import FileReport, Suppression


class Tally:
    """What a run has found so far."""

    def __init__(self) -> None:
        self.files = 0
        #: How many of them were checked by a schema that they name themselves.
        self.by_named_schema = 0
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
        self.by_named_schema += report.by_named_schema
        if not (report.diagnostics or report.suppressed):
            return
        self._by_severity.update(each.severity for each in report.diagnostics)
        self.by_suppression.update(each.suppression for each in report.suppressed)
        self.by_safety.update(each.fix.safety for each in report.diagnostics if each.fix)

    def exit_status(self, most_warnings: int | None = None) -> int:
        """0 or 1, as the command line promises: any number of warnings is fine if None is said."""
        has_too_many = most_warnings is not None and self.warnings > most_warnings
        return int(bool(self.errors or has_too_many))
