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

from articlelint.schema.finding.keywords import keywords
from articlelint.schema.loading import drafts as dialects
from articlelint.schema.loading.documents import Documents


def explainer(documents: Documents) -> Any:
    """The validator; it fetches nothing but what ``documents`` has."""
    own = documents.schema.dialect()

    def resource(contents: Any) -> Resource[Any]:
        if isinstance(contents, Mapping):  # what names no draft is by the rules of the first
            contents = {"$schema": own, **contents}
        return specification_with(_dialect(contents, own)).create_resource(contents)

    registry: Any = Registry(retrieve=lambda uri: resource(documents.retrieve(uri)))  # type: ignore[call-arg]
    registry = registry.with_resource(documents.schema.uri, resource(documents.contents()))
    return _class(own)({"$ref": documents.schema.uri}, registry=registry)


def _dialect(schema: Any, default: str) -> str:
    named = schema.get("$schema") if isinstance(schema, Mapping) else None
    named = named.removesuffix("#") if isinstance(named, str) else default
    return named if named in dialects.NAMES else default


@cache
def _class(dialect: str) -> Any:
    stock: Any = validator_for({"$schema": dialect})
    checker = _finite_numbers(stock.TYPE_CHECKER)
    ours: Any = extend(stock, keywords(dialect), type_checker=checker)
    specification = specification_with(dialect)

    def evolve(self: Any, schema: Any, _resolver: Any = None) -> Any:
        other = _class(_dialect(schema, dialect))
        return other(schema, registry=self._registry, _resolver=_resolver or self._resolver)

    def descend(  # noqa: PLR0913, PLR0917 - as jsonschema calls it
        self: Any,
        instance: Any,
        schema: Any,
        path: str | int | None = None,
        schema_path: str | int | None = None,
        resolver: Any = None,
    ) -> Iterator[ValidationError]:
        if schema is True:
            return
        if resolver is None:
            resolver = self._resolver.in_subresource(specification.create_resource(schema))
        for error in self.evolve(schema, resolver).iter_errors(instance):
            if path is not None:
                error.path.appendleft(path)
            if schema_path is not None:
                error.schema_path.appendleft(schema_path)
            yield error

    ours.evolve, ours.descend = evolve, descend
    return ours


def _finite_numbers(stock: Any) -> Any:
    """JSON has no ``.inf`` and ``.nan``: to a schema they are no numbers."""

    def is_number(_: Any, value: Any) -> bool:
        is_finite = not isinstance(value, float) or math.isfinite(value)
        return is_finite and bool(stock.is_type(value, "number"))

    return stock.redefine("number", is_number)
