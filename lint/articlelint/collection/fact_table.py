"""The facts of a run in a table, so that memory does not grow with the collection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple
from weakref import finalize

from articlelint.collection.cache_file import without_file
from articlelint.collection.folders import Folders
from articlelint.rule import Fact, Noted

#: The most characters of a key or value: of a longer one, its beginning and a digest are kept.
_MOST_KEPT = 1000
_DIGEST = 64

_TABLES = (
    # ``remembered`` is the id that a file has in the cache, where its facts are known from there.
    """CREATE TEMP TABLE file (
    id INTEGER PRIMARY KEY, collection BLOB, name BLOB, is_reported INTEGER, remembered INTEGER
)""",
    "CREATE TEMP TABLE fact (rule BLOB, key BLOB, value BLOB, path TEXT, file INTEGER)",
    """CREATE TEMP VIEW noted AS
SELECT rule, collection, key, value, path, id, name, is_reported, fact.rowid AS number
FROM temp.fact JOIN temp.file ON file = id
UNION ALL
SELECT rule, collection, key, value, path, id, name, is_reported, known.rowid AS number
FROM main.remembered_fact AS known JOIN temp.file ON known.file = remembered""",
    # The same of the files to report on, found by the files, of which there may be few.
    """CREATE TEMP VIEW reported AS
SELECT rule, collection, key, value, path, id, name, fact.rowid AS number
FROM temp.fact JOIN temp.file ON file = id WHERE is_reported
UNION ALL
SELECT rule, collection, key, value, path, id, name, known.rowid AS number
FROM temp.file CROSS JOIN main.remembered_fact AS known
WHERE is_reported AND known.file = remembered""",
)
#: Of how many keys each is looked at by itself, rather than all there are.
_FEW = 1000
#: Made when all facts are there, which takes less time.
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS temp.by_key ON fact (rule, key)",
    "CREATE INDEX IF NOT EXISTS temp.by_remembered ON file (remembered)",
)

# ?1 is the rule, ?2 the collection.
_OF_RULE = "FROM temp.noted WHERE rule = ?1 AND collection = ?2"
_OF_REPORTED = "FROM temp.reported WHERE rule = ?1 AND collection = ?2"
_NOTED = f"SELECT name, key, path, value {_OF_RULE}"
_IN_ORDER = " ORDER BY name, number"

_NO_FOLDERS = Folders(None)


class FactTable:
    """What the rules have noted of the files of a run, of one collection or of several.

    The tables are temporary ones in the database of a cache, or in one of its own. sqlite keeps
    them in memory while they are small.
    """

    def __init__(self, database: sqlite3.Connection | None = None) -> None:
        if database is None:
            database = without_file().database
            finalize(self, database.close)
        self._database = database
        for each in _TABLES:
            database.execute(each)
        self._folders: dict[str, Folders] = {}

    def place(self, collection: str, folder: str) -> None:
        """Tell in which folder, an absolute path, a collection is: rules may ask what is there."""
        if collection not in self._folders:
            self._folders[collection] = Folders(folder)

    def add(
        self,
        collection: str,
        name: str,
        facts: Mapping[str, Iterable[Fact]],
        *,
        is_reported: bool = True,
    ) -> None:
        """Add what is noted of a file, by the ids of rules."""
        file = self._add_file(collection, name, is_reported=is_reported)
        self._database.executemany(
            "INSERT INTO temp.fact VALUES (?, ?, ?, ?, ?)",
            (
                (stored(rule), stored(kept(key)), stored(kept(value)), json.dumps(path), file)
                for rule, noted in facts.items()
                for key, path, value in noted
            ),
        )

    def add_remembered(
        self, collection: str, name: str, remembered: int, *, is_reported: bool = True
    ) -> None:
        """Add a file whose facts are in the cache, where it has the id ``remembered``."""
        self._add_file(collection, name, remembered, is_reported=is_reported)

    def of(self, collection: str, rule_id: str) -> TableFacts:
        """The facts of a rule in a collection."""
        for each in _INDEXES:
            self._database.execute(each)
        folders = self._folders.get(collection, _NO_FOLDERS)
        return TableFacts(self._database, rule_id, collection, folders)

    def _add_file(
        self, collection: str, name: str, remembered: int | None = None, *, is_reported: bool
    ) -> int | None:
        row = stored(collection), stored(name), is_reported, remembered
        added = self._database.execute("INSERT INTO temp.file VALUES (NULL, ?, ?, ?, ?)", row)
        return added.lastrowid


class TableFacts(NamedTuple):
    """The ``Facts`` of one rule in a table."""

    database: sqlite3.Connection
    rule_id: str
    collection: str
    folders: Folders

    def groups(self) -> Iterator[list[Noted]]:
        """The facts of each key that was noted in more than one file."""
        for key in self._keys("count(DISTINCT id) > 1"):
            yield list(self.noted(key))

    def differing(self) -> Iterator[str]:
        """Each key that was noted with more than one value."""
        return self._keys("min(value) < max(value)")

    def values(self, key: str) -> dict[str, int]:
        """The values of a key, and how often it was noted with each: the commonest first."""
        query = f"SELECT value, count(*) {_OF_RULE} AND key = ?3 GROUP BY value ORDER BY 2 DESC, 1"
        return {text_of(value): number for value, number in self._select(query, key)}

    def noted(self, key: str, value: str | None = None) -> Iterator[Noted]:
        """The facts of a key, or those of them that have a value."""
        query = f"{_NOTED} AND key = ?3"
        if value is None:
            return map(_noted, self._select(query + _IN_ORDER, key))
        return map(_noted, self._select(f"{query} AND value = ?4 {_IN_ORDER}", key, value))

    def counts(self) -> dict[str, int]:
        """How often each key was noted, in the whole collection."""
        counted = self._select(f"SELECT key, count(*) {_OF_RULE} GROUP BY key ORDER BY key")
        return {text_of(key): number for key, number in counted}

    def to_report(self) -> Iterator[Noted]:
        """The facts of the files that are to be reported on."""
        query = f"SELECT name, key, path, value {_OF_REPORTED} {_IN_ORDER}"
        return map(_noted, self._select(query))

    def names(self, folder: str) -> frozenset[str] | None:
        """The names of all that is in a folder; None if that is none, or cannot be told."""
        return self.folders.names(folder)

    def _keys(self, condition: str) -> Iterator[str]:
        """The keys in the files to report on for which something is true in the collection."""
        asked = self._few_keys()
        if asked is not None:
            query = f"SELECT {condition} {_OF_RULE} AND key = ?3"
            return (key for key in asked if next(self._select(query, key))[0])
        of_reported = f"key IN (SELECT key {_OF_REPORTED})"
        query = (
            f"SELECT key {_OF_RULE} AND {of_reported} GROUP BY key HAVING {condition} ORDER BY 1"
        )
        return (text_of(key) for (key,) in self._select(query))

    def _few_keys(self) -> list[str] | None:
        """The keys in the files to report on, in order; None if there are many."""
        query = f"SELECT DISTINCT key {_OF_REPORTED} LIMIT {_FEW + 1}"
        found = sorted(key for (key,) in self._select(query))
        return [*map(text_of, found)] if len(found) <= _FEW else None

    def _select(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
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


def stored(text: str) -> bytes:
    """A text as sqlite takes it, which takes no names of files that are not UTF-8 as text."""
    return text.encode(errors="surrogatepass")


def text_of(data: bytes) -> str:
    """The text that was ``stored``."""
    return data.decode(errors="surrogatepass")


def kept(text: str) -> str:
    """What is kept of a key or value; all of what was kept before."""
    if len(text) <= _MOST_KEPT:
        return text
    digest = sha256(text.encode(errors="surrogatepass")).hexdigest()
    return f"{text[: _MOST_KEPT - _DIGEST - 1]} {digest}"
