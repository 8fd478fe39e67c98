"""Files that are as they were, looked up many at once: never one that may have changed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from articlelint.article import Interval
from articlelint.collection.store import Store, digest_of
from articlelint.collection.unchanged import SilentRow
from articlelint.rule import Fact
from tests.unit.collection.stored import CLEAN, FAULTY, NOW, SETTINGS, Site

NAMES = ["news/a.md", "news/b.md", "news/c.md"]
FACTS = {"rare-key": (Fact("_news", (), "title"),)}
DAY = 24 * 60 * 60


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Three files that are remembered, in a folder with others."""
    site = Site(tmp_path)
    with site.store() as store:
        for name in [*NAMES, "news/b/x.md", "new.md"]:
            site.write(name)
            site.put(store, name, CLEAN._replace(facts=FACTS))
    return site


def unchanged(
    site: Site, *, settings: bytes = SETTINGS, now: float = NOW, later: float = 3600
) -> list[str]:
    """Those of the files that are found unchanged; asserts what else is told of them.

    Those with a `!` were read for that.
    """
    read: list[str] = []
    with site.store(later=later) as store:
        rows = _rows(site, store, settings, now, read)
        for name, row in zip(NAMES, rows, strict=True):
            assert row is None or row[3] == digest_of((site.root / name).read_bytes())
    found = [name for name, row in zip(NAMES, rows, strict=True) if row]
    return [f"!{name}" if name in read else name for name in found]


def _rows(
    site: Site,
    store: Store,
    settings: bytes = SETTINGS,
    now: float = NOW,
    read: list[str] | None = None,
) -> Sequence[SilentRow | None]:
    def noting(path: str) -> bytes:
        if read is not None:
            read.append(os.path.relpath(path, site.root))
        return Path(path).read_bytes()

    paths = [str(site.root / each) for each in NAMES]
    return store.unchanged(NAMES, paths, settings, now, noting)


def test_those_that_are_as_they_were_are_found(site: Site) -> None:
    assert unchanged(site) == NAMES


def test_what_is_known_of_a_file_is_that_of_its_row(site: Site) -> None:
    with site.store() as store:
        row = _rows(site, store)[0]
        known = site.get(store, NAMES[0])
        assert row
        assert known
        assert row[0] == b"news/a.md"
        assert (row[1], row[2], row[3]) == (known.id, known.facts_digest, known.digest)


def _append(path: Path) -> None:
    path.write_text(path.read_text() + "x")


def _change_in_place(path: Path) -> None:
    """To one of the same size, as old as before."""
    status = path.stat()
    path.write_text(path.read_text().replace("title", "titel"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _replace(path: Path) -> None:
    """By one with the same content and times."""
    status = path.stat()
    data = path.read_bytes()
    path.rename(path.with_suffix(".old"))
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _touch(path: Path) -> None:
    os.utime(path, (10**9, 10**9))


def _change_mode(path: Path) -> None:
    path.chmod(0o600)


def _link(path: Path) -> None:
    path.rename(path.with_suffix(".old"))
    path.symlink_to(path.with_suffix(".old"))


def _remove(path: Path) -> None:
    path.unlink()


def _make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.posix
@pytest.mark.parametrize("change", [_append, _change_in_place, _link])
def test_one_that_has_changed_is_not(site: Site, change: Callable[[Path], None]) -> None:
    change(site.root / NAMES[1])
    assert unchanged(site) == [NAMES[0], NAMES[2]]


@pytest.mark.posix
@pytest.mark.parametrize("change", [_replace, _touch, _change_mode])
def test_one_that_may_have_changed_is_read(site: Site, change: Callable[[Path], None]) -> None:
    change(site.root / NAMES[1])
    assert unchanged(site) == [NAMES[0], f"!{NAMES[1]}", NAMES[2]]
    assert unchanged(site) == NAMES  # from then on, it is known


def test_so_are_all_in_a_fresh_checkout(site: Site) -> None:
    for name in NAMES:
        _replace(site.root / name)
    assert unchanged(site) == [f"!{name}" for name in NAMES]
    assert unchanged(site) == NAMES


@pytest.mark.parametrize("change", [_remove, _make_folder])
def test_nor_is_what_is_no_file(site: Site, change: Callable[[Path], None]) -> None:
    change(site.root / NAMES[1])
    with site.store() as store:
        rows = _rows(site, store)
        assert [row is None for row in rows] == [False, True, False]


def test_nor_is_one_of_which_there_is_something_to_say(site: Site) -> None:
    with site.store() as store:
        site.put(store, NAMES[1], FAULTY)
    assert unchanged(site) == [NAMES[0], NAMES[2]]


def test_nor_is_one_with_other_settings(site: Site) -> None:
    assert unchanged(site, settings=b"t" * 16) == []


def test_nor_is_one_whose_result_does_not_hold_now(site: Site) -> None:
    with site.store() as store:
        site.put(store, NAMES[0], CLEAN._replace(holds=Interval(NOW, NOW + 10)))
    assert unchanged(site, now=NOW - 1) == NAMES[1:]
    assert unchanged(site, now=NOW) == NAMES
    assert unchanged(site, now=NOW + 9) == NAMES
    assert unchanged(site, now=NOW + 10) == NAMES[1:]


def test_one_that_had_just_changed_when_it_was_checked_is_read(site: Site) -> None:
    site.write(NAMES[1], age=0)
    with site.store(later=0) as store:
        site.put(store, NAMES[1])
    assert unchanged(site, later=0) == [f"!{name}" for name in NAMES]
    assert unchanged(site) == [f"!{name}" for name in NAMES]
    assert unchanged(site) == NAMES


def test_use_is_noted_now_and_then(site: Site) -> None:
    assert unchanged(site, later=DAY * 5) == NAMES
    assert unchanged(site, later=DAY * 7) == NAMES
    with closing(sqlite3.connect(site.file)) as database:
        used = database.execute("SELECT name, used FROM remembered ORDER BY name").fetchall()
    days = {name.decode(): day for name, day in used}
    assert {days[name] - days["new.md"] for name in NAMES} == {7}


def test_nor_is_one_that_is_not_remembered(site: Site) -> None:
    with closing(sqlite3.connect(site.file, isolation_level=None)) as database:
        database.execute("DELETE FROM remembered WHERE name = CAST('news/b.md' AS BLOB)")
    assert unchanged(site) == [NAMES[0], NAMES[2]]


def _refuse(path: str) -> bytes:
    raise PermissionError(path)


def test_nor_is_one_that_cannot_be_read(site: Site) -> None:
    _touch(site.root / NAMES[1])
    with site.store() as store:
        paths = [str(site.root / each) for each in NAMES]
        rows = store.unchanged(NAMES, paths, SETTINGS, NOW, _refuse)
        assert [row is None for row in rows] == [False, True, False]


FORGED = [
    *("name = 'news/b.md'", "id = 'x'", "facts = 'x'", "digest = 'xxxxxxxxxxxxxxxxxxxx'"),
    *("digest = x'00'", "settings = 'ssssssssssssssss'"),
    *(
        "since = 'now'",
        "until = 'x'",
        "until = x'00'",
        "since = 'now', until = NULL",
        "result = x''",
    ),
]


@pytest.mark.parametrize("change", FORGED)
def test_nor_is_one_with_a_forged_row(site: Site, change: str) -> None:
    with closing(sqlite3.connect(site.file, isolation_level=None)) as database:
        query = f"UPDATE remembered SET {change} WHERE name = CAST('news/b.md' AS BLOB)"  # noqa: S608 - ours
        assert database.execute(query).rowcount == 1
    with site.store() as store:
        rows = _rows(site, store)
        assert [row is None for row in rows] == [False, True, False]


def test_without_a_cache_none_is() -> None:
    store = Store.without_cache()
    assert store.unchanged(["a.md"], ["a.md"], SETTINGS, NOW, _refuse) == [None]
    store.close()


def test_a_damaged_one_is_given_up(site: Site) -> None:
    size = site.file.stat().st_size
    store = Store.open(str(site.root), str(site.cache))
    with site.file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    assert _rows(site, store) == [None] * 3
    assert store.is_damaged
    store.close()
    assert store.note == f"the cache is not used: {site.file}: database disk image is malformed"
    assert not site.file.exists()
