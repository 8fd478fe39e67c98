"""A run of the command line that may take no more than 10 seconds and 2 GB."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

SECONDS = 10
BYTES = 2 * 1000**3


class Ended(NamedTuple):
    """How a run ended, and what it wrote to standard output and to standard error."""

    status: int
    out: str
    err: str


def bounded(*arguments: str, stdin: str = "", **variables: str) -> Ended:
    """Run articlelint in a process of its own; fail if it takes longer."""
    done = subprocess.run(
        [sys.executable, "-m", "articlelint", *arguments],
        env={**unmeasured(), **variables},
        input=stdin.encode(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=limit_memory,
    )
    out, err = (each.decode(errors="surrogateescape") for each in (done.stdout, done.stderr))
    return Ended(done.returncode, out, err)


def unmeasured() -> dict[str, str]:
    """The environment without coverage, which makes a process several times as slow."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def limit_memory() -> None:
    """Let this process take no more than ``BYTES``."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
