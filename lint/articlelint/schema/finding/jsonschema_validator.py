"""A validator of jsonschema for a schema and the documents that it refers to.

It is jsonschema's own but for its keywords (``keywords``) and for two methods, by which it stays
of our class where a subschema names its ``$schema``, and tells the place of a ``false`` schema.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import ValidationError
from jsonschema.validators import extend, validator_for
from referencing import Registry, Resource
from referencing.jsonschema import specification_with

from articlelint.schema.finding.bounds import TooMuchWorkError, spend
from articlelint.schema.finding.extent import extent, parts
from articlelint.schema.finding.fault import CHOICES, FALSE
from articlelint.schema.finding.keywords import keywords
from articlelint.schema.loading import drafts
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.work import size

#: How many words and keys of a subschema, or parts of a value, are looked at in one step.
_AT_ONCE = 100
#: The same where each value within a value is looked at, to compare it.
_COMPARED_AT_ONCE = 10
#: The keywords that do that.
_COMPARE = (*CHOICES, "uniqueItems")


def jsonschema_validator(documents: Documents) -> Any:
    """The validator; it fetches nothing but what ``documents`` has."""
    own = documents.schema.draft()

    def resource(contents: Any) -> Resource[Any]:
        if isinstance(contents, Mapping):  # without `$schema`, the draft is the first one's
            contents = {"$schema": own, **contents}
        return specification_with(_draft(contents, own)).create_resource(contents)

    registry: Any = Registry(retrieve=lambda uri: resource(documents.retrieve(uri)))  # type: ignore[call-arg]
    registry = registry.with_resource(documents.schema.uri, resource(documents.contents()))
    if known := documents.retrieved():  # otherwise all is gone through again for each of them
        others = [(uri, resource(contents)) for uri, contents in known.items()]
        registry = registry.with_resources(others).crawl()
    return _class(own)({"$ref": documents.schema.uri}, registry=registry)


def _draft(schema: Any, default: str) -> str:
    named = drafts.named(schema, default)
    return named if named in drafts.NAMES else default


@cache
def _class(draft: str) -> Any:
    stock: Any = validator_for({"$schema": draft})
    checker = _finite_numbers(stock.TYPE_CHECKER)
    ours: Any = extend(stock, keywords(draft), type_checker=checker)
    specification = specification_with(draft)
    stock_descend, stock_iter_errors = ours.descend, ours.iter_errors

    def evolve(self: Any, schema: Any, _resolver: Any = None) -> Any:
        resolver = _resolver or self._resolver.in_subresource(specification.create_resource(schema))
        return _class(_draft(schema, draft))(schema, registry=self._registry, _resolver=resolver)

    def descend(
        self: Any,
        instance: Any,
        schema: Any,
        path: Any = None,
        schema_path: Any = None,
        **more: Any,
    ) -> Any:
        if schema is False:
            error = ValidationError(
                "", FALSE, validator_value=False, instance=instance, schema=False
            )
            error.path.extend(() if path is None else (path,))
            error.schema_path.extend(() if schema_path is None else (schema_path,))
            return iter([error])
        errors = stock_descend(self, instance, schema, path, schema_path, **more)
        return _counted(errors, instance, schema, path)

    def iter_errors(self: Any, instance: Any) -> Any:
        return _counted(stock_iter_errors(self, instance), instance, self.schema)

    ours.evolve, ours.descend, ours.iter_errors = evolve, descend, iter_errors
    return ours


def _counted(
    errors: Iterator[ValidationError], instance: Any, schema: Any, part: str | int | None = None
) -> Iterator[ValidationError]:
    """The same errors, within bounds; ``part`` is the key or index that leads to them."""
    try:
        spend(_steps(schema, instance))
        for error in errors:
            spend()
            yield error
    except TooMuchWorkError as stop:
        if part is not None:
            stop.path = (part, *stop.path)
        raise


def _steps(schema: Any, value: Any) -> int:
    """What a subschema by itself takes on a value."""
    if not isinstance(schema, Mapping):
        return 1
    steps = 1 + (size(schema) + len(parts(value))) // _AT_ONCE
    if any(each in schema for each in _COMPARE):
        _, values = extent(value)
        steps += (values - 1) // _COMPARED_AT_ONCE  # those within it
    return steps


def _finite_numbers(stock: Any) -> Any:
    """JSON has no ``.inf`` and ``.nan``: to a schema they are no numbers."""

    def is_number(_: Any, value: Any) -> bool:
        is_finite = not isinstance(value, float) or math.isfinite(value)
        return is_finite and bool(stock.is_type(value, "number"))

    return stock.redefine("number", is_number)
