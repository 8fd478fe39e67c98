"""Other files of a collection, read again for the places that diagnostics name."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from articlelint.engine.read_again import ReadAgain, read_again
from articlelint.model import DataPath, Span
from articlelint.reading.source import SourceFile
from articlelint.running.found import Found
from articlelint.running.run import open_found

#: How many files are kept: diagnostics of neighbours often name the same ones. Each may be large.
_MOST_KEPT = 16
_BEGINNING = Span(0, 0)


class _Other(NamedTuple):
    source: SourceFile
    again: ReadAgain | None


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
        whole = os.path.abspath(shown)
        other = _read(whole, _status(whole))
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
def _read(path: str, _status: tuple[int, ...] | None) -> _Other:
    source = open_found(Found(path)).source
    return _Other(source, read_again(source))
