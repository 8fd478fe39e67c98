"""How many processor cores this process may use."""

from __future__ import annotations

import os

#: The quota of a container (control groups, version 2): microseconds of processor time in a period.
_QUOTA = "/sys/fs/cgroup/cpu.max"


def usable_cores() -> int:
    """The cores that the process may use, at least one; a part of one counts as one."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux has it
        cores = os.cpu_count() or 1
    return min(cores, _quota() or cores)


def _quota() -> int | None:
    """How many cores the container may use; None if that is not limited."""
    try:
        with open(_QUOTA, encoding="ascii") as file:
            time, period = map(int, file.read().split())
    except (OSError, ValueError):  # not Linux, or `max`
        return None
    return max(1, -(-time // period))
