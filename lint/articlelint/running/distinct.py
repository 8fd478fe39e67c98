"""Files, each once with the same settings, however many names it has."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable
from itertools import chain
from operator import itemgetter

from articlelint.root import RealFolders
from articlelint.running.found import Found
from articlelint.settings.config_tree import ConfigTree

_PATH = itemgetter(0)


class Distinct:
    """Files, each once with the same settings, however many links lead to it."""

    def __init__(self, configs: ConfigTree) -> None:
        self._configs = configs
        #: What each search has found, and each named file.
        self._groups: list[list[Found]] = []
        self._links: list[Found] = []
        #: The first name of each file, by its path without links.
        self._files: dict[str, Found] = {}
        #: All names of those that have several.
        self._names: dict[str, list[Found]] = {}
        self._real_folders = RealFolders()

    def add(self, files: list[Found], links: Iterable[Found]) -> None:
        """Add what one search has found, or one named file: all are different files."""
        self._groups.append(files)
        self._links += links

    def sorted(self) -> list[Found]:
        """The files by their paths; of links, those that add other settings."""
        if len(self._groups) == 1 and not self._links:  # as mostly, without a look at each
            return sorted(self._groups[0], key=_PATH)
        for each in chain.from_iterable(self._groups):
            self._add_name(self._without_links_above(each.path), each)
        links = ((self._without_links_above(each.path), each) for each in self._links)
        for path, link in sorted(links):
            self._add_name(os.path.realpath(path), link)
        others = (other for names in self._names.values() for other in self._others(names))
        return sorted((*self._files.values(), *others), key=_PATH)

    def _without_links_above(self, path: str) -> str:
        folder, name = os.path.split(path)
        return os.path.join(self._real_folders.of(folder), name)

    def _add_name(self, path: str, found: Found) -> None:
        first = self._files.setdefault(path, found)
        if first is not found:
            self._names.setdefault(path, [first]).append(found)

    def _others(self, names: list[Found]) -> Iterable[Found]:
        """Of the names of one file after the first, the first for each of the other settings.

        Else who adds a link could choose the settings of a file, by where the link leads.
        """
        others: dict[Hashable, Found] = {}
        for each in reversed(names):
            others[self._settings(each.path)] = each._replace(is_other_name=True)
        del others[self._settings(names[0].path)]
        return others.values()

    def _settings(self, path: str) -> Hashable:
        config = self._configs.for_file(path)
        return config, config.overrides_for(path) if config else ()
