"""References of a schema that lead back to where they are, without a step into the data.

To evaluate such a subschema, it would have to be evaluated first: an infinite loop, which a schema
must not have (JSON Schema core 2020-12, 9.4.1). References that are too many in a row are refused,
too, so that no validator runs out of stack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

from articlelint.model import DataPath
from articlelint.schema.loading import drafts
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.references import own_uri
from articlelint.schema.loading.store import SchemaError

#: How many subschemas may apply to one value, each by way of the one before.
_MOST_IN_A_ROW = 1_000
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
#: The keywords whose subschemas apply to the same value, and those that apply to parts of it.
_SAME = ("not", "if", "then", "else", "allOf", "anyOf", "oneOf", "dependentSchemas", "dependencies")
_PARTS = (
    *("properties", "patternProperties", "additionalProperties", "propertyNames"),
    *("items", "prefixItems", "additionalItems", "contains"),
    *("unevaluatedItems", "unevaluatedProperties"),
)
#: The keywords that hold subschemas by keys.
_BY_KEY = frozenset({"dependentSchemas", "dependencies", "properties", "patternProperties"})


class _Place(NamedTuple):
    """A subschema: its contents, its path in the document at ``uri``, and the URI it has itself."""

    contents: Mapping[str, Any]
    path: DataPath
    uri: str
    base: str


def check_loops(documents: Documents) -> None:
    """Raise the SchemaError of a loop without progress, or of too many references in a row."""
    walk = _Walk(documents)
    waiting = walk.first()
    while waiting:
        waiting += walk.follow(waiting.pop())


class _Walk:
    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        #: Of each subschema that was reached, how many it leads to in a row, itself included.
        self._heights: dict[int, int] = {}
        self._first = documents.schema.uri
        #: By its URI and its anchor.
        self._by_name: dict[tuple[str, str], _Place] = {}

    def first(self) -> list[_Place]:
        """The whole schema."""
        return self._named(self._first, "")

    def follow(self, start: _Place) -> list[_Place]:
        """Follow all that applies to the same value; what applies to its parts is returned."""
        if id(start.contents) in self._heights:
            return []
        parts: list[_Place] = []
        path = [(start, self._same(start))]
        heights, active = self._heights, {id(start.contents)}
        heights[id(start.contents)] = 1
        while path:
            place, rest = path[-1]
            here = id(place.contents)
            following = next(rest, None)
            if following is None:
                path.pop()
                active.remove(here)
                parts += self._below(place, _PARTS)
                if path:
                    above = id(path[-1][0].contents)
                    heights[above] = max(heights[above], heights[here] + 1)
                continue
            key = id(following.contents)
            if key in active:
                raise self._error("leads back to itself without a step into the data", place)
            if key in heights:
                heights[here] = max(heights[here], heights[key] + 1)
            else:
                path.append((following, self._same(following)))
                active.add(key)
                heights[key] = 1
            if len(path) + heights[here] > _MOST_IN_A_ROW:
                raise self._error(f"leads to more than {_MOST_IN_A_ROW:,} others in a row", place)
        return parts

    def _draft(self, uri: str) -> str:
        own = self._documents.schema
        return (self._documents.schema_at(uri) or own).draft(own.draft())

    def _error(self, what: str, place: _Place) -> SchemaError:
        keyword = next((each for each in _REFERENCES if each in place.contents), None)
        path = (*place.path, keyword) if keyword else place.path
        schema = self._documents.schema_at(place.uri) or self._documents.schema
        return schema.error(f"the subschema {what}", path)

    def _same(self, place: _Place) -> Iterator[_Place]:
        """The subschemas that apply to the value of a subschema."""
        for keyword in _REFERENCES:
            reference = place.contents.get(keyword)
            if isinstance(reference, str):
                yield from self._referred(keyword, reference, place)
        yield from self._below(place, _SAME)

    def _below(self, place: _Place, keywords: Iterable[str]) -> Iterator[_Place]:
        """The subschemas that a subschema holds in some keywords."""
        if "$ref" in place.contents and self._draft(place.uri) in drafts.WITH_LONE_REF:
            return
        for keyword in keywords:
            inner, path = place.contents.get(keyword), (*place.path, keyword)
            if isinstance(inner, Mapping) and keyword in _BY_KEY:
                for key, each in inner.items():
                    yield from self._places(each, (*path, key), place.uri, place.base)
            else:
                yield from self._places(inner, path, place.uri, place.base)

    def _referred(self, keyword: str, reference: str, place: _Place) -> list[_Place]:
        """What a reference leads to; nothing if it cannot be followed.

        A dynamic one leads to the outermost schema with its anchor: the first one, if it has that.
        """
        try:
            uri, fragment = urldefrag(urljoin(place.base, reference))
        except ValueError:
            return []
        if fragment.startswith("/"):
            keys = unquote(fragment).split("/")[1:]
            return [found for each in self._named(uri, "") for found in self._at(each, keys)]
        found, outermost = self._named(uri, fragment), []
        if keyword == "$dynamicRef" and fragment:
            outermost = self._named(self._first, fragment)
        elif keyword == "$recursiveRef":
            both = [*found, *self._named(self._first, "")]
            outermost = both[1:] if all(_is_recursive(each) for each in both) else []
        return outermost or found

    def _named(self, uri: str, anchor: str) -> list[_Place]:
        """The one subschema with a URI and an anchor; the schema at the URI if that is empty."""
        whole = self._by_name.get((uri, "")) or self._read(uri)
        found = self._by_name.get((whole.base, anchor)) if whole and anchor else whole
        return [found] if found else []

    def _read(self, uri: str) -> _Place | None:
        """The whole schema at a URI, once its URIs and anchors are known."""
        schema = self._documents.schema_at(uri)
        waiting = list(self._places(schema.contents, (), uri, uri)) if schema else []
        for whole in waiting:
            self._by_name[uri, ""] = whole
        while waiting:
            place = waiting.pop()
            contents, draft = place.contents, self._draft(uri)
            if own_uri(contents, place.base, draft):
                self._by_name.setdefault((place.base, ""), place)
            for keyword in ("$anchor", "$dynamicAnchor", drafts.id_keyword(draft)):
                name = contents.get(keyword)
                if isinstance(name, str):
                    self._by_name.setdefault((place.base, name.removeprefix("#")), place)
            for key, inner in contents.items():
                waiting += self._places(inner, (*place.path, key), uri, place.base)
        return self._by_name.get((uri, ""))

    def _places(self, contents: Any, path: DataPath, uri: str, base: str) -> Iterator[_Place]:
        """The subschema, or those of a list of them."""
        if isinstance(contents, Mapping):
            own = own_uri(contents, base, self._draft(uri))
            yield _Place(contents, path, uri, own or base)
        elif isinstance(contents, list):
            for index, each in enumerate(contents):
                if isinstance(each, Mapping):
                    yield from self._places(each, (*path, index), uri, base)

    def _at(self, place: _Place, keys: Iterable[str]) -> Iterator[_Place]:
        """What a JSON Pointer (RFC 6901) leads to from a subschema, if that is one."""
        contents: Any = place.contents
        path, base = place.path, place.base
        for each in keys:
            key: str | int = each.replace("~1", "/").replace("~0", "~")
            if isinstance(contents, list) and each.isdigit() and int(each) < len(contents):
                key = int(each)
            elif not isinstance(contents, Mapping) or key not in contents:
                return
            contents, path = contents[key], (*path, key)
            if isinstance(contents, Mapping):
                base = own_uri(contents, base, self._draft(place.uri)) or base
        yield from self._places(contents, path, place.uri, base)


def _is_recursive(place: _Place) -> bool:
    return place.contents.get("$recursiveAnchor") is True
