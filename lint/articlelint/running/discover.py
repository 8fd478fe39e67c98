"""Paths that a user names to the files that are to be checked."""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from articlelint.file_names import path_below, shown_path
from articlelint.root import CONFIG_NAME, RealFolders
from articlelint.settings.config_tree import ConfigTree, excluding

if TYPE_CHECKING:
    from articlelint.running.tracked import Tracked
    from articlelint.settings.config_file import ConfigFile

_ENDINGS = (".md", ".markdown")
#: Files that by custom have no front matter, also with a language in the name, such as
#: README.de.md. The pre-commit hook leaves out the same files.
NO_ARTICLES = r"(changelog|code_of_conduct|contributing|license|readme|security)(\.[a-z]{2,3})?"
_NO_ARTICLE = re.compile(NO_ARTICLES + r"\.(md|markdown)")


class Found(NamedTuple):
    """A file to check, or a folder that could not be searched, with the reason.

    ``is_other_name`` says that the file is among those to check by another path, too, with other
    settings: by this one it is only checked, never fixed.
    """

    path: str
    error: OSError | None = None
    is_other_name: bool = False


class Chosen(NamedTuple):
    """Of the files that were found, those to check, and those that a run leaves out as unchanged.

    Both are sorted by path.
    """

    files: list[Found]
    unchanged: Sequence[Found] = ()


class Discovery(NamedTuple):
    """The files to check, each once, sorted by path; and notes for the user."""

    files: list[Found]
    notes: list[str]


def discover(paths: Iterable[str], configs: ConfigTree) -> Discovery:
    """Find the files to check. Raises ConfigError at a wrong configuration.

    A file is checked whatever its name, unless a configuration excludes it. A folder is searched
    for ``*.md`` and ``*.markdown``, or for what its configuration includes; files that by custom
    are no articles are left out, as is what .gitignore ignores and git does not track. Links to
    folders are not followed below a named folder, so there can be no loop. A file with several
    paths is found once for all that have the same settings: by one that is not a link, if there is
    one.
    """
    found = _Distinct(configs)
    notes: list[str] = []
    searched: list[str] = []
    tracked = None
    for path in map(shown_path, paths):
        is_folder = os.path.isdir(path)
        place = configs.excluding(path, is_folder=is_folder)
        if place:
            notes.append(f"{place}: this excludes {path}, which is not checked")
            continue
        if is_folder:
            searched.append(os.path.join(os.path.abspath(path), ""))
            tracked = tracked or _tracked(notes)
            for each, is_link in _Search(path, configs, notes, tracked).files():
                found.add(each, is_link=is_link)
        else:
            found.add(Found(path), is_link=os.path.islink(path))
    notes += _unused_globs(tuple(searched), configs)
    return Discovery(found.sorted(), notes)


def _tracked(notes: list[str]) -> Tracked:
    from articlelint.running.tracked import Tracked  # noqa: PLC0415 - not for named files

    return Tracked(notes)


def _unused_globs(searched: tuple[str, ...], configs: ConfigTree) -> Iterator[str]:
    """The patterns that match nothing, of each configuration whose whole folder was searched."""
    for config in configs.files():
        if os.path.join(config.folder, "").startswith(searched):
            yield from config.unused_globs()


class _Distinct:
    """Files, each once with the same settings, however many links lead to it."""

    def __init__(self, configs: ConfigTree) -> None:
        self._configs = configs
        #: The first name of each file, by its path without links.
        self._files: dict[str, Found] = {}
        #: All names of those that have several.
        self._names: dict[str, list[Found]] = {}
        #: Each with its path without links in folders.
        self._links: list[tuple[str, Found]] = []
        self._real_folders = RealFolders()

    def add(self, found: Found, *, is_link: bool) -> None:
        """Add a file by one of its names."""
        folder, name = os.path.split(found.path)
        path = os.path.join(self._real_folders.of(folder), name)
        if is_link:
            self._links.append((path, found))
        else:
            self._add_name(path, found)

    def sorted(self) -> list[Found]:
        """The files by their paths; of links, those that add other settings."""
        for path, link in sorted(self._links):
            self._add_name(os.path.realpath(path), link)
        others = (other for names in self._names.values() for other in self._others(names))
        return sorted((*self._files.values(), *others), key=lambda each: each.path)

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


class _Search:
    """The search of one folder."""

    def __init__(
        self, folder: str, configs: ConfigTree, notes: list[str], tracked: Tracked
    ) -> None:
        from articlelint.running.gitignore import Ignored  # noqa: PLC0415 - not for named files

        self._ignored = Ignored(folder, notes)
        #: Ignored folders that are searched all the same, for what git tracks in them.
        self._ignored_folders: set[str] = set()
        self._tracked = tracked
        self._configs = configs
        self._notes = notes
        self._pending = [folder]

    def files(self) -> Iterator[tuple[Found, bool]]:
        """Each file to check, and whether it is a link; and each folder that cannot be searched."""
        while self._pending:
            folder = self._pending.pop()
            self._ignored.enter(folder)
            try:
                entries = list(os.scandir(folder))
            except OSError as error:
                yield Found(folder, error), False
                continue
            configs = list(self._configs.at_or_above(folder))
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if self._enters(entry, folder, configs):
                        self._pending.append(_folder_in(folder, entry.name))
                elif self._takes(entry, folder, configs):
                    path = path_below(folder, entry.name) if folder == os.curdir else entry.path
                    yield Found(path), entry.is_symlink()

    def _enters(self, entry: os.DirEntry[str], parent: str, configs: list[ConfigFile]) -> bool:
        if entry.name == ".git" or self._ignores(entry, parent, is_folder=True):
            return False
        place = excluding(configs, entry.path, is_folder=True)
        if place and os.path.lexists(os.path.join(entry.path, CONFIG_NAME)):
            inner = shown_path(os.path.join(entry.path, CONFIG_NAME))
            self._notes.append(f"{place}: this excludes {inner}, which has no effect")
        return place is None

    def _takes(self, entry: os.DirEntry[str], parent: str, configs: list[ConfigFile]) -> bool:
        included = configs[0].includes(entry.path) if configs else None
        if included is None:
            included = entry.name.lower().endswith(_ENDINGS)
        if not included or _NO_ARTICLE.fullmatch(entry.name.lower()) or not _is_file(entry):
            return False
        if self._ignores(entry, parent, is_folder=False):
            return False
        if excluding(configs, entry.path):
            return False
        if configs:  # both note the patterns that match
            configs[0].overrides_for(entry.path)
            configs[0].outermost.collection_of(entry.path)
        return True

    def _ignores(self, entry: os.DirEntry[str], parent: str, *, is_folder: bool) -> bool:
        """Whether .gitignore leaves out an entry of a folder. Like git, not what git tracks."""
        name = entry.name
        is_ignored = parent in self._ignored_folders
        if not is_ignored and not self._ignored.match(name, is_folder=is_folder):
            return False
        if not self._tracked.holds(parent, name, is_folder=is_folder):
            return True
        if is_folder:
            self._ignored_folders.add(_folder_in(parent, name))
        return False


def _folder_in(folder: str, name: str) -> str:
    """The path of a folder in another one, from which it may be, or lead to, the current one."""
    path = path_below(folder, name)
    is_above = os.path.isabs(folder) or os.path.basename(folder) == os.pardir
    return shown_path(path) if is_above else path


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether there is a file to read; a broken link counts, so that it is reported.

    Pipes and devices do not count: reading one that nobody named could wait forever.
    """
    if not entry.is_symlink():
        return entry.is_file()
    return os.path.isfile(entry.path) or not os.path.exists(entry.path)
