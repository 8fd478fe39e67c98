"""Which values are equal to a schema, and which items of a list are repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def identity(value: Any) -> Any:
    """A hashable key: two are equal if jsonschema-rs calls the values equal.

    Numbers are equal by their exact value, as in Python; but true is not 1.
    """
    if isinstance(value, Mapping):
        return frozenset((key, identity(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(identity(item) for item in value)
    return (isinstance(value, bool), value)


def repeated(items: list[Any]) -> Iterator[tuple[int, int]]:
    """The index of each item that equals an earlier one, and that of the first such."""
    first: dict[Any, int] = {}
    for index, item in enumerate(items):
        earlier = first.setdefault(identity(item), index)
        if earlier != index:
            yield index, earlier
