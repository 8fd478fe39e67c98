"""The date at the start of the file name is not the date of publication.

Collections often name files by day, as Jekyll does: `2023-05-04-bridge-reopens.md`. The day should
be the one on which the article was published, in UTC, or the day after, on which it may have been
added. Any other day is a slip in one of the two dates, and misleads whoever looks for the article
by its date or sorts a folder by name.

Rename the file, or correct the date of publication. A name that does not start with a real date is
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.dates import moment
from articlelint.text.words import show

_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_LENGTH = len("2023-05-04")
_DIGITS = frozenset("0123456789")


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the day in the file name with the day of publication."""
    name = article.fields.published_date_time
    named = _named_day(article.path)
    published = moment(article.entry.text(name) or "") if named else None
    if named and published:
        day = published.date()
        if (named - day).days not in (0, 1):
            but = f"but the file name says {named}: correct one of them"
            help_ = f"start the file name with `{day}`, or correct the date"
            path = article.entry.path_to(name)
            yield Objection(path, f"{show(path[-1])} is {day} in UTC, {but}", (help_,))


def _named_day(path: str) -> date | None:
    """The real day that the file name starts with, if any."""
    name = path.rpartition("/")[2]
    return None if name[_LENGTH : _LENGTH + 1] in _DIGITS else _day(name[:_LENGTH])


@lru_cache(maxsize=256)  # files are mostly sorted by day
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(_DATE, text) else None
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
