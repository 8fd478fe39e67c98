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

from articlelint.schema.finding.bounds import once
from articlelint.schema.finding.conditions import deciding, present
from articlelint.schema.finding.equality import identity, repeated
from articlelint.schema.finding.evaluated import evaluated, named
from articlelint.schema.finding.fault import ConditionTest, forbids_everything
from articlelint.schema.finding.judge import meets, spend_on_names
from articlelint.schema.loading import drafts

Errors = Iterator[ValidationError]
Keyword = Callable[[Any, Any, Any, Any], Errors]


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
                yield from _dependent(validator, key, subschema, instance)


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
        spend_on_names(instance, patterns)
        for pattern, subschema in patterns.items():
            for key, value in instance.items():
                if meets(validator, key, pattern=pattern):
                    yield from validator.descend(value, subschema, path=key, schema_path=pattern)


def _enum(validator: Any, choices: Any, instance: Any, schema: Any) -> Errors:
    if identity(instance) not in once(choices, _identities):
        yield _error()


def _identities(choices: Any) -> frozenset[Any]:
    return frozenset(map(identity, choices))


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
    test = validator.evolve(schema=condition)
    branch = "then" if test.is_valid(instance) else "else"
    if branch == "else" and forbids_everything(schema.get(branch)):
        yield from validator.descend(instance, condition, schema_path="if")
    elif branch in schema:
        errors = validator.descend(instance, schema[branch], schema_path=branch)
        yield from _because(errors, lambda: deciding(test, instance))


def _because(errors: Errors, tests: Callable[[], tuple[ConditionTest, ...]]) -> Errors:
    """The errors with the tests that brought their keyword into force, the innermost first.

    With them is how far above the place of the error that is which they tested.
    """
    decided = None
    for error in errors:
        decided = tests() if decided is None else decided
        facts = getattr(error, "facts", {})
        conditions = (*facts.get("because", ()), (len(error.relative_path), decided))
        error.facts = {**facts, "because": conditions}
        yield error


def _dependent_schemas(validator: Any, dependencies: Any, instance: Any, schema: Any) -> Errors:
    for key, subschema in dependencies.items() if isinstance(instance, Mapping) else ():
        if key in instance:
            yield from _dependent(validator, key, subschema, instance)


def _dependent(validator: Any, key: str, subschema: Any, instance: Any) -> Errors:
    errors = validator.descend(instance, subschema, schema_path=key)
    return _because(errors, lambda: (present((key,)),))


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
    "dependentSchemas": _dependent_schemas,
    "enum": _enum,
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
