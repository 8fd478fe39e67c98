"""Files that are as an earlier run has left them, many at once: see ``collection.unchanged``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from articlelint.collection.unchanged import SilentRow
from articlelint.running.cached_check import CachedCheck
from articlelint.running.discover import Found
from articlelint.running.places import Place, Places

#: How many files of a folder are looked up at once: the rows of very many would take memory.
_MOST_AT_ONCE = 512


class Neighbours(NamedTuple):
    """Some files in one place, and the row of each that is as it was, with nothing to say of it.

    Without a ``place``, and where there is None instead of a row, files are to be checked.
    """

    place: Place | None
    files: list[Found]
    rows: Sequence[SilentRow | None]

    @property
    def left(self) -> list[Found]:
        """The files that are to be checked."""
        return [found for found, row in zip(self.files, self.rows, strict=True) if row is None]


class UnchangedFiles:
    """Takes files of which an earlier run has found all: their facts are added in bulk."""

    def __init__(self, places: Places, cached_check: CachedCheck) -> None:
        self._places = places
        self._cached_check = cached_check

    def taken(
        self, files: Iterable[Found], where: Callable[[Place], bool], *, is_reported: bool
    ) -> Iterator[Neighbours]:
        """All files, in their order, taken only ``where`` they may be. Raises ConfigError."""
        near: list[Found] = []
        last: Place | None = None
        for found in files:
            place = None if found.is_other_name else self._places.of(found.path)
            if near and (place is not last or len(near) == _MOST_AT_ONCE):
                yield self._take(last, near, where, is_reported=is_reported)
                near = []
            near.append(found)
            last = place
        if near:
            yield self._take(last, near, where, is_reported=is_reported)

    def _take(
        self,
        place: Place | None,
        files: list[Found],
        where: Callable[[Place], bool],
        *,
        is_reported: bool,
    ) -> Neighbours:
        if place is None or not where(place):
            return Neighbours(None, files, [None] * len(files))
        rows = self._cached_check.take_unchanged(files, place, is_reported=is_reported)
        return Neighbours(place, files, rows)
