"""Facts, whether they are new or remembered, asked for in every way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from pathlib import Path

import pytest

from articlelint.collection import fact_table, table_facts
from articlelint.collection.fact_table import FactTable
from articlelint.collection.store import Store
from articlelint.collection.stored import NO_FACTS, fact_rows
from articlelint.rule import Fact, Noted
from tests.unit.collection.stored import CLEAN, NOW, SETTINGS, Site

RULE, OTHER = "rare-key", "duplicate-url"
NAMES = [f"{number:02}.md" for number in range(30)]
#: Each key is in every third file, "same" in all, and most files differ from some others.
FACTS = {
    name: (
        Fact(f"key {number % 10}", ("title",), str(number % 20)),
        Fact("same", ("related", number), "x"),
        Fact(f"own {number}", ()),
        Fact(f"twice {number}", (0,)),
        Fact(f"twice {number}", (1,), "y"),
    )
    for number, name in enumerate(NAMES)
}
OLD = (Fact("key 3", (), "3"), Fact("same", ()))


@pytest.fixture(params=[0, 5, 1000], ids="up to {}".format)
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Of how many keys each is asked for by itself."""
    monkeypatch.setattr(table_facts, "_FEW", request.param)
    monkeypatch.setattr(fact_table, "_MOST_ROWS", 7)  # so that they are added in several parts
    return int(request.param)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("remembered", [0, 1, 2, -1])
@pytest.mark.parametrize("reported", [[], ["07.md"], ["03.md", "29.md"], NAMES[::4], NAMES])
def test_all_answers_are_those_of_all_facts(
    tmp_path: Path, remembered: int, reported: list[str]
) -> None:
    """``remembered``: of every second, of all or of no file the facts are in the cache.

    With -1, it is of all, and their rows are known.
    """
    site = Site(tmp_path)
    for name in NAMES:
        site.write(name)
    with site.store() as store:
        for name in NAMES[:: remembered or len(NAMES)]:
            other = {OTHER: (Fact("same", ()),)}
            site.put(store, name, CLEAN._replace(facts={RULE: FACTS[name], **other}))
    with site.store() as store:
        table = FactTable(store.database)
        if remembered < 0:
            for is_reported in (False, True):
                names = [each for each in NAMES if (each in reported) == is_reported]
                _add_unchanged(table, site, store, names, is_reported=is_reported)
        for name in NAMES if remembered >= 0 else []:
            found = site.get(store, name) if remembered else None
            is_reported = name in reported
            if found:
                table.add_remembered(
                    "c", name, found.facts_digest, found.id, is_reported=is_reported
                )
            else:
                table.add("c", name, fact_rows(name, {RULE: FACTS[name]}), is_reported=is_reported)
            table.add("another", name, fact_rows(name, {RULE: FACTS[name]}))
        _check(table, reported)


def _read(path: str) -> bytes:
    return Path(path).read_bytes()


def _add_unchanged(
    table: FactTable, site: Site, store: Store, names: list[str], *, is_reported: bool
) -> None:
    paths = [str(site.root / each) for each in names]
    for each, path in zip(names, paths, strict=True):
        rows = store.unchanged([each], [path], SETTINGS, NOW, _read)
        assert all(rows)
        table.add_unchanged("c", "", filter(None, rows), is_reported=is_reported)


def test_the_state_tells_facts_from_others_in_any_order() -> None:
    def state(*names: str, reported: Container[str] = NAMES, **more: Fact) -> str | None:
        table = FactTable()
        for name in names:
            facts = {RULE: (*FACTS[name], *more.values())}
            table.add("c", name, fact_rows(name, facts), is_reported=name in reported)
        table.add("c", "without.md", NO_FACTS)
        return table.state("c")

    one = state("01.md", "02.md")
    assert one == state("02.md", "01.md")
    others = [
        state("01.md"),
        state("01.md", "03.md"),
        state("01.md", "02.md", "03.md"),
        state("01.md", "02.md", reported=["01.md"]),
        state("01.md", "02.md", more=Fact("more", ())),
        state(),
    ]
    assert len({one, *others}) == 1 + len(others)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("reported", [[], ["07.md"], ["03.md", "29.md"], NAMES[::4]])
def test_so_are_those_of_files_that_the_cache_knows(tmp_path: Path, reported: list[str]) -> None:
    """Of a collection in a folder; the files of others and old facts of its own do not count."""
    site = Site(tmp_path)
    looked_at = {*reported, "00.md", "01.md", "gone.md"}
    with site.store() as store:
        for name in [*NAMES, "gone.md", "also.md", "outside.md"]:
            site.write(f"news/{name}")
            settings = {"also.md": b"n" * 16, "outside.md": b"z" * 16}.get(name, SETTINGS)
            facts = OLD if name in looked_at else FACTS.get(name, OLD)
            result = CLEAN._replace(facts={RULE: facts, OTHER: OLD})
            site.put(store, f"news/{name}", result, settings=settings)
    with site.store() as store:
        table = FactTable(store.database)
        known = {SETTINGS: "c", b"n" * 16: "another"}
        table.take_remembered(known, "news/", looked_at)
        for name in sorted(looked_at - {"gone.md"}):
            table.add("c", name, fact_rows(name, {RULE: FACTS[name]}), is_reported=name in reported)
        _check(table, reported)
        assert table.of("another", RULE).counts() == {"key 3": 1, "same": 1}


def _check(table: FactTable, reported: list[str]) -> None:
    facts = table.of("c", RULE)
    all_ = [Noted(name, fact) for name in NAMES for fact in FACTS[name]]
    asked = sorted({each.fact.key for each in all_ if each.file in reported})
    by_key = {key: [each for each in all_ if each.fact.key == key] for key in asked}
    in_several = [key for key in asked if len({each.file for each in by_key[key]}) > 1]
    assert list(facts.groups()) == [by_key[key] for key in in_several]
    differing = [key for key in asked if len({each.fact.value for each in by_key[key]}) > 1]
    assert list(facts.differing()) == differing
    assert list(facts.to_report()) == [each for each in all_ if each.file in reported]
    assert list(facts.keys_to_report()) == asked
    assert facts.counts() == Counter(each.fact.key for each in all_)
    assert facts.values("key 3") == {"13": 1, "3": 2}
    assert [each.file for each in facts.noted("key 3", "3")] == ["03.md", "23.md"]
    assert [each.file for each in facts.noted("same")] == NAMES
