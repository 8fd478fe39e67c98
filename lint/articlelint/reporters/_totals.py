"""How many diagnostics there are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from articlelint.model import Severity
from articlelint.report import FileReport
from articlelint.text.words import both, counted

Totals = Mapping[Severity, int]


def totals(report: FileReport) -> Counter[Severity]:
    """How many diagnostics of each severity a report has."""
    return Counter(diagnostic.severity for diagnostic in report.diagnostics)


def in_words(numbers: Totals) -> str:
    """``2 errors and 1 warning``; a severity without any is left out."""
    return both([counted(numbers[each], each.value) for each in Severity if numbers[each]])


def headline(numbers: Totals, files: int, faulty: int) -> str:
    """``2 errors in 1 of 3 files``, where ``faulty`` files have a diagnostic."""
    among = f"{faulty} of " * bool(faulty) + counted(files, "file")
    return f"{in_words(numbers) or 'nothing to report'} in {among}"
