"""Which files belong together: a collection is what a search of one folder finds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from articlelint.file_names import shown_path
from articlelint.named_tuple import NamedTuple
from articlelint.root import is_repository, is_within
from articlelint.running.discover import discover
from articlelint.running.found import Discovery, Found
from articlelint.settings.config_tree import ConfigTree

if TYPE_CHECKING:
    from articlelint.settings.config_file import ConfigFile


class Collection(NamedTuple):
    """What is compared: files below an absolute folder, by the name that the configuration gives.

    Without a folder, it is the files of the run alone.
    """

    folder: str
    label: str = ""

    @property
    def key(self) -> str:
        """What tells it from other collections."""
        return f"{self.folder}\0{self.label}"

    def path(self, name: str) -> str:
        """The path of a file from the current folder, by its name in the collection."""
        path = os.path.join(self.folder, *name.split("/")) if self.folder else name
        return shown_path(path)


class Member(NamedTuple):
    """A file in its collection; ``name`` is its path from there, with ``/``."""

    collection: Collection
    name: str


class Searched(NamedTuple):
    """What a search has found, and each of the files that belongs to the folder, by its path."""

    discovery: Discovery
    members: Iterable[tuple[Found, Member]]


class _Place(NamedTuple):
    """What the files of a folder belong to, and how their names begin there.

    ``parted_by`` is the configuration that parts the collection by what the files are called.
    """

    collection: Collection
    begin: str
    parted_by: ConfigFile | None


class Membership:
    """The collections of files.

    A collection's folder is that of the top-most configuration, else that of the repository. It is
    all that a search of it finds, or, if the configuration says so, a part of that.
    """

    def __init__(self, configs: ConfigTree) -> None:
        self.configs = configs
        self._folders: dict[str, str] = {}
        #: What the files in a folder, as it is named, belong to, and how their names begin there.
        self._places: dict[str, _Place] = {}

    def of(self, path: str) -> Member:
        """The collection to which a file would belong by its path. Raises ConfigError."""
        above, name = os.path.split(path)
        if above not in self._places:
            self._places[above] = self._place(path)
        collection, begin, parted_by = self._places[above]
        if parted_by:
            collection = collection._replace(label=parted_by.collection_of(path))
        return Member(collection, begin + name)

    def is_one_in(self, folder: str) -> bool:
        """Whether all files in a folder, of which one was asked for, are in the same collection."""
        return not self._places[folder].parted_by

    def has_others(self, files: Sequence[Found]) -> bool:
        """Whether there may be anything to compare files with."""
        return len(files) > 1 or any(self.of(each.path).collection.folder for each in files)

    def search(self, folder: str, only: Iterable[str] | None = None) -> Searched:
        """Find the files of the collections in a folder, all or ``only`` some by their paths there.

        Raises ConfigError at once.
        """
        discovery = discover([os.path.relpath(folder)], self.configs, only)
        return Searched(discovery, self._members(folder, discovery.files))

    def _members(self, folder: str, files: Iterable[Found]) -> Iterator[tuple[Found, Member]]:
        members = ((each, self.of(each.path)) for each in files if not each.is_other_name)
        # A repository within it has its own.
        return (each for each in members if each[1].collection.folder == folder)

    def _place(self, path: str) -> _Place:
        above = os.path.abspath(os.path.dirname(path))
        folder = self._folder_of(above)
        begin = os.path.join(above, "").removeprefix(os.path.join(folder or os.getcwd(), ""))
        config = self.configs.for_file(path)
        parted_by = config.outermost if config and config.outermost.has_collections else None
        return _Place(Collection(folder), begin.replace(os.sep, "/"), parted_by)

    def _folder_of(self, folder: str) -> str:
        """What a folder belongs to; of those above that are known, none is asked again."""
        below: list[str] = []
        found = None
        while found is None:
            found = self._folders.get(folder)
            if found is None:
                below.append(folder)
                found = self._root_at(folder)
            folder = os.path.dirname(folder)
        self._folders.update(dict.fromkeys(below, found))
        return found

    def _root_at(self, folder: str) -> str | None:
        """What a folder belongs to, if that can be said without those above; empty for nothing."""
        config = self.configs.nearest(folder)
        if config and config.is_file and is_within(folder, config.outermost.folder):
            return config.outermost.folder
        if is_repository(folder):
            return folder
        return "" if os.path.dirname(folder) == folder else None
