from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from articlelint.collection.fingerprint import fingerprint
from articlelint.contents import (
    MOST_KEYS,
    MOST_ROWS,
    Contents,
    Inventory,
    Names,
    Provider,
    Row,
)
from articlelint.engine.check import Checker
from articlelint.reading.limits import MAX_NODES
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.support import source_of

NOTHING = Contents(None, (), (), (), None)


def contents(front_matter: str, fields: Mapping[str, str] | None = None) -> Contents:
    config = make_config({"fields": dict(fields or {})})
    checker = Checker(from_mapping({}), config, notes_contents=True)
    checked = checker.check_fully(source_of(f"---\n{front_matter}---\n"), "a.md")
    assert checked.contents
    return checked.contents


def inventory(*articles: Contents | None, most: int = 1_000, rules: Any = frozenset()) -> Inventory:
    gathered = Inventory(most)
    for each in articles:
        gathered.add(each, rules)
    return gathered


def test_an_article() -> None:
    found = contents("""\
title: The ferry sails
publishedDateTime: 2023-05-01T00:30:00+02:00
provider:
  name: Harbour Herald
  domain: harbour.example
  authors:
    - name: Ada Fenwick
    - name: Tom Rudd
topics: [Boats, Weather, Boats]
related:
  - title: The ferry waits
    provider:
      name: Another
  - title: 12
""")
    assert found == Contents(
        Provider("Harbour Herald", "harbour.example"),
        ("Boats", "Weather"),
        ("Ada Fenwick", "Tom Rudd"),
        (
            ("title", "text"),
            ("publishedDateTime", "text"),
            ("provider", "mapping"),
            ("provider.name", "text"),
            ("provider.domain", "text"),
            ("provider.authors", "list"),
            ("provider.authors[].name", "text"),
            ("topics", "list"),
            ("related", "list"),
            ("related[].title", "text"),
            ("related[].provider", "mapping"),
            ("related[].provider.name", "text"),
            ("related[].title", "whole number"),
        ),
        "2023-04",
    )


def test_kinds_of_values() -> None:
    found = contents("a: true\nb: 1\nc: 1.5\nd: x\ne:\nf: []\ng: {}\nh: [[{i: 2023-05-01}]]\n")
    assert found.keys == (
        *(("a", "flag"), ("b", "whole number"), ("c", "number"), ("d", "text"), ("e", "empty")),
        *(("f", "list"), ("g", "mapping"), ("h", "list"), ("h[][].i", "text")),
    )


def test_fields_are_called_as_the_configuration_says() -> None:
    fields = {
        "publishedDateTime": "date",
        "provider": "site",
        "name": "label",
        "domain": "host",
        "topics": "tags",
        "authors": "writers",
    }
    found = contents(
        """\
date: 2023-05-01T08:00:00Z
site: {label: Harbour Herald, host: harbour.example}
tags: [Boats]
topics: [Not these]
writers: [{label: Ada Fenwick}]
authors: [Nobody]
""",
        fields,
    )
    assert found._replace(keys=()) == Contents(
        Provider("Harbour Herald", "harbour.example"), ("Boats",), ("Ada Fenwick",), (), "2023-05"
    )


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("provider: Harbour Herald\n", NOTHING._replace(provider=Provider("Harbour Herald", ""))),
        ("provider: {domain: a.example}\n", NOTHING._replace(provider=Provider("", "a.example"))),
        ("provider: {}\n", NOTHING),
        ("provider: 12\n", NOTHING),
        ("topics: Boats\n", NOTHING._replace(topics=("Boats",))),
        ("topics: [12, ' ', '  Two   words ', [], {name: Boats}, {}]\n",
         NOTHING._replace(topics=("Two words", "Boats"))),
        ("authors: [Ada, {name: Tom}, Ada]\n", NOTHING._replace(authors=("Ada", "Tom"))),
        ("publishedDateTime: 2023-05-01\n", NOTHING),
        ("publishedDateTime: 2023-02-30T08:00:00Z\n", NOTHING),
        ("publishedDateTime: 12\n", NOTHING),
    ],
)  # fmt: skip
def test_other_forms(front_matter: str, expected: Contents) -> None:
    assert contents(front_matter)._replace(keys=()) == expected


def test_long_names_are_shortened() -> None:
    long = "x" * 1_000
    found = contents(f"topics: [{long}]\n{long}:\n  {long}: 1\n")
    assert found.topics == ("x" * 199 + "…",)
    assert {key for key, _ in found.keys} == {"topics", "x" * 199 + "…"}


def test_deep_and_long_keys_take_little_memory() -> None:
    nested = "".join(f"{' ' * depth}{'k' * 900}{depth}:\n" for depth in range(60))
    assert sum(len(key) for key, _ in contents(nested).keys) <= 60 * 200


@pytest.mark.parametrize(
    "front_matter",
    ["title: [\n", "1: a\n- b\n", "title: a\ntitle: b: c\n", "- a\n", ""],
    ids=["broken", "more broken", "repaired", "a list", "empty"],
)
def test_what_cannot_be_read_is_no_article(front_matter: str) -> None:
    checker = Checker(from_mapping({}), make_config({}), notes_contents=True)
    source = source_of(f"---\n{front_matter}---\n")
    assert checker.check_fully(source, "a.md").contents is None


def test_nothing_is_noted_unless_asked() -> None:
    checker = Checker(from_mapping({}), make_config({}))
    assert checker.check_fully(source_of("---\ntitle: a\n---\n"), "a.md").contents is None


def test_a_result_that_was_found_without_is_not_taken_for_one_with() -> None:
    with_, without = (
        Checker(from_mapping({}), make_config({}), notes_contents=each) for each in (True, False)
    )
    assert fingerprint(with_) != fingerprint(without)


def test_names_are_ranked_by_number_then_by_name() -> None:
    names: Names[str] = Names()
    names.add_all("cabbac")
    assert names.ranked() == [("a", 2), ("b", 2), ("c", 2)]
    names.add_all("c")
    assert names.rows(2, Row) == [Row("c", 3), Row("a", 2), Row("(and 1 more)", 2, is_rest=True)]
    assert names.rows(3, Row) == [Row("c", 3), Row("a", 2), Row("b", 2)]


def test_memory_is_bounded_however_many_names_there_are() -> None:
    names: Names[int] = Names(most=3)
    names.add_all([1, 2, 3, 4, 5, 1, 5])
    assert (len(names), names.others, names[1], names[5]) == (3, 3, 2, 0)
    shown = names.rows(2, lambda each, number: Row(str(each), number))
    assert shown == [Row("1", 2), Row("2", 1), Row("(and over 1 more)", 4, is_rest=True)]
    counted = inventory(contents("a: 1\nb: 2\nc: 3\n"), most=2).keys
    assert [name for name, _ in counted.ranked()] == ["a", "b"]  # the same ones in each run


def test_an_inventory_counts_articles() -> None:
    one = contents("heat: 1\ntopics: [Boats, Weather]\nitems: [{a: 1}, {a: x}, {a: 2}]\n")
    other = contents("heat: high\ntopics: [Boats]\nauthors: Ada\n")
    found = inventory(one, other, None)
    assert found.articles == 2
    assert found.topics.ranked() == [("Boats", 2), ("Weather", 1)]
    tables = dict(found.tables())
    assert tables["provider"] == []
    assert tables["author"] == [Row("Ada", 1)]
    assert tables["key"] == [
        Row("heat", 2, 1.0, "text (1), whole number (1)"),
        Row("topics", 2, 1.0, "list"),
        Row("authors", 1, 0.5, "text"),
        Row("items", 1, 0.5, "list"),
        Row("items[].a", 1, 0.5, "text (1), whole number (1)"),
    ]


def test_tables_are_cut_short() -> None:
    topics = ", ".join(f"topic {number:03}" for number in range(MOST_ROWS + 2))
    keys = "".join(f"key{number:03}: 1\n" for number in range(MOST_KEYS + 1))
    tables = dict(inventory(contents(f"topics: [{topics}]\n{keys}")).tables())
    rest = Row("(and 2 more)", 2, is_rest=True)
    assert tables["topic"][-2:] == [Row("topic 019", 1), rest]
    assert tables["key"][-2:] == [Row("key099", 1, 1.0, "whole number"), rest]


def test_duplicates_are_counted_by_rule() -> None:
    found = inventory(NOTHING, None, rules={"duplicate-url", "empty-value"})
    assert found.duplicates == {"duplicate-url": 2, "duplicate-title": 0}


@pytest.mark.parametrize(
    ("provider", "shown"),
    [(("Herald", "a.example"), "Herald (a.example)"), (("Herald", ""), "Herald"),
     (("", "a.example"), "a.example")],
)  # fmt: skip
def test_a_provider_as_people_read_it(provider: tuple[str, str], shown: str) -> None:
    assert Provider(*provider).shown == shown


def test_an_article_of_as_many_keys_as_can_be_read() -> None:
    keys = "".join(f"k{number}: 1\n" for number in range(MAX_NODES // 2 - 1))
    assert len(contents(keys).keys) == MAX_NODES // 2 - 1


def test_hostile_names_are_counted_as_they_are() -> None:
    found = contents('topics: ["\\x1b[2J"]\n')
    assert found.topics == ("\x1b[2J",)
