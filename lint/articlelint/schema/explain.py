"""Faults to diagnostics: each with its place in the text, one plain sentence, and help."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from articlelint.model import Diagnostic, Related, Severity, Span
from articlelint.reading.document import Document
from articlelint.schema.alternatives import only_lacks_keys
from articlelint.schema.fault import Fault, Target
from articlelint.schema.help import help_lines
from articlelint.schema.hints import UNKNOWN_KEY, HintFinder
from articlelint.schema.sentences import sentence
from articlelint.schema.store import Schema

#: What every diagnostic of the schema has before its keyword.
PREFIX = "schema/"


def explain(
    faults: Iterable[Fault],
    document: Document,
    schema: Schema,
    severity_of: Callable[[str], Severity | None],
) -> list[Diagnostic]:
    """The diagnostics of the faults that ``severity_of`` gives a severity by their ids.

    ``schema`` is the whole one. An unknown key that is plainly a missing one, misspelt or in the
    wrong place, is one diagnostic, as severe as the severer of the two.
    """
    pairs = ((fault, severity_of(PREFIX + fault.keyword)) for fault in faults)
    reported = [(fault, severity) for fault, severity in pairs if severity]
    missing = {each.path: severity for each, severity in reported if each.target is Target.MISSING}
    finder = HintFinder(schema, document.data, missing)
    hinted = [(fault, severity, finder.hints(fault)) for fault, severity in reported]
    claimed = {hints.claims for _, _, hints in hinted}
    diagnostics = []
    for fault, severity, hints in hinted:
        if fault.target is Target.MISSING and fault.path in claimed:
            continue
        known = finder.known(fault) if fault.keyword in UNKNOWN_KEY else []
        diagnostic = Diagnostic(
            PREFIX + fault.keyword,
            _severer(severity, missing.get(hints.claims or ())),
            sentence(fault, hints),
            fault.path,
            _span(fault, document),
            tuple(help_lines(fault, hints, known)),
            _related(fault, document),
        )
        diagnostics.append(diagnostic)
    return diagnostics


def _severer(severity: Severity, other: Severity | None) -> Severity:
    return Severity.ERROR if Severity.ERROR in (severity, other) else severity


def _related(fault: Fault, document: Document) -> tuple[Related, ...]:
    if fault.related is None:
        return ()
    return (Related(document.value_span(fault.related), "the first of the two is here"),)


def _span(fault: Fault, document: Document) -> Span:
    if fault.target is Target.MISSING:
        return document.mapping_span(fault.path[:-1])
    if fault.target is Target.WHOLE or only_lacks_keys(fault):
        return document.mapping_span(fault.path)
    if fault.target is Target.KEY:
        return document.key_span(fault.path)
    return document.value_span(fault.path)
