"""A Diagnostic Result for reviewdog, which brings it to whatever hosts the code.

The format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from articlelint.model import ColumnUnit, Diagnostic, Edit, Span
from articlelint.report import FileReport
from articlelint.reporters._identity import in_repository
from articlelint.reporters._json import array
from articlelint.reporters._text import message_and_notes
from articlelint.text.strict_json import strict_json


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """The result: one object, with one diagnostic a line."""
    yield '{"source": {"name": "articlelint"}, "diagnostics": '
    yield from array(
        item for report in reports if report.diagnostics for item in _diagnostics(report)
    )
    yield "}\n"


def _diagnostics(report: FileReport) -> Iterator[str]:
    report = in_repository(report)._replace(column_unit=ColumnUnit.UTF_8)  # as the format says
    for diagnostic in report.diagnostics:
        yield strict_json(_object(report, diagnostic))


def _object(report: FileReport, diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic. Related places are in its text: older versions refuse a key of their own."""
    fix = diagnostic.fix
    return {
        "message": message_and_notes(report, diagnostic),
        "location": {"path": report.path, "range": _range(report, diagnostic.span)},
        "severity": diagnostic.severity.name,
        "code": {"value": diagnostic.rule},
        "suggestions": _suggestions(report, fix.edits) if fix else [],
    }


def _range(report: FileReport, span: Span) -> dict[str, Any]:
    return {"start": _position(report, span.start), "end": _position(report, span.end)}


def _position(report: FileReport, offset: int) -> dict[str, int]:
    line, column = report.position(offset)
    return {"line": line, "column": column}


def _suggestions(report: FileReport, edits: Sequence[Edit]) -> list[dict[str, Any]]:
    """All edits of a fix as one, for each suggestion is offered on its own."""
    if not edits:
        return []
    edit = _joined(report, edits)
    return [{"range": _range(report, edit.span), "text": edit.text}]


def _joined(report: FileReport, edits: Iterable[Edit]) -> Edit:
    """One edit that does what several do, with the text between them as it is."""
    first, *others = sorted(edits)
    written, end = first.text, first.span.end
    for edit in others:
        written += report.source.between(Span(end, edit.span.start)) + edit.text
        end = edit.span.end
    return Edit(Span(first.span.start, end), written)
