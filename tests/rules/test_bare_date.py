from __future__ import annotations

from typing import Any

import pytest

from articlelint import fix_text, lint_text
from tests.support import article, check_rule, found

RULE = "bare-date"
ITEM = 'an item of "{}" should be text, but many programs read `2021-06-26` as a date: quote it'


def _title(date: str) -> tuple[str, list[str]]:
    """A title without quotes, and what is said of it."""
    said = f'"title" should be text, but many programs read `{date}` as a date: quote it'
    return f"title: {date}\n", [f"2:8-2:{8 + len(date)} {said}"]


def test_titles_and_the_like() -> None:
    check_rule(
        RULE,
        silent={
            "quotes": "title: \"2018-11-21\"\nexcerpt: '2018-11-21'\n",
            "a tag": "title: !!str 2018-11-21\n",
            "a block scalar": "title: |-\n  2018-11-21\n",
            "an alias, which is another value": "code: &a 2018-11-21\ntitle: *a\n",
            "quotes beside a bare one": 'date: 2018-11-21\ntitle: "2018-11-21"\n',
            "no date": "title: 2018-11\nexcerpt: 2018-1-2\n",
            "more than a date": "title: 2018-11-21 in pictures\nexcerpt: on 2018-11-21\n",
            "a time without seconds": "title: 2018-11-21 10:00\n",
            "Arabic digits": "title: \u0662\u0660\u0661\u0668-\u0661\u0661-\u0662\u0661\n",
            "another field, of which no schema tells": "code: 2018-11-21\n",
            "a date": "publishedDateTime: 2018-11-21T10:00:00Z\ndate: 2018-11-21\n",
        },
        reported={
            "a title": _title("2018-11-21"),
            "an item": (
                "topics: [2021-06-26, diary]\n",
                [f"2:10-2:20 {ITEM.format('topics')}"],
            ),
            "with a time": _title("2018-1-2 3:04:05 +1"),
            "with a zone": _title("2018-11-21T10:00:00Z"),
            "no real date": _title("2018-13-41"),
        },
        changes={
            "a title": "2018-11-21",
            "an item": "2021-06-26",
            "with a time": "2018-1-2 3:04:05 +1",
            "with a zone": "2018-11-21T10:00:00Z",
            "no real date": "2018-13-41",
        },
    )


#: What a schema says of "code", and whether a date there should be quoted.
SCHEMAS: dict[str, tuple[Any, bool]] = {
    "text": ({"type": "string"}, True),
    "text or nothing": ({"type": ["string", "null"]}, True),
    "text or a list of texts": ({"anyOf": [{"type": "string"}, {"type": "array"}]}, True),
    "text of another format": ({"type": "string", "format": "hostname"}, True),
    "anything": ({}, False),
    "a date": ({"type": "string", "format": "date"}, False),
    "text or a time": ({"anyOf": [{"type": "string"}, {"format": "date-time"}]}, False),
    "text of some form": ({"type": "string", "pattern": "^[0-9-]+$"}, False),
}


@pytest.mark.parametrize(("code", "is_reported"), SCHEMAS.values(), ids=SCHEMAS)
def test_what_the_schema_wants(code: Any, *, is_reported: bool) -> None:
    reported = lint_text(article("code: 2018-11-21\n"), schema={"properties": {"code": code}})
    assert RULE in [each.rule for each in reported] or not is_reported
    assert not reported or is_reported


def test_an_item_of_what_the_schema_wants() -> None:
    schema = {"properties": {"tags": {"items": {"type": "string"}}}}
    assert found(article("tags:\n  - diary\n  - 2021-06-26\n"), schema=schema) == [
        f"4:5-4:15 bare-date /tags/1: {ITEM.format('tags')}"
    ]


@pytest.mark.parametrize(
    "key",
    [
        *("date", "pubDate", "dates", "lastmod", "updated_at", "updatedAt", "publishedOn", "time"),
        *("posted-on", "birthday", "created", "expires", "from", "to", "release", "startTime"),
    ],
)
def test_keys_for_dates(key: str) -> None:
    schema = {"additionalProperties": {"type": "string"}}
    assert found(article(f"{key}: 2018-11-21\n"), schema=schema) == []


@pytest.mark.parametrize("key", ["slug", "section", "location", "format", "fromage", "topics"])
def test_keys_for_other_things(key: str) -> None:
    schema = {"additionalProperties": {"type": "string"}}
    assert len(found(article(f"{key}: 2018-11-21\n"), schema=schema)) == 1


def test_gives_way_to_the_schema() -> None:
    [diagnostic] = lint_text(
        article("title: 2018-11-21\n"), schema={"properties": {"title": {"maxLength": 5}}}
    )
    assert diagnostic.rule == "schema/maxLength"


#: A front matter, and the same with its dates in quotes.
FIXED = {
    "a value": (
        article("title: 2018-11-21 # a diary\n"),
        article('title: "2018-11-21" # a diary\n'),
    ),
    "a list": (article("topics: [2018-11-21, a]\n"), article('topics: ["2018-11-21", a]\n')),
    "TOML": ("+++\ntitle = 2018-11-21\n+++\n", '+++\ntitle = "2018-11-21"\n+++\n'),
    "an item in TOML": (
        "+++\ntopics = [2018-11-21, 'a']\n+++\n",
        "+++\ntopics = [\"2018-11-21\", 'a']\n+++\n",
    ),
}


@pytest.mark.parametrize(("text", "fixed"), FIXED.values(), ids=FIXED)
def test_the_fix_is_safe(text: str, fixed: str) -> None:
    assert fix_text(text, schema={}).text == fixed


def test_help() -> None:
    [diagnostic] = lint_text(article("title: 2018-11-21\n"), schema={})
    assert diagnostic.help == ('write `"2018-11-21"`',)
