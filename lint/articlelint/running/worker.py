"""A process of its own that answers questions, one list after the other.

It does without ``multiprocessing``: that imports whatever the current folder holds under the name
of one of its modules, and its pools do not tell which question has ended a process.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from queue import SimpleQueue
from struct import Struct
from threading import Lock, Thread
from time import monotonic, sleep
from typing import IO, Any, NamedTuple, NoReturn, Protocol

from articlelint.running.garbage import look_seldom

#: Answers a question. To be sent to a new interpreter, it must pickle.
Work = Callable[[Any], Any]

#: How many values a message holds and how many bytes they take, before these.
_HEAD = Struct(">IQ")
#: After how many bytes of answers a message is sent: some answers are long.
_MOST_BYTES = 1 << 18
#: Seconds that a process may take to end after its pipes are closed: it has nothing to do then.
_PATIENCE = 10.0
_POLL = 0.001
#: With the path of this process: without it, a module of the current folder could be imported.
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from articlelint.running.worker import answer_standard_input; answer_standard_input()"
)


class DiedError(Exception):
    """A worker ended before it answered; the text says how."""


class Message(NamedTuple):
    """Some values as they are sent: unpickled only by whoever needs them."""

    number: int
    data: bytes

    def values(self) -> Iterator[Any]:
        """The values, which may be asked for once."""
        unpickler = pickle.Unpickler(BytesIO(self.data))  # noqa: S301 - from a process of ours
        return (unpickler.load() for _ in range(self.number))


class _Process(Protocol):
    """What is asked of a process, as ``subprocess.Popen`` has it."""

    @property
    def pid(self) -> int: ...

    def poll(self) -> int | None: ...

    def kill(self) -> None: ...


class Worker:
    """A process and our ends of its pipes. Whoever starts one calls ``end``."""

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
        not_its = [to_worker, from_worker, *(fd for each in others for fd in each.descriptors())]
        pid = os.fork() or _be_forked(work, questions, answers, not_its)
        os.close(questions)
        os.close(answers)
        return cls(_Forked(pid), os.fdopen(to_worker, "wb"), os.fdopen(from_worker, "rb"))

    @classmethod
    def started(cls, work: Work) -> Worker:
        """A new interpreter. Raises OSError; ``receive`` once to know that it is ready."""
        messages = _Messages()
        messages.add(work)
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
        worker._send(messages)
        return worker

    def ask(self, questions: Sequence[Any]) -> None:
        """Ask a list of questions. More may be asked before the answers are received."""
        messages = _Messages()
        messages.add([*questions])
        self._send(messages)

    def receive(self) -> Message:
        """Some of the next answers: one to each question, None if it has none. Raises DiedError."""
        try:
            return _receive(self._answers)
        except EOFError:
            raise DiedError(_how_it_ended(self._status())) from None

    def end(self) -> None:
        """Have it end, and wait for that."""
        with suppress(BrokenPipeError):
            self._questions.close()
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

    def _send(self, messages: _Messages) -> None:
        with suppress(BrokenPipeError):  # it has ended, so there will be no answer either
            messages.send(self._questions)

    def _status(self) -> int:
        """How it ended, as its pipes are closed: an exit status, or a signal, negative."""
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


def _be_forked(work: Work, questions: int, answers: int, not_ours: Iterable[int]) -> NoReturn:
    """Answer questions until there are no more, and end: nothing else of the copy ever runs."""
    try:
        gc.freeze()  # what is shared would be copied where the collector writes to it
        os.setsid()  # so that a terminal's ^C is for the process that asks
        for each in not_ours:
            os.close(each)
        answer_all(work, os.fdopen(questions, "rb"), os.fdopen(answers, "wb"))
    finally:
        os._exit(0)


def answer_standard_input() -> None:
    """Answer the questions on standard input, after the work to do: what a new interpreter does.

    What is printed meanwhile goes to standard error.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # while all is imported
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    (work,) = _receive(sys.stdin.buffer).values()
    look_seldom()
    ready = _Messages()
    ready.add("ready")
    with suppress(BrokenPipeError):
        ready.send(answers)
        answer_all(work, sys.stdin.buffer, answers)


def answer_all(work: Work, questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer lists of questions. Ends the process as soon as nobody can ask any more."""
    asked: SimpleQueue[Message] = SimpleQueue()
    Thread(target=_listen, args=(questions, asked), daemon=True).start()
    messages = _Messages()
    with suppress(BrokenPipeError):
        while True:
            (list_,) = asked.get().values()
            for question in list_:
                messages.add(_answer(work, question))
                if messages.size > _MOST_BYTES:
                    messages.send(answers)
            messages.send(answers)


def _listen(questions: IO[bytes], asked: SimpleQueue[Message]) -> None:
    with suppress(EOFError):
        while True:
            asked.put(_receive(questions))
    os._exit(0)


def _answer(work: Work, question: Any) -> Any:
    try:
        return work(question)
    except BaseException:  # noqa: BLE001 - who asked does the work, and meets the same error
        return None


class _Messages:
    """Values that are to be sent in one message, and then those of the next one."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._count = 0
        self._data = BytesIO()
        self._pickler = pickle.Pickler(self._data, pickle.HIGHEST_PROTOCOL)

    @property
    def size(self) -> int:
        """How many bytes the values take so far."""
        return self._data.tell()

    def add(self, value: Any) -> None:
        """Add a value. What is the same as in one before is not repeated."""
        self._pickler.dump(value)
        self._count += 1

    def send(self, stream: IO[bytes]) -> None:
        """Send what was added. Raises BrokenPipeError."""
        if self._count:
            stream.write(_HEAD.pack(self._count, self.size))
            stream.write(self._data.getbuffer())
            stream.flush()
            self._begin()


def _receive(stream: IO[bytes]) -> Message:
    """The next message. Raises EOFError if there is none, or not all of it."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    count, size = _HEAD.unpack(head)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return Message(count, data)
