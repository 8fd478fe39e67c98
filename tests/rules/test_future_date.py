from __future__ import annotations

from datetime import datetime, timedelta, timezone

from articlelint import Related, Span, lint_text
from tests.clock import NOW, at
from tests.support import article, check_rule

RULE = "future-date"
SAYS = "is in the future, but the article is published: correct the date"


def _article(date_time: str, published: str = "true") -> str:
    return f"publishedDateTime: {date_time}\npublished: {published}\n"


def _reported(date_time: str) -> tuple[str, list[str]]:
    end = 20 + len(date_time)
    return _article(date_time), [f'2:20-2:{end} "{date_time}" {SAYS}']


SILENT = {
    "the past": _article("2023-05-04T09:30:00Z"),
    "the present": _article("2023-08-01T12:00:00Z"),
    "a day ahead": _article("2023-08-02T12:00:00Z"),
    "a day ahead in another zone": _article("2023-08-03T02:00:00+14:00"),
    "two days ahead on its calendar, a day in time": _article("2023-08-03T10:00:00+23:00"),
    "not published": _article("2203-05-04T09:30:00Z", "false"),
    "no flag": "publishedDateTime: 2203-05-04T09:30:00Z\n",
    "a flag that is text": _article("2203-05-04T09:30:00Z", '"true"'),
    "a flag that is a number": _article("2203-05-04T09:30:00Z", "1"),
    "a flag that is yes": _article("2203-05-04T09:30:00Z", "yes"),
    "a flag without a value": _article("2203-05-04T09:30:00Z", ""),
    "no date": "published: true\n",
    "not a date": _article("next summer"),
    "a day without time": _article("2203-05-04"),
    "a year": _article("2203"),
    "not a real day": _article("2203-02-30T09:30:00Z"),
    "a list": _article("[2203-05-04T09:30:00Z]"),
    "a date without a value": _article(""),
    "another field": "updatedDateTime: 2203-05-04T09:30:00Z\npublished: true\n",
    "a related item of an article that is not published": (
        "published: false\nrelated:\n  - publishedDateTime: 2203-05-04T09:30:00Z\n"
    ),
    "a related item with a flag alone": (
        "related:\n  - published: true\n    publishedDateTime: 2203-05-04T09:30:00Z\n"
    ),
}

REPORTED = {
    "a second more than a day": _reported("2023-08-02T12:00:01Z"),
    "more than a day in another zone": _reported("2023-08-02T10:00:00-03:00"),
    "today on its calendar, more than a day in time": _reported("2023-08-01T13:00:00-23:30"),
    "another year": _reported("2203-05-04T09:30:00Z"),
    "the last moment that there is": _reported("9999-12-31T23:59:59Z"),
    "fractions of a second": _reported("2203-05-04T09:30:00.125Z"),
    "lower case": _reported("2203-05-04t09:30:00z"),
    "quotes": (
        _article("'2203-05-04T09:30:00Z'"),
        [f'2:20-2:42 "2203-05-04T09:30:00Z" {SAYS}'],
    ),
    "related items": (
        (
            "published: true\nrelated:\n"
            "  - publishedDateTime: 2023-05-04T09:30:00Z\n"
            "  - publishedDateTime: 2203-05-04T09:30:00Z\n"
        ),
        [f'5:24-5:44 "2203-05-04T09:30:00Z" {SAYS}'],
    ),
}


def test_future_date() -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED)


def test_names_of_the_fields() -> None:
    check_rule(
        RULE,
        silent={"the usual ones": _article("2203-05-04T09:30:00Z")},
        reported={
            "the site's own": (
                "date: 2203-05-04T09:30:00Z\nlive: true\n",
                [f'2:7-2:27 "2203-05-04T09:30:00Z" {SAYS}'],
            )
        },
        config={"fields": {"publishedDateTime": "date", "published": "live"}},
    )


def test_the_zone_of_the_present_makes_no_difference() -> None:
    for hours in (-23, -5, 0, 5, 23):
        clock = at(NOW.astimezone(timezone(timedelta(hours=hours))))
        for text, _ in REPORTED.values():
            assert len(lint_text(article(text), schema={}, clock=clock)) == 1
        for name in ("the past", "a day ahead", "a day ahead in another zone"):
            assert lint_text(article(SILENT[name]), schema={}, clock=clock) == []


def test_uses_the_clock_of_the_caller() -> None:
    text = article(_article("2203-05-04T09:30:00Z"))
    later = at(datetime(2203, 5, 3, 10, tzinfo=timezone.utc))
    assert lint_text(text, schema={}, clock=later) == []


def test_related_place_and_help() -> None:
    text = article(_article("2203-05-04T09:30:00Z"))
    (diagnostic,) = lint_text(text, schema={})
    start = text.index("true")
    assert diagnostic.related == (Related(Span(start, start + 4), "the article is published"),)
    assert diagnostic.help == ("correct the date, or write `published: false` until that day",)


def test_accepted_forms() -> None:
    check_rule(
        RULE,
        silent={
            "today": _article("2023-08-01"),
            "tomorrow": _article("2023-08-02"),
            "yesterday": _article("7/31/2023"),
            "yesterday, with hyphens": _article("7-31-2023"),
            "the past, with four characters before a hyphen": _article("12-4-2022"),
            "a day ahead, without a zone": _article("2023-08-02T12:00"),
            "no date": _article("today"),
        },
        reported={
            "the day after tomorrow": _reported("2023-08-03"),
            "more than a day ahead, without a zone": _reported("2023-08-02T12:01"),
            "the month first": _reported("1/1/2203"),
            "a day of one digit before a hyphen": _reported("12-4-2203"),
            "a month of one digit before a hyphen": _reported("1-23-2203"),
            "the day first": _reported("1 May 2203"),
            "two digits": _reported("08/03/23"),
        },
        config={"rules": {"non-iso-date": {"accept": ["quarto"]}}},
    )
