"""What is remembered of the files of a root from run to run: the cache.

A result is used again only for the same bytes, settings and schema, in the stretch of time for
which it holds. So it is never stale, and whatever is lost is found again by a check.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from math import inf
from typing import NamedTuple

from articlelint.collection import pruning
from articlelint.collection.cache_file import (
    Opened,
    is_damage,
    open_cache,
    remove,
    said_of,
    without_file,
)
from articlelint.collection.cache_info import ROOT
from articlelint.collection.packing import pack, unpack
from articlelint.collection.pending import Pending, Result, StatusRow
from articlelint.collection.read_ahead import ReadAhead, Row
from articlelint.collection.settling import WHOLE, Settling, Whole
from articlelint.collection.stored import BYTES_OF_DIGEST, FactRows, stored, text_of
from articlelint.collection.unchanged import LARGEST, Moment, SilentRow, unchanged
from articlelint.engine.checked import Checked

#: A file that changed less than this before it was read may change again without its status
#: telling: some file systems count in whole seconds, FAT in two.
RACY_NS = 2 * 10**9
_NS_OF_A_DAY = pruning.DAY * 10**9
_UNKNOWN = StatusRow(None, None, None, None)

#: What a row that anybody may have written can lead to.
_UNREADABLE = (ValueError, TypeError, AttributeError, OverflowError)


class Remembered(NamedTuple):
    """The result of an earlier check, as of ``Checker.begin``, and the digest of the file.

    The facts are not in it, but in the table ``main.remembered_fact`` of the store's database:
    their ``file`` is ``id``.
    """

    checked: Checked
    digest: bytes
    id: int
    facts_digest: int


def digest_of(data: bytes) -> bytes:
    """What tells the content of a file from any other."""
    return blake2b(data, digest_size=BYTES_OF_DIGEST).digest()


class Store:
    """The cache of a root, as it was when it was opened, and what is to be added to it.

    Files are named by their paths relative to the root, with ``/``. ``note`` is a line for the user
    if the cache could not be used: then nothing is remembered, and all goes on without.

    ``database`` is for those who compare facts: they may add temporary tables of their own, and
    read ``main.remembered`` and ``main.remembered_fact``, which stay the same until ``close``. If
    that raises sqlite3.DatabaseError, the file is damaged: see ``give_up``.
    """

    def __init__(self, root_folder: str, opened: Opened) -> None:
        self._root_folder = root_folder
        self.database, self._file, self.note = opened
        #: Whether it proved damaged.
        self.is_damaged = False
        self._rows = ReadAhead(self.database)
        self._pending = Pending(self.database)
        self._settling = Settling(self.database)
        self._notes: dict[str, str] = {}
        now = time.time_ns()
        self._today = now // _NS_OF_A_DAY
        self._racy_since = now - RACY_NS

    @classmethod
    def open(cls, root_folder: str, cache_dir: str | None = None) -> Store:
        """The cache of a root, an absolute path, in a folder or the user's own. Never raises."""
        return cls(root_folder, open_cache(root_folder, cache_dir))

    @classmethod
    def without_cache(cls) -> Store:
        """One that remembers nothing."""
        return cls("", without_file())

    def get(
        self,
        name: str,
        status: os.stat_result,
        settings: bytes,
        now: float,
        read: Callable[[], bytes],
    ) -> Remembered | None:
        """The result for a file, if one is remembered that holds ``now``, in seconds since 1970.

        ``read`` is called only if the ``status`` does not tell that the file is unchanged. That is
        of ``os.lstat``: of links, which may lead elsewhere without a change, nothing is remembered.
        """
        if self._file is None or not stat.S_ISREG(status.st_mode):
            return None
        try:
            row = self._rows.row(stored(name))
            if row and row.settings == settings and _holds(row, now):
                return self._remembered(row, status, read)
        except (*_UNREADABLE, OSError):
            return None  # whoever checks the file tells why it cannot be read
        except sqlite3.Error as error:
            self.give_up(error)
        return None

    def unchanged(
        self,
        names: Sequence[str],
        paths: Sequence[str],
        settings: bytes,
        now: float,
        read: Callable[[str], bytes],
    ) -> Sequence[SilentRow | None]:
        """What is remembered of files that are as they were, without anything to say of them.

        ``names`` are in order; ``paths`` lead to the files from the current folder, and are
        ``read`` if their status does not tell. None is for what is to be asked one by one: see
        ``get``.
        """
        if self._file is None:
            return [None] * len(names)

        def is_same(row: SilentRow, path: str, status: os.stat_result) -> bool:
            known, seen = row[4:8], self._status(status)
            if (known != seen or seen == _UNKNOWN) and digest_of(read(path)) != row[3]:
                return False
            if known != seen or not row[9]:
                self._pending.see(row[0], seen, row[3])
            return True

        moment = Moment(now, self._racy_since, self._today - pruning.DAYS_UNNOTED)
        stored_names = [*map(stored, names)]
        try:
            return unchanged(self.database, stored_names, paths, settings, moment, is_same)
        except sqlite3.Error as error:
            self.give_up(error)
        return [None] * len(names)

    def put(  # noqa: PLR0913, PLR0917 - all that is remembered of a file
        self,
        name: str,
        status: os.stat_result,
        digest: bytes,
        settings: bytes,
        checked: Checked,
        facts: FactRows,
    ) -> bool:
        """Remember a result of ``Checker.begin``, from ``close`` on; returns whether that can be.

        ``facts`` are its facts as they are kept.
        ``status`` is as for ``get``, from before the file was read. What does not hold for any time
        is not remembered. If it is told twice of a file, the first counts.
        """
        can_be_kept = self._file is not None and stat.S_ISREG(status.st_mode)
        if checked.holds is None or checked.contents or not can_be_kept:
            return False
        since, until = (None if each in (-inf, inf) else each for each in checked.holds)
        try:
            status_row, packed = self._status(status), pack(checked)
            result = Result(
                *(stored(name), status_row, digest, settings, since, until, packed),
                facts.digest,
            )
            self._pending.add(result, facts.rows)
        except _UNREADABLE:
            return False  # a value that JSON or sqlite cannot hold
        except sqlite3.Error as error:
            self.give_up(error)
            return False
        return True

    def noted(self, key: str) -> str | None:
        """What an earlier run has noted of the whole, such as of the state of its repository."""
        with suppress(sqlite3.Error):
            for (value,) in self.database.execute(_NOTED, (key,)):
                return str(value)
        return None

    @property
    def is_kept(self) -> bool:
        """Whether what is put is remembered."""
        return self._file is not None

    def unsettled(self) -> list[str]:
        """The files that may not be as they were when all were looked at. May raise sqlite3.Error.

        They may be of any folder.
        """
        try:
            return self._settling.unsettled()
        except sqlite3.Error as error:
            self.give_up(error)
            raise

    def settle(self, whole: Whole) -> bool:
        """Note, from ``close`` on, that all files of a folder were looked at.

        Returns whether that is to be written: then they must be in the table ``temp.file``.
        """
        return self.is_kept and self._settling.add(whole, self.noted(WHOLE + whole.prefix))

    def give_up(self, error: sqlite3.Error) -> None:
        """Use the cache no longer; it is made anew by the next run if it is damaged."""
        if self._file is None:
            return
        self.note = self.note or f"the cache is not used: {self._file}: {said_of(error)}"
        self.is_damaged = is_damage(error)
        if self.is_damaged:
            with suppress(OSError):
                remove(self._file)
        self._file = None

    def keep_note(self, key: str, value: str) -> None:
        """Note something of the whole from ``close`` on, for later runs."""
        self._notes[key] = value

    def close(self) -> None:
        """Write what is new, all at once or not at all."""
        try:
            self.database.execute("COMMIT")
            if self._file is not None:
                self._write(self._file)
        except sqlite3.Error as error:
            self.give_up(error)
        self._file = None
        self.database.close()

    def _write(self, file: str) -> None:
        database = self.database
        is_due = pruning.is_due(database, self._today)
        is_noted = all(self.noted(key) == value for key, value in self._notes.items())
        if self._pending.is_empty and self._settling.is_empty and is_noted and not is_due:
            return
        database.execute("BEGIN IMMEDIATE")
        self._settling.begin()
        pruning.make_room(database)
        self._pending.write(self._today)
        self._settling.end()
        root = self._root_folder.encode(errors="backslashreplace").decode()  # only to be shown
        database.executemany(_NOTE, {**self._notes, ROOT: root}.items())
        if is_due:
            pruning.prune(database, self._today, self._exists)
        database.execute("COMMIT")
        if is_due:
            pruning.remove_unused(os.path.dirname(file))

    def _exists(self, name: bytes) -> bool:
        try:
            return os.path.lexists(os.path.join(self._root_folder, text_of(name)))
        except _UNREADABLE:
            return False

    def _remembered(
        self, row: Row, status: os.stat_result, read: Callable[[], bytes]
    ) -> Remembered | None:
        are_digests = isinstance(row.digest, bytes) and isinstance(row.facts, int)
        if not are_digests or len(row.digest) != BYTES_OF_DIGEST:
            return None
        known = StatusRow(row.modified, row.changed, row.size, row.inode)
        seen = self._status(status)
        if known == _UNKNOWN or known != seen:
            if digest_of(read()) != row.digest:
                return None
            if seen != known:
                self._pending.see(row.name, seen, row.digest)
        elif row.used < self._today - pruning.DAYS_UNNOTED:
            self._pending.see(row.name, seen, row.digest)
        return Remembered(unpack(row.result), row.digest, row.id, row.facts)

    def _status(self, status: os.stat_result) -> StatusRow:
        if max(status.st_mtime_ns, status.st_ctime_ns) >= self._racy_since:
            return _UNKNOWN
        return StatusRow(
            status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino & LARGEST
        )


_NOTED = "SELECT value FROM main.note WHERE key = ?"
_NOTE = "INSERT OR REPLACE INTO main.note VALUES (?, ?)"


def _holds(row: Row, now: float) -> bool:
    return (row.since is None or row.since <= now) and (row.until is None or now < row.until)
