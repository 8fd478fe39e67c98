"""The present of the tests."""

from __future__ import annotations

from datetime import datetime, timezone

from articlelint.article import Clock

NOW = datetime(2023, 8, 1, 12, tzinfo=timezone.utc)


def now() -> datetime:
    """Tell the present of the tests, as a clock does."""
    return NOW


def at(moment: datetime) -> Clock:
    """A clock that shows nothing but this moment."""
    return lambda: moment
