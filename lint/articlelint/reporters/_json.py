"""What the JSON formats share: the object of a diagnostic, and JSON that any reader takes.

All of it is ASCII, and so it is JSON whatever encoding standard output has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from articlelint.model import Diagnostic, Fix, Position, Related, Span, pointer
from articlelint.report import FileReport


def diagnostic_object(report: FileReport, diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic in the formats ``json`` and ``jsonl``."""
    return {
        "path": report.path,
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
    return {"path": path, **_place(*report.region_of(related)), "message": related.message}


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


def strict_json(value: Any) -> str:
    """A value as JSON for readers that refuse a lone surrogate, which is spelled out instead.

    Python spells the bytes of a file name that are not UTF-8 so, and YAML can escape one. Readers
    in Go and Rust take a whole report for broken that holds one (RFC 8259, section 8.2).
    """
    return json.dumps(_without_surrogates(value))


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {key: _without_surrogates(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(each) for each in value]
    return value
