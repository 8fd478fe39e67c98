"""One JSON array of objects, one object a line: for programs.

It is all ASCII, and so it is JSON whatever encoding standard output has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from articlelint.model import Diagnostic, pointer
from articlelint.report import FileReport


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """The array, its objects sorted as the reports are and then by place."""
    separator = "[\n  "
    for report in reports:
        for diagnostic in report.diagnostics:
            yield separator + json.dumps(_object(report, diagnostic))
            separator = ",\n  "
    yield "[]\n" if separator[0] == "[" else "\n]\n"


def _object(report: FileReport, diagnostic: Diagnostic) -> dict[str, Any]:
    start = report.source.position(diagnostic.span.start)
    end = report.source.position(diagnostic.span.end)
    return {
        "path": report.path,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "pointer": pointer(diagnostic.path),
        "fix": None,
    }
