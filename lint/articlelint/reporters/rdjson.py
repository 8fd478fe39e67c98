"""A Diagnostic Result for reviewdog, which brings it to whatever hosts the code.

The format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from articlelint.model import Diagnostic, Edit, Fix, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.reporters._json import array, strict_json
from articlelint.reporters._known import repository_path


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """The result: one object, with one diagnostic a line."""
    yield '{"source": {"name": "articlelint"}, "diagnostics": '
    yield from array(item for report in reports for item in _diagnostics(report))
    yield "}\n"


def _diagnostics(report: FileReport) -> Iterator[str]:
    path = repository_path(report.path)
    for diagnostic in report.diagnostics:
        yield strict_json(_object(path, report.source, diagnostic))


def _object(path: str, source: SourceFile, diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic, without related places: older versions refuse a key that they do not know."""
    fix = diagnostic.fix
    return {
        "message": diagnostic.message,
        "location": {"path": path, "range": _range(source, diagnostic.span)},
        "severity": diagnostic.severity.name,
        "code": {"value": diagnostic.rule},
        "suggestions": [_suggestion(source, fix)] if fix and fix.edits else [],
    }


def _range(source: SourceFile, span: Span) -> dict[str, Any]:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: SourceFile, offset: int) -> dict[str, int]:
    """The line and column; here a column counts bytes of UTF-8."""
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode(errors="surrogatepass")) + 1}


def _suggestion(source: SourceFile, fix: Fix) -> dict[str, Any]:
    """All edits of a fix as one, for each suggestion is offered on its own."""
    edit = _joined(source.text, fix.edits)
    return {"range": _range(source, edit.span), "text": edit.text}


def _joined(text: str, edits: Iterable[Edit]) -> Edit:
    """One edit that does what several do, with the text between them as it is."""
    first, *others = sorted(edits)
    written, end = first.text, first.span.end
    for edit in others:
        written += text[end : edit.span.start] + edit.text
        end = edit.span.end
    return Edit(Span(first.span.start, end), written)
