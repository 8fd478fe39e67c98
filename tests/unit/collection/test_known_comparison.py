"""What comparing has found, noted for later runs: used only where all is as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from articlelint.collection import known_comparison
from articlelint.collection.compare import Compared
from articlelint.collection.fact_table import FactTable
from articlelint.collection.known_comparison import KnownComparison
from articlelint.collection.store import Store
from articlelint.collection.stored import fact_rows
from articlelint.engine.by_rules import internal_error
from articlelint.model import Change, RenameKey, SetValue, Span
from articlelint.rule import Elsewhere, Fact, FileObjection, Objection
from tests.unit.collection.stored import SETTINGS, Site

RULE = "duplicate-url"
FACTS = {RULE: (Fact("example.com/bridge", ("webUrl",), "1"),)}
OTHER_FACTS = {RULE: (Fact("example.com/bridge", ("originalUrl",), "1"),)}


def objection(file: str, change: Change | None = None) -> FileObjection:
    """One with something in each of its fields."""
    related = ((("provider", "name"), "called that here"),)
    told = Objection(("related", 0), 'it\'s "so"\ud800', ("a", "b"), True, related, change)
    return FileObjection(file, told, (Elsewhere("é.md", ("title",), "the same"),))


FOUND = Compared.of(
    [
        objection("b.md", SetValue(("title",), [{"a": 1.5}, None])),
        objection("a.md", RenameKey(("a", 1), "b")),
        objection("a.md")._replace(objection=Objection((), "m", part=Span(1, 2), is_guess=True)),
    ]
)


class Collection:
    """A collection with files and a folder, and a cache."""

    def __init__(self, folder: Path) -> None:
        self.site = Site(folder)
        self.facts = {"a.md": FACTS, "b.md": FACTS}
        self.reported = {"a.md", "b.md"}
        (self.site.root / "images").mkdir()
        (self.site.root / "images" / "boat.jpg").touch()

    def known(self, store: Store) -> KnownComparison:
        """What is known of the collection in a run."""
        table = FactTable(store.database)
        table.place("c", str(self.site.root))
        for name, facts in self.facts.items():
            table.add("c", name, fact_rows(name, facts), is_reported=name in self.reported)
        return KnownComparison(store, table, "c", "key")

    def note(self, found: Compared = FOUND, *asked: str) -> None:
        """Note something in one run, which has asked for the names in some folders."""
        with self.site.store() as store:
            known = self.known(store)
            assert known.get(SETTINGS, RULE) is None
            known.add(SETTINGS, RULE, found)
            for folder in asked:
                known._folders.names(folder)
            known.note()

    def get(self) -> Compared | None:
        """What a later run knows."""
        with self.site.store() as store:
            return self.known(store).get(SETTINGS, RULE)


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    return Collection(tmp_path)


def test_what_was_found_is_known_as_it_was(collection: Collection) -> None:
    collection.note()
    assert collection.get() == FOUND
    assert [*FOUND.by_file] == ["b.md", "a.md"]


def test_so_is_that_nothing_was_found(collection: Collection) -> None:
    collection.note(Compared({}))
    assert collection.get() == Compared({})


def test_it_is_known_for_the_same_settings_and_rule(collection: Collection) -> None:
    collection.note()
    with collection.site.store() as store:
        known = collection.known(store)
        assert known.get(b"t" * 16, RULE) is None
        assert known.get(SETTINGS, "duplicate-title") is None


def test_what_is_added_later_is_known_besides(collection: Collection) -> None:
    collection.note()
    with collection.site.store() as store:
        known = collection.known(store)
        known.add(SETTINGS, "duplicate-title", Compared({}))
        known.note()
    with collection.site.store() as store:
        known = collection.known(store)
        assert known.get(SETTINGS, RULE) == FOUND
        assert known.get(SETTINGS, "duplicate-title") == Compared({})


def _change_facts(collection: Collection) -> None:
    collection.facts["a.md"] = OTHER_FACTS


def _lose_facts(collection: Collection) -> None:
    collection.facts["a.md"] = {}


def _add(collection: Collection) -> None:
    collection.facts["c.md"] = FACTS


def _remove(collection: Collection) -> None:
    del collection.facts["b.md"]


def _rename(collection: Collection) -> None:
    collection.facts["c.md"] = collection.facts.pop("b.md")


def _report_on_fewer(collection: Collection) -> None:
    collection.reported = {"a.md"}


def _add_to_folder(collection: Collection) -> None:
    (collection.site.root / "images" / "ferry.jpg").touch()


def _remove_from_folder(collection: Collection) -> None:
    (collection.site.root / "images" / "boat.jpg").unlink()


def _remove_folder(collection: Collection) -> None:
    _remove_from_folder(collection)
    (collection.site.root / "images").rmdir()


def _add_folder(collection: Collection) -> None:
    (collection.site.root / "videos").mkdir()


CHANGES = [
    *(_change_facts, _lose_facts, _add, _remove, _rename, _report_on_fewer),
    *(_add_to_folder, _remove_from_folder, _remove_folder, _add_folder),
]


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_it_is_not(
    collection: Collection, change: Callable[[Collection], None]
) -> None:
    collection.note(FOUND, "images", "videos")
    assert collection.get() == FOUND
    change(collection)
    assert collection.get() is None


def test_a_file_without_facts_does_not_matter(collection: Collection) -> None:
    collection.note()
    collection.facts["c.md"] = {}
    assert collection.get() == FOUND


def test_folders_that_were_not_asked_for_do_not_matter(collection: Collection) -> None:
    collection.note(FOUND, "videos")
    _remove_folder(collection)
    assert collection.get() == FOUND


def test_a_failure_is_not_noted(collection: Collection) -> None:
    collection.note(Compared({}, internal_error("the rule x", ValueError())))
    assert collection.get() is None


def test_nor_is_what_json_cannot_hold(collection: Collection) -> None:
    collection.note(Compared.of([objection("a.md", SetValue(("title",), 10**5000))]))
    assert collection.get() is None


def test_nor_is_very_much(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_comparison, "_LONGEST", 100)
    collection.note()
    assert collection.get() is None


def test_of_files_that_the_cache_knows_nothing_is_noted(collection: Collection) -> None:
    with collection.site.store() as store:
        table = FactTable(store.database)
        table.take_remembered({SETTINGS: "c"}, "", [])
        known = KnownComparison(store, table, "c", "key")
        known.add(SETTINGS, RULE, FOUND)
        known.note()
    with collection.site.store() as store:
        assert store.noted("compared:key") is None


FORGED = ["", "[]", "\n", "7\n", '["state"]\n', "x" * 100, "é\n\u20ac"]


@pytest.mark.parametrize("noted", FORGED)
def test_a_forged_note_is_not_used(collection: Collection, noted: str) -> None:
    with collection.site.store() as store:
        store.keep_note("compared:key", noted)
    assert collection.get() is None


@pytest.mark.parametrize(
    "change",
    [
        "replace(value, 'related', 'releted')",
        "replace(value, '{}', '7')",
        "replace(value, '{}', '{\"images\": 7}')",
        "substr(value, 1, length(value) - 10)",
        "substr(value, 1, instr(value, char(10)))",
        "substr(value, 1, instr(value, char(10))) || char(8364)",
        "CAST(value AS BLOB)",
    ],
)
def test_nor_is_one_that_was_changed(collection: Collection, change: str) -> None:
    collection.note()
    with closing(sqlite3.connect(collection.site.file, isolation_level=None)) as database:
        query = f"UPDATE note SET value = {change} WHERE key = 'compared:key'"  # noqa: S608 - ours
        assert database.execute(query).rowcount == 1
    assert collection.get() is None
