"""A cache at whose place is something else, or to which something happens."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from articlelint.collection.cache_file import cache_file
from articlelint.collection.store import Store
from articlelint.rule import Fact
from tests.unit.collection.stored import CLEAN, FAULTY, Site, with_facts

FACTS = {"rare-key": (Fact("_news", (), "title"),)}
NAMES = [f"{number:03}.md" for number in range(300)]
AS_PUT = FAULTY._replace(facts=FACTS, holds=None)
ANEW = "{file} is not a usable cache: it is replaced"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    for name in NAMES:
        site.write(name)
    with site.store() as store:
        for name in NAMES:
            site.put(store, name, FAULTY._replace(facts=FACTS))
    return site


def _assert_remembers(site: Site) -> None:
    with site.store() as store:
        for name in NAMES:
            found = site.get(store, name)
            assert found
            assert with_facts(found, store) == AS_PUT


def _assert_made_anew(site: Site) -> None:
    """It is told once, what was there is not used, and from then on all is as it should be."""
    with site.store(note=ANEW) as store:
        assert site.get(store, NAMES[0]) is None
        for name in NAMES:
            site.put(store, name, FAULTY._replace(facts=FACTS))
    _assert_remembers(site)


def _sql(*statements: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        database = sqlite3.connect(file)
        for each in statements:
            database.execute(each)
        database.commit()
        database.close()

    return change


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_bytes(change(file.read_bytes()))

    return write


WRONG = {
    "a text": _bytes(lambda _: b"not a database\n" * 1000),
    "zeros": _bytes(lambda old: bytes(len(old))),
    "its header alone": _bytes(lambda old: old[:100]),
    "half a page": _bytes(lambda old: old[:2048]),
    "its first page": _bytes(lambda old: old[:4096]),
    "no header": _bytes(lambda old: bytes(100) + old[100:]),
    "a format of the future": _bytes(lambda old: old[:18] + b"\x09\x09" + old[20:]),
    "a schema format of the future": _bytes(lambda old: old[:44] + b"\0\0\0\x09" + old[48:]),
    "the mark of another program": _sql("PRAGMA application_id = 7"),
    "another table": _sql("CREATE TABLE other (x)"),
    "no facts": _sql("DROP TABLE remembered_fact"),
    "another column": _sql("ALTER TABLE remembered ADD COLUMN more"),
    "a view instead of a table": _sql(
        "DROP TABLE remembered_fact",
        "CREATE VIEW remembered_fact AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n)"
        " SELECT * FROM n",
    ),
    "a trigger": _sql(
        "CREATE TRIGGER t AFTER INSERT ON remembered BEGIN DELETE FROM remembered; END"
    ),
    "no index": _sql("DROP INDEX fact_by_key"),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_what_is_no_cache_is_made_anew(site: Site, change: Callable[[Path], None]) -> None:
    change(site.file)
    _assert_made_anew(site)


@pytest.mark.parametrize("content", [b"", b"S"])
def test_an_empty_file_is_an_empty_cache(site: Site, content: bytes) -> None:
    site.file.write_bytes(content)  # sqlite itself takes one byte for nothing
    with site.store() as store:
        assert site.get(store, NAMES[0]) is None


def _run(site: Site) -> int:
    """One run: what is not remembered is put. Asserts that nothing wrong is remembered."""
    store = Store.open(str(site.root), str(site.cache))
    remembered = 0
    for name in NAMES:
        found = site.get(store, name)
        if found is None:
            site.put(store, name, FAULTY._replace(facts=FACTS))
        else:
            remembered += 1
            assert found.checked.diagnostics == AS_PUT.diagnostics
    store.close()
    assert len(store.note.splitlines()) <= 1
    return remembered


@pytest.mark.parametrize("part", range(1, 10))
def test_one_that_was_cut_is_never_wrong(site: Site, part: int) -> None:
    size = site.file.stat().st_size
    os.truncate(site.file, size * part // 10 // 4096 * 4096 + part % 2 * 100)
    for _ in range(3):
        last = _run(site)
    assert last == len(NAMES)


@pytest.mark.parametrize("page", range(1, 30, 3))
@pytest.mark.parametrize("content", [b"\0", b"\xff", b"\x0d"])
def test_nor_is_one_with_a_damaged_page(site: Site, page: int, content: bytes) -> None:
    data = bytearray(site.file.read_bytes())
    page %= len(data) // 4096
    data[page * 4096 : (page + 1) * 4096] = content * 4096
    site.file.write_bytes(data)
    for _ in range(3):
        last = _run(site)
    assert last == len(NAMES)


def test_facts_of_a_damaged_cache_raise_what_says_so(site: Site) -> None:
    _sql("UPDATE remembered_fact SET path = '[' WHERE file = 1")(site.file)
    with site.store() as store:
        first = store.database.execute("SELECT name FROM remembered WHERE id = 1").fetchone()[0]
        first = first.decode()
        found = site.get(store, first)
        assert found
        with pytest.raises(sqlite3.DatabaseError):
            with_facts(found, store)


FORGED = {
    "a result of another length": "result = substr(result, 1, 40)",
    "a result that is a text": "result = 'clean'",
    "a result that is a number": "result = 7",
    "settings that are a text": "settings = 'ssssssssssssssss'",
    "a digest that is a text": "digest = 'd', modified = NULL",
    "a time that is a text": "since = 'now'",
    "a time that is a blob": "until = x'00'",
    "a day that is a text": "used = 'today'",
    "a digest of facts that is a text": "facts = 'x'",
    "a status that is a text": "modified = 'x', digest = 'x'",
}


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED)
def test_a_forged_row_is_not_used(site: Site, change: str) -> None:
    _sql(f"UPDATE remembered SET {change} WHERE name = CAST('000.md' AS BLOB)")(site.file)  # noqa: S608
    with site.store() as store:
        assert site.get(store, NAMES[0]) is None
        assert site.get(store, NAMES[1])


def test_a_name_that_is_a_number_is_no_name(site: Site) -> None:
    _sql("UPDATE remembered SET name = 7 WHERE name = CAST('000.md' AS BLOB)")(site.file)
    with site.store() as store:
        assert [name for name in NAMES if not site.get(store, name)] == NAMES[:1]


def test_what_cannot_be_decoded_damages_it(site: Site) -> None:
    of_first = "WHERE name = CAST('000.md' AS BLOB)"
    _sql(f"UPDATE remembered SET digest = CAST(x'ff' AS TEXT) {of_first}")(site.file)  # noqa: S608
    store = Store.open(str(site.root), str(site.cache))
    assert site.get(store, NAMES[0]) is None
    assert re.fullmatch("the cache is not used: .*Could not decode .*", store.note)
    site.put(store, NAMES[0])
    store.close()
    assert not list(site.cache.glob("*.sqlite*"))


@pytest.mark.parametrize("name", ["7", "'a'", "x'ff'", "x'00'"])
def test_a_name_that_no_file_has_is_forgotten(site: Site, name: str) -> None:
    _sql("DELETE FROM note", f"UPDATE remembered SET name = {name} WHERE id = 1")(site.file)  # noqa: S608
    with site.store():
        pass
    with closing(sqlite3.connect(site.file)) as database:
        assert database.execute("SELECT * FROM remembered WHERE id = 1").fetchone() is None
        assert database.execute("SELECT count(*) FROM remembered").fetchone() == (len(NAMES) - 1,)


def test_two_files_with_one_id_are_made_anew(site: Site) -> None:
    """Which nobody writes: but a result must never have the facts of another file."""
    _sql("DROP INDEX remembered_by_id", "UPDATE remembered SET id = 1 WHERE id = 2")(site.file)
    _assert_made_anew(site)


@pytest.mark.posix
def test_it_is_for_the_user_alone(site: Site) -> None:
    assert stat.S_IMODE(site.cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(site.file.stat().st_mode) == 0o600
    assert (site.cache / ".gitignore").read_text() == "*\n"


def _unused(site: Site, why: str) -> None:
    before = {each: each.lstat().st_mtime_ns for each in site.cache.parent.rglob("*")}
    store = Store.open(str(site.root), str(site.cache))
    assert store.note == f"the cache is not used: {why}"
    assert site.get(store, NAMES[0]) is None
    site.put(store, NAMES[0])
    assert store.database.execute("SELECT * FROM main.remembered").fetchall() == []
    store.keep_note("commit", "abc")
    store.close()
    assert {each: each.lstat().st_mtime_ns for each in site.cache.parent.rglob("*")} == before


@pytest.mark.posix
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
def test_one_that_came_by_a_commit_is_not_used(site: Site, mode: int) -> None:
    """Somebody may have added one that says that all is well."""
    site.file.chmod(mode)
    _unused(site, f"{site.file} is not only for this user: remove it")


@pytest.mark.posix
@pytest.mark.parametrize("side", ["-wal", "-shm", "-journal"])
def test_nor_is_one_beside_which_something_was_committed(site: Site, side: str) -> None:
    """sqlite takes what is there for the newest part of the file."""
    beside = site.file.with_name(site.file.name + side)
    beside.write_bytes(b"")
    beside.chmod(0o644)
    _unused(site, f"{beside} is not only for this user: remove it")


@pytest.mark.posix
def test_nor_is_one_of_another_user(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    _unused(site, f"{site.file} is not only for this user: remove it")


@pytest.mark.posix
def test_nor_is_a_link(site: Site) -> None:
    elsewhere = site.cache / "elsewhere"
    shutil.move(site.file, elsewhere)
    site.file.symlink_to(elsewhere)
    _unused(site, f"{site.file} is not a regular file")


def test_nor_is_a_folder(site: Site) -> None:
    file = site.file
    file.unlink()
    file.mkdir()
    _unused(site, f"{file} is not a regular file")


def test_a_file_instead_of_the_folder_is_not_used(site: Site) -> None:
    shutil.rmtree(site.cache)
    site.cache.write_text("")
    store = Store.open(str(site.root), str(site.cache))
    assert store.note.startswith("the cache is not used: ")
    store.close()
    assert site.cache.read_text() == ""


def test_each_root_has_its_own() -> None:
    names = [cache_file(root, "/cache") for root in ("/a/site", "/b/site", "/a/si te")]
    assert len(set(names)) == 3
    assert [re.sub("[0-9a-f]{16}", "#", each) for each in names] == [
        "/cache/site-#.v2.sqlite",
        "/cache/site-#.v2.sqlite",
        "/cache/si-te-#.v2.sqlite",
    ]


def test_within_the_root_it_can_be_moved_with_that() -> None:
    places = {cache_file(root, f"{root}/.cache/x")[len(root) :] for root in ("/a", "/bc")}
    assert len(places) == 1
    (place,) = places
    assert re.fullmatch("/.cache/x/collection-[0-9a-f]{16}.v2.sqlite", place)


def test_a_restored_cache_is_used(site: Site, tmp_path: Path) -> None:
    """In CI, all files are new, and the folder may be another one."""
    own = site.root / ".cache"
    store = Store.open(str(site.root), str(own))
    site.put(store, NAMES[0])
    store.close()
    moved = tmp_path / "moved"
    shutil.copytree(site.root, moved)
    for file in moved.rglob("*.md"):
        os.utime(file)
    site.root = moved
    store = Store.open(str(moved), str(moved / ".cache"))
    found = site.get(store, NAMES[0])
    assert found
    assert found.checked._replace(facts={}) == CLEAN._replace(holds=None)
    assert site.reads == 1
    store.close()
