"""SARIF 2.1.0, the format that code scanning services and many viewers read.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any, NamedTuple
from urllib.parse import quote

from articlelint.model import ColumnUnit, Diagnostic, Edit, Fix, Position, Related, Span
from articlelint.report import FileReport, Suppressed, Suppression
from articlelint.reporters._identity import fingerprints, in_repository
from articlelint.reporters._json import array
from articlelint.reporters._text import help_notes
from articlelint.settings import records
from articlelint.text.strict_json import strict_json

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: What ends a line here (see ``SourceFile``); readers would not count a lone carriage return.
_NEWLINES = ["\r\n", "\n", "\r"]
_KINDS = {Suppression.COMMENT: "inSource", Suppression.BASELINE: "external"}
_FINGERPRINT = "diagnostic/v1"


class _File(NamedTuple):
    """The file of a result: where it is, and its report for the positions in it."""

    uri: str
    report: FileReport


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One run: the results as they come, then their rules."""
    indices: dict[str, int] = {}
    yield f'{{"version": "2.1.0", "$schema": "{_SCHEMA}", "runs": [{{"columnKind": '
    yield f'"unicodeCodePoints", "newlineSequences": {strict_json(_NEWLINES)}, "results": '
    yield from array(
        strict_json({"ruleIndex": indices.setdefault(result["ruleId"], len(indices)), **result})
        for report in reports
        if report.diagnostics or report.suppressed
        for result in _results(report)
    )
    yield f', "tool": {{"driver": {strict_json(_driver(indices))}}}}}]}}\n'


def _driver(rule_ids: Iterable[str]) -> dict[str, Any]:
    return {
        "name": "articlelint",
        "version": version("articlelint"),
        "rules": [_rule(each) for each in rule_ids],
    }


def _results(report: FileReport) -> Iterator[dict[str, Any]]:
    """What is reported, with no suppression; then what is suppressed, with one.

    All have a list of them: by the standard, all results of a run have one or none has (3.27.23).
    """
    named = in_repository(report)
    report = named._replace(column_unit=ColumnUnit.CODE_POINTS)  # as the run's columnKind says
    file = _File(_uri(report.path), report)
    found: list[tuple[Diagnostic, list[dict[str, str]]]]
    found = [(diagnostic, []) for diagnostic in report.diagnostics]
    found += [(each.diagnostic, [_suppression(each)]) for each in report.suppressed]
    known = fingerprints(report.path, (diagnostic for diagnostic, _ in found))
    for (diagnostic, suppressions), fingerprint in zip(found, known, strict=True):
        yield {
            **_result(file, diagnostic),
            "partialFingerprints": {_FINGERPRINT: fingerprint},
            "suppressions": suppressions,
        }


def _suppression(suppressed: Suppressed) -> dict[str, str]:
    kind = {"kind": _KINDS[suppressed.suppression]}
    return {**kind, "justification": suppressed.reason} if suppressed.reason else kind


def _result(file: _File, diagnostic: Diagnostic) -> dict[str, Any]:
    fix = diagnostic.fix
    return {
        "ruleId": diagnostic.rule,
        "level": diagnostic.severity.value,
        # Braces stay as they are: readers take them for placeholders only beside arguments.
        "message": {"text": "\n".join((diagnostic.message, *help_notes(diagnostic)))},
        "locations": [_location(file.uri, _region_of(file.report, diagnostic.span))],
        "relatedLocations": [_related(file, each) for each in diagnostic.related],
        "fixes": [_fix(file, fix)] if fix and fix.edits else [],
    }


def _related(file: _File, related: Related) -> dict[str, Any]:
    uri = file.uri if related.path is None else _uri(related.path)
    location = _location(uri, _region(*file.report.region_of(related)))
    return {**location, "message": {"text": related.message}}


def _location(uri: str, region: dict[str, int]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _region_of(report: FileReport, span: Span) -> dict[str, int]:
    return _region(report.position(span.start), report.position(span.end))


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(file: _File, fix: Fix) -> dict[str, Any]:
    replacements = [_replacement(file.report, edit) for edit in fix.edits]
    change = {"artifactLocation": {"uri": file.uri}, "replacements": replacements}
    return {
        "description": {"text": fix.title},
        "artifactChanges": [change],
        "properties": {"safety": fix.safety.value},
    }


def _replacement(report: FileReport, edit: Edit) -> dict[str, Any]:
    region = _region_of(report, edit.span)
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _uri(path: str) -> str:
    """A path as a URI, by the bytes of the name; it is relative unless the path is absolute."""
    uri = quote(os.fsencode(path))
    return f"file://{uri}" if path.startswith("/") else uri


def _rule(rule_id: str) -> dict[str, Any]:
    """What is known of a rule; only the id where there is no such rule."""
    try:
        rule = records.record(rule_id)
    except KeyError:
        return {"id": rule_id}
    docs = rule.docs.strip()
    what = " ".join(docs.partition("\n\n")[0].split())
    return {
        "id": rule_id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": what},
        "helpUri": records.page_url(rule_id, version("articlelint")),
        "help": {"text": docs, "markdown": docs},
        "defaultConfiguration": {"level": rule.severity.value},
    }
