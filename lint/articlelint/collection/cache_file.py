"""The file of a cache: where it is, and how it is opened, whatever is there."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import time
from contextlib import suppress
from hashlib import blake2b
from typing import NamedTuple

from articlelint.root import is_within, real_path

#: The most bytes of one file.
MOST_BYTES = 512 * 1024**2
#: Ends with the number of the format, so that several versions of articlelint get along.
_ENDING = ".v2.sqlite"
_NAME = re.compile(r".*-[0-9a-f]{16}\.v[0-9]+\.sqlite")
#: What sqlite puts beside a database in use.
_SIDES = ("-wal", "-shm", "-journal")

#: What reading a damaged file raises.
DamagedCacheError = sqlite3.DatabaseError
#: Says that a database is ours: "Artl".
_APPLICATION = 0x4172746C
#: What sqlite says of errors that are not of the file.
_OF_SYSTEM = re.compile("lock(?:ed|ing)|unable to open|readonly|I/O|full|memory")
#: How long to wait for another process that writes.
_SECONDS = 3
_PAUSE = 0.01
_WRITE_AHEAD = "PRAGMA journal_mode = WAL"
_PAGE = 4096

_TABLES = (
    # Of each file what its result depends on, and the result: NULL where there is nothing to say;
    # ``facts`` is a digest of them.
    """CREATE TABLE remembered (
    name BLOB NOT NULL PRIMARY KEY, id INTEGER NOT NULL,
    modified INTEGER, changed INTEGER, size INTEGER, inode INTEGER,
    digest BLOB NOT NULL, settings BLOB NOT NULL, since REAL, until REAL, used INTEGER NOT NULL,
    result BLOB, facts INTEGER NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE remembered_fact (
    rule BLOB NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, path TEXT NOT NULL,
    file INTEGER NOT NULL
)""",
    "CREATE TABLE note (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # Files that may not be as they were when all were looked at last: see ``settling``.
    "CREATE TABLE unsettled (name BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID",
    "CREATE UNIQUE INDEX remembered_by_id ON remembered (id)",
    "CREATE INDEX remembered_by_settings ON remembered (settings)",
    "CREATE INDEX fact_by_key ON remembered_fact (rule, key)",
    "CREATE INDEX fact_by_file ON remembered_fact (file)",
)


class CacheFileError(Exception):
    """Why a cache cannot be used."""


class _NotOursError(CacheFileError):
    """A file is not a sound cache of this format."""


class Opened(NamedTuple):
    """A database in the middle of a transaction that reads, and what to tell the user, if anything.

    Without a file, there is nothing in it and nothing is kept.
    """

    database: sqlite3.Connection
    file: str | None = None
    note: str = ""


def open_cache(root: str, cache_dir: str | None) -> Opened:
    """Open the cache of a root; a new one where there is none, or one that cannot be used."""
    try:
        file = cache_file(root, cache_folder(root, cache_dir))
        try:
            return Opened(connected(file), file)
        except (_NotOursError, sqlite3.Error) as error:
            if not is_damage(error):
                raise
        remove(file)
        return Opened(connected(file), file, f"{file} is not a usable cache: it is replaced")
    except (CacheFileError, OSError, ValueError, sqlite3.Error) as error:
        return without_file(f"the cache is not used: {said_of(error)}")


def without_file(note: str = "") -> Opened:
    """An empty database of the same tables, which is dropped when it is closed."""
    database = sqlite3.connect("", isolation_level=None)
    _make_tables(database)
    database.execute("BEGIN")
    return Opened(database, note=note)


def is_damage(error: Exception) -> bool:
    """Whether an error is one of the file, and not of the system or of who uses it."""
    if isinstance(error, sqlite3.OperationalError):
        return not _OF_SYSTEM.search(str(error))
    return not isinstance(error, sqlite3.ProgrammingError)


def said_of(error: Exception) -> str:
    """Why something failed, with the file if that is known."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def cache_folder(root: str, cache_dir: str | None = None) -> str:
    """The folder of caches: the one that is named, else the user's own. Raises CacheFileError."""
    if cache_dir is not None:
        folder = os.path.abspath(cache_dir)
        real = real_path(folder)
        if is_within(folder, root) and not is_within(real, root):
            raise CacheFileError(f"{folder}: a link leads out of {root}")
        return real
    from platformdirs import user_cache_dir  # noqa: PLC0415 - not where a folder is named

    folder = user_cache_dir("articlelint")
    if not os.path.isabs(folder):  # without a home, it begins with a `~`
        raise CacheFileError("there is no home folder")
    return folder


def cache_file(root: str, folder: str) -> str:
    """The file for a root, an absolute path.

    In a folder within the root, its name does not depend on where that is: so it can be saved and
    restored elsewhere.
    """
    is_inside = is_within(folder, root)
    place = os.path.relpath(folder, root) if is_inside else root
    name = "collection" if is_inside else re.sub("[^A-Za-z0-9]+", "-", os.path.basename(root))[:40]
    digest = blake2b(os.fsencode(place), digest_size=8).hexdigest()
    return os.path.join(folder, f"{name}-{digest}{_ENDING}")


def cache_files(folder: str) -> list[str]:
    """The files of caches in a folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, each) for each in names if _NAME.fullmatch(each)]


def size_of(file: str) -> int:
    """How many bytes a cache takes, with all that belongs to it."""
    sizes = 0
    for each in (file, *(file + side for side in _SIDES)):
        with suppress(FileNotFoundError):
            sizes += os.lstat(each).st_size
    return sizes


def remove(file: str) -> None:
    """Remove a cache. A process that is using it goes on with what it has. Raises OSError."""
    os.unlink(file)
    for side in _SIDES:
        with suppress(FileNotFoundError):
            os.unlink(file + side)


def connected(file: str) -> sqlite3.Connection:
    """A cache that is sound, in a transaction. Raises CacheFileError, OSError, sqlite3.Error."""
    _make_private(file)
    database = sqlite3.connect(file, timeout=_SECONDS, isolation_level=None)
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _make_private(file: str) -> None:
    """Make the file for nobody else, and its folder. Raises OSError, CacheFileError.

    One that others may read has come from elsewhere, such as from a commit: git makes such files.
    """
    folder = os.path.dirname(file)
    if not os.path.isdir(folder):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _make(os.path.join(folder, ".gitignore"), b"*\n")
    _make(file)
    _refuse_unsafe(file)
    for side in _SIDES:  # what is in these, sqlite takes for what is in the file
        with suppress(FileNotFoundError):
            _refuse_unsafe(file + side)


def _refuse_unsafe(file: str) -> None:
    """Raise CacheFileError if others may read a file or have made it, OSError if there is none."""
    status = os.lstat(file)
    if not stat.S_ISREG(status.st_mode):
        raise CacheFileError(f"{file} is not a regular file")
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o077):
        raise CacheFileError(f"{file} is not only for this user: remove it")


def _make(file: str, content: bytes = b"") -> None:
    """Make a file for nobody else, unless it is there. Raises OSError."""
    with suppress(FileExistsError):
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables of a new file, refuse another one, and begin to read."""
    execute = database.execute
    # Nothing that the file itself may define is run, and what does not fit is found early.
    execute("PRAGMA trusted_schema = OFF")
    execute("PRAGMA cell_size_check = ON")
    execute("PRAGMA synchronous = NORMAL")
    execute(f"PRAGMA max_page_count = {MOST_BYTES // _PAGE}")
    if not _definitions(database):
        _write_ahead(database)
        execute("BEGIN IMMEDIATE")
        if not _definitions(database):  # no other process was faster
            _make_tables(database)
        execute("COMMIT")
    execute("BEGIN")
    mark = execute("PRAGMA application_id").fetchone()
    if _definitions(database) != _TABLES or mark != (_APPLICATION,):
        raise _NotOursError


def _write_ahead(database: sqlite3.Connection) -> None:
    """Have writers and readers not wait for each other. Raises sqlite3.Error.

    For this alone, sqlite itself does not wait for a process that does the same just now.
    """
    latest = time.monotonic() + _SECONDS
    while not _could_write_ahead(database) and time.monotonic() < latest:
        time.sleep(_PAUSE)
    database.execute(_WRITE_AHEAD)


def _could_write_ahead(database: sqlite3.Connection) -> bool:
    """Try it; returns whether no other process was in the way. Raises sqlite3.Error."""
    try:
        database.execute(_WRITE_AHEAD)
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        return False
    return True


def _make_tables(database: sqlite3.Connection) -> None:
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    for each in _TABLES:
        database.execute(each)


def _definitions(database: sqlite3.Connection) -> tuple[str, ...]:
    """What is defined in a database, as it was written; not what sqlite has added itself."""
    found = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return tuple(sql for (sql,) in found)
