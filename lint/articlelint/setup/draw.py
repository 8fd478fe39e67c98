"""A schema of what was observed, and what in that is suspicious."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from articlelint.setup.conditions import as_schemas, condition_of, lacking
from articlelint.setup.key_order import keys_in_order
from articlelint.setup.misspelled import misspelled
from articlelint.setup.observed import MOST_FILES, NOT_FINITE, Observed
from articlelint.text.key_spelling import NEARLY_ALL
from articlelint.text.words import both, counted, show

#: What a schema says of how often something is there.
COUNTS = "$comment"


#: From so many articles on it is told which keys each has, and that there are no others, if some
#: are known without a look at them.
ENOUGH = 20


class KnownKeys(NamedTuple):
    """Keys at the top of articles that are described in a definition, by its name.

    With ``may_be_without``, an article need have no keys.
    """

    name: str
    definition: Mapping[str, Any]
    may_be_without: bool

    def schemas(self, number: int, seen: Mapping[str, Observed]) -> dict[str, Any]:
        """A reference to each, with how many of so many articles have it."""
        return {
            key: {
                COUNTS: f"in {seen[key].number if key in seen else 0} of {number}",
                "$ref": f"#/$defs/{self.name}/properties/{key}",
            }
            for key in self.definition["properties"]
        }


_NONE_KNOWN = KnownKeys("", {"properties": {}}, may_be_without=False)


class Drawing:
    """Draws the schemas of places. ``notes`` are what was suspicious, and so fails by the schema.

    ``parts`` are the names of definitions, by the keys at the top of an article that refer to them.
    Keys that are ``known`` are allowed in each article.
    """

    def __init__(
        self, parts: Mapping[str, str] | None = None, known: KnownKeys | None = None
    ) -> None:
        self.notes: list[str] = []
        self._parts = parts or {}
        self._known = known or _NONE_KNOWN

    def schema(self, place: Observed, path: str = "") -> dict[str, Any]:
        """The schema of a place, which is called by the keys that lead there; empty at the top."""
        types = _types(place)
        if "null" in types and _is_rare(place.numbers["null"], place.number):
            types.remove("null")
            where = _where(place.numbers["null"], path, place.nothing)
            self.notes.append(f"{show(path)} has no value {where}")
        if place.not_finite:
            where = _where(place.numbers[NOT_FINITE], path, place.not_finite)
            self.notes.append(f"{show(path)} is not a finite number {where}")
        drawn: dict[str, Any] = {"type": types[0] if len(types) == 1 else types}
        if "string" in types:
            drawn |= self._of_texts(place, types, path)
            if place.texts.empty > 1 and not _is_rare(place.texts.empty, place.number):
                drawn.setdefault("minLength", 0)  # which says that a text may be empty
        if "array" in types and place.items and not place.is_open:
            drawn["items"] = self.schema(place.items, f"{path}[]")
        if "object" in types:
            drawn |= self._of_mapping(place, path)
        return drawn

    def _of_texts(self, place: Observed, types: list[str], path: str) -> dict[str, Any]:
        formats = place.texts.common_formats()
        if len(formats) == 1:
            return {"format": formats[0]}
        if formats:
            return {"anyOf": [{"format": each} for each in formats]}
        if set(types) - {"string", "null"}:
            return {}
        meant = place.texts.misspelled()
        words: list[str | None] = [each for each in place.texts.listed() if each not in meant]
        for word, common in meant.items():
            self._note_misspelled_word(word, common, place, path)
        return {"enum": [*words, None] if "null" in types else words} if words else {}

    def _of_mapping(self, place: Observed, path: str) -> dict[str, Any]:
        known = {} if path else self._known.schemas(place.numbers["object"], place.keys)
        meant = {key: each for key, each in misspelled(place).items() if key not in known}
        left_out = set(meant)
        if place.is_open:  # its keys are names of their own, but for the usual ones
            left_out |= place.keys.keys() - place.usual_keys()
        listed = [key for key in keys_in_order(place) if key not in left_out]
        properties = {key: known.get(key) or self._property(key, place, path) for key in listed}
        drawn: dict[str, Any] = {"properties": properties | known}
        for key, common in meant.items():
            self._note_misspelled(key, common, place.keys[key], path)
        if known and place.numbers["object"] < ENOUGH:
            return drawn
        required = _required(listed, properties, place)
        drawn |= self._where_there_is_any(required, path)
        if not place.is_open:
            drawn["additionalProperties"] = False
        for key in required.get("required", ()):
            self._note_missing(key, place, path, meant)
        return drawn

    def _where_there_is_any(self, required: dict[str, Any], path: str) -> dict[str, Any]:
        """What is required, unless an article has no key and need have none."""
        if path or not required or not self._known.may_be_without:
            return required
        return {"if": {"minProperties": 1}, "then": required}

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

    def _note_misspelled_word(self, word: str, common: str, place: Observed, path: str) -> None:
        number = (place.texts.words or Counter())[word]
        where = _where(number, path, [place.texts.first[word]])
        what = f"rare value {show(word)} of {show(path)}"
        self.notes.append(f"{what} {where}: did you mean {show(common)}?")

    def _note_missing(self, key: str, place: Observed, path: str, meant: Mapping[str, str]) -> None:
        """Unless a misspelled key is there instead, of which a note speaks already."""
        spellings = {key, *(each for each, common in meant.items() if common == key)}
        number = place.numbers["object"] - sum(place.keys[each].number for each in spellings)
        if number > 0:
            without = lacking(spellings, place.combinations or {})
            files = list(dict.fromkeys(file for each in without for file in each.files))
            where = _where(number, path, files[:MOST_FILES])
            self.notes.append(f"required key {show(_below(path, key))} is missing {where}")


def _required(keys: list[str], properties: Mapping[str, Any], place: Observed) -> dict[str, Any]:
    """Which keys are required, and with which condition."""
    total = place.numbers["object"]
    needed = [key for key in keys if place.keys[key].number >= NEARLY_ALL * total]
    found = {
        key: condition_of(key, place, properties)
        for key in needed
        if place.keys[key].number < total
    }
    conditions = {key: each for key, each in found.items() if each}
    required = [key for key in needed if key not in conditions]
    drawn: dict[str, Any] = {"required": required} if required else {}
    return drawn | ({"allOf": as_schemas(conditions)} if conditions else {})


def _types(place: Observed) -> list[str]:
    """The types of the values, the commonest first."""
    numbers = {each: number for each, number in place.numbers.items() if each != NOT_FINITE}
    types = sorted(numbers, key=lambda each: -numbers[each]) or ["number"]
    return [each for each in types if each != "integer" or "number" not in types]


def _is_rare(number: int, total: int) -> bool:
    """Whether something is so rare that it may be a slip."""
    return number <= (1 - NEARLY_ALL) * total


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _where(number: int, path: str, files: list[str]) -> str:
    """``in 2 files (a.md, b.md)``; in lists, one file may have several."""
    found = f"in {counted(number, 'item' if '[]' in path else 'file')}"
    more = ["others"] if number > len(files) else []
    return f"{found} ({both([*files, *more])})" if files else found
