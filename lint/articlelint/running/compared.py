"""What the rules that compare have found in the collections of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlelint.collection.cache_file import DamagedCacheError
from articlelint.collection.compare import Compared, Comparison
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
        self._found: dict[tuple[Checker, Collection], FoundByRules] = {}
        self._failed: list[Compared] = []

    def compare(self, checker: Checker, collection: Collection) -> None:
        """Ask the rules of a checker. Raises DamagedCacheError."""
        key, cached = collection.key, self._cached_check.cached(collection)
        if key not in self._comparisons:
            self._comparisons[key] = Comparison(cached.facts)
        comparison = self._comparisons[key]
        try:
            rules = [(each, comparison.of(each, key)) for each in checker.comparing]
        except DamagedCacheError as error:
            cached.store.give_up(error)
            raise
        self._found[checker, collection] = FoundByRules(rules)

    def of(self, checker: Checker, collection: Collection) -> FoundByRules:
        """What ``compare`` has found."""
        return self._found[checker, collection]

    def failures(self, found: FoundByRules) -> Iterator[Diagnostic]:
        """The rules that failed, each told once: on the first file that they were to look at."""
        for _, each in found.rules:
            if each.failure and each not in self._failed:
                self._failed.append(each)
                yield each.failure
