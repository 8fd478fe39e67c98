"""How much work is done to explain why data is not valid.

Alternatives within alternatives can double the work at each level, and a hostile schema or article
can hold thousands of faults. A thousand steps take about ten milliseconds, and an article with a
fault needs about a thousand.
"""

from __future__ import annotations

from contextvars import ContextVar

from articlelint.model import DataPath
from articlelint.schema.loading.outline import start_lookups

#: How many faults of one document are told.
MAX_FAULTS = 500
#: How often a value is held against a subschema, or an error is passed on to the value around.
MAX_STEPS = 100_000

_left: ContextVar[list[int]] = ContextVar("_left")


class TooMuchWorkError(Exception):
    """More steps than ``MAX_STEPS``; ``path`` leads to the value at which they were used up."""

    path: DataPath = ()


def start() -> None:
    """Begin to count, for one document."""
    _left.set([MAX_STEPS])
    start_lookups()


def spend(steps: int = 1) -> None:
    """Count some steps. Raises TooMuchWorkError."""
    left = _left.get()
    left[0] -= steps
    if left[0] < 0:
        raise TooMuchWorkError
