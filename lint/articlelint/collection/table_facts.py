"""What the rules of a collection ask of the facts in a table."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.collection.folders import Folders
from articlelint.collection.stored import stored, text_of
from articlelint.rule import Fact, Noted

#: Of how many keys each is looked at by itself, rather than all there are.
_FEW = 1000

#: ?1 is the rule, ?2 the collection.
OF_RULE = "WHERE rule = ?1 AND collection = ?2"
_OF_REPORTED = f"FROM temp.reported {OF_RULE}"
_FACTS = "SELECT name, key, path, value"
_IN_ORDER = " ORDER BY name, number"


class TableFacts(NamedTuple):
    """The ``Facts`` of one rule in a table; of a collection that it ``reports_all`` of, or not."""

    database: sqlite3.Connection
    rule_id: str
    collection: str
    folders: Folders
    reports_all: bool

    @property
    def all(self) -> str:
        """Where the facts of all files are."""
        return f"FROM temp.noted {OF_RULE}"

    def groups(self) -> Iterator[list[Noted]]:
        """The facts of each key that was noted in more than one file."""
        for key in self._keys("min(id) < max(id)"):
            yield list(self.noted(key))

    def differing(self) -> Iterator[str]:
        """Each key that was noted with more than one value."""
        return self._keys("min(value) < max(value)")

    def values(self, key: str) -> dict[str, int]:
        """The values of a key, and how often it was noted with each: the commonest first."""
        query = f"SELECT value, count(*) {self.all} AND key = ?3 GROUP BY value ORDER BY 2 DESC, 1"
        return {text_of(value): number for value, number in self.select(query, key)}

    def noted(self, key: str, value: str | None = None) -> Iterator[Noted]:
        """The facts of a key, or those of them that have a value."""
        query = f"{_FACTS} {self.all} AND key = ?3"
        if value is None:
            return map(_noted, self.select(query + _IN_ORDER, key))
        return map(_noted, self.select(f"{query} AND value = ?4 {_IN_ORDER}", key, value))

    def counts(self) -> dict[str, int]:
        """How often each key was noted, in the whole collection."""
        return self.counted(f"{self.all} GROUP BY key ORDER BY key")

    def to_report(self) -> Iterator[Noted]:
        """The facts of the files that are to be reported on."""
        query = f"{_FACTS} {_OF_REPORTED} {_IN_ORDER}"
        return map(_noted, self.select(query))

    def keys_to_report(self) -> Iterator[str]:
        """Each key that was noted in the files that are to be reported on."""
        found = self.select(f"SELECT DISTINCT key {_OF_REPORTED} ORDER BY key")
        return (text_of(key) for (key,) in found)

    def names(self, folder: str) -> frozenset[str] | None:
        """The names of all that is in a folder; None if that is none, or cannot be told."""
        return self.folders.names(folder)

    def _keys(self, condition: str) -> Iterator[str]:
        """The keys in the files to report on for which something is true in the collection."""
        asked = None if self.reports_all else self._few_keys()
        if asked is not None:
            query = f"SELECT {condition} {self.all} AND key = ?3"
            return (key for key in asked if next(self.select(query, key))[0])
        of_reported = "" if self.reports_all else f"AND key IN (SELECT key {_OF_REPORTED})"
        among = f"{self.all} {of_reported}"
        query = f"SELECT key {among} GROUP BY key HAVING {condition} ORDER BY 1"
        return (text_of(key) for (key,) in self.select(query))

    def _few_keys(self) -> list[str] | None:
        """The keys in the files to report on, in order; None if there are many."""
        query = f"SELECT DISTINCT key {_OF_REPORTED} LIMIT {_FEW + 1}"
        found = sorted(key for (key,) in self.select(query))
        return [*map(text_of, found)] if len(found) <= _FEW else None

    def counted(self, query: str, before: str = "") -> dict[str, int]:
        """Keys with the numbers of their facts."""
        counted = self.select(f"{before} SELECT key, count(*) {query}")
        return {text_of(key): number for key, number in counted}

    def select(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query: ?1 is the rule, ?2 the collection, and then come values."""
        given = map(stored, (self.rule_id, self.collection, *values))
        return self.database.execute(query, tuple(given))


def _noted(row: tuple[Any, ...]) -> Noted:
    name, key, path, value = row
    return Noted(text_of(name), fact_of(key, path, value))


def fact_of(key: bytes, path: str, value: bytes) -> Fact:
    """A fact as it is stored. Raises sqlite3.DatabaseError if it is not one, in a damaged cache."""
    try:
        return Fact(text_of(key), tuple(json.loads(path)), text_of(value))
    except (ValueError, TypeError, AttributeError):
        raise sqlite3.DatabaseError("a fact cannot be read") from None
