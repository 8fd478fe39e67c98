from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.accepted_dates import FORMS, is_timestamp, is_word, match, samples
from articlelint.text.dates import WrittenDate, read_date

_DAY = date(2023, 5, 4)
_MIDNIGHT = datetime(2023, 5, 4, tzinfo=timezone.utc)
_MORNING = datetime(2023, 5, 4, 9, 30, tzinfo=timezone.utc)
#: The day as a whole, a time without a zone, and a moment.
_WHOLE_DAY = WrittenDate(_MIDNIGHT, _DAY, has_time=False, has_zone=False)
_LOCAL = WrittenDate(_MORNING, _DAY, has_zone=False)
_EXACT = WrittenDate(_MORNING, _DAY)

OF_YAML = {
    "2023-05-04": _WHOLE_DAY,
    "2023-05-04T09:30": _LOCAL,
    "2023-05-04T09:30:00": _LOCAL,
    "2023-05-04 09:30:00": _LOCAL,
    "2023-5-4 9:30:00": _LOCAL,
    "2023-05-04t09:30:00.25 z": None,
    "2023-05-04\t09:30:00.25 Z": _EXACT,
    "2023-05-04T09:30:00Z": _EXACT,
    "2023-05-04T09:30Z": _EXACT,
    "2023-05-04T11:30:00+0200": _EXACT,
    "2023-05-04T11:30:00+02": _EXACT,
    "2023-05-04 11:30:00 +2": _EXACT,
    "2023-05-04 11:30:00 +02:00": _EXACT,
    "2023-05-04T06:30:00-03": _EXACT,
    "2023-05-04 11:30:00 +0200": None,
    "2023-05-04 09:30": None,
    "2023-5-4": None,
    "2023-02-30": None,
    "2023-05-04 24:00:00": None,
    "20230504": None,
    "today": None,
}
SPACED = {
    "2023-05-04 11:30:00 +0200": _EXACT,
    "2023-05-04 9:30:00 +0000": _EXACT,
    "2023-05-04 09:30": _LOCAL,
}
DAY_MONTH = {"4 May 2023": _WHOLE_DAY, "04 may 2023": _WHOLE_DAY}
MONTH_DAY = {"May 4, 2023": _WHOLE_DAY, "MAY 04 2023": _WHOLE_DAY}
#: What JavaScript reads besides.
NAMED_WITH_TIME = {
    "May 4, 2023 9:30": _LOCAL,
    "May 4, 2023, 09:30:00": _LOCAL,
    "4 May 2023 11:30 +0200": _EXACT,
    "4 may 2023 09:30:00Z": _EXACT,
    "May 4, 2023 24:30": None,
    "May 4, 2023 noon": None,
    "May 4, 20239:30": None,
}
READ = {
    "date": {"2023-05-04": _WHOLE_DAY, "2023-05-04T09:30:00": None},
    "date-time": {"2023-05-04T09:30:00Z": _EXACT, "2023-05-04": None},
    "local-date-time": {
        "2023-05-04T09:30": _LOCAL,
        "2023-05-04T09:30:00.5": _LOCAL,
        "2023-05-04": None,
        "2023-05-04 09:30": None,
    },
    "jekyll": OF_YAML | SPACED | {"May 4, 2023": None},
    "hugo": OF_YAML
    | SPACED
    | DAY_MONTH
    | {"May 4, 2023": None, "4 Mai 2023": None, "4 May 2023 09:30": None},
    "zola": {
        "2023-05-04": _WHOLE_DAY,
        "2023-05-04T09:30:00": _LOCAL,
        "2023-05-04 09:30:00": None,
    },
    "astro": OF_YAML
    | SPACED
    | DAY_MONTH
    | MONTH_DAY
    | NAMED_WITH_TIME
    | {"September 4, 2023": read_date("2023-09-04", ("date",))},
    "docusaurus": OF_YAML | SPACED | DAY_MONTH | MONTH_DAY | NAMED_WITH_TIME,
    "mkdocs-material": OF_YAML,
    "quarto": OF_YAML
    | DAY_MONTH
    | MONTH_DAY
    | {
        "05/04/2023": _WHOLE_DAY,
        "5-4-2023": _WHOLE_DAY,
        "05/04/23": _WHOLE_DAY,
        "04 05 2023": _WHOLE_DAY,
        "05 04, 2023": _WHOLE_DAY,
        "05/04-2023": None,
        "24/05/2023": None,
    },
    "obsidian": {
        "2023-05-04": _WHOLE_DAY,
        "2023-05-04T09:30:00": _LOCAL,
        "2023-05-04 09:30:00": None,
    },
    "vitepress": OF_YAML,
    "eleventy": OF_YAML | {"Last Modified": None},
}


@pytest.mark.parametrize("name", FORMS)
def test_what_is_read(name: str) -> None:
    assert {text: read_date(text, (name,)) for text in READ[name]} == READ[name]


@pytest.mark.parametrize("name", FORMS)
def test_samples_are_in_their_form_and_the_same_day(name: str) -> None:
    read = [read_date(each, (name,)) for each in FORMS[name].samples]
    assert {each and each.day for each in read} == {_DAY}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2023-05-04", True),
        ("2023-05-04T09:30:00Z", True),
        ("2023-5-4 9:30:00.25 -5", True),
        ("2023-5-4", False),
        ("2023-05-04T09:30", False),
        ("2023-05-04 09:30:00 +0200", False),
        ("on 2023-05-04", False),
        ("2023-05-04" + " " * 100_000 + "x", False),
    ],
)
def test_timestamps_of_yaml(text: str, *, is_one: bool) -> None:
    assert is_timestamp(text) is is_one


def test_a_moment_is_read_whatever_is_accepted() -> None:
    assert read_date("2023-05-04T09:30:00Z", ("date",)) == _EXACT


def test_several_names_add_up() -> None:
    assert samples(("date", "jekyll", "date-time")) == [
        "2023-05-04",
        "2023-05-04 09:30:00 +0200",
        "2023-05-04T09:30:00Z",
    ]
    assert read_date("May 4, 2023", ("date", "astro")) == _WHOLE_DAY
    assert is_word("TODAY", ("quarto", "eleventy"))
    assert not is_word("today", ("eleventy",))


def test_the_day_is_that_of_the_writer() -> None:
    read = read_date("2023-05-04T22:30:00-05:00", ("date-time",))
    assert read == WrittenDate(datetime(2023, 5, 5, 3, 30, tzinfo=timezone.utc), _DAY)


def test_a_leap_second_and_years_beyond_the_calendar() -> None:
    assert read_date("2016-12-31 23:59:60", ("jekyll",)) is not None
    assert read_date("0000-05-04", ("date",)) is None
    assert read_date("9999-12-31 23:00:00 -0200", ("jekyll",)) is None


def test_long_texts() -> None:
    fraction = f"2023-05-04T09:30:00.{'1' * 100}Z"
    assert match(fraction, ("date-time",))
    assert match(fraction, ("date",)) is None
    assert read_date(fraction, ("date",)) == _EXACT
    assert read_date("2023-05-04" + " " * 100_000 + "x", ("jekyll",)) is None


_TEXTS = st.text(st.sampled_from("0123459:-/+ ., TtZzMay\u0663"), max_size=40)
_DATES = st.from_regex(
    r"[0-9]{2,4}[-/ ][0-9]{1,2}[-/ ][0-9]{1,4}"
    r"([T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( ?[-+][0-9]{2,4})?)?",
    fullmatch=True,
)


@given(_TEXTS | _DATES, st.lists(st.sampled_from([*FORMS]), min_size=1).map(tuple))
def test_any_text_is_a_date_or_none(text: str, accepted: tuple[str, ...]) -> None:
    read = read_date(text, accepted)
    if read is not None:
        assert match(text, (*accepted, "date-time"))
        assert abs(read.days[1] - read.day).days <= 1
        assert read.has_time or not read.has_zone


@given(st.datetimes(), st.sampled_from(["jekyll", "hugo"]), st.integers(-12, 14))
def test_a_moment_in_the_form_of_jekyll(moment: datetime, name: str, hours: int) -> None:
    text = f"{moment:%Y-%m-%d %H:%M:%S} {hours:+03}00"
    text = text.zfill(len("2023-05-04 09:30:00 +0200"))
    read = read_date(text, (name,))
    if read is not None:
        assert read.day == moment.date()
        assert read.moment.hour == (moment.hour - hours) % 24
