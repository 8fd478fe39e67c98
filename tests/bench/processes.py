"""Whole processes: how long they take, how much of the processor and how much memory.

For POSIX systems, where a process can be waited for together with what it has used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from subprocess import DEVNULL, PIPE, Popen
from time import perf_counter
from typing import NamedTuple

#: Python writes compiled modules, as it does for users: the first run is not counted.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
_MEGABYTE_OF_MAXRSS = 1024  # in kilobytes, as Linux counts
#: How much of what a failed process wrote is shown.
_SHOWN = 2_000


class Taken(NamedTuple):
    """What a process took, with all that it waited for; the memory is the peak of the largest.

    ``seconds`` are those of the clock, ``cpu`` those of the processors.
    """

    seconds: float
    cpu: float
    megabytes: float


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Command:
    """A command to measure: where, what to do before each run, and how it may end.

    What is done before is not measured.
    """

    arguments: Sequence[str]
    folder: str
    before: Callable[[], object] = _nothing
    statuses: Sequence[int] = (0, 1)
    environment: Mapping[str, str] = field(default_factory=lambda: ENVIRONMENT)


class FailedError(Exception):
    """A command ended otherwise than it should."""


def take(command: Command) -> Taken:
    """Run a command, and say what it took.

    The memory of a process counts from that of the one that starts it, so this one stays small: it
    imports nothing of articlelint.
    """
    command.before()
    start = perf_counter()
    process = Popen(
        command.arguments,
        cwd=command.folder,
        env=command.environment,
        stdin=DEVNULL,
        stdout=DEVNULL,
        stderr=PIPE,
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.statuses:
        words = said[-_SHOWN:].decode(errors="replace")
        raise FailedError(
            f"exit status {process.returncode}: {' '.join(command.arguments)}\n{words}"
        )
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MEGABYTE_OF_MAXRSS)


def in_turns(
    commands: Mapping[str, Command], rounds: int, *, first: bool = True
) -> dict[str, Taken]:
    """The medians of several rounds, in each of which every command has its turn.

    So what else the machine does changes all alike. The ``first`` round fills the caches of the
    system and writes compiled modules; it does not count.
    """
    if first:
        for command in commands.values():
            take(command)
    runs = [[take(command) for command in commands.values()] for _ in range(rounds)]
    return {
        name: Taken(*map(median, zip(*taken, strict=True)))
        for name, taken in zip(commands, zip(*runs, strict=True), strict=True)
    }
