from __future__ import annotations

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint import lint_text, rules
from articlelint.model import Safety, SetValue
from articlelint.text.accepted_dates import FORMS
from tests.support import article, check_rule

RULE = "non-iso-date"
NO_FORM = "is not a date and time such as 2023-05-04T09:30:00Z"
NO_SECONDS = "has no seconds"


def _silent(*dates: str) -> dict[str, str]:
    return {date: f"publishedDateTime: {date}\n" for date in dates}


def _reported(said_of: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Dates as written, each with its message after the value."""
    return {
        date: (
            f"publishedDateTime: {date}\n",
            [f"2:20-2:{20 + len(date)} {_shown(date)} {message}"],
        )
        for date, message in said_of.items()
    }


def _shown(date: str) -> str:
    return date if date.startswith('"') else f'"{date}"'


def test_form() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "2023-05-04T09:30:00Z",
            '"2023-05-04T09:30:00Z"',
            "2023-05-04t09:30:00z",
            "2023-05-04T11:30:00+02:00",
            "2023-05-04T09:30:00-00:00",
            "2023-05-04T09:30:00.5Z",
            "2023-05-04T09:30:00.123456789012Z",
        ),
        reported=_reported(
            {
                "2023-05-04": "has no time of day",
                "2023-05-04T09:30:00": "has no time zone",
                "2023-05-04t09:30:00.25": "has no time zone",
                "2023-05-04 09:30": "has no time zone",
                "2023-05-04 09:30:00 +0200": NO_FORM,
                "2023-05-04 09:30:00Z": NO_FORM,
                "2023-05-04T09:30Z": NO_SECONDS,
                "2023-05-04T09:30:00+0200": NO_FORM,
                "2023-05-04T09:30:00+02": NO_FORM,
                "2023-05-04T09:30:00,5Z": NO_FORM,
                "2023-05-04T09:30:00.Z": NO_FORM,
                "2023-5-4T09:30:00Z": NO_FORM,
                "2016-2-29 9:00:00 +0100": NO_FORM,
                "20230504T093000Z": NO_FORM,
                "04/05/2023": NO_FORM,
                "May 4, 2023": NO_FORM,
                '""': NO_FORM,
                '" 2023-05-04T09:30:00Z"': NO_FORM,
                '"2023-05-04T09:30:00Z "': NO_FORM,
                "\u0662\u0660\u0662\u0663-05-04T09:30:00Z": NO_FORM,  # Arabic digits
                "\uff12\uff10\uff12\uff13-05-04": NO_FORM,  # fullwidth digits
            }
        ),
        changes={
            "2023-05-04 09:30:00 +0200": "2023-05-04T09:30:00+02:00",
            "2023-05-04 09:30:00Z": "2023-05-04T09:30:00Z",
            "2023-05-04T09:30Z": "2023-05-04T09:30:00Z",
            "2023-05-04T09:30:00+0200": "2023-05-04T09:30:00+02:00",
            "2023-05-04T09:30:00+02": "2023-05-04T09:30:00+02:00",
            "2023-05-04T09:30:00,5Z": "2023-05-04T09:30:00.5Z",
            "2023-5-4T09:30:00Z": "2023-05-04T09:30:00Z",
            "2016-2-29 9:00:00 +0100": "2016-02-29T09:00:00+01:00",
            "20230504T093000Z": "2023-05-04T09:30:00Z",
            '" 2023-05-04T09:30:00Z"': "2023-05-04T09:30:00Z",
            '"2023-05-04T09:30:00Z "': "2023-05-04T09:30:00Z",
        },
    )


#: Other formats that are unambiguous.
FIXED = {
    "2023-05-04t09:30:00 z": "2023-05-04T09:30:00Z",
    "2023-05-04 09:30 UTC": "2023-05-04T09:30:00Z",
    "“2023-05-04T09:30:00Z”": "2023-05-04T09:30:00Z",
    "2023-05-04 09:30:15.250 gmt": "2023-05-04T09:30:15.250Z",
    "2023-05-04T09:30+02:00": "2023-05-04T09:30:00+02:00",
    "2023-05-04  09:30:00-05": "2023-05-04T09:30:00-05:00",
    "2023-5-4 09:30Z": "2023-05-04T09:30:00Z",
    "20230504T0930Z": "2023-05-04T09:30:00Z",
    "20230504T093000.5+0200": "2023-05-04T09:30:00.5+02:00",
    "Thu, 04 May 2023 09:30:00 +0000": "2023-05-04T09:30:00+00:00",
    "Thu, 4 May 2023 09:30:00 -0000": "2023-05-04T09:30:00-00:00",
    "Thursday 4 May 2023 09:30:00 GMT": "2023-05-04T09:30:00Z",
    "4 May 2023 09:30:00 GMT": "2023-05-04T09:30:00Z",
    "1 SEP 2023 09:30:00 UTC": "2023-09-01T09:30:00Z",
    "1 Sept 2023 09:30:00 UTC": "2023-09-01T09:30:00Z",
    "Thurs, 4 May 2023 09:30 UTC": "2023-05-04T09:30:00Z",
    "31 December 2016 23:59:60 UTC": "2016-12-31T23:59:60Z",
    "May 4, 2023 09:30 UTC": "2023-05-04T09:30:00Z",
    "february 29 2024, 09:30 Z": "2024-02-29T09:30:00Z",
    "Thu, May 4, 2023, 11:30 +02:00": "2023-05-04T11:30:00+02:00",
}

#: Those which lack nothing but seconds.
WITHOUT_SECONDS = ("2023-05-04T09:30+02:00", "2023-02-30 09:30Z", "2023-04-05T24:00Z")

#: Formats that may mean another moment, or none.
DOUBTFUL = (
    "4 May 2023",
    "4 May 2023 09:30",
    "4 May 2023 UTC",
    "4 May 2023 09:30 EST",
    "4 May 2023 09:30 UTC+2",
    "4 May 2023 9:30 UTC",
    "4 May 23 09:30 UTC",
    "4 Mai 2023 09:30 UTC",
    "4 M 2023 09:30 UTC",
    "4 Ma 2023 09:30 UTC",
    "4 Sepp 2023 09:30 UTC",
    "Th, 4 May 2023 09:30 UTC",
    "Fri, 4 May 2023 09:30 UTC",
    "Donnerstag, 4 May 2023 09:30 UTC",
    "30 February 2023 09:30 UTC",
    "0 May 2023 09:30 UTC",
    "4 May 2023 24:00 UTC",
    "4 May 2023 09:30 +9900",
    "4 May 2023 09:30-11:00",
    "2023-05-04 09:30-11:00",
    "Thu, 4 May 2023 09:30 -0000",
    "2023-02-30 09:30Z",
    "2023-2-30 9:30:00Z",
    "2023-5-4 9:30Z",
    "2023-5-4 9:30:00 pm +0100",
    "2023-5-4 9:30:00",
    "2023-04-05T24:00Z",
    "20230230T0930Z",
    "20230504 0930Z",
    "230504T0930Z",
    "04/05/2023 09:30 UTC",
    "05/04/2023T09:30:00Z",
    "2023/05/04 09:30:00Z",
    "2023-05-04T09:30:00ZZ",
    "“2023-05-04T09:30:00Z",
    "1683192600",
    "4 May 2023 22:59:60 UTC",
)


@pytest.mark.parametrize(("date", "fixed"), [*FIXED.items(), *((date, None) for date in DOUBTFUL)])
def test_fixes_only_what_is_beyond_doubt(date: str, fixed: str | None) -> None:
    what = NO_SECONDS if date in WITHOUT_SECONDS else NO_FORM
    expected = [f'2:20-2:{22 + len(date)} "{date}" {what}']
    check_rule(
        RULE,
        silent={},
        reported={"date": (f'publishedDateTime: "{date}"\n', expected)},
        changes={"date": fixed},
    )


@pytest.mark.parametrize(
    ("date", "safety"),
    [
        ("2023-5-4T09:30:00Z", Safety.SAFE),
        ("2016-2-29 9:00:00 +0100", Safety.SAFE),
        ("2023-12-4 9:00:00 Z", Safety.SAFE),
        ("2023-01-2T16:34:03Z", Safety.UNSAFE),
        ("2023-1-02 16:34:03Z", Safety.UNSAFE),
        ("2023-01-24 6:34:03Z", Safety.UNSAFE),
        ("2023-11-04 6:34:03Z", Safety.UNSAFE),
        ("2023-11-24T6:34:03Z", Safety.UNSAFE),
    ],
)
def test_a_figure_that_may_be_lost_makes_a_fix_unsafe(date: str, safety: Safety) -> None:
    [diagnostic] = lint_text(article(f"publishedDateTime: {date}\n"), schema={})
    assert diagnostic.fix
    assert diagnostic.fix.safety is safety


@pytest.mark.parametrize("date", ["4 May 2023" + " " * 900_000 + "x", "9" * 900_000])
def test_hostile_text_is_reported_like_any_other(date: str) -> None:
    (diagnostic,) = lint_text(article(f'publishedDateTime: "{date}"\n'), schema={})
    assert diagnostic.rule == RULE


def test_days() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "2024-02-29T00:00:00Z",
            "2000-02-29T00:00:00Z",
            "2023-12-31T00:00:00Z",
            "0000-02-29T00:00:00Z",  # RFC 3339 begins with the year 0, a leap year
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
        ),
        reported=_reported(
            {
                "2023-02-29T00:00:00Z": "is not a real date: 2023-02 has 28 days",
                "1900-02-29T00:00:00Z": "is not a real date: 1900-02 has 28 days",
                "2023-04-31T00:00:00Z": "is not a real date: 2023-04 has 30 days",
                "2023-05-00T00:00:00Z": "is not a real date: 2023-05 has 31 days",
                "2023-13-01T00:00:00Z": "is not a real date: there is no month 13",
                "0000-00-00T00:00:00Z": "is not a real date: there is no month 0",
            }
        ),
        changes={},
    )


def test_times() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "2023-05-04T00:00:00Z",
            "2023-05-04T23:59:59Z",
            "2023-05-04T12:00:00+23:59",
            "2016-12-31T23:59:60Z",
            "2017-01-01T01:59:60+02:00",
            "2016-12-31T18:59:60-05:00",
        ),
        reported=_reported(
            {
                "2023-05-04T24:00:00Z": "is not a real time: there is no hour 24",
                "2023-05-04T12:60:00Z": "is not a real time: there is no minute 60",
                "2023-05-04T23:59:61Z": "is not a real time: there is no second 61",
                "2023-05-04T23:58:60Z": "is not a real time: there is no second 60",
                "2023-05-04T22:59:60Z": "is not a real time: there is no second 60",
                "2023-05-04T23:59:60+02:00": "is not a real time: there is no second 60",
                "2023-05-04T12:00:00+24:00": "is not a real time: there is no zone hour 24",
                "2023-05-04T12:00:00-01:60": "is not a real time: there is no zone minute 60",
            }
        ),
        changes={},
    )


def test_values_that_are_not_text() -> None:
    check_rule(
        RULE,
        silent={
            **_silent("", "null", "true", "[2023-05-04]", "{day: 2023-05-04}"),
            "absent": "title: A bridge reopens\n",
        },
        reported={
            "year": ("publishedDateTime: 2023\n", [f"2:20-2:24 2023 {NO_FORM}"]),
            "Unix time": (
                "publishedDateTime: 1683192600.5\n",
                [f"2:20-2:32 1683192600.5 {NO_FORM}"],
            ),
            "block scalar, which ends with a line break": (
                "publishedDateTime: |\n  2023-05-04T09:30:00Z\n",
                [f'2:20-3:23 "2023-05-04T09:30:00Z\\n" {NO_FORM}'],
            ),
        },
        changes={"block scalar, which ends with a line break": "2023-05-04T09:30:00Z"},
    )


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "date in another field": "title: 2023-05-04\n",
            "published date of something else": "provider:\n  publishedDateTime: 2023-05-04\n",
            "related that is no list": "related:\n  publishedDateTime: 2023-05-04\n",
            "related item that is no group of keys": "related: [2023-05-04]\n",
            "folded block scalar without a line break": (
                "publishedDateTime: >-\n  2023-05-04T09:30:00Z\n"
            ),
        },
        reported={
            "both dates of the article": (
                "publishedDateTime: 2023-05-04\nupdatedDateTime: 2023-05-05\n",
                [
                    '2:20-2:30 "2023-05-04" has no time of day',
                    '3:18-3:28 "2023-05-05" has no time of day',
                ],
            ),
            "dates of related items": (
                (
                    "related:\n"
                    "  - publishedDateTime: 2023-05-04T09:30:00Z\n"
                    "  - title: A bell is tuned\n"
                    "    publishedDateTime: 2023-05-04\n"
                    "    updatedDateTime: 2023-02-30T09:30:00Z\n"
                ),
                [
                    '5:24-5:34 "2023-05-04" has no time of day',
                    '6:22-6:42 "2023-02-30T09:30:00Z" is not a real date: 2023-02 has 28 days',
                ],
            ),
            "date in an alias": (
                "day: &day 2023-05-04\npublishedDateTime: *day\n",
                ['3:20-3:24 "2023-05-04" has no time of day'],
            ),
        },
    )


@pytest.mark.parametrize(
    ("date", "help_"),
    [
        (
            "2023-05-04",
            "write the date, a `T`, the time and the time zone: `2023-05-04T00:00:00Z`",
        ),
        (
            "04/05/2024",
            (
                "write the date, a `T`, the time and the time zone: `2024-05-04T00:00:00Z` or "
                "`2024-04-05T00:00:00Z`"
            ),
        ),
        (
            "2023-05-04 09:30",
            (
                "write `2023-05-04T09:30:00Z` if it is in UTC, else the offset instead of `Z`, "
                "such as `+02:00`"
            ),
        ),
        ("1683192600", "write `2023-05-04T09:30:00Z`"),
        ("2023-02-30", "the day must be 01 to 28"),
        (
            "yesterday",
            "write the date, a `T`, the time and the time zone: `2023-05-04T09:30:00Z`",
        ),
        ("2023-05-04 09:30Z", "write `2023-05-04T09:30:00Z`"),
        ("2023-00-04T09:30:00Z", "the month must be 01 to 12"),
        ("2023-02-30T09:30:00Z", "the day must be 01 to 28"),
        ("2023-05-04T25:30:00Z", "the hour must be at most 23"),
        ("2023-05-04T09:30:99Z", "the second must be at most 59"),
        ("2023-05-04T23:59:61Z", "the second must be at most 60"),
        ("2023-05-04T09:30:00+99:00", "the zone hour must be at most 23"),
    ],
)
def test_help(date: str, help_: str) -> None:
    (diagnostic,) = lint_text(article(f"publishedDateTime: {date}\n"), schema={})
    assert diagnostic.help == (help_,)


_FORMAT = jsonschema_rs.validator_for({"format": "date-time"}, validate_formats=True)


@given(
    st.from_regex(
        r"(19|20|00)[0-9][0-9]-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9]"
        r"(\.[0-9]{1,9})?([Zz]|[-+][0-2][0-9]:[0-6][0-9])?",
        fullmatch=True,
    )
)
def test_agrees_with_the_date_time_format_of_a_schema(date: str) -> None:
    text = article(f'publishedDateTime: "{date}"\n')
    assert bool(lint_text(text, schema={})) is not _FORMAT.is_valid(date)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4 May 2023 09:30 pm UTC", "2023-05-04T21:30:00Z"),
        ("5/24/2023 9:30 AM UTC", "2023-05-24T09:30:00Z"),
        ("2023–05–04T09:30:00Z", "2023-05-04T09:30:00Z"),
    ],
)
def test_a_slip_or_an_order_of_its_own_is_fixed_as_a_guess(written: str, meant: str) -> None:
    (found,) = lint_text(article(f"publishedDateTime: {written}\n"), schema={})
    assert found.help == (f"write `{meant}`",)
    assert found.fix is not None
    assert (found.fix.safety, found.fix.change) == (
        Safety.UNSAFE,
        SetValue(("publishedDateTime",), meant),
    )


def _accepting(*names: str) -> dict[str, object]:
    return {"rules": {RULE: {"accept": list(names)}}}


def _day(day: str) -> SetValue:
    return SetValue(("publishedDateTime",), day, is_date=True)


def test_every_form_can_be_accepted() -> None:
    options = rules.load(RULE).options
    assert options["accept"]["items"]["enum"] == list(FORMS)


def test_days_alone() -> None:
    check_rule(
        RULE,
        silent=_silent("2023-05-04", "'2024-02-29'"),
        reported=_reported(
            {
                "2023-02-30": "is not a real date: 2023-02 has 28 days",
                "2023-05-04T09:30:00Z": "has a time of day",
                "2023-05-04 09:30": "has a time of day",
                "2023-5-4": "is not a date such as 2023-05-04",
                "24.05.2023": "is not a date such as 2023-05-04",
                "04/05/2023": "is not a date such as 2023-05-04",
                "May 4, 2023": "is not a date such as 2023-05-04",
                "4 May 2023 09:30": "is not a date such as 2023-05-04",
                "Mon, May 4, 2023": "is not a date such as 2023-05-04",
                "4 Sept 2023": "is not a date such as 2023-05-04",
                "4 Spet 2023": "is not a date such as 2023-05-04",
            }
        ),
        changes={
            "2023-5-4": _day("2023-05-04"),
            "24.05.2023": _day("2023-05-24"),
            "May 4, 2023": _day("2023-05-04"),
            "4 Sept 2023": _day("2023-09-04"),
        },
        config=_accepting("date"),
    )


def test_days_and_moments() -> None:
    what = "is not a date such as 2023-05-04T09:30:00Z or 2023-05-04"
    check_rule(
        RULE,
        silent=_silent("2023-05-04", "2023-05-04T09:30:00Z", "2023-05-04T11:30:00.5+02:00"),
        reported=_reported(
            {
                "2023-05-04 09:30": "has no time zone",
                "2023-05-04T09:30Z": "has no seconds",
                "2023-05-04 09:30:00 +0200": what,
                "2023-5-4": what,
                "yesterday": what,
                "2023-05-04T24:00:00Z": "is not a real time: there is no hour 24",
            }
        ),
        changes={
            "2023-05-04T09:30Z": "2023-05-04T09:30:00Z",
            "2023-05-04 09:30:00 +0200": "2023-05-04T09:30:00+02:00",
            "2023-5-4": _day("2023-05-04"),
        },
        config=_accepting("date-time", "date"),
    )


def test_dates_of_jekyll() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "2023-05-04",
            "2023-05-04 09:30",
            "2023-05-04 09:30:00",
            "2023-05-04 09:30:00 +0200",
            "2023-05-04 09:30:00 +02:00",
            "2023-05-04 09:30:00+0200",
            "2023-05-04T09:30:00Z",
            "2023-05-04T09:30:00",
            "2023-5-4 9:30:00 Z",
        ),
        reported=_reported(
            {
                "2023-02-30 09:30:00 +0200": "is not a real date: 2023-02 has 28 days",
                "2023-05-04 25:30:00": "is not a real time: there is no hour 25",
                "May 4, 2023": "is not a date such as 2023-05-04 or 2023-05-04 09:30:00 +0200",
                "Last Modified": "is not a date such as 2023-05-04 or 2023-05-04 09:30:00 +0200",
            }
        ),
        changes={"May 4, 2023": _day("2023-05-04")},
        config=_accepting("jekyll"),
    )


@pytest.mark.parametrize("name", ["astro", "docusaurus"])
def test_dates_of_javascript(name: str) -> None:
    what = f"is not a date such as {' or '.join(FORMS[name].samples)}"
    check_rule(
        RULE,
        silent=_silent(
            "2023-05-04 09:30",
            "2023-05-04 9:30:27 +0200",
            "May 4, 2023 9:30",
            "4 May 2023, 09:30:00 +02:00",
        ),
        reported=_reported(
            {
                "May 4, 2023 at noon": what,
                "2023-05-04, 09:30": what,
                "May 4, 2023 25:30": "is not a real time: there is no hour 25",
            }
        ),
        config=_accepting(name),
    )


def test_words_of_a_generator() -> None:
    check_rule(
        RULE,
        silent=_silent("git Last Modified", "Created", "2023-05-04"),
        reported=_reported(
            {"Last Modifed": "is not a date such as 2023-05-04 or 2023-05-04T09:30:00Z"}
        ),
        config=_accepting("eleventy"),
    )


_IF_IN_UTC = (
    "write `2023-09-04T21:30:00Z` if it is in UTC, else the offset instead of `Z`, such as `+02:00`"
)


@pytest.mark.parametrize(
    ("accepted", "date", "help_"),
    [
        ("date", "04/05/2024", "write `2024-05-04` or `2024-04-05`"),
        ("date", "2024-05-04T09:30:00Z", "write `2024-05-04`, without the time of day"),
        ("date", "4 May 2024, 09:30", "write `2024-05-04`, without the time of day"),
        ("date", "1714815000", "write `2024-05-04`"),
        ("date", "yesterday", "write it as `2023-05-04`"),
        ("local-date-time", "2024-05-04 09:30", "write `2024-05-04T09:30:00`"),
        (
            "local-date-time",
            "2024-05-04 9:30 PM +0100",
            "write `2024-05-04T21:30:00`, without the time zone",
        ),
        ("local-date-time", "1714815000", "write `2024-05-04T09:30:00`"),
        (
            "local-date-time",
            "2024-05-04",
            "write the date, a `T` and the time: `2024-05-04T00:00:00`",
        ),
        ("docusaurus", "4 May 2024 9:30 pm", "write `2024-05-04T21:30:00`"),
        ("docusaurus", "4 May 2024 at 9:30 pm +0200", "write `2024-05-04T21:30:00+02:00`"),
        ("docusaurus", "Sat, 4 May 2024 09:30:15,25 -05", "write `2024-05-04T09:30:15.25-05:00`"),
        ("date", "Sept. 4th, 2023", "write `2023-09-04`"),
        ("date-time", "4 Sept 2023 09:30:00 pm", _IF_IN_UTC),
        ("quarto", "31-12-2023", "write `2023-12-31`"),
        ("quarto", "31/12/2023", "write `2023-12-31`"),
        ("quarto", "31-12-23", "the month must be 01 to 12"),
        ("quarto", "31-31-2023", "the month must be 01 to 12"),
        ("quarto", "02-30-2023", "the day must be 01 to 28"),
        ("quarto", "2023-31-12", "the month must be 01 to 12"),
        ("quarto", "2023-05-04 25:30:00", "the hour must be at most 23"),
        ("jekyll", "Saturday 4 May 2024 9:30", "write `2024-05-04T09:30:00`"),
    ],
)
def test_help_has_the_own_date_in_an_accepted_form(accepted: str, date: str, help_: str) -> None:
    text = article(f"publishedDateTime: {date}\n")
    (diagnostic,) = lint_text(text, schema={}, config=_accepting(accepted))
    assert diagnostic.help == (help_,)


@pytest.mark.parametrize(
    ("date", "help_"),
    [
        ("2024-05-04 09:30", "write `2024-05-04T09:30:00`"),
        ("May 4, 2024 9:30", "write `2024-05-04T09:30:00`"),
        ("2024-05-04 9:30 PM +0100", "write `2024-05-04T21:30:00`, without the time zone"),
        ("May 4, 2024", "write `2024-05-04`"),
    ],
)
def test_help_keeps_the_time_where_a_time_without_a_zone_is_accepted(date: str, help_: str) -> None:
    text = article(f"publishedDateTime: {date}\n")
    config = _accepting("date", "local-date-time")
    (diagnostic,) = lint_text(text, schema={}, config=config)
    assert diagnostic.help == (help_,)


@pytest.mark.parametrize(
    "date",
    [
        "May 4, 2024 at 9am",
        "2024-05-04 at noon",
        "2024-05-04 09:30:00 EST",
        "2024-05-04T09:30:]03Z",
        "20240504T093000",
        "around 4 May 2024",
        "4 May 2024 or later",
        "4 May 2024 25:30",
        "4 May 2024 13:30 am",
        "4 May 2024 09:30 +9900",
    ],
)
def test_help_has_no_date_that_says_less_than_the_own_one(date: str) -> None:
    text = article(f'publishedDateTime: "{date}"\n')
    (diagnostic,) = lint_text(text, schema={}, config=_accepting("mkdocs-material"))
    assert diagnostic.help == ("write it as `2023-05-04` or `2023-05-04T09:30:00Z`",)
