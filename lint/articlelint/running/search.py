"""The search of one folder."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from articlelint.file_names import path_below, shown_path
from articlelint.root import CONFIG_NAME
from articlelint.running.beginnings import may_be_article
from articlelint.running.found import Found, Other
from articlelint.running.gitignore import Ignored
from articlelint.running.search_names import (
    ENDINGS,
    LEFT_OUT_ENDINGS,
    MOST_OTHERS,
    OTHER_ENDINGS,
    is_foreign_folder,
    is_no_article,
)
from articlelint.running.tracked import Tracked
from articlelint.settings.config_tree import ConfigTree, excluding
from articlelint.settings.near_configs import LIKE_CONFIGS

if TYPE_CHECKING:
    from articlelint.settings.config_file import ConfigFile
    from articlelint.settings.globs import GlobsInFolder


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


class _Patterns:
    """What the configurations for what is in a folder, the nearest first, say of its files."""

    def __init__(self, configs: list[ConfigFile]) -> None:
        self.configs = configs
        #: Whether they tell files apart by their names; most do not.
        self.are_any = any(each.has_patterns for each in configs)
        #: What decides about names in the folder, once that is asked.
        self._beside: GlobsInFolder | None = None

    def includes(self, path: str) -> bool | None:
        """Whether a search finds a file; None if they do not say so."""
        return self.configs[0].includes(path)

    def include_its_like(self, path: str) -> bool:
        """Whether a search would find a file if it had the ending of an article.

        Not if a pattern takes back the file itself. Asked only where ``includes`` has an answer.
        There may be many such files in a folder.
        """
        if self._beside is None:
            self._beside = self.configs[0].include_beside(path)
        name = os.path.basename(path)
        if self._beside.takes(name) is False:
            return False
        stem = os.path.splitext(name)[0]
        return any(self._beside.takes(stem + each) for each in ENDINGS)

    def name(self, path: str) -> bool:
        """Whether they include a file or folder by its name, as one that is left out otherwise."""
        return self.are_any and self.configs[0].names(path)

    def know_page(self, path: str) -> bool:
        """Whether a preset knows a file as a page that is no article, of which nothing is said."""
        return self.configs[0].knows_page(path)

    def exclude(self, path: str) -> bool:
        """Whether a file is never checked. If it is, the patterns that match it count as used."""
        if excluding(self.configs, path):
            return True
        self.configs[0].overrides_for(path)
        self.configs[0].outermost.collection_of(path)
        return False


class Search:
    """The search of one folder."""

    def __init__(  # noqa: PLR0913, PLR0917 - as `discover` has them
        self,
        folder: str,
        configs: ConfigTree,
        notes: list[str],
        tracked: Tracked,
        only: Iterable[str] | None,
        endings: tuple[str, ...],
    ) -> None:
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
        #: Files with other endings, which may have front matter: of each ending, one more than are
        #: looked at.
        self.others: list[Other] = []
        self._others_by_ending: Counter[str] = Counter()
        #: Files that look like a configuration.
        self.near_configs: list[str] = []

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
                    if self._enters(entry, folder, patterns):
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

    def _enters(self, entry: _Entry, parent: str, patterns: _Patterns) -> bool:
        if entry.name == ".git" or self._ignores(entry, parent, is_folder=True):
            return False
        place = excluding(patterns.configs, entry.path, is_folder=True)
        if place and os.path.lexists(os.path.join(entry.path, CONFIG_NAME)):
            inner = shown_path(os.path.join(entry.path, CONFIG_NAME))
            self._notes.append(f"{place}: this excludes {inner}, which has no effect")
        if place:
            return False
        if is_foreign_folder(parent, entry.name) and not patterns.name(entry.path):
            self.folders.append(_folder_in(parent, entry.name))  # as what is there decides that
            return False
        return True

    def _takes(self, entry: _Entry, parent: str, patterns: _Patterns) -> bool:
        name = entry.name.lower()
        included = patterns.includes(entry.path) if patterns.are_any else None
        if not (name.endswith(self._endings) if included is None else included):
            if name in LIKE_CONFIGS:
                if not self._ignores(entry, parent, is_folder=False):
                    self.near_configs.append(entry.path)
            elif name.endswith(OTHER_ENDINGS if included is None else LEFT_OUT_ENDINGS):
                self._note_other(entry, parent, patterns, is_decided=included is not None)
            return False
        if not _is_file(entry) or self._ignores(entry, parent, is_folder=False):
            return False
        if patterns.are_any and patterns.exclude(entry.path):
            return False
        return not is_no_article(name) or patterns.name(entry.path) or may_be_article(entry.path)

    def _note_other(
        self, entry: _Entry, parent: str, patterns: _Patterns, *, is_decided: bool
    ) -> None:
        """Note a file that may have front matter, although it has another ending.

        Where an ``include`` decides, that is one which it would take with the ending of an article.
        Git is not asked whether it tracks what is ignored.
        """
        ending = os.path.splitext(entry.name)[1].lower()
        if self._others_by_ending[ending] > MOST_OTHERS:
            return
        if is_decided and not patterns.include_its_like(entry.path):
            return
        if entry.is_symlink() or not entry.is_file():
            return
        if parent in self._ignored_folders or self._ignored.match(entry.name, is_folder=False):
            return
        if patterns.are_any and (patterns.exclude(entry.path) or patterns.know_page(entry.path)):
            return
        preset = patterns.configs[0].including_preset if is_decided else None
        self.others.append(Other(entry.path, is_decided, preset))
        self._others_by_ending[ending] += 1

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
