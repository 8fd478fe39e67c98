"""How much work is done to explain why data is not valid.

Alternatives within alternatives can double the work at each level, and a hostile schema or article
can hold thousands of faults. A thousand steps take about ten milliseconds, and an article with a
fault needs about a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextvars import ContextVar
from typing import Any, TypeVar

from articlelint.model import DataPath
from articlelint.schema.loading.outline import start_lookups
from articlelint.schema.loading.work import size

#: How many faults of one document are told.
MAX_FAULTS = 500
#: How often a value is held against a subschema, or an error is passed on to the value around.
MAX_STEPS = 100_000

#: How many words and keys of a subschema, or parts of a value, are looked at in one step.
_AT_ONCE = 100
#: The same where each value within a value is looked at, to compare it.
_COMPARED_AT_ONCE = 10
#: The keywords that do that.
_COMPARE = ("const", "enum", "uniqueItems")

_left: ContextVar[list[int]] = ContextVar("_left")
_made: ContextVar[dict[int, tuple[Any, Any]]] = ContextVar("_made")
_Of = TypeVar("_Of")
_Made = TypeVar("_Made")


class TooMuchWorkError(Exception):
    """More steps than ``MAX_STEPS``; ``path`` leads to the value at which they were used up."""

    path: DataPath = ()


def start() -> None:
    """Begin to count, for one document."""
    _left.set([MAX_STEPS])
    _made.set({})
    start_lookups()


def spend(steps: int = 1) -> None:
    """Count some steps. Raises TooMuchWorkError."""
    left = _left.get()
    left[0] -= steps
    if left[0] < 0:
        raise TooMuchWorkError


def spend_on(schema: Any, value: Any) -> None:
    """Count what a subschema by itself takes on a value. Raises TooMuchWorkError."""
    steps = 1
    if isinstance(schema, Mapping):
        steps += (size(schema) + len(_parts(value))) // _AT_ONCE
        if any(each in schema for each in _COMPARE):
            steps += _values(value) // _COMPARED_AT_ONCE
    spend(steps)


def once(of: _Of, make: Callable[[_Of], _Made]) -> _Made:
    """What is made of a part of the schema, which takes a while, once for a document."""
    made = _made.get()
    if id(of) not in made:
        made[id(of)] = of, make(of)
    result: _Made = made[id(of)][1]
    return result


def _parts(value: Any) -> Collection[Any]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list) else ()


def _values(value: Any) -> int:
    """How many values there are within a value."""
    waiting = list(_parts(value))
    for each in waiting:
        waiting.extend(_parts(each))
    return len(waiting)
