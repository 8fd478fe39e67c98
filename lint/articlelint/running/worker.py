"""A process of its own that answers questions, one list after the other.

It does without ``multiprocessing``: that imports whatever the current folder holds under the name
of one of its modules, and its pools do not tell which question has ended a process.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from threading import Lock
from time import monotonic, sleep
from typing import IO, Any, Protocol

#: Answers a question. To be sent to a new interpreter, it must pickle.
Work = Callable[[Any], Any]

#: How many bytes before each message tell its length.
_HEAD = 8
#: Seconds that a process may take to end after its pipes are closed.
_PATIENCE = 1.0
_POLL = 0.001
#: With the path of this process: without it, a module of the current folder could be imported.
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from articlelint.running.worker import answer_standard_input; answer_standard_input()"
)


class DiedError(Exception):
    """A worker ended before it answered; the text says how."""


class _Process(Protocol):
    """What is asked of a process, as ``subprocess.Popen`` has it."""

    @property
    def pid(self) -> int: ...

    def poll(self) -> int | None: ...

    def kill(self) -> None: ...


class Worker:
    """A process and our ends of its pipes. Whoever starts one calls ``end`` or ``kill``."""

    def __init__(self, process: _Process, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._process = process
        self._questions = questions
        self._answers = answers

    @classmethod
    def forked(cls, work: Work, others: Iterable[Worker] = ()) -> Worker:
        """A copy of this process, which must have no other threads. Raises OSError.

        It closes what it inherits of ``others``, so that they notice when this process ends.
        """
        questions, to_worker = os.pipe()
        from_worker, answers = os.pipe()
        pid = os.fork()
        if pid == 0:
            of_others = [fd for each in others for fd in each.descriptors()]
            _be_forked(work, questions, answers, [to_worker, from_worker, *of_others])
        os.close(questions)
        os.close(answers)
        return cls(_Forked(pid), os.fdopen(to_worker, "wb"), os.fdopen(from_worker, "rb"))

    @classmethod
    def started(cls, work: Work) -> Worker:
        """A new interpreter. Raises OSError; ``wait_until_ready`` tells whether it works."""
        message = _message(work)
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-X", f"utf8={sys.flags.utf8_mode}", "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        assert process.stdin  # noqa: S101 - for the type checker
        assert process.stdout  # noqa: S101 - likewise
        worker = cls(process, process.stdin, process.stdout)
        worker._write(message)
        return worker

    def wait_until_ready(self) -> None:
        """Wait until a new interpreter is ready. Raises DiedError."""
        self._receive()

    def ask(self, questions: Sequence[Any]) -> list[Any]:
        """An answer to each question, None to one that it could not answer. Raises DiedError."""
        self._write(_message(questions))
        answers: list[Any] = self._receive()
        return answers

    def end(self) -> None:
        """Let it end, and wait for that; it must have answered everything."""
        with suppress(BrokenPipeError):
            self._questions.close()
        self._answers.read()
        self._status()
        self._answers.close()

    def kill(self) -> None:
        """End it at once, with all that it has started; it answers no more."""
        if self._process.poll() is None:
            if hasattr(os, "killpg"):
                with suppress(OSError):  # it may not have made its own group yet
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()

    def descriptors(self) -> tuple[int, int]:
        """The descriptors of our ends of its pipes."""
        return self._questions.fileno(), self._answers.fileno()

    def _write(self, message: bytes) -> None:
        with suppress(BrokenPipeError):  # it has ended, so there will be no answer either
            _write(self._questions, message)

    def _receive(self) -> Any:
        try:
            return _receive(self._answers)
        except EOFError:
            raise DiedError(_how_it_ended(self._status())) from None

    def _status(self) -> int:
        """How it ended, which has closed its pipes: an exit status, or a signal, negative."""
        until = monotonic() + _PATIENCE
        while (status := self._process.poll()) is None:
            if monotonic() > until:
                self.kill()
            sleep(_POLL)
        return status


class _Forked:
    """A child of this process. Threads may ask for it at once."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._status: int | None = None
        self._lock = Lock()

    def poll(self) -> int | None:
        with self._lock:
            if self._status is None:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                self._status = os.waitstatus_to_exitcode(status) if pid else None
            return self._status

    def kill(self) -> None:
        with self._lock:
            if self._status is None:  # afterwards, its number may be that of another process
                os.kill(self.pid, signal.SIGKILL)


def _how_it_ended(status: int) -> str:
    if status >= 0:
        return f"with exit status {status}"
    with suppress(ValueError):
        return f"by signal {signal.Signals(-status).name}"
    return f"by signal {-status}"


def _be_forked(work: Work, questions: int, answers: int, not_ours: Iterable[int]) -> None:
    """Answer questions until there are no more, and end: nothing else of the copy ever runs."""
    try:
        os.setsid()  # so that a terminal's ^C is for the process that asks
        for each in not_ours:
            os.close(each)
        with os.fdopen(questions, "rb") as asked, os.fdopen(answers, "wb") as answered:
            answer_all(work, asked, answered)
    finally:
        os._exit(0)


def answer_standard_input() -> None:
    """Answer the questions on standard input, after the work to do: what a new interpreter does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(BrokenPipeError):
        work = _receive(sys.stdin.buffer)
        _write(sys.stdout.buffer, _message("ready"))
        answer_all(work, sys.stdin.buffer, sys.stdout.buffer)


def answer_all(work: Work, questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer lists of questions until there are no more, or nobody reads the answers."""
    with suppress(EOFError, BrokenPipeError):
        while True:
            _write(answers, _message([_answer(work, each) for each in _receive(questions)]))


def _answer(work: Work, question: Any) -> Any:
    try:
        return work(question)
    except BaseException:  # noqa: BLE001 - who asked does the work, and meets the same error
        return None


def _message(value: Any) -> bytes:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(_HEAD, "big") + data


def _write(stream: IO[bytes], message: bytes) -> None:
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    """The next message. Raises EOFError if there is none, or not all of it."""
    head = stream.read(_HEAD)
    data = stream.read(int.from_bytes(head, "big"))
    if len(head) < _HEAD or len(data) < int.from_bytes(head, "big"):
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - from a process of ours
