"""Files of a collection, read again for the places that diagnostics name."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property, lru_cache

from articlelint.collection.store import digest_of
from articlelint.engine.read_again import ReadAgain, read_again
from articlelint.model import DataPath, Span
from articlelint.reading.source import SourceFile
from articlelint.running.found import Found
from articlelint.running.run import OpenedFile, open_found

#: How many files are kept: diagnostics of neighbours often name each other. Each may be large.
_MOST_KEPT = 16
_BEGINNING = Span(0, 0)


class ReadFile:
    """A file that was read again: its text, and the digest of its content."""

    def __init__(self, file: OpenedFile) -> None:
        self.source = file.source
        self.digest = digest_of(file.data)

    @cached_property
    def again(self) -> ReadAgain | None:
        """The article in it."""
        return read_again(self.source)


def read_file(path: str) -> ReadFile:
    """A file as it is now; not read once more if it is one of those that were read last."""
    return _read(path, _status(path))


class Elsewhere:
    """Finds places in files of a collection by their names in it; ``path_of`` gives their paths.

    ``sources`` are the texts that were asked for, by these paths.
    """

    def __init__(self, path_of: Callable[[str], str]) -> None:
        self._path_of = path_of
        self.sources: dict[str, SourceFile] = {}

    def find(self, name: str, path: DataPath) -> tuple[str, Span]:
        """The path of a file and the place of a value; of one that is gone, the beginning."""
        shown = self._path_of(name)
        other = read_file(shown)
        self.sources[shown] = other.source
        try:
            return shown, other.again.document.value_span(path) if other.again else _BEGINNING
        except (LookupError, TypeError):  # it was changed meanwhile
            return shown, _BEGINNING


def _status(path: str) -> tuple[int, ...] | None:
    """What tells that a file is another one than it was, perhaps for an earlier run."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


@lru_cache(maxsize=_MOST_KEPT)
def _read(path: str, _status: tuple[int, ...] | None) -> ReadFile:
    return ReadFile(open_found(Found(path)))
