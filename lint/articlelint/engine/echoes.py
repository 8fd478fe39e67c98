"""One diagnostic for each fault: the one that says most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from articlelint.engine.by_rules import ActiveRule
from articlelint.model import DataPath, Diagnostic, Remove, Scalar, SetValue, Severity, Span
from articlelint.rule import schema_id

if TYPE_CHECKING:
    from articlelint.schema.telling.explain import Explained

_TYPE = schema_id("type")

_Place = tuple[DataPath, Span]


def without_echoes(
    by_rules: list[Diagnostic], by_schema: list[Explained], rules: Mapping[str, ActiveRule]
) -> list[Diagnostic]:
    """Keep one diagnostic for each place.

    A rule's diagnostic replaces the schema's on the same value, because the rule knows more. It
    becomes at least as severe, and repeats the schema's message as help if the schema asks for
    more than the rule. A rule that gives way is dropped if another rule or the schema reports the
    same place; and so is what is said of a value that is not written, within one that should be of
    another type: `Title:` where text is wanted has no key that lacks a value. Ignored diagnostics
    must not be passed in: if a comment ignores a rule, the schema's diagnostic returns. What marks
    a part of a value counts as being at the value; of several diagnostics at one, only the first
    repeats the schema. But rules that give way may still report parts of a value that lie apart
    from those of a rule that ``judges_parts``.
    """
    told = [each.diagnostic for each in by_schema]
    if not by_rules:
        return told
    giving_way = {rule_id for rule_id, active in rules.items() if active.rule.gives_way}
    reported = defaultdict(list)
    for fault in by_schema:
        reported[_place(fault.diagnostic)].append(fault)
    strict = [each for each in by_rules if each.rule not in giving_way]
    parts = defaultdict(list)
    for each in strict:
        if each.whole and each.rule in rules and rules[each.rule].rule.judges_parts:
            parts[_place(each)].append(each.span)
    taken = {_place(each) for each in strict if each.span not in parts.get(_place(each), ())}
    misread = {each.path for each in told if each.rule == _TYPE}
    left = [
        each
        for each in by_rules
        if not _is_of_nothing(each, misread)
        and not (
            each.rule in giving_way
            and (_place(each) in taken or _place(each) in reported or _touches(each, parts))
        )
    ]
    covered = {_place(each) for each in left}
    others = [each for each in told if _place(each) not in covered]
    return [*_with_schema_faults(left, reported, rules), *others]


def untold(
    later: Iterable[Diagnostic], told: Iterable[Diagnostic], giving_way: Collection[str]
) -> Iterator[Diagnostic]:
    """Leave out the diagnostics of rules that give way at places where something is told already.

    A missing key is told at the one that misspells it: that is one place, too.
    """
    places = {_place_of_key(each) for each in told}
    for each in later:
        if each.rule not in giving_way or _place_of_key(each) not in places:
            yield each


def _place_of_key(diagnostic: Diagnostic) -> tuple[DataPath, int, Span]:
    """Where a value or key is, whatever the key is called."""
    return diagnostic.path[:-1], len(diagnostic.path), diagnostic.value_span


def _is_of_nothing(diagnostic: Diagnostic, misread: set[DataPath]) -> bool:
    """Whether it is about an empty value within one of those at ``misread``."""
    path, span = diagnostic.path, diagnostic.span
    return span.start == span.end and any(path[:length] in misread for length in range(len(path)))


def _touches(diagnostic: Diagnostic, parts: Mapping[_Place, list[Span]]) -> bool:
    """Whether it is about one of the parts of its value, or about what is right beside one."""
    start, end = diagnostic.span
    return any(
        start <= each.end and each.start <= end for each in parts.get(_place(diagnostic), ())
    )


def _place(diagnostic: Diagnostic) -> _Place:
    return diagnostic.path, diagnostic.value_span


def _with_schema_faults(
    by_rules: list[Diagnostic],
    reported: Mapping[_Place, list[Explained]],
    rules: Mapping[str, ActiveRule],
) -> Iterator[Diagnostic]:
    """The diagnostics of rules with what the schema says beyond them, once for each place."""
    seen, repeated = set(), set()
    for each in by_rules:
        place = _place(each)
        faults = [] if (each.rule, place) in seen else reported.get(place, [])
        active = rules.get(each.rule)
        accepted = active.rule.accepted(active.options) if active else ()
        more = [fault.diagnostic for fault in faults if _says_more(fault, each, accepted)]
        lines = [] if place in repeated else [f"the schema says: {told.message}" for told in more]
        severe = any(told.diagnostic.severity is Severity.ERROR for told in faults)
        yield each._replace(
            severity=Severity.ERROR if severe else each.severity, help=(*each.help, *lines)
        )
        seen.add((each.rule, place))
        repeated.update([place] if lines else [])


def _says_more(fault: Explained, diagnostic: Diagnostic, accepted: tuple[Scalar, ...]) -> bool:
    """Whether following the rule may leave what the schema objects to."""
    if fault.asks is None:
        return True
    change = diagnostic.fix.change if diagnostic.fix else None
    if isinstance(change, Remove):
        return False
    values = (change.value,) if isinstance(change, SetValue) else accepted
    return not (values and all(map(fault.asks, values)))
