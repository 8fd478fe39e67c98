"""What is wrong with a value, in terms of the schema: plain facts, not yet a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Any

from articlelint.model import DataPath
from articlelint.named_tuple import NamedTuple

#: Instead of a keyword, where the schema itself is ``false``.
FALSE = "false"

#: Instead of a keyword, where the schema rejects a value and to tell all reasons takes too long.
UNFINISHED = "unfinished"

#: Instead of a keyword, where it takes too long to find out whether the schema rejects a value.
UNJUDGED = "unjudged"

#: The keywords that say which values there are.
CHOICES = ("const", "enum")
#: The keywords that limit a number.
LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_CONTENT = ("contentEncoding", "contentMediaType")
#: The keywords that say by themselves what a value should be instead.
ASKS_FOR_A_VALUE = frozenset({*CHOICES, "type", "format", *LIMITS, *_CONTENT})


class Target(Enum):
    """Which part of the text a fault is about."""

    VALUE = "value"
    KEY = "key"
    #: A mapping or list, for what it has too few or too many of.
    WHOLE = "whole"
    #: A key that is not there; the path is where it would be.
    MISSING = "missing"


_TARGETS = {
    **dict.fromkeys(("required", "dependentRequired", "dependencies"), Target.MISSING),
    **dict.fromkeys(("additionalProperties", "unevaluatedProperties"), Target.KEY),
    **dict.fromkeys((FALSE, "propertyNames"), Target.KEY),
    **dict.fromkeys(("additionalItems", "items", "minItems", "maxItems"), Target.WHOLE),
    **dict.fromkeys(("contains", "minContains", "maxContains"), Target.WHOLE),
    **dict.fromkeys(("minProperties", "maxProperties"), Target.WHOLE),
}


def target(keyword: str) -> Target:
    """Which part of the text a keyword's fault is about."""
    return _TARGETS.get(keyword, Target.VALUE)


#: The keywords that only describe.
_ANNOTATIONS = frozenset(
    {"$comment", "default", "deprecated", "description", "errorMessage", "examples", "title"}
)


def asserted(schema: Mapping[str, Any]) -> AbstractSet[str]:
    """The keywords of a subschema but those that only describe."""
    return schema.keys() - _ANNOTATIONS


def forbids_everything(schema: Any) -> bool:
    """Whether no value is valid, by ``false`` or by ``not: {}``."""
    if not isinstance(schema, Mapping):
        return schema is False
    return asserted(schema) == {"not"} and allows_everything(schema["not"])


def allows_everything(schema: Any) -> bool:
    """Whether a subschema asserts nothing."""
    return schema is True or (isinstance(schema, Mapping) and not asserted(schema))


class Allowed(NamedTuple):
    """What a keyword allows: which values, or which types by their names in JSON Schema."""

    choices: Sequence[Any] = ()
    types: Sequence[str] = ()


def allowed(keyword: str, expected: Any) -> Allowed:
    """What a keyword allows, whether its value is one or a list; nothing for most keywords."""
    several = expected if isinstance(expected, list) else [expected]
    if keyword in CHOICES:
        return Allowed(choices=several if keyword == "enum" else [expected])
    return Allowed(types=several) if keyword == "type" else Allowed()


class ConditionTest(NamedTuple):
    """A test of a condition, and how it came out.

    ``path`` leads from the value that the condition is about to ``actual``, of which ``keyword``
    asks for ``expected``. ``required`` is the test whether the last key of the path is there; for
    ``contains``, ``actual`` is the item that was found. A test is vacuous if it holds because its
    key is missing.
    """

    path: DataPath
    keyword: str
    expected: Any = None
    actual: Any = None
    holds: bool = True
    is_vacuous: bool = False


class Condition(NamedTuple):
    """A condition that brought a keyword into force: the path of its value, and what decided."""

    path: DataPath
    tests: tuple[ConditionTest, ...]


class AuthorMessage(NamedTuple):
    """What the author of a schema says of the value, or the key, at a path.

    ``base`` is the path of the value that the schema with the message is about: placeholders in the
    text may be relative to it.
    """

    path: DataPath
    text: str
    base: DataPath


class Fault(NamedTuple):
    """One objection of one schema keyword.

    ``actual`` is the value objected to; for a key that is missing or not allowed, the mapping that
    lacks or holds it. ``expected`` is what the keyword asks for (for a missing key the key that
    needs it, if it is one) and ``schema`` the subschema that holds the keyword, None where that is
    out of reach. ``choices`` and ``types`` are what ``const``, ``enum`` and ``type`` allow, also
    where several alternatives were made one fault. ``branches`` are the faults of each alternative
    of ``anyOf`` and ``oneOf``, none for one that fits; ``reason`` is why the name of a key is
    refused; ``rivals`` are the keys, in the order of the data, of which only one may be given, the
    last being that of the path; ``earlier`` is the index of the first of two equal items;
    ``because`` are the conditions that brought the keyword into force, the innermost first;
    ``holds`` is how many items of a list are of the kind that it must hold; ``told`` is what the
    schema's author says of alternatives, of which this is the one that was meant; ``written`` is
    how the value is written, if that is a number, a flag or null without quotes, or a collection on
    one line. Of a bare fault, only the keyword and the place are known.
    """

    keyword: str
    path: DataPath
    target: Target
    actual: Any
    expected: Any = None
    schema: Any = None
    choices: Sequence[Any] = ()
    types: Sequence[str] = ()
    branches: tuple[tuple[Fault, ...], ...] = ()
    reason: Fault | None = None
    rivals: tuple[str, ...] = ()
    earlier: int | None = None
    because: tuple[Condition, ...] = ()
    holds: int | None = None
    told: AuthorMessage | None = None
    written: str = ""
    is_bare: bool = False


#: The keywords of which a value alone tells whether it meets them.
_OF_ONE_VALUE = frozenset(
    {"format", "pattern", "minLength", "maxLength", "minimum", "maximum", "uniqueItems"}
)


def demand(fault: Fault) -> Mapping[str, Any] | None:
    """The schema of what a fault asks of its value; None if that is not of the value alone."""
    if fault.choices or fault.types:
        values = [{"enum": fault.choices}] if fault.choices else []
        types = [{"type": fault.types}] if fault.types else []
        return {"anyOf": [*values, *types]}
    return {fault.keyword: fault.expected} if fault.keyword in _OF_ONE_VALUE else None
