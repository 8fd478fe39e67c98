"""What is wrong with a value, in terms of the schema: plain facts, not yet a sentence."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

from articlelint.model import DataPath

#: Stands in for the keyword where the schema itself is ``false``.
FALSE = "false"

#: The keywords that say by themselves what a value should be instead.
ASKS_FOR_A_VALUE = frozenset(
    {
        "const",
        "contentEncoding",
        "contentMediaType",
        "enum",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "maximum",
        "minimum",
        "multipleOf",
        "type",
    }
)


class Target(Enum):
    """Which part of the text a fault is about."""

    VALUE = "value"
    KEY = "key"
    #: A mapping or list, for what it has too few or too many of.
    WHOLE = "whole"
    #: A key that is not there; the path is where it would be.
    MISSING = "missing"


_ON_THE_KEY = frozenset({"additionalProperties", FALSE, "propertyNames", "unevaluatedProperties"})
_ON_THE_WHOLE = frozenset(
    {
        "additionalItems",
        "contains",
        "items",
        "maxContains",
        "maxItems",
        "maxProperties",
        "minContains",
        "minItems",
        "minProperties",
    }
)
_ON_A_MISSING_KEY = frozenset({"required", "dependentRequired", "dependencies"})


def target(keyword: str) -> Target:
    """Which part of the text a keyword's fault is about."""
    if keyword in _ON_A_MISSING_KEY:
        return Target.MISSING
    if keyword in _ON_THE_WHOLE:
        return Target.WHOLE
    return Target.KEY if keyword in _ON_THE_KEY else Target.VALUE


class Fault(NamedTuple):
    """One objection of one schema keyword.

    ``actual`` is the value objected to; for a key that is missing or not allowed, the mapping that
    lacks or holds it. ``expected`` is what the keyword asks for (for a missing key the key that
    needs it, if it is one) and ``schema`` the subschema that holds the keyword, None where that is
    out of reach. ``branches`` are the faults of each alternative of ``anyOf`` and ``oneOf``, none
    for one that fits; ``reason`` is why the name of a key is refused; ``related`` is the path of a
    second place, the first of two equal items; ``because`` is the condition that brought the
    keyword into force; ``holds`` is how many items of a list are of the kind that it
    must hold.
    """

    keyword: str
    path: DataPath
    target: Target
    actual: Any
    expected: Any = None
    schema: Any = None
    branches: tuple[tuple[Fault, ...], ...] = ()
    reason: Fault | None = None
    earlier: int | None = None
    because: str = ""
    holds: int | None = None
    is_bare: bool = False

    def below(self, part: str | int) -> Fault:
        """The same of a key or an item; what a key is about is still the mapping that holds it."""
        is_key = isinstance(part, str)
        actual = self.actual if is_key else self.actual[part]
        wanted = Target.KEY if is_key else Target.VALUE
        return self._replace(path=(*self.path, part), actual=actual, target=wanted)
