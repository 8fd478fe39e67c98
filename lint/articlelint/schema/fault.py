"""What is wrong with a value, in terms of the schema: plain facts, not yet a sentence."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

from articlelint.model import Path


class Target(Enum):
    """Which part of the text a fault is about."""

    VALUE = "value"
    KEY = "key"
    #: A key that is not there; the path is where it would be.
    MISSING = "missing"


class Fault(NamedTuple):
    """One objection of one schema keyword.

    ``expected`` is the keyword's value in the schema and ``schema`` the subschema that holds it,
    ``actual`` the value objected to (for a key, the mapping that holds or lacks it). ``branches``
    are the faults of each alternative of ``anyOf`` and ``oneOf``; ``related`` is the path of a
    second place, such as the first of two equal items.
    """

    keyword: str
    path: Path
    target: Target
    actual: Any
    expected: Any
    schema: Any
    branches: tuple[tuple[Fault, ...], ...] = ()
    related: Path | None = None
