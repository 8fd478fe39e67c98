"""The date in an article's URL is over a month from its date of publication.

Many sites put the day or month of publication into a URL: `/2021/09/14/`, `/2021/9/14/`,
`/2021/sep/14/` or `/2021/09/`. The site itself chose it, so if the article's date differs by more
than a month, that date is probably the slip: day and month are swapped, or the year is wrong. Or
the URL belongs to another article. The rule checks the article and each related item.

A month without a day counts as the whole month. Only unmistakable dates count: not `/1080/720/`,
`/202109/` or `/2021/`, nor a year before 1995 or after next year. If one URL of an article agrees
with its date, its other URLs are not compared.

The rule reads dates in the forms that the option `accept` of `non-iso-date` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import NamedTuple

from articlelint.article import Article
from articlelint.model import DataPath, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.dates import MONTHS
from articlelint.text.words import show

_FIRST_YEAR = 1995
_DAYS_OF_A_MONTH = 31
_DATED = r"/([0-9]{4})/([0-9]{1,2}|[A-Za-z]{3,9})(?:/([0-9]{1,2}))?(?=/)"


class _Period(NamedTuple):
    """The day or month in a URL, also as ISO 8601 writes it."""

    first: date
    last: date
    written: str


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the date of each entry with those in its URLs."""
    fields = article.fields
    for entry, urls in zip(article.entries, article.own_urls, strict=True):
        read = article.date(entry.text(fields.published_date_time))
        if not read or _is_in_month_of(read.day, urls, article):
            continue  # nearly always
        dated = [
            (url, period)
            for url in urls
            if "/20" in url or "/199" in url  # far cheaper, and few URLs have one
            for period in _periods(url, article)
        ]
        published = read.moment.date()
        if dated and all(_is_far(published, period) for _, period in dated):
            path = entry.path_to(fields.published_date_time)
            url, period = dated[0]
            yield _objection(path, published, entry.path_of(url, *fields.urls), period)


def _is_in_month_of(day: date, urls: Iterable[str], article: Article) -> bool:
    """Whether one of some URLs surely holds a date in the same month as a day.

    Then they are no more than a month apart, even if the zone makes a day of difference.
    """
    in_path = f"/{day.year:04}/{day.month:02}/"
    return (
        any(in_path in url and "?" not in url and "#" not in url for url in urls)
        and day.year >= _FIRST_YEAR
        and not article.is_ahead(_year_before(day.year))
    )


def _periods(url: str, article: Article) -> Iterator[_Period]:
    """The dates in the path of a URL."""
    for written, month, day in re.findall(_DATED, url.partition("?")[0].partition("#")[0]):
        year = int(written)
        if year >= _FIRST_YEAR and not article.is_ahead(_year_before(year)):
            found = _period(year, month, day)
            if found:
                yield found


@lru_cache(maxsize=64)
def _year_before(year: int) -> datetime:
    """When the year before one begins: until then, it is after the next one."""
    return datetime(year - 1, 1, 1, tzinfo=timezone.utc)


@lru_cache(maxsize=1024)  # the URLs of an article mostly hold one date
def _period(year: int, month: str, day: str) -> _Period | None:
    """The day; without one, the month, if that has two digits."""
    from calendar import monthrange  # noqa: PLC0415 - few URLs hold a date

    number = int(month) if month.isdigit() else _month_of(month)
    if not 1 <= number <= len(MONTHS):
        return None
    days = monthrange(year, number)[1]
    if day and 1 <= int(day) <= days:
        exact = date(year, number, int(day))
        return _Period(exact, exact, str(exact))
    if not re.fullmatch("[0-9]{2}", month):
        return None
    return _Period(date(year, number, 1), date(year, number, days), f"{year}-{month}")


def _month_of(name: str) -> int:
    """The number of a month by its name or the start of its name; else 0."""
    name = name.lower()
    return next((at for at, full in enumerate(MONTHS, 1) if full.startswith(name)), 0)


def _is_far(day: date, period: _Period) -> bool:
    early, late = period.first - day, day - period.last
    return max(early.days, late.days) > _DAYS_OF_A_MONTH


def _objection(path: DataPath, published: date, url_path: DataPath, period: _Period) -> Objection:
    said = f"the URL says {period.written}"
    message = f"{show(path[-1])} is {published}, but {said}: correct the date or the URL"
    help_ = f"if the URL is right, write a date that starts with `{period.written}`"
    return Objection(path, message, (help_,), related=((url_path, said),))


RULE = Rule(
    summary="a date of publication over a month from the date in the URL",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    uses_clock=True,
    examples=(
        Example(
            bad=(
                "---\npublishedDateTime: 2020-09-14T08:00:00Z\n"
                "webUrl: https://example.com/2021/09/14/bridge-reopens\n---\n"
            ),
            message=(
                '"publishedDateTime" is 2020-09-14, but the URL says 2021-09-14: '
                "correct the date or the URL"
            ),
            good=(
                "---\npublishedDateTime: 2021-09-14T08:00:00Z\n"
                "webUrl: https://example.com/2021/09/14/bridge-reopens\n---\n"
            ),
        ),
        Example(
            bad=(
                "---\npublishedDateTime: 2021-02-09T08:00:00Z\n"
                "webUrl: https://example.com/news/2021/09/bridge-reopens\n---\n"
            ),
            message=(
                '"publishedDateTime" is 2021-02-09, but the URL says 2021-09: '
                "correct the date or the URL"
            ),
            good=(
                "---\npublishedDateTime: 2021-09-02T08:00:00Z\n"
                "webUrl: https://example.com/news/2021/09/bridge-reopens\n---\n"
            ),
        ),
    ),
)
