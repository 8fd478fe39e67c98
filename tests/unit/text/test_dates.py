from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.dates import DATE_TIME, impossible_number, is_plainly_sound, moment


def _utc(*figures: int) -> datetime:
    return datetime(*figures, tzinfo=timezone.utc)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-05-04T09:30:15Z", _utc(2023, 5, 4, 9, 30, 15)),
        ("2023-05-04t09:30:15z", _utc(2023, 5, 4, 9, 30, 15)),
        ("2023-05-04T09:30:15+00:00", _utc(2023, 5, 4, 9, 30, 15)),
        ("2023-05-04T09:30:15-00:00", _utc(2023, 5, 4, 9, 30, 15)),
        ("2023-05-04T09:30:15+05:45", _utc(2023, 5, 4, 3, 45, 15)),
        ("2023-05-04T09:30:15-03:30", _utc(2023, 5, 4, 13, 0, 15)),
        ("2023-01-01T00:30:00+01:00", _utc(2022, 12, 31, 23, 30)),
        ("2023-12-31T23:30:00-01:00", _utc(2024, 1, 1, 0, 30)),
        ("2024-02-29T12:00:00Z", _utc(2024, 2, 29, 12)),
        ("2024-02-29T23:00:00-02:00", _utc(2024, 3, 1, 1)),
        ("2000-02-29T00:00:00Z", _utc(2000, 2, 29)),
        ("2023-05-04T00:00:00+23:59", _utc(2023, 5, 3, 0, 1)),
        ("2023-05-04T23:59:59-23:59", _utc(2023, 5, 5, 23, 58, 59)),
        ("0001-01-01T00:00:00Z", _utc(1, 1, 1)),
        ("9999-12-31T23:59:59Z", _utc(9999, 12, 31, 23, 59, 59)),
    ],
)
def test_a_moment_is_written_in_utc(text: str, expected: datetime) -> None:
    assert moment(text) == expected
    assert str(moment(text)) == str(expected), "in UTC, not only equal"


#: A date and time without its zone, of which some numbers may be impossible.
_LOCAL = st.tuples(*(st.integers(0, most) for most in (99, 14, 33, 25, 62, 62))).map(
    lambda numbers: "20{:02}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*numbers)
)


@given(_LOCAL)
def test_the_usual_form_is_read_like_all_others(local: str) -> None:
    assert moment(f"{local}Z") == moment(f"{local}z") == moment(f"{local}+00:00")


@given(_LOCAL, st.sampled_from(["Z", "-23:59", "+05:60"]))
def test_what_is_plainly_sound_has_no_impossible_number(local: str, zone: str) -> None:
    text = local + zone
    found = DATE_TIME.fullmatch(text)
    assert found
    assert is_plainly_sound(text) is (impossible_number(found) is None and ":60" not in text)


@pytest.mark.parametrize("text", ["", "2023-05-04", "2023-05-04 09:30:00Z", "2023-W18-4T09:30:00Z"])
def test_another_format_is_not_plainly_sound(text: str) -> None:
    assert not is_plainly_sound(text)


@pytest.mark.parametrize("fraction", [".0", ".5", ".999999", ".000000001", "." + "9" * 1_000_000])
def test_fractions_of_a_second_do_not_count(fraction: str) -> None:
    assert moment(f"2023-05-04T09:30:15{fraction}Z") == _utc(2023, 5, 4, 9, 30, 15)


@pytest.mark.parametrize(
    "text", ["2016-12-31T23:59:60Z", "2017-01-01T05:29:60+05:30", "2016-12-31T15:59:60.5-08:00"]
)
def test_a_leap_second_counts_as_the_one_before_it(text: str) -> None:
    assert moment(text) == _utc(2016, 12, 31, 23, 59, 59)


@pytest.mark.parametrize(
    "text",
    [
        "0000-01-01T00:00:00Z",
        "2023-05-04T09:30:61Z",
        "2023-05-04T09:30:15+24:00",
        "2023-05-04T09:30:15-00:60",
        "0000-12-31T23:00:00-02:00",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "9999-12-31T00:01:00-23:59",
    ],
)
def test_outside_the_years_1_to_9999(text: str) -> None:
    assert moment(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29T09:30:00Z",
        "1900-02-29T09:30:00Z",
        "2023-00-04T09:30:00Z",
        "2023-13-04T09:30:00Z",
        "2023-05-00T09:30:00Z",
        "2023-04-31T09:30:00Z",
        "2023-05-04T24:00:00Z",
        "2023-05-04T09:60:00Z",
    ],
)
def test_impossible_numbers(text: str) -> None:
    assert DATE_TIME.fullmatch(text)
    assert moment(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2023-05-04",
        "2023-05-04T09:30:00",
        "2023-05-04T09:30Z",
        "2023-05-04 09:30:00Z",
        "2023-5-4T09:30:00Z",
        "23-05-04T09:30:00Z",
        "12023-05-04T09:30:00Z",
        "-2023-05-04T09:30:00Z",
        "2023-05-04T09:30:00+0200",
        "2023-05-04T09:30:00+02",
        "2023-05-04T09:30:00\u221202:00",
        "2023-05-04T09:30:00.Z",
        "2023-05-04T09:30:00,5Z",
        "2023-05-04T09:30:00ZZ",
        "2023-05-04T09:30:00Z\n",
        " 2023-05-04T09:30:00Z",
        "\u0662\u0660\u0662\u0663-05-04T09:30:00Z",
        "2023-W18-4T09:30:00Z",
        "20230504T093000Z",
    ],
)
def test_other_text_is_not_a_moment(text: str) -> None:
    assert moment(text) is None
