"""One fault, one diagnostic: of several objections to one and the same thing, the most telling."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from articlelint.model import DataPath
from articlelint.schema.finding.fault import FALSE, LIMITS, Fault, Target

#: A value to which these object is wrong altogether: what else is said of it is beside the point.
_ALTOGETHER = ("const", "enum", "type")
#: A key to which these object should not be there, whatever its value is.
_REFUSED = ("additionalProperties", "unevaluatedProperties", FALSE)

#: Of several objections to one scalar or one key, the first of these says most to a writer: what
#: it should be, then its form, then its size. Any other keyword comes after them.
_FORM = ("required", "format", "pattern", "anyOf", "oneOf")
_MOST_TELLING_FIRST = (*_ALTOGETHER, *_REFUSED, *_FORM, *LIMITS, "minLength", "maxLength")
_RANK = {keyword: rank for rank, keyword in enumerate(_MOST_TELLING_FIRST)}


def most_telling(faults: Iterable[Fault]) -> list[Fault]:
    """The faults without those that say less of what another one says; at least one of any."""
    best: dict[Hashable, Fault] = {}
    for fault in faults:
        key = fault.path, _what(fault)
        if key not in best or _rank(fault) < _rank(best[key]):
            best[key] = fault
    wrong = {each.path for each in best.values() if each.keyword in _ALTOGETHER}
    refused = {each.path for each in best.values() if _refuses(each)}
    return [each for each in best.values() if not _is_beside_the_point(each, wrong, refused)]


def _what(fault: Fault) -> Hashable:
    """What an objection is about: a scalar or a key as such, or one side of a mapping or list."""
    if fault.target in (Target.MISSING, Target.KEY):
        return fault.target
    is_scalar = not isinstance(fault.actual, dict | list)
    return Target.VALUE if is_scalar or fault.keyword in _ALTOGETHER else fault.keyword


def _refuses(fault: Fault) -> bool:
    is_by_not = fault.keyword == "not" and fault.target is Target.KEY
    return is_by_not or fault.keyword in _REFUSED


def _rank(fault: Fault) -> int:
    return _RANK.get(fault.keyword, len(_RANK))


def _is_beside_the_point(fault: Fault, wrong: set[DataPath], refused: set[DataPath]) -> bool:
    above = (fault.path[:length] in refused for length in range(1, len(fault.path)))
    if any(above):
        return True
    if fault.path and fault.path in refused:
        return not _refuses(fault)
    is_of_value = fault.target in (Target.VALUE, Target.WHOLE)
    return is_of_value and fault.path in wrong and fault.keyword not in _ALTOGETHER
