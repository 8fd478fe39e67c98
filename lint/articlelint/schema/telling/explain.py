"""Faults to diagnostics: each with its place in the text, one plain sentence, and help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from articlelint.model import Change, Data, DataPath, Diagnostic, Related, Safety, Severity, Span
from articlelint.reading.document import Document
from articlelint.reading.limits import TOO_COMPLEX
from articlelint.reading.yaml import YAML
from articlelint.rule import SCHEMA_SEVERITY, schema_id
from articlelint.schema.finding.fault import UNFINISHED, UNJUDGED, Fault, Target, demand
from articlelint.schema.finding.judge import accepts
from articlelint.schema.finding.lacking import lacking, only_lacks_keys, without_keys
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.causes import undecided
from articlelint.schema.telling.corrections import correction_of
from articlelint.schema.telling.corrections.correction import Correction
from articlelint.schema.telling.corrections.invented import lifted
from articlelint.schema.telling.corrections.missing import renamed
from articlelint.schema.telling.fixes import change_for, without_rivals
from articlelint.schema.telling.help import help_lines
from articlelint.schema.telling.hints import UNKNOWN_KEY, HintFinder, Hints
from articlelint.schema.telling.sentences import FRONT_MATTER, own_sentence, sentence
from articlelint.text.words import MAX_SHOWN, show


class Explained(NamedTuple):
    """A diagnostic with the change that fixes it, and how safe that is; None if there is none.

    ``asks`` tells whether a value meets what the fault is about; it is None where that is not a
    value, or where the schema's author says it in words of their own.
    """

    diagnostic: Diagnostic
    change: Change | None = None
    safety: Safety | None = None
    asks: Callable[[Data], bool] | None = None


class _Hinted(NamedTuple):
    """A fault with all that is known about it; ``known`` are the keys that could replace it."""

    fault: Fault
    severity: Severity
    hints: Hints
    known: list[str]


def explain(
    faults: Iterable[Fault],
    document: Document,
    schema: Schema,
    severity_of: Callable[[str], Severity | None],
    subject: str,
) -> list[Diagnostic]:
    """The diagnostics of the faults that ``severity_of`` gives a severity by their ids.

    ``schema`` is the whole one, ``subject`` what the document is, such as "configuration". An
    unknown key that is plainly a missing one, misspelled or in the wrong place, is one diagnostic,
    as severe as the more severe of the two.
    """
    hinted = _hinted(faults, document, schema, severity_of)
    return [_diagnostic(each, document, subject) for each in hinted]


def explain_with_changes(
    faults: Iterable[Fault],
    document: Document,
    schema: Schema,
    severity_of: Callable[[str], Severity | None],
    *,
    apart: bool = False,
) -> list[Explained]:
    """Explain the faults of front matter, each with the change that fixes it.

    With ``apart``, each fault is a diagnostic by itself.
    """
    hinted = _hinted(faults, document, schema, severity_of, apart=apart)
    changes = [change_for(each.fault, each.hints, document) for each in hinted]
    return [
        Explained(
            _diagnostic(each, document, FRONT_MATTER),
            found.change if found else None,
            found.safety if found else None,
            _asks(each, schema.draft()),
        )
        for each, found in zip(hinted, without_rivals(changes), strict=True)
    ]


def _asks(hinted: _Hinted, draft: str) -> Callable[[Data], bool] | None:
    """What tells whether another value would be free of a fault."""
    asked = demand(hinted.fault)
    return None if asked is None or hinted.hints.told else partial(accepts, draft, asked)


def untold(faults: Iterable[Fault], document: Document) -> list[Diagnostic]:
    """Each fault by itself as a diagnostic without words: its id and its place."""
    return [
        Diagnostic(_rule_id(each), SCHEMA_SEVERITY, "", each.path, _span(each, document))
        for each in faults
    ]


def _rule_id(fault: Fault) -> str:
    return TOO_COMPLEX if fault.keyword in (UNFINISHED, UNJUDGED) else schema_id(fault.keyword)


def _hinted(
    faults: Iterable[Fault],
    document: Document,
    schema: Schema,
    severity_of: Callable[[str], Severity | None],
    *,
    apart: bool = False,
) -> list[_Hinted]:
    pairs = ((fault, severity_of(schema_id(fault.keyword))) for fault in faults)
    reported = [(fault, severity) for fault, severity in pairs if severity]
    missing: dict[DataPath, Severity] = {}
    for fault, severity in reported:
        for path in lacking(fault):
            missing[path] = _more_severe(severity, missing.get(path))
    objected_to = {each.path: each for each, _ in reported}
    finder = HintFinder(schema, document.data, () if apart else missing, objected_to)
    found = []
    for fault, own_severity in reported:
        severity = own_severity
        hints = finder.hints(fault)
        known = finder.known(fault) if fault.keyword in UNKNOWN_KEY else []
        for path in _claimed(hints):
            severity = _more_severe(severity, missing.get(path))
        found.append(_Hinted(fault, severity, hints, known))
    left = found if apart else _told_once(_without_echoes(found), document)
    return [_corrected(each, document, schema) for each in left]


def _claimed(hints: Hints) -> tuple[DataPath, ...]:
    """The missing keys that were meant by an unknown key."""
    return (hints.claims,) if hints.claims else hints.brings


def _without_echoes(found: list[_Hinted]) -> list[_Hinted]:
    """What is left once misspelled keys are taken for missing ones.

    What is in force only because another required key is missing may not be, once that is there: so
    it is not told, unless that would leave nothing to tell.
    """
    claimed = frozenset(path for each in found for path in _claimed(each.hints))
    required = {each.fault.path for each in found if each.fault.target is Target.MISSING}
    faults = ((each, without_keys(each.fault, claimed)) for each in found)
    left = [each._replace(fault=fault) for each, fault in faults if fault]
    decided = [
        each
        for each in left
        if required.difference([each.fault.path]).isdisjoint(undecided(each.fault))
    ]
    return decided or left


def _told_once(found: list[_Hinted], document: Document) -> Iterator[_Hinted]:
    """Let what the schema's author says of alternatives be said of their first fault alone."""
    of_alternatives = [each.fault for each in found if each.fault.told]
    of_alternatives.sort(key=lambda fault: _span(fault, document), reverse=True)
    first = {fault.told: fault for fault in of_alternatives}
    for each in found:
        is_first = first.get(each.fault.told, each.fault) is each.fault
        yield each if is_first else each._replace(hints=each.hints._replace(told=None))


def _corrected(hinted: _Hinted, document: Document, schema: Schema) -> _Hinted:
    """With what was meant, and with how the value is written."""
    fault, hints = hinted.fault, hinted.hints
    if hints.written_as is not None:
        correction: Correction | None = renamed(fault.path, hints.written_as, document)
    elif hints.brings and document.dialect is YAML:
        correction = lifted(fault.path, document)
    else:
        correction = correction_of(fault, document, schema)
    return hinted._replace(
        fault=fault._replace(written=_written(fault, document)),
        hints=hints._replace(correction=correction),
    )


def _written(fault: Fault, document: Document) -> str:
    """How a value that is no text is written, if that is a line which is not too long."""
    path, is_collection = fault.path, isinstance(fault.actual, list | Mapping)
    if isinstance(fault.actual, str) or fault.target is not Target.VALUE or not path:
        return ""
    if is_collection:  # in YAML, what is read as one may have been meant as text
        written = document.written(path) if document.dialect is YAML else ""
    else:
        written = document.plain(path) or ""
    is_fit = len(written) <= MAX_SHOWN and written.isprintable()
    return written if is_fit and not written.startswith(("&", "!", "*")) else ""


def _diagnostic(hinted: _Hinted, document: Document, subject: str) -> Diagnostic:
    fault, severity, hints, known = hinted
    if _rule_id(fault) == TOO_COMPLEX:
        message = own_sentence(fault, subject=subject)
        return Diagnostic(TOO_COMPLEX, severity, message, fault.path, _span(fault, document))
    message = sentence(fault, hints, subject)
    place = hints.correction.place if hints.correction else None
    return Diagnostic(
        _rule_id(fault),
        severity,
        message,
        fault.path,
        place or _span(fault, document),
        tuple(help_lines(fault, hints, known, subject, message, in_yaml=document.dialect is YAML)),
        _related(fault, document),
    )


def _more_severe(severity: Severity, other: Severity | None) -> Severity:
    return Severity.ERROR if Severity.ERROR in (severity, other) else severity


def _related(fault: Fault, document: Document) -> tuple[Related, ...]:
    parent = fault.path[:-1]
    if fault.rivals:
        return tuple(
            Related(document.key_span((*parent, key)), f"{show(key)} is given here")
            for key in fault.rivals[:-1]
        )
    if fault.earlier is None:
        return ()
    first = document.value_span((*parent, fault.earlier))
    return (Related(first, "first occurrence"),)


def _span(fault: Fault, document: Document) -> Span:
    if fault.target is Target.MISSING:
        return document.mapping_span(fault.path[:-1])
    if fault.target is Target.WHOLE or only_lacks_keys(fault):
        return document.mapping_span(fault.path)
    if fault.target is Target.KEY:
        return document.key_span(fault.path)
    return document.value_span(fault.path)
