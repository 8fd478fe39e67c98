"""Checks of files of which the result may be remembered from an earlier run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from articlelint.collection.cache_file import DamagedCacheError
from articlelint.collection.fact_table import FactTable
from articlelint.collection.fingerprint import fingerprint
from articlelint.collection.store import Store, digest_of
from articlelint.collection.stored import NO_FACTS, FactRows, fact_rows
from articlelint.collection.unchanged import SilentRow
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.files import read_regular
from articlelint.reading.source import MAX_FILE_BYTES
from articlelint.root import RealFolders, find_root, is_within
from articlelint.running.found import Found
from articlelint.running.membership import Collection, Member
from articlelint.running.places import Place
from articlelint.running.run import Begun, OpenedFile, begin_found


class Outcome(NamedTuple):
    """What is known of a file that was checked by itself.

    ``facts`` are those of ``checked``, as they are kept. ``remembered`` is the id of the file in
    the cache if its facts are there; ``stream`` is what was read if that cannot be read again.
    ``is_kept`` says that the next run can remember it.
    """

    checked: Checked
    digest: bytes
    facts: FactRows = NO_FACTS
    remembered: int | None = None
    stream: OpenedFile | None = None
    is_kept: bool = False


class Cached(NamedTuple):
    """The cache of a root, by its real path, and the facts of a run's files in it."""

    folder: str
    store: Store
    facts: FactTable


class CachedCheck:
    """Checks files, or remembers what an earlier run has found in them.

    ``cache_dir`` is the folder of the caches, by default the user's own. Without ``is_on``, nothing
    is remembered.
    """

    def __init__(self, now: float, cache_dir: str | None = None, *, is_on: bool = True) -> None:
        self._now = now
        self._cache_dir = cache_dir
        self.is_on = is_on
        self._caches: dict[str, Cached] = {}
        self._roots: dict[str, str] = {}
        self._real_folders = RealFolders()
        self._places: dict[tuple[str, Collection], str | None] = {}
        self._fingerprints: dict[tuple[int, Collection], bytes] = {}

    def cached(self, collection: Collection) -> Cached:
        """The cache for the files of a collection."""
        folder = collection.folder or os.getcwd()
        if folder not in self._roots:
            self._roots[folder] = find_root(folder).folder
        root = self._roots[folder]
        if root not in self._caches:
            is_on = self.is_on
            store = Store.open(root, self._cache_dir) if is_on else Store.without_cache()
            self._caches[root] = Cached(root, store, FactTable(store.database))
        return self._caches[root]

    def look_up(
        self, found: Found, checker: Checker, member: Member
    ) -> tuple[os.stat_result | None, Outcome | None]:
        """The status of a file if its result can be remembered, and the result if it is."""
        cached = self.cached(member.collection)
        is_apart = not cached.store.is_kept or found.error or found.is_other_name
        name = None if is_apart else self._name(found.path, member, cached)
        status = _status(found.path) if name else None
        if name is None or status is None:
            return None, None
        settings = self.settings(checker, member.collection)
        known = cached.store.get(name, status, settings, self._now, lambda: _read(found.path))
        if known is None:
            return status, None
        facts = FactRows((), known.facts_digest)
        return status, Outcome(known.checked, known.digest, facts, known.id, is_kept=True)

    def check(
        self, found: Found, checker: Checker, member: Member, status: os.stat_result | None
    ) -> Outcome:
        """What is wrong with a file by itself, of which ``look_up`` has found but a status."""
        begun = begin_found(found, checker, member.name)
        outcome = outcome_of(begun, member.name)
        if begun.file.data:  # not what could not be read
            return self.keep(outcome, found, checker, member, status)
        return outcome

    def keep(
        self,
        outcome: Outcome,
        found: Found,
        checker: Checker,
        member: Member,
        status: os.stat_result | None,
    ) -> Outcome:
        """Remember an outcome if that can be; ``status`` is that of ``look_up``."""
        cached = self.cached(member.collection)
        name = self._name(found.path, member, cached) if status else None
        if name is None or status is None:
            return outcome
        settings = self.settings(checker, member.collection)
        put = cached.store.put(
            name, status, outcome.digest, settings, outcome.checked, outcome.facts
        )
        return outcome._replace(is_kept=put)

    def take_unchanged(
        self, files: Sequence[Found], place: Place, *, is_reported: bool
    ) -> Sequence[SilentRow | None]:
        """What is remembered of each file in a place that is as it was and has nothing wrong.

        Its facts are added to the others. None is for what is to be asked by ``check``.
        """
        collection, cached = place.collection, self.cached(place.collection)
        first = place.member(files[0].path)
        name = self._name(files[0].path, first, cached)
        if name is None:
            return [None] * len(files)
        above, cut = name.removesuffix(first.name), place.cut
        begin = above + place.begin
        paths = [each.path for each in files]
        names = [begin + path[cut:] for path in paths]
        settings = self.settings(place.checker, collection)
        rows = cached.store.unchanged(names, paths, settings, self._now, _read)
        known = filter(None, rows)
        cached.facts.place(collection.key, collection.folder or os.getcwd())
        cached.facts.add_unchanged(collection.key, above, known, is_reported=is_reported)
        return rows

    def give_up(self, error: DamagedCacheError) -> list[str]:
        """Use the caches no longer; returns lines for the user.

        Unless it is known which of them is damaged, that may be any.
        """
        stores = [each.store for each in self._caches.values()]
        if not any(each.is_damaged for each in stores):
            for each in stores:
                each.give_up(error)
        return self.close()

    def close(self) -> list[str]:
        """Write what is to be remembered; returns lines for the user."""
        for each in self._caches.values():
            each.store.close()
        return [each.store.note for each in self._caches.values() if each.store.note]

    def _name(self, path: str, member: Member, cached: Cached) -> str | None:
        """The path of a file from the root of the cache; None if nothing is remembered of it.

        That is so if it is not within the root, and if links to folders give it another name in its
        collection: rules may look at that.
        """
        folder, name = os.path.split(path)
        place = folder, member.collection
        if place not in self._places:
            begin = member.name.removesuffix(name)
            self._places[place] = self._place(folder, begin, member.collection, cached.folder)
        begins = self._places[place]
        return None if begins is None else begins + name

    def _place(self, folder: str, begin: str, collection: Collection, root: str) -> str | None:
        """How the names of the files in a folder begin, as ``_name`` gives them.

        ``begin`` is how they begin in their collection.
        """
        real = os.path.join(self._real_folders.of(folder), "")
        above = self._real_folders.of(collection.folder or os.getcwd())
        if real != os.path.join(above, begin.replace("/", os.sep)) or not is_within(real, root):
            return None
        return real.removeprefix(os.path.join(root, "")).replace(os.sep, "/")

    def settings(self, checker: Checker, collection: Collection) -> bytes:
        """The settings by which the cache knows the files of a collection with a checker."""
        key = id(checker), collection
        if key not in self._fingerprints:
            place = self._place_in_cache(collection)
            self._fingerprints[key] = fingerprint(checker, place, collection.label)
        return self._fingerprints[key]

    def name(self, collection: Collection) -> str:
        """What tells a collection from others in its cache."""
        return f"{self._place_in_cache(collection)}\0{collection.label}"

    def _place_in_cache(self, collection: Collection) -> str:
        return os.path.relpath(collection.folder or os.getcwd(), self.cached(collection).folder)


def outcome_of(begun: Begun, name: str) -> Outcome:
    """What is known of a file that was read; ``name`` is its name in its collection."""
    file = begun.file
    stream = file if file.is_stream else None
    facts = fact_rows(name, begun.checked.facts)
    return Outcome(begun.checked, digest_of(file.data), facts, stream=stream)


def _status(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except (OSError, ValueError):
        return None


def _read(path: str) -> bytes:
    return read_regular(path, MAX_FILE_BYTES + 1)
