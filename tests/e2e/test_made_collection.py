"""The made collection of ``tests/bench``: what is in it, and what is found in it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from articlelint import SourceFile
from articlelint.engine.check import Checker
from articlelint.schema.loading import store
from articlelint.settings.config import make_config
from tests.bench import collection
from tests.e2e.conftest import Run

ARTICLES = 400


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_one_seed_always_makes_the_same(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b", "c")]
    for folder, seed in zip(folders, (1, 1, 2), strict=True):
        collection.make(str(folder), ARTICLES, seed)
    first, again, other = map(_files, folders)
    assert first == again
    assert first.keys() != other.keys()
    assert sum(name.endswith(".md") for name in first) == ARTICLES


def test_each_made_article_is_sound_by_itself(tmp_path: Path) -> None:
    expected = collection.make(str(tmp_path), ARTICLES)
    own = Checker(store.load_file(str(tmp_path / "article.schema.json")), make_config({}))
    bundled = Checker(store.bundled(store.DEFAULT_SCHEMA), make_config({}))
    related_to_itself = {each.file for each in expected if each.rule == "related-self"}
    assert related_to_itself
    unknown = set()
    for name, data in _files(tmp_path).items():
        if name.endswith(".md"):
            source = SourceFile.from_bytes(data)
            of_own = [each.rule for each in own.check(source, name)]
            assert of_own == ["related-self"] * (name in related_to_itself), name
            if {each.rule for each in bundled.check(source, name)} - {"related-self"}:
                unknown.add(name)
    rare = {each.file for each in expected if each.rule == "rare-key"}
    assert rare < unknown
    assert len(unknown) == len(rare) + 2  # and two keys that are not like any other


def _found(output: str) -> set[tuple[str, str]]:
    return {(each["rule"], each["path"]) for each in json.loads(output)}


def test_what_is_wrong_with_the_collection_is_found_and_nothing_else(run: Run) -> None:
    expected = collection.make(".", ARTICLES)
    both = {(each.rule, each.file) for each in expected}
    both |= {(each.rule, each.related) for each in expected if each.related}
    assert {rule for rule, _ in both} == {
        *("duplicate-url", "inconsistent-provider", "rare-key", "related-self"),
    }
    assert _found(run("--format", "json").out) == both


def test_either_half_of_a_pair_is_found_alone(run: Run) -> None:
    pairs = [each for each in collection.make(".", ARTICLES) if each.related]
    for each in pairs[:1]:
        for file, other in ((each.file, each.related), (each.related, each.file)):
            (found,) = json.loads(run("--format", "json", str(file)).out)
            assert (found["rule"], found["path"]) == (each.rule, file)
            assert [place["path"] for place in found["related"]] == [other]


def test_the_command_writes_what_must_be_found(tmp_path: Path) -> None:
    script = [sys.executable, collection.__file__]
    done = subprocess.run(
        [*script, tmp_path, "--articles", "300"], capture_output=True, text=True, check=True
    )
    assert (
        done.stdout
        == f"300 articles with {len(collection.read_expected(str(tmp_path)))} faults to find\n"
    )
    few = subprocess.run(
        [*script, tmp_path, "--articles", "30"], capture_output=True, text=True, check=False
    )
    assert (few.returncode, few.stdout) == (2, "")
    assert few.stderr.endswith("--articles must be at least 300\n")
