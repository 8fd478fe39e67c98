"""What a schema says of a place in the data, valid or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import unquote

from articlelint.model import DataPath
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.references import join
from articlelint.schema.loading.store import Schema

#: How many places of `prefixItems` are told apart.
_MOST_PLACES = 100
_ALTERNATIVES = ("anyOf", "oneOf", "then", "else")
#: How many parts of a schema may be looked at for one document. It takes about a second, with
#: what is then made of them.
_MOST_PARTS = 300_000

_left: ContextVar[int] = ContextVar("_left", default=_MOST_PARTS)


def start_lookups() -> None:
    """Begin to count what is looked at, for one document."""
    _left.set(_MOST_PARTS)


def subschemas(
    schema: Schema, path: DataPath, *, alternatives: bool = False
) -> tuple[Mapping[str, Any], ...]:
    """The subschemas that speak of the value, or of the missing key, at a path.

    The outermost comes first: it knows best what the value is for there, so that a property's own
    description goes before that of the definition that its ``$ref`` leads to. References are
    followed within the document and to other local files; ``alternatives`` are those of ``anyOf``,
    ``then`` and the like. There are none once too much was looked at for one document.
    """
    return _found(schema, path, alternatives=alternatives).contents


def likely_subschemas(schema: Schema, path: DataPath) -> tuple[Mapping[str, Any], ...]:
    """The subschemas that hold at a path whatever the data; if there are none, all alternatives."""
    return subschemas(schema, path) or subschemas(schema, path, alternatives=True)


def place_of(schema: Schema, path: DataPath) -> tuple[str, DataPath] | None:
    """Where a schema speaks of a value: the URI of the document, and the path in it.

    That is where a key is declared, not what its ``$ref`` leads to. None if it says nothing.
    """
    start_lookups()
    outline = _outline(schema)
    certain = _parts(schema, path, alternatives=False)
    part = next(iter(certain or _parts(schema, path, alternatives=True)), None)
    if part is None:
        return None
    all_values = _values(outline.contents(part.uri))
    # This very one, not one that is equal.
    found = [where for where, value in all_values if value is part.contents]
    return (part.uri, found[0]) if found else None


def _values(contents: Any) -> Iterator[tuple[DataPath, Any]]:
    """Everything that some contents hold, with its path."""
    waiting: list[tuple[DataPath, Any]] = [((), contents)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, Mapping):
            waiting += (((*path, key), each) for key, each in value.items())
        elif isinstance(value, list):
            waiting += (((*path, index), each) for index, each in enumerate(value))


def of_key(fragment: Any, key: str, schema: Schema) -> list[Mapping[str, Any]]:
    """The subschemas by which a fragment of ``schema``'s own document speaks of a key."""
    outline, followed = _outline(schema), ("allOf",)
    part = _Part(fragment, schema.uri)
    return [each.contents for each in outline.below(outline.alike([part], followed), key, followed)]


def known_keys(schema: Schema, path: DataPath) -> list[str]:
    """Every key that a schema names for the mapping at a path, whatever the alternative."""
    return _keys(subschemas(schema, path, alternatives=True))


def declared_keys(schema: Schema, path: DataPath) -> frozenset[str]:
    """The same as a set that is the same one each time, to be asked of every article."""
    return _found(schema, path, alternatives=True).keys


def declared_order(schema: Schema, path: DataPath) -> tuple[str, ...]:
    """The same in the order in which the schema lists them, each key once."""
    found = _found(schema, path, alternatives=True)
    return tuple(dict.fromkeys(_keys(found.contents))) if found.keys else ()


def _keys(contents: Iterable[Mapping[str, Any]]) -> list[str]:
    named = (each.get("properties") for each in contents)
    return [key for names in named if isinstance(names, Mapping) for key in names]


def _place(part: str | int) -> str | int:
    """An item beyond those that a schema tells apart is like any other."""
    return part if isinstance(part, str) else min(part, _MOST_PLACES)


class _Found(NamedTuple):
    """Subschemas, how many parts of the schema are looked at to find them, and the keys in them."""

    contents: tuple[Mapping[str, Any], ...] = ()
    parts: int = 0
    keys: frozenset[str] = frozenset()


_NOTHING = _Found()


def _found(schema: Schema, path: DataPath, *, alternatives: bool) -> _Found:
    left = _left.get()
    if left < 0:
        return _NOTHING
    found = _subschemas(schema, tuple(map(_place, path)), alternatives=alternatives)
    # Also if they are remembered: what is told must not depend on that.
    _left.set(left - found.parts)
    return found


@lru_cache(maxsize=1024)  # an article with a thousand faults has few kinds of them
def _subschemas(schema: Schema, path: DataPath, *, alternatives: bool) -> _Found:
    on_the_way = [
        _parts(schema, path[:length], alternatives=alternatives) for length in range(len(path) + 1)
    ]
    contents = tuple(each.contents for each in on_the_way[-1])
    parts = sum(map(len, on_the_way)) + len(path)
    return _Found(contents, parts, frozenset(_keys(contents)))


@lru_cache(maxsize=256)
def _parts(schema: Schema, path: DataPath, *, alternatives: bool) -> list[_Part]:
    outline = _outline(schema)
    followed = ("allOf", *_ALTERNATIVES) if alternatives else ("allOf",)
    if not path:
        return outline.alike([outline.root], followed)
    around = _parts(schema, path[:-1], alternatives=alternatives)
    return outline.below(around, path[-1], followed)


class _Part(NamedTuple):
    """A part of a schema, and the URI of the document that holds it."""

    contents: Any
    uri: str


class _Outline:
    """A schema and the local files that it refers to, each read when a reference leads there."""

    def __init__(self, schema: Schema) -> None:
        self._documents = Documents(schema)
        self.root = _Part(self._documents.contents(), schema.uri)

    def alike(self, parts: Iterable[_Part], followed: Iterable[str]) -> list[_Part]:
        """These and all that they apply to the same value, each once: there may be circles."""
        found: dict[int, _Part] = {}
        waiting = list(parts)[::-1]
        while waiting:
            part = waiting.pop()
            if isinstance(part.contents, Mapping) and id(part.contents) not in found:
                found[id(part.contents)] = part
                waiting.extend(reversed(list(self._applied(part, followed))))
        return list(found.values())

    def below(self, parts: Iterable[_Part], key: str | int, followed: Iterable[str]) -> list[_Part]:
        """What subschemas of a value say of one of its keys or items."""
        children = (
            _Part(each, part.uri)
            for part in parts
            for each in _children(part, key)
            if isinstance(each, Mapping)
        )
        return self.alike(children, followed)

    def _applied(self, part: _Part, followed: Iterable[str]) -> Iterator[_Part]:
        reference = part.contents.get("$ref")
        if isinstance(reference, str):
            yield self._follow(reference, part.uri)
        for keyword in followed:
            inner = part.contents.get(keyword)
            for each in inner if isinstance(inner, list) else [inner]:
                yield _Part(each, part.uri)

    def _follow(self, reference: str, uri: str) -> _Part:
        """What a reference in the document at ``uri`` leads to; None where it cannot be had."""
        document, _, fragment = reference.partition("#")
        if document:
            uri = join(uri, document)
        is_pointer = not fragment or fragment.startswith("/")
        return _Part(_at(fragment, self.contents(uri)) if is_pointer else None, uri)

    def contents(self, uri: str) -> Any:
        """The contents of the document at a URI; None where it cannot be had."""
        if uri == self.root.uri:
            return self.root.contents
        try:
            return self._documents.retrieve(uri)
        except LookupError:  # that of a draft, which jsonschema-rs has within itself
            return None


_outline = lru_cache(maxsize=16)(_Outline)


def _children(part: _Part, key: str | int) -> Iterator[Any]:
    """What a subschema says of one key or item of its value."""
    schema = part.contents
    if isinstance(key, str):
        known = schema.get("properties")
        is_known = isinstance(known, Mapping) and key in known
        yield known[key] if is_known else schema.get("additionalProperties")
        return
    items = schema.get("items")  # a list in drafts before 2020-12
    first = items if isinstance(items, list) else schema.get("prefixItems", [])
    rest = schema.get("additionalItems") if isinstance(items, list) else items
    yield first[key] if key < len(first) else rest


def _at(fragment: str, contents: Any) -> Any:
    """What a JSON Pointer (RFC 6901) in a URI's fragment leads to; None where there is nothing."""
    for part in unquote(fragment).split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        contents = contents.get(key) if isinstance(contents, Mapping) else None
    return contents
