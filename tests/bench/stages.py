"""What one article costs, stage by stage, in one process and without its start.

    python -m tests.bench.stages FOLDER [--rounds N]

Writes JSON. Each figure includes those before it: the differences are the parts. The first two are
the floor, below which nothing in Python can go: to read the file, and to find the tokens in it.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import process_time

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]

from articlelint import SourceFile, rules
from articlelint.engine.check import Checker
from articlelint.schema.loading import store
from articlelint.settings.config import make_config

_ROUNDS = 5
_MOST_FILES = 2_000


def stages(folder: str, rounds: int = _ROUNDS) -> dict[str, float]:
    """The microseconds of the processor for an article of a made collection, at each stage."""
    paths = sorted(Path(folder).rglob("*.md"))[:_MOST_FILES]
    schema = store.load_file(str(Path(folder, "article.schema.json")))
    off = make_config({"rules": dict.fromkeys(rules.checking(), "off")})
    tasks: Mapping[str, Callable[[], object]] = {
        "the file read": lambda: [path.read_bytes() for path in paths],
        "and its tokens found (C)": lambda: [_scan(path.read_bytes()) for path in paths],
        "the document read": _checking(Checker(store.from_mapping({}), off), paths),
        "and checked by the schema": _checking(Checker(schema, off), paths),
        "and by the rules": _checking(Checker(schema, make_config({})), paths),
        "and facts noted for comparing": _checking(
            Checker(schema, make_config({}), compares=True), paths
        ),
    }
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            start = process_time()
            task()
            times[name].append(process_time() - start)
    return {name: 1e6 * median(each) / len(paths) for name, each in times.items()}


def _scan(content: bytes) -> object:
    return CParser(content.split(b"---\n", 2)[1]).raw_scan()


def _checking(checker: Checker, paths: list[Path]) -> Callable[[], object]:
    return lambda: [
        checker.begin(SourceFile.from_bytes(path.read_bytes()), str(path)) for path in paths
    ]


def main() -> None:
    """Measure as the command line says."""
    parser = ArgumentParser(description="Measure the stages of checking an article.")
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    options = parser.parse_args()
    json.dump(stages(options.folder, options.rounds), sys.stdout)


if __name__ == "__main__":
    main()
