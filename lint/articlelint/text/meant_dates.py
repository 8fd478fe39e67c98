"""The dates that a text may mean that is not in an accepted form.

Nothing here is certain enough for a fix: ``date_forms`` has what is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone

from articlelint.named_tuple import NamedTuple
from articlelint.text.dates import (
    DATE,
    DATE_TIME,
    MONTHS,
    WEEKDAYS,
    impossible_number,
    number_of_name,
)

_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = rf"(?:(?:{'|'.join(each[:3] for each in WEEKDAYS)})[a-z]*\.?,? +)?"
_NUMBER = r"\d\d?"
# The first and the second number are the day and the month, in either order.
_FORMS = (
    rf"{_YEAR}(?P<sign>[-./]?)(?P<month>{_NUMBER})(?P=sign)(?P<day>{_NUMBER})(?!\d)",
    rf"(?P<day>{_NUMBER})(?P<sign>[-./])(?P<month>{_NUMBER})(?P=sign){_YEAR}",
    rf"{_WEEKDAY}{_DAY} +(?:of +)?{_MONTH},? +{_YEAR}",
    rf"{_WEEKDAY}{_MONTH} +{_DAY},? +{_YEAR}",
)
_CLOCK = (
    r"(?:t|,? +(?:at +)?)(?P<hour>\d\d?):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
    r"(?: *(?P<half>[ap])\.?m\b\.?)?(?: *(?P<zone>z|utc|gmt|[+-]\d\d(?::?\d\d)?))?"
)
#: Seconds since 1970: from 1973 to 2286.
_UNIX_TIME = r"[1-9]\d{8,9}"
#: More characters than a date has.
_LONG = 80


class MeantDate(NamedTuple):
    """A real day, and the time and the zone that are written with it; empty where there is none."""

    day: str
    time: str = ""
    zone: str = ""


def meant_dates(text: str) -> list[MeantDate]:
    """What all of a text may mean: two dates if either of two numbers may be the month.

    None if there is anything else in the text: `at noon`, `EST`, or a time that is not real.
    """
    text = text.strip()
    if len(text) >= _LONG:
        return []
    if re.fullmatch(_UNIX_TIME, text, re.ASCII):
        day, _, time = str(datetime.fromtimestamp(int(text), timezone.utc)).partition(" ")
        return [MeantDate(day, time[: len("09:30:00")], "Z")]
    for form in _FORMS:
        found = re.match(form, text, re.ASCII | re.IGNORECASE)
        if found and found.end() == len(text):
            return [MeantDate(day) for day in _days(found)]
        if found:
            clock = re.fullmatch(_CLOCK, text[found.end() :], re.ASCII | re.IGNORECASE)
            time, zone = (_time(clock), _zone(clock["zone"])) if clock else ("", "")
            return [MeantDate(day, time, zone) for day in _days(found) if _is_real(time, zone)]
    return []


def _days(found: re.Match[str]) -> Iterator[str]:
    """The real days that a match may mean, each once."""
    year, month, day = found.group("year", "month", "day")
    if month.isalpha():
        orders = [(str(number_of_name(month, MONTHS)), day)]
    elif found.string.startswith(year):
        orders = [(month, day)]
    else:
        orders = [(month, day), (day, month)]
    dates = (DATE.fullmatch(f"{year}-{month:0>2}-{day:0>2}") for month, day in orders)
    yield from dict.fromkeys(each[0] for each in dates if each and not impossible_number(each))


def _time(clock: re.Match[str]) -> str:
    """The time on a clock of 24 hours; not one of 12 that has no such hour."""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 24
    fraction = f".{clock['fraction']}" if clock["fraction"] else ""
    return f"{hour:02}:{clock['minute']}:{clock['second'] or '00'}{fraction}"


def _is_real(time: str, zone: str) -> bool:
    found = DATE_TIME.fullmatch(f"2000-01-01T{time}{zone or 'Z'}")
    return bool(found and not impossible_number(found))


def _zone(written: str | None) -> str:
    if not written or written[0] not in "+-":
        return "Z" if written else ""
    return f"{written[:3]}:{written[3:].lstrip(':') or '00'}"
