"""Dates and times in the format of RFC 3339, and the names of months and weekdays."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from articlelint.named_tuple import NamedTuple
from articlelint.text.late_pattern import late_pattern

#: What a date and time of RFC 3339 is called among the forms that a collection can accept.
RFC_3339 = "date-time"

#: The English names, the first month or day of the week first.
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: So many of them tell the name.
_LEAST_LETTERS = 3

#: RFC 3339, section 5.6; `t` and `z` may be lower case.
DATE_TIME = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[Tt]"
    r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.\d+)?"
    r"(?:[Zz]|(?P<sign>[+-])(?P<zone_hour>\d\d):(?P<zone_minute>\d\d))",
    re.ASCII,
)

#: RFC 3339, section 5.6: `full-date`.
DATE = late_pattern(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII)

#: As most dates are written.
_PLAIN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_NUMBERS = tuple(name for name in DATE_TIME.groupindex if name != "sign")
_NO_SECONDS = late_pattern(
    r"\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d[+-]\d\d:\d\d|[Tt ]\d\d:\d\d(?:[Zz]|\+\d\d:\d\d))", re.ASCII
)
#: The characters of the longest text whose moment is remembered.
_LONGEST_KNOWN = 40
_ZONELESS = late_pattern(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII)


class WrittenDate(NamedTuple):
    """What a date says: a moment in UTC and, as it is written, the day.

    Without a time, it is the day as a whole, and the moment is its begin. Without a zone, the
    moment is what it would be in UTC.
    """

    moment: datetime
    day: date
    has_time: bool = True
    has_zone: bool = True

    @property
    def days(self) -> tuple[date, date]:
        """The day as it is written, and the day in UTC, which may be another one."""
        return self.day, self.moment.date()

    def is_before(self, other: WrittenDate) -> bool:
        """Whether it is surely earlier than another one.

        Only the days count if one of the two has no time, or no zone where the other has one.
        """
        if self.has_time and other.has_time and self.has_zone is other.has_zone:
            return self.moment < other.moment
        return max(self.days) < min(other.days)


def read_date(text: str, accepted: tuple[str, ...]) -> WrittenDate | None:
    """What a text says in one of the ``accepted`` forms; None for other text.

    A date and time of RFC 3339 is always read, which is how nearly all are written.
    """
    # Several rules ask for each date of an article.
    return (_known_date if len(text) <= _LONGEST_KNOWN else _date)(text, accepted)


def _date(text: str, accepted: tuple[str, ...]) -> WrittenDate | None:
    exact = moment(text)
    if exact:
        return WrittenDate(exact, date.fromisoformat(text[:10]))
    if accepted == (RFC_3339,):
        return None
    from articlelint.text.accepted_dates import read_accepted  # noqa: PLC0415 - for some sites

    return read_accepted(text, accepted)


_known_date = lru_cache(maxsize=256)(_date)


def moment(text: str) -> datetime | None:
    """The moment, in UTC and to the second, of an RFC 3339 date and time; None for other text.

    A leap second counts as the second before it. Years before 1 and after 9999 are not supported.
    """
    # Several rules ask for each date of an article.
    return _known_moment(text) if len(text) <= _LONGEST_KNOWN else _moment(text)


def is_plainly_sound(text: str) -> bool:
    """Whether a text is in the format of RFC 3339, and no number in it can be impossible.

    It does not know so of a leap second, nor of a year that ``moment`` does not support.
    """
    return moment(text) is not None and ":60" not in text


def _moment(text: str) -> datetime | None:
    if _PLAIN.fullmatch(text):  # 0.6 us instead of 2.7
        try:
            return datetime.fromisoformat(text[:-1] + "+00:00")
        except ValueError:
            pass
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


_known_moment = lru_cache(maxsize=256)(_moment)


def missing_part(text: str) -> str | None:
    """What a date lacks to be a date and time of RFC 3339, as the end of a sentence."""
    if _ZONELESS.fullmatch(text):
        return "has no time zone"
    if DATE.fullmatch(text):
        return "has no time of day"
    return "has no seconds" if _NO_SECONDS.fullmatch(text) else None


def impossible_number(date_time: re.Match[str]) -> tuple[str, str] | None:
    """Which number in a date and time of the right format is impossible, and what it may be.

    A match of ``DATE`` has no time, which is taken for midnight UTC.
    """
    from calendar import monthrange  # noqa: PLC0415 - few dates are wrong

    part = numbers_in(date_time)
    if not 1 <= part["month"] <= 12:
        return f"date: there is no month {part['month']}", "the month must be 01 to 12"
    days = monthrange(part["year"] or 2000, part["month"])[1]  # `monthrange` has no year 0
    if not 1 <= part["day"] <= days:
        return (
            f"date: {part['year']:04}-{part['month']:02} has {days} days",
            f"the day must be 01 to {days}",
        )
    last = {"hour": 23, "minute": 59, "second": 59, "zone_hour": 23, "zone_minute": 59}
    if _may_be_leap_second(part, date_time.groupdict().get("sign")):
        last["second"] = 60
    for name, limit in last.items():
        if part[name] > limit:
            called = name.replace("_", " ")
            return (
                f"time: there is no {called} {part[name]}",
                f"the {called} must be at most {limit}",
            )
    return None


def numbers_in(date_time: re.Match[str]) -> dict[str, int]:
    """The numbers in a matched date by the names of their groups; 0 where there is none.

    A month may be an English name, or the start of one. A year of two digits is in this century.
    """
    written = date_time.groupdict()
    month = written["month"]
    if month.isalpha():
        written["month"] = number_of_name(month, MONTHS)
    if len(written["year"]) == 2:
        written["year"] = f"20{written['year']}"
    return {name: int(written.get(name) or 0) for name in _NUMBERS}


def number_of_name(word: str, names: tuple[str, ...]) -> int:
    """The number of a name, given in full or by its first three letters or more; 0 if unknown."""
    word = word.lower()
    numbers = (number for number, name in enumerate(names, 1) if name.startswith(word))
    return next(numbers, 0) if len(word) >= _LEAST_LETTERS else 0


def _may_be_leap_second(part: dict[str, int], sign: str | None) -> bool:
    """Whether it is the last minute of a day of UTC (RFC 3339, section 5.7)."""
    offset = part["zone_hour"] * 60 + part["zone_minute"]
    minute = part["hour"] * 60 + part["minute"] + (offset if sign == "-" else -offset)
    return minute % (24 * 60) == 24 * 60 - 1
