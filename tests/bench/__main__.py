"""How fast articlelint is, beside other linters and beside its goals.

    python -m tests.bench [--quick] [--json FILE] [--write-docs]

Needs a POSIX system, git, and the extra ``bench``; without that, it says what it does not measure.
Run it on a machine that does nothing else. No test depends on a clock.
"""

# ruff: noqa: T201 - it prints
from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tests.bench import agreement, goals, page, peers
from tests.bench.growth import Growth
from tests.bench.works import QUICK, Sizes, Works

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "schemas" / "article.schema.json"
PAGE, CHART = "docs/performance.md", "docs/performance.svg"


class Progress:
    """Says on standard error what comes next, and how long it has been."""

    def __init__(self, steps: int) -> None:
        self._start, self._steps, self._step = perf_counter(), steps, 0

    def next(self, what: str) -> None:
        """Begin another step."""
        self._step += 1
        seconds = perf_counter() - self._start
        print(f"[{self._step}/{self._steps}, {seconds:.0f} s] {what}", file=sys.stderr, flush=True)


def measure(sizes: Sizes, part: int) -> page.Measured:
    """Measure everything, each in processes of its own. Growth begins with a part of each n."""
    with TemporaryDirectory() as folder:
        works = Works(folder, sizes)
        groups = works.groups()
        progress = Progress(len(groups) + 3)
        progress.next("whether the peers ask the same")
        disagreements = agreement.disagreements(str(SCHEMA))
        for name, group in groups.items():
            progress.next(name)
            group()
        progress.next("stages")
        stages = _json_of("tests.bench.stages", os.path.join(folder, "site"))
    progress.next("growth")
    growths = _json_of("tests.bench.growing", "--part", str(part))
    return page.Measured(
        _machine(),
        sizes,
        works.done,
        goals.results(works.done, works.missing, sizes),
        disagreements,
        stages,
        {name: Growth(each["n"], tuple(each["seconds"])) for name, each in growths.items()},
    )


def _machine() -> dict[str, str]:
    processors = str(len(os.sched_getaffinity(0)))
    return {"Processors:": processors, "Python": platform.python_version(), **peers.versions()}


def _json_of(module: str, *arguments: str) -> Mapping[str, Any]:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    content: Mapping[str, Any] = json.loads(done.stdout)
    return content


def as_json(measured: page.Measured) -> dict[str, Any]:
    """All figures, by their names."""
    return {
        "machine": measured.machine,
        "sizes": measured.sizes._asdict(),
        "works": {
            name: {
                "title": measured.sizes.title(name),
                "articles": work.articles,
                **work.taken._asdict(),
            }
            for name, work in measured.works.items()
        },
        "goals": [each._asdict() for each in measured.goals],
        "disagreements": measured.disagreements,
        "stages": measured.stages,
        "growth": {
            name: {**growth._asdict(), "exponent": growth.exponent}
            for name, growth in measured.growths.items()
        },
    }


def main() -> None:
    """Measure, print the tables, and write what is asked for."""
    parser = ArgumentParser(description="Measure articlelint beside other linters.")
    parser.add_argument(
        "--quick",
        action="store_true",
        help="fewer articles, in about a minute: the start weighs more",
    )
    parser.add_argument("--json", metavar="FILE", help="write all figures to a file")
    parser.add_argument("--write-docs", action="store_true", help=f"fill {PAGE} and {CHART}")
    options = parser.parse_args()
    measured = measure(QUICK, 16) if options.quick else measure(Sizes(), 1)
    tables = page.tables(measured)
    print("\n\n".join(tables.values()))
    if options.json:
        Path(options.json).write_text(json.dumps(as_json(measured), indent=1) + "\n", "utf-8")
    if options.write_docs:
        path = ROOT / PAGE
        path.write_text(page.filled(path.read_text("utf-8"), tables), "utf-8")
        (ROOT / CHART).write_text(page.chart(measured), "utf-8")


if __name__ == "__main__":
    main()
