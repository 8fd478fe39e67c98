"""The keywords of jsonschema that are our own, where its errors hold less than we show.

Its own error for a set of keys or items is one for all of them, and names them only inside a
sentence; ours are one for each, with the path of the key or item. Some are left to jsonschema-rs
(``judge``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jsonschema import ValidationError
from jsonschema.validators import validator_for

from articlelint.schema.finding.equality import repeated
from articlelint.schema.finding.evaluated import evaluated, named
from articlelint.schema.finding.judge import meets
from articlelint.schema.loading import drafts
from articlelint.text.words import both, show

Errors = Iterator[ValidationError]
Keyword = Callable[[Any, Any, Any, Any], Errors]

_MAX_KEYS_OF_CONDITION = 2


def keywords(draft: str) -> dict[str, Keyword]:
    """Our own keywords for a draft: jsonschema has others of that name, or does not assert them."""
    stock = validator_for({"$schema": draft}).VALIDATORS
    ours = {name: check for name, check in _KEYWORDS.items() if name in stock}
    ours["items"] = _items(stock["items"])
    ours["dependencies"] = _dependencies  # which jsonschema-rs asserts in every draft
    if draft in (drafts.DRAFT_6, drafts.DRAFT_7):  # as jsonschema-rs does
        ours["contentEncoding"] = _judged("contentEncoding")
        ours["contentMediaType"] = _media_type
    if "unevaluatedItems" in stock:
        ours["contains"] = _contains(stock["contains"])
    return ours


def _judged(keyword: str) -> Keyword:
    def check(validator: Any, asserted: Any, instance: Any, schema: Any) -> Errors:
        is_scalar = isinstance(instance, str | int | float)
        if is_scalar and not meets(validator, instance, **{keyword: asserted}):
            yield _error()

    return check


def _media_type(validator: Any, asserted: Any, instance: Any, schema: Any) -> Errors:
    """What is encoded is judged once it is decoded; where that fails, it is the encoding's."""
    encoding = {key: schema[key] for key in ("contentEncoding",) if key in schema}
    if not isinstance(instance, str) or not meets(validator, instance, **encoding):
        return
    if not meets(validator, instance, **encoding, contentMediaType=asserted):
        yield _error()


def _unevaluated_properties(validator: Any, allowed: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        known = evaluated(validator, instance)
        yield from (_error(path=[key]) for key in instance if key not in known)


def _unevaluated_items(validator: Any, allowed: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, list):
        known = evaluated(validator, instance)
        for index, item in enumerate(instance):
            if index not in known:
                yield _error(path=[index], instance=item)


def _required(validator: Any, keys: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for key in keys:
            if key not in instance:
                yield _error(path=[key], validator_value=None)


def _dependent_required(validator: Any, dependencies: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for key, needed in dependencies.items():
            if key in instance:
                for each in needed:
                    if each not in instance:
                        yield _error(path=[each], validator_value=key)


def _dependencies(validator: Any, dependencies: Any, instance: Any, schema: Any) -> Errors:
    """A list is what became ``dependentRequired``, else it is ``dependentSchemas``."""
    if isinstance(instance, Mapping):
        lists = {key: value for key, value in dependencies.items() if isinstance(value, list)}
        yield from _dependent_required(validator, lists, instance, schema)
        for key, subschema in dependencies.items():
            if key in instance and key not in lists:
                yield from validator.descend(instance, subschema, schema_path=key)


def _additional_properties(validator: Any, allowed: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        known = named(validator, instance)
        for key in instance:
            if key not in known and allowed is False:
                yield _error(path=[key])
            elif key not in known:
                yield from validator.descend(instance[key], allowed, path=key)


def _pattern_properties(validator: Any, patterns: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for pattern, subschema in patterns.items():
            for key, value in instance.items():
                if meets(validator, key, pattern=pattern):
                    yield from validator.descend(value, subschema, path=key, schema_path=pattern)


def _property_names(validator: Any, names: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for key in instance:
            errors = list(validator.descend(key, names))
            if errors:
                yield _error(path=[key], context=errors)


def _items(stock: Keyword) -> Keyword:
    def check(validator: Any, items: Any, instance: Any, schema: Any) -> Errors:
        if items is False and isinstance(instance, list):
            has_first = "prefixItems" in validator.VALIDATORS
            yield from _too_many(instance, schema.get("prefixItems", ()) if has_first else ())
        else:
            yield from stock(validator, items, instance, schema)

    return check


def _additional_items(validator: Any, further: Any, instance: Any, schema: Any) -> Errors:
    first = schema.get("items")
    if isinstance(first, list) and isinstance(instance, list):
        if further is False:
            yield from _too_many(instance, first)
        for index in range(len(first), len(instance)) if further is not False else ():
            yield from validator.descend(instance[index], further, path=index)


def _too_many(items: list[Any], allowed: Sequence[Any]) -> Errors:
    if len(items) > len(allowed):
        yield _error(validator_value=len(allowed))


def _contains(stock: Keyword) -> Keyword:
    """Where ``minContains`` is given, too few are its error, also if there is not one."""

    def check(validator: Any, contained: Any, instance: Any, schema: Any) -> Errors:
        for error in stock(validator, contained, instance, schema):
            if "minContains" in schema and error.validator != "maxContains":
                error.validator, error.validator_value = "minContains", schema["minContains"]
            fitting = validator.evolve(schema=contained).is_valid
            error.facts = {"holds": sum(map(fitting, instance))}
            yield error

    return check


def _if(validator: Any, condition: Any, instance: Any, schema: Any) -> Errors:
    branch = "then" if validator.evolve(schema=condition).is_valid(instance) else "else"
    if branch in schema:
        because = _because(condition, instance)
        for error in validator.descend(instance, schema[branch], schema_path=branch):
            if because:  # the innermost condition tells most
                error.facts = {"because": because, **getattr(error, "facts", {})}
            yield error


def _because(condition: Any, instance: Any) -> str:
    """What the condition looked at, as it is in the data; empty if that is more than two keys."""
    if not isinstance(condition, Mapping) or not isinstance(instance, Mapping):
        return ""
    keys = dict.fromkeys([*condition.get("properties", ()), *condition.get("required", ())])
    if len(keys) > _MAX_KEYS_OF_CONDITION:
        return ""
    asks_for_values = condition.get("properties", ())
    return both([_state(key, instance, with_value=key in asks_for_values) for key in keys])


def _state(key: str, instance: Mapping[str, Any], *, with_value: bool) -> str:
    if key not in instance:
        return f"{show(key)} is missing"
    is_shown = with_value and not isinstance(instance[key], Mapping | list)
    return f"{show(key)} is {show(instance[key]) if is_shown else 'there'}"


def _unique_items(validator: Any, unique: Any, instance: Any, schema: Any) -> Errors:
    if unique and isinstance(instance, list):
        for index, earlier in repeated(instance):
            error = _error(path=[index], instance=instance[index])
            error.facts = {"earlier": earlier}
            yield error


def _one_of(validator: Any, alternatives: Any, instance: Any, schema: Any) -> Errors:
    branches = [
        list(validator.descend(instance, each, schema_path=index))
        for index, each in enumerate(alternatives)
    ]
    if sum(not branch for branch in branches) != 1:
        yield _error(context=[error for branch in branches for error in branch])


def _error(**facts: Any) -> ValidationError:
    return ValidationError("", **facts)


_KEYWORDS = {
    "additionalItems": _additional_items,
    "additionalProperties": _additional_properties,
    "dependentRequired": _dependent_required,
    "format": _judged("format"),
    "if": _if,
    "multipleOf": _judged("multipleOf"),
    "oneOf": _one_of,
    "pattern": _judged("pattern"),
    "patternProperties": _pattern_properties,
    "propertyNames": _property_names,
    "required": _required,
    "unevaluatedItems": _unevaluated_items,
    "unevaluatedProperties": _unevaluated_properties,
    "uniqueItems": _unique_items,
}
