"""The end of a run over a collection: what comparing has found is added to each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from heapq import merge

from articlelint.collection.kept import KeptResults
from articlelint.collection.tell import diagnostic
from articlelint.engine.read_again import read_again
from articlelint.model import Diagnostic
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.running.checkers import Checkers
from articlelint.running.compared import ALONE, ComparedCollections
from articlelint.running.elsewhere import Elsewhere, ReadFile, read_file
from articlelint.running.found import Chosen, Found
from articlelint.running.membership import Member, Membership
from articlelint.running.places import Neighbours, Place
from articlelint.running.run import Begun, OpenedFile, begin, begin_found, open_found

_NO_TEXT = SourceFile("")


class Finish:
    """Reports on files by what was found in each by itself, and what was found by comparing.

    ``results`` are known by the numbers of the files. Those that are ``alone`` are compared with no
    others; those that were ``read_once`` cannot be read again, such as pipes.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that is known by then
        self,
        checkers: Checkers,
        membership: Membership,
        results: KeptResults,
        compared: ComparedCollections,
        alone: AbstractSet[int],
        read_once: Mapping[int, OpenedFile],
    ) -> None:
        self._checkers = checkers
        self._membership = membership
        self._results = results
        self._compared = compared
        self._alone = alone
        self._read_once = read_once

    def reports(self, neighbours: Iterable[Neighbours]) -> Iterator[FileReport]:
        """The report on each file, in their order."""
        for each in neighbours:
            if each.place is None:
                yield from (self._report(*numbered) for numbered in each.numbered())
            else:
                yield from self._reports_in(each.place, each.numbered())

    def with_unchanged(self, chosen: Chosen, compared: AbstractSet[Member]) -> Iterator[FileReport]:
        """The same, and between them what ``compared`` ones have to do with unchanged ones."""
        unchanged = ((-1, each) for each in chosen.unchanged)
        for number, found in merge(enumerate(chosen.files), unchanged, key=_by_path):
            if number >= 0:
                yield self._report(number, found)
            else:
                yield from self._report_unchanged(found, compared)

    def _reports_in(self, place: Place, files: Iterable[tuple[int, Found]]) -> Iterator[FileReport]:
        """The reports on files in one place; of most of them, there is nothing to say."""
        found_by_rules = self._compared.of(place.checker, place.collection)
        for number, found in files:
            if (
                self._results.is_silent(number)
                and number not in self._alone
                and found_by_rules.is_silent(place.name(found.path))
            ):
                yield FileReport(found.path, _NO_TEXT, [], is_compared=True)
            else:
                yield self._report(number, found)

    def _report(self, number: int, found: Found) -> FileReport:
        checked = self._results.get(number)
        checker, member = self._checkers.for_file(found.path), self._membership.of(found.path)
        is_alone = number in self._alone
        found_by_rules = ALONE if is_alone else self._compared.of(checker, member.collection)
        objections = found_by_rules.objections(member.name)
        has_failed = found_by_rules.has_failed
        failures = checker.settled(self._compared.failures(found_by_rules)) if has_failed else []
        is_compared = not is_alone and not has_failed
        if checked.is_silent and not objections and not failures:
            begun = Begun(OpenedFile(found.path, _NO_TEXT), checked, checker)
            return begun.report(is_compared=is_compared)
        read = self._read(number, found)
        file = OpenedFile(found.path, read.source)
        if read.digest != self._results.digest(number):  # it was changed meanwhile
            return begin(file, checker, member.name).report()
        elsewhere = Elsewhere(member.collection.path)
        again = read.again if objections else None
        later = [diagnostic(*each, again, elsewhere.find) for each in objections if again]
        begun = Begun(file, checked, checker)
        return begun.report(failures + later, elsewhere.sources, is_compared=is_compared)

    def _read(self, number: int, found: Found) -> ReadFile:
        if number in self._read_once:
            return ReadFile(self._read_once[number])
        return ReadFile(open_found(found)) if found.error else read_file(found.path)

    def _report_unchanged(self, found: Found, changed: AbstractSet[Member]) -> Iterator[FileReport]:
        """What there is to say of a file together with changed ones, if there is anything."""
        checker, member = self._checkers.for_file(found.path), self._membership.of(found.path)
        found_by_rules = self._compared.of(checker, member.collection)
        objections = [
            (active, objection)
            for active, objection in found_by_rules.objections(member.name)
            if any(Member(member.collection, each.file) in changed for each in objection.elsewhere)
        ]
        begun = begin_found(found, checker, member.name) if objections else None
        again = read_again(begun.file.source) if begun else None
        if begun and again:
            elsewhere = Elsewhere(member.collection.path)
            try:
                later = [diagnostic(*each, again, elsewhere.find) for each in objections]
            except (LookupError, TypeError):  # it was changed meanwhile
                return
            yield _with_only(later, begun.report(later, elsewhere.sources))


def _with_only(later: Iterable[Diagnostic], report: FileReport) -> FileReport:
    """The report without what is wrong with the file by itself."""
    told = {(each.rule, each.span, each.message) for each in later}

    def is_told(each: Diagnostic) -> bool:
        return (each.rule, each.span, each.message) in told

    return report._replace(
        diagnostics=list(filter(is_told, report.diagnostics)),
        suppressed=tuple(each for each in report.suppressed if is_told(each.diagnostic)),
        contents=None,
        is_partial=True,
    )


def _by_path(numbered: tuple[int, Found]) -> str:
    return numbered[1].path
