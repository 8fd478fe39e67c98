"""How much work is done to explain why data is not valid.

Alternatives within alternatives can double the work at each level, and a hostile schema or article
can hold thousands of faults. A thousand steps take about ten milliseconds, and an article with a
fault needs about a thousand.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TypeVar

from articlelint.model import DataPath

#: How many faults of one document are told.
MAX_FAULTS = 500
#: How often a value is held against a subschema, or an error is passed on to the value around.
MAX_STEPS = 100_000

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


def spend(steps: int = 1) -> None:
    """Count some steps. Raises TooMuchWorkError."""
    left = _left.get()
    left[0] -= steps
    if left[0] < 0:
        raise TooMuchWorkError


def once(of: _Of, make: Callable[[_Of], _Made]) -> _Made:
    """What is made of a part of the schema, which takes a while, once for a document."""
    made = _made.get()
    if id(of) not in made:
        made[id(of)] = of, make(of)
    result: _Made = made[id(of)][1]
    return result
