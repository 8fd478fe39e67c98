from __future__ import annotations

from articlelint import Related, Span, lint_text
from tests.support import article, check_rule

RULE = "date-order"
EARLY, LATE = "2023-05-03T17:00:00Z", "2023-05-04T09:30:00Z"


def _article(published: str, updated: str) -> str:
    return f"publishedDateTime: {published}\nupdatedDateTime: {updated}\n"


def _says(published: str) -> str:
    return f'"updatedDateTime" is before "publishedDateTime" ({published}): correct one of them'


def _reported(published: str, updated: str) -> tuple[str, list[str]]:
    end = 18 + len(updated)
    return _article(published, updated), [f"3:18-3:{end} {_says(published)}"]


SILENT = {
    "later": _article(EARLY, LATE),
    "the same": _article(LATE, LATE),
    "the same in two zones": _article("2023-05-04T11:30:00+02:00", LATE),
    "earlier on the clock, later in time": _article("2023-05-04T11:30:00+02:00", LATE),
    "the day before on the calendar, later in time": _article(
        "2023-05-05T01:00:00+05:00", "2023-05-04T23:00:00Z"
    ),
    "earlier by less than a second": _article("2023-05-04T09:30:00.9Z", "2023-05-04T09:30:00.1Z"),
    "a leap second and the second before it": _article(
        "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"
    ),
    "never updated": f"publishedDateTime: {LATE}\n",
    "never published": f"updatedDateTime: {EARLY}\n",
    "an update that is no date": _article(LATE, "yesterday"),
    "a publication that is no date": _article("tomorrow", EARLY),
    "an update on no real day": _article(LATE, "2023-02-30T09:30:00Z"),
    "an update without a value": _article(LATE, ""),
    "a publication without a value": _article("", EARLY),
    "an update that is a number": _article(LATE, "2022"),
    "a publication that is a list": _article(f"[{LATE}]", EARLY),
    "related items, each by itself": (
        f"publishedDateTime: {LATE}\nupdatedDateTime: {LATE}\n"
        f"related:\n  - updatedDateTime: {EARLY}\n  - publishedDateTime: {EARLY}\n"
    ),
}

REPORTED = {
    "the day before": _reported(LATE, EARLY),
    "a second before": _reported(LATE, "2023-05-04T09:29:59Z"),
    "a year before": _reported(LATE, "2022-05-04T09:30:00Z"),
    "later on the clock, earlier in time": _reported(LATE, "2023-05-04T11:00:00+02:00"),
    "the day after on the calendar, earlier in time": _reported(
        "2023-05-04T22:00:00Z", "2023-05-05T01:00:00+05:00"
    ),
    "before the first leap second": _reported("2016-12-31T23:59:60Z", "2016-12-31T23:59:58Z"),
    "quotes and the other order": (
        f'updatedDateTime: "{EARLY}"\npublishedDateTime: {LATE}\n',
        [f"2:18-2:40 {_says(LATE)}"],
    ),
    "aliases": (
        (
            f"dates: [&late {LATE}, &early {EARLY}]\n"
            "publishedDateTime: *late\nupdatedDateTime: *early\n"
        ),
        [f"4:18-4:24 {_says(LATE)}"],
    ),
    "a related item": (
        (
            "related:\n"
            f"  - publishedDateTime: {EARLY}\n    updatedDateTime: {LATE}\n"
            f"  - publishedDateTime: {LATE}\n    updatedDateTime: {EARLY}\n"
        ),
        [f"6:22-6:42 {_says(LATE)}"],
    ),
    "a fraction of many figures": (
        _article(f"2023-05-04T09:30:00.{'1' * 90}Z", EARLY),
        [f"3:18-3:38 {_says('2023-05-04T09:30:00.' + '1' * 39 + '…')}"],
    ),
}


def test_date_order() -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED)


def test_names_of_the_fields() -> None:
    check_rule(
        RULE,
        silent={"the usual ones": _article(LATE, EARLY)},
        reported={
            "the site's own": (
                f"date: {LATE}\nlastmod: {EARLY}\n",
                [f'3:10-3:30 "lastmod" is before "date" ({LATE}): correct one of them'],
            )
        },
        config={"fields": {"publishedDateTime": "date", "updatedDateTime": "lastmod"}},
    )


def test_related_place_and_help() -> None:
    text = article(_article(LATE, EARLY))
    (diagnostic,) = lint_text(text, schema={})
    start = text.index(LATE)
    assert diagnostic.related == (Related(Span(start, start + 20), "published at this time"),)
    assert diagnostic.help == ("swap the two dates if they are in each other's place",)


def test_accepted_forms() -> None:
    day, noon = "2023-05-04", "2023-05-04 12:00"
    check_rule(
        RULE,
        silent={
            "the same day": _article(day, day),
            "a later day": _article(day, "2023-05-05"),
            "an earlier time of a day that is given alone": _article("2023-05-04T23:00:00Z", day),
            "the same day as written, not in UTC": _article("2023-05-04T22:00:00-05:00", day),
            "the same day in UTC, not as written": _article("2023-05-05T01:00:00+02:00", day),
            "a time with a zone, and one without on the same day": _article(
                "2023-05-04T13:00:00Z", noon
            ),
            "the same time without a zone": _article(noon, noon),
            "a form that is not accepted": _article(day, "May 3, 2023"),
        },
        reported={
            "an earlier day": _reported(day, "2023-05-03"),
            "a moment on an earlier day": _reported(day, EARLY),
            "a day before the day of a moment": _reported(LATE, "2023-05-03"),
            "an earlier time, both without a zone": _reported(noon, "2023-05-04T11:59"),
            "an earlier day without a zone": _reported(LATE, "2023-05-03 23:00"),
            "an earlier moment in another form": _reported(LATE, "2023-05-04 11:00:00 +0200"),
        },
        config={"rules": {"non-iso-date": {"accept": ["jekyll"]}}},
    )
