"""Workers answer in order, die one by one, and leave nothing behind."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from articlelint.running import pool as pools
from articlelint.running import worker as workers
from articlelint.running.lost import Lost
from articlelint.running.pool import Pool
from articlelint.running.worker import DiedError, Work, Worker

pytestmark = pytest.mark.posix

#: Whether workers are copies of this process or new interpreters.
BOTH = pytest.mark.parametrize("forks", [True, False], ids=["forked", "started"])
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems number otherwise")
JOBS = 2


def double(number: int) -> int:
    return 2 * number


def process_of(_question: object) -> int:
    return os.getpid()


def garbage_of(_question: object) -> tuple[int, bool, bool]:
    """After how many objects garbage is looked for, whether it is, and whether some never is."""
    return gc.get_threshold()[0], gc.isenabled(), gc.get_freeze_count() > 0


def slow_at_first(number: int) -> int:
    time.sleep(0.05 if number == 0 else 0)
    return number


def obey(question: str) -> object:
    """Do what a question says."""
    word, _, rest = question.partition(" ")
    if word == "exit":
        os._exit(int(rest))
    if word == "kill":
        os.kill(os.getpid(), int(rest))
    if word == "raise":
        raise {"ValueError": ValueError, "KeyboardInterrupt": KeyboardInterrupt}[rest]
    return question


class NoUseElsewhere:
    """What a new interpreter cannot read."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.getenv, ("PATH", "PATH", "one too many")

    def __call__(self, question: Any) -> Any:
        return obey(question)


def lists(questions: Sequence[Any], most: int = 16) -> Iterator[Sequence[Any]]:
    """The questions as they are asked."""
    return (questions[start : start + most] for start in range(0, len(questions), most))


def asked(work: Work, questions: Sequence[Any], *, forks: bool) -> list[Any]:
    with Pool(work, JOBS, forks=forks) as pool:
        for each in lists(questions):
            pool.ask(each)
        return [answer for _ in lists(questions) for answer in pool.answers()]


def children() -> list[str]:
    """The processes that this one has started and not waited for."""
    mine = Path(f"/proc/{os.getpid()}/task")
    with suppress(OSError):  # not Linux
        return [pid for each in mine.iterdir() for pid in (each / "children").read_text().split()]
    return []


@BOTH
@pytest.mark.parametrize("count", [0, 1, 2, 65, 1000])
def test_answers_are_in_the_order_of_the_questions(count: int, *, forks: bool) -> None:
    assert asked(double, range(count), forks=forks) == [2 * each for each in range(count)]
    assert children() == []


def test_the_work_is_done_by_other_processes() -> None:
    processes = set(asked(process_of, range(1000), forks=True))
    assert processes
    assert os.getpid() not in processes


def test_answers_wait_for_an_earlier_one() -> None:
    assert asked(slow_at_first, range(500), forks=True) == [*range(500)]


class Long:
    """Gives long answers, after the first one only if a file is there."""

    def __init__(self, gate: Path) -> None:
        self._gate = gate

    def __call__(self, number: int) -> bytes:
        if number == 0:
            wait_until(self._gate.exists)
        return bytes([number]) * 100_000


def test_few_answers_wait_for_an_earlier_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pools, "_MOST_BYTES", 250_000)
    gate = tmp_path / "gate"
    with Pool(Long(gate), JOBS) as pool:
        for each in range(40):
            pool.ask([each])
        wait_until(lambda: pool._bytes_kept > 250_000)
        time.sleep(0.1)  # more than it takes to answer all
        assert pool._bytes_kept < 310_000
        gate.touch()
        found = [answer for _ in range(40) for answer in pool.answers()]
    assert found == [bytes([each]) * 100_000 for each in range(40)]
    assert children() == []


def test_an_answer_is_not_kept_twice() -> None:
    with Pool(double, JOBS) as pool:
        pool.ask(range(3))
        assert [*pool.answers()] == [0, 2, 4]
        assert pool._bytes_kept == 0
        pool.ask([5])
        assert [*pool.answers()] == [10]


def test_a_list_of_long_answers_is_sent_in_parts(tmp_path: Path) -> None:
    (tmp_path / "gate").touch()
    with Pool(Long(tmp_path / "gate"), JOBS) as pool:
        pool.ask(range(9))
        assert [*pool.answers()] == [bytes([each]) * 100_000 for each in range(9)]


@BOTH
@pytest.mark.parametrize(
    ("command", "how"),
    [
        ("exit 3", "with exit status 3"),
        ("kill 9", "by signal SIGKILL"),
        ("kill 15", "by signal SIGTERM"),
        pytest.param("kill 40", "by signal 40", marks=ON_LINUX),  # one of those without a name
    ],
)
def test_only_the_question_that_ends_a_worker_is_lost(
    command: str, how: str, *, forks: bool
) -> None:
    questions = [f"say {each}" for each in range(100)]
    questions[40] = questions[70] = command
    expected: list[Any] = [*questions]
    expected[40] = expected[70] = Lost(how)
    assert asked(obey, questions, forks=forks) == expected
    assert children() == []


def test_all_questions_are_lost() -> None:
    assert asked(obey, ["exit 1"] * 5, forks=True) == [Lost("with exit status 1")] * 5


@BOTH
@pytest.mark.parametrize("error", ["ValueError", "KeyboardInterrupt"])
def test_an_error_is_for_whoever_asks(error: str, *, forks: bool) -> None:
    assert asked(obey, [f"raise {error}"], forks=forks) == [None]


def test_only_the_question_with_an_error_has_no_answer() -> None:
    assert asked(obey, ["a", "raise ValueError", "b"], forks=True) == ["a", None, "b"]


def test_new_interpreters_look_for_garbage_seldom() -> None:
    assert asked(garbage_of, [0], forks=False) == [(50_000, True, True)]


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_no_interpreter_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert asked(obey, ["a", "b"], forks=False) == [None, None]
    monkeypatch.setattr(pools, "active_count", lambda: 1)  # whatever other tests have left
    lost = Lost("with exit status 1")
    assert asked(obey, ["exit 1", "exit 1"], forks=True) == [lost, lost]


def test_no_process_can_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Worker:
        raise BlockingIOError

    monkeypatch.setattr(Worker, "forked", fail)
    monkeypatch.setattr(pools, "active_count", lambda: 1)  # whatever other tests have left
    assert asked(obey, ["a", "b"], forks=True) == ["a", "b"]


def test_an_interpreter_that_cannot_read_the_work() -> None:
    assert asked(NoUseElsewhere(), ["a", "b"], forks=False) == [None, None]


def test_work_that_does_not_pickle() -> None:
    with pytest.raises((AttributeError, TypeError, ValueError), match="pickle"):
        asked(lambda each: each, ["a"], forks=False)
    assert children() == []


@ON_LINUX
def test_a_worker_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 0.05)
    worker = Worker.forked(obey)
    worker.ask([f"kill {int(signal.SIGSTOP)}"])
    wait_until(lambda: state_of_child() == "T")
    worker.end()
    assert children() == []


def state_of_child() -> str:
    """The state of the only child of this process, as ``ps`` tells it."""
    (child,) = children()
    return Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0]


def test_what_has_ended_is_not_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker.forked(obey)
    worker.ask(["exit 3"])
    with pytest.raises(DiedError, match="with exit status 3"):
        worker.receive()
    killed: list[int] = []
    monkeypatch.setattr(os, "kill", lambda pid, _: killed.append(pid))
    monkeypatch.setattr(os, "killpg", lambda pid, _: killed.append(pid))
    worker.kill()
    worker._process.kill()
    worker.end()
    assert killed == []


def test_a_worker_ends_if_nobody_reads_its_answers() -> None:
    worker = Worker.forked(double)
    worker._answers.close()
    worker.ask([1])
    wait_until(lambda: worker._process.poll() is not None)
    assert worker._process.poll() == 0
    worker.end()
    assert children() == []


@pytest.mark.parametrize("length", [0, 5, 11, 12, 20])
def test_a_part_of_a_message_is_none(length: int) -> None:
    stream = BytesIO()
    messages = workers._Messages()
    messages.add("a text of some length")
    messages.send(stream)
    with pytest.raises(EOFError):
        workers._receive(BytesIO(stream.getvalue()[:length]))
    (value,) = workers._receive(BytesIO(stream.getvalue())).values()
    assert value == "a text of some length"


def test_a_system_without_groups_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "killpg")
    with suppress(KeyboardInterrupt), Pool(time.sleep, JOBS) as pool:
        pool.ask([60])
        raise KeyboardInterrupt
    assert children() == []


def shout(text: str) -> str:
    print(text)  # noqa: T201 - where it goes is what is tested
    return text.upper()


@BOTH
def test_what_is_printed_is_no_answer(*, forks: bool) -> None:
    assert asked(shout, ["a", "b"], forks=forks) == ["A", "B"]


@BOTH
def test_an_error_of_whoever_asks_ends_all(*, forks: bool) -> None:
    def interrupted() -> None:
        with Pool(time.sleep, JOBS, forks=forks) as pool:
            for each in lists([0.01] * 2 + [60] * 6, 1):
                pool.ask(each)
            next(pool.answers())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert children() == []


def sleeping_program(noted: str) -> object:
    """Start a program that notes its number in a file, and wait for it."""
    program = f"import os, time; open({noted!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    return subprocess.run([sys.executable, "-c", program], check=False)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(is_so: Callable[[], object]) -> None:
    until = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_what_a_worker_has_started_ends_with_it(tmp_path: Path) -> None:
    noted = tmp_path / "noted"

    def interrupted() -> None:
        with Pool(sleeping_program, 1) as pool:
            pool.ask([str(noted)])
            wait_until(lambda: noted.exists() and noted.read_text())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    wait_until(lambda: not is_alive(int(noted.read_text())))


OF_A_KILLED_RUN = """
import sys
from articlelint.running.pool import Pool
from tests.unit.running.test_pool import process_of

with Pool(process_of, 2, forks=sys.argv[1] == "True") as pool:
    while True:
        pool.ask(range(100))
        for each in pool.answers():
            print(each, flush=True)
"""


@BOTH
def test_workers_end_if_whoever_asks_is_killed(*, forks: bool) -> None:
    command = [sys.executable, "-c", OF_A_KILLED_RUN, str(forks)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        worker = int(process.stdout.readline())
        process.kill()
        process.communicate()  # until the workers, too, have closed its output
    wait_until(lambda: not is_alive(worker))
