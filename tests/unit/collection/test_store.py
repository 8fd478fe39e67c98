"""What is remembered of files, and when it is used again."""

from __future__ import annotations

import os
from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import Any

import pytest

from articlelint.article import Interval
from articlelint.collection.store import Store, digest_of
from articlelint.collection.stored import NO_FACTS, fact_rows
from articlelint.engine.checked import Checked
from articlelint.model import Fix, Safety, SetValue
from articlelint.rule import Fact
from tests.unit.collection.stored import CLEAN, FAULT, FAULTY, NOW, SETTINGS, Site, with_facts

FACTS = {
    "duplicate-url": (Fact("example.com/bridge", ("webUrl",)), Fact("b", ("related", 0, "webUrl"))),
    "rare-key": (Fact("_news", (), "title\nexcerpt"),),
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    site.write("news/a.md")
    with site.store() as store:
        site.put(store, "news/a.md", FAULTY._replace(facts=FACTS))
    return site


def _result(site: Site, name: str = "news/a.md", **more: object) -> Checked | None:
    """What is remembered, with its facts; asserts that the facts are read as they were noted."""
    with site.store() as store:
        found = site.get(store, name, **more)  # type: ignore[arg-type]
        return with_facts(found, store) if found else None


AS_PUT = FAULTY._replace(facts=FACTS, holds=None)


@pytest.mark.parametrize("digest", [b"short", "x" * 20])
def test_what_is_no_digest_is_not_used(site: Site, digest: bytes | str) -> None:
    with site.store() as store:
        store.database.execute("COMMIT")
        store.database.execute("UPDATE main.remembered SET digest = ?", (digest,))
        store.database.execute("BEGIN")
    assert _result(site) is None


def test_a_result_is_remembered_with_its_facts(site: Site) -> None:
    assert _result(site) == AS_PUT
    assert site.reads == 0


def test_of_a_sound_article_too(site: Site) -> None:
    site.write("b.md")
    with site.store() as store:
        assert site.get(store, "b.md") is None
        site.put(store, "b.md")
    assert _result(site, "b.md") == CLEAN._replace(holds=None)


def test_facts_are_read_by_the_ids_of_rules(site: Site) -> None:
    with site.store() as store:
        found = site.get(store, "news/a.md")
        assert found
        assert found.digest == digest_of((site.root / "news/a.md").read_bytes())
        assert [*with_facts(found, store).facts.items()] == [*FACTS.items()]
        rows = store.database.execute(
            "SELECT key FROM main.remembered_fact WHERE file = ?", (found.id,)
        )
        assert [key for (key,) in rows] == [b"example.com/bridge", b"b", b"_news"]


def test_a_long_text_in_a_fact_is_kept_short_once(site: Site) -> None:
    fact = Fact("k" * 2000, ("title",), "v" * 3000)
    site.write("b.md")
    with site.store() as store:
        site.put(store, "b.md", CLEAN._replace(facts={"rare-key": (fact,)}))
    first = _result(site, "b.md")
    assert first
    (kept,) = first.facts["rare-key"]
    assert (len(kept.key), len(kept.value)) == (1000, 1000)
    site.write("b.md", "---\n---\n")
    with site.store() as store:
        site.put(store, "b.md", first._replace(holds=CLEAN.holds))
    assert _result(site, "b.md") == first


def _touch(path: Path) -> None:
    os.utime(path, (1000, 1000))


def _rewrite(path: Path) -> None:
    text = path.read_text()
    path.unlink()
    path.write_text(text)
    _touch(path)


@pytest.mark.parametrize("change", [_touch, _rewrite])
def test_a_file_with_the_same_content_is_read_once(
    site: Site, change: Callable[[Path], None]
) -> None:
    change(site.root / "news/a.md")
    assert _result(site) == AS_PUT
    assert site.reads == 1
    assert _result(site) == AS_PUT
    assert site.reads == 1


def test_a_file_with_another_content_is_not_remembered(site: Site) -> None:
    site.write("news/a.md", "---\ntitle: A bridge\n---\n")
    assert _result(site) is None
    site.write("news/a.md", "---\ntitle:\n---\n")
    assert _result(site) == AS_PUT


def test_nor_is_one_of_the_same_size_and_time(site: Site) -> None:
    path = site.root / "news/a.md"
    status = path.stat()
    path.write_text(path.read_text().replace("title", "titel"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert _result(site) is None


def test_a_file_that_has_just_changed_is_always_read(site: Site) -> None:
    """Another change within the same tick of the clock would not show in its status."""
    site.write("b.md", age=0)
    with site.store(later=1) as store:
        site.put(store, "b.md")
    with site.store(later=1) as store:
        assert site.get(store, "b.md")
        assert site.reads == 1
    with site.store(later=3) as store:
        assert site.get(store, "b.md")
        assert site.reads == 2
    with site.store(later=3) as store:
        assert site.get(store, "b.md")
        assert site.reads == 2


def test_a_file_that_cannot_be_read_is_not_remembered(site: Site) -> None:
    path = site.root / "news/a.md"
    _touch(path)

    def read() -> bytes:
        raise OSError("gone")

    with site.store() as store:
        assert store.get("news/a.md", path.stat(), SETTINGS, NOW, read) is None


def test_other_settings_are_another_result(site: Site) -> None:
    assert _result(site, settings=b"t" * 16) is None
    with site.store() as store:
        site.put(store, "news/a.md", settings=b"t" * 16)
    assert _result(site, settings=b"t" * 16) == CLEAN._replace(holds=None)
    assert _result(site) is None


def test_a_name_is_that_of_one_file(site: Site) -> None:
    site.write("news/b.md")
    site.write("a.md")
    assert _result(site, "news/b.md") is None
    assert _result(site, "a.md") is None


@pytest.mark.parametrize(
    ("interval", "held", "not_held"),
    [
        (Interval(-inf, NOW), [0.0, NOW - 1], [NOW, NOW + 1]),
        (Interval(NOW, inf), [NOW, NOW + 1e9], [NOW - 1, 0.0]),
        (Interval(NOW, NOW + 9), [NOW, NOW + 8], [NOW - 1, NOW + 9]),
    ],
)
def test_a_result_is_used_as_long_as_it_holds(
    site: Site, interval: Interval, held: list[float], not_held: list[float]
) -> None:
    site.write("b.md")
    with site.store() as store:
        site.put(store, "b.md", CLEAN._replace(holds=interval))
    assert all(_result(site, "b.md", now=each) for each in held)
    assert not any(_result(site, "b.md", now=each) for each in not_held)


def test_what_may_change_at_any_time_is_not_remembered(site: Site) -> None:
    site.write("b.md")
    with site.store() as store:
        site.put(store, "b.md", CLEAN._replace(holds=None))
    assert _result(site, "b.md") is None


def test_the_first_result_of_a_file_counts(site: Site) -> None:
    site.write("b.md")
    facts = {"rare-key": (Fact("a", ()),)}
    with site.store() as store:
        site.put(store, "b.md")
        site.put(store, "b.md", FAULTY._replace(facts=facts))
    assert _result(site, "b.md") == CLEAN._replace(holds=None)


def test_it_is_replaced_by_another_run_with_its_facts(site: Site) -> None:
    other = {"rare-key": (Fact("b", ("title",)),)}
    with site.store() as store:
        site.put(store, "news/a.md", CLEAN._replace(facts=other))
        assert site.get(store, "news/a.md")  # it is what it was when the run began
    assert _result(site) == CLEAN._replace(facts=other, holds=None)


@pytest.mark.posix
def test_of_a_link_nothing_is_remembered(site: Site) -> None:
    (site.root / "b.md").symlink_to("news/a.md")
    status = (site.root / "b.md").lstat()
    with site.store() as store:
        store.put("b.md", status, digest_of(b""), SETTINGS, CLEAN, NO_FACTS)
        site.put(store, "b.md")  # as the file to which it leads
    with site.store() as store:
        assert store.get("b.md", status, SETTINGS, NOW, bytes) is None
        assert site.get(store, "b.md")


@pytest.mark.posix
def test_names_and_facts_need_not_be_text(site: Site) -> None:
    name = os.fsdecode(b"\xff.md")
    status = (site.root / "news/a.md").stat()
    facts = {"rare-key": (Fact("\ud800\0", (), "\udcff"),)}
    with site.store() as store:
        store.put(name, status, digest_of(b""), SETTINGS, CLEAN, fact_rows(name, facts))
    with site.store() as store:
        found = store.get(name, status, SETTINGS, NOW, bytes)
        assert found
        assert with_facts(found, store).facts == facts
        assert store.get("\ufffd.md", status, SETTINGS, NOW, bytes) is None


def test_what_json_cannot_hold_is_not_remembered(site: Site) -> None:
    fix = Fix("x", Safety.SAFE, (), SetValue(("title",), 10**5000))
    site.write("b.md")
    with site.store() as store:
        site.put(store, "b.md", CLEAN._replace(diagnostics=[FAULT._replace(fix=fix)]))
    assert _result(site, "b.md") is None


def test_files_are_asked_for_in_any_order(site: Site) -> None:
    names = [f"{number:03}.md" for number in range(0, 600, 3)]
    for name in names:
        site.write(name)
    with site.store() as store:
        for name in names:
            site.put(store, name, FAULTY._replace(facts={"rare-key": (Fact(name, ()),)}))
    ordered = [names, names[::-1], names[::7], names[100:] + names[:100]]
    for order in ordered:
        with site.store() as store:
            for name in order:
                found = site.get(store, name)
                assert found
                assert with_facts(found, store).facts == {"rare-key": (Fact(name, ()),)}
                others = f"{name}x", f"!{name}"
                status = (site.root / name).stat()
                for other in others:
                    assert store.get(other, status, SETTINGS, NOW, bytes) is None
    assert site.reads == 0


def test_notes_of_the_whole_are_kept(site: Site) -> None:
    with site.store() as store:
        assert store.noted("commit") is None
        store.keep_note("commit", "abc")
        store.close()
    with site.store() as store:
        assert store.noted("commit") == "abc"


def test_without_a_cache_all_goes_on(site: Site) -> None:
    store = Store.without_cache()
    site.put(store, "news/a.md")
    assert site.get(store, "news/a.md") is None
    assert store.noted("commit") is None
    assert store.database.execute("SELECT * FROM main.remembered_fact").fetchall() == []
    store.keep_note("commit", "abc")
    store.close()
    assert store.note == ""


def test_without_a_cache_nothing_is_settled() -> None:
    store = Store.without_cache()
    whole: Any = None
    store.settle(whole)
    store.close()
    assert store.note == ""
