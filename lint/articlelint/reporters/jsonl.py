"""The objects of the json format, one a line and nothing else: for programs that read streams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.report import FileReport
from articlelint.reporters._json import diagnostic_object
from articlelint.text.strict_json import strict_json


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One line for each diagnostic."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield strict_json(diagnostic_object(report, diagnostic)) + "\n"
