"""SARIF 2.1.0, the format that code scanning services and many viewers read.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any, NamedTuple
from urllib.parse import quote

from articlelint import rules
from articlelint.model import Diagnostic, Fix, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression
from articlelint.reporters._json import array, strict_json
from articlelint.reporters._known import fingerprints, repository_path

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: What ends a line for us (see ``SourceFile``); readers would not count a lone carriage return.
_NEWLINES = ["\r\n", "\n", "\r"]
_KINDS = {Suppression.COMMENT: "inSource", Suppression.BASELINE: "external"}
_FINGERPRINT = "diagnostic/v1"


class _File(NamedTuple):
    """A file as a result speaks of it."""

    uri: str
    source: SourceFile


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One run: the results as they come, then the rules that they are of."""
    indices: dict[str, int] = {}
    yield f'{{"version": "2.1.0", "$schema": "{_SCHEMA}", "runs": [{{"columnKind": '
    yield f'"unicodeCodePoints", "newlineSequences": {strict_json(_NEWLINES)}, "results": '
    yield from array(
        strict_json({"ruleIndex": indices.setdefault(result["ruleId"], len(indices)), **result})
        for report in reports
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
    """What is reported, with an empty list of suppressions; then what is silenced, with its one.

    All have the list, for the standard has either all results of a run have one or none (3.27.23).
    """
    path = repository_path(report.path)
    file = _File(_uri(path), report.source)
    found: list[tuple[Diagnostic, list[dict[str, str]]]]
    found = [(diagnostic, []) for diagnostic in report.diagnostics]
    found += [(each.diagnostic, [_suppression(each)]) for each in report.suppressed]
    known = fingerprints(path, (diagnostic for diagnostic, _ in found))
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
        "message": {"text": diagnostic.message},
        "locations": [_location(file, diagnostic.span)],
        "relatedLocations": [
            {**_location(file, each.span), "message": {"text": each.message}}
            for each in diagnostic.related
        ],
        "fixes": [_fix(file, fix)] if fix and fix.edits else [],
    }


def _location(file: _File, span: Span) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": file.uri}, "region": _region(file.source, span)}
    return {"physicalLocation": place}


def _region(source: SourceFile, span: Span) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(file: _File, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(file.source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": file.uri}, "replacements": replacements}
    return {
        "description": {"text": fix.title},
        "artifactChanges": [change],
        "properties": {"safety": fix.safety.value},
    }


def _uri(path: str) -> str:
    """A path as a URI, relative unless the path is absolute; the bytes of the file's name."""
    uri = quote(os.fsencode(path))
    return f"file://{uri}" if path.startswith("/") else uri


def _rule(rule_id: str) -> dict[str, Any]:
    """What is known of a rule; there is no ``helpUri``, as its page has no address of its own."""
    from articlelint.schema.telling.glossary import GLOSSARY  # noqa: PLC0415 - only where one is named

    if rule_id in rules.ids():
        rule = rules.load(rule_id)
        return _descriptor(rule_id, rule.summary, rule.docs, rule.severity)
    keyword = GLOSSARY.get(rule_id.removeprefix("schema/"))
    if keyword:
        docs = f"{keyword.what}\n\n{keyword.advice}\n\n{keyword.defined}"
        return _descriptor(rule_id, keyword.what, docs, Severity.ERROR)
    return {"id": rule_id}


def _descriptor(rule_id: str, summary: str, docs: str, severity: Severity) -> dict[str, Any]:
    docs = docs.strip()
    what = " ".join(docs.partition("\n\n")[0].split())
    return {
        "id": rule_id,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": what},
        "help": {"text": docs, "markdown": docs},
        "defaultConfiguration": {"level": severity.value},
    }
