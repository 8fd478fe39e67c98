"""What is at one place of many articles: the types of its values, their keys, items and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from articlelint.setup.texts import MOST_WORDS, Texts, is_word

#: The types of JSON Schema, by those of Python. A number that is not finite has none.
_TYPES: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    dict: "object",
    type(None): "null",
}
#: Instead of a type: JSON has no such numbers.
NOT_FINITE = "not finite"

#: A mapping with more different keys, or a longer one, holds data by names of its own.
MOST_KEYS = 200
_LONGEST_KEY = 200
#: How deep mappings and lists are looked into: a schema may have 64 levels, of which each takes up
#: to three.
_DEEPEST = 12
#: How many files are named that have something.
MOST_FILES = 3


#: How many keys of combinations take as much memory as a place.
_KEYS_OF_PLACE = 20


class Room:
    """How many more places, and combinations of keys, can be told apart: memory is limited."""

    def __init__(self, places: int) -> None:
        self._left = places * _KEYS_OF_PLACE

    def take(self, keys: int = _KEYS_OF_PLACE) -> bool:
        """Whether there is room for one more place, or so many keys together; it is taken."""
        self._left -= keys
        return self._left >= 0


class Combination:
    """Mappings with the same keys: how many there are, the first files, and words by keys.

    The words of a key are None if they are too many, or if a value is no word. ``order`` has the
    keys as the first mapping has them.
    """

    __slots__ = ("files", "number", "order", "words")

    def __init__(self, order: Iterable[str]) -> None:
        self.order = tuple(order)
        self.number = 0
        self.files: list[str] = []
        self.words: dict[str, set[str] | None] = {}

    def add(self, mapping: Mapping[str, Any], file: str, *, with_words: bool) -> None:
        """Count one more mapping."""
        self.number += 1
        note_files(self.files, (file,))
        if with_words:
            for key, value in mapping.items():
                word = {value} if isinstance(value, str) and is_word(value) else None
                self._note_words(key, word)

    def merge(self, other: Combination) -> None:
        """Count the mappings of another one, too."""
        self.number += other.number
        note_files(self.files, other.files)
        for key, words in other.words.items():
            self._note_words(key, words)

    def _note_words(self, key: str, more: set[str] | None) -> None:
        words = self.words.setdefault(key, set())
        if words is None or more is None or len(words := words | more) > MOST_WORDS:
            self.words[key] = None
        else:
            self.words[key] = words


class Observed:
    """What was seen at one place.

    ``numbers`` counts values by their types, as JSON Schema calls them. ``keys`` are the places
    below a mapping; it ``is_open`` if not all of its keys are among them. ``combinations`` are the
    sets of keys that mappings had, None if too many. ``items`` is the place of all items of lists.
    ``files`` are the first with a value, ``nothing`` those with none, ``not_finite`` those with a
    number that is not finite.
    """

    __slots__ = (
        *("combinations", "files", "is_open", "items", "keys"),
        *("not_finite", "nothing", "numbers", "texts"),
    )

    def __init__(self) -> None:
        self.numbers: Counter[str] = Counter()
        self.files: list[str] = []
        self.nothing: list[str] = []
        self.not_finite: list[str] = []
        self.texts = Texts()
        self.items: Observed | None = None
        self.keys: dict[str, Observed] = {}
        self.is_open = False
        self.combinations: dict[frozenset[str], Combination] | None = {}

    @property
    def number(self) -> int:
        """How many values there were."""
        return self.numbers.total()

    def add(self, value: Any, file: str, room: Room, level: int = 0) -> None:
        """Note one more value, which is so many levels deep in an article."""
        kind = _TYPES[type(value)]
        if kind == "number" and not isfinite(value):
            kind = NOT_FINITE
            note_files(self.not_finite, (file,))
        self.numbers[kind] += 1
        note_files(self.files, (file,))
        if kind == "null":
            note_files(self.nothing, (file,))
        elif kind == "string":
            self.texts.add(value, file)
        elif kind == "array":
            self._add_items(value, file, room, level)
        elif kind == "object":
            self._add_mapping(value, file, room, level)

    def merge(self, other: Observed) -> None:
        """Note the values of another place, too."""
        self.numbers += other.numbers
        note_files(self.files, other.files)
        note_files(self.nothing, other.nothing)
        note_files(self.not_finite, other.not_finite)
        self.texts.merge(other.texts)
        if other.items:
            self.items = self.items or Observed()
            self.items.merge(other.items)
        self._merge_keys(other)
        self._merge_combinations(other)

    def usual_keys(self) -> set[str]:
        """The keys that at least half of the mappings have."""
        least = self.numbers["object"] / 2
        return {key for key, place in self.keys.items() if place.number >= least}

    def _add_items(self, values: list[Any], file: str, room: Room, level: int) -> None:
        if not values:
            return
        if level >= _DEEPEST or not (self.items or room.take()):
            self.is_open = True
            return
        self.items = self.items or Observed()
        for each in values:
            self.items.add(each, file, room, level + 1)

    def _add_mapping(self, mapping: dict[str, Any], file: str, room: Room, level: int) -> None:
        for key, value in mapping.items():
            place = self.keys.get(key) or self._new_place(key, room, level)
            if place:
                place.add(value, file, room, level + 1)
        if self.combinations is None:
            return
        keys = frozenset(mapping)
        if keys not in self.combinations:
            if len(keys) > MOST_KEYS or not room.take(len(keys)):
                self.combinations = None
                return
            self.combinations[keys] = Combination(mapping)
        self.combinations[keys].add(mapping, file, with_words=not level)

    def _new_place(self, key: str, room: Room, level: int) -> Observed | None:
        is_new = level < _DEEPEST and len(self.keys) < MOST_KEYS and len(key) <= _LONGEST_KEY
        if not (is_new and room.take()):
            self.is_open = True
            return None
        self.keys[key] = Observed()
        return self.keys[key]

    def _merge_keys(self, other: Observed) -> None:
        """Of an open place, it is not known what a key holds that is not among its keys."""
        both = self.keys.keys() & other.keys.keys()
        if other.is_open:
            self.keys = {key: place for key, place in self.keys.items() if key in both}
        for key, place in other.keys.items():
            if key in both or not self.is_open:
                self.keys.setdefault(key, Observed()).merge(place)
        self.is_open |= other.is_open or len(self.keys) > MOST_KEYS

    def _merge_combinations(self, other: Observed) -> None:
        if self.combinations is None or other.combinations is None:
            self.combinations = None
            return
        for keys, combination in other.combinations.items():
            self.combinations.setdefault(keys, Combination(combination.order)).merge(combination)


def note_files(files: list[str], more: Iterable[str]) -> None:
    """Add files to the first few."""
    if len(files) < MOST_FILES:
        files += [each for each in dict.fromkeys(more) if each not in files]
        del files[MOST_FILES:]
