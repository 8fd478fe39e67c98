"""What the rules that compare have found in the collections of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlelint.collection.cache_file import DamagedCacheError
from articlelint.collection.compare import Compared, Comparison
from articlelint.collection.known_comparison import KnownComparison
from articlelint.collection.store import digest_of
from articlelint.collection.stored import stored
from articlelint.engine.by_rules import ActiveRule
from articlelint.engine.check import Checker
from articlelint.model import Diagnostic
from articlelint.rule import FileObjection
from articlelint.running.cached_check import CachedCheck
from articlelint.running.membership import Collection


class FoundByRules:
    """What each rule of a checker objects to in a collection."""

    def __init__(self, rules: Sequence[tuple[ActiveRule, Compared]]) -> None:
        self.rules = rules
        self.has_failed = any(each.failure for _, each in rules)
        #: The files of which there is something to say, few of all, by their names.
        self._files = {name for _, each in rules for name in each.by_file}

    def is_silent(self, name: str) -> bool:
        """Whether nothing is said of a file, by its name, and no rule has failed."""
        return name not in self._files and not self.has_failed

    def objections(self, name: str) -> list[tuple[ActiveRule, FileObjection]]:
        """What is said of a file, by its name in the collection."""
        if name not in self._files:
            return []
        return [
            (active, objection)
            for active, found in self.rules
            for objection in found.by_file.get(name, ())
        ]


#: Of a file that is compared with no others.
ALONE = FoundByRules([])


class ComparedCollections:
    """Compares the files of collections, by the facts about them."""

    def __init__(self, cached_check: CachedCheck) -> None:
        self._cached_check = cached_check
        self._comparisons: dict[str, Comparison] = {}
        self._known: dict[str, KnownComparison] = {}
        self._found: dict[tuple[Checker, Collection], FoundByRules] = {}
        self._failed: list[Compared] = []

    def compare(self, checker: Checker, collection: Collection) -> None:
        """Ask the rules of a checker. Raises DamagedCacheError."""
        key, cached = collection.key, self._cached_check.cached(collection)
        if key not in self._comparisons:
            self._comparisons[key] = Comparison(cached.facts)
            name = digest_of(stored(self._cached_check.name(collection))).hex()
            self._known[key] = KnownComparison(cached.store, cached.facts, key, name)
        try:
            rules = [(each, self._of(each, checker, collection)) for each in checker.comparing]
        except DamagedCacheError as error:
            cached.store.give_up(error)
            raise
        self._found[checker, collection] = FoundByRules(rules)

    def _of(self, active: ActiveRule, checker: Checker, collection: Collection) -> Compared:
        known = self._known[collection.key]
        settings = self._cached_check.settings(checker, collection)
        found = known.get(settings, active.rule_id)
        if found is None:
            found = self._comparisons[collection.key].of(active, collection.key)
            known.add(settings, active.rule_id, found)
        return found

    def note(self) -> None:
        """Have later runs know what was found."""
        for each in self._known.values():
            each.note()

    def of(self, checker: Checker, collection: Collection) -> FoundByRules:
        """What ``compare`` has found."""
        return self._found[checker, collection]

    def failures(self, found: FoundByRules) -> Iterator[Diagnostic]:
        """The rules that failed, each told once: on the first file that they were to look at."""
        for _, each in found.rules:
            if each.failure and each not in self._failed:
                self._failed.append(each)
                yield each.failure
