"""Dates and times that are not written as RFC 3339 asks, but can mean only one moment."""

from __future__ import annotations

import re
from calendar import weekday
from collections.abc import Iterable

from articlelint.text.dates import (
    DATE,
    DATE_TIME,
    MONTHS,
    WEEKDAYS,
    impossible_number,
    number_of_name,
)
from articlelint.text.late_pattern import late_pattern
from articlelint.text.quotation import without_curly_quotes

# Other unambiguous ways to write a date and time: ISO 8601, English names of months as in RFC 5322,
# and numbers of which only one can be the month. Each has a zone, and a year of four digits.
_AFTER_HOUR = r":(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
# With seconds, as in the timestamps of YAML 1.1, an hour of one figure is one of a clock of 24.
_TIME = r"(?=\d\d:|\d:\d\d:\d)(?P<hour>\d\d?)" + _AFTER_HOUR
_SHORT_TIME = r"(?P<hour>\d\d)(?P<minute>\d\d)(?:(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
_ZONE = r" *(?:Z|UTC|GMT|(?P<sign>[+-])(?P<zone_hour>\d\d)(?::?(?P<zone_minute>\d\d))?)"
_HALF = r"(?: *(?P<half>[ap])\.?m\.?)?"  # of the day
_CLOCK = r"(?P<hour>\d\d?)" + _AFTER_HOUR + _HALF + _ZONE
_LATER_DAY = r"(?P<day>1[3-9]|[23]\d)"  # one that is no month
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_SIGN = r"(?P<sign_between>[./-])"
_YEAR = r"(?P=sign_between)(?P<year>\d{4})"
_WEEKDAY = r"(?:(?P<weekday>[a-z]+),? +)?"
_FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:T| +)" + _TIME + _ZONE,
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)T" + _SHORT_TIME + _ZONE,
    _WEEKDAY + r"(?P<day>\d\d?) +(?P<month>[a-z]+) +(?P<year>\d{4}) +" + _CLOCK,
    _WEEKDAY + r"(?P<month>[a-z]+) +(?P<day>\d\d?),? +(?P<year>\d{4}),? +" + _CLOCK,
    _LATER_DAY + _SIGN + _MONTH + _YEAR + ",? +" + _CLOCK,
    _MONTH + _SIGN + _LATER_DAY + _YEAR + ",? +" + _CLOCK,
)
_DATE_FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[Tt ]\d\d:\d\d(?::\d\d)?\S*)?",
    _LATER_DAY + _SIGN + r"(?P<month>\d\d?)" + _YEAR,
    r"(?P<month>\d\d?)" + _SIGN + _LATER_DAY + _YEAR,
)
_NAMED_DATE_FORMS = (
    _WEEKDAY + r"(?P<day>\d\d?) +(?P<month>[a-z]+),? +(?P<year>\d{4})",
    _WEEKDAY + r"(?P<month>[a-z]+) +(?P<day>\d\d?),? +(?P<year>\d{4})",
)
#: What word processors make of a hyphen.
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
# Who writes `01` has lost a figure where there is only one; and so has a clock after `T`.
_LOST_FIGURE = r"\d{4}-(?:0\d-\d(?!\d)|\d-0\d|0\d-\d\d +\d:|\d\d-0\d +\d:)|T\d:"
_UNCERTAIN = late_pattern(
    rf"\A\s*\d\d?[./-]|\d *[ap]\.?m\b|{_LOST_FIGURE}", re.ASCII | re.IGNORECASE
)
# Letters that are typed for figures.
_LIKE_FIGURES = "OolI"
_FIGURES = str.maketrans(_LIKE_FIGURES, "0011")
#: More characters than a date of these forms has.
_LONG = 80


def in_rfc_3339(text: str) -> str | None:
    """The same date and time in the format of RFC 3339; None if another one may be meant."""
    text = (without_curly_quotes(text) or text).strip().translate(_DASHES)
    found = _match(_FORMS, text, re.ASCII | re.IGNORECASE)
    found = found or _match(_FORMS[:1], text.translate(_FIGURES))
    if found is None:
        return None
    fixed = _rewritten(found)
    date_time = DATE_TIME.fullmatch(fixed)
    if date_time is None or impossible_number(date_time):
        return None
    return fixed if _matches_weekday(found, date_time) else None


def date_in_rfc_3339(text: str) -> str | None:
    """The same for a date, of which a time after it is no part."""
    text = text.strip()
    found = _match(_DATE_FORMS, text.translate(_DASHES).translate(_FIGURES))
    found = found or _match(_NAMED_DATE_FORMS, text, re.ASCII | re.IGNORECASE)
    if found is None:
        return None
    date = DATE.fullmatch(f"{found['year']}-{_month(found['month'])}-{found['day']:0>2}")
    if date is None or impossible_number(date):
        return None
    return date.group() if _matches_weekday(found, date) else None


def typing_slip(text: str) -> str:
    """What to type instead, for a date with characters that look like the right ones; or empty."""
    text = text.strip()
    if text.translate(_DASHES) != text:
        return "use `-` instead of the long dashes"
    wrong = next((each for each in text if each in _LIKE_FIGURES), None)
    if wrong is None or any(each.isalpha() and each not in "TtZz" + _LIKE_FIGURES for each in text):
        return ""
    return f"write the digit {wrong.translate(_FIGURES)} instead of the letter {wrong}"


def is_certain(text: str) -> bool:
    """Whether a date that can be written in RFC 3339 has no slip, order or clock of its own."""
    return not (typing_slip(text) or _UNCERTAIN.search(text))


def _match(forms: Iterable[str], text: str, flags: re.RegexFlag = re.ASCII) -> re.Match[str] | None:
    """The match of the first of several forms that a text has, unless it is too long for any."""
    if len(text) >= _LONG:
        return None
    matches = (re.fullmatch(form, text, flags) for form in forms)
    return next(filter(None, matches), None)


def _rewritten(found: re.Match[str]) -> str:
    """The parts in order; the result is not a date if one of them is unknown."""
    part = found.groupdict()
    fraction = f".{part['fraction']}" if part["fraction"] else ""
    time = f"{_hour(part)}:{part['minute']}:{part['second'] or '00'}{fraction}"
    return f"{part['year']}-{_month(found['month'])}-{part['day']:0>2}T{time}{_zone(found)}"


def _month(written: str) -> str:
    """The number of a month of two figures; `00` for a name that is none."""
    return written.zfill(2) if written.isdigit() else f"{number_of_name(written, MONTHS):02}"


def _hour(part: dict[str, str | None]) -> str:
    """The hour of a clock of 24; not one of 12 that has no such hour."""
    if "half" not in part:
        return str(part["hour"]).zfill(2)
    hour, half = str(part["hour"]), part["half"]
    if half is None:
        return hour  # one of a single figure may lack its half of the day
    if not 1 <= int(hour) <= 12:
        return ""
    return f"{int(hour) % 12 + 12 * (half.lower() == 'p'):02}"


def _zone(found: re.Match[str]) -> str:
    """The zone; empty for `09:30-11:00`, which may be a range of times."""
    sign = found["sign"]
    if sign == "-" and not found["second"]:
        return ""
    return f"{sign}{found['zone_hour']}:{found['zone_minute'] or '00'}" if sign else "Z"


def _matches_weekday(found: re.Match[str], date_time: re.Match[str]) -> bool:
    written = found.groupdict().get("weekday")
    year, month, day = map(int, date_time.group("year", "month", "day"))
    return not written or number_of_name(written, WEEKDAYS) == weekday(year, month, day) + 1
