"""Checks of files one by one, while workers check those to come if there are many.

A file is checked as it is when a worker reads it. What the workers find is the same as without
them: where one cannot tell, the file is checked here.
"""

from __future__ import annotations

import os
import stat
import sys
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from articlelint.collection.store import digest_of
from articlelint.collection.stored import FactRows
from articlelint.engine.by_rules import internal_error
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.running.cached_check import CachedCheck, Outcome, outcome_of
from articlelint.running.checkers import Checkers
from articlelint.running.found import Found
from articlelint.running.lost import Lost
from articlelint.running.membership import Member, Membership
from articlelint.running.run import begin_found, open_found

if TYPE_CHECKING:
    from articlelint.running.pool import Pool

#: After how many files that had to be checked workers start. By then, they have taken as long as
#: workers take to start and to end: copies of this process 20 ms, new interpreters 400 ms.
_FIRST = 50 if sys.platform == "linux" else 1000
#: The most files that a worker is asked at once: with fewer, the way there and back costs more.
_MOST_AT_ONCE = 64
#: How often each worker is asked what is left, at least: so none waits long for the last one.
_TIMES_LEFT = 4
#: How often each worker is asked before its answers are taken.
_TIMES_AHEAD = 4


class CheckedFile(NamedTuple):
    """A file of a collection, and what is known of it."""

    found: Found
    checker: Checker
    member: Member
    outcome: Outcome


class _LookedUp(NamedTuple):
    """A file, its status if its result can be remembered, and the result if it is."""

    found: Found
    checker: Checker
    member: Member
    status: os.stat_result | None
    outcome: Outcome | None

    @property
    def is_for_workers(self) -> bool:
        """Whether the file is to be checked by a worker: not what cannot be read as it is."""
        return not (self.outcome or self.found.error or self.found.is_other_name)


class Answer(NamedTuple):
    """What a worker has found in a file: as ``Outcome`` has it.

    ``name`` is that of the file in its collection, ``settings`` what tells apart those it used.
    """

    name: str
    settings: bytes
    digest: bytes
    checked: Checked
    facts: FactRows


class CheckFile:
    """What workers do. Where it is unpickled, it is made anew from the same command line."""

    def __init__(
        self, checkers: Checkers, membership: Membership, cached_check: CachedCheck
    ) -> None:
        self._checkers = checkers
        self._membership = membership
        self._cached_check = cached_check

    def __reduce__(self) -> tuple[Any, ...]:
        """What to pickle: the command line."""
        return _made_anew, (self._checkers,)

    def __call__(self, path: str) -> Answer | None:
        """Check the file at a path; None if that is not for a worker to do."""
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        member, checker = self._membership.of(path), self._checkers.for_file(path)
        begun = begin_found(Found(path), checker, member.name)
        if not begun.file.data:
            return None
        settings = self._cached_check.settings(checker, member.collection)
        outcome = outcome_of(begun, member.name)
        checked = outcome.checked._replace(facts={})
        return Answer(member.name, settings, outcome.digest, checked, outcome.facts)


def _made_anew(checkers: Checkers) -> CheckFile:
    off = CachedCheck(checkers.now(), is_on=False)
    return CheckFile(checkers, Membership(checkers.configs), off)


class CheckAhead:
    """Checks files by themselves, with at most so many ``jobs`` at once, by default all cores."""

    def __init__(
        self,
        checkers: Checkers,
        membership: Membership,
        cached_check: CachedCheck,
        jobs: int | None = None,
    ) -> None:
        self._checkers = checkers
        self._membership = membership
        self._cached_check = cached_check
        self._jobs = jobs

    def checked(self, files: Sequence[Found]) -> Generator[CheckedFile]:
        """Check each file, in their order; whoever leaves early closes the iterator."""
        count = yield from self._until_workers_pay(files)
        if count < len(files):
            yield from self._by_workers(files[count:])

    def _until_workers_pay(self, files: Sequence[Found]) -> Generator[CheckedFile, None, int]:
        """Check files here; returns how many, as soon as workers are better for the rest."""
        unknown = 0
        for number, found in enumerate(files, start=1):
            looked_up = self._look_up(found)
            yield self._check(looked_up)
            if not looked_up.outcome:
                unknown += 1
                if unknown == _FIRST <= len(files) - number and self._number_of_jobs > 1:
                    return number
        return len(files)

    def _by_workers(self, files: Sequence[Found]) -> Generator[CheckedFile]:
        from articlelint.running.pool import Pool  # noqa: PLC0415 - for many files only

        jobs = self._number_of_jobs
        work = CheckFile(self._checkers, self._membership, self._cached_check)
        asked: deque[list[_LookedUp]] = deque()
        with Pool(work, jobs) as pool:
            for some in _parts(files, jobs):
                asked.append([self._look_up(each) for each in some])
                if paths := [each.found.path for each in asked[-1] if each.is_for_workers]:
                    pool.ask(paths)
                if len(asked) == jobs * _TIMES_AHEAD:
                    yield from self._answered(asked.popleft(), pool)
            while asked:
                yield from self._answered(asked.popleft(), pool)

    @cached_property
    def _number_of_jobs(self) -> int:
        if self._jobs:
            return self._jobs
        from articlelint.running.cores import usable_cores  # noqa: PLC0415 - for many files only

        return usable_cores()

    def _look_up(self, found: Found) -> _LookedUp:
        checker, member = self._checkers.for_file(found.path), self._membership.of(found.path)
        status, outcome = self._cached_check.look_up(found, checker, member)
        return _LookedUp(found, checker, member, status, outcome)

    def _check(self, file: _LookedUp) -> CheckedFile:
        found, checker, member, status, outcome = file
        if not outcome:
            outcome = self._cached_check.check(found, checker, member, status)
        return CheckedFile(found, checker, member, outcome)

    def _answered(self, files: Sequence[_LookedUp], pool: Pool) -> Iterator[CheckedFile]:
        """Take the answers about those of the files that are for workers."""
        answers = pool.answers() if any(each.is_for_workers for each in files) else iter(())
        for each in files:
            yield self._with(next(answers), each) if each.is_for_workers else self._check(each)

    def _with(self, answer: Any, file: _LookedUp) -> CheckedFile:
        found, checker, member, status, _ = file
        if isinstance(answer, Lost):
            return CheckedFile(found, checker, member, _lost(found, checker, answer))
        settings = self._cached_check.settings(checker, member.collection)
        if answer is None or (answer.name, answer.settings) != (member.name, settings):
            return self._check(file)  # as if a configuration was changed meanwhile
        outcome = Outcome(answer.checked, answer.digest, answer.facts)
        kept = self._cached_check.keep(outcome, found, checker, member, status)
        return CheckedFile(found, checker, member, kept)


def _parts(files: Sequence[Found], jobs: int) -> Iterator[Sequence[Found]]:
    """The files in parts that become smaller towards the end."""
    start = 0
    while start < len(files):
        left = len(files) - start
        end = start + max(1, min(_MOST_AT_ONCE, left // (jobs * _TIMES_LEFT)))
        yield files[start:end]
        start = end


def _lost(found: Found, checker: Checker, lost: Lost) -> Outcome:
    """That a file has ended the processes that were to check it: it is not checked here."""
    why = RuntimeError(f"the process that checked it ended {lost.how}")
    failed = checker.settled([internal_error("articlelint", why)])
    return Outcome(Checked(failed), digest_of(open_found(found).data))
