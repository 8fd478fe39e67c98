"""The objects of the json format, one a line and nothing else: for programs that read streams."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from articlelint.report import FileReport
from articlelint.reporters._json import diagnostic_object


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One line for each diagnostic."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield json.dumps(diagnostic_object(report, diagnostic)) + "\n"
