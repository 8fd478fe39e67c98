"""A mapping whose fields rules look up, whatever a collection calls them and wherever they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.field import Field, Found, Name, chosen, find, value_in
from articlelint.model import DataPath
from articlelint.named_tuple import NamedTuple


class Entry(NamedTuple):
    """A mapping with fields of its own: the article itself, a related item, an image and so on.

    A field may be in several places: then rules that look at single values look at all of them,
    and rules that compare it with something at the first of them that holds something.
    """

    path: DataPath
    values: Mapping[str, Any]

    def value(self, name: Name) -> Any:
        """The value of a field; None if it is absent."""
        return value_in(self.values, name)

    def path_to(self, name: Name) -> DataPath:
        """The path of that value; if it is absent, where it would be."""
        if isinstance(name, str):
            return (*self.path, name)
        found = chosen(name, self.values)
        return (*self.path, *(found.path if found else name.places[0].name.split(".")))

    def found(self, *names: Name) -> list[Found]:
        """The values of the named fields in all places where they are."""
        path, values = self.path, self.values
        if Field not in map(type, names):  # mostly; it takes half the time
            plain: Any = names
            return [Found((*path, name), values[name]) for name in plain if name in values]
        return [
            each._replace(path=path + each.path) for name in names for each in find(name, values)
        ]

    def text(self, name: Name) -> str | None:
        """The text in a field; None if it holds no text."""
        value = self.values.get(name) if isinstance(name, str) else self.value(name)
        return value if isinstance(value, str) else None

    def texts(self, *names: Name) -> list[tuple[DataPath, str]]:
        """The texts in the named fields, with their paths, from all places where they are."""
        path, get = self.path, self.values.get
        if Field not in map(type, names):
            plain: Any = names
            return [((*path, name), value) for name in plain if isinstance(value := get(name), str)]
        return [(at, value) for at, value, _ in self.found(*names) if isinstance(value, str)]

    def distinct_texts(self, *names: Name) -> list[str]:
        """The same texts, each of them once."""
        if Field not in map(type, names):
            plain: Any = names
            values = map(self.values.get, plain)
            return list(dict.fromkeys(each for each in values if isinstance(each, str)))
        return list(dict.fromkeys(text for _, text in self.texts(*names)))

    def path_of(self, text: str, *names: Name) -> DataPath:
        """The path of the first of the named fields that holds a text, which one of them does."""
        return next(path for path, each in self.texts(*names) if each == text)

    def entry(self, name: Name) -> Entry | None:
        """The mapping in a field; None if it holds no mapping."""
        value = self.values.get(name) if isinstance(name, str) else self.value(name)
        return Entry(self.path_to(name), value) if isinstance(value, dict) else None

    def lists(self, name: Name) -> list[tuple[DataPath, list[Any]]]:
        """The lists in a field, with their paths, from all places where they are."""
        if isinstance(name, str):  # mostly, and far cheaper
            value = self.values.get(name)
            return [((*self.path, name), value)] if isinstance(value, list) else []
        return [(path, value) for path, value, _ in self.found(name) if isinstance(value, list)]

    def items(self, name: Name) -> Iterator[tuple[DataPath, Any]]:
        """The items of the list in a field, with their paths; nothing if it holds no list."""
        for path, value in self.lists(name):
            for index, item in enumerate(value):
                yield (*path, index), item

    def item_entries(self, name: Name) -> list[Entry]:
        """The items of the list in a field that are mappings."""
        return [
            Entry((*path, index), item)
            for path, value in self.lists(name)
            for index, item in enumerate(value)
            if isinstance(item, dict)
        ]

    def named(self, field: Name) -> Iterator[tuple[DataPath, Any]]:
        """The values of a field, by its name or by its path, ``extra.id``, with their paths.

        Of a list, also one on the way, these are the items. A mapping is a value like any other.
        """
        if isinstance(field, str):
            yield from _values(self.path, self.values, field.split("."))
        else:
            for path, value, _ in self.found(field):
                yield from _values(path, value, [])


def _values(path: DataPath, value: Any, keys: list[str]) -> Iterator[tuple[DataPath, Any]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values((*path, index), item, keys)
    elif not keys:
        yield path, value
    elif isinstance(value, Mapping) and keys[0] in value:
        yield from _values((*path, keys[0]), value[keys[0]], keys[1:])
