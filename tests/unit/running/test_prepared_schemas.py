"""Each schema of a run is compiled once, if there is room for all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from articlelint.running import checkers, prepared_schemas
from articlelint.running.checkers import Checkers
from articlelint.schema.loading.store import Schema, SchemaError
from articlelint.schema.validator import Validator
from articlelint.settings.config_tree import ConfigTree
from tests.support import article, source_of, written


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each schema was compiled, by the name of its file."""
    counted: Counter[str] = Counter()

    def count(schema: Schema, **options: Any) -> Validator:
        counted[Path(schema.name).name] += 1
        return Validator(schema, **options)

    monkeypatch.setattr(checkers, "Validator", count)
    return counted


def named(number: int) -> str:
    return article(f"$schema: s{number}.json\n")


def check(of: Checkers, text: str, path: str = "a.md") -> list[str]:
    source = source_of(text)
    return [written(each, source) for each in of.for_file(path).check(source, path)]


def schemas(number: int, length: int = 0) -> None:
    for each in range(number):
        contents = {"required": [f"key{each}"], "description": "x" * length}
        Path(f"s{each}.json").write_text(json.dumps(contents))


def lacks(number: int) -> list[str]:
    return [f'1:1-1:4 schema/required /key{number}: missing required key "key{number}"']


def test_articles_may_name_many_schemas_in_turn(compiled: Counter[str]) -> None:
    schemas(40)
    of = Checkers(ConfigTree())
    for each in [*range(40)] * 3:
        assert check(of, named(each)) == lacks(each)
    assert compiled == {f"s{each}.json": 1 for each in range(40)} | {"article.schema.json": 1}


def test_files_may_have_many_configurations_in_turn(compiled: Counter[str]) -> None:
    schemas(20)
    overrides = "".join(f"- {{files: [{each}.md], schema: s{each}.json}}\n" for each in range(20))
    Path(".articlelint.yaml").write_text(f"overrides:\n{overrides}")
    of = Checkers(ConfigTree())
    for each in [*range(20)] * 3:
        assert check(of, article("title: Bridges\n"), f"{each}.md") == lacks(each)
    assert compiled == {f"s{each}.json": 1 for each in range(20)}


def test_where_there_is_no_room_for_all_most_are_kept(
    compiled: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared_schemas, "_MOST_CHARACTERS", 200_000)
    schemas(10, length=20_000)
    of = Checkers(ConfigTree(search=False))
    for each in [*range(10)] * 5:
        assert check(of, named(each)) == lacks(each)
    often = {name for name, number in compiled.items() if number > 1}
    assert often == {"s8.json", "s9.json"}


def test_one_schema_is_kept_however_large_it_is(
    compiled: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared_schemas, "_MOST_CHARACTERS", 10)
    schemas(2)
    of = Checkers(ConfigTree(search=False), "s0.json")
    for _ in range(3):
        assert check(of, article("title: Bridges\n")) == lacks(0)
    assert compiled == {"s0.json": 1}


def test_why_a_schema_cannot_be_used_is_kept_without_the_schema(compiled: Counter[str]) -> None:
    Path("news").mkdir()
    Path("s0.json").write_text('{"type": "texd"}')
    of = Checkers(ConfigTree(search=False))
    depths = set()
    for name, path in (("s0.json", "a.md"), ("../s0.json", "news/a.md"), ("s0.json", "a.md")):
        with pytest.raises(SchemaError, match="not a schema") as caught:
            of._find_schema(name, path)
        depths.add(len(caught.traceback))
        assert caught.value.__context__ is None
    assert len(depths) == 1
    assert compiled["s0.json"] == 1


#: Prints whether two articles that name a file by a letter of the given name get one schema.
_IS_ONE_SCHEMA = """
from articlelint.running.checkers import Checkers
from articlelint.settings.config_tree import ConfigTree
find = Checkers(ConfigTree(search=False))._find_schema
print(find("\\xe9.json", "a.md") is find("../\\xe9.json", "news/a.md"))
"""


@pytest.mark.posix
def test_a_name_that_the_locale_spells_otherwise_is_one_schema_too() -> None:
    Path("news").mkdir()
    Path(os.fsdecode("é.json".encode())).write_text("{}")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-c", _IS_ONE_SCHEMA],
        env={**os.environ, **ascii_only},
        capture_output=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"True\n", b"")
