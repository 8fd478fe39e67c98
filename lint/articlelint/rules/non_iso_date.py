"""A date field holds a date that programs read differently, or that does not exist.

Every date of an article is a date and time with a time zone in the format of RFC 3339 (the
internet's profile of ISO 8601): `2023-05-04T09:30:00Z`, where `Z` means UTC, or with an offset such
as `2023-05-04T11:30:00+02:00`. Without a zone, each program assumes a different one; in any other
format, some programs swap day and month, and some fall back to today. A day that does not exist,
such as 30 February, becomes another day in some programs and stops others.

A date needs no quotes. The rule checks the dates of the article and of each related item.
"""

from __future__ import annotations

import re
from calendar import weekday
from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.dates import (
    DATE_TIME,
    MONTHS,
    WEEKDAYS,
    impossible_number,
    missing_part,
)
from articlelint.text.words import show

_EXAMPLE = "2023-05-04T09:30:00Z"
_FORM = f"write the date, a `T`, the time and the time zone: `{_EXAMPLE}`"

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


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each date field of the article and of its related items.

    What cannot be meant as a date, such as a list, a flag or nothing, is left to the schema.
    """
    for entry in article.entries:
        for name in article.fields.dates:
            value = entry.values.get(name)
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                yield from _check_value((*entry.path, name), value)


def _check_value(path: DataPath, value: str | float) -> Iterator[Objection]:
    text = str(value)
    date_time = DATE_TIME.fullmatch(text)
    if date_time is None:
        fixed = _fixed(text)
        change = SetValue(path, fixed) if fixed else None
        help_ = f"write `{fixed}`" if fixed else _FORM
        wrong = missing_part(text) or f"is not a date and time such as {_EXAMPLE}"
        yield Objection(path, f"{show(value)} {wrong}", (help_,), change=change)
    elif fault := impossible_number(date_time):
        what, help_ = fault
        yield Objection(path, f"{show(value)} is not a real {what}", (help_,))


def _fixed(text: str) -> str | None:
    """The same date and time in the format of RFC 3339; None if another one may be meant."""
    text = text.strip()
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


RULE = Rule(
    summary="a date that is not an RFC 3339 date and time with a zone, or is not real",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    accepts=("2023-05-04T09:30:00Z", "2023-05-04T11:30:00.5+02:00"),
    fixes=(Safety.SAFE,),
    examples=(
        Example(
            bad="---\npublishedDateTime: 2023-02-30T09:30:00Z\n---\n",
            message='"2023-02-30T09:30:00Z" is not a real date: 2023-02 has 28 days',
            good="---\npublishedDateTime: 2023-02-28T09:30:00Z\n---\n",
        ),
        Example(
            bad="---\npublishedDateTime: 2023-05-04 09:30\n---\n",
            message='"2023-05-04 09:30" has no time zone',
            good="---\npublishedDateTime: 2023-05-04T09:30:00Z\n---\n",
        ),
        Example(
            bad="---\npublishedDateTime: May 4, 2023 09:30 UTC\n---\n",
            message=('"May 4, 2023 09:30 UTC" is not a date and time such as 2023-05-04T09:30:00Z'),
            good="---\npublishedDateTime: 2023-05-04T09:30:00Z\n---\n",
        ),
    ),
)
