"""A date and time in words."""

from __future__ import annotations

from datetime import date, datetime

from articlelint.text.dates import DATE, MONTHS, WEEKDAYS, moment


def in_words(text: str) -> str | None:
    """An RFC 3339 date, or date and time, in words; None for other text.

    A time is told in UTC and, where that differs, in local time.
    """
    if DATE.fullmatch(text):
        try:
            return _day(date.fromisoformat(text))
        except ValueError:
            return None
    when = moment(text)
    if when is None:
        return None
    words = f"{_day(when.date())}, {when:%H:%M} UTC"
    local = _local(when)
    if local is None or local.utcoffset() == when.utcoffset():
        return words
    day = "" if local.date() == when.date() else f"{_day(local.date())}, "
    return f"{words} ({day}{local:%H:%M} local time)"


def _local(when: datetime) -> datetime | None:
    try:
        return when.astimezone()
    except (OverflowError, OSError, ValueError):  # a year that the system does not know
        return None


def _day(day: date) -> str:
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{weekday.capitalize()}, {day.day} {month.capitalize()} {day.year}"
