"""The date at the start of the file name is not the date of publication.

Collections often name files by day, as Jekyll does: `2023-05-04-bridge-reopens.md`. The day should
be the one on which the article was published, as it is written or in UTC, or the day after in UTC,
on which it may have been added. Any other day is a slip in one of the two dates, and misleads
whoever looks for the article by its date or sorts a folder by name.

Rename the file, or correct the date of publication. A name that does not start with a real date is
left alone; month and day may have one digit, as in `2023-5-4-bridge-reopens.md`.

The rule reads dates in the forms that the option `accept` of `non-iso-date` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show

_DATE = "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])"
#: The characters of a date, and one more, which must not be a digit.
_LENGTH = len("2023-05-04-")
_NEXT_DAY = timedelta(days=1)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the day in the file name with the day of publication."""
    name = article.fields.published_date_time
    named = _named_day(article.path)
    published = article.date(article.entry.text(name)) if named else None
    if named and published:
        day = published.moment.date()
        if named not in published.days and named - day != _NEXT_DAY:
            zone = " in UTC" if published.has_zone else ""
            but = f"but the file name says {named}: correct one of them"
            help_ = f"start the file name with `{day}`, or correct the date"
            path = article.entry.path_to(name)
            yield Objection(path, f"{show(path[-1])} is {day}{zone}, {but}", (help_,))


def _named_day(path: str) -> date | None:
    """The real day that the file name starts with, if any."""
    return _day(path.rpartition("/")[2][:_LENGTH])


@lru_cache(maxsize=256)  # files are mostly sorted by day
def _day(start: str) -> date | None:
    """The real day in the start of a name."""
    found = re.match(_DATE, start)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


_BAD = "---\npublishedDateTime: 2023-05-09T16:00:00Z\n---\n"
_GOOD = "---\npublishedDateTime: 2023-05-04T16:00:00Z\n---\n"

RULE = Rule(
    summary="a file name whose date is neither the day of publication nor the day after",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    examples=(
        Example(
            bad=_BAD,
            message=(
                '"publishedDateTime" is 2023-05-09 in UTC, but the file name says 2023-05-04: '
                "correct one of them"
            ),
            good=_GOOD,
            path="2023-05-04-bridge-reopens.md",
        ),
    ),
)
