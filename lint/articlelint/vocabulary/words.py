"""The known values of a field, and what is to be said of another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from articlelint.model import Change, DataPath, SetValue
from articlelint.rule import Objection, OptionError, ReadData
from articlelint.text.spelling import Lexicon, Speller, is_plain_typo
from articlelint.text.words import show

#: The forms in which a configuration gives known values.
FORMS: dict[str, Any] = {
    "type": ["array", "string", "object"],
    "items": {"type": ["string", "integer"]},
    "minLength": 1,
    "properties": {
        "file": {
            "description": "A data file or a folder, relative to this file.",
            "type": "string",
            "minLength": 1,
        },
        "column": {
            "description": "The column, or the key in each of its mappings, that has the values.",
            "type": "string",
            "minLength": 1,
        },
    },
    "required": ["file"],
    "additionalProperties": False,
}

#: What holds the values where mappings do and no column is named; without it, the first key does.
_USUAL_COLUMN = "name"


class Words(list[str]):
    """Known values, as they should be written. What is looked up in them is found once."""

    @classmethod
    def of(cls, values: list[str]) -> Words:
        """The same values, if they are words already."""
        return values if isinstance(values, cls) else cls(values)

    @cached_property
    def known(self) -> frozenset[str]:
        """The values as a set."""
        return frozenset(self)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The values as words that may be misspelled."""
        return Lexicon(self)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the values alone."""
        return type(self), (list(self),)


def as_text(value: Any) -> str | None:
    """A value as it is compared: text, also of a whole number; None for any other."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


class Unknown(NamedTuple):
    """A value that is not among the known ones, the one that was probably meant, and the fix.

    There is a fix if it was plainly that one, and the field does not have that already.
    """

    path: DataPath
    value: str
    meant: str | None
    change: Change | None

    def told(self, what: str, advice: str) -> Objection:
        """``what`` says that it is unknown, ``advice`` what to do where nobody knows better."""
        if self.meant is None:
            message = f"{what}: {advice}"
        elif self.meant.casefold() == self.value.casefold():
            message = f"{show(self.value)} should be spelled {show(self.meant)}"
        else:
            message = f"{what}: did you mean {show(self.meant)}?"
        return Objection(self.path, message, change=self.change)


def unknown(values: Iterable[tuple[DataPath, str]], words: Words) -> Iterator[Unknown]:
    """The values of a field that are not known, but for empty ones; without words, none is."""
    values = list(values) if words else []
    wrong = [each for each in values if each[1] not in words.known and each[1].strip()]
    if not wrong:
        return
    speller = Speller()
    there = {value for _, value in values}
    for path, value in wrong:
        meant = speller.nearest_in(words.lexicon, value)
        is_plain = meant is not None and is_plain_typo(value, meant) and meant not in there
        yield Unknown(path, value, meant, SetValue(path, meant) if is_plain else None)


def words(given: Any, read: ReadData) -> Words:
    """The values that an option gives in one of the ``FORMS``. Raises OptionError."""
    return words_at(given, read, ())


def words_at(given: Any, read: ReadData, at: DataPath) -> Words:
    """The same, for what is at a path within the option."""
    if isinstance(given, list):
        return Words(map(str, given))
    if isinstance(given, str):
        return _from_file(given, None, read, at)
    return _from_file(given["file"], given.get("column"), read, (*at, "file"))


def _from_file(name: str, column: str | None, read: ReadData, at: DataPath) -> Words:
    found = Words(dict.fromkeys(_texts(name, read(name, at), column, at)))
    if not found:
        raise OptionError(f"{show(name)} holds no values", at)
    return found


def _texts(name: str, data: Any, column: str | None, at: DataPath) -> Iterator[str]:
    """Those of a list, or of a mapping its keys; with a column, the values there in all items."""
    if isinstance(data, Mapping) and column is None:
        yield from data
        return
    if not isinstance(data, Mapping | list):
        raise OptionError(f"{show(name)} should hold a list or a mapping", at)
    items = list(data.values() if isinstance(data, Mapping) else data)
    if column is None and items and isinstance(items[0], Mapping):
        first = items[0]
        column = _USUAL_COLUMN if _USUAL_COLUMN in first else next(iter(first), None)
    for number, item in enumerate(items, start=1):
        text = _text(item, column)
        if text is None:
            of = f" under {show(column)}" if column else ""
            raise OptionError(f"{show(name)}: item {number} has no text{of}", at)
        if text:
            yield text


def _text(item: Any, column: str | None) -> str | None:
    """The value of an item; empty where it has none in that column."""
    if column is None:
        return as_text(item)
    if not isinstance(item, Mapping):
        return None
    value = item.get(column)
    return "" if value is None else as_text(value)
