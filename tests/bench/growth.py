"""How time grows with what there is much of: at n, 2n and 4n, as an exponent.

Time that grows with the number itself has the exponent 1, with its square 2. Work that is bounded
grows less, at last not at all. The figure at n includes what is the same for any number, so each n
is large enough for that to be little.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log2
from time import process_time
from typing import NamedTuple

#: Above this exponent, thousands of a kind would stop a run.
MOST = 1.2

_AGAIN = 2


class Growth(NamedTuple):
    """The seconds at n, 2n and 4n, and the exponent that they make."""

    n: int
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The logarithm of how many times as long it takes, by that of how many times as much."""
        return log2(self.seconds[-1] / self.seconds[0]) / (len(self.seconds) - 1)


#: Prepares the task for a number, outside of what is measured.
Task = Callable[[int], Callable[[], object]]


def grow(n: int, task: Task, rounds: int) -> Growth:
    """Measure a task for n, 2n and 4n. What is loaded on the first call is no growth.

    What seems to grow too much is measured again, up to twice, and the least times count: one that
    was disturbed by something else on the machine is seldom disturbed again.
    """
    task(1)()
    growth = _measured(n, task, rounds)
    for _ in range(_AGAIN):
        if growth.exponent <= MOST:
            break
        again = _measured(n, task, rounds)
        growth = Growth(n, tuple(map(min, growth.seconds, again.seconds)))
    return growth


def _measured(n: int, task: Task, rounds: int) -> Growth:
    return Growth(n, tuple(_seconds(task(times * n), rounds) for times in (1, 2, 4)))


def _seconds(task: Callable[[], object], rounds: int) -> float:
    """The least time of the processor, which what else the machine does changes least."""
    times = []
    for _ in range(rounds):
        start = process_time()
        task()
        times.append(process_time() - start)
    return min(times)
