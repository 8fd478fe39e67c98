"""When a check says the same of the same text, so that it need not be repeated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from math import inf
from typing import Any

import pytest

from articlelint import Article, Objection, Rule, Severity, make_config
from articlelint.article import ALWAYS, Interval
from articlelint.engine.check import Checker
from articlelint.rule import Options
from articlelint.schema.loading.store import Schema, SchemaError, from_mapping
from articlelint.schema.validator import Validator
from tests.clock import NOW, at
from tests.support import article, source_of

ANY = from_mapping({})
MIDNIGHT = datetime(2023, 8, 1, tzinfo=timezone.utc)
NAMING = article("$schema: own.json\n")


def _holds(
    text: str | bytes, schema: Schema = ANY, now: datetime = NOW, **more: Any
) -> Interval | None:
    config = make_config({}, ignore=more.pop("ignore", ()))
    return Checker(schema, config, clock=at(now), **more).begin(source_of(text), "a.md").holds


@pytest.mark.parametrize(
    "text",
    [
        article("title: A bridge reopens\n"),
        article("title: ' A bridge reopens'\n"),
        "No front matter\n",
        "---\ntitle: a: b\n---\n",
        "---\n- a list\n---\n",
        NAMING,  # where no article may name a schema
    ],
)
def test_what_depends_on_nothing_else_always_holds(text: str) -> None:
    assert _holds(text) == ALWAYS
    assert _holds(text, from_mapping({"required": ["slug"]})) == ALWAYS


AHEAD = article("publishedDateTime: 2023-08-03T12:00:00Z\npublished: true\n")


@pytest.mark.parametrize(
    ("now", "since", "until"),
    [
        (NOW, MIDNIGHT, MIDNIGHT + timedelta(days=1)),
        (NOW + timedelta(days=1), NOW + timedelta(days=1), MIDNIGHT + timedelta(days=2)),
        (NOW + timedelta(days=9), MIDNIGHT + timedelta(days=9), None),
    ],
)
def test_a_date_in_the_future_holds_for_the_day_at_most(
    now: datetime, since: datetime, until: datetime | None
) -> None:
    until_ = until.timestamp() if until else inf
    assert _holds(AHEAD, now=now) == Interval(since.timestamp(), until_)


def test_the_year_in_an_url_holds_until_it_counts() -> None:
    text = article(
        "publishedDateTime: 2020-01-01T00:00:00Z\nwebUrl: https://example.com/2026/02/03/bridge\n"
    )
    turn = datetime(2025, 1, 1, tzinfo=timezone.utc).timestamp()
    assert _holds(text) == Interval(-inf, turn)
    assert _holds(text, now=datetime(2025, 1, 1, tzinfo=timezone.utc)) == Interval(turn, inf)


def test_where_an_article_names_a_schema_nothing_is_known() -> None:
    def find(name: str, _path: str) -> Validator:
        if name != "own.json":
            raise SchemaError(name, "no such schema")
        return Validator(ANY)

    for ignore in ([], ["unusable-schema"]):
        assert _holds(NAMING, find_schema=find, ignore=ignore) is None
        assert _holds(article("$schema: x.json\n"), find_schema=find, ignore=ignore) is None
    assert _holds(article("schema: own.json\n"), find_schema=find) == ALWAYS


@pytest.mark.parametrize("ignore", [[], ["internal-error"]])
def test_after_a_failure_nothing_is_known(ignore: list[str]) -> None:
    def check(_article: Article, _options: Options) -> Iterator[Objection]:
        raise MemoryError

    rule = Rule("fails", "", Severity.ERROR, (), check)
    text = article("title: A bridge reopens\n")
    assert _holds(text, own_rules={"own-rule": rule}, ignore=ignore) is None


def test_after_a_failure_of_articlelint_nothing_is_known() -> None:
    checker = Checker(ANY, make_config({}))
    assert checker.begin(None, "a.md").holds is None  # type: ignore[arg-type]


@pytest.mark.parametrize("ignore", [[], ["too-complex"]])
def test_what_may_have_taken_too_long_is_not_known(ignore: list[str]) -> None:
    schema = from_mapping({"items": {"type": "string"}})
    schema = from_mapping({"properties": {"list": schema.contents}})
    many = article(f"list: [{', '.join('1' for _ in range(600))}]\n")
    assert _holds(many, schema, ignore=ignore) is None
    few = article("list: [1, 2, 3]\n")
    assert _holds(few, schema, ignore=ignore) == ALWAYS


def test_what_cannot_be_decoded_is_not_known() -> None:
    assert _holds(b"---\ntitle: \xff\n---\n") is None
