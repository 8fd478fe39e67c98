"""Dates and times in the format of RFC 3339, and the names of months and weekdays."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

#: The English names, the first month or day of the week first.
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: RFC 3339, section 5.6; `t` and `z` may be lower case.
DATE_TIME = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[Tt]"
    r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.\d+)?"
    r"(?:[Zz]|(?P<sign>[+-])(?P<zone_hour>\d\d):(?P<zone_minute>\d\d))",
    re.ASCII,
)


def moment(text: str) -> datetime | None:
    """The moment, in UTC and to the second, of an RFC 3339 date and time; None for other text.

    A leap second counts as the second before it. Years before 1 and after 9999 are not supported.
    """
    found = DATE_TIME.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second = map(int, found.group(1, 2, 3, 4, 5, 6))
    hours, minutes = int(found["zone_hour"] or 0), int(found["zone_minute"] or 0)
    if second > 60 or hours > 23 or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    try:
        local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=timezone.utc)
        return local + offset if found["sign"] == "-" else local - offset
    except (ValueError, OverflowError):
        return None
