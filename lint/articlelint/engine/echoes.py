"""Of several diagnostics of one fault, the one that tells most."""

from __future__ import annotations

from collections import defaultdict

from articlelint.model import DataPath, Diagnostic, Severity, Span


def without_echoes(
    by_rules: list[Diagnostic], by_schema: list[Diagnostic], giving_way: frozenset[str]
) -> list[Diagnostic]:
    """One fault, one diagnostic.

    A rule's word on a value takes the place of the schema's: it knows more. It is then at least as
    severe as the schema's was, and repeats its sentence as help, so that nothing is lost. A rule
    that gives way is silent where another rule or the schema speaks. What is silenced is none of
    this: the schema speaks again where a comment silences a rule.
    """
    said = defaultdict(list)
    for each in by_schema:
        said[_place(each)].append(each)
    taken = {_place(each) for each in by_rules if each.rule not in giving_way}
    kept = []
    for each in by_rules:
        place = _place(each)
        if not (each.rule in giving_way and (place in taken or place in said)):
            kept.append(_with_schema_faults(each, said.get(place, [])))
    spoken_of = {_place(each) for each in kept}
    return kept + [each for each in by_schema if _place(each) not in spoken_of]


def _place(diagnostic: Diagnostic) -> tuple[DataPath, Span]:
    return diagnostic.path, diagnostic.span


def _with_schema_faults(diagnostic: Diagnostic, faults: list[Diagnostic]) -> Diagnostic:
    if not faults:
        return diagnostic
    severe = any(each.severity is Severity.ERROR for each in (diagnostic, *faults))
    return diagnostic._replace(
        severity=Severity.ERROR if severe else Severity.WARNING,
        help=(*diagnostic.help, *(f"the schema says: {each.message}" for each in faults)),
    )
