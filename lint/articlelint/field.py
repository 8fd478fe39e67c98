"""Where a field is in the articles of a collection: at a name, at one of several, or at a path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from articlelint.model import DataPath
from articlelint.named_tuple import NamedTuple


class Place(NamedTuple):
    """A name, or a path such as ``extra.teaser``.

    If it ``is_inverted``, a flag there says the opposite: ``draft: true`` is not published.
    """

    name: str
    is_inverted: bool = False


class Field(NamedTuple):
    """A field that may be in more places than one, the first of them first, or at a path."""

    places: tuple[Place, ...]


#: What a collection calls a field: mostly a plain name.
Name: TypeAlias = str | Field


class Found(NamedTuple):
    """The value of a field in one place. A flag says the opposite if it ``is_inverted``."""

    path: DataPath
    value: Any
    is_inverted: bool = False


def field_named(given: Any) -> Name:
    """The field that a valid configuration names: by a name, a path, a mapping, a list of these."""
    places = tuple(map(_place, given if isinstance(given, list) else [given]))
    first = places[0]
    is_plain = len(places) == 1 and "." not in first.name and not first.is_inverted
    return first.name if is_plain else Field(places)


def places_of(field: Name) -> tuple[Place, ...]:
    """All places where a field may be, the first of them first."""
    return field.places if isinstance(field, Field) else (Place(field),)


def find(field: Name, values: Mapping[str, Any]) -> Iterator[Found]:
    """What is in each place of a field; nothing of a place that is not there.

    A key with a dot in its name goes before the path that is written alike.
    """
    for name, is_inverted in places_of(field):
        keys = [name] if name in values else name.split(".")
        value: Any = values
        for key in keys:
            if not isinstance(value, Mapping) or key not in value:
                break
            value = value[key]
        else:
            yield Found(tuple(keys), value, is_inverted)


def chosen(field: Field, values: Mapping[str, Any]) -> Found | None:
    """The first place that holds something, or else the first that is there.

    Of a place and another within it, as ``date`` and ``date.created``, the one within counts.
    """
    found = list(find(field, values))
    filled = [each for each in found if each.value is not None]
    return next((each for each in filled if not _holds_any(each, filled)), next(iter(found), None))


def keys_of(field: Name) -> frozenset[str]:
    """The keys whose values the field is, wherever their mappings are."""
    names = [each.name for each in places_of(field)]
    return frozenset((*names, *(each.rpartition(".")[2] for each in names)))


def value_in(values: Mapping[str, Any], name: Name) -> Any:
    """The value of a field; None if it is absent. Of several places, the first counts."""
    if isinstance(name, str):
        return values.get(name)
    found = chosen(name, values)
    return found.value if found else None


def _holds_any(outer: Found, others: list[Found]) -> bool:
    """Whether another place is within one."""
    length = len(outer.path)
    return any(len(each.path) > length and each.path[:length] == outer.path for each in others)


def _place(given: Any) -> Place:
    if isinstance(given, Mapping):
        return Place(given["field"], given.get("inverted", False))
    return Place(given)
