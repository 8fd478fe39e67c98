"""A Code Quality report of GitLab CI, which shows in merge requests.

The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic, Position, Severity
from articlelint.report import FileReport
from articlelint.reporters._identity import fingerprints, in_repository
from articlelint.reporters._json import array
from articlelint.reporters._text import message_and_notes
from articlelint.text.strict_json import strict_json

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """The report: one array, with one object a line."""
    yield from array(item for report in reports if report.diagnostics for item in _issues(report))
    yield "\n"


def _issues(report: FileReport) -> Iterator[str]:
    report = in_repository(report)
    known = fingerprints(report.path, report.diagnostics)
    for diagnostic, fingerprint in zip(report.diagnostics, known, strict=True):
        yield strict_json(
            {
                "description": message_and_notes(report, diagnostic),
                "check_name": diagnostic.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[diagnostic.severity],
                "location": {"path": report.path, "positions": _positions(report, diagnostic)},
            }
        )


def _positions(report: FileReport, diagnostic: Diagnostic) -> dict[str, dict[str, int]]:
    span, position = diagnostic.span, report.position
    return {"begin": _object(position(span.start)), "end": _object(position(span.end))}


def _object(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
