"""The subschemas of a schema, and which of them lead to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

from articlelint.model import DataPath
from articlelint.schema.loading import drafts
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.references import own_uri

_DYNAMIC = ("$dynamicRef", "$recursiveRef")
REFERENCES = ("$ref", *_DYNAMIC)
#: The keywords whose subschemas apply to the same value, and those that apply to parts of it.
_SAME = ("not", "if", "then", "else", "allOf", "anyOf", "oneOf", "dependentSchemas", "dependencies")
_PARTS = (
    *("properties", "patternProperties", "additionalProperties", "propertyNames"),
    *("items", "prefixItems", "additionalItems", "contains"),
    *("unevaluatedItems", "unevaluatedProperties"),
)
#: The keywords that hold subschemas by keys.
_BY_KEY = frozenset({"dependentSchemas", "dependencies", "properties", "patternProperties"})


class Place(NamedTuple):
    """A subschema: its contents, its path in the document at ``uri``, and the URI it has itself."""

    contents: Mapping[str, Any]
    path: DataPath
    uri: str
    base: str


class Graph:
    """The subschemas of a schema and of the documents that it refers to."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._first = documents.schema.uri
        #: By its URI and its anchor.
        self._by_name: dict[tuple[str, str], Place] = {}

    def whole(self) -> list[Place]:
        """The whole schema; none if that is no mapping."""
        return self._named(self._first, "")

    @property
    def _base(self) -> str:
        """The URI of the whole schema: its own, else where it was found."""
        return next((each.base for each in self.whole()), self._first)

    def same(self, place: Place) -> Iterator[Place]:
        """The subschemas that apply to the value of a subschema."""
        for referred in self._references(place, REFERENCES):
            yield from referred
        for _, found in self._held(place, _SAME):
            yield from found

    def parts(self, place: Place) -> Iterator[tuple[str, Iterator[Place]]]:
        """The subschemas that apply to parts of the value of a subschema, by keyword."""
        return self._held(place, _PARTS)

    def may_lead_elsewhere(self, place: Place) -> bool:
        """Whether a dynamic reference may lead to another subschema than ``same`` says.

        It does if where it leads depends on how it was reached (core 2020-12, 8.2.3.2).
        """
        return any(
            found[0].base != self._base
            for found in self._references(place, _DYNAMIC)
            if any(_is_recursive(each) or "$dynamicAnchor" in each.contents for each in found)
        )

    def _held(self, place: Place, keywords: Iterable[str]) -> Iterator[tuple[str, Iterator[Place]]]:
        """The subschemas that a subschema holds in some keywords, by keyword."""
        if "$ref" in place.contents and self._draft(place.uri) in drafts.WITH_LONE_REF:
            return
        for keyword in keywords:
            if keyword in place.contents:
                yield keyword, self._in(keyword, place)

    def _in(self, keyword: str, place: Place) -> Iterator[Place]:
        inner, path = place.contents[keyword], (*place.path, keyword)
        if isinstance(inner, Mapping) and keyword in _BY_KEY:
            for key, each in inner.items():
                yield from self._places(each, (*path, key), place.uri, place.base)
        else:
            yield from self._places(inner, path, place.uri, place.base)

    def _draft(self, uri: str) -> str:
        own = self._documents.schema
        return (self._documents.schema_at(uri) or own).draft(own.draft())

    def _references(self, place: Place, keywords: Iterable[str]) -> Iterator[list[Place]]:
        """What each reference of a subschema leads to."""
        for keyword in keywords:
            reference = place.contents.get(keyword)
            if isinstance(reference, str):
                yield self._referred(keyword, reference, place)

    def _referred(self, keyword: str, reference: str, place: Place) -> list[Place]:
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

    def _named(self, uri: str, anchor: str) -> list[Place]:
        """The one subschema with a URI and an anchor; the schema at the URI if that is empty."""
        whole = self._by_name.get((uri, "")) or self._read(uri)
        found = self._by_name.get((whole.base, anchor)) if whole and anchor else whole
        return [found] if found else []

    def _read(self, uri: str) -> Place | None:
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

    def _places(self, contents: Any, path: DataPath, uri: str, base: str) -> Iterator[Place]:
        """The subschema, or those of a list of them."""
        if isinstance(contents, Mapping):
            own = own_uri(contents, base, self._draft(uri))
            yield Place(contents, path, uri, own or base)
        elif isinstance(contents, list):
            for index, each in enumerate(contents):
                if isinstance(each, Mapping):
                    yield from self._places(each, (*path, index), uri, base)

    def _at(self, place: Place, keys: Iterable[str]) -> Iterator[Place]:
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


def _is_recursive(place: Place) -> bool:
    return place.contents.get("$recursiveAnchor") is True
