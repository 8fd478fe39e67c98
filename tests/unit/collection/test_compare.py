"""Each rule is asked once for each collection and for each of its options there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from articlelint.collection.compare import Comparison
from articlelint.collection.fact_table import FactTable
from articlelint.collection.stored import fact_rows
from articlelint.engine.by_rules import ActiveRule
from articlelint.model import Severity
from articlelint.rule import Fact, Facts, FileObjection, Objection, Options, Rule

RULE = Rule(
    summary="two files with one key",
    docs="",
    severity=Severity.WARNING,
    examples=(),
)
ONE = {"same": (Fact("key", ("title",)),)}


@pytest.fixture
def table() -> FactTable:
    """Two collections, of two files and of one."""
    table = FactTable()
    for collection, name in (("news", "a.md"), ("news", "b.md"), ("videos", "a.md")):
        table.add(collection, name, fact_rows(name, ONE), is_reported=True)
    return table


def active(check: Any, options: Mapping[str, Any] = {}, rule_id: str = "same") -> ActiveRule:
    return ActiveRule(rule_id, RULE._replace(check_collection=check), Severity.WARNING, options)


def _pairs(facts: Facts, options: Options) -> Iterator[FileObjection]:
    for group in facts.groups():
        for noted in group:
            yield FileObjection(noted.file, Objection(noted.fact.path, f"{options}"))


def test_what_is_objected_to_in_each_file(table: FactTable) -> None:
    comparison = Comparison(table)
    found = comparison.of(active(_pairs), "news")
    objection = Objection(("title",), "{}")
    assert found.failure is None
    assert found.by_file == {each: [FileObjection(each, objection)] for each in ("a.md", "b.md")}
    assert comparison.of(active(_pairs), "videos").by_file == {}


def test_it_is_asked_once(table: FactTable) -> None:
    asked: list[Options] = []

    def check(_facts: Facts, options: Options) -> tuple[FileObjection, ...]:
        asked.append(options)
        return ()

    comparison = Comparison(table)
    first = comparison.of(active(check, {"a": 1}), "news")
    assert comparison.of(active(check, {"a": 1}), "news") is first
    assert comparison.of(active(check, {"a": 2}), "news") is not first
    assert comparison.of(active(check, {"a": 1}), "news") is first
    comparison.of(active(check, {"a": 1}), "videos")
    assert asked == [{"a": 1}, {"a": 2}, {"a": 1}]


def test_a_rule_without_a_comparison_says_nothing(table: FactTable) -> None:
    assert Comparison(table).of(active(None), "news") == ({}, None)


def test_one_that_fails_says_nothing_else(table: FactTable) -> None:
    def check(facts: Facts, options: Options) -> Iterator[FileObjection]:
        yield from _pairs(facts, options)
        raise ValueError("such a value")

    found = Comparison(table).of(active(check), "news")
    assert found.by_file == {}
    assert found.failure
    assert (found.failure.rule, found.failure.severity) == ("internal-error", Severity.ERROR)
    assert found.failure.message == (
        "the rule same failed on this collection: ValueError: such a value"
    )


@pytest.mark.parametrize("error", [KeyboardInterrupt, sqlite3.DatabaseError])
def test_what_is_no_fault_of_the_rule_is_raised(
    error: type[BaseException], table: FactTable
) -> None:
    def check(_facts: Facts, _options: Options) -> tuple[FileObjection, ...]:
        raise error

    with pytest.raises(error):
        Comparison(table).of(active(check), "news")
