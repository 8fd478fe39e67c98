"""A made collection of articles, with known faults that no article shows by itself.

    python tests/bench/collection.py FOLDER [--articles N] [--seed S]

One seed always makes the same files. Every article is sound by itself. What must be found by
comparing them, and nothing else, is in ``expected.json`` in the folder: rules, files, and, where an
article is the other half of the fault, its file.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))  # where a script does not look for other tests

from tests.bench.made_article import Made, Maker  # noqa: E402
from tests.bench.planted import PLANTS, Plant, Planted  # noqa: E402

ARTICLES = 100_000
#: The fewest articles among which a rule can know what is usual.
FEWEST = 300
SEED = 12
EXPECTED = "expected.json"

_FIRST_DAY = datetime(2012, 1, 1, tzinfo=timezone.utc)
_DAYS = 14 * 365
#: How many articles there are of each fault that there is.
_ARTICLES_PER_FAULT = 1_000
_ARTICLES_PER_PROVIDER, _MOST_PROVIDERS = 25, 400
#: How many articles a provider needs at least, so that another name for it is the odd one out.
_KNOWN_FROM = 5
#: How many of the latest articles later ones may refer to; of those before, only one in some.
_RECENT, _ONE_IN = 2_000, 20


class Expected(NamedTuple):
    """What must be found: a rule, in a file; perhaps the file of the other half of the fault."""

    rule: str
    file: str
    related: str | None


def make(folder: str, articles: int = ARTICLES, seed: int = SEED) -> list[Expected]:
    """Write a collection of so many articles, at least ``FEWEST``, and say what must be found."""
    os.makedirs(folder, exist_ok=True)
    expected = []
    folders: set[str] = set()
    for planted, other in _Plan(articles, seed).articles():
        file = planted.made.file
        _write(folder, file, planted.made.text(), folders)
        if planted.rule:
            expected.append(Expected(planted.rule, file, other))
    _write(folder, "article.schema.json", _schema(), folders)
    _write(folder, ".articlelint.yaml", "schema: article.schema.json\n", folders)
    found = [each._asdict() for each in expected]
    _write(folder, EXPECTED, json.dumps(found, indent=1) + "\n", folders)
    return expected


def read_expected(folder: str) -> list[Expected]:
    """What must be found in a collection that was made earlier."""
    with open(os.path.join(folder, EXPECTED), encoding="utf-8") as stream:
        return [Expected(**each) for each in json.load(stream)]


class _Plan:
    """Which article is made when, and which are something else than an ordinary one."""

    def __init__(self, articles: int, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - the same for one seed
        providers = min(articles // _ARTICLES_PER_PROVIDER, _MOST_PROVIDERS)
        self._maker = Maker(self._random, providers)
        self._articles = articles
        self._recent: list[Made] = []
        self._by_provider: Counter[str] = Counter()
        self._used: set[str] = set()

    def articles(self) -> Iterator[tuple[Planted, str | None]]:
        """Each article, and the file of the other half of its fault."""
        plants = self._plants()
        for number in range(self._articles):
            made = self._maker.article(self._moment(number), self._recent)
            if number not in plants:
                yield Planted(made), None
                self._remember(made)
            else:
                earlier = self._earlier(made)
                planted = plants[number](made, earlier)
                yield planted, earlier.file if planted.with_other else None

    def _moment(self, number: int) -> datetime:
        days = _DAYS * number / self._articles
        return _FIRST_DAY + timedelta(days=int(days), seconds=int(self._random.random() * 86_400))

    def _plants(self) -> dict[int, Plant]:
        """What is put in, by the number of the article in whose place it comes.

        The first articles are left alone: they tell what is usual.
        """
        count = max(1, self._articles // _ARTICLES_PER_FAULT)
        plants = [plant for plant in PLANTS.values() for _ in range(count)]
        self._random.shuffle(plants)
        first = self._articles // 2
        return {
            first + at * (self._articles - first) // len(plants): each
            for at, each in enumerate(plants)
        }

    def _earlier(self, made: Made) -> Made:
        """An article by another provider that can be known by its domain, each once."""
        while True:
            earlier = self._maker.pick(self._recent)
            provider = earlier.provider
            if (
                earlier.slug not in self._used
                and provider != made.provider
                and provider.domain in earlier.url
                and self._by_provider[provider.domain] >= _KNOWN_FROM
            ):
                self._used.add(earlier.slug)
                return earlier

    def _remember(self, made: Made) -> None:
        self._by_provider[made.provider.domain] += 1
        self._recent.append(made._replace(related=()))
        if len(self._recent) > 2 * _RECENT:
            self._recent[:_RECENT] = self._recent[:_RECENT:_ONE_IN]


def _schema() -> str:
    """The bundled schema, but with more keys than those it lists: some are misspelt on purpose."""
    file = ROOT / "schemas" / "article.schema.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return json.dumps({**schema, "additionalProperties": True}, indent=2) + "\n"


def _write(folder: str, file: str, text: str, folders: set[str]) -> None:
    """Write a file below the folder. ``folders`` are those that are known to exist."""
    path = os.path.join(folder, file)
    parent = os.path.dirname(path)
    if parent not in folders:
        os.makedirs(parent, exist_ok=True)
        folders.add(parent)
    with open(path, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def main() -> None:
    """Make one as the command line says."""
    parser = ArgumentParser(description="Make a collection of articles with known faults.")
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    if options.articles < FEWEST:
        parser.error(f"--articles must be at least {FEWEST}")
    found = make(options.folder, options.articles, options.seed)
    print(f"{options.articles} articles with {len(found)} faults to find")  # noqa: T201


if __name__ == "__main__":
    main()
