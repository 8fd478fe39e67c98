"""What the files of a folder share, so that it is asked for once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlelint.engine.check import Checker
from articlelint.running.checkers import Checkers
from articlelint.running.found import Found
from articlelint.running.membership import Collection, Member, Membership

#: How many files are looked up in the cache at once: the rows of very many would take memory.
_MOST_AT_ONCE = 512


class Place(NamedTuple):
    """A folder in which all files have one checker and are in one collection.

    Their names in the collection begin with ``begin``; in their paths, the last part is from
    ``cut`` on.
    """

    checker: Checker
    collection: Collection
    begin: str
    cut: int

    def name(self, path: str) -> str:
        """The name of a file in its collection."""
        return self.begin + path[self.cut :]

    def member(self, path: str) -> Member:
        """A file in its collection."""
        return Member(self.collection, self.name(path))


class Neighbours(NamedTuple):
    """Files one after another that are in one place; None if each is to be looked at by itself.

    ``first`` is the number of the first one.
    """

    place: Place | None
    first: int
    files: list[Found]

    def numbers(self) -> range:
        """The number of each file."""
        return range(self.first, self.first + len(self.files))

    def numbered(self) -> Iterator[tuple[int, Found]]:
        """Each file with its number."""
        return zip(self.numbers(), self.files, strict=True)


class Places:
    """The places of files, by their paths."""

    def __init__(self, checkers: Checkers, membership: Membership) -> None:
        self._checkers = checkers
        self._membership = membership
        self._known: dict[str, Place | None] = {}

    def of(self, path: str) -> Place | None:
        """Where a file is; None if the files of its folder are told apart by their names.

        Raises ConfigError.
        """
        folder = path[: path.rfind(os.sep) + 1]
        if folder not in self._known:
            self._known[folder] = self._place(path, len(folder))
        return self._known[folder]

    def _place(self, path: str, cut: int) -> Place | None:
        checker, member = self._checkers.for_file(path), self._membership.of(path)
        folder = os.path.dirname(path)
        if not (self._checkers.is_one_in(folder) and self._membership.is_one_in(folder)):
            return None
        return Place(checker, member.collection, member.name.removesuffix(path[cut:]), cut)

    def neighbours(self, files: Iterable[Found]) -> Iterator[Neighbours]:
        """All files in their order, as many at once as are in one place. Raises ConfigError."""
        near: list[Found] = []
        number = 0
        last: Place | None = None
        for found in files:
            place = None if found.is_other_name else self.of(found.path)
            if near and (place is not last or len(near) == _MOST_AT_ONCE):
                yield Neighbours(last, number, near)
                number += len(near)
                near = []
            near.append(found)
            last = place
        if near:
            yield Neighbours(last, number, near)
