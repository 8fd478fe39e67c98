"""In which forms dates are written, and which of them a configuration is to accept."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from articlelint.text.accepted_dates import FORMS, match
from articlelint.text.dates import RFC_3339, read_date

#: The names of the forms that read a date; none of them if a text is no date.
ReadBy = frozenset[str]
NO_DATE: ReadBy = frozenset()

#: Each date has at most one of these forms.
_SINGLE = (RFC_3339, "date", "local-date-time")
#: Each of these reads all of those and more, and the last one all that the others read. None has
#: numbers of which either may be the month: only the generator of a site tells which it is.
_WIDE = ("jekyll", "hugo", "astro")
#: More characters than a date has.
_LONG = 80
_DIGIT = re.compile(r"\d", re.ASCII)


def read_by(text: str) -> ReadBy:
    """The names of the forms that read a text as a date, unless that is not real."""
    if len(text) >= _LONG:
        return NO_DATE
    names = _of_shape(_DIGIT.sub("0", text))
    usual = next((name for name in (*_SINGLE, *_WIDE) if name in names), None)
    return names if usual and read_date(text, (usual,)) else NO_DATE


@lru_cache(maxsize=256)
def _of_shape(text: str) -> ReadBy:
    """The names of the forms that a text has, whatever its digits are: a site has few such."""
    return frozenset(name for name in FORMS if match(text, (name,)))


def to_accept(dates: Collection[ReadBy], accepted: Sequence[str]) -> list[str]:
    """What to accept so that all dates can be read; empty if it need not be written.

    That is so if all are ``accepted``, or have the form that the rule accepts without being told.
    """
    missing = [each for each in dates if each.isdisjoint(accepted)]
    found = [*accepted, *_names(missing)] if missing else []
    return [] if found == [RFC_3339] else found


def _names(dates: Collection[ReadBy]) -> list[str]:
    """Few names of forms that read all of the dates."""
    others = [each for each in dates if each.isdisjoint(_SINGLE)]
    if not others:
        return [name for name in _SINGLE if any(name in each for each in dates)]
    return [next(name for name in _WIDE if all(name in each for each in others))]
