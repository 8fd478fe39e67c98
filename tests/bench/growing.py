"""What a hostile article, schema or repository may have much of, and how time grows with it.

    python -m tests.bench.growing [--rounds N] [--part N] [WORD]

Writes JSON: the seconds at n, 2n and 4n for each kind, or for those with a word in their names, or
for a part of each n. A kind whose exponent is above 1.2 is a fault: something looks at all for
each.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from articlelint import SourceFile, reporters, rules
from articlelint.collection.fact_table import FactTable
from articlelint.collection.stored import fact_rows
from articlelint.engine.check import Checker
from articlelint.report import FileReport
from articlelint.running.discover import discover
from articlelint.schema.loading import store
from articlelint.settings.config import make_config
from articlelint.settings.config_tree import ConfigTree
from tests.bench import growing_articles, growing_runs, growing_texts
from tests.bench.growth import Task, grow
from tests.checking import check_files

_ROUNDS = 2
_WORDS = 3_000


class _Kind(NamedTuple):
    """What there is n of in an article's front matter, and the schema that it is checked by."""

    n: int
    front_matter: Callable[[int], str]
    schema: Callable[[int], dict[str, Any]] = lambda _: {}
    fences: tuple[str, str] = ("---\n", "---\n")


def tasks() -> dict[str, tuple[int, Task]]:
    """Each kind by its name, with the least number of it."""
    return {
        **{name: (kind.n, partial(_article, kind)) for name, kind in _KINDS.items()},
        "files": (200, _files),
        "rare and common values": (1_000, _values),
        "rare and common keys": (100, _keys),
        "articles with one value": (1_000, _one_value),
        "files that are not there": (500, _references),
        "patterns in a .gitignore": (2_000, _patterns),
        **dict(growing_articles.tasks()),
        **dict(growing_runs.tasks()),
        **dict(growing_texts.tasks()),
    }


def _article(kind: _Kind, n: int) -> Callable[[], object]:
    opening, closing = kind.fences
    source = SourceFile.from_text(f"{opening}{kind.front_matter(n)}{closing}")
    checker = Checker(store.from_mapping(kind.schema(n)), make_config({}))
    render = reporters.load("full")

    def task() -> str:
        again = SourceFile.from_text(source.text)  # which remembers where its lines begin
        return "".join(render([FileReport("a.md", again, checker.check(again, "a.md"))]))

    return task


def _files(n: int) -> Callable[[], object]:
    checker = Checker(store.bundled(store.DEFAULT_SCHEMA), make_config({}))

    def task() -> int:
        with TemporaryDirectory() as folder:
            for index in range(n):
                with open(os.path.join(folder, f"{index}.md"), "w", encoding="utf-8") as file:
                    file.write(f"---\ntitle: Boat {index}\n---\n")
            found = discover([folder], ConfigTree(search=False)).files
            return sum(len(each.diagnostics) for each in check_files(found, lambda _: checker))

    return task


def _values(n: int) -> Callable[[], object]:
    """Each word in two articles, and once with a letter too many."""
    options = {"fields": {"topics": {"min-uses": 2}}}
    articles = [*_words(n) * 2, *(f"{each}x" for each in _words(n))]
    return partial(_compare, "unknown-value", options, [f"topics: {each}" for each in articles])


def _keys(n: int) -> Callable[[], object]:
    """Each word as a key of twenty articles, and in capitals of one."""
    keys = [*_words(n) * 20, *(each.upper() for each in _words(n))]
    return partial(_compare, "rare-key", {}, [f"{each}: 1" for each in keys])


def _one_value(n: int) -> Callable[[], object]:
    return partial(_compare, "unique-value", {"fields": ["id"]}, ["id: 7"] * n)


def _references(n: int) -> Callable[[], object]:
    def task() -> int:
        with TemporaryDirectory() as folder:
            for each in _words(n):
                open(os.path.join(folder, f"{each}.jpg"), "w", encoding="utf-8").close()
            articles = [f"image: {each}x.jpg" for each in _words(n)]
            return _compare("broken-reference", {"fields": {"image": ["."]}}, articles, folder)

    return task


def _compare(
    rule_id: str, options: dict[str, Any], articles: list[str], folder: str | None = None
) -> int:
    """How many objections a rule has to a collection of front matters."""
    config = make_config({"rules": {rule_id: options}})
    checker = Checker(store.from_mapping({}), config, compares=True)
    table = FactTable()
    if folder:
        table.place("", folder)
    for index, each in enumerate(articles):
        source = SourceFile.from_text(f"---\n{each}\n---\n")
        facts = checker.begin(source, f"{index}.md").facts
        table.add("", f"{index}.md", fact_rows(f"{index}.md", facts))
    rule = rules.load(rule_id)
    found = rule.check_collection and rule.check_collection(
        table.of("", rule_id), config.options(rule_id)
    )
    return len(list(found or ()))


def _patterns(n: int) -> Callable[[], object]:
    def task() -> int:
        with TemporaryDirectory() as folder:
            for name in ("a.md", "b.md"):
                open(os.path.join(folder, name), "w", encoding="utf-8").close()
            with open(os.path.join(folder, ".gitignore"), "w", encoding="utf-8") as file:
                file.writelines(f"{each}\n*{each}\n/a/{each}/\n" for each in _words(n))
            return len(discover([folder], ConfigTree(search=False)).files)

    return task


def _words(n: int) -> list[str]:
    return [f"word{index:06}" for index in range(n)]


def _overlap(_: int) -> dict[str, Any]:
    """Alternatives of which two hold for each list, so that each level would double the work."""
    items = {"type": "array", "items": {"$ref": "#/$defs/n"}}
    overlap = {"oneOf": [{"type": "integer"}, items, {**items, "maxItems": 3}]}
    return {"properties": {"n": {"$ref": "#/$defs/n"}}, "$defs": {"n": overlap}}


_OLD = {"deprecated": True}
_TEXT = {"type": "string"}
_TOML, _JSON = ("+++\n", "+++\n"), ("{", "}\n")
_NESTED = {"anyOf": [_TEXT, {"anyOf": [{"type": "array", "items": _TEXT}, {"required": ["b"]}]}]}
_KINDS = {
    "invisible characters on one line": _Kind(4_000, lambda n: "a: b" + " \u200bb" * n + "\n"),
    "faults on one line": _Kind(
        120,
        lambda n: f"a: {{{', '.join(_words(n))}}}\n",
        lambda _: {"properties": {"a": {"additionalProperties": False}}},
    ),
    "ignore comments on one line": _Kind(
        1_000, lambda n: f"a: b {'# articlelint: ignore[mojibake] ' * n}\n"
    ),
    "ids in one ignore comment": _Kind(
        2_000, lambda n: f"a: b # articlelint: ignore[{', '.join(_words(n))}]\n"
    ),
    "keys given twice": _Kind(1_000, lambda n: "".join(f"{each}: 1\n" for each in _words(n) * 2)),
    "items given twice": _Kind(1_000, lambda n: f"topics: [{', '.join(_words(n) * 2)}]\n"),
    "related articles given twice": _Kind(
        500,
        lambda n: (
            "related:\n"
            + "".join(f"  - originalUrl: https://example.com/{each}\n" for each in _words(n) * 2)
        ),
    ),
    "wrong words": _Kind(
        100,
        lambda n: f"topics: [{', '.join(f'{each}x' for each in _words(n))}]\n",
        lambda _: {"properties": {"topics": {"items": {"enum": _words(_WORDS)}}}},
    ),
    "known words": _Kind(
        4_000,
        lambda _: f"topics: [{', '.join(f'{each}x' for each in _words(20))}]\n",
        lambda n: {"properties": {"topics": {"items": {"enum": _words(n)}}}},
    ),
    "alternatives in alternatives": _Kind(
        100,
        lambda n: f"a: [{', '.join(['{c: [1]}'] * n)}]\n",
        lambda _: {"properties": {"a": {"items": _NESTED}}},
    ),
    "levels of alternatives": _Kind(15, lambda n: f"n: {'[' * n}x{']' * n}\n", _overlap),
    "deprecated keys": _Kind(
        1_000,
        lambda n: "".join(f"{each}: 1\n" for each in _words(n)),
        lambda _: {"additionalProperties": _OLD},
    ),
    "deprecated keys beside a fault": _Kind(
        500,
        lambda n: "".join(f"{each}: 1\n" for each in _words(n)),
        lambda n: {"required": ["z"], "properties": dict.fromkeys(_words(n), _OLD)},
    ),
    "values that may be empty": _Kind(
        1_000,
        lambda n: "".join(f"{each}:\n" for each in _words(n)),
        lambda n: {"properties": {key: {"type": ["string", "null"]} for key in _words(n)}},
    ),
    "missing keys": _Kind(1_000, lambda _: "a: 1\n", lambda n: {"required": _words(n)}),
    "missing keys of many subschemas": _Kind(
        1_000,
        lambda _: "a: 1\n",
        lambda n: {
            "required": _words(400),
            "allOf": [{"properties": {"b": _TEXT}} for _ in range(n)],
        },
    ),
    "items beside large keywords": _Kind(
        1_000,
        lambda n: f"a: [{', '.join(['b'] * n)}]\n",
        lambda n: {
            "required": ["z"],
            "properties": {"a": {"items": {"anyOf": [{"enum": _words(4 * n)}, _TEXT]}}},
        },
    ),
    "keys beside patterns": _Kind(
        1_000,
        lambda n: "".join(f"{each}: 1\n" for each in _words(n)),
        lambda n: {"required": ["z"], "patternProperties": {f"^{each}x": {} for each in _words(n)}},
    ),
    "subschemas": _Kind(
        1_000,
        lambda _: "word000000: 1\n",
        lambda n: {"allOf": [{"properties": {each: _TEXT}} for each in _words(n)]},
    ),
    "aliases": _Kind(1_000, lambda n: f"a: &a [b, c]\nd: [{', '.join(['*a'] * n)}]\n"),
    "numbers in a list": _Kind(1_000, lambda n: f"a: [{', '.join(['1.20'] * n)}]\n"),
    "numbers in mappings": _Kind(1_000, lambda n: "a:\n" + "  - b: 1.20\n" * n + "  - b: c\n"),
    "dates in a list": _Kind(
        1_000,
        lambda n: f"a: [{', '.join(['2018-11-21'] * n)}]\n",
        lambda _: {"properties": {"a": {"items": _TEXT}}},
    ),
    "lines at the margin": _Kind(
        1_000, lambda n: "".join(f'{each}: "a\nb"\n' for each in _words(n))
    ),
    "lines of a text": _Kind(5_000, lambda n: "a: |\n" + "  b \u200bc\n" * n),
    "tables of TOML": _Kind(
        1_000, lambda n: "".join(f"[a.{each}]\nb = 1\n" for each in _words(n)), fences=_TOML
    ),
    "lines of TOML given twice": _Kind(1_000, lambda n: "a = 1\n" * n, fences=_TOML),
    "escapes in TOML": _Kind(10_000, lambda n: 'a = "' + r"b\u00e9" * n + '"\n', fences=_TOML),
    "items given twice in JSON": _Kind(
        500, lambda n: f'"topics": {json.dumps(_words(n) * 2)}', fences=_JSON
    ),
    "keys given twice in JSON": _Kind(1_000, lambda n: ", ".join(['"a": 1'] * n), fences=_JSON),
    "mistakes on a line of JSON": _Kind(10_000, lambda n: "a: 1, " * n, fences=_JSON),
    "lines before a mistake": _Kind(
        500, lambda n: "".join(f"{each}: 1\n" for each in _words(n)) + "b: [\n"
    ),
}


def main() -> None:
    """Measure as the command line says."""
    parser = ArgumentParser(description="Measure how time grows.")
    parser.add_argument("word", nargs="?", default="")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--part", type=int, default=1, help="divide each n by this")
    options = parser.parse_args()
    growths = {
        name: grow(max(1, n // options.part), task, options.rounds)._asdict()
        for name, (n, task) in tasks().items()
        if options.word in name
    }
    json.dump(growths, sys.stdout)


if __name__ == "__main__":
    main()
