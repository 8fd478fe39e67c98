"""How long a made collection takes, and how much memory: cold, warm, and with one changed file.

A script to run by hand; no test depends on a clock:

    python tests/bench/bench_collection.py [--articles N] [--seed S]

The collection is made in a temporary folder and committed to git. Times depend on the machine and
on what else it does: look at the ratios. Memory is the peak of the largest process of a run.
"""

# ruff: noqa: T201 - it prints
from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen, run
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import NamedTuple

sys.path.append(str(Path(__file__).parents[2]))  # where a script does not look for other tests

from tests.bench.collection import ARTICLES, FEWEST, SEED, Expected, make

#: How often what takes little time is measured, and how often a run over all files.
_ROUNDS, _ROUNDS_OF_ALL = 11, 3
#: So long after a file was written, its time stamp tells whether it was changed again.
_SETTLED = 3
_CLICK = [sys.executable, "-c", "import click"]
_GIT = ["git", "-c", "core.fsmonitor=false"]
#: What tells which files differ from a commit. Both can run at once.
_LISTING = (
    [*_GIT, "diff-index", "--name-only", "-z", "HEAD"],
    [*_GIT, "ls-files", "--others", "--exclude-standard", "-z"],
)


class Taken(NamedTuple):
    """The seconds and the megabytes of a run."""

    seconds: float
    megabytes: float


class Bench:
    """Runs of articlelint in a collection."""

    def __init__(self, folder: str, expected: list[Expected]) -> None:
        self._folder = folder
        self._expected = expected
        self._changed = 0
        self._found = os.path.join(folder, ".git", "found.json")
        self._cache = os.path.join(folder, ".git", "cache")

    def lint(self, *arguments: str) -> Taken:
        """A run with the cache of the bench."""
        return self._lint("--cache-dir", self._cache, *arguments)

    def lint_without_cache(self) -> Taken:
        """A run that remembers nothing."""
        return self._lint("--no-cache")

    def _lint(self, *arguments: str) -> Taken:
        options = ["--quiet", "--format", "json", "--output-file", self._found]
        command = [sys.executable, "-m", "articlelint", "check", *options]
        return self.taken([*command, *arguments])

    def taken(self, command: list[str]) -> Taken:
        """A process, with all that it waits for."""
        start = perf_counter()
        process = Popen(command, cwd=self._folder)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"{' '.join(command)}: exit status {process.returncode}")
        return Taken(seconds, usage.ru_maxrss / 1024)

    def listing(self) -> Taken:
        """What git takes to list the files that have changed."""
        start = perf_counter()
        processes = [Popen(each, cwd=self._folder, stdout=DEVNULL) for each in _LISTING]
        for each in processes:
            each.wait()
        return Taken(perf_counter() - start, 0)

    def verdict(self) -> str:
        """Whether the last run has found what must be found, and nothing else."""
        expected = {(each.rule, each.file) for each in self._expected}
        expected |= {(each.rule, each.related) for each in self._expected if each.related}
        with open(self._found, encoding="utf-8") as file:
            found = {(each["rule"], each["path"]) for each in json.load(file)}
        missed, others = len(expected - found), len(found - expected)
        return f"{len(expected & found)} faults found, {missed} missed, {others} others reported"

    def change_one(self) -> str:
        """Change the title of an article that has a fault. Returns the file."""
        file = self._expected[self._changed].file
        self._changed += 1
        path = Path(self._folder, file)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('title: "', 'title: "Again: ', 1), encoding="utf-8")
        return file


def main() -> None:
    """Make a collection, and measure."""
    parser = ArgumentParser(description="Measure articlelint on a made collection.")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    if options.articles < FEWEST:
        parser.error(f"--articles must be at least {FEWEST}")
    with TemporaryDirectory() as folder:
        start = perf_counter()
        expected = make(folder, options.articles, options.seed)
        print(f"{options.articles} articles made in {perf_counter() - start:.1f} s")
        _commit(folder)
        _print_all(Bench(folder, expected))


def _commit(folder: str) -> None:
    person = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"]
    run([*_GIT, "init", "--quiet"], cwd=folder, check=True)
    run([*_GIT, "add", "."], cwd=folder, check=True)
    run([*_GIT, *person, "commit", "--quiet", "--message=all"], cwd=folder, check=True)
    sleep(_SETTLED)


def _print_all(bench: Bench) -> None:
    cold = bench.lint()
    print(bench.verdict())
    _print("cold", cold)
    _print("warm", _median([bench.lint() for _ in range(_ROUNDS_OF_ALL)]), cold, "cold")
    changed = []
    for _ in range(_ROUNDS_OF_ALL):
        bench.change_one()
        changed.append(bench.lint())
    print(bench.verdict())
    _print("one file changed", _median(changed), cold, "cold")
    _print("without a cache", bench.lint_without_cache(), cold, "cold")
    file = bench.change_one()
    rounds = [
        (bench.lint("--", file), bench.taken(_CLICK), bench.listing()) for _ in range(_ROUNDS)
    ]
    hook, click, git = (_median(list(each)) for each in zip(*rounds, strict=True))
    _print('python -c "import click"', click)
    _print("git lists what has changed", git)
    limit = Taken(3 * click.seconds + git.seconds, 0)
    _print("the hook on one changed file", hook, limit, "3 times click and git")


def _median(runs: list[Taken]) -> Taken:
    return Taken(*(median(each) for each in zip(*runs, strict=True)))


def _print(name: str, taken: Taken, other: Taken | None = None, of: str = "") -> None:
    memory = f"{taken.megabytes:6.0f} MB" if taken.megabytes else " " * 9
    ratio = f"  {taken.seconds / other.seconds:5.2f} of {of}" if other else ""
    print(f"  {name:<30} {taken.seconds:8.3f} s {memory}{ratio}")


if __name__ == "__main__":
    main()
