"""A date, or a date and time, of another form than the schema asks for, or one that is not real."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.model import SetValue
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, to_write
from articlelint.text.date_forms import date_in_rfc_3339, in_rfc_3339, typing_slip
from articlelint.text.dates import DATE, DATE_TIME, impossible_number, missing_part
from articlelint.text.words import show


def as_date(fault: Fault, document: Document, _schema: Schema) -> Correction | None:
    """The same date in the format that is asked for, and what is wrong, as non-iso-date says it."""
    form = fault.expected
    if fault.keyword != "format" or form not in ("date", "date-time"):
        return None
    actual: str = fault.actual
    meant = in_rfc_3339(actual) if form == "date-time" else date_in_rfc_3339(actual)
    wrong = tuple(_wrong(actual, form))
    if meant is None:
        own = "" if _matches(actual, form) else _own(actual, form)
        lines = (*wrong, own) if own else wrong
        return Correction("", lines) if lines else None
    slip = typing_slip(actual)
    advice = f": {slip}" if slip else ""
    return Correction(
        advice, (*wrong, *to_write(document, fault.path, meant)), SetValue(fault.path, meant)
    )


def _own(text: str, form: str) -> str:
    from articlelint.text.date_advice import own_date  # noqa: PLC0415 - few faults are of dates

    return own_date(text, (form,))


def _matches(text: str, form: str) -> re.Match[str] | None:
    return (DATE if form == "date" else DATE_TIME).fullmatch(text)


def _wrong(text: str, form: str) -> Iterator[str]:
    found = _matches(text, form)
    impossible = impossible_number(found) if found else None
    if impossible:
        what, limits = impossible
        yield f"{show(text)} is not a real {what}"
        yield limits
    elif form == "date-time" and (missing := missing_part(text)):
        yield f"{show(text)} {missing}"
