"""A schema of what was observed, and what in that is suspicious."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from articlelint.setup.key_order import keys_in_order
from articlelint.setup.misspelled import misspelled
from articlelint.setup.observed import MOST_FILES, NOT_FINITE, Combination, Observed
from articlelint.setup.texts import MOST_WORDS
from articlelint.text.key_spelling import NEARLY_ALL
from articlelint.text.words import both, counted, show

#: What a schema says of how often something is there.
COUNTS = "$comment"


class Drawing:
    """Draws the schemas of places. ``notes`` are what was suspicious, and so fails by the schema.

    ``parts`` are the names of definitions, by the keys at the top of an article that refer to them.
    """

    def __init__(self, parts: Mapping[str, str] | None = None) -> None:
        self.notes: list[str] = []
        self._parts = parts or {}

    def schema(self, place: Observed, path: str = "") -> dict[str, Any]:
        """The schema of a place, which is called by the keys that lead there; empty at the top."""
        types = _types(place)
        if place.not_finite:
            where = _where(place.numbers[NOT_FINITE], path, place.not_finite)
            self.notes.append(f"{show(path)} is not a finite number {where}")
        drawn: dict[str, Any] = {"type": types[0] if len(types) == 1 else types}
        if "string" in types:
            drawn |= _of_texts(place, types)
        if "array" in types and place.items and not place.is_open:
            drawn["items"] = self.schema(place.items, f"{path}[]")
        if "object" in types:
            drawn |= self._of_mapping(place, path)
        return drawn

    def _of_mapping(self, place: Observed, path: str) -> dict[str, Any]:
        meant = misspelled(place)
        left_out = set(meant)
        if place.is_open:  # its keys are names of their own, but for the usual ones
            left_out |= place.keys.keys() - place.usual_keys()
        listed = {key: place.keys[key] for key in keys_in_order(place) if key not in left_out}
        properties = {key: self._property(key, place, path) for key in listed}
        for key, common in meant.items():
            self._note_misspelled(key, common, place.keys[key], path)
        drawn: dict[str, Any] = {"properties": properties}
        total = place.numbers["object"]
        needed = [key for key, each in listed.items() if each.number >= NEARLY_ALL * total]
        asked = {
            key: _explained(key, place, properties) for key in needed if listed[key].number < total
        }
        required = [key for key in needed if not asked.get(key)]
        if required:
            drawn["required"] = required
        if conditions := _conditions(asked):
            drawn["allOf"] = conditions
        if not place.is_open:
            drawn["additionalProperties"] = False
        for key in required:
            self._note_missing(key, place, path, meant)
        return drawn

    def _property(self, key: str, place: Observed, path: str) -> dict[str, Any]:
        """The schema of a key, with how many mappings have it, and room for a description."""
        value = place.keys[key]
        drawn = {COUNTS: f"in {value.number} of {place.numbers['object']}", "description": ""}
        if not path and key in self._parts:
            return drawn | {"$ref": f"#/$defs/{self._parts[key]}"}
        return drawn | self.schema(value, _below(path, key))

    def _note_misspelled(self, key: str, common: str, place: Observed, path: str) -> None:
        where = _where(place.number, path, place.files)
        meant = show(_below(path, common))
        self.notes.append(f"rare key {show(_below(path, key))} {where}: did you mean {meant}?")

    def _note_missing(self, key: str, place: Observed, path: str, meant: Mapping[str, str]) -> None:
        """Unless a misspelled key is there instead, of which a note speaks already."""
        spellings = {key, *(each for each, common in meant.items() if common == key)}
        number = place.numbers["object"] - sum(place.keys[each].number for each in spellings)
        if number > 0:
            lacking = _lacking(spellings, place.combinations or {})
            files = list(dict.fromkeys(file for each in lacking for file in each.files))
            where = _where(number, path, files[:MOST_FILES])
            self.notes.append(f"required key {show(_below(path, key))} is missing {where}")


def _types(place: Observed) -> list[str]:
    """The types of the values, the commonest first."""
    numbers = {each: number for each, number in place.numbers.items() if each != NOT_FINITE}
    types = sorted(numbers, key=lambda each: -numbers[each]) or ["number"]
    return [each for each in types if each != "integer" or "number" not in types]


def _of_texts(place: Observed, types: list[str]) -> dict[str, Any]:
    formats = place.texts.common_formats()
    if len(formats) == 1:
        return {"format": formats[0]}
    if formats:
        return {"anyOf": [{"format": each} for each in formats]}
    words: list[str | None] = [*place.texts.listed()]
    if not words or set(types) - {"string", "null"}:
        return {}
    return {"enum": [*words, None] if "null" in types else words}


def _explained(
    key: str, place: Observed, properties: Mapping[str, Any]
) -> tuple[str, tuple[str, ...]] | None:
    """The key, and its words, with which mappings have a key that those with other words lack."""
    combinations = place.combinations or {}
    total = place.numbers["object"]
    for other, schema in properties.items():
        if "enum" not in schema or place.keys[other].number < total:
            continue
        with_key = _words(other, (each for keys, each in combinations.items() if key in keys))
        without = _words(other, _lacking({key}, combinations))
        if with_key and without and not with_key & without:
            return other, tuple(word for word in schema["enum"] if word in with_key)
    return None


def _words(key: str, combinations: Iterable[Combination]) -> set[str] | None:
    """All words of a key; None if they are not known."""
    found: set[str] = set()
    for each in combinations:
        words = each.words.get(key)
        if words is None:
            return None
        found |= words
    return found if len(found) <= MOST_WORDS else None


def _lacking(
    keys: set[str], combinations: Mapping[frozenset[str], Combination]
) -> Iterator[Combination]:
    """The combinations without any of some keys."""
    return (each for found, each in combinations.items() if not keys & found)


def _conditions(
    asked: Mapping[str, tuple[str, tuple[str, ...]] | None],
) -> list[dict[str, Any]]:
    """What is required only with some words of another key."""
    keys_by_words: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for key, words in asked.items():
        if words:
            keys_by_words.setdefault(words, []).append(key)
    return [
        {
            "if": {"properties": {other: {"enum": [*words]}}, "required": [other]},
            "then": {"required": keys},
        }
        for (other, words), keys in keys_by_words.items()
    ]


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _where(number: int, path: str, files: list[str]) -> str:
    """``in 2 files (a.md, b.md)``; in lists, one file may have several."""
    found = f"in {counted(number, 'item' if '[]' in path else 'file')}"
    more = ["others"] if number > len(files) else []
    return f"{found} ({both([*files, *more])})" if files else found
