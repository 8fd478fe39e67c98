"""The command `cache`: where the cache is, what is in it, and how it is cleared."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from articlelint.article import ALWAYS
from articlelint.collection.store import Store
from articlelint.collection.stored import NO_FACTS
from articlelint.engine.checked import Checked
from tests.e2e.conftest import Run

CLEAN = Checked([], is_whole=True, holds=ALWAYS)
EMPTY = "0 collections, 0.0 MiB; each may take 512 MiB\n"


def _remember(root: Path, *names: str, cache: str) -> None:
    root.mkdir(exist_ok=True)
    store = Store.open(str(root), cache)
    for name in names:
        (root / name).write_text("")
        store.put(name, (root / name).stat(), b"d", b"s", CLEAN, NO_FACTS)
    store.close()
    assert store.note == ""


@pytest.mark.posix
def test_the_folder_is_that_of_the_user(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "x"))
    assert run("cache", "path") == (0, f"{folder}/x/articlelint\n", "")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(folder / "home"))
    assert run("cache", "path") == (0, f"{folder}/home/.cache/articlelint\n", "")
    assert not (folder / "home").exists()
    assert run("cache", "info") == (0, f"{folder}/home/.cache/articlelint: {EMPTY}", "")


def test_without_a_home_there_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", "~/.cache/{}".format)
    outcome = run("cache", "path")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "Error: there is no home folder\n"


def test_another_folder_can_be_named(run: Run, folder: Path) -> None:
    place = os.path.join(os.path.realpath(folder), "here")
    assert run("cache", "path", "--cache-dir", "here") == (0, f"{place}\n", "")
    assert run("cache", "info", "--cache-dir", "here") == (0, f"{place}: {EMPTY}", "")
    assert run("cache", "clear", "--cache-dir", "here") == (
        0,
        "",
        "removed what was remembered of 0 collections\n",
    )


def test_it_tells_of_each_collection(run: Run, folder: Path) -> None:
    place = os.path.realpath(folder)
    here = os.path.join(place, "here")
    _remember(Path(place, "one"), "a.md", cache=here)
    _remember(Path(place, "two"), "a.md", "b.md", cache=here)
    (Path(here) / "three-0123456789abcdef.v2.sqlite").write_text("not one")
    (Path(here) / "four.sqlite").write_text("not ours")
    outcome = run("cache", "info", "--cache-dir", "here")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        f"{place}/one: 1 file, 0.0 MiB",
        "three-0123456789abcdef.v2.sqlite: unreadable, 0.0 MiB",
        f"{place}/two: 2 files, 0.0 MiB",
        f"{here}: 3 collections, 0.1 MiB; each may take 512 MiB",
    ]


@pytest.mark.posix
def test_one_that_a_stranger_has_made_is_not_asked(run: Run, folder: Path) -> None:
    """Its rows may have no end."""
    file = Path(os.path.realpath(folder), "one-0123456789abcdef.v2.sqlite")
    with closing(sqlite3.connect(file)) as database:
        database.execute(
            "CREATE VIEW remembered AS WITH RECURSIVE numbers(number) AS "
            "(SELECT 1 UNION ALL SELECT number + 1 FROM numbers) SELECT number FROM numbers"
        )
    file.chmod(0o600)
    outcome = run("cache", "info", "--cache-dir", ".")
    assert outcome.out.splitlines()[0] == f"{file.name}: unreadable, 0.0 MiB"


def test_it_clears_all_of_them_and_nothing_else(run: Run, folder: Path) -> None:
    here = Path(os.path.realpath(folder), "here")
    _remember(folder / "one", "a.md", cache="here")
    store = Store.open(str(folder / "two"), "here")  # another run, which goes on
    (here / "mine.sqlite").write_text("")
    outcome = run("cache", "clear", "--cache-dir", "here")
    assert outcome == (0, "", "removed what was remembered of 2 collections\n")
    assert sorted(each.name for each in here.iterdir()) == [".gitignore", "mine.sqlite"]
    store.keep_note("commit", "abc")
    store.close()
    assert sorted(each.name for each in here.iterdir()) == [".gitignore", "mine.sqlite"]


def test_it_says_what_cannot_be_removed(run: Run, folder: Path) -> None:
    file = folder / "here" / "one-0123456789abcdef.v2.sqlite"
    file.mkdir(parents=True)
    outcome = run("cache", "clear", "--cache-dir", "here")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Error: {os.path.realpath(file)}: cannot be removed: ")


def test_what_to_do_has_to_be_said(run: Run) -> None:
    outcome = run("cache")
    assert (outcome.status, outcome.out) == (2, "")
    expected = "Error: Missing argument 'path|info|clear'. It is one of path, info, clear.\n"
    assert outcome.err.endswith(expected)


def test_the_folder_of_the_cache_has_a_name(run: Run) -> None:
    outcome = run("--cache-dir", "")
    assert outcome == (2, "", "Error: --cache-dir needs the name of a folder\n")


def test_no_cache_and_a_folder_for_it_contradict_each_other(run: Run) -> None:
    outcome = run("--no-cache", "--cache-dir", "here")
    assert outcome == (2, "", "Error: --no-cache and --cache-dir contradict each other\n")


@pytest.mark.posix
def test_no_link_of_a_repository_leads_the_cache_out_of_it(run: Run, folder: Path) -> None:
    place = os.path.realpath(folder)
    (folder / "site" / ".git").mkdir(parents=True)
    os.symlink(place, folder / "site" / "cache")
    os.chdir(folder / "site")
    outcome = run("cache", "path", "--cache-dir", "cache")
    message = f"Error: {place}/site/cache: a link leads out of {place}/site\n"
    assert outcome == (2, "", message)
    os.chdir(folder)
    os.symlink(folder / "site", folder / "link")  # of the user's own
    assert run("cache", "path", "--cache-dir", "link/x").out == f"{place}/site/x\n"
