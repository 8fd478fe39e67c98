"""Which configuration file is for which article: the nearest at or above it, in its repository."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from articlelint.files import forget_folders
from articlelint.root import (
    CONFIG_NAME,
    Root,
    is_repository,
    is_within,
    root_of_names,
    spellings,
    top_configured,
)

if TYPE_CHECKING:
    from articlelint.reading.source import SourceFile
    from articlelint.settings.config_file import ConfigFile


class ConfigTree:
    """Looks for configuration files, and reads each once.

    ``file`` is used for every article instead; without ``search``, no configuration is used. With a
    ``preset``, each is on top of that, whatever preset it names; where there is none, that is used
    alone. Each
    method that may read a file raises ConfigError. Each run makes one, and what an earlier run in
    the same process knew of folders is forgotten.
    """

    def __init__(
        self, file: str | None = None, *, search: bool = True, preset: str | None = None
    ) -> None:
        forget_folders()
        #: From when on files are read, in ns since 1970.
        self.since = time.time_ns()
        self._file = file
        self._preset = preset
        self._only = self._load(file) if file else None
        self._searches = search and file is None
        self._by_folder: dict[str, ConfigFile | None] = {}
        #: The same by the folders of files as they are named, each of which may hold many.
        self._by_named_folder: dict[str, ConfigFile | None] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Read anew where it is unpickled."""
        return partial(ConfigTree, search=self._searches, preset=self._preset), (self._file,)

    def nearest(self, folder: str) -> ConfigFile | None:
        """The configuration for a folder."""
        if self._file and not self._only:
            self._only = self._load(self._file)
        if self._file or not (self._searches or self._preset):
            return self._only
        folder = os.path.abspath(folder)
        below = []
        while folder not in self._by_folder:
            below.append(folder)
            parent = os.path.dirname(folder)
            path = os.path.join(folder, CONFIG_NAME)
            if self._searches and os.path.lexists(path):
                outermost = self._outermost(folder)
                self._by_folder[folder] = self._load(_shown(path), outermost, is_named=False)
            elif parent == folder or is_repository(folder):
                self._by_folder[folder] = self._preset_alone(folder)
            else:
                folder = parent
        config = self._by_folder[folder]
        for each in reversed(below):
            config = self._below(each, config)
            self._by_folder[each] = config
        return config

    def for_file(self, path: str) -> ConfigFile | None:
        """The configuration for a file."""
        folder = os.path.dirname(path)
        if folder not in self._by_named_folder:
            self._by_named_folder[folder] = self.nearest(os.path.abspath(folder))
        return self._by_named_folder[folder]

    def check_text(self, path: str, source: SourceFile) -> None:
        """Raise the ConfigError of a configuration file that has another text than on disk."""
        from articlelint.settings.config_file import ConfigFile  # noqa: PLC0415 - many have none

        folder = os.path.dirname(os.path.abspath(path))
        ConfigFile(_shown(path), self._outermost(folder), source=source)

    def _outermost(self, folder: str) -> ConfigFile | None:
        """The top-most configuration above one in a folder; None if that is itself the top-most."""
        top = top_configured(folder)
        return self.nearest(top) if top and top != folder else None

    def _load(
        self, path: str, outermost: ConfigFile | None = None, *, is_named: bool = True
    ) -> ConfigFile:
        from articlelint.settings.config_file import ConfigFile  # noqa: PLC0415 - many have none

        return ConfigFile(path, outermost, is_named=is_named, preset=self._preset)

    def _below(self, folder: str, above: ConfigFile | None) -> ConfigFile | None:
        """What is used in a folder, by what is used above it: see ``PresetAlone``."""
        if not above or above.is_file or above.is_site:
            return above
        from articlelint.settings import presets  # noqa: PLC0415 - many have none

        is_current = folder == os.getcwd() and not is_repository(above.folder)
        is_site = presets.site_files(presets.load(str(above.preset)), folder) is not None
        return self._preset_alone(folder) if is_current or is_site else above

    def _preset_alone(self, folder: str) -> ConfigFile | None:
        """What is used in a folder where there is no configuration file."""
        if self._preset is None:
            return None
        from articlelint.settings.preset_alone import PresetAlone  # noqa: PLC0415 - as above

        return PresetAlone(self._preset, folder)

    def root_of_schemas(self, path: str) -> Root:
        """Where the schemas that the file at a path names, and all they refer to, must be."""
        root = root_of_names(os.path.dirname(os.path.abspath(path)))
        config = self.for_file(path)
        return root._replace(schema_folders=config.root.schema_folders) if config else root

    def at_or_above(self, folder: str) -> Iterator[ConfigFile]:
        """Every configuration that may exclude what is in a folder, the nearest first."""
        config = self.nearest(folder)
        while config:
            yield config
            parent = os.path.dirname(config.folder)
            if not self._searches or parent == config.folder or is_repository(config.folder):
                return
            above = self.nearest(parent)
            config = above if above and above.is_file else None

    def excluding(self, path: str, *, is_folder: bool = False) -> str | None:
        """The place of the pattern by which a file, or all of a folder, is never checked."""
        if is_folder and is_repository(path):
            return None
        folder = os.path.dirname(os.path.abspath(path))
        return excluding(self.at_or_above(folder), path, is_folder=is_folder)

    def forget(self, path: str) -> bool:
        """Read again what depends on a file that was changed, created or deleted.

        It may be a configuration file, a schema or data that one names, or a file that a schema
        refers to.
        Returns whether anything depends on it: then what was made of a configuration is out of
        date. Where links lead is looked up again in any case.
        """
        forget_folders()
        self._by_named_folder.clear()
        paths = spellings(path)
        stale = [
            folder
            for folder, config in self._by_folder.items()
            if (config and config.depends_on(paths))
            or any(_concerns(each, folder, config) for each in paths)
        ]
        for folder in stale:
            del self._by_folder[folder]
        if self._only and self._only.depends_on(paths):
            self._only = None
            return True
        return bool(stale)

    def made_of(self) -> tuple[tuple[str, str] | None, bool, tuple[Any, str] | None]:
        """Plain values of what the command line asks for."""
        # Where a file is named, its patterns may be relative to the current folder.
        named = self._file and (os.path.abspath(self._file), os.getcwd())
        current = self.nearest(os.getcwd()) if self._preset else None
        preset = (current.preset, current.folder) if current else None
        return named or None, self._searches, preset

    @property
    def looks_for_sites(self) -> bool:
        """Whether the files of a site generator decide what is used in a folder."""
        return self._preset is not None

    def files(self) -> list[ConfigFile]:
        """Every configuration that was read so far."""
        found = {id(each): each for each in (*self._by_folder.values(), self._only) if each}
        return list(found.values())


def excluding(configs: Iterable[ConfigFile], path: str, *, is_folder: bool = False) -> str | None:
    """Of these configurations, the place of the pattern that excludes a file or folder."""
    places = (each.excludes(path, is_folder=is_folder) for each in configs)
    return next(filter(None, places), None)


def _concerns(path: str, folder: str, config: ConfigFile | None) -> bool:
    """Whether a file at a path would be the configuration for a folder instead of this one.

    It also concerns the folder if it would be the top-most configuration above it.
    """
    place, name = os.path.split(path)
    if name != CONFIG_NAME or not is_within(folder, place):
        return False
    return (
        config is None
        or is_within(place, config.folder)
        or is_within(config.outermost.folder, place)
    )


def _shown(path: str) -> str:
    """A path as a user would write it, from the current folder."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))
