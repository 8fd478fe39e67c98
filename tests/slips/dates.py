"""Dates in the orders and with the characters that writers use."""

from __future__ import annotations

from tests.slips.slip import TITLE, Slip

_FORM = '"date" should be a date with time and zone such as 2023-05-04T09:30:00Z, not'


def _of_date(broken: str, meant: str, advice: str = "") -> Slip:
    end = 7 + len(broken)
    told = f'3:7-3:{end} schema/format /date: {_FORM} "{broken}"{advice}'
    data = {"title": "Night trains return", "date": meant}
    return Slip(f"{TITLE}date: {broken}\n", [told], data, f"{TITLE}date: {meant}\n")


SLIPS = {
    "a day before its month": _of_date("23.11.2024 07:45 UTC", "2024-11-23T07:45:00Z"),
    "a month before its day": _of_date("3/28/2024 7:45 PM UTC", "2024-03-28T19:45:00Z"),
    "noon": _of_date("March 28, 2024 12:15 p.m. UTC", "2024-03-28T12:15:00Z"),
    "midnight": _of_date("28 March 2024 12:15 am UTC", "2024-03-28T00:15:00Z"),
    "long dashes": _of_date(
        "2024–11–23T07:45:00Z",
        "2024-11-23T07:45:00Z",
        ": use `-` instead of the long dashes",
    ),
    "the letter O": _of_date(
        "2024-1O-23T07:45:00Z",
        "2024-10-23T07:45:00Z",
        ": write the digit 0 instead of the letter O",
    ),
    "the letter l": _of_date(
        "2024-l1-23T07:45:00Z",
        "2024-11-23T07:45:00Z",
        ": write the digit 1 instead of the letter l",
    ),
}
