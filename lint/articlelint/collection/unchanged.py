"""Files that are as they were, with nothing to say of them, looked up many at once.

In a run over a collection in which nothing has changed, these are nearly all.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlelint.collection.stored import BYTES_OF_DIGEST

#: The largest number that sqlite holds.
LARGEST = 2**63 - 1

# Whoever wrote the rows may have put anything into them.
_QUERY = f"""
SELECT name, id, facts, digest, modified, changed, size, inode,
modified < ?5 AND changed < ?5, used >= ?6 FROM main.remembered
WHERE name BETWEEN ?1 AND ?2 AND settings = ?3 AND result IS NULL
AND (since IS NULL OR since <= ?4) AND (until IS NULL OR typeof(until) = 'real' AND ?4 < until)
AND typeof(id) = 'integer' AND typeof(facts) = 'integer'
AND typeof(digest) = 'blob' AND length(digest) = {BYTES_OF_DIGEST}
"""  # noqa: S608 - of constants

#: What is remembered of a file: its name, its id, the digest of its facts and that of its content,
#: its status in four numbers, then whether these tell if it has changed, and whether it was used
#: lately. No named tuple: to make one takes as long as all else that is done with a row.
SilentRow = tuple[bytes, int, int, bytes, int, int, int, int, int, int]

#: Whether the content of a file is as it is remembered, by its path and its status.
IsSame = Callable[[SilentRow, str, os.stat_result], bool]


class Moment(NamedTuple):
    """When rows are asked for.

    ``now`` is in seconds since 1970. What has changed from ``racy_since`` on, in ns, may change
    again without a trace. What was used last before the day ``oldest`` is to be noted anew.
    """

    now: float
    racy_since: int
    oldest: int


def unchanged(  # noqa: PLR0913, PLR0917 - all of them decide
    database: sqlite3.Connection,
    names: Sequence[bytes],
    paths: Sequence[str],
    settings: bytes,
    moment: Moment,
    is_same: IsSame,
) -> list[SilentRow | None]:
    """The row of each file, by its stored name and its path; None if it has changed.

    ``is_same`` is asked if the status does not tell. Raises sqlite3.Error.
    """
    asked = database.execute(_QUERY, (names[0], names[-1], settings, *moment))
    rows: dict[bytes, SilentRow] = {row[0]: row for row in asked}
    return [
        row if (row := rows.get(name)) and _is_unchanged(row, path, is_same) else None
        for name, path in zip(names, paths, strict=True)
    ]


def _is_unchanged(row: SilentRow, path: str, is_same: IsSame) -> bool:
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return False
        modified, changed, size = status.st_mtime_ns, status.st_ctime_ns, status.st_size
        if row[4:] == (modified, changed, size, status.st_ino & LARGEST, 1, 1):
            return True
        return is_same(row, path, status)
    except (OSError, ValueError):  # whoever checks the file tells why it cannot be read
        return False
