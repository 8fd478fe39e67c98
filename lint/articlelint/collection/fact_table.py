"""The facts of a run in a table, so that memory does not grow with the collection."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from weakref import finalize

from articlelint.collection import taken_facts
from articlelint.collection.cache_file import without_file
from articlelint.collection.folders import Folders
from articlelint.collection.stored import FactRows, stored
from articlelint.collection.table_facts import TableFacts
from articlelint.collection.unchanged import SilentRow

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
    *taken_facts.TABLES,
)
#: Made when all facts are there, which takes less time.
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS temp.by_key ON fact (rule, key)",
    "CREATE INDEX IF NOT EXISTS temp.by_remembered ON file (remembered)",
)

#: How many files are added at once, which takes less time than one by one.
_MOST_ROWS = 256

_ADD_UNCHANGED = """
INSERT INTO temp.file SELECT ?5, ?1, substr(name, ?2), ?3, id FROM main.remembered WHERE id = ?4
"""

_FileRow = tuple[int, bytes, bytes, bool, int | None]

_NO_FOLDERS = Folders(None)


class _Unchanged(NamedTuple):
    """Files of a collection, by the ids that they have in the cache; ``cut`` is for their names."""

    collection: bytes
    cut: int
    is_reported: bool
    ids: array[int]


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
        self._number = 0
        self._files: list[_FileRow] = []
        self._facts: list[tuple[bytes, bytes, bytes, str, int]] = []
        self._folders: dict[str, Folders] = {}
        #: The collections of which the cache knows most files.
        self._taken: set[str] = set()
        #: The collections with files that are not to be reported on.
        self._with_others: set[str] = set()
        #: By the collection, the sum of the digests of facts: of others, of files to report on.
        self._states: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        self._unchanged: list[_Unchanged] = []

    def place(self, collection: str, folder: str) -> None:
        """Tell in which folder, an absolute path, a collection is: rules may ask what is there."""
        if collection not in self._folders:
            self._folders[collection] = Folders(folder)

    def add(
        self,
        collection: str,
        name: str,
        facts: FactRows,
        *,
        is_reported: bool = True,
    ) -> None:
        """Add what is noted of a file."""
        file = self._add_file(collection, name, facts.digest, is_reported=is_reported)
        self._facts += [(*row, file) for row in facts.rows]

    def add_remembered(
        self,
        collection: str,
        name: str,
        digest: int,
        remembered: int,
        *,
        is_reported: bool = True,
    ) -> None:
        """Add a file whose facts have this digest and are in the cache.

        There, the file has the id ``remembered``.
        """
        self._add_file(collection, name, digest, remembered, is_reported=is_reported)

    def add_unchanged(
        self, collection: str, prefix: str, rows: Iterable[SilentRow], *, is_reported: bool = True
    ) -> None:
        """Add files of which the rows in the cache are known.

        ``prefix`` is what comes before their names in the collection. They get into the tables only
        if somebody asks for facts.
        """
        ids = array("q")
        digests = 0
        for row in rows:
            ids.append(row[1])
            digests += row[2]
        self._count(collection, digests, is_reported=is_reported)
        cut = len(stored(prefix)) + 1
        self._unchanged.append(_Unchanged(stored(collection), cut, is_reported, ids))

    def take_remembered(
        self, settings: Mapping[bytes, str], prefix: str, looked_at: Iterable[str]
    ) -> None:
        """Add all files that the cache has with some settings, each with its collection.

        ``prefix`` is what comes before their names in the collection. Those that were ``looked_at``
        are left out: they are to be added one by one.
        """
        cut = len(stored(prefix)) + 1
        rows = ((each, stored(collection), cut) for each, collection in settings.items())
        self._database.executemany("INSERT OR IGNORE INTO temp.taken VALUES (?, ?, ?)", rows)
        names = ((stored(prefix + each),) for each in looked_at)
        self._database.executemany("INSERT OR IGNORE INTO temp.looked_at VALUES (?)", names)
        self._taken.update(settings.values())

    def state(self, collection: str) -> str | None:
        """What tells all facts that were added to a collection from others; None if that cannot be.

        It is the same in whatever order they are added.
        """
        return None if collection in self._taken else str(self._states[collection])

    def folders(self, collection: str) -> Folders:
        """The folders of a collection."""
        return self._folders.get(collection, _NO_FOLDERS)

    def write(self) -> None:
        """Have all in the tables."""
        self._database.executemany("INSERT INTO temp.file VALUES (?, ?, ?, ?, ?)", self._files)
        self._database.executemany("INSERT INTO temp.fact VALUES (?, ?, ?, ?, ?)", self._facts)
        self._files.clear()
        self._facts.clear()
        for collection, cut, is_reported, ids in self._unchanged:
            first, self._number = self._number + 1, self._number + len(ids)
            of_all = collection, cut, is_reported
            rows = ((*of_all, id_, number) for number, id_ in enumerate(ids, first))
            self._database.executemany(_ADD_UNCHANGED, rows)
        self._unchanged.clear()

    def of(self, collection: str, rule_id: str) -> TableFacts:
        """The facts of a rule in a collection."""
        self.write()
        for each in _INDEXES:
            self._database.execute(each)
        folders = self.folders(collection)
        kind = taken_facts.TakenFacts if collection in self._taken else TableFacts
        reports_all = collection not in self._taken | self._with_others
        return kind(self._database, rule_id, collection, folders, reports_all)

    def _add_file(
        self,
        collection: str,
        name: str,
        digest: int,
        remembered: int | None = None,
        *,
        is_reported: bool,
    ) -> int:
        if len(self._files) >= _MOST_ROWS:
            self.write()
        self._number += 1
        self._count(collection, digest, is_reported=is_reported)
        row = self._number, stored(collection), stored(name), is_reported, remembered
        self._files.append(row)
        return self._number

    def _count(self, collection: str, digests: int, *, is_reported: bool) -> None:
        self._states[collection][is_reported] += digests
        if not is_reported:
            self._with_others.add(collection)
