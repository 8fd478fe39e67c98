"""Run articlelint in folders that a stranger may contribute, many in one process.

    python -m tests.properties.fuzz FIRST COUNT

writes the seed of each case before it is tried, and a line for each fault. The process may take no
more memory than a run, and a case no more time: one that does ends the process.
"""

# ruff: noqa: T201 - it prints
from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from tempfile import TemporaryDirectory
from typing import NamedTuple

from articlelint.cli import main
from tests.bounded import SECONDS, Ended, limit_memory
from tests.outputs import fault_of
from tests.properties.hostile_input import Case, case
from tests.runners import commands

#: What they write is for the runner.
_FOR_RUNNERS = ("azure", "github")


class Streams(NamedTuple):
    """Standard input, output and error of a run."""

    stdin: TextIOWrapper
    stdout: TextIOWrapper
    stderr: TextIOWrapper


def try_all(first: int, count: int) -> None:
    """Try the cases of some seeds in a row."""
    limit_memory()
    os.environ |= {"CI": "true", "SOURCE_DATE_EPOCH": "1700000000"}
    for seed in range(first, first + count):
        print(seed, flush=True)
        signal.alarm(SECONDS)
        for fault in faults(case(seed)):
            print(f"{seed}: {fault}", flush=True)
        signal.alarm(0)


def faults(tried: Case) -> Iterator[str]:
    """What a run in the folder of a case does that no contribution may make it do."""
    ended = _run(tried)
    if ended.status not in (0, 1, 2):
        yield f"ended with {ended.status}"
    lists_rules = "--show-config" in tried.arguments
    for text in (
        "Traceback",
        "articlelint has failed",
        *([] if lists_rules else ["internal-error"]),
    ):
        if text in ended.out + ended.err:
            yield f"says {text}: {ended.err[-500:]!r}"
    for log in (ended.err,) if tried.is_article_printed else (ended.err, ended.out):
        is_for_runners = tried.format in _FOR_RUNNERS and log is _report(tried, ended)
        if found := [] if is_for_runners else commands(log):
            yield f"commands a runner: {found}"
    is_read = tried.is_reported and ended.status != 2
    if is_read and (fault := fault_of(tried.format, ended.out)):
        yield f"writes {tried.format} that is not readable: {fault}"


def _report(tried: Case, ended: Ended) -> str:
    """Where the report is: not beside the article."""
    return ended.err if tried.is_article_printed else ended.out


def _run(tried: Case) -> Ended:
    here, ours = os.getcwd(), Streams(sys.stdin, sys.stdout, sys.stderr)  # type: ignore[arg-type]
    theirs = Streams(*(TextIOWrapper(BytesIO(each), "utf-8") for each in (tried.stdin, b"", b"")))
    with TemporaryDirectory() as folder:
        _write(folder, tried)
        os.chdir(folder)
        sys.stdin, sys.stdout, sys.stderr = theirs
        try:
            main(tried.arguments, prog_name="articlelint")
        except SystemExit as end:
            status = end.code
        finally:
            sys.stdin, sys.stdout, sys.stderr = ours
            os.chdir(here)
    return Ended(status if isinstance(status, int) else 0, *map(_written, theirs[1:]))


def _write(folder: str, tried: Case) -> None:
    for name, contents in tried.files.items():
        path = os.path.join(os.fsencode(folder), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(contents)


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer: BytesIO = stream.buffer  # type: ignore[assignment]
    return buffer.getvalue().decode(errors="surrogateescape")


if __name__ == "__main__":
    try_all(int(sys.argv[1]), int(sys.argv[2]))
