"""A date field holds a date that programs read in different ways, or that does not exist.

Every date of an article is a date and time with a time zone, as RFC 3339 (the internet's profile
of ISO 8601) has it: `2023-05-04T09:30:00Z`, where `Z` stands for UTC, or with an offset such as
`2023-05-04T11:30:00+02:00`. Without a zone, each program assumes another one; written in any other
way, some programs swap day and month, and some fall back to today. A day that does not exist,
such as 30 February, becomes another day in some programs and stops others.

A date needs no quotes. The fields are those of the article and of each of its related items.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from articlelint.model import Path, Severity
from articlelint.rule import Article, Example, Objection, Options, Rule
from articlelint.words import show

# RFC 3339, section 5.6; `t` and `z` may be lower case.
_DATE_TIME = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[Tt]"
    r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.\d+)?"
    r"(?:[Zz]|[+-](?P<zone_hour>\d\d):(?P<zone_minute>\d\d))",
    re.ASCII,
)
_ZONELESS = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII)
_DAY_ONLY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_FORM = "write the date, a `T`, the time and the zone: 2023-05-04T09:30:00Z"
_LIMITS = (("hour", 23), ("minute", 59), ("zone_hour", 23), ("zone_minute", 59))


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each date field of the article and of its related items."""
    for entry in article.entries():
        for name in article.fields.dates:
            value = entry.values.get(name)
            if isinstance(value, str | int | float):
                yield from _check_value((*entry.path, name), value)


def _check_value(path: Path, value: Any) -> Iterator[Objection]:
    text = str(value)
    date_time = _DATE_TIME.fullmatch(text)
    if date_time is None:
        yield Objection(path, f"{show(value)} {_wrong_form(text)}", (_FORM,))
        return
    fault = _wrong_figure(date_time)
    if fault:
        yield Objection(path, f"{show(value)} names no real {fault}")


def _wrong_form(text: str) -> str:
    if _ZONELESS.fullmatch(text):
        return "has no time zone"
    if _DAY_ONLY.fullmatch(text):
        return "has no time of day"
    return "is not an ISO date and time"


def _wrong_figure(date_time: re.Match[str]) -> str | None:
    """Why a date and time of the right form cannot be, or None."""
    part = {name: int(figures or 0) for name, figures in date_time.groupdict().items()}
    if not 1 <= part["month"] <= 12:
        return f"day: there is no month {part['month']}"
    days = monthrange(part["year"] or 2000, part["month"])[1]  # there is no year 0 to ask about
    if not 1 <= part["day"] <= days:
        year_and_month = date_time.string[:7]
        return f"day: {year_and_month} has {days} days"
    for name, limit in _LIMITS:
        if part[name] > limit:
            return f"time: {name.replace('_', ' ')} {part[name]} is more than {limit}"
    leap_second = part["minute"] == 59  # RFC 3339, section 5.7
    if part["second"] > (60 if leap_second else 59):
        return f"time: second {part['second']} is more than 59"
    return None


RULE = Rule(
    summary="a date is not an RFC 3339 date and time with a zone, or names no real day",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    fixable=True,
    examples=(
        Example(
            bad="---\npublishedDateTime: 2023-02-30T09:30:00Z\n---\n",
            message='"2023-02-30T09:30:00Z" names no real day: 2023-02 has 28 days',
            good="---\npublishedDateTime: 2023-02-28T09:30:00Z\n---\n",
        ),
        Example(
            bad="---\npublishedDateTime: 2023-05-04 09:30\n---\n",
            message='"2023-05-04 09:30" has no time zone',
            good="---\npublishedDateTime: 2023-05-04T09:30:00Z\n---\n",
        ),
        Example(
            bad="---\npublishedDateTime: May 4, 2023\n---\n",
            message='"May 4, 2023" is not an ISO date and time',
            good="---\npublishedDateTime: 2023-05-04T00:00:00Z\n---\n",
        ),
    ),
)
