"""One diagnostic for each fault: the one that says most."""

from __future__ import annotations

from collections import defaultdict

from articlelint.model import DataPath, Diagnostic, Severity, Span


def without_echoes(
    by_rules: list[Diagnostic], by_schema: list[Diagnostic], giving_way: frozenset[str]
) -> list[Diagnostic]:
    """Keep one diagnostic for each place.

    A rule's diagnostic replaces the schema's on the same value, because the rule knows more. It
    becomes at least as severe and repeats the schema's message as help, so that nothing is lost. A
    rule that gives way is dropped if another rule or the schema reports the same place. Ignored
    diagnostics must not be passed in: if a comment ignores a rule, the schema's diagnostic returns.
    What marks a part of a value counts as being at the value; of several by one rule, only the
    first repeats the schema.
    """
    reported = defaultdict(list)
    for each in by_schema:
        reported[_place(each)].append(each)
    taken = {_place(each) for each in by_rules if each.rule not in giving_way}
    kept = []
    repeated = set()
    for each in by_rules:
        place = _place(each)
        if not (each.rule in giving_way and (place in taken or place in reported)):
            is_first = (each.rule, place) not in repeated
            kept.append(_with_schema_faults(each, reported.get(place, []) if is_first else []))
            repeated.add((each.rule, place))
    covered = {_place(each) for each in kept}
    return kept + [each for each in by_schema if _place(each) not in covered]


def _place(diagnostic: Diagnostic) -> tuple[DataPath, Span]:
    return diagnostic.path, diagnostic.value_span


def _with_schema_faults(diagnostic: Diagnostic, faults: list[Diagnostic]) -> Diagnostic:
    if not faults:
        return diagnostic
    severe = any(each.severity is Severity.ERROR for each in (diagnostic, *faults))
    return diagnostic._replace(
        severity=Severity.ERROR if severe else Severity.WARNING,
        help=(*diagnostic.help, *(f"the schema says: {each.message}" for each in faults)),
    )
