"""How long articles and a start take, and how time grows with what there is much of.

A script to run by hand; no test depends on a clock:

    python tests/bench/bench.py [FOLDER]

Times depend on the machine and on what else it does. So each figure is the median of several
rounds, in which the things to compare take turns: look at the ratios. Those of growth are of the
time of the processor: an exponent above 1.2 is marked, and a fault if it is so again.
"""

# ruff: noqa: T201 - it prints
from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

from articlelint import SourceFile, rules
from articlelint.engine.check import Checker
from articlelint.running.discover import discover
from articlelint.schema.loading import store
from articlelint.settings.config import make_config
from articlelint.settings.config_tree import ConfigTree

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
ROUNDS = 11
#: How many articles a round checks at least: the clock is too coarse for a few.
BATCH = 300


def main() -> None:
    paths = [
        each.path
        for each in discover(sys.argv[1:] or [str(EXAMPLES)], ConfigTree(search=False)).files
    ]
    data = [Path(path).read_bytes() for path in paths]
    _print_articles(data * -(-BATCH // len(data)))
    _print_growth()
    _print_start(next(path for path, each in zip(paths, data, strict=True) if _is_sound(each)))


def _print_articles(data: list[bytes]) -> None:
    """Time checks that do more and more; the differences are the parts."""
    off = make_config({"rules": dict.fromkeys(rules.checking(), "off")})
    schema = store.bundled(store.DEFAULT_SCHEMA)
    reading, with_schema, with_rules = _medians(
        _checking(data, Checker(store.from_mapping({}), off)),
        _checking(data, Checker(schema, off)),
        _checking(data, Checker(schema, make_config({}))),
    )
    parts = {
        "reading": reading,
        "schema": with_schema - reading,
        "rules": with_rules - with_schema,
        "whole": with_rules,
    }
    broken = sum(not _is_sound(each) for each in data)
    print(f"One article, of {len(data)} with {broken} broken ones among them")
    for name, seconds in parts.items():
        share = 100 * seconds / with_rules
        print(f"  {name:<8} {1000 * seconds / len(data):7.3f} ms {share:4.0f} %")


def _print_growth() -> None:
    """Time n, 2n and 4n of each kind of which there may be much."""
    sys.path.append(str(ROOT))  # where a script does not look for other tests
    from tests.bench.growth import MOST, growths

    print("Growth, by n, 2n and 4n")
    for name, growth in growths():
        times = " ".join(f"{1000 * each:7.1f}" for each in growth.seconds)
        mark = "  too much" if growth.exponent > MOST else ""
        print(f"  {name:<34} {growth.n:6} {times} ms {growth.exponent:5.2f}{mark}")


def _print_start(path: str) -> None:
    """Time whole processes, beside what the interpreter and click alone take."""
    commands: Mapping[str, list[str]] = {
        'python -c ""': ["-c", ""],
        'python -c "import click"': ["-c", "import click"],
        "articlelint ONE_FILE": ["-m", "articlelint", "--quiet", path],
    }
    times = dict(zip(commands, _medians(*map(_running, commands.values())), strict=True))
    print("One start")
    for name, seconds in times.items():
        ratio = seconds / times['python -c "import click"']
        print(f"  {name:<24} {1000 * seconds:6.0f} ms {ratio:5.2f} times click")


def _medians(*tasks: Callable[[], object]) -> list[float]:
    """The seconds that each task takes."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(ROUNDS):
        for task, seconds in zip(tasks, times, strict=True):
            start = perf_counter()
            task()
            seconds.append(perf_counter() - start)
    return [median(each) for each in times]


def _checking(data: list[bytes], checker: Checker) -> Callable[[], object]:
    return lambda: [checker.check(SourceFile.from_bytes(each), "a.md") for each in data]


def _running(arguments: list[str]) -> Callable[[], object]:
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def _is_sound(data: bytes) -> bool:
    checker = Checker(store.bundled(store.DEFAULT_SCHEMA), make_config({}))
    return not checker.check(SourceFile.from_bytes(data), "a.md")


if __name__ == "__main__":
    main()
