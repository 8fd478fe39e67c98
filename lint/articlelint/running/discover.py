"""Paths that a user names to the files that are to be checked."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from articlelint.file_names import path_below, shown_path
from articlelint.named_tuple import NamedTuple
from articlelint.root import CONFIG_NAME, RealFolders
from articlelint.settings.config_tree import ConfigTree, excluding
from articlelint.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from articlelint.running.tracked import Tracked
    from articlelint.settings.config_file import ConfigFile

#: What the names of articles end with, in lower case.
ENDINGS = (".md", ".markdown")
#: Files that by custom have no front matter, also with a language in the name, such as
#: README.de.md. The pre-commit hook leaves out the same files.
NO_ARTICLES = r"(changelog|code_of_conduct|contributing|license|readme|security)(\.[a-z]{2,3})?"
_NO_ARTICLE = late_pattern(NO_ARTICLES + r"\.(md|markdown)")


class Found(NamedTuple):
    """A file to check, or a folder that could not be searched, with the reason.

    ``is_other_name`` says that the file is among those to check by another path, too, with other
    settings: by this one it is only checked, never fixed.
    """

    path: str
    error: OSError | None = None
    is_other_name: bool = False


_PATH = itemgetter(0)


class Chosen(NamedTuple):
    """Of the files that were found, those to check, and those that a run leaves out as unchanged.

    Both are sorted by path. ``discovery`` is that of the files if these are all that it has found.
    """

    files: list[Found]
    unchanged: Sequence[Found] = ()
    discovery: Discovery | None = None


class Discovery(NamedTuple):
    """The files to check, each once, sorted by path; and notes for the user.

    ``folders`` are those that were searched. Without ``is_like_git``, git may ignore other files.
    """

    files: list[Found]
    notes: list[str]
    folders: list[str] = []  # noqa: RUF012 - nobody adds to it
    is_like_git: bool = True


def discover(
    paths: Iterable[str],
    configs: ConfigTree,
    only: Iterable[str] | None = None,
    *,
    endings: tuple[str, ...] = ENDINGS,
) -> Discovery:
    """Find the files to check. Raises ConfigError at a wrong configuration.

    A file is checked whatever its name, unless a configuration excludes it. A folder is searched
    for files with these ``endings``, or for what its configuration includes; files that by custom
    are no articles are left out, as is what .gitignore ignores and git does not track. Links to
    folders are not followed below a named folder, so there can be no loop. A file with several
    paths is found once for all that have the same settings: by one that is not a link, if there is
    one. Of folders, find ``only`` some paths below them, as if nothing else were there.
    """
    found = _Distinct(configs)
    notes: list[str] = []
    searched: list[str] = []
    folders: list[str] = []
    is_like_git = True
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
            search = _Search(path, configs, notes, tracked, only, endings=endings)
            found.add(*search.run())
            folders += search.folders
            is_like_git &= search.is_like_git
        else:
            named = [Found(path)]
            found.add([], named) if os.path.islink(path) else found.add(named, [])
    notes += _unused_globs(tuple(searched), configs)
    return Discovery(found.sorted(), notes, folders, is_like_git)


def _tracked(notes: list[str]) -> Tracked:
    from articlelint.running.tracked import Tracked  # noqa: PLC0415 - not for named files

    return Tracked(notes)


def _unused_globs(searched: tuple[str, ...], configs: ConfigTree) -> Iterator[str]:
    """The patterns that match nothing, of each configuration whose whole folder was searched."""
    for config in configs.files():
        if os.path.join(config.folder, "").startswith(searched):
            yield from config.unused_globs()


class Looked:
    """One entry of a folder, looked at by its path: see ``os.DirEntry``."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.name = os.path.basename(path)

    def is_symlink(self) -> bool:
        """Whether it is a link."""
        return os.path.islink(self.path)

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        """Whether it is a folder."""
        return os.path.isdir(self.path) and (follow_symlinks or not self.is_symlink())

    def is_file(self) -> bool:
        """Whether it is, or leads to, a regular file."""
        return os.path.isfile(self.path)


_Entry: TypeAlias = "os.DirEntry[str] | Looked"


class _Distinct:
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


class _Patterns:
    """What the configurations for what is in a folder, the nearest first, say of its files."""

    def __init__(self, configs: list[ConfigFile]) -> None:
        self.configs = configs
        #: Whether they tell files apart by their names; most do not.
        self.are_any = any(each.has_patterns for each in configs)

    def includes(self, path: str) -> bool | None:
        """Whether a search finds a file; None if they do not say so."""
        return self.configs[0].includes(path)

    def exclude(self, path: str) -> bool:
        """Whether a file is never checked. If it is, the patterns that match it count as used."""
        if excluding(self.configs, path):
            return True
        self.configs[0].overrides_for(path)
        self.configs[0].outermost.collection_of(path)
        return False


class _Search:
    """The search of one folder."""

    def __init__(  # noqa: PLR0913 - as `discover` has them
        self,
        folder: str,
        configs: ConfigTree,
        notes: list[str],
        tracked: Tracked,
        only: Iterable[str] | None,
        *,
        endings: tuple[str, ...],
    ) -> None:
        from articlelint.running.gitignore import Ignored  # noqa: PLC0415 - not for named files

        self._ignored = Ignored(folder, notes)
        #: Ignored folders that are searched all the same, for what git tracks in them.
        self._ignored_folders: set[str] = set()
        self._tracked = tracked
        self._configs = configs
        self._notes = notes
        self._pending = [folder]
        self._only = None if only is None else _by_folder(folder, only)
        self._endings = endings
        #: Those that were searched so far.
        self.folders: list[str] = []

    @property
    def is_like_git(self) -> bool:
        """Whether so far nothing was left out that git does not ignore, nor the other way round."""
        return self._ignored.is_like_git and self._tracked.is_sure

    def run(self) -> tuple[list[Found], list[Found]]:
        """The files to check and each folder that cannot be searched, and the links to files."""
        files: list[Found] = []
        links: list[Found] = []
        while self._pending:
            folder = self._pending.pop()
            self._ignored.enter(folder)
            self.folders.append(folder)
            try:
                entries = self._entries(folder)
            except OSError as error:
                files.append(Found(folder, error))
                continue
            patterns = _Patterns([*self._configs.at_or_above(folder)])
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if self._enters(entry, folder, patterns.configs):
                        self._pending.append(_folder_in(folder, entry.name))
                elif self._takes(entry, folder, patterns):
                    path = path_below(folder, entry.name) if folder == os.curdir else entry.path
                    (links if entry.is_symlink() else files).append(Found(path))
        return files, links

    def _entries(self, folder: str) -> Sequence[_Entry]:
        """What is in a folder, as far as that is looked at. Raises OSError."""
        if self._only is None:
            return list(os.scandir(folder))
        paths = (os.path.join(folder, each) for each in self._only[folder])
        return [Looked(each) for each in paths if os.path.lexists(each)]

    def _enters(self, entry: _Entry, parent: str, configs: list[ConfigFile]) -> bool:
        if entry.name == ".git" or self._ignores(entry, parent, is_folder=True):
            return False
        place = excluding(configs, entry.path, is_folder=True)
        if place and os.path.lexists(os.path.join(entry.path, CONFIG_NAME)):
            inner = shown_path(os.path.join(entry.path, CONFIG_NAME))
            self._notes.append(f"{place}: this excludes {inner}, which has no effect")
        return place is None

    def _takes(self, entry: _Entry, parent: str, patterns: _Patterns) -> bool:
        name = entry.name.lower()
        included = patterns.includes(entry.path) if patterns.are_any else None
        if not (name.endswith(self._endings) if included is None else included):
            return False
        if _NO_ARTICLE.fullmatch(name) or not _is_file(entry):
            return False
        if self._ignores(entry, parent, is_folder=False):
            return False
        return not (patterns.are_any and patterns.exclude(entry.path))

    def _ignores(self, entry: _Entry, parent: str, *, is_folder: bool) -> bool:
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


def _by_folder(top: str, only: Iterable[str]) -> defaultdict[str, set[str]]:
    """The names to look at in each folder below a top one, by paths from there, with ``/``."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in only:
        folder = top
        for name in path.split("/"):
            found[folder].add(name)
            folder = _folder_in(folder, name)
    return found


def _is_file(entry: _Entry) -> bool:
    """Whether there is a file to read; a broken link counts, so that it is reported.

    Pipes and devices do not count: reading one that nobody named could wait forever.
    """
    if not entry.is_symlink():
        return entry.is_file()
    return os.path.isfile(entry.path) or not os.path.exists(entry.path)
