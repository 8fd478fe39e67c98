"""Facts, whether they are new or remembered, asked for in every way."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from articlelint.collection import fact_table
from articlelint.collection.fact_table import FactTable
from articlelint.rule import Fact, Noted
from tests.unit.collection.stored import CLEAN, Site

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


@pytest.fixture(params=[0, 5, 1000], ids="up to {}".format)
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Of how many keys each is asked for by itself."""
    monkeypatch.setattr(fact_table, "_FEW", request.param)
    return int(request.param)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("remembered", [0, 1, 2])
@pytest.mark.parametrize("reported", [[], ["07.md"], ["03.md", "29.md"], NAMES[::4], NAMES])
def test_all_answers_are_those_of_all_facts(
    tmp_path: Path, remembered: int, reported: list[str]
) -> None:
    """``remembered``: of every second, of all or of no file the facts are in the cache."""
    site = Site(tmp_path)
    for name in NAMES:
        site.write(name)
    with site.store() as store:
        for name in NAMES[:: remembered or len(NAMES)]:
            other = {OTHER: (Fact("same", ()),)}
            site.put(store, name, CLEAN._replace(facts={RULE: FACTS[name], **other}))
    with site.store() as store:
        table = FactTable(store.database)
        for name in NAMES:
            found = site.get(store, name) if remembered else None
            is_reported = name in reported
            if found:
                table.add_remembered("c", name, found.id, is_reported=is_reported)
            else:
                table.add("c", name, {RULE: FACTS[name]}, is_reported=is_reported)
            table.add("another", name, {RULE: FACTS[name]})
        _check(table, reported)


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
    assert facts.counts() == Counter(each.fact.key for each in all_)
    assert facts.values("key 3") == {"13": 1, "3": 2}
    assert [each.file for each in facts.noted("key 3", "3")] == ["03.md", "23.md"]
    assert [each.file for each in facts.noted("same")] == NAMES
