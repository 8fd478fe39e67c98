"""Which keys or items are evaluated: ``unevaluatedProperties`` is about the others (core, 11).

By the standard, a subschema that fails evaluates nothing. Then one wrong value would make unknown
keys of all those that its subschema knows: echoes of that fault. So here a subschema counts also
if it fails, where that is a fault by itself; of alternatives those that fit, or else all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from referencing.jsonschema import lookup_recursive_ref

from articlelint.schema.finding.bounds import spend
from articlelint.schema.finding.judge import meets, spend_on_names

#: Of these, the items that fit their subschema are evaluated.
_FIT_SOME = ("contains", "unevaluatedItems")


def evaluated(validator: Any, instance: Any) -> set[Any]:
    """The keys of a mapping, or the indices of a list, that the validator's schema evaluates."""
    schema = validator.schema
    if not isinstance(schema, Mapping):
        return set()
    spend(1 + len(instance) // 10)
    by_keywords = _keys if isinstance(instance, Mapping) else _items
    found = set(by_keywords(validator, instance))
    return found.union(*(evaluated(each, instance) for each in _applied(validator, instance)))


def named(validator: Any, instance: Mapping[str, Any]) -> set[str]:
    """The keys that a schema knows by their names or by patterns."""
    names = validator.schema.get("properties", ())
    patterns = validator.schema.get("patternProperties", ())
    spend_on_names(instance, patterns)
    return {
        key
        for key in instance
        if key in names or any(meets(validator, key, pattern=each) for each in patterns)
    }


def _keys(validator: Any, instance: Mapping[str, Any]) -> Iterable[str]:
    if validator.schema.get("additionalProperties", False) is not False:
        return instance
    fitting = _fitting(validator, "unevaluatedProperties", instance.items())
    return named(validator, instance).union(fitting)


def _items(validator: Any, instance: list[Any]) -> Iterable[int]:
    schema = validator.schema
    items = schema.get("items")  # a list in draft 2019-09
    first = items if isinstance(items, list) else schema.get("prefixItems", ())
    if ("additionalItems" if isinstance(items, list) else "items") in schema:
        return range(len(instance))
    fitting = (_fitting(validator, each, enumerate(instance)) for each in _FIT_SOME)
    return chain(range(len(first)), *fitting)


def _fitting(validator: Any, keyword: str, parts: Iterable[tuple[Any, Any]]) -> Iterator[Any]:
    """The keys or indices whose values fit the subschema of a keyword."""
    if keyword in validator.schema:
        subschema = validator.evolve(schema=validator.schema[keyword])
        yield from (part for part, value in parts if subschema.is_valid(value))


def _applied(validator: Any, instance: Any) -> Iterator[Any]:
    """The validators of the subschemas that apply to the same value and count."""
    schema = validator.schema
    for resolved in referred(schema, validator._resolver):  # noqa: SLF001 - jsonschema does so too
        yield validator.evolve(schema=resolved.contents, _resolver=resolved.resolver)
    for each in schema.get("allOf", ()):
        yield validator.evolve(schema=each)
    for keyword in ("anyOf", "oneOf"):
        branches = [validator.evolve(schema=each) for each in schema.get(keyword, ())]
        yield from [each for each in branches if each.is_valid(instance)] or branches
    for key, subschema in schema.get("dependentSchemas", {}).items():
        if isinstance(instance, Mapping) and key in instance:
            yield validator.evolve(schema=subschema)
    if "if" in schema:
        condition = validator.evolve(schema=schema["if"])
        holds = condition.is_valid(instance)
        if holds:
            yield condition
        yield validator.evolve(schema=schema.get("then" if holds else "else", True))


def referred(schema: Mapping[str, Any], resolver: Any) -> Iterator[Any]:
    """What the references of a schema lead to."""
    yield from (resolver.lookup(schema[each]) for each in ("$ref", "$dynamicRef") if each in schema)
    if "$recursiveRef" in schema:
        yield lookup_recursive_ref(resolver)
