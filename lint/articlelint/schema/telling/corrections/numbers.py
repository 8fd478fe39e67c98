"""A number in words, with a decimal comma or with a sign that no number has: ``six``, ``#3``."""

from __future__ import annotations

import re

from articlelint.model import SetValue
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault
from articlelint.schema.finding.judge import is_of_type
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, to_write
from articlelint.text.late_pattern import late_pattern

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
# Three digits after a comma may be thousands.
_NUMBER = late_pattern(
    r"(?P<ordinal>\d{1,9})(?:st|nd|rd|th)|(?:#|no\.?|nr\.?)\s*(?P<number>\d{1,9})"
    r"|(?P<decimal>-?\d{1,9},\d{1,2})",
    re.ASCII | re.IGNORECASE,
)


def as_number(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The number that was meant, if it is of the type that is asked for."""
    types = {*fault.types} - {"null"}
    if not types or not types <= {"integer", "number"} or not isinstance(fault.actual, str):
        return None
    meant = _number(fault.actual.strip())
    if meant is None or not is_of_type(schema.draft(), meant, types):
        return None
    return Correction("", to_write(document, fault.path, meant), SetValue(fault.path, meant))


def _number(text: str) -> float | None:
    word = text.lower()
    if word in _WORDS:
        return _WORDS.index(word)
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    if found["decimal"] is None:
        return int(found["ordinal"] or found["number"])
    number = float(found["decimal"].replace(",", "."))
    return int(number) if number.is_integer() else number
