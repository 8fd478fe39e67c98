"""What there is to say of the caches in a folder."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import NamedTuple

from articlelint.collection.cache_file import CacheFileError, cache_files, connected, size_of

#: Of which root a cache is.
ROOT = "root"


class CacheInfo(NamedTuple):
    """One cache: its file, the root that it is for, how many files and how many bytes it has.

    What it does not tell is None.
    """

    path: str
    root: str | None
    files: int | None
    size: int


def infos(folder: str) -> list[CacheInfo]:
    """What is known of each cache in a folder."""
    return [CacheInfo(each, *_told(each), size_of(each)) for each in cache_files(folder)]


def _told(file: str) -> tuple[str | None, int | None]:
    try:
        with closing(connected(file)) as database:
            (files,) = database.execute("SELECT count(*) FROM remembered").fetchone()
            root = database.execute("SELECT value FROM note WHERE key = ?", (ROOT,)).fetchone()
    except (CacheFileError, OSError, sqlite3.Error):
        return None, None
    return (str(root[0]) if root else None), files
