"""All subschemas of a document, whether anything refers to them or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath
from articlelint.schema.loading import drafts
from articlelint.schema.loading.store import Schema
from articlelint.schema.reviewing.vocabulary import BY_KEY, OF_LIST, OF_ONE


class Subschema(NamedTuple):
    """A subschema that is a mapping, and its path in the document."""

    contents: Mapping[str, Any]
    path: DataPath


def subschemas(schema: Schema) -> Iterator[Subschema]:
    """The subschemas that have an effect, each before those in it.

    In drafts 4 to 7, nothing beside a ``$ref`` has one, but definitions can be referred to.
    """
    has_lone_references = schema.draft() in drafts.WITH_LONE_REF
    waiting: list[tuple[Any, DataPath]] = [(schema.contents, ())]
    while waiting:
        contents, path = waiting.pop()
        if not isinstance(contents, Mapping):
            continue
        inner = [*_inner(contents, path)]
        if has_lone_references and "$ref" in contents:
            inner = [each for each in inner if each[1][len(path)] == "definitions"]
        else:
            yield Subschema(contents, path)
        waiting += reversed(inner)


def _inner(contents: Mapping[str, Any], path: DataPath) -> Iterator[tuple[Any, DataPath]]:
    for keyword, value in contents.items():
        here = (*path, keyword)
        if keyword in BY_KEY and isinstance(value, Mapping):
            yield from ((each, (*here, key)) for key, each in value.items())
        elif keyword in OF_LIST and isinstance(value, list):
            yield from ((each, (*here, index)) for index, each in enumerate(value))
        elif keyword in OF_ONE:
            yield value, here
