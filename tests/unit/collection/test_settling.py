"""What is noted of a folder of which all files were looked at, and when that holds no longer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from articlelint.collection import settling
from articlelint.collection.fact_table import FactTable
from articlelint.collection.settling import WHOLE, Whole
from articlelint.collection.store import Store
from tests.unit.collection.stored import SETTINGS, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.write("a.md")
    site.write("news/b.md")
    return site


def settle(site: Site, store: Store, prefix: str = "", note: str = "x") -> None:
    FactTable(store.database)
    for name in ("a.md", "news/b.md"):
        site.put(store, name)
    store.settle(Whole(prefix, [SETTINGS], [], {"commit": note}))


def noted(site: Site, prefix: str = "") -> bool:
    with site.store() as store:
        return store.noted(WHOLE + prefix) is not None


def test_what_is_written_later_is_not_settled(site: Site) -> None:
    with site.store() as store:
        settle(site, store)
    with site.store() as store:
        assert store.unsettled() == []
        site.write("a.md", "---\n---\n")
        site.put(store, "a.md")
    with site.store() as store:
        assert store.unsettled() == ["a.md"]
    assert noted(site)


def test_another_process_has_written_meanwhile(site: Site) -> None:
    with site.store() as store:
        with site.store() as other:
            site.put(other, "a.md")
        settle(site, store)
    assert not noted(site)
    with site.store() as store:
        assert sorted(store.unsettled()) == ["a.md", "news/b.md"]


def test_too_many_are_not_settled(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with site.store() as store:
        settle(site, store)
    monkeypatch.setattr(settling, "MOST_UNSETTLED", 0)
    with site.store() as store:
        site.put(store, "a.md")
    assert not noted(site)
    with site.store() as store:
        assert store.unsettled() == []


def test_what_cannot_be_told_gives_the_cache_up(site: Site) -> None:
    with site.store() as store:
        settle(site, store)
    said = "the cache is not used: {file}: no such table: unsettled"
    with site.store(note=said) as store:
        store.database.execute("DROP TABLE unsettled")
        with pytest.raises(sqlite3.OperationalError):
            store.unsettled()
        assert not store.is_kept
    assert not noted(site)


def test_only_one_of_two_folders_that_overlap(site: Site) -> None:
    for prefix, other in (("", "news/"), ("news/", ""), ("", "news/")):
        with site.store() as store:
            settle(site, store, prefix)
        assert (noted(site, prefix), noted(site, other)) == (True, False)
    with site.store() as store:
        settle(site, store, "news/")
    with site.store() as store:
        settle(site, store, "other/")
    assert noted(site, "news/")


@pytest.mark.parametrize("value", ["{", "[]"])
def test_a_note_that_is_none_is_replaced(site: Site, value: str) -> None:
    with site.store() as store:
        settle(site, store)
    with site.store() as store:
        store.database.execute("COMMIT")
        store.database.execute("UPDATE main.note SET value = ? WHERE key = ?", (value, WHOLE))
        store.database.execute("BEGIN")
        settle(site, store)
    with site.store() as store:
        assert str(store.noted(WHOLE)).startswith('{"commit": "x"')
