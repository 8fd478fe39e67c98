"""The others of a collection, known without a look at each: git tells which ones have changed.

A run that looks at all files of a folder notes what it has seen, and by which commit. A later one
that is to report on few looks only at those that may differ since. Wherever that is not certain, it
looks at all.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack
from typing import Any, NamedTuple

from articlelint.collection.settling import HOLDS, WHOLE
from articlelint.root import real_path
from articlelint.running.cached_check import CachedCheck
from articlelint.running.checkers import Checkers
from articlelint.running.git_changes import asking_what_changed
from articlelint.running.membership import Collection, Member, Membership
from articlelint.running.sources import state_of
from articlelint.running.whole_folder import MOST_LOOKED_AT, deciding, digest_of_request, prefix_of

#: What a note that anybody may have written can lead to.
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)


class _Asked(NamedTuple):
    """What was noted of a folder, and how to wait for what git says has changed since."""

    note: dict[str, Any]
    settings: dict[bytes, str]
    prefix: str
    answer: Callable[[], frozenset[str] | None]


class KnownOthers:
    """Tells at which files of a folder a run must look. ``close`` ends what git does."""

    def __init__(
        self, checkers: Checkers, membership: Membership, cached_check: CachedCheck
    ) -> None:
        self._checkers = checkers
        self._membership = membership
        self._cached_check = cached_check
        self._asked: dict[str, _Asked] = {}
        self._opened = ExitStack()

    def close(self) -> None:
        """End what git does."""
        self._opened.close()

    def ask(self, folder: str) -> None:
        """Have git begin to look for what has changed, if an earlier run has noted something."""
        cached = self._cached_check.cached(Collection(folder))
        prefix = prefix_of(folder, cached)
        noted = None if prefix is None else cached.store.noted(WHOLE + prefix)
        try:
            if noted and prefix is not None:
                note = json.loads(noted)
                settings = {
                    bytes.fromhex(each): Collection(folder, label).key
                    for each, label in note["settings"].items()
                }
                asking = asking_what_changed(folder, note["commit"])
                answer = self._opened.enter_context(asking)
                self._asked[folder] = _Asked(note, settings, prefix, answer)
        except _UNREADABLE:
            return

    def look_at(self, folder: str, reported: AbstractSet[Member]) -> set[str] | None:
        """The paths in a folder at which to look, with ``/``; None if at all: see ``take_others``.

        ``reported`` are files of its collections.
        """
        asked = self._asked.get(folder)
        try:
            if asked is None or not self._is_same(asked.note, folder):
                return None
            if not asked.settings.keys() >= {*map(self._settings, reported)}:
                return None
            return self._names(asked, folder, reported)
        except _UNREADABLE:
            return None

    def take_others(self, folder: str, names: Iterable[str]) -> None:
        """Have the facts of all files in a folder but those with some names."""
        asked = self._asked[folder]
        cached = self._cached_check.cached(Collection(folder))
        cached.facts.take_remembered(asked.settings, asked.prefix, names)

    def _settings(self, member: Member) -> bytes:
        checker = self._checkers.for_file(member.collection.path(member.name))
        return self._cached_check.settings(checker, member.collection)

    def _is_same(self, note: dict[str, Any], folder: str) -> bool:
        """Whether all that decides about the other files is as it was."""
        since, until = note[HOLDS]
        present = set(note["present"])
        return (
            since <= self._checkers.now() < until
            and note["request"] == digest_of_request(self._checkers, self._membership)
            and all(state_of(path) == state for path, state in note["sources"].items())
            and all(
                os.path.lexists(path) == (path in present)
                for path in deciding(folder, note["folders"])
            )
        )

    def _names(self, asked: _Asked, folder: str, reported: Iterable[Member]) -> set[str] | None:
        changed = asked.answer()
        if changed is None:
            return None
        prefix = asked.prefix
        unsettled = self._cached_check.cached(Collection(folder)).store.unsettled()
        names = {*asked.note["changed"], *changed, *(each.name for each in reported)}
        names.update(each.removeprefix(prefix) for each in unsettled if each.startswith(prefix))
        names.update([*_targets(folder, names)])
        if len(names) > MOST_LOOKED_AT or any(each.endswith("/") for each in names):
            return None
        # Other systems may take two spellings for one name.
        return names if sys.platform == "linux" or all(map(str.isascii, names)) else None


def _targets(folder: str, names: Iterable[str]) -> Iterator[str]:
    """Where those names that are links lead, if that is in the folder: a file counts once."""
    base = os.path.join(real_path(folder), "")
    for name in names:
        path = os.path.join(folder, name)
        if os.path.islink(path):
            target = real_path(path)
            if target.startswith(base):
                yield target[len(base) :].replace(os.sep, "/")
