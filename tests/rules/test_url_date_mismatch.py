from __future__ import annotations

from datetime import datetime, timezone

import pytest

from articlelint import Related, Span, lint_text
from tests.clock import at
from tests.support import article, check_rule

RULE = "url-date-mismatch"


def _article(date_time: str, *urls: str, field: str = "webUrl") -> str:
    fields = [field, "ampWebUrl"]
    lines = [f'{name}: "{url}"\n' for name, url in zip(fields, urls, strict=False)]
    return f"publishedDateTime: {date_time}\n{''.join(lines)}"


def _says(day: str, url_says: str) -> str:
    return f'"publishedDateTime" is {day}, but the URL says {url_says}: correct the date or the URL'


def _day(day: str, path: str) -> str:
    return _article(f"{day}T09:30:00Z", f"https://example.com{path}")


def _reported(day: str, path: str, url_says: str) -> tuple[str, list[str]]:
    return _day(day, path), [f"2:20-2:40 {_says(day, url_says)}"]


def _silent(day: str, *paths: str) -> dict[str, str]:
    return {path: _day(day, path) for path in paths}


def test_how_far() -> None:
    check_rule(
        RULE,
        silent={
            "the same day": _day("2021-09-14", "/2021/09/14/bridge"),
            "31 days later": _day("2021-10-15", "/2021/09/14/bridge"),
            "31 days before": _day("2021-08-14", "/2021/09/14/bridge"),
            "31 days after the month": _day("2021-10-31", "/2021/09/bridge"),
            "31 days before the month": _day("2021-08-01", "/2021/09/bridge"),
            "31 days later in UTC, in the same month in its zone": _article(
                "2021-10-31T23:30:00-05:00", "https://example.com/2021/10/01/bridge"
            ),
            "31 days before in UTC, in the same month in its zone": _article(
                "2023-03-01T01:30:00+02:00", "https://example.com/2023/03/31/bridge"
            ),
            "over the turn of the year": _day("2022-01-20", "/2021/12/31/bridge"),
            "the next day in its zone": _article(
                "2021-10-16T01:30:00+02:00", "https://example.com/2021/09/14/bridge"
            ),
        },
        reported={
            "32 days later": _reported("2021-10-16", "/2021/09/14/bridge", "2021-09-14"),
            "32 days before": _reported("2021-08-13", "/2021/09/14/bridge", "2021-09-14"),
            "32 days after the month": _reported("2021-11-01", "/2021/09/bridge", "2021-09"),
            "32 days before the month": _reported("2021-07-31", "/2021/09/bridge", "2021-09"),
            "32 days after the first": _reported("2021-10-03", "/2021/09/01/a", "2021-09-01"),
            "a year": _reported("2020-09-14", "/2021/09/14/bridge", "2021-09-14"),
            "day and month swapped": _reported("2021-02-09", "/2021/09/02/bridge", "2021-09-02"),
            "the first day of all": _reported("0001-01-01", "/2021/09/a", "2021-09"),
            "the last day of all": _reported("9999-12-31", "/2021/09/a", "2021-09"),
            "quotes": (
                _article('"2020-09-14T09:30:00Z"', "https://example.com/2021/09/14/bridge"),
                [f"2:20-2:42 {_says('2020-09-14', '2021-09-14')}"],
            ),
            "the day in UTC": (
                _article("2021-10-15T23:30:00-05:00", "https://example.com/2021/09/14/bridge"),
                [f"2:20-2:45 {_says('2021-10-16', '2021-09-14')}"],
            ),
        },
    )


#: How a path says 2021-09-04, and how one says 2021-09.
DAYS = [
    *("/2021/09/04/", "/2021/9/4/", "/2021/9/04/a", "/2021/sep/04/a", "/2021/Sep/4/a"),
    *("/2021/SEPTEMBER/4/a", "/a/b/2021/09/04/a.html", "/2021/09/04/?q=1", "/2021/sept/04/a"),
]
MONTHS = [
    *("/2021/09/", "/2021/09/a", "/2021/09/04", "/2021/09/04-ways-to-cross", "/2021/09/04.html"),
    *("/2021/09/31/a", "/2021/09/00/a", "/2021/09/004/a", "/2021/09/4a/", "/2021/09//04/"),
]
NO_DATES = [
    *("/", "", "/2021/", "/2021", "/2021/09", "/2021/9/", "/2021/9/a", "/2021/9/31/a"),
    *("/2021/13/", "/2021/00/a", "/2021/14/09/a", "/202109/a", "/20210904/a", "/2021-09-04/a"),
    *("/2021-09/a", "/12021/09/04/a", "/a2021/09/04/a", "/021/09/04/a", "/1080/720/a"),
    *("/2021/sep/a", "/2021/mar/", "/2021/september/", "/2021/se/04/a", "/2021/septembers/04/a"),
    *("/2021/fall/04/a", "/2021/sep/31/a", "/2021/009/04/a", "/04/09/2021/a", "/2021/09-04/a"),
    *("/1994/09/04/a", "/2025/09/04/a", "/0000/09/04/a", "/9999/09/04/a", "/2000/1200/a"),
    *("/a?from=/2021/09/04/", "/a#/2021/09/04/", "/a?x#/2021/09/04/", "/2021%2F09%2F04/a"),
    *("/\u0662\u0660\u0662\u0661/\u0660\u0669/\u0660\u0664/a", "/2021/\uff19/04/a"),
]


def test_what_is_a_date() -> None:
    check_rule(
        RULE,
        silent=_silent("2020-01-01", *NO_DATES),
        reported={
            **{path: _reported("2020-01-01", path, "2021-09-04") for path in DAYS},
            **{path: _reported("2020-01-01", path, "2021-09") for path in MONTHS},
            "the first year": _reported("2020-01-01", "/1995/01/02/a", "1995-01-02"),
            "the next year": _reported("2020-01-01", "/2024/12/31/a", "2024-12-31"),
            "a leap day": _reported("2021-01-01", "/2020/02/29/a", "2020-02-29"),
            "not a leap day": _reported("2020-01-01", "/2021/02/29/a", "2021-02"),
        },
    )


@pytest.mark.parametrize(
    ("number", "name"),
    [
        *((1, "jan"), (2, "feb"), (3, "mar"), (4, "apr"), (5, "may"), (6, "jun")),
        *((7, "jul"), (8, "aug"), (9, "sep"), (10, "oct"), (11, "nov"), (12, "dec")),
    ],
)
def test_names_of_months(number: int, name: str) -> None:
    says = f"2021-{number:02}-04"
    check_rule(
        RULE,
        silent={"that month": _day(says, f"/2021/{name}/04/a")},
        reported={"another year": _reported("2019-06-01", f"/2021/{name}/04/a", says)},
    )


def test_several_dates() -> None:
    here, there = "https://example.com/2021/09/14/a", "https://example.com/2019/03/02/a"
    both = "https://example.com/2019/03/archive/2021/09/14/a"
    check_rule(
        RULE,
        silent={
            "the first URL agrees": _article("2021-09-14T09:30:00Z", here, there),
            "the second URL agrees": _article("2019-03-02T09:30:00Z", here, there),
            "the second date of a URL agrees": _article("2021-09-14T09:30:00Z", both),
            "the first date of a URL agrees": _article("2019-03-02T09:30:00Z", both),
            "the year after next, which does not count, agrees": _article(
                "2025-01-14T09:30:00Z", "https://example.com/2025/01/a"
            ),
        },
        reported={
            "two URLs that say the same": (
                _article("2020-09-14T09:30:00Z", here, here),
                [f"2:20-2:40 {_says('2020-09-14', '2021-09-14')}"],
            ),
            "two URLs that differ": (
                _article("2020-09-14T09:30:00Z", here, there),
                [f"2:20-2:40 {_says('2020-09-14', '2021-09-14')}"],
            ),
            "two dates of a URL": (
                _article("2020-09-14T09:30:00Z", both),
                [f"2:20-2:40 {_says('2020-09-14', '2019-03')}"],
            ),
            "the other one agrees, but not in its path": (
                _article(
                    "2020-09-14T09:30:00Z", f"{there}?like=/2020/09/14/a", f"{there}#/2020/09/"
                ),
                [f"2:20-2:40 {_says('2020-09-14', '2019-03-02')}"],
            ),
            "the other one agrees, with a year that does not count": (
                _article("1994-09-14T09:30:00Z", here, "https://example.com/1994/09/14/a"),
                [f"2:20-2:40 {_says('1994-09-14', '2021-09-14')}"],
            ),
            "the other one agrees, with the year after next": (
                _article("2025-09-14T09:30:00Z", here, "https://example.com/2025/09/14/a"),
                [f"2:20-2:40 {_says('2025-09-14', '2021-09-14')}"],
            ),
            "only one has a date": (
                _article("2020-09-14T09:30:00Z", "https://example.com/a", here),
                [f"2:20-2:40 {_says('2020-09-14', '2021-09-14')}"],
            ),
        },
    )


def test_fields() -> None:
    url = "https://example.com/2021/09/14/a"
    check_rule(
        RULE,
        silent={
            "no date": f"webUrl: {url}\n",
            "not a date": _article("yesterday", url),
            "a day without time": _article("2020-09-14", url),
            "a list": _article("[2020-09-14T09:30:00Z]", url),
            "nothing": _article("", url),
            "URLs that are no text": (
                f"publishedDateTime: 2020-09-14T09:30:00Z\noriginalUrl: [{url}]\nwebUrl: 1\n"
            ),
            "the date of an update": f"updatedDateTime: 2020-09-14T09:30:00Z\nwebUrl: {url}\n",
            "an image": (
                f"publishedDateTime: 2020-09-14T09:30:00Z\nimages:\n  - url: {url}/2.jpg\n"
            ),
            "a related item against its own date": (
                "publishedDateTime: 2020-09-14T09:30:00Z\n"
                f"related:\n  - webUrl: {url}\n    publishedDateTime: 2021-09-14T09:30:00Z\n"
            ),
        },
        reported={
            **{
                name: (
                    _article("2020-09-14T09:30:00Z", url, field=name),
                    [f"2:20-2:40 {_says('2020-09-14', '2021-09-14')}"],
                )
                for name in ("originalUrl", "ampWebUrl", "cdnAmpWebUrl")
            },
            "a related item": (
                (
                    "publishedDateTime: 2021-09-14T09:30:00Z\n"
                    f"webUrl: {url}\nrelated:\n  - webUrl: https://example.org/\n"
                    f"  - webUrl: {url}\n    publishedDateTime: 2020-09-14T09:30:00Z\n"
                ),
                [f"7:24-7:44 {_says('2020-09-14', '2021-09-14')}"],
            ),
        },
    )


def test_accepted_forms() -> None:
    url = "https://example.com/2021/09/bridge"
    check_rule(
        RULE,
        silent={
            "the same month": _article("2021-09-30", url),
            "the same month, the day first": _article("30 Sep 2021", url),
            "a month ahead": _article("2021-10-31 23:59", url),
            "a form that is not accepted": _article("9/30/2020", url),
        },
        reported={
            "a day": (
                _article("2020-09-30", url),
                [f"2:20-2:30 {_says('2020-09-30', '2021-09')}"],
            ),
            "the day first": (
                _article("30 Sep 2020", url),
                [f"2:20-2:31 {_says('2020-09-30', '2021-09')}"],
            ),
        },
        config={"rules": {"non-iso-date": {"accept": ["hugo"]}}},
    )


def test_the_last_year_depends_on_the_present() -> None:
    text = article(_day("2020-01-01", "/2024/12/31/a"))
    for year, count in ((2022, 0), (2023, 1), (2024, 1)):
        clock = at(datetime(year, 6, 1, tzinfo=timezone.utc))
        assert len(lint_text(text, schema={}, clock=clock)) == count


def test_related_place_and_help() -> None:
    text = article(_day("2020-01-01", "/2021/09/bridge"))
    (diagnostic,) = lint_text(text, schema={})
    url = '"https://example.com/2021/09/bridge"'
    start = text.index(url)
    assert diagnostic.related == (Related(Span(start, start + len(url)), "the URL says 2021-09"),)
    assert diagnostic.help == ("if the URL is right, write a date that starts with `2021-09`",)


@pytest.mark.parametrize(
    "path",
    ["/2021" * 150_000, "/2021/9" * 100_000, "/2021/aaaaaaaaa" * 60_000, "/" * 900_000 + "/20"],
    ids=["years", "years and figures", "years and words", "slashes"],
)
def test_hostile_urls(path: str) -> None:
    assert lint_text(article(_day("2020-01-01", path)), schema={}) == []
