"""Several workers that answer questions together, with the answers in their order."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from threading import Condition, Event, Thread, active_count
from types import TracebackType
from typing import Any, NamedTuple

from articlelint.running.lost import Lost
from articlelint.running.worker import DiedError, Work, Worker

#: The most questions in one list: with fewer, the way there and back costs more than 1 %.
_MOST_IN_LIST = 64
#: How many lists for each worker what is left makes at least: so none waits long for the last one.
_LISTS_LEFT = 4
#: How many lists for each worker may be under way or answered before their turn, and take memory.
_LISTS_AHEAD = 4
#: Seconds: on Windows, nothing interrupts a wait before it ends.
_LONGEST_WAIT = 0.2


class _List(NamedTuple):
    """Some of the questions: a worker is asked them all at once."""

    number: int
    questions: Sequence[Any]


class Pool:
    """Workers that answer questions, from ``answers`` on, until the context is left.

    They are copies of this process where that is safe, as is said by ``forks``; otherwise, and
    instead of those that died, they are new interpreters, for which ``work`` must pickle.
    """

    def __init__(self, work: Work, jobs: int, *, forks: bool = sys.platform == "linux") -> None:
        self._work = work
        self._jobs = jobs
        self._workers: list[Worker] = []
        self._feeders: list[Thread] = []
        self._questions: Sequence[Any] = ()
        #: The first question that is in no list yet, the number of its list, and of the next one to
        #: take the answers of.
        self._start = self._number = self._awaited = 0
        #: By the numbers of lists, until they are taken.
        self._answers: dict[int, list[Any]] = {}
        self._failure: BaseException | None = None
        self._over = Event()
        #: Guards all of these, and tells of changes.
        self._changed = Condition()
        forked = self._fork() if forks and active_count() == 1 else []
        self._begin_with: list[Worker | None] = [*forked] or [None] * jobs

    def __enter__(self) -> Pool:  # noqa: PYI034 - Self is not in Python 3.10
        """Nothing to do: what is to be forked has been."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """End the workers: at once if there is still something to answer."""
        with self._changed:
            self._over.set()
            self._changed.notify_all()
            if kind or self._awaited < self._number:
                for worker in self._workers:
                    worker.kill()
        for feeder in self._feeders:
            feeder.join()
        for worker in self._workers:
            worker.end()

    def answers(self, questions: Sequence[Any]) -> Iterator[Any]:
        """The answers, in the order of the questions; can be asked for once.

        An answer is None if a worker could not give it, and ``Lost`` if it died of the question.
        """
        self._begin(questions)
        answered = 0
        while answered < len(questions):
            answers = self._awaited_answers()
            answered += len(answers)
            yield from answers

    def _begin(self, questions: Sequence[Any]) -> None:
        self._questions = questions
        self._feeders = [
            Thread(target=self._feed, args=(worker,), daemon=True) for worker in self._begin_with
        ]
        for feeder in self._feeders:
            feeder.start()

    def _fork(self) -> list[Worker]:
        """As many workers as there can be, none if that fails."""
        try:
            for _ in range(self._jobs):
                self._workers.append(Worker.forked(self._work, self._workers))
        except OSError:
            pass  # with fewer, it takes longer
        return self._workers

    def _awaited_answers(self) -> list[Any]:
        with self._changed:
            while self._awaited not in self._answers and not self._failure:
                self._changed.wait(_LONGEST_WAIT)
            if self._failure:
                raise self._failure
            answers = self._answers.pop(self._awaited)
            self._awaited += 1
            self._changed.notify_all()
            return answers

    def _feed(self, worker: Worker | None) -> None:
        """Ask a worker, or a new one, one list after the other."""
        try:
            worker = worker or self._new_worker()
            while list_ := self._next_list():
                worker, answers = self._ask(worker, list_.questions)
                with self._changed:
                    self._answers[list_.number] = answers
                    self._changed.notify_all()
        except BaseException as error:  # noqa: BLE001 - it is raised where answers are awaited
            with self._changed:
                self._failure = error
                self._changed.notify_all()

    def _next_list(self) -> _List | None:
        """A list as soon as it may be asked; None if there is none left."""
        with self._changed:
            most = self._jobs * _LISTS_AHEAD
            while not self._over.is_set() and self._number >= self._awaited + most:
                self._changed.wait()
            left = len(self._questions) - self._start
            if self._over.is_set() or not left:
                return None
            length = max(1, min(_MOST_IN_LIST, left // (self._jobs * _LISTS_LEFT)))
            questions = self._questions[self._start : self._start + length]
            self._start += length
            self._number += 1
            return _List(self._number - 1, questions)

    def _ask(
        self, worker: Worker | None, questions: Sequence[Any]
    ) -> tuple[Worker | None, list[Any]]:
        """The answers, and the worker for the next questions, which is another one if it died."""
        if worker is None:
            return None, [None] * len(questions)
        try:
            return worker, worker.ask(questions)
        except DiedError as error:
            return self._ask_one_by_one(questions, Lost(str(error)))

    def _ask_one_by_one(
        self, questions: Sequence[Any], lost: Lost
    ) -> tuple[Worker | None, list[Any]]:
        """The same for questions of which one has ended a worker: it is the one that does so again.

        If no other worker can be started, all of them are lost, as the process that asks would be.
        """
        worker = self._new_worker()
        answers: list[Any] = []
        for question in questions:
            try:
                answers += worker.ask([question]) if worker else [lost]
            except DiedError as error:  # noqa: PERF203 - seldom done
                answers.append(Lost(str(error)))
                worker = self._new_worker()
        return worker, answers

    def _new_worker(self) -> Worker | None:
        """A new interpreter; None if none can be started, or it is too late."""
        if self._over.is_set():
            return None
        try:
            worker = Worker.started(self._work)
        except OSError:
            return None
        with self._changed:
            self._workers.append(worker)
            if self._over.is_set():
                worker.kill()
        try:
            worker.wait_until_ready()
        except DiedError:
            return None
        return worker
