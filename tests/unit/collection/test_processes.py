"""A cache that several processes use, of which some are killed, or that cannot be written."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from articlelint.collection import cache_file
from articlelint.collection.store import Store
from articlelint.rule import Fact
from tests.unit.collection.stored import CLEAN, FAULTY, Site, with_facts

NAMES = [f"{number:03}.md" for number in range(200)]
FACTS = {"rare-key": (Fact("_news", (), "title"),)}
FULL = FAULTY._replace(facts=FACTS)

#: What a process does with the cache of a site, and with how much.
PROGRAM = """
import os, resource, signal, sys
from pathlib import Path
from articlelint.collection.store import Store
from tests.unit.collection.stored import Site
from tests.unit.collection.test_processes import FULL, NAMES

site = Site.__new__(Site)
site.root, site.cache, site.reads = Path(sys.argv[1], "site"), Path(sys.argv[1], "cache"), 0
what, number = sys.argv[2], int(sys.argv[3])
if what == "limit":
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
store = Store.open(str(site.root), str(site.cache))
for name in NAMES if what != "part" else NAMES[number::4]:
    if not site.get(store, name):
        site.put(store, name, FULL)
if what == "kill":
    store.database.set_progress_handler(lambda: os.kill(os.getpid(), signal.SIGKILL), number)
store.close()
print(store.note)
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    for name in NAMES:
        site.write(name)
    return site


def _start(site: Site, what: str, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, str(site.root.parent), what, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _number_remembered(site: Site) -> int:
    """How many files are remembered; asserts that what is, is as it was put."""
    store = Store.open(str(site.root), str(site.cache))
    assert store.note == ""
    assert store.database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = [each for name in NAMES if (each := site.get(store, name))]
    for each in found:
        assert with_facts(each, store) == FULL._replace(holds=None)
    store.close()
    return len(found)


def test_several_may_write_at_once(site: Site) -> None:
    running = [_start(site, "part", number) for number in range(4)]
    assert [each.communicate()[0] for each in running] == ["\n"] * 4
    assert _number_remembered(site) == len(NAMES)


def test_several_may_write_the_same(site: Site) -> None:
    running = [_start(site, "all", 0) for _ in range(3)]
    assert [each.communicate()[0] for each in running] == ["\n"] * 3
    assert _number_remembered(site) == len(NAMES)


@pytest.mark.posix
@pytest.mark.parametrize("steps", [1, 300, 1000, 3000])
def test_one_may_be_killed_while_it_writes(site: Site, steps: int) -> None:
    with _start(site, "kill", steps) as running:
        assert running.wait() == -signal.SIGKILL
    assert _number_remembered(site) == 0
    with _start(site, "all", 0) as running:
        assert running.communicate()[0] == "\n"
    assert _number_remembered(site) == len(NAMES)


@pytest.mark.posix
@pytest.mark.parametrize("limit", [0, 4096, 20_000, 60_000])
def test_a_full_disk_keeps_nothing_back(site: Site, limit: int) -> None:
    with _start(site, "limit", limit) as running:
        told = running.communicate()[0]
    assert running.returncode == 0
    assert told.startswith("the cache is not used: ")
    assert len(told.splitlines()) == 1
    assert _number_remembered(site) == 0


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied", "/home")


@pytest.mark.parametrize("name", ["os.makedirs", "os.open", "sqlite3.connect"])
def test_without_the_right_to_write_nothing_is_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    connect = sqlite3.connect

    def refuse(place: str, *arguments: object, **options: object) -> sqlite3.Connection:
        if not place:
            return connect(place, *arguments, **options)  # type: ignore[call-overload, no-any-return]
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(name, refuse if name == "sqlite3.connect" else _refuse)
    store = Store.open(str(site.root), str(site.cache))
    why = "/home: Permission denied"
    if name == "sqlite3.connect":
        why = "unable to open database file"
    assert store.note == f"the cache is not used: {why}"
    site.put(store, NAMES[0])
    assert site.get(store, NAMES[0]) is None
    store.close()


@pytest.mark.parametrize("mode", ["EXCLUSIVE", "IMMEDIATE"])
def test_one_that_is_locked_for_long_is_not_waited_for(
    site: Site, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setattr(cache_file, "_SECONDS", 0.01)
    with site.store() as store:
        site.put(store, NAMES[0])
    with closing(sqlite3.connect(site.file, isolation_level=None)) as other:
        other.execute(f"BEGIN {mode}")
        other.execute("DELETE FROM remembered")
        with site.store(note="the cache is not used: {file}: database is locked") as store:
            assert site.get(store, NAMES[0])  # as it was when the run began
            site.put(store, NAMES[1])
        other.execute("ROLLBACK")
    with site.store() as store:
        assert site.get(store, NAMES[0])
        assert site.get(store, NAMES[1]) is None


def test_nor_is_one_that_is_locked_from_the_beginning(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_file, "_SECONDS", 0.01)
    site.cache.mkdir()
    site.file.touch(mode=0o600)
    with closing(sqlite3.connect(site.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with site.store(note="the cache is not used: database is locked") as store:
            site.put(store, NAMES[0], CLEAN)
            assert site.get(store, NAMES[0]) is None


class _Busy(sqlite3.Connection):
    """One for which the database is in use, or so it says, as long as there are ``refusals``."""

    refusals = 2
    reason = "database is locked"

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if "journal_mode" in sql and self.refusals > 0:
            self.refusals -= 1
            raise sqlite3.OperationalError(self.reason)
        return super().execute(sql, *values)


def test_another_process_may_make_it_at_the_same_time(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Busy))
    with site.store() as store:
        site.put(store, NAMES[0])
    assert site.file.read_bytes()[18] == 2  # written ahead


def test_it_is_not_waited_for_that_for_long(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "_SECONDS", 0.01)
    monkeypatch.setattr(_Busy, "refusals", 10**6)
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Busy))
    with site.store(note="the cache is not used: database is locked") as store:
        site.put(store, NAMES[0])
        assert site.get(store, NAMES[0]) is None


def test_with_any_other_error_it_is_not_waited_for(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Busy, "refusals", 10**6)
    monkeypatch.setattr(_Busy, "reason", "unable to open database file")
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Busy))
    with site.store(note="the cache is not used: unable to open database file") as store:
        site.put(store, NAMES[0])
        assert site.get(store, NAMES[0]) is None


def test_another_process_may_make_it_first(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with site.store() as store:
        site.put(store, NAMES[0])
    definitions = cache_file._definitions
    told = [()]
    monkeypatch.setattr(
        cache_file, "_definitions", lambda each: told.pop() if told else definitions(each)
    )
    with site.store() as store:
        assert site.get(store, NAMES[0])
    assert told == []


def test_without_room_for_what_is_to_be_written_nothing_is(site: Site) -> None:
    with site.store() as store:
        site.put(store, NAMES[0])
    with site.store(note="the cache is not used: {file}: database or disk is full") as store:
        store.database.execute("PRAGMA temp.max_page_count = 1")
        for name in NAMES:
            site.put(store, name, FULL)
        assert site.get(store, NAMES[0]) is None
    with site.store() as store:
        assert site.get(store, NAMES[0])
        assert site.get(store, NAMES[1]) is None


def test_a_run_sees_the_cache_as_it_was_when_it_began(site: Site) -> None:
    with site.store() as store:
        site.put(store, NAMES[0], FULL)
    with site.store() as first:
        with site.store() as second:
            site.put(second, NAMES[0], CLEAN)
            site.put(second, NAMES[1], CLEAN)
        found = site.get(first, NAMES[0])
        assert found
        assert found.checked.diagnostics == FULL.diagnostics
        assert with_facts(found, first).facts == FACTS
        assert site.get(first, NAMES[1]) is None
        site.put(first, NAMES[2], CLEAN)
    with site.store() as store:
        found = site.get(store, NAMES[0])
        assert found
        assert found.checked.diagnostics == []
        assert site.get(store, NAMES[1])
        assert site.get(store, NAMES[2])
