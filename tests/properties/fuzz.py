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
from collections.abc import Iterator, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from articlelint.cli import main
from tests.bounded import SECONDS, Ended, limit_memory
from tests.outputs import fault_of
from tests.properties.hostile_input import OUTSIDE, SECRET, SECRET_OF_SCHEMA, Case, case
from tests.runners import commands

#: What they write is for the runner.
_FOR_RUNNERS = ("azure", "github")


class Tried(NamedTuple):
    """How a run ended, and whether it left alone what is outside its folder."""

    ended: Ended
    is_outside_same: bool


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
    ended, is_outside_same = _run(tried)
    if not is_outside_same:
        yield "writes outside"
    if quoted := [each for each in _secrets(tried) if each in ended.out + ended.err]:
        yield f"quotes what is outside: {quoted}"
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


def _secrets(tried: Case) -> Iterator[str]:
    yield SECRET
    if "--schema" not in tried.arguments:
        yield SECRET_OF_SCHEMA


def _report(tried: Case, ended: Ended) -> str:
    """Where the report is: not beside the article."""
    return ended.err if tried.is_article_printed else ended.out


def _run(tried: Case) -> Tried:
    here, ours = os.getcwd(), Streams(sys.stdin, sys.stdout, sys.stderr)  # type: ignore[arg-type]
    theirs = Streams(*(TextIOWrapper(BytesIO(each), "utf-8") for each in (tried.stdin, b"", b"")))
    with TemporaryDirectory() as around:
        outside, folder = (os.path.join(around, name) for name in ("outside", "site"))
        _write(outside, {os.fsencode(name): text.encode() for name, text in OUTSIDE.items()})
        _write(folder, tried.files)
        for name, target in tried.links:
            os.symlink(target, os.path.join(os.fsencode(folder), name))
        before = _contents(outside)
        os.chdir(folder)
        sys.stdin, sys.stdout, sys.stderr = theirs
        try:
            main(tried.arguments)
        except SystemExit as end:
            status = end.code
        finally:
            sys.stdin, sys.stdout, sys.stderr = ours
            os.chdir(here)
        is_outside_same = _contents(outside) == before
    ended = Ended(status if isinstance(status, int) else 0, *map(_written, theirs[1:]))
    return Tried(ended, is_outside_same)


def _contents(folder: str) -> dict[str, bytes]:
    """Every file in a folder, which has no other folders."""
    return {each.name: Path(each).read_bytes() for each in os.scandir(folder)}


def _write(folder: str, files: Mapping[bytes, bytes]) -> None:
    os.makedirs(folder)
    for name, contents in files.items():
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
