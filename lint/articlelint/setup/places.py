"""Where the articles of a kind are: in which folders nothing is of another kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

#: How many folders, and how many articles that are an index of theirs, are remembered; and how many
#: of the latter may be named.
_MOST_FOLDERS = 200
_MOST_INDEXES = 1_000
_MOST_NAMED = 10


class Places:
    """The folders of articles, and the paths of those that are an index; None if too many.

    An index belongs to the folder above its own, but is in its own, where the others of its kind
    need not be.
    """

    def __init__(self) -> None:
        self.folders: set[str] | None = set()
        self.indexes: set[str] | None = set()

    def add(self, folder: str, index: str | None) -> None:
        """Note an article in a folder; ``index`` is its path if it is one."""
        if self.folders is not None and folder not in self.folders:
            self.folders = _bounded(self.folders | {folder}, _MOST_FOLDERS)
        if self.indexes is not None and index is not None:
            self.indexes.add(index)
            self.indexes = _bounded(self.indexes, _MOST_INDEXES)

    def merge(self, other: Places) -> None:
        """Note the articles of another cluster, too."""
        self.folders = _together(self.folders, other.folders, _MOST_FOLDERS)
        self.indexes = _together(self.indexes, other.indexes, _MOST_INDEXES)


class Alone(NamedTuple):
    """Folders in which all is of one kind, but for ``others`` in them, which are named."""

    folders: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def where_alone(own: Places, others: Sequence[Places]) -> Alone:
    """The folders in which a kind is alone, as far up as it is; none if that is not certain."""
    if own.folders is None or any(None in (each.folders, each.indexes) for each in others):
        return Alone()
    of_others = {path for each in others for path in each.folders or ()}
    found = {
        _upmost(each, of_others) for each in own.folders if each and not _holds(each, of_others)
    }
    indexes = {path for each in others for path in each.indexes or ()}
    within = sorted(each for each in indexes if any(_is_within(each, path) for path in found))
    if len(within) > _MOST_NAMED:
        names = sorted({each.rpartition("/")[2] for each in within})
        own_indexes = within if own.indexes is None else own.indexes
        own_names = {each.rpartition("/")[2] for each in own_indexes}
        if not own_names.isdisjoint(names):
            return Alone()
        within = names
    return Alone(tuple(sorted(found)), tuple(within))


def _upmost(path: str, others: set[str]) -> str:
    above = path.rpartition("/")[0]
    return _upmost(above, others) if above and not _holds(above, others) else path


def _holds(folder: str, paths: Iterable[str]) -> bool:
    return any(_is_within(path, folder) for path in paths)


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/") or not folder


def _together(one: set[str] | None, other: set[str] | None, most: int) -> set[str] | None:
    return None if one is None or other is None else _bounded(one | other, most)


def _bounded(paths: set[str], most: int) -> set[str] | None:
    return paths if len(paths) <= most else None
