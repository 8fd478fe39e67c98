"""How long what is said of the present is true."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from math import inf

import pytest

from articlelint.article import ALWAYS, Article, Fields, Interval
from tests.changes import document_of
from tests.clock import NOW, at

DAY = timedelta(days=1)
MIDNIGHT = datetime(2023, 8, 1, tzinfo=timezone.utc)
TODAY = Interval(MIDNIGHT.timestamp(), (MIDNIGHT + DAY).timestamp())


def _article(now: datetime = NOW) -> Article:
    return Article("a.md", document_of("---\ntitle: A bridge reopens\n---\n"), Fields(), at(now))


def _from(since: datetime) -> Interval:
    return Interval(since.timestamp(), inf)


def _until(until: datetime) -> Interval:
    return Interval(-inf, until.timestamp())


def test_without_a_question_it_is_always_true() -> None:
    assert _article().holds == ALWAYS


@pytest.mark.parametrize(
    ("moment", "by", "expected"),
    [
        (NOW + DAY, timedelta(), (True, _until(NOW + DAY))),
        (NOW + DAY, DAY, (False, _from(NOW))),
        (NOW + DAY + timedelta(seconds=1), DAY, (True, _until(NOW + timedelta(seconds=1)))),
        (NOW, timedelta(), (False, _from(NOW))),
        (NOW - DAY, timedelta(), (False, _from(NOW - DAY))),
    ],
)
def test_a_moment_is_ahead_until_it_has_come(
    moment: datetime, by: timedelta, expected: tuple[bool, Interval]
) -> None:
    article = _article()
    assert (article.is_ahead(moment, by), article.holds) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-07-31", (True, _from(MIDNIGHT))),
        ("2023-07-31T23:59:59Z", (True, _from(MIDNIGHT))),
        ("2023-08-01T00:00:00Z", (False, TODAY)),
        ("2203-08-01", (False, TODAY)),
        ("tomorrow", (False, TODAY)),
        ("", (True, _from(MIDNIGHT))),
    ],
)
def test_a_day_is_past_when_the_next_one_begins(day: str, expected: tuple[bool, Interval]) -> None:
    article = _article()
    assert (article.is_past(day), article.holds) == expected


def test_the_day_is_that_of_utc() -> None:
    article = _article(datetime(2023, 8, 2, 1, tzinfo=timezone(timedelta(hours=3))))
    assert not article.is_past("2023-08-01")
    assert article.holds == TODAY


def test_several_answers_are_true_together() -> None:
    article = _article()
    article.is_ahead(NOW + 2 * DAY)
    article.is_ahead(NOW + DAY)
    article.is_ahead(NOW - DAY)
    article.is_ahead(NOW - 2 * DAY)
    assert article.holds == Interval((NOW - DAY).timestamp(), (NOW + DAY).timestamp())


def test_of_a_check_that_cannot_be_repeated_nothing_is_known() -> None:
    article = _article()
    article.is_repeatable = False
    assert article.holds is None
