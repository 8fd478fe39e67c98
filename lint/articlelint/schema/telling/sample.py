"""Data that a schema asks for, made of what it says: examples, defaults, the first of its choices.

It is what a writer can copy where a key, or all of a front matter, is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import islice
from typing import Any

from articlelint.model import DataPath, value_at
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.loading.outline import known_keys, likely_subschemas
from articlelint.schema.loading.store import Schema

#: In help, what a writer has to replace; in a sample that must be valid, a text like any other.
PLACEHOLDER = "..."
_TEXT = "some text"

#: The most values of one sample, and how deep they are nested: a schema can ask for itself.
_MOST_VALUES = 40
_MOST_DEPTH = 6
_MOST_CHARACTERS = 400
#: How often what is still missing is added: one key may ask for another.
_MOST_ROUNDS = 10

_FORMATS = {
    "date-time": "2023-05-04T09:30:00Z",
    "date": "2023-05-04",
    "time": "09:30:00Z",
    "duration": "P3D",
    "email": "name@example.com",
    "idn-email": "name@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/page",
    "iri": "https://example.com/page",
    "uri-reference": "/assets/logo.png",
    "iri-reference": "/assets/logo.png",
    "uuid": "01234567-89ab-4def-8123-456789abcdef",
}


def sample_value(schema: Schema, path: DataPath) -> Any:
    """A value for a missing key, with placeholders where the schema gives no example of a text."""
    return _Sampler(schema, PLACEHOLDER).value(path)


def sample(schema: Schema, faults: Callable[[Any], Iterable[Fault]]) -> dict[str, Any] | None:
    """All keys that a schema requires, with values, in the order in which the schema has them.

    None if it has no valid ones at hand. ``faults`` tells what is wrong with data by that schema.
    """
    data: dict[str, Any] = {}
    sampler = _Sampler(schema, _TEXT)
    for _ in range(_MOST_ROUNDS):
        found = list(faults(data))
        if not found:
            known = dict.fromkeys((*known_keys(schema, ()), *data))
            return {key: data[key] for key in known if key in data}
        missing = [path for fault in found for path in missing_keys(fault)]
        if not 0 < len(missing) <= _MOST_VALUES:
            return None
        for path in missing:
            value_at(data, path[:-1])[path[-1]] = sampler.value(path)
    return None


def missing_keys(fault: Fault) -> Iterator[DataPath]:
    """The paths of the keys that a fault asks for: of alternatives, those of the first."""
    if fault.target is Target.MISSING:
        yield fault.path
    for branch in fault.branches:
        if branch and all(each.target is Target.MISSING for each in branch):
            yield from (each.path for each in branch)
            return


class _Sampler:
    """Makes values for the places in data of a schema, within bounds.

    ``text`` is what it writes where nothing is known.
    """

    def __init__(self, schema: Schema, text: str) -> None:
        self._schema = schema
        self._any_text = text
        self._left = _MOST_VALUES

    def value(self, path: DataPath) -> Any:
        """A value for a place: the text where nothing is known, and past the bounds."""
        self._left -= 1
        if self._left < 0 or len(path) > _MOST_DEPTH:
            return self._any_text
        schemas = likely_subschemas(self._schema, path)
        required = _required(schemas)
        if required:
            return {key: self.value((*path, key)) for key in required}
        for example in filter(_is_small, _offered(schemas)):
            return deepcopy(example)
        return self._by_type(schemas, path)

    def _by_type(self, schemas: Iterable[Mapping[str, Any]], path: DataPath) -> Any:
        types = _types(schemas)
        if types == {"null"}:
            return None
        if "array" in types:
            return [self.value((*path, 0))]
        if "object" in types:
            return {}
        if {"integer", "number"} & types:
            return _number(schemas)
        if "boolean" in types:
            return False
        return self._text(schemas)

    def _text(self, schemas: Iterable[Mapping[str, Any]]) -> str:
        least = max((_whole(each.get("minLength")) for each in schemas), default=0)
        if self._any_text == PLACEHOLDER or least <= len(self._any_text):
            return self._any_text
        return " ".join([self._any_text] * (min(least, 1000) // len(self._any_text) + 1))


def _required(schemas: Iterable[Mapping[str, Any]]) -> list[str]:
    """The first of the keys that are required; what else is missing is found in another round."""
    lists = (each.get("required") for each in schemas)
    keys = (key for each in lists if isinstance(each, list) for key in each)
    texts = (key for key in keys if isinstance(key, str))
    return list(dict.fromkeys(islice(texts, _MOST_VALUES)))


def _is_small(value: Any) -> bool:
    """Whether an example may be shown whole."""
    waiting = [value]
    for number, each in enumerate(waiting):
        if number >= _MOST_VALUES or (isinstance(each, str) and len(each) > _MOST_CHARACTERS):
            return False
        parts = each.values() if isinstance(each, Mapping) else each
        waiting.extend(parts if isinstance(each, list | Mapping) else ())
    return True


def _offered(schemas: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """The values that the schema itself names, the best first."""
    for key in ("examples", "default", "const", "enum", "format"):
        for schema in schemas:
            if key in schema:
                yield from _offered_by(key, schema[key])


def _offered_by(key: str, what: Any) -> Iterator[Any]:
    if key in ("examples", "enum"):
        yield from what[:1] if isinstance(what, list) else ()
    elif key == "format":
        yield from [_FORMATS[what]] if what in _FORMATS else ()
    elif key == "const" or (what is not None and str(what).strip()):
        yield what


def _types(schemas: Iterable[Mapping[str, Any]]) -> set[str]:
    names = (each.get("type") for each in schemas)
    return {name for each in names for name in (each if isinstance(each, list) else [each]) if name}


def _number(schemas: Iterable[Mapping[str, Any]]) -> float:
    """The least number that is allowed; else one, or the greatest."""
    for schema in schemas:
        for key, more in (("minimum", 0), ("exclusiveMinimum", 1), ("maximum", 0)):
            limit = schema.get(key)
            if isinstance(limit, int | float) and not isinstance(limit, bool):
                return limit + more
    return 1


def _whole(limit: Any) -> int:
    return int(limit) if isinstance(limit, int | float) else 0
