"""Several workers that answer questions together, with the answers in their order."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from threading import Condition, Event, Thread, active_count
from types import TracebackType
from typing import Any

from articlelint.running.lost import Lost
from articlelint.running.worker import DiedError, Message, Work, Worker

#: How many lists a worker has at once: with the next one at hand, it never waits for this process.
_LISTS_AT_HAND = 2
#: How many bytes of answers are kept before their turn.
_MOST_BYTES = 1 << 25
#: Seconds: on Windows, nothing interrupts a wait before it ends.
_LONGEST_WAIT = 0.2

#: The answers to some questions, or what is instead of them.
_Answers = Message | list[Any]


class _List:
    """Questions that a worker is asked at once, and the answers so far."""

    def __init__(self, questions: Sequence[Any]) -> None:
        self.questions = questions
        #: How many of them were answered.
        self.answered = 0
        #: The answers that were not taken yet.
        self.answers: deque[_Answers] = deque()


class Pool:
    """Workers that answer questions until the context is left.

    They are copies of this process where that is safe, as is said by ``forks``; otherwise, and
    instead of those that died, they are new interpreters, for which ``work`` must pickle. Each has
    a thread here.
    """

    def __init__(self, work: Work, jobs: int, *, forks: bool = sys.platform == "linux") -> None:
        self._work = work
        self._workers: list[Worker] = []
        #: The lists of which not all answers were taken, and those that no worker has.
        self._asked: deque[_List] = deque()
        self._left: deque[_List] = deque()
        self._bytes_kept = 0
        self._failure: BaseException | None = None
        self._over = Event()
        #: Guards all of these, and tells of changes.
        self._changed = Condition()
        forked = self._fork(jobs) if forks and active_count() == 1 else []
        begin_with: list[Worker | None] = [*forked] or [None] * jobs
        self._feeding = len(begin_with)
        self._feeders = [
            Thread(target=self._feed, args=(each,), daemon=True) for each in begin_with
        ]
        for feeder in self._feeders:
            feeder.start()

    def __enter__(self) -> Pool:  # noqa: PYI034 - Self is not in Python 3.10
        """Nothing to do: the workers are there."""
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
            if self._asked:
                for worker in self._workers:
                    worker.kill()
        for feeder in self._feeders:
            feeder.join()
        for worker in self._workers:
            worker.end()

    def ask(self, questions: Sequence[Any]) -> None:
        """Have one of the workers answer a list of questions."""
        list_ = _List(questions)
        with self._changed:
            self._asked.append(list_)
            self._left.append(list_)
            self._changed.notify_all()

    def answers(self) -> Iterator[Any]:
        """The answers to the first list that was asked, and not taken before.

        An answer is None if a worker could not give it, and ``Lost`` if it died of the question.
        """
        left = len(self._asked[0].questions)
        while left:
            answers = self._next_answers()
            values = [*answers.values()] if isinstance(answers, Message) else answers
            left -= len(values)
            if not left:
                with self._changed:
                    self._asked.popleft()
                    self._changed.notify_all()
            yield from values

    def _next_answers(self) -> _Answers:
        first = self._asked[0]
        with self._changed:
            while not first.answers and self._feeding and not self._failure:
                self._changed.wait(_LONGEST_WAIT)
            if self._failure:
                raise self._failure
            if not first.answers:  # there are no workers any more
                return [None] * (len(first.questions) - first.answered)
            answers = first.answers.popleft()
            if isinstance(answers, Message):
                self._bytes_kept -= len(answers.data)
                self._changed.notify_all()
            return answers

    def _fork(self, jobs: int) -> list[Worker]:
        """As many workers as there can be, none if that fails."""
        try:
            for _ in range(jobs):
                self._workers.append(Worker.forked(self._work, self._workers))
        except OSError:
            pass  # with fewer, it takes longer
        return self._workers

    def _feed(self, worker: Worker | None) -> None:
        """Ask a worker, or a new one, one list after the other."""
        at_hand: deque[_List] = deque()
        try:
            worker = worker or self._new_worker()
            while worker and self._fill(worker, at_hand):
                worker = self._hear(worker, at_hand)
        except BaseException as error:  # noqa: BLE001 - it is raised where answers are awaited
            self._failure = error
        with self._changed:
            self._left.extendleft(reversed(at_hand))
            self._feeding -= 1
            self._changed.notify_all()

    def _fill(self, worker: Worker, at_hand: deque[_List]) -> bool:
        """Ask the next lists; returns whether there is anything to answer."""
        while len(at_hand) < _LISTS_AT_HAND and (list_ := self._take(waits=not at_hand)):
            at_hand.append(list_)
            worker.ask(list_.questions)
        return bool(at_hand)

    def _take(self, *, waits: bool) -> _List | None:
        """A list that no worker has; None if there is none, or none ever."""
        with self._changed:
            while waits and not self._left and not self._over.is_set():
                self._changed.wait()
            return None if self._over.is_set() or not self._left else self._left.popleft()

    def _hear(self, worker: Worker, at_hand: deque[_List]) -> Worker | None:
        """Get some answers to the first list; returns the worker for more, another if it died."""
        first, *others = at_hand
        self._wait_for_room(at_hand)
        next_worker: Worker | None = worker
        try:
            self._add(first, worker.receive())
        except DiedError as error:
            next_worker = self._ask_one_by_one(first, Lost(str(error)))
            if next_worker:
                for each in others:
                    next_worker.ask(each.questions)
        if first.answered == len(first.questions):
            at_hand.popleft()
        return next_worker

    def _ask_one_by_one(self, list_: _List, lost: Lost) -> Worker | None:
        """Ask what a worker has not answered when it ended: what has ended it does so again.

        If no other worker can be started, all of it is lost, as the process that asks would be.
        """
        worker = self._new_worker()
        for question in list_.questions[list_.answered :]:
            try:
                if worker:
                    worker.ask([question])
                    self._add(list_, worker.receive())
                else:
                    self._add(list_, [lost])
            except DiedError as error:  # noqa: PERF203 - seldom done
                self._add(list_, [Lost(str(error))])
                worker = self._new_worker()
        return worker

    def _wait_for_room(self, at_hand: Collection[_List]) -> None:
        """Wait until there is room for more answers: for the first list of all, there always is."""
        with self._changed:
            while (
                self._bytes_kept > _MOST_BYTES
                and self._asked[0] not in at_hand
                and not self._over.is_set()
            ):
                self._changed.wait()

    def _add(self, list_: _List, answers: _Answers) -> None:
        with self._changed:
            if isinstance(answers, Message):
                list_.answered += answers.number
                self._bytes_kept += len(answers.data)
            else:
                list_.answered += len(answers)
            list_.answers.append(answers)
            self._changed.notify_all()

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
            worker.receive()
        except DiedError:
            return None
        return worker
