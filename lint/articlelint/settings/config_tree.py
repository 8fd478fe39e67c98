"""Which configuration file holds for which article: the nearest one at or above it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.settings.config_file import ConfigFile

#: What a configuration file is called where it is looked for.
FILE_NAME = ".articlelint.yaml"


class ConfigTree:
    """Looks for configuration files, and reads each once.

    ``file`` is the one that holds for every article instead; without ``search``, there is none.
    What reads a file raises ConfigError.
    """

    def __init__(self, file: str | None = None, *, search: bool = True) -> None:
        self._only = _load(file) if file else None
        self._searches = search and file is None
        self._by_folder: dict[str, ConfigFile | None] = {}

    def nearest(self, folder: str) -> ConfigFile | None:
        """The configuration that holds in a folder."""
        if not self._searches:
            return self._only
        folder = os.path.abspath(folder)
        below = []
        while folder not in self._by_folder:
            below.append(folder)
            parent = os.path.dirname(folder)
            path = os.path.join(folder, FILE_NAME)
            if os.path.lexists(path):
                self._by_folder[folder] = _load(_shown(path))
            elif parent == folder:
                self._by_folder[folder] = None
            else:
                folder = parent
        config = self._by_folder[folder]
        self._by_folder.update(dict.fromkeys(below, config))
        return config

    def for_file(self, path: str) -> ConfigFile | None:
        """The configuration that holds for a file."""
        return self.nearest(os.path.dirname(os.path.abspath(path)))

    def at_or_above(self, folder: str) -> Iterator[ConfigFile]:
        """Every configuration that may exclude what is in a folder, the nearest first."""
        while config := self.nearest(folder):
            yield config
            parent = os.path.dirname(config.folder)
            if not self._searches or parent == config.folder:
                return
            folder = parent

    def excluding(self, path: str, *, is_folder: bool = False) -> str | None:
        """The place of the pattern by which a file, or all of a folder, is never checked."""
        folder = os.path.dirname(os.path.abspath(path))
        return excluding(self.at_or_above(folder), path, is_folder=is_folder)

    def files(self) -> list[ConfigFile]:
        """Every configuration that was read so far."""
        found = {id(each): each for each in (*self._by_folder.values(), self._only) if each}
        return list(found.values())


def excluding(configs: Iterable[ConfigFile], path: str, *, is_folder: bool = False) -> str | None:
    """Of these configurations, the place of the pattern that excludes a file or folder."""
    places = (each.excludes(path, is_folder=is_folder) for each in configs)
    return next(filter(None, places), None)


def _load(path: str) -> ConfigFile:
    from articlelint.settings.config_file import ConfigFile  # noqa: PLC0415 - many have none

    return ConfigFile(path)


def _shown(path: str) -> str:
    """A path as a user would write it in the current folder."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))
