"""The forms of dates that a collection can accept, by name: what site generators document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from articlelint.named_tuple import NamedTuple
from articlelint.text.dates import (
    DATE,
    DATE_TIME,
    MONTHS,
    RFC_3339,
    WrittenDate,
    impossible_number,
    numbers_in,
)
from articlelint.text.late_pattern import late_pattern

#: Names of forms: one or several of these are what a collection accepts.
Accepted = tuple[str, ...]

_DAY = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_MINUTES = r":(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
_TIME = r"(?P<hour>\d\d)" + _MINUTES
_ZONE = r"(?:[Zz]|(?P<sign>[+-])(?P<zone_hour>\d\d)(?::?(?P<zone_minute>\d\d))?)"
_NAMED_MONTH = "(?P<month>" + "|".join(f"{each[:3]}(?:{each[3:]})?" for each in MONTHS) + ")"
_YEAR = r"(?P<year>\d{4})"

#: RFC 3339 without a time zone, as TOML has it; with or without seconds.
_LOCAL = late_pattern(rf"{_DAY}[Tt]{_TIME}", re.ASCII)
#: ISO 8601 with hyphens and colons; without a zone if need be.
_ISO_8601 = late_pattern(rf"{_DAY}[Tt]{_TIME}{_ZONE}?", re.ASCII)
#: YAML 1.1, https://yaml.org/type/timestamp.html: what most readers of YAML take for a date.
_YAML = late_pattern(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[Tt]|[ \t]+)"
    r"(?P<hour>\d\d?):(?P<minute>\d\d):(?P<second>\d\d)(?:\.\d*)?"
    r"(?:[ \t]*(?:Z|(?P<sign>[+-])(?P<zone_hour>\d\d?)(?::(?P<zone_minute>\d\d))?))?",
    re.ASCII,
)
#: `HH:MM:SS +/-TTTT`, in which seconds and zone are optional. The programs that read it after a
#: space take an hour of one digit, too.
_CLOCK = rf" +(?P<hour>\d\d?){_MINUTES}(?: *{_ZONE})?"
_SPACED = late_pattern(_DAY + _CLOCK, re.ASCII)
_DAY_AND_MONTH = rf"(?P<day>\d\d?) +{_NAMED_MONTH} +{_YEAR}"
_MONTH_AND_DAY = rf"{_NAMED_MONTH} +(?P<day>\d\d?),? +{_YEAR}"
_DAY_MONTH = late_pattern(_DAY_AND_MONTH, re.ASCII | re.IGNORECASE)
_MONTH_DAY = late_pattern(_MONTH_AND_DAY, re.ASCII | re.IGNORECASE)
_DAY_MONTH_TIME = late_pattern(rf"{_DAY_AND_MONTH},?{_CLOCK}", re.ASCII | re.IGNORECASE)
_MONTH_DAY_TIME = late_pattern(rf"{_MONTH_AND_DAY},?{_CLOCK}", re.ASCII | re.IGNORECASE)
#: The month first, as in the United States; the year may have two digits.
_MONTH_FIRST = late_pattern(
    r"(?P<month>\d\d?)(?P<between>[/-])(?P<day>\d\d?)(?P=between)(?P<year>\d{4}|\d\d)", re.ASCII
)
#: `dd MM yyyy` and `MM dd, yyyy`.
_SPACED_NUMBERS = late_pattern(r"(?P<day>\d\d) (?P<month>\d\d) (?P<year>\d{4})", re.ASCII)
_MONTH_AND_COMMA = late_pattern(r"(?P<month>\d\d) (?P<day>\d\d), (?P<year>\d{4})", re.ASCII)

_OF_YAML = (DATE_TIME, DATE, _YAML, _ISO_8601)
_NAMED = (_DAY_MONTH, _MONTH_DAY)
#: What `new Date()` of Node.js reads.
_OF_JAVASCRIPT = (*_OF_YAML, _SPACED, *_NAMED, _DAY_MONTH_TIME, _MONTH_DAY_TIME)

#: More characters than any date has.
_LONG = 80


class DateForm(NamedTuple):
    """What one name means: patterns, and words that are no date but are used instead of one.

    The ``samples`` are all the same day, one for each way to write it that a writer should know.
    Words are in lower case.
    """

    patterns: tuple[re.Pattern[str], ...]
    samples: tuple[str, ...]
    words: frozenset[str] = frozenset()


_DATE_TIME_SAMPLE, _DATE_SAMPLE = "2023-05-04T09:30:00Z", "2023-05-04"
_SAMPLES = (_DATE_SAMPLE, _DATE_TIME_SAMPLE)

#: The forms by their names; those of a site generator are what its documentation names.
FORMS = {
    RFC_3339: DateForm((DATE_TIME,), (_DATE_TIME_SAMPLE,)),
    "date": DateForm((DATE,), (_DATE_SAMPLE,)),
    "local-date-time": DateForm((_LOCAL,), ("2023-05-04T09:30:00",)),
    # https://jekyllrb.com/docs/front-matter/
    "jekyll": DateForm((*_OF_YAML, _SPACED), (_DATE_SAMPLE, "2023-05-04 09:30:00 +0200")),
    # https://gohugo.io/functions/time/astime/
    "hugo": DateForm((*_OF_YAML, _SPACED, _DAY_MONTH), _SAMPLES),
    # https://www.getzola.org/documentation/content/page/ and the times without a zone of TOML
    "zola": DateForm((DATE_TIME, DATE, _LOCAL), _SAMPLES),
    # https://docs.astro.build/en/guides/content-collections/, whose `z.coerce.date()` calls
    # `new Date()`
    "astro": DateForm(_OF_JAVASCRIPT, (_DATE_SAMPLE, "May 4, 2023")),
    # https://docusaurus.io/docs/blog#blog-post-date, and `last_update` in any form of JavaScript
    "docusaurus": DateForm(_OF_JAVASCRIPT, (_DATE_SAMPLE, "2023-05-04T09:30")),
    # https://squidfunk.github.io/mkdocs-material/plugins/blog/
    "mkdocs-material": DateForm(_OF_YAML, _SAMPLES),
    # https://quarto.org/docs/reference/dates.html
    "quarto": DateForm(
        (*_OF_YAML, _MONTH_FIRST, _SPACED_NUMBERS, _MONTH_AND_COMMA, *_NAMED),
        (_DATE_SAMPLE, "05/04/2023"),
        frozenset({"today", "now", "last-modified"}),
    ),
    # https://help.obsidian.md/properties
    "obsidian": DateForm((DATE_TIME, DATE, _LOCAL), (_DATE_SAMPLE, "2023-05-04T09:30:00")),
    # https://vitepress.dev/guide/frontmatter
    "vitepress": DateForm(_OF_YAML, _SAMPLES),
    # https://www.11ty.dev/docs/dates/
    "eleventy": DateForm(
        _OF_YAML,
        _SAMPLES,
        frozenset({"last modified", "created", "git last modified", "git created"}),
    ),
}


def match(text: str, accepted: Accepted) -> re.Match[str] | None:
    """The match of a text by the first of the accepted forms that it has; also of no real day."""
    if len(text) >= _LONG:
        return DATE_TIME.fullmatch(text) if takes(DATE_TIME, accepted) else None
    found = (pattern.fullmatch(text) for pattern in _patterns(accepted))
    return next(filter(None, found), None)


def is_timestamp(text: str) -> bool:
    """Whether a text is a timestamp of YAML 1.1, of which many programs make a date."""
    return bool(DATE.fullmatch(text) or _YAML.fullmatch(text))


def takes(pattern: re.Pattern[str], accepted: Accepted) -> bool:
    """Whether one of the accepted forms is this pattern."""
    return pattern in _patterns(accepted)


def is_word(text: str, accepted: Accepted) -> bool:
    """Whether a text is no date, but a word that the site generator takes for one."""
    return any(text.lower() in FORMS[name].words for name in accepted)


def samples(accepted: Accepted) -> list[str]:
    """A date in each of the accepted forms, all the same day; the names' own order, each once."""
    return list(dict.fromkeys(each for name in accepted for each in FORMS[name].samples))


def read_accepted(text: str, accepted: Accepted) -> WrittenDate | None:
    """What a text says in one of the accepted forms; None if it has none, or is not real."""
    found = match(text, accepted)
    if found is None or impossible_number(found):
        return None
    part = numbers_in(found)
    offset = timedelta(hours=part["zone_hour"], minutes=part["zone_minute"])
    try:
        day = date(part["year"], part["month"], part["day"])
        local = datetime(*day.timetuple()[:3], part["hour"], part["minute"], tzinfo=timezone.utc)
        local += timedelta(seconds=min(part["second"], 59))
        moment = local + offset if found.groupdict().get("sign") == "-" else local - offset
    except (ValueError, OverflowError):
        return None
    has_time = found.groupdict().get("hour") is not None
    return WrittenDate(moment, day, has_time, has_time and _has_zone(found))


def _has_zone(found: re.Match[str]) -> bool:
    return bool(found.groupdict().get("sign")) or found[0][-1] in "Zz"


@lru_cache(maxsize=64)
def _patterns(accepted: Accepted) -> tuple[re.Pattern[str], ...]:
    return tuple(dict.fromkeys(_each_pattern(accepted)))


def _each_pattern(accepted: Accepted) -> Iterator[re.Pattern[str]]:
    for name in accepted:
        yield from FORMS[name].patterns
