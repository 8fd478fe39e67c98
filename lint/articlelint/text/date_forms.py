"""Dates and times that are not written as RFC 3339 asks, but can mean only one moment."""

from __future__ import annotations

import re
from calendar import weekday

from articlelint.text.dates import DATE_TIME, MONTHS, WEEKDAYS, impossible_number
from articlelint.text.quotation import without_curly_quotes

# Other unambiguous ways to write a date and time: ISO 8601, and English names of months as in
# RFC 5322. Each has a zone, and a year of four digits.
_TIME = r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
_SHORT_TIME = r"(?P<hour>\d\d)(?P<minute>\d\d)(?:(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
_ZONE = r" *(?:Z|UTC|GMT|(?P<sign>[+-])(?P<zone_hour>\d\d)(?::?(?P<zone_minute>\d\d))?)"
_WEEKDAY = r"(?:(?P<weekday>[a-z]+),? +)?"
_FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T| +)" + _TIME + _ZONE,
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)T" + _SHORT_TIME + _ZONE,
    _WEEKDAY + r"(?P<day>\d\d?) +(?P<month>[a-z]+) +(?P<year>\d{4}) +" + _TIME + _ZONE,
    _WEEKDAY + r"(?P<month>[a-z]+) +(?P<day>\d\d?),? +(?P<year>\d{4}),? +" + _TIME + _ZONE,
)
#: More characters than a date of these forms has.
_LONG = 80


def in_rfc_3339(text: str) -> str | None:
    """The same date and time in the format of RFC 3339; None if another one may be meant."""
    text = (without_curly_quotes(text) or text).strip()
    forms = _FORMS if len(text) < _LONG else ()
    matches = (re.fullmatch(form, text, re.ASCII | re.IGNORECASE) for form in forms)
    found = next(filter(None, matches), None)
    fixed = _rewritten(found) if found else ""
    date_time = DATE_TIME.fullmatch(fixed)
    if found is None or date_time is None or impossible_number(date_time):
        return None
    return fixed if _matches_weekday(found, date_time) else None


def _rewritten(found: re.Match[str]) -> str:
    """The parts in order; the result is not a date if one of them is unknown."""
    part = found.groupdict()
    month = part["month"] if part["month"].isdigit() else f"{_number(part['month'], MONTHS):02}"
    fraction = f".{part['fraction']}" if part["fraction"] else ""
    time = f"{part['hour']}:{part['minute']}:{part['second'] or '00'}{fraction}"
    return f"{part['year']}-{month}-{part['day']:0>2}T{time}{_zone(found)}"


def _zone(found: re.Match[str]) -> str:
    """The zone; empty for `09:30-11:00`, which may be a range of times."""
    sign = found["sign"]
    if sign == "-" and not found["second"]:
        return ""
    return f"{sign}{found['zone_hour']}:{found['zone_minute'] or '00'}" if sign else "Z"


def _number(word: str, names: tuple[str, ...]) -> int:
    """The number of a name, given in full or by its first three letters; 0 if unknown."""
    word = word.lower()
    forms = (number for number, name in enumerate(names, 1) if word in (name, name[:3]))
    return next(forms, 0)


def _matches_weekday(found: re.Match[str], date_time: re.Match[str]) -> bool:
    written = found.groupdict().get("weekday")
    year, month, day = map(int, date_time.group("year", "month", "day"))
    return not written or _number(written, WEEKDAYS) == weekday(year, month, day) + 1
