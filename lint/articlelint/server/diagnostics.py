"""Diagnostics as the protocol has them."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from articlelint import __version__
from articlelint.model import Diagnostic, Related, Severity
from articlelint.report import FileReport
from articlelint.server.places import Places
from articlelint.settings import records

SOURCE = "articlelint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
}
#: What editors strike out, or fade because it can go without loss.
_TAGS = {
    "deprecated-key": [types.DiagnosticTag.Deprecated],
    "duplicate-item": [types.DiagnosticTag.Unnecessary],
    "unused-ignore": [types.DiagnosticTag.Unnecessary],
}


def diagnostics(
    report: FileReport, places: Places, uri_of: Callable[[str | None], str]
) -> list[types.Diagnostic]:
    """What a report says; ``uri_of`` gives the URI of a file by its path, None for its own."""

    def related(each: Related) -> types.DiagnosticRelatedInformation:
        place = types.Location(uri_of(each.path), places.range_of_related(each))
        return types.DiagnosticRelatedInformation(place, each.message)

    return [
        told(each, places, [related(place) for place in each.related])
        for each in report.diagnostics
    ]


def told(
    diagnostic: Diagnostic, places: Places, related: list[types.DiagnosticRelatedInformation]
) -> types.Diagnostic:
    """One diagnostic, with its related places."""
    return types.Diagnostic(
        range=places.range_of(diagnostic.span),
        message="\n".join((diagnostic.message, *(f"help: {line}" for line in diagnostic.help))),
        severity=_SEVERITIES[diagnostic.severity],
        code=diagnostic.rule,
        code_description=_page(diagnostic.rule),
        source=SOURCE,
        tags=_TAGS.get(diagnostic.rule),
        related_information=related or None,
    )


def plain(message: str, place: types.Range) -> types.Diagnostic:
    """A mistake in a configuration or a schema, which no rule has found."""
    return types.Diagnostic(place, message, types.DiagnosticSeverity.Error, source=SOURCE)


def _page(rule_id: str) -> types.CodeDescription:
    return types.CodeDescription(records.page_url(rule_id, __version__))
