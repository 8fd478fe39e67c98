"""Keys that mappings have only with some words of another key, such as a type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.setup.observed import Combination, Observed
from articlelint.setup.texts import MOST_WORDS


class Condition(NamedTuple):
    """A key, and those of its words with which another key is there."""

    key: str
    words: tuple[str, ...]


def condition_of(key: str, place: Observed, properties: Mapping[str, Any]) -> Condition | None:
    """With which words of a listed key mappings have a key that those with other words lack."""
    combinations = place.combinations or {}
    for other, schema in properties.items():
        if "enum" not in schema or place.keys[other].number < place.numbers["object"]:
            continue
        with_key = _words(other, (each for keys, each in combinations.items() if key in keys))
        without = _words(other, lacking({key}, combinations))
        if with_key and without and not with_key & without:
            return Condition(other, tuple(word for word in schema["enum"] if word in with_key))
    return None


def as_schemas(conditions: Mapping[str, Condition]) -> list[dict[str, Any]]:
    """A schema for each condition, which requires the keys that have it."""
    keys: dict[Condition, list[str]] = {}
    for key, condition in conditions.items():
        keys.setdefault(condition, []).append(key)
    return [
        {
            "if": {"properties": {other: {"enum": [*words]}}, "required": [other]},
            "then": {"required": required},
        }
        for (other, words), required in keys.items()
    ]


def lacking(
    keys: set[str], combinations: Mapping[frozenset[str], Combination]
) -> Iterator[Combination]:
    """The combinations without any of some keys."""
    return (each for found, each in combinations.items() if not keys & found)


def _words(key: str, combinations: Iterable[Combination]) -> set[str] | None:
    """All words of a key; None if they are not known."""
    found: set[str] = set()
    for each in combinations:
        words = each.words.get(key)
        if words is None:
            return None
        found |= words
    return found if len(found) <= MOST_WORDS else None
