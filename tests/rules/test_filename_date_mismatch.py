from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "filename-date-mismatch"


def _published(date_time: str) -> str:
    return f"publishedDateTime: {date_time}\n"


def _says(day: str, named: str = "2023-05-04") -> str:
    return (
        f'"publishedDateTime" is {day} in UTC, but the file name says {named}: correct one of them'
    )


SILENT = {
    "the same day": _published("2023-05-04T09:30:00Z"),
    "the first second of the day": _published("2023-05-04T00:00:00Z"),
    "the last second of the day": _published("2023-05-04T23:59:59Z"),
    "a leap second": _published("2023-05-04T23:59:60Z"),
    "the day before, as it came in on the next": _published("2023-05-03T00:00:00Z"),
    "the same day in UTC, not in its zone": _published("2023-05-05T01:30:00+02:00"),
    "the day before in UTC, not in its zone": _published("2023-05-02T23:30:00-05:00"),
    "the same day in its zone, not in UTC": _published("2023-05-04T23:30:00-05:00"),
    "absent": "title: A bridge reopens\n",
    "not a date": _published("yesterday"),
    "not a real day": _published("2023-02-30T09:30:00Z"),
    "a day without time": _published("2022-05-04"),
    "a number": _published("20220504"),
    "a list": _published("[2022-05-04T09:30:00Z]"),
    "nothing": _published(""),
    "another field": "updatedDateTime: 2022-05-04T09:30:00Z\n",
    "a related item": "related:\n  - publishedDateTime: 2022-05-04T09:30:00Z\n",
}

REPORTED = {
    "the day after": (_published("2023-05-05T00:00:00Z"), [f"2:20-2:40 {_says('2023-05-05')}"]),
    "two days before": (_published("2023-05-02T23:59:59Z"), [f"2:20-2:40 {_says('2023-05-02')}"]),
    "another year": (_published("2022-05-04T09:30:00Z"), [f"2:20-2:40 {_says('2022-05-04')}"]),
    "quotes": (_published('"2022-05-04T09:30:00Z"'), [f"2:20-2:42 {_says('2022-05-04')}"]),
    "the next day in its zone and in UTC": (
        _published("2023-05-05T22:30:00-05:00"),
        [f"2:20-2:45 {_says('2023-05-06')}"],
    ),
    "the day before in its zone only": (
        _published("2023-05-03T00:30:00+02:00"),
        [f"2:20-2:45 {_says('2023-05-02')}"],
    ),
    "an alias": (
        "updatedDateTime: &day 2022-05-04T09:30:00Z\npublishedDateTime: *day\n",
        [f"3:20-3:24 {_says('2022-05-04')}"],
    ),
    "the first day of all": (
        _published("0001-01-01T00:00:00Z"),
        [f"2:20-2:40 {_says('0001-01-01')}"],
    ),
    "the last day of all": (
        _published("9999-12-31T23:59:59Z"),
        [f"2:20-2:40 {_says('9999-12-31')}"],
    ),
}


@pytest.mark.parametrize(
    "path",
    [
        "2023-05-04-bridge-reopens.md",
        "2023-05-04.md",
        "2023-05-04",
        "2023-05-04_bridge.markdown",
        "_news/2023-05-04-bridge-reopens.md",
        "/srv/2021-01-01-old/2023-05-04-bridge-reopens.md",
        "./2023-05-04-\u00fcber-br\u00fccken.md",
        "2023-5-4-bridge.md",
        "2023-5-04.md",
        "2023-05-4-2-bridges.md",
    ],
)
def test_a_name_with_a_date(path: str) -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED, path=path)


@pytest.mark.parametrize(
    "path",
    [
        "article.md",
        "<stdin>",
        "<text>",
        "",
        "2023-05-04/",
        "2023-05-04/article.md",
        "bridge-2023-05-04.md",
        "x2023-05-04.md",
        "2023-5-412-bridge.md",
        "2023-5-0-bridge.md",
        "2023-005-04-bridge.md",
        "2023-5.md",
        "23-05-04-bridge.md",
        "20230504-bridge.md",
        "2023-05-041-bridge.md",
        "2023-13-04-bridge.md",
        "2023-02-29-bridge.md",
        "0000-05-04-bridge.md",
        "2023_05_04-bridge.md",
        "2023-05.md",
        "\u0662\u0660\u0662\u0663-\u0660\u0665-\u0660\u0664.md",  # Arabic digits
    ],
)
def test_a_name_without_a_date(path: str) -> None:
    check_rule(RULE, silent={"any day": _published("2022-05-04T09:30:00Z")}, reported={}, path=path)


def test_a_leap_day() -> None:
    check_rule(
        RULE,
        silent={"the day before": _published("2024-02-28T12:00:00Z")},
        reported={
            "the day after": (
                _published("2024-03-01T12:00:00Z"),
                [f"2:20-2:40 {_says('2024-03-01', '2024-02-29')}"],
            )
        },
        path="2024-02-29-leap.md",
    )


def test_another_name_of_the_field() -> None:
    check_rule(
        RULE,
        silent={"the usual one": _published("2022-05-04T09:30:00Z")},
        reported={
            "the site's own": (
                "date: 2022-05-04T09:30:00Z\n",
                [
                    (
                        '2:7-2:27 "date" is 2022-05-04 in UTC, '
                        "but the file name says 2023-05-04: correct one of them"
                    )
                ],
            )
        },
        path="2023-05-04-bridge.md",
        config={"fields": {"publishedDateTime": "date"}},
    )


def test_help() -> None:
    text = article(_published("2023-05-09T09:30:00Z"))
    (diagnostic,) = lint_text(text, "2023-05-04-bridge.md", schema={})
    assert diagnostic.help == ("start the file name with `2023-05-09`, or correct the date",)


def test_gives_way_to_the_schema() -> None:
    text = article(_published("2023-05-09T09:30:00Z"))
    schema = {"properties": {"publishedDateTime": {"enum": ["never"]}}}
    (diagnostic,) = lint_text(text, "2023-05-04-bridge.md", schema=schema)
    assert diagnostic.rule == "schema/enum"


def test_accepted_forms() -> None:
    says = _says("2023-05-09").replace(" in UTC", "")
    check_rule(
        RULE,
        silent={
            "the day": _published("2023-05-04"),
            "the day before": _published("2023-05-03"),
            "the day, with a time": _published("2023-05-04 23:30:00 -0500"),
            "a form that is not accepted": _published("May 9, 2023"),
        },
        reported={
            "another day": (_published("2023-05-09"), [f"2:20-2:30 {says}"]),
            "another day, without a zone": (_published("2023-05-09 09:30"), [f"2:20-2:36 {says}"]),
            "another day, with a zone": (
                _published("2023-05-09 22:30:00 -0500"),
                [f"2:20-2:45 {_says('2023-05-10')}"],
            ),
        },
        path="2023-05-04-bridge.md",
        config={"rules": {"non-iso-date": {"severity": "off", "accept": ["jekyll"]}}},
    )
