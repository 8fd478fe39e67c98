"""What a schema says of a place in the data, whether or not anything is wrong there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from articlelint.model import Path
from articlelint.schema.store import Schema

#: How many places of `prefixItems` are told apart.
_MOST_PLACES = 100
_ALTERNATIVES = ("anyOf", "oneOf", "then", "else")


def subschemas(
    schema: Schema, path: Path, *, alternatives: bool = False
) -> tuple[Mapping[str, Any], ...]:
    """The subschemas that speak of the value, or of the missing key, at a path.

    The outermost comes first: it knows best what the value is for there, so that a property's own
    description goes before that of the definition that its ``$ref`` leads to. References are
    followed within the document; ``alternatives`` are those of ``anyOf``, ``then`` and the like.
    """
    return _subschemas(schema, tuple(map(_place, path)), alternatives=alternatives)


def of_key(fragment: Any, key: str, schema: Schema) -> list[Mapping[str, Any]]:
    """The subschemas by which a fragment of ``schema`` speaks of a key of its value."""
    root, followed = schema.contents, ("allOf",)
    found = _of_one_value([fragment], root, followed)
    children = (child for each in found for child in _children(each, key))
    return _of_one_value(children, root, followed)


def known_keys(schema: Schema, path: Path) -> list[str]:
    """Every key that a schema names for the mapping at a path, whatever the alternative."""
    named = (each.get("properties") for each in subschemas(schema, path, alternatives=True))
    return [key for names in named if isinstance(names, Mapping) for key in names]


def _place(part: str | int) -> str | int:
    """An item beyond those that a schema tells apart is like any other."""
    return part if isinstance(part, str) else min(part, _MOST_PLACES)


@lru_cache(maxsize=1024)  # an article with a thousand faults has few kinds of them
def _subschemas(schema: Schema, path: Path, *, alternatives: bool) -> tuple[Mapping[str, Any], ...]:
    root = schema.contents
    followed = ("allOf", *_ALTERNATIVES) if alternatives else ("allOf",)
    found = _of_one_value([root], root, followed)
    for part in path:
        children = (child for each in found for child in _children(each, part))
        found = _of_one_value(children, root, followed)
    return tuple(found)


def _of_one_value(schemas: Iterable[Any], root: Any, followed: Iterable[str]) -> list[Any]:
    """These and all that they apply to the same value, each once: references may be circular."""
    found: dict[int, Any] = {}
    waiting = list(schemas)[::-1]
    while waiting:
        schema = waiting.pop()
        if isinstance(schema, Mapping) and id(schema) not in found:
            found[id(schema)] = schema
            waiting.extend(reversed(list(_applied(schema, root, followed))))
    return list(found.values())


def _applied(schema: Mapping[str, Any], root: Any, followed: Iterable[str]) -> Iterator[Any]:
    yield _follow(schema.get("$ref"), root)
    for keyword in followed:
        inner = schema.get(keyword)
        yield from inner if isinstance(inner, list) else [inner]


def _children(schema: Mapping[str, Any], part: str | int) -> Iterator[Any]:
    """What a subschema says of one key or item of its value."""
    if isinstance(part, str):
        known = schema.get("properties")
        is_known = isinstance(known, Mapping) and part in known
        yield known[part] if known and is_known else schema.get("additionalProperties")
        return
    items = schema.get("items")  # a list in drafts before 2020-12
    first = items if isinstance(items, list) else schema.get("prefixItems", [])
    rest = schema.get("additionalItems") if isinstance(items, list) else items
    yield first[part] if part < len(first) else rest


def _follow(reference: Any, root: Any) -> Any:
    """What a reference within the document leads to, None for any other."""
    if not isinstance(reference, str) or (reference != "#" and not reference.startswith("#/")):
        return None
    for part in unquote(reference).split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        root = root.get(key) if isinstance(root, Mapping) else None
    return root
