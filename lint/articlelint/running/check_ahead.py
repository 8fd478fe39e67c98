"""Checks of files one by one, while workers check those to come if there are many.

A file is checked as it is when a worker reads it. What the workers find is the same as without
them: where one cannot tell, the file is checked here.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Generator, Iterable, Sequence
from itertools import compress
from typing import Any, NamedTuple

from articlelint.collection.store import digest_of
from articlelint.engine.by_rules import internal_error
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.running.cached_check import CachedCheck, Outcome
from articlelint.running.checkers import Checkers
from articlelint.running.discover import Found
from articlelint.running.lost import Lost
from articlelint.running.membership import Member, Membership
from articlelint.running.run import begin_found, open_found

#: After how many files that had to be checked the workers are considered. Until then all is loaded
#: that they need, too.
_FIRST = 50
#: For how many more files workers are worth it: copies of this process take some 10 ms to start and
#: to end, new interpreters 300 ms.
_FEWEST = 200 if sys.platform == "linux" else 2000


class CheckedFile(NamedTuple):
    """A file of a collection, and what is known of it."""

    found: Found
    checker: Checker
    member: Member
    outcome: Outcome


class Answer(NamedTuple):
    """What a worker has found in a file, and the status of the file from before it was read.

    ``name`` is that of the file in its collection, ``settings`` what tells apart those it used.
    """

    name: str
    settings: bytes
    status: os.stat_result
    digest: bytes
    checked: Checked


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
        member, checker = self._membership.of(path), self._checkers.for_file(path)
        settings = self._cached_check.settings(checker, member.collection)
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return None
        begun = begin_found(Found(path), checker, member.name)
        if not begun.file.data:
            return None
        return Answer(member.name, settings, status, digest_of(begun.file.data), begun.checked)


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

    def checked(self, files: Iterable[Found]) -> Generator[CheckedFile]:
        """Check each file, in their order; whoever leaves early closes the iterator."""
        left = iter(files)
        count = 0
        for found in left:
            yield (each := self._check(found))
            count += each.outcome.remembered is None
            if count == _FIRST and self._jobs != 1:
                yield from self._by_workers([*left])

    def _check(self, found: Found) -> CheckedFile:
        checker, member = self._place(found)
        return CheckedFile(found, checker, member, self._cached_check.check(found, checker, member))

    def _place(self, found: Found) -> tuple[Checker, Member]:
        return self._checkers.for_file(found.path), self._membership.of(found.path)

    def _by_workers(self, files: Sequence[Found]) -> Generator[CheckedFile]:
        """Check the rest of the files, with workers if they are worth it."""
        is_asked = [self._is_unknown(each) for each in files]
        jobs = self._number_of_jobs() if sum(is_asked) >= _FEWEST else 1
        if jobs == 1:
            yield from map(self._check, files)
            return
        from articlelint.running.pool import Pool  # noqa: PLC0415 - for many files only

        work = CheckFile(self._checkers, self._membership, self._cached_check)
        with Pool(work, jobs) as pool:
            answers = pool.answers([each.path for each in compress(files, is_asked)])
            for found, is_answered in zip(files, is_asked, strict=True):
                yield self._answered(found, next(answers) if is_answered else None)

    def _number_of_jobs(self) -> int:
        from articlelint.running.cores import usable_cores  # noqa: PLC0415 - for many files only

        return self._jobs or usable_cores()

    def _is_unknown(self, found: Found) -> bool:
        """Whether the file is to be checked, which a worker can do."""
        is_apart = found.error or found.is_other_name
        return not is_apart and not self._cached_check.knows(found, *self._place(found))

    def _answered(self, found: Found, answer: Any) -> CheckedFile:
        checker, member = self._place(found)
        if isinstance(answer, Lost):
            return CheckedFile(found, checker, member, _lost(found, checker, answer))
        settings = self._cached_check.settings(checker, member.collection)
        if answer is None or (answer.name, answer.settings) != (member.name, settings):
            return self._check(found)  # as if a configuration was changed meanwhile
        outcome = Outcome(answer.checked, answer.digest)
        kept = self._cached_check.keep(outcome, found, checker, member, answer.status)
        return CheckedFile(found, checker, member, kept)


def _lost(found: Found, checker: Checker, lost: Lost) -> Outcome:
    """That a file has ended the processes that were to check it: it is not checked here."""
    why = RuntimeError(f"the process that checked it ended {lost.how}")
    failed = checker.settled([internal_error("articlelint", why)])
    return Outcome(Checked(failed), digest_of(open_found(found).data))
