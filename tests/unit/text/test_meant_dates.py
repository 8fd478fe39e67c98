from __future__ import annotations

import pytest

from articlelint.text.meant_dates import MeantDate, meant_dates

_DAY = "2023-05-04"


@pytest.mark.parametrize(
    "text",
    [
        "2023-5-4",
        "2023/05/04",
        "2023.05.04",
        "20230504",
        "4 May 2023",
        "4th of may, 2023",
        "Thu, 4 May 2023",
        "May 4, 2023",
        "Thursday May 4th 2023",
        " 2023-05-04 ",
    ],
)
def test_a_day(text: str) -> None:
    assert meant_dates(text) == [MeantDate(_DAY)]


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("2023-05-04 09:30", "09:30:00", ""),
        ("2023-05-04T9:30:15", "09:30:15", ""),
        ("4 May 2023, 9:30 p.m.", "21:30:00", ""),
        ("4 May 2023 at 12:30 AM UTC", "00:30:00", "Z"),
        ("May 4, 2023 09:30 +0200", "09:30:00", "+02:00"),
        ("May 4, 2023 09:30 -05", "09:30:00", "-05:00"),
        ("2023/05/04 09:30:00.5 -03:30", "09:30:00.5", "-03:30"),
        ("1683192600", "09:30:00", "Z"),
    ],
)
def test_a_time(text: str, time: str, zone: str) -> None:
    assert meant_dates(text) == [MeantDate(_DAY, time, zone)]


@pytest.mark.parametrize(
    "text",
    [
        "2023-05-04T25:00",
        "2023-05-04 13:30 am",
        "2023-05-04 09:30:00 +99:00",
        "2023-05-04, in the morning",
        "2023-05-04T09:30:]15Z",
        "May 4, 2023 09:30 EST",
        "around May 4, 2023",
    ],
)
def test_a_text_that_says_more_than_a_date(text: str) -> None:
    assert meant_dates(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("04/05/2023", ["2023-05-04", "2023-04-05"]),
        ("5.5.2023", ["2023-05-05"]),
        ("24-05-2023", ["2023-05-24"]),
        ("05-24-2023", ["2023-05-24"]),
        ("24/24/2023", []),
        ("30 February 2023", []),
        ("4 Mai 2023", []),
        ("2023-05", []),
        ("2023", []),
        ("168319260", ["1975-05-03"]),
        ("yesterday", []),
        ("1" * 100_000, []),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    assert [each.day for each in meant_dates(text)] == days
