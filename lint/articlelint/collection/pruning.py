"""What a cache forgets, so that it stays small: what is gone, not used, or too much."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from articlelint.collection.cache_file import MOST_BYTES, cache_files, remove
from articlelint.collection.pending import UNSETTLE

DAY = 24 * 60 * 60
#: After how many days it is noted again that a result was used, so that few runs write.
DAYS_UNNOTED = 5
_DAYS_UNUSED = 30 + DAYS_UNNOTED
#: How many files are looked for each day, those first that were not used for longest.
_MOST_LOOKED_FOR = 1000
#: The part of ``MOST_BYTES`` from which on the half that was not used for longest is forgotten.
_FULL = 0.75
#: What the keys of notes begin with about what comparing has found; then comes the collection.
COMPARED = "compared:"
#: Of how many collections these notes are kept over a day.
_MOST_COMPARED = 20


def is_due(database: sqlite3.Connection, today: int) -> bool:
    """Whether this is the first time today (in days since 1970)."""
    noted = database.execute("SELECT value FROM main.note WHERE key = 'pruned'").fetchone()
    return bool(noted != (str(today),))


def prune(database: sqlite3.Connection, today: int, exists: Callable[[bytes], bool]) -> None:
    """Forget the files that do not exist any more or were not used for long."""
    execute = database.execute
    execute("INSERT OR REPLACE INTO main.note VALUES ('pruned', ?)", (str(today),))
    last = today - _DAYS_UNUSED
    unused = execute("SELECT id FROM main.remembered WHERE used < ?", (last,)).fetchall()
    query = "SELECT id, name FROM main.remembered WHERE used >= ? ORDER BY used LIMIT ?"
    oldest = execute(query, (last, _MOST_LOOKED_FOR)).fetchall()
    forget(database, [*unused, *((id_,) for id_, name in oldest if not exists(name))])
    are_compared = f"FROM main.note WHERE substr(key, 1, {len(COMPARED)}) = ?"
    (number,) = execute(f"SELECT count(*) {are_compared}", (COMPARED,)).fetchone()
    if number > _MOST_COMPARED:
        execute(f"DELETE {are_compared}", (COMPARED,))


def make_room(database: sqlite3.Connection) -> None:
    """Forget half of all where there is much."""
    pages, free, size = (
        database.execute(f"PRAGMA main.{each}").fetchone()[0]
        for each in ("page_count", "freelist_count", "page_size")
    )
    if (pages - free) * size > MOST_BYTES * _FULL:
        (number,) = database.execute("SELECT count(*) FROM main.remembered").fetchone()
        query = "SELECT id FROM main.remembered ORDER BY used LIMIT ?"
        forget(database, database.execute(query, ((number + 1) // 2,)).fetchall())


def forget(database: sqlite3.Connection, ids: Iterable[tuple[int]]) -> None:
    """Forget files, each by its id, and their facts."""
    ids = [*ids]
    database.executemany(f"{UNSETTLE} FROM main.remembered WHERE id = ?", ids)
    database.executemany("DELETE FROM main.remembered_fact WHERE file = ?", ids)
    database.executemany("DELETE FROM main.remembered WHERE id = ?", ids)


def remove_unused(folder: str) -> None:
    """Remove the caches in a folder that were not used for long, such as of a root that is gone."""
    before = time.time() - _DAYS_UNUSED * DAY
    for file in cache_files(folder):
        with suppress(OSError):
            if os.lstat(file).st_mtime < before:
                remove(file)
