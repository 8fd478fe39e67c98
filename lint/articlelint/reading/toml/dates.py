"""Dates and times of TOML as text, as RFC 3339 writes them: with a `T` and, for UTC, a `Z`."""

from __future__ import annotations

import re

from articlelint.model import Span
from articlelint.reading.mistake import MistakeError
from articlelint.text.dates import DATE_TIME, impossible_number

_ANY_DATE = "2000-01-01"


def read(written: re.Match[str]) -> str:
    """What was matched by ``values.DATE_OR_TIME``. Raises MistakeError if it is not real."""
    date, time, zone, local = written.group("date", "time", "zone", "local")
    whole = f"{date or _ANY_DATE}T{time or local or '00:00:00'}{zone or 'Z'}".upper()
    date_time = DATE_TIME.fullmatch(whole)
    fault = impossible_number(date_time) if date_time else None
    if fault:
        what, help_ = fault
        raise MistakeError(f"`{written[0]}` is not a real {what}", Span(*written.span()), help_)
    if local:
        return local
    return f"{date}T{time}{zone or ''}".upper() if time else str(date)
