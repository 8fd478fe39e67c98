"""The rows of a cache by the names of files, as stored: many at once where asked for in order."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

#: The most rows that are read at once: a run over all files asks in their order, and needs each.
_MOST_ROWS = 512

_QUERY = """
SELECT name, id, modified, changed, size, inode, digest, settings, since, until, used, result, facts
FROM main.remembered WHERE name >= ? ORDER BY name LIMIT ?
"""


class Row(NamedTuple):
    """What is remembered of a file. Whoever wrote it may have put anything into any of these."""

    name: bytes
    id: int
    modified: int | None
    changed: int | None
    size: int | None
    inode: int | None
    digest: bytes
    settings: bytes
    since: float | None
    until: float | None
    used: int
    result: bytes | None
    facts: int


class ReadAhead:
    """Reads rows, each with those that are probably asked for next."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._rows: dict[bytes, Row] = {}
        self._last = b""
        self._number = 1
        self._used = 0

    def row(self, name: bytes) -> Row | None:
        """The row of a file. Raises sqlite3.Error."""
        if not self._rows or not next(iter(self._rows)) <= name <= self._last:
            self._read(name)
        row = self._rows.get(name)
        self._used += row is not None
        return row

    def _read(self, name: bytes) -> None:
        """Read more rows than before where most of those were asked for, else a single one."""
        is_in_order = self._used * 2 >= self._number and name > self._last
        self._number = min(self._number * 2, _MOST_ROWS) if is_in_order else 1
        rows = self._database.execute(_QUERY, (name, self._number))
        self._rows = {row[0]: Row(*row) for row in rows}
        self._last = next(reversed(self._rows), name)
        self._used = 0
