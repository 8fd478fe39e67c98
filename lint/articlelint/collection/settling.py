"""What holds for all files of a folder since a run has looked at all of them.

Such a run leaves in the cache just the files that it has found, with their settings, and a note.
Whoever changes a row later adds the file to the ``unsettled`` ones in the same transaction: all
others are as that run has left them, whatever processes write or are killed.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from articlelint.collection import pruning
from articlelint.collection.pending import MOST_UNSETTLED, UNSETTLE
from articlelint.collection.stored import stored, text_of

#: What the keys of the notes begin with; then comes the folder.
WHOLE = "whole:"
#: The key of when a note holds, in seconds since 1970: from, until.
HOLDS = "holds"
_LAST = "last written"
_FOREVER = 2**60

_SET = "INSERT OR REPLACE INTO main.note VALUES (?, ?)"
_UNSEEN = """
SELECT id FROM main.remembered WHERE settings = ?
AND id NOT IN (SELECT remembered FROM temp.file WHERE remembered IS NOT NULL)
"""
_HOLDS = "SELECT max(since), min(until) FROM main.remembered WHERE settings = ?"
# They may have changed while they were looked at.
_RACY = f"""
{UNSETTLE} FROM main.remembered WHERE settings = ? AND modified IS NULL LIMIT {MOST_UNSETTLED + 1}
"""


class Whole(NamedTuple):
    """A folder of which all files were looked at.

    ``prefix`` is what their names in the cache begin with, and ``settings`` those of the files that
    are compared. ``unsure`` are the names of files that the cache does not tell all about. ``note``
    is what to note.
    """

    prefix: str
    settings: list[bytes]
    unsure: list[str]
    note: Mapping[str, Any]


def _is_noted(note: Mapping[str, Any], noted: str | None) -> bool:
    try:
        known = json.loads(noted) if noted else {}
        return bool({**known, HOLDS: None} == {**json.loads(json.dumps(note)), HOLDS: None})
    except (ValueError, TypeError):  # anybody may have written it
        return False


class Settling:
    """Writes what holds for all files of folders, within the transaction of a ``Store``."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._wholes: list[Whole] = []
        self._last: str | None = None
        with suppress(sqlite3.Error):  # who reads or writes more is told
            self._last = self._last_written()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self._wholes

    def add(self, whole: Whole, noted: str | None) -> bool:
        """Note something at the end, unless it is ``noted`` already and nothing has changed."""
        is_new = bool(whole.unsure or not _is_noted(whole.note, noted) or self.unsettled())
        if is_new:
            self._wholes.append(whole)
        return is_new

    def unsettled(self) -> list[str]:
        """The files that may not be as they were. Raises sqlite3.Error."""
        return [text_of(name) for (name,) in self._database.execute("SELECT name FROM unsettled")]

    def begin(self) -> None:
        """Do what comes before new rows are written."""
        if self._last_written() != self._last:  # another process may have changed what was seen
            self._wholes.clear()
        self._database.execute(_SET, (_LAST, os.urandom(8).hex()))
        for whole in self._wholes:
            for each in whole.settings:
                unseen = self._database.execute(_UNSEEN, (each,)).fetchall()
                pruning.forget(self._database, unseen)

    def end(self) -> None:
        """Do what comes after that."""
        self._drop_if_many()
        for whole in self._wholes:
            self._settle(whole)
        self._drop_if_many()

    def _settle(self, whole: Whole) -> None:
        execute = self._database.execute
        self._drop_others(whole.prefix)
        prefix = stored(whole.prefix)
        execute("DELETE FROM main.unsettled WHERE substr(name, 1, ?) = ?", (len(prefix), prefix))
        names = ((stored(each),) for each in whole.unsure[: MOST_UNSETTLED + 1])
        self._database.executemany("INSERT OR IGNORE INTO main.unsettled VALUES (?)", names)
        for each in whole.settings:
            execute(_RACY, (each,))
        since, until = zip(*self._holds(whole), strict=True)
        holds = [max(since), min(until)]
        note = json.dumps({**whole.note, HOLDS: holds})
        execute(_SET, (WHOLE + whole.prefix, note))

    def _drop_others(self, prefix: str) -> None:
        """Drop what is noted of folders in this one or around it: it has the same files."""
        execute = self._database.execute
        query = "SELECT key FROM main.note WHERE substr(key, 1, ?) = ?"
        for (key,) in execute(query, (len(WHOLE), WHOLE)).fetchall():
            other = key.removeprefix(WHOLE)
            if other != prefix and (other.startswith(prefix) or prefix.startswith(other)):
                execute("DELETE FROM main.note WHERE key = ?", (key,))

    def _holds(self, whole: Whole) -> Iterator[tuple[float, float]]:
        for each in whole.settings:
            since, until = self._database.execute(_HOLDS, (each,)).fetchone()
            yield since or 0, until or _FOREVER

    def _drop_if_many(self) -> None:
        execute = self._database.execute
        (number,) = execute("SELECT count(*) FROM main.unsettled").fetchone()
        if number > MOST_UNSETTLED:
            execute("DELETE FROM main.unsettled")
            execute("DELETE FROM main.note WHERE substr(key, 1, ?) = ?", (len(WHOLE), WHOLE))

    def _last_written(self) -> str | None:
        """What is another one after each time that something was written."""
        found = self._database.execute("SELECT value FROM main.note WHERE key = ?", (_LAST,))
        return next((str(value) for (value,) in found), None)
