"""Which alternative of ``anyOf`` and ``oneOf`` a writer meant, and what is wrong by that one.

That a value fits none of several alternatives is of no use to a writer. So the one that was meant
is looked for, by what tells alternatives apart first: the value of a key such as ``type``, then the
kind of the value, then how far one gets before something is wrong. A ``discriminator`` goes before
all of that. Its faults replace the whole.
Only where several are equally near, all of these are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple

from articlelint.schema.finding.author_message import error_message
from articlelint.schema.finding.discriminator import (
    discriminator,
    unknown_value,
)
from articlelint.schema.finding.equality import identity
from articlelint.schema.finding.fault import ASKS_FOR_A_VALUE, CHOICES, Fault
from articlelint.schema.finding.lacking import is_of_key, only_lacks_keys
from articlelint.schema.finding.precedence import most_telling
from articlelint.schema.loading.outline import of_key
from articlelint.schema.loading.store import Schema


class _Branch(NamedTuple):
    """One alternative: its subschema, and what is wrong by it."""

    schema: Any
    faults: list[Fault]


def as_meant(faults: Iterable[Fault], root: Schema) -> list[Fault]:
    """The faults, with those of the alternative that was meant instead of ``anyOf``.

    ``root`` is the whole schema.
    """
    return most_telling(each for fault in faults for each in _resolved(fault, root))


def _resolved(fault: Fault, root: Schema) -> list[Fault]:
    if not fault.branches or not all(fault.branches):
        return [fault]
    branches = [
        _Branch(schema, as_meant(faults, root))
        for schema, faults in zip(fault.expected, fault.branches, strict=True)
    ]
    found = _discriminated(fault, branches, root) or _found(fault, branches, root)
    told = error_message(fault, root)
    return [
        each._replace(because=(*each.because, *fault.because), told=told or each.told)
        for each in found
    ]


def _found(fault: Fault, branches: list[_Branch], root: Schema) -> list[Fault]:
    nearest = branches if only_lacks_keys(fault) else _nearest(fault, branches, root)
    if found := _agreed(nearest) or _as_one(fault, nearest):
        return found
    return [fault._replace(branches=tuple(tuple(each.faults) for each in nearest), because=())]


def _discriminated(fault: Fault, branches: list[_Branch], root: Schema) -> list[Fault]:
    """What is wrong by the alternative that a discriminator points to; nothing if it does not.

    Of a value that points to none, it is told only if no alternative itself says which there are.
    """
    known = discriminator(fault)
    value = fault.actual.get(known.key) if known and isinstance(fault.actual, Mapping) else None
    if not known or not isinstance(value, str):
        return []
    index = known.indices.get(value)
    if index is not None:
        return branches[index].faults
    is_told = any(_tells(each, known.key, root) for each in branches)
    return [unknown_value(fault, known)] if known.choices and not is_told else []


def _nearest(fault: Fault, branches: list[_Branch], root: Schema) -> list[_Branch]:
    branches = _of_the_same_value(fault, branches, root)
    of_the_kind = [each for each in branches if not _is_of_another_kind(each, fault)]
    if not all(_only_lists_values(each, fault) for each in of_the_kind):
        branches = of_the_kind
    distances = [_distance(fault, each) for each in branches]
    nearest, pairs = min(distances), zip(branches, distances, strict=True)
    return [each for each, distance in pairs if distance == nearest]


def _is_of_another_kind(branch: _Branch, fault: Fault) -> bool:
    return any((each.keyword, each.path) == ("type", fault.path) for each in branch.faults)


def _only_lists_values(branch: _Branch, fault: Fault) -> bool:
    """Whether an alternative says nothing of a value but what it may be.

    A value that is none of these need not be meant as one of them, even if it is of their kind.
    """
    return all(each.keyword in CHOICES and each.path == fault.path for each in branch.faults)


def _of_the_same_value(fault: Fault, branches: list[_Branch], root: Schema) -> list[_Branch]:
    """Those that a key such as ``type`` points to; all of them where none is pointed to.

    Where that key has a value that no alternative knows, this is what is wrong.
    """
    keys = {
        str(each.path[-1]): None
        for branch in branches
        for each in branch.faults
        if each.keyword in CHOICES and each.path and is_of_key(fault, each)
    }
    for key in keys:
        wrong = [_fault_of_value(fault, key, each) for each in branches]
        pairs = list(zip(branches, wrong, strict=True))
        pointed_to = [each for each, fault_ in pairs if not fault_ and _tells(each, key, root)]
        if pointed_to:
            branches = pointed_to
        elif all(wrong):
            return [_Branch(each.schema, [fault_]) for each, fault_ in pairs if fault_]
    return branches


def _fault_of_value(fault: Fault, key: str, branch: _Branch) -> Fault | None:
    """What an alternative says of the value of a key that tells alternatives apart."""
    path = (*fault.path, key)
    found = (each for each in branch.faults if each.path == path and each.keyword in CHOICES)
    return next(found, None)


def _tells(branch: _Branch, key: str, root: Schema) -> bool:
    """Whether an alternative says which values a key has."""
    schemas = of_key(branch.schema, key, root)
    return any(keyword in schema for schema in schemas for keyword in CHOICES)


def _distance(fault: Fault, branch: _Branch) -> list[int]:
    """How many faults there are at each depth: of two, what is wrong deeper down is nearer."""
    depths = Counter(len(each.path) - len(fault.path) for each in branch.faults)
    return [depths[depth] for depth in range(max(depths) + 1)]


def _agreed(branches: list[_Branch]) -> list[Fault]:
    """What is wrong whichever of the alternatives was meant."""
    agreed = {_identity(each) for each in branches[0].faults}
    for branch in branches[1:]:
        agreed &= {_identity(each) for each in branch.faults}
    return [each for each in branches[0].faults if _identity(each) in agreed]


def _identity(fault: Fault) -> Hashable:
    """What two alternatives' faults have in common if they say the same."""
    branches = tuple(tuple(map(_identity, branch)) for branch in fault.branches)
    what = (fault.choices, fault.types) if fault.choices or fault.types else fault.expected
    expected = None if branches else repr(what)
    return fault.keyword, fault.path, expected, branches


def _as_one(fault: Fault, branches: list[_Branch]) -> list[Fault]:
    """Where all ask for another value of the same place: the one fault to fit none of them."""
    faults = [each.faults[0] for each in branches]
    paths = {each.path for each in faults}
    is_of_one_value = len(paths) == 1 and all(len(each.faults) == 1 for each in branches)
    keywords = {each.keyword for each in faults}
    listing = [each.keyword for each in faults if each.keyword in CHOICES]
    if not is_of_one_value or not keywords <= ASKS_FOR_A_VALUE:
        return []
    first = faults[0]._replace(schema=None, branches=tuple((each,) for each in faults))
    if not keywords <= {*CHOICES, "type"}:
        return [first._replace(keyword=fault.keyword, expected=fault.expected)]
    values = {identity(value): value for each in faults for value in each.choices}
    types = dict.fromkeys(name for each in faults for name in each.types)
    return [
        first._replace(
            keyword="enum" if listing[1:] else (*listing, "type")[0],
            expected=None,
            choices=list(values.values()),
            types=list(types),
            branches=(),
        )
    ]
