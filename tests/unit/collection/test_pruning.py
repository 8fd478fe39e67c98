"""How a cache stays small."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from articlelint.collection import pruning
from articlelint.rule import Fact
from tests.unit.collection.stored import CLEAN, FAULTY, Site

DAY = 24 * 60 * 60
FACTS = {"rare-key": (Fact("_news", (), "title"),)}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def _names(site: Site) -> list[str]:
    """The files of which something is kept; asserts that this is so for facts as well."""
    with closing(sqlite3.connect(site.file)) as database:
        rows = database.execute("SELECT name, id FROM remembered ORDER BY name").fetchall()
        facts = database.execute("SELECT file FROM remembered_fact ORDER BY file").fetchall()
    assert [file for (file,) in facts] == sorted(id_ for _, id_ in rows)
    return [name.decode() for name, _ in rows]


def _put(site: Site, *names: str, day: float = 0) -> None:
    for name in names:
        site.write(name)
    with site.store(later=(day + 1) * DAY) as store:
        for name in names:
            site.put(store, name, CLEAN._replace(facts=FACTS))


def _use(site: Site, *names: str, day: float) -> None:
    with site.store(later=(day + 1) * DAY) as store:
        assert all(site.get(store, name) for name in names)


def test_what_is_not_used_for_a_month_is_forgotten(site: Site) -> None:
    _put(site, "used.md", "unused.md")
    for day in (10, 20, 30):
        _use(site, "used.md", day=day)
        assert _names(site) == ["unused.md", "used.md"]
    _use(site, "used.md", day=36)
    assert _names(site) == ["used.md"]


def test_use_is_noted_now_and_then(site: Site) -> None:
    _put(site, "a.md")
    for day in range(0, 100, 5):
        _use(site, "a.md", day=day)
    assert _names(site) == ["a.md"]
    _use(site, day=134)
    assert _names(site) == []


@pytest.mark.parametrize(("number", "kept"), [(20, 20), (21, 0)])
def test_of_many_collections_it_is_forgotten_what_comparing_has_found(
    site: Site, number: int, kept: int
) -> None:
    _put(site, "a.md")
    with site.store(later=DAY) as store:
        store.keep_note("compared", "no note of that kind")
        for each in range(number):
            store.keep_note(f"compared:{each}", "x")
    with site.store(later=DAY * 2) as store:
        assert store.noted("compared:0")
    with site.store(later=DAY * 2) as store:
        assert sum(store.noted(f"compared:{each}") == "x" for each in range(number)) == kept
        assert store.noted("compared")


def test_what_is_gone_is_forgotten_within_a_day(site: Site) -> None:
    _put(site, "a.md", "b.md", "c.md")
    (site.root / "b.md").unlink()
    (site.root / "c.md").rename(site.root / "d.md")
    _put(site, "e.md")
    assert _names(site) == ["a.md", "b.md", "c.md", "e.md"]
    _use(site, "a.md", day=1)
    assert _names(site) == ["a.md", "e.md"]


def test_of_many_those_are_looked_for_that_were_not_used_for_longest(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "_MOST_LOOKED_FOR", 2)
    _put(site, "new.md", day=9)
    _put(site, "old1.md", "old2.md", "old3.md")
    for name in ("new.md", "old1.md", "old2.md", "old3.md"):
        (site.root / name).unlink()
    _use(site, day=10)
    assert len(_names(site)) == 2
    _use(site, day=11)
    assert _names(site) == []


def test_a_run_in_which_nothing_is_new_does_not_write(site: Site) -> None:
    _put(site, "a.md")
    before = site.file.read_bytes()
    _use(site, "a.md", day=0)
    assert site.file.read_bytes() == before


def _limit(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    for module in ("cache_file", "pruning"):
        monkeypatch.setattr(f"articlelint.collection.{module}.MOST_BYTES", size)


def test_where_there_is_too_much_half_is_forgotten(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 512 * 1024
    _limit(monkeypatch, limit)
    big = FAULTY._replace(diagnostics=FAULTY.diagnostics * 100, facts=FACTS)
    seen: list[Any] = []
    for day in range(30):
        names = [f"{day}-{number}.md" for number in range(4)]
        for name in names:
            site.write(name)
        with site.store(later=(day + 1) * DAY) as store:
            for name in names:
                site.put(store, name, big)
        assert site.file.stat().st_size <= limit
        kept = _names(site)
        assert set(names) <= set(kept)
        seen.append(len(kept))
    assert max(seen) > 3 * min(seen[10:]) / 2
    assert "0-0.md" not in kept


def test_what_is_too_much_for_it_at_once_is_not_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(site, "a.md")
    _limit(monkeypatch, 128 * 1024)
    big = FAULTY._replace(diagnostics=FAULTY.diagnostics * 3000)
    site.write("b.md")
    note = "the cache is not used: {file}: database or disk is full"
    with site.store(note=note) as store:
        site.put(store, "b.md", big)
    assert _names(site) == ["a.md"]
    with site.store() as store:
        assert site.get(store, "a.md")


def test_caches_of_roots_that_are_gone_are_removed(site: Site) -> None:
    _put(site, "a.md")
    old, new, other = (
        site.cache / name
        for name in (
            "gone-0123456789abcdef.v2.sqlite",
            "here-0123456789abcdef.v0.sqlite",
            "other.sqlite",
        )
    )
    long_ago = site.file.stat().st_mtime - 36 * DAY
    for file in (old, new, other):
        file.write_text("")
    for file in (old, other):
        os.utime(file, (long_ago, long_ago))
    old_wal = Path(f"{old}-wal")
    old_wal.write_text("")
    mine = site.file
    mine_before = mine.stat().st_mtime
    with site.store(later=2 * DAY) as store:
        assert site.get(store, "a.md")
    assert mine.stat().st_mtime >= mine_before
    assert sorted(each.name for each in site.cache.glob("*.sqlite*")) == sorted(
        [mine.name, new.name, other.name]
    )


def test_two_runs_of_a_day_prune_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(site, "a.md")
    asked: list[str] = []

    def lexists(path: str) -> bool:
        asked.append(path)
        return True

    monkeypatch.setattr(os.path, "lexists", lexists)
    _use(site, "a.md", day=1)
    _use(site, "a.md", day=1.001)
    assert [os.path.basename(each) for each in asked] == ["a.md"]
