"""What the JSON formats share: the object of a diagnostic, and an array that comes in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from articlelint.model import Diagnostic, Fix, Position, Related, Span, pointer
from articlelint.report import FileReport
from articlelint.text.strict_json import distinct


def diagnostic_object(report: FileReport, diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic in the formats ``json`` and ``jsonl``."""
    return {
        "path": distinct(report.path),
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_span(report, diagnostic.span),
        "pointer": pointer(diagnostic.path),
        "fix": diagnostic.fix and _fix(report, diagnostic.fix),
        "help": diagnostic.help,
        "related": [_related(report, each) for each in diagnostic.related],
    }


def _span(report: FileReport, span: Span) -> dict[str, int]:
    return _place(report.position(span.start), report.position(span.end))


def _place(start: Position, end: Position) -> dict[str, int]:
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _related(report: FileReport, related: Related) -> dict[str, Any]:
    path = report.path if related.path is None else related.path
    place = _place(*report.region_of(related))
    return {"path": distinct(path), **place, "message": related.message}


def _fix(report: FileReport, fix: Fix) -> dict[str, Any]:
    edits = [{**_span(report, edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def array(items: Iterable[str]) -> Iterator[str]:
    """JSON texts as an array, one a line, as they come."""
    separator = "[\n  "
    for item in items:
        yield separator + item
        separator = ",\n  "
    yield "[]" if separator[0] == "[" else "\n]"
