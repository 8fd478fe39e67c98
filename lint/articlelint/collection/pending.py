"""What a run has to write into a cache, kept until its end, and written all at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from articlelint.collection.stored import FactRow

# sqlite keeps temporary tables in memory while they are small.
_TABLES = (
    """CREATE TEMP TABLE pending (
    name BLOB UNIQUE, modified, changed, size, inode, digest, settings, since, until, result, facts
)""",
    "CREATE TEMP TABLE pending_fact (rule, key, value, path, file)",
    "CREATE TEMP TABLE seen (modified, changed, size, inode, name, digest)",
)
_ADD = "INSERT OR IGNORE INTO temp.pending VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_FACT = "INSERT INTO temp.pending_fact VALUES (?, ?, ?, ?, ?)"
_SEE = "INSERT INTO temp.seen VALUES (?, ?, ?, ?, ?, ?)"

#: How to begin to note which files may not be as they were when all were looked at.
UNSETTLE = "INSERT OR IGNORE INTO main.unsettled SELECT name"
#: How many files that were seen are added at once, which takes less time than one by one.
_MOST_ROWS = 256
#: Of how many files that is noted.
MOST_UNSETTLED = 1000
# One more tells that there are too many.
_UNSETTLE = f"{UNSETTLE} FROM temp.pending LIMIT {MOST_UNSETTLED + 1}"
_NAMES = "(SELECT name FROM temp.pending)"
_FORGET_FACTS = f"""
DELETE FROM main.remembered_fact
WHERE file IN (SELECT id FROM main.remembered WHERE name IN {_NAMES})
"""  # noqa: S608 - of constants
_FORGET = f"DELETE FROM main.remembered WHERE name IN {_NAMES}"  # noqa: S608 - likewise
_LAST = "SELECT coalesce(max(id), 0) FROM main.remembered"
# ?1 is the last id so far, ?2 the number of today.
_WRITE = """
INSERT INTO main.remembered
SELECT name, ?1 + rowid, modified, changed, size, inode, digest, settings, since, until, ?2, result,
facts FROM temp.pending ORDER BY name
"""
_WRITE_FACTS = """
INSERT INTO main.remembered_fact SELECT rule, key, value, path, ?1 + file FROM temp.pending_fact
ORDER BY rowid
"""
_WRITE_SEEN = """
UPDATE main.remembered SET modified = ?1, changed = ?2, size = ?3, inode = ?4, used = ?7
WHERE name = ?5 AND digest = ?6
"""


class StatusRow(NamedTuple):
    """By what a file is known without reading it; all None if it may change without a trace."""

    modified: int | None
    changed: int | None
    size: int | None
    inode: int | None


class Result(NamedTuple):
    """What is to be remembered of a file, apart from its facts: ``facts`` is a digest of them."""

    name: bytes
    status: StatusRow
    digest: bytes
    settings: bytes
    since: float | None
    until: float | None
    packed: bytes | None
    facts: int


class Pending:
    """Results that are to be written, and files that were seen to be unchanged.

    All raise sqlite3.Error.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.is_empty = True
        self._seen: list[tuple[int | bytes | None, ...]] = []
        for each in _TABLES:
            database.execute(each)

    def add(self, result: Result, facts: Iterable[FactRow]) -> None:
        """Add the result for a file; the first one of each counts."""
        name, status, *rest = result
        added = self._database.execute(_ADD, (name, *status, *rest))
        if added.rowcount:
            file = added.lastrowid
            self._database.executemany(_ADD_FACT, ((*each, file) for each in facts))
            self.is_empty = False

    def see(self, name: bytes, status: StatusRow, digest: bytes) -> None:
        """Note that a file is as it is remembered."""
        self._seen.append((*status, name, digest))
        if len(self._seen) >= _MOST_ROWS:
            self._write_seen()
        self.is_empty = False

    def write(self, today: int) -> None:
        """Write all, within a transaction."""
        execute = self._database.execute
        self._write_seen()
        execute(_UNSETTLE)
        execute(_FORGET_FACTS)
        execute(_FORGET)
        (last,) = execute(_LAST).fetchone()
        execute(_WRITE, (last, today))
        execute(_WRITE_FACTS, (last,))
        seen = execute("SELECT * FROM temp.seen")
        self._database.executemany(_WRITE_SEEN, ((*each, today) for each in seen))

    def _write_seen(self) -> None:
        self._database.executemany(_SEE, self._seen)
        self._seen.clear()
