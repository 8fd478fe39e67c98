"""One diagnostic for each fault: the one that says most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from articlelint.model import DataPath, Diagnostic, Remove, Scalar, SetValue, Severity, Span
from articlelint.rule import Rule, schema_id

if TYPE_CHECKING:
    from articlelint.schema.telling.explain import Explained

_TYPE = schema_id("type")


def without_echoes(
    by_rules: list[Diagnostic], by_schema: list[Explained], rules: Mapping[str, Rule]
) -> list[Diagnostic]:
    """Keep one diagnostic for each place.

    A rule's diagnostic replaces the schema's on the same value, because the rule knows more. It
    becomes at least as severe, and repeats the schema's message as help if the schema asks for
    more than the rule. A rule that gives way is dropped if another rule or the schema reports the
    same place; and so is what is said of a value that is not written, within one that should be of
    another type: `Title:` where text is wanted has no key that lacks a value. Ignored diagnostics
    must not be passed in: if a comment ignores a rule, the schema's diagnostic returns. What marks
    a part of a value counts as being at the value; of several by one rule, only the first repeats
    the schema.
    """
    told = [each.diagnostic for each in by_schema]
    if not by_rules:
        return told
    giving_way = {rule_id for rule_id, rule in rules.items() if rule.gives_way}
    reported = defaultdict(list)
    for fault in by_schema:
        reported[_place(fault.diagnostic)].append(fault)
    taken = {_place(each) for each in by_rules if each.rule not in giving_way}
    misread = {each.path for each in told if each.rule == _TYPE}
    kept = []
    repeated = set()
    for each in by_rules:
        place = _place(each)
        gives_way = each.rule in giving_way and (place in taken or place in reported)
        if not (gives_way or _is_of_nothing(each, misread)):
            is_first = (each.rule, place) not in repeated
            accepted = rules[each.rule].accepts if each.rule in rules else ()
            faults = reported.get(place, []) if is_first else []
            kept.append(_with_schema_faults(each, faults, accepted))
            repeated.add((each.rule, place))
    covered = {_place(each) for each in kept}
    return kept + [each for each in told if _place(each) not in covered]


def _is_of_nothing(diagnostic: Diagnostic, misread: set[DataPath]) -> bool:
    """Whether it is about an empty value within one of those at ``misread``."""
    path, span = diagnostic.path, diagnostic.span
    return span.start == span.end and any(path[:length] in misread for length in range(len(path)))


def _place(diagnostic: Diagnostic) -> tuple[DataPath, Span]:
    return diagnostic.path, diagnostic.value_span


def _with_schema_faults(
    diagnostic: Diagnostic, faults: list[Explained], accepted: tuple[Scalar, ...]
) -> Diagnostic:
    """The diagnostic of a rule with what the schema says beyond it."""
    if not faults:
        return diagnostic
    told = [each.diagnostic for each in faults]
    severe = any(each.severity is Severity.ERROR for each in (diagnostic, *told))
    more = [each.diagnostic for each in faults if _says_more(each, diagnostic, accepted)]
    return diagnostic._replace(
        severity=Severity.ERROR if severe else Severity.WARNING,
        help=(*diagnostic.help, *(f"the schema says: {each.message}" for each in more)),
    )


def _says_more(fault: Explained, diagnostic: Diagnostic, accepted: tuple[Scalar, ...]) -> bool:
    """Whether following the rule may leave what the schema objects to."""
    if fault.asks is None:
        return True
    change = diagnostic.fix.change if diagnostic.fix else None
    if isinstance(change, Remove):
        return False
    values = (change.value,) if isinstance(change, SetValue) else accepted
    return not (values and all(map(fault.asks, values)))
