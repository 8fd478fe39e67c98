"""Runs that remember what earlier ones have found. `tests/properties` compares both at random."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from articlelint.collection.compare import Compared, Comparison
from articlelint.engine.by_rules import ActiveRule
from articlelint.engine.check import Checker
from articlelint.running import run as running
from articlelint.running.found import Found
from articlelint.running.run import Begun
from tests.e2e.conftest import Outcome, Run

FAULTY = "---\ntitle: ''\nwebUrl: https://example.com/bridge\n---\n"
SOUND = "---\ntitle: A bridge reopens\n---\n"
CONFIG = "schema: any.json\n"
#: Drops what is known of comparing, so that facts are looked at again.
NOTHING_COMPARED = "DELETE FROM note WHERE substr(key, 1, 9) = 'compared:'"
ANEW = "{file} is not a usable cache: it is replaced"


@pytest.fixture
def site(folder: Path) -> Path:
    """The current folder, with three articles, two of which are about one page."""
    (folder / ".articlelint.yaml").write_text(CONFIG)
    (folder / "any.json").write_text("{}")
    (folder / "news").mkdir()
    for name, text in {"a.md": FAULTY, "b.md": SOUND, "news/c.md": FAULTY}.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are checked, and not remembered."""
    names: list[str] = []

    def begin_found(found: Found, checker: Checker, name: str) -> Begun:
        names.append(name)
        return running.begin_found(found, checker, name)

    monkeypatch.setattr("articlelint.running.cached_check.begin_found", begin_found)
    return names


def _both(run: Run, *arguments: str) -> Outcome:
    """A run with the cache; asserts that one without says the same."""
    common = ("--format", "concise", *arguments)
    outcome = run("--cache-dir", ".cache", *common)
    again = run("--no-cache", *common)
    assert outcome._replace(err=outcome.err.splitlines()[-1]) == again._replace(
        err=again.err.splitlines()[-1]
    )
    return outcome


def _file(site: Path) -> Path:
    (file,) = (site / ".cache").glob("*.sqlite")
    return file


ALL = ["a.md", "b.md", "news/c.md"]


def test_only_what_has_changed_is_checked_again(run: Run, site: Path, checked: list[str]) -> None:
    first = _both(run)
    assert checked == ALL * 2
    assert [line.split("[")[-1] for line in first.out.splitlines()] == [
        "empty-value]",
        "duplicate-url]",
        "empty-value]",
        "duplicate-url]",
    ]
    checked.clear()
    assert _both(run) == first
    assert checked == ALL  # without the cache
    checked.clear()
    (site / "b.md").write_text(FAULTY.replace("bridge", "other"))
    assert "b.md:2:8: warning" in _both(run).out
    assert checked == ["b.md", *ALL]


def test_of_a_few_files_the_others_are_remembered(run: Run, site: Path, checked: list[str]) -> None:
    _both(run)
    checked.clear()
    (site / "b.md").write_text(FAULTY)
    outcome = _both(run, "b.md")
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["b.md"] * 2
    assert checked == ["b.md", "a.md", "news/c.md", "b.md"]


def test_without_a_cache_nothing_is_written(run: Run, site: Path) -> None:
    before = sorted(site.rglob("*"))
    assert run("--no-cache").status == 1
    assert sorted(site.rglob("*")) == before
    assert not list(Path(os.environ["XDG_CACHE_HOME"]).rglob(f"{site.name}-*"))


@pytest.mark.parametrize("arguments", [("--strict",), ("--fix",), ("--statistics",), ("a.md",)])
def test_whatever_else_is_asked_for(run: Run, site: Path, arguments: tuple[str, ...]) -> None:
    _both(run)
    _both(run, *arguments)
    (site / "a.md").write_text(SOUND)
    _both(run, *arguments)
    _both(run)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that compare files, and do not know what they have found before."""
    ids: list[str] = []
    of = Comparison.of

    def noting(comparison: Comparison, active: ActiveRule, collection: str) -> Compared:
        ids.append(active.rule_id)
        return of(comparison, active, collection)

    monkeypatch.setattr(Comparison, "of", noting)
    return ids


COMPARING = ["duplicate-url", "inconsistent-provider", "rare-key"]


def test_files_are_compared_again_if_what_is_compared_has_changed(
    run: Run, site: Path, compared: list[str]
) -> None:
    assert "duplicate-url" in _both(run).out
    assert compared == COMPARING * 2  # with the cache, and without
    compared.clear()
    assert "duplicate-url" in _both(run).out
    assert compared == COMPARING
    (site / "a.md").write_text(f"{FAULTY}\nThe bridge is open.\n")
    compared.clear()
    _both(run)
    assert compared == COMPARING
    (site / "a.md").write_text(FAULTY.replace("bridge", "ferry"))
    compared.clear()
    assert "duplicate-url" not in _both(run).out
    assert compared == COMPARING * 2
    (site / "news/d.md").write_text(FAULTY)
    compared.clear()
    assert "duplicate-url" in _both(run).out
    assert compared == COMPARING * 2
    (site / "news/d.md").unlink()
    compared.clear()
    assert "duplicate-url" not in _both(run).out
    assert compared == COMPARING * 2


def test_so_they_are_if_the_settings_have_changed(
    run: Run, site: Path, compared: list[str]
) -> None:
    _both(run)
    compared.clear()
    _both(run, "--ignore", "rare-key")
    assert compared == COMPARING[:-1] * 2
    (site / ".articlelint.yaml").write_text(CONFIG + "rules: {duplicate-url: warning}\n")
    compared.clear()
    assert " warning " in _both(run).out
    assert compared == COMPARING * 2


def test_so_they_are_if_a_folder_has_changed_that_a_rule_asks_for(
    run: Run, site: Path, compared: list[str]
) -> None:
    rules = "rules: {broken-reference: {fields: {image: [images]}}}\n"
    (site / ".articlelint.yaml").write_text(CONFIG + rules)
    (site / "b.md").write_text("---\nimage: boat.jpg\n---\n")
    (site / "images").mkdir()
    assert "broken-reference" in _both(run).out
    compared.clear()
    assert "broken-reference" in _both(run).out
    assert compared == ["broken-reference", *COMPARING]
    (site / "images/boat.jpg").touch()
    compared.clear()
    assert "broken-reference" not in _both(run).out
    assert compared == ["broken-reference", *COMPARING] * 2


def test_also_if_there_is_nothing_else_to_say(
    run: Run, site: Path, checked: list[str], compared: list[str]
) -> None:
    rules = "rules: {broken-reference: {fields: {image: [images]}}}\n"
    (site / ".articlelint.yaml").write_text(CONFIG + rules)
    for name in ("a.md", "b.md", "news/c.md"):
        (site / name).write_text(f"---\ntitle: A bridge in {name}\nimage: boat.jpg\n---\n")
        os.utime(site / name, (10**9, 10**9))
    (site / "images").mkdir()
    (site / "images/boat.jpg").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("articlelint.collection.store.RACY_NS", -(10**18))
        assert _both(run).out == ""
        for each in (checked, compared):
            each.clear()
        assert _both(run).out == ""
        assert checked == ALL
        assert compared == ["broken-reference", *COMPARING]
        (site / "images/boat.jpg").unlink()
        assert _both(run).out.count("broken-reference") == 3


def test_one_that_is_damaged_is_told_once(run: Run, site: Path, checked: list[str]) -> None:
    first = _both(run)
    file = _file(site)
    file.write_bytes(b"not a cache\n" * 500)
    outcome = _both(run)
    assert outcome.err.splitlines()[:-1] == [ANEW.format(file=file)]
    assert outcome.out == first.out
    checked.clear()
    assert _both(run) == first
    assert checked == ALL


def test_damaged_facts_are_noted_again(run: Run, site: Path, checked: list[str]) -> None:
    first = _both(run)
    file = _file(site)
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute(
            "UPDATE remembered_fact SET path = x'ff' WHERE rule = CAST('duplicate-url' AS BLOB)"
        )
        database.execute(NOTHING_COMPARED)
    checked.clear()
    outcome = _both(run)
    assert outcome.out == first.out
    assert checked == ALL * 2
    assert outcome.err.splitlines()[0].startswith(f"the cache is not used: {file}: ")
    assert not file.exists()
    assert _both(run).out == first.out


def test_of_several_only_the_damaged_one_is_removed(
    run: Run, folder: Path, checked: list[str]
) -> None:
    for name in ("one", "two"):
        (folder / name / ".git").mkdir(parents=True)
        (folder / name / "a.md").write_text(FAULTY)
        (folder / name / "b.md").write_text(FAULTY.replace("''", "A bridge reopens"))
    arguments = "one", "two", "--format", "concise", "--cache-dir", str(folder.parent / "caches")
    first = run(*arguments)
    one, two = sorted((folder.parent / "caches").glob("*.sqlite"))
    with closing(sqlite3.connect(one, isolation_level=None)) as database:
        database.execute("UPDATE remembered_fact SET path = x'ff'")
        database.execute(NOTHING_COMPARED)
    outcome = run(*arguments)
    assert outcome.out == first.out
    note, *others = outcome.err.splitlines()
    assert note == f"the cache is not used: {one}: a fact cannot be read"
    assert others == first.err.splitlines()
    assert not one.exists()
    assert two.exists()
    checked.clear()
    assert run(*arguments) == first
    assert checked == ["a.md", "b.md"]


@pytest.mark.posix
def test_one_that_cannot_be_made_is_told(run: Run, site: Path) -> None:
    (site / ".cache").write_text("")
    outcome = _both(run)
    what = os.path.realpath(site / ".cache")
    assert outcome.err.splitlines()[0].startswith(f"the cache is not used: {what}")
    assert len(outcome.err.splitlines()) == 2
    assert run("--quiet", "--cache-dir", ".cache").err == ""


@pytest.mark.posix
def test_an_article_has_the_name_by_which_it_is_checked(run: Run, site: Path) -> None:
    """What is found by a link to its folder is not remembered for itself, nor the other way."""
    patterns = "rules: {path-mismatch: {patterns: ['{slug}/*.md']}}\n"
    (site / ".articlelint.yaml").write_text(CONFIG + patterns)
    (site / "news/c.md").write_text("---\nslug: other\n---\n")
    (site / "other").symlink_to("news")
    for _ in range(2):
        assert "[path-mismatch]" not in _both(run, "other/c.md", "b.md").out
        assert "[path-mismatch]" in _both(run, "news/c.md", "b.md").out
    _both(run, "other/c.md", "news/c.md")


def test_names_in_another_folder_are_the_same(
    run: Run, site: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _both(run)
    monkeypatch.chdir(site / "news")
    checked.clear()
    outcome = run("--cache-dir", "../.cache", "--format", "concise", "..")
    assert checked == []
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == [
        "../a.md",
        "../a.md",
        "c.md",
        "c.md",
    ]


def test_a_file_may_vanish_before_it_is_checked(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin_found(found: Found, checker: Checker, name: str) -> Begun:
        (site / "b.md").unlink(missing_ok=True)
        return running.begin_found(found, checker, name)

    with monkeypatch.context() as patch:
        patch.setattr("articlelint.running.cached_check.begin_found", begin_found)
        outcome = run("--cache-dir", ".cache", "--format", "concise")
    assert "b.md:1:1: error cannot be read: No such file or directory" in outcome.out
    (site / "b.md").write_text(SOUND)
    assert "b.md" not in _both(run).out


def test_an_empty_file_is_told_each_time(run: Run, site: Path) -> None:
    (site / "empty.md").write_text("")
    first = _both(run)
    assert "empty.md:1:1: error" in first.out
    assert _both(run) == first
