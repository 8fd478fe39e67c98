"""A run in which articles are compared: all of their collection is checked, then they are."""

from __future__ import annotations

import os
from array import array
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from itertools import compress
from operator import not_

from articlelint.collection.cache_file import DamagedCacheError
from articlelint.collection.kept import KeptResults
from articlelint.engine.check import Checker
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.running.cached_check import CachedCheck, Outcome, outcome_of
from articlelint.running.check_ahead import CheckAhead, CheckedFile
from articlelint.running.checkers import Checkers
from articlelint.running.compared import ComparedCollections
from articlelint.running.finish import Finish
from articlelint.running.found import Chosen, Discovery, Found
from articlelint.running.known_others import KnownOthers
from articlelint.running.membership import Collection, Member, Membership
from articlelint.running.places import Neighbours, Places
from articlelint.running.run import BeginFile, OpenedFile, begin, begin_found
from articlelint.running.whole_folder import MOST_LOOKED_AT, WholeFolder
from articlelint.settings.config import ConfigError

_NO_TEXT = SourceFile("")


class CollectionRun:
    """Checks articles and all with which they are compared, and reports on them.

    ``begin_file`` fixes a file or reads it from elsewhere; without it, files are checked as they
    are. ``searched`` is the folder that the user has searched, if that is all. What is found is not
    kept in memory, but for the paths of the files. At most so many ``jobs`` check files at once.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - half of them have defaults
        self,
        checkers: Checkers,
        membership: Membership,
        cached_check: CachedCheck,
        begin_file: BeginFile | None = None,
        searched: str | None = None,
        jobs: int | None = None,
    ) -> None:
        self._checkers = checkers
        self._membership = membership
        self._cached_check = cached_check
        self._begin_file = begin_file
        self._searched = searched and os.path.abspath(searched)
        self._jobs = jobs
        self._ahead = CheckAhead(checkers, membership, cached_check, jobs)
        self._known = KnownOthers(checkers, membership, cached_check)
        self._compared = ComparedCollections(cached_check)
        self._places = Places(checkers, membership)
        self._neighbours: list[Neighbours] = []
        self._results: KeptResults  # of as many files as there are to report on
        #: Those that can be read only once, such as pipes, by their numbers.
        self._read_once: dict[int, OpenedFile] = {}
        #: Those that are compared with no others, by their numbers.
        self._alone: set[int] = set()
        #: Lines for the user.
        self.notes: list[str] = []

    def reports(self, chosen: Chosen) -> Iterator[FileReport]:
        """Check each file, compare it with the others of its collection, and report on it.

        Of those that are unchanged, report only what the changed ones have to do with.
        """
        try:
            with closing(self._known):
                compared = self._begin_all(chosen)
            self._compare_all(chosen.unchanged)
        except DamagedCacheError as error:
            if not self._cached_check.is_on:  # there is no place even for temporary tables
                raise
            self.notes += self._cached_check.give_up(error)
            yield from self._without_cache().reports(chosen)
            return
        finish = Finish(
            *(self._checkers, self._membership, self._results, self._compared),
            *(self._alone, self._read_once),
        )
        if chosen.unchanged:
            yield from finish.with_unchanged(chosen, compared)
        else:
            yield from finish.reports(self._neighbours)
        self.notes += self._cached_check.close()

    def _without_cache(self) -> CollectionRun:
        """The same run once more, with what cannot be read again."""
        off = CachedCheck(self._checkers.now(), is_on=False)
        run = CollectionRun(
            self._checkers, self._membership, off, self._begin_file, self._searched, self._jobs
        )
        run._read_once, run.notes = self._read_once, self.notes
        return run

    def _begin_all(self, chosen: Chosen) -> set[Member]:
        """Check all files by themselves; returns those with which unchanged ones are compared."""
        files, unchanged, discovery = chosen
        self._neighbours = [*self._places.neighbours(files)]
        self._results = KeptResults(len(files))
        members, wholes = self._begin_others(files)
        if self._searched and discovery and not self._begin_file:
            wholes[self._searched] = self._whole(self._searched, discovery)
        compared: set[Member] = set()
        numbers = _other_names_last(files, self._take_unchanged(chosen, wholes))
        with closing(self._checked(files, numbers)) as checked:
            for number, each in zip(numbers, checked, strict=True):
                whole = wholes.get(each.member.collection.folder)
                if self._take(number, each, members, whole):
                    compared.update([each.member] if unchanged else [])
        for whole in wholes.values():
            whole.settle()
        return compared

    def _take_unchanged(self, chosen: Chosen, wholes: Mapping[str, WholeFolder]) -> Sequence[int]:
        """Keep of files that there is nothing to say of them; returns the numbers of the others.

        Nothing can be kept of what is fixed, or read from elsewhere; and which of some files are
        changed is to be known only if there are others.
        """
        if self._begin_file or self._read_once or chosen.unchanged:
            return range(len(chosen.files))
        left = array("q")
        for each in self._neighbours:
            place = each.place
            if place is None or not self._is_alone(place.collection):
                left.extend(each.numbers())
                continue
            rows = self._cached_check.take_unchanged(each.files, place, is_reported=True)
            self._results.add_silent(each.first, rows)
            left.extend(compress(each.numbers(), map(not_, rows)))
            if place.collection.folder in wholes:
                wholes[place.collection.folder].add_unchanged(place)
        return left

    def _take(
        self, number: int, file: CheckedFile, members: set[Member], whole: WholeFolder | None
    ) -> bool:
        """Keep what was found in a file by itself; returns whether it is compared."""
        found, checker, member, outcome = file
        self._results.add(number, outcome.digest, outcome.checked)
        if outcome.stream:
            self._read_once[number] = outcome.stream
        if found.is_other_name or not self._is_compared(member, members):
            self._alone.add(number)
            if whole:
                whole.add_unsure(member)
            return False
        if checker.comparing:
            self._note(member, outcome, is_reported=True)
        if whole:
            whole.add(member, checker, outcome)
        return True

    def _checked(self, files: Sequence[Found], numbers: Iterable[int]) -> Generator[CheckedFile]:
        """Check the files with some numbers by themselves, or fix them."""
        if self._begin_file is None and not self._read_once:
            yield from self._ahead.checked([files[number] for number in numbers])
            return
        for number in numbers:
            found = files[number]
            checker, member = self._checkers.for_file(found.path), self._membership.of(found.path)
            outcome = self._outcome(found, checker, member, self._read_once.get(number))
            yield CheckedFile(found, checker, member, outcome)

    def _whole(self, folder: str, discovery: Discovery) -> WholeFolder:
        whole = WholeFolder(folder, self._checkers, self._membership, self._cached_check)
        whole.begin(discovery)
        return whole

    def _outcome(
        self, found: Found, checker: Checker, member: Member, once: OpenedFile | None
    ) -> Outcome:
        if once:
            return outcome_of(begin(once, checker, member.name), member.name)
        begin_file = self._begin_file or begin_found
        return outcome_of(begin_file(found, checker, member.name), member.name)

    def _begin_others(self, files: Sequence[Found]) -> tuple[set[Member], dict[str, WholeFolder]]:
        """Note the facts of files that are only compared.

        Returns those of the others that searches find, and the folders that were searched whole.
        """
        if len(files) <= MOST_LOOKED_AT:
            for folder in {self._membership.of(each.path).collection.folder for each in files}:
                if folder and folder != self._searched:
                    self._known.ask(folder)
        reported = {*self._with_others()}
        found = set()
        wholes: dict[str, WholeFolder] = {}
        for folder in sorted({each.collection.folder for each in reported}):
            others = []
            for other, member in self._others(folder, reported, wholes):
                if member in reported:
                    found.add(member)
                elif self._compares(other):
                    others.append(other)
            self._note_others(others, wholes.get(folder))
        return found, wholes

    def _note_others(self, others: Iterable[Found], whole: WholeFolder | None) -> None:
        left: list[Found] = []
        for place, _, files in self._places.neighbours(others):
            if place is None:
                left += files
                continue
            rows = self._cached_check.take_unchanged(files, place, is_reported=False)
            left += compress(files, map(not_, rows))
            if whole:
                whole.add_unchanged(place)
        with closing(self._ahead.checked(left)) as checked:
            for each in checked:
                self._note(each.member, each.outcome, is_reported=False)
                if whole:
                    whole.add(each.member, each.checker, each.outcome)

    def _with_others(self) -> Iterator[Member]:
        """The files that are compared with others that are not to be reported on."""
        for place, _, files in self._neighbours:
            if place is None or (place.checker.comparing and not self._is_alone(place.collection)):
                members = map(self._membership.of, (f.path for f in files if self._compares(f)))
                yield from (each for each in members if not self._is_alone(each.collection))

    def _others(
        self, folder: str, reported: AbstractSet[Member], wholes: dict[str, WholeFolder]
    ) -> Iterable[tuple[Found, Member]]:
        """The files of a folder at which to look; all others are known."""
        try:
            of_folder = {each for each in reported if each.collection.folder == folder}
            only = self._known.look_at(folder, of_folder)
            searched = self._membership.search(folder, only)
        except ConfigError as error:  # which is not for the files that the user has named
            what = "the articles are compared with no others"
            self.notes += (f"{line}: {what}" for line in str(error).splitlines())
            return ()
        if only is None:
            wholes[folder] = self._whole(folder, searched.discovery)
        else:
            self._known.take_others(folder, only)
        return searched.members

    def _is_alone(self, collection: Collection) -> bool:
        """Whether the files to report on are all that there is of a collection."""
        return collection.folder in ("", self._searched)

    def _is_compared(self, member: Member, members: set[Member]) -> bool:
        return self._is_alone(member.collection) or member in members

    def _compares(self, found: Found) -> bool:
        return bool(self._checkers.for_file(found.path).comparing)

    def _note(self, member: Member, outcome: Outcome, *, is_reported: bool) -> None:
        key, name = member.collection.key, member.name
        table = self._cached_check.cached(member.collection).facts
        table.place(key, member.collection.folder or os.getcwd())
        if outcome.remembered is None:
            table.add(key, name, outcome.facts, is_reported=is_reported)
        else:
            known = outcome.facts.digest, outcome.remembered
            table.add_remembered(key, name, *known, is_reported=is_reported)

    def _compare_all(self, unchanged: Sequence[Found]) -> None:
        """Compare before anything is reported, as long as all can begin anew."""
        asking: dict[tuple[Checker, Collection], None] = {}
        for place, _, files in (*self._neighbours, *self._places.neighbours(unchanged)):
            for each in files if place is None else files[:1]:
                member = self._membership.of(each.path)
                asking[self._checkers.for_file(each.path), member.collection] = None
        for checker, collection in asking:
            self._compared.compare(checker, collection)
        self._compared.note()


def _other_names_last(files: Sequence[Found], numbers: Iterable[int]) -> array[int]:
    """The numbers of files in the order in which to check them: 8 bytes each, as they are many."""
    in_order, others = array("q"), array("q")
    for number in numbers:
        (others if files[number].is_other_name else in_order).append(number)
    return in_order + others
