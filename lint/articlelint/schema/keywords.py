r"""The validators of jsonschema with keywords of our own, where its errors hold less than we show.

Its own error for a set of keys or items is one for all of them, and names them only inside a
sentence; ours are one for each, with the path of the key or item. Patterns and formats are judged
by jsonschema-rs: it reads ECMA 262 (``\p{Lu}``) in bounded time, agrees with the official test
suite on every format, and so the two engines cannot disagree on them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import jsonschema
import jsonschema_rs
from jsonschema import ValidationError
from jsonschema.validators import extend, validator_for

Errors = Iterator[ValidationError]


def _meets(validator: Any, keyword: str, value: str, text: str) -> bool:
    """Whether text meets a ``pattern`` or ``format``, as jsonschema-rs judges it."""
    return _judge(validator.META_SCHEMA["$schema"], keyword, value).is_valid(text)


@cache
def _judge(dialect: str, keyword: str, value: str) -> jsonschema_rs.Validator:
    schema = {"$schema": dialect, keyword: value}
    return jsonschema_rs.validator_for(schema, validate_formats=True)


@cache
def validator_class(dialect: str) -> Any:
    """The class for a dialect's URI, with our keywords in place of its own."""
    stock: Any = validator_for({"$schema": dialect}, default=jsonschema.Draft202012Validator)
    ours = {name: check for name, check in _KEYWORDS.items() if name in stock.VALIDATORS}
    return extend(stock, ours, type_checker=_finite_numbers(stock.TYPE_CHECKER))


def _finite_numbers(stock: Any) -> Any:
    """JSON has no ``.inf`` and ``.nan``: to a schema they are no numbers."""

    def is_number(checker: Any, value: Any) -> bool:
        return bool(stock.is_type(value, "number")) and math.isfinite(value)

    return stock.redefine("number", is_number)


def _required(validator: Any, keys: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for key in keys:
            if key not in instance:
                yield _error(path=[key], instance=instance)


def _dependent_required(validator: Any, dependencies: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for key, needed in dependencies.items():
            if key in instance:
                for each in needed:
                    if each not in instance:
                        yield _error(path=[each], instance=instance, validator_value=key)


def _dependencies(validator: Any, dependencies: Any, instance: Any, schema: Any) -> Errors:
    """Drafts 4 to 7: a list is what became ``dependentRequired``, else ``dependentSchemas``."""
    if isinstance(instance, Mapping):
        lists = {key: value for key, value in dependencies.items() if isinstance(value, list)}
        yield from _dependent_required(validator, lists, instance, schema)
        for key, subschema in dependencies.items():
            if key in instance and key not in lists:
                yield from validator.descend(instance, subschema, schema_path=key)


def _additional_properties(validator: Any, allowed: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for key in instance:
            if not _is_known(validator, key, schema):
                if allowed is False:
                    yield _error(path=[key], instance=instance)
                else:
                    yield from validator.descend(instance[key], allowed, path=key)


def _is_known(validator: Any, key: str, schema: Any) -> bool:
    if key in schema.get("properties", ()):
        return True
    return any(
        _meets(validator, "pattern", pattern, key)
        for pattern in schema.get("patternProperties", ())
    )


def _pattern_properties(validator: Any, patterns: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for pattern, subschema in patterns.items():
            for key, value in instance.items():
                if _meets(validator, "pattern", pattern, key):
                    yield from validator.descend(value, subschema, path=key, schema_path=pattern)


def _property_names(validator: Any, names: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, Mapping):
        for key in instance:
            errors = list(validator.descend(key, names))
            if errors:
                yield _error(path=[key], instance=instance, context=errors)


def _unique_items(validator: Any, unique: Any, instance: Any, schema: Any) -> Errors:
    if not unique or not isinstance(instance, list):
        return
    first: dict[Any, int] = {}
    for index, item in enumerate(instance):
        earlier = first.setdefault(_identity(item), index)
        if earlier != index:
            yield _error(path=[index], instance=item, cause=EarlierItemError(earlier))


class EarlierItemError(Exception):
    """Carries, as the cause of a ``uniqueItems`` error, the index of the first equal item."""


def _identity(value: Any) -> Any:
    """A hashable stand-in that is equal where JSON Schema calls two values equal."""
    if isinstance(value, Mapping):
        return frozenset((key, _identity(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(_identity(item) for item in value)
    return (isinstance(value, bool), value)


def _pattern(validator: Any, pattern: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, str) and not _meets(validator, "pattern", pattern, instance):
        yield _error()


def _format(validator: Any, name: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(instance, str) and not _meets(validator, "format", name, instance):
        yield _error()


def _error(**facts: Any) -> ValidationError:
    return ValidationError("", **facts)


_KEYWORDS = {
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependencies": _dependencies,
    "additionalProperties": _additional_properties,
    "patternProperties": _pattern_properties,
    "propertyNames": _property_names,
    "uniqueItems": _unique_items,
    "pattern": _pattern,
    "format": _format,
}
