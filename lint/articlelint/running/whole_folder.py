"""What a run that has looked at all files of a folder notes of it: see ``known_others``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from articlelint.collection.fingerprint import digest_of_settings
from articlelint.collection.settling import Whole
from articlelint.collection.store import RACY_NS
from articlelint.engine.check import Checker
from articlelint.root import CONFIG_NAME, is_within, real_path, worktree_of
from articlelint.running.cached_check import Cached, CachedCheck, Outcome
from articlelint.running.checkers import Checkers
from articlelint.running.found import Discovery
from articlelint.running.git_changes import changed_since, current_commit
from articlelint.running.membership import Collection, Member, Membership
from articlelint.running.places import Place
from articlelint.running.search_names import ARCHETYPES, OF_ENVIRONMENT, OF_HUGO
from articlelint.running.sources import states_of

#: In a folder with fewer articles, a look at each takes hardly longer than git does.
_FEWEST = 1000
#: At how many files a run looks because they may have changed.
MOST_LOOKED_AT = 500
_MOST_FOLDERS = 10_000
_IGNORE = ".gitignore"
#: These decide about other files, wherever they are.
_DECIDING = (".git", CONFIG_NAME, _IGNORE, OF_ENVIRONMENT)


class WholeFolder:
    """Notes what is seen of all files of a folder, of which none was read so far."""

    def __init__(
        self, folder: str, checkers: Checkers, membership: Membership, cached_check: CachedCheck
    ) -> None:
        self._folder = folder
        self._checkers = checkers
        self._membership = membership
        self._cached_check = cached_check
        self._cached = cached_check.cached(Collection(folder))
        self._prefix = prefix_of(folder, self._cached)
        self._discovery: Discovery | None = None
        self._commit: str | None = None
        self._changed: frozenset[str] = frozenset()
        self._labels: dict[str, str] = {}
        self._unsure: list[str] = []

    def begin(self, discovery: Discovery) -> None:
        """Ask git, if that is worth it. ``discovery`` is what a search has found just now.

        The files of all site generators, which may come and go, are not looked at again.
        """
        is_kept = self._prefix is not None and self._cached.store.is_kept
        if not is_kept or self._membership.configs.looks_for_sites or not _is_suitable(discovery):
            return
        commit = current_commit(self._folder)
        changed = changed_since(self._folder, commit) if commit else None
        if changed is not None and len(changed) <= MOST_LOOKED_AT:
            self._commit, self._changed, self._discovery = commit, changed, discovery

    def add(self, member: Member, checker: Checker, outcome: Outcome) -> None:
        """Add a file that is compared."""
        if self._discovery and checker.comparing:
            settings = self._cached_check.settings(checker, member.collection)
            self._labels[settings.hex()] = member.collection.label
            if not outcome.is_kept:
                self.add_unsure(member)

    def add_unchanged(self, place: Place) -> None:
        """Add files in a place that are as the cache has them."""
        if self._discovery and place.checker.comparing:
            settings = self._cached_check.settings(place.checker, place.collection)
            self._labels[settings.hex()] = place.collection.label

    def add_unsure(self, member: Member) -> None:
        """Add a file about which the cache does not tell what a search would find."""
        if self._discovery and self._prefix is not None:
            self._unsure.append(self._prefix + member.name)

    def settle(self) -> None:
        """Note all, when all files were read."""
        if not self._discovery or not self._labels or len(self._unsure) > MOST_LOOKED_AT:
            return
        note = self._note(self._discovery)
        if note and self._prefix is not None:
            settings = [*map(bytes.fromhex, self._labels)]
            if self._cached.store.settle(Whole(self._prefix, settings, self._unsure, note)):
                self._cached.facts.write()  # by which it is known which files were looked at

    def _note(self, discovery: Discovery) -> dict[str, Any] | None:
        folders = [os.path.relpath(each, self._folder) for each in discovery.folders]
        folders += _above(self._folder)
        present = [each for each in deciding(self._folder, folders) if os.path.lexists(each)]
        configs = self._membership.configs
        sources = {each for each in present if os.path.basename(each) != ".git"}
        sources |= self._checkers.files()
        for config in configs.files():
            sources |= config.sources | config.source_folders
        states = states_of(map(os.path.abspath, sources), configs.since - RACY_NS)
        return states and {
            "commit": self._commit,
            "changed": sorted(self._changed),
            "settings": self._labels,
            "request": digest_of_request(self._checkers, self._membership),
            "sources": states,
            "folders": folders,
            "present": present,
        }


def prefix_of(folder: str, cached: Cached) -> str | None:
    """What the names in a cache begin with, of the files of a folder; None if it is elsewhere."""
    real = real_path(folder)
    if not is_within(real, cached.folder):
        return None
    below = os.path.join(real, "")[len(os.path.join(cached.folder, "")) :]
    return below.replace(os.sep, "/")


def deciding(folder: str, folders: Iterable[str]) -> Iterator[str]:
    """Where files may be that decide about others, by paths of folders from one."""
    for each in folders:
        place = os.path.normpath(os.path.join(folder, each))
        for name in _DECIDING:
            yield os.path.join(place, name)
        if os.path.basename(place) == ARCHETYPES:
            yield from (os.path.join(os.path.dirname(place), name) for name in OF_HUGO)


def digest_of_request(checkers: Checkers, membership: Membership) -> str:
    """What tells apart command lines, and articlelints."""
    return digest_of_settings(checkers.made_of(), membership.configs.made_of()).hex()


def _is_suitable(discovery: Discovery) -> bool:
    """Whether git can tell which files of a folder a search would find."""
    return (
        len(discovery.files) >= _FEWEST
        and len(discovery.folders) <= _MOST_FOLDERS
        and discovery.is_like_git
        and not any(each.error for each in discovery.files)
        and any(_tells_letters_apart(each.path) for each in discovery.files)
    )


def _tells_letters_apart(path: str) -> bool:
    """Whether upper and lower case letters are two names where a file is."""
    folder, name = os.path.split(path)
    swapped = name.swapcase()
    return swapped != name and not os.path.lexists(os.path.join(folder, swapped))


def _above(folder: str) -> Iterator[str]:
    """The folders above one in its worktree, whose .gitignore files hold in it, too."""
    top = worktree_of(folder)
    path = os.curdir
    while top and os.path.normpath(os.path.join(folder, path)) != top:
        path = os.path.join(os.pardir, path)
        yield path
