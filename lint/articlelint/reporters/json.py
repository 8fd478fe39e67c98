"""One JSON array of objects, one object a line: for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from articlelint.report import FileReport
from articlelint.reporters._json import array, diagnostic_object


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """The array, its objects sorted as the reports are and then by place."""
    yield from array(
        json.dumps(diagnostic_object(report, diagnostic))
        for report in reports
        for diagnostic in report.diagnostics
    )
    yield "\n"
