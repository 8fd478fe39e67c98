"""One JSON array of objects, one object a line: for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.report import FileReport
from articlelint.reporters._json import array, diagnostic_object
from articlelint.text.strict_json import strict_json


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """The array, its objects sorted as the reports are and then by place."""
    yield from array(
        strict_json(diagnostic_object(report, diagnostic))
        for report in reports
        for diagnostic in report.diagnostics
    )
    yield "\n"
