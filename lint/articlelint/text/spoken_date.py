"""A date and time in words."""

from __future__ import annotations

from datetime import date, datetime

from articlelint.text.dates import MONTHS, WEEKDAYS, read_date


def in_words(text: str, accepted: tuple[str, ...] = ()) -> str | None:
    """A date, or date and time, in words; None for other text.

    It is read in the format of RFC 3339 and the ``accepted`` forms. A time with a zone is told in
    UTC and, where that differs, in local time.
    """
    found = read_date(text, ("date", *accepted))
    if found is None:
        return None
    if not found.has_time:
        return _day(found.day)
    when = found.moment
    if not found.has_zone:
        return f"{_day(found.day)}, {when:%H:%M} (no time zone)"
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
