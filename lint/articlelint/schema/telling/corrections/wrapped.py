"""A value with something that does not belong to it: curly quotes, brackets, a dash, a comma."""

from __future__ import annotations

from typing import Any

from articlelint.model import SetValue
from articlelint.reading.document import Document
from articlelint.reading.scalars import unquoted
from articlelint.schema.finding.equality import identity
from articlelint.schema.finding.fault import Fault
from articlelint.schema.finding.judge import conforms, is_of_type
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, to_write
from articlelint.text.quotation import without_curly_quotes

_ABOUT_THE_VALUE = frozenset({"const", "enum", "format", "pattern", "type"})


def unwrapped(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The value without what is around it, or the only item of a list; None if not allowed."""
    if fault.keyword not in _ABOUT_THE_VALUE:
        return None
    actual = fault.actual
    if isinstance(actual, str):
        inner, what = without_curly_quotes(actual), "the curly quotes"
        if inner is None and actual.endswith((",", ";")):
            inner, what = actual[:-1].strip(), f"the `{actual[-1]}`"
        value = _meant(inner, fault) if inner else None
    elif isinstance(actual, list) and len(actual) == 1:
        value = actual[0]
        is_flow = document.is_in_brackets(fault.path)
        if is_flow and isinstance(value, str) and "string" in fault.types:
            return None  # text in brackets may be meant to have them
        what = "the brackets" if is_flow else "the `-` before it"
    else:
        return None
    if value is None or isinstance(value, list | dict) or not _is_allowed(value, fault, schema):
        return None
    return Correction(
        f": remove {what}", to_write(document, fault.path, value), SetValue(fault.path, value)
    )


def _meant(text: str, fault: Fault) -> Any:
    """What a text is without any quotes, unless text is asked for."""
    allowed = [identity(each) for each in fault.choices]
    is_text = "string" in fault.types or identity(text) in allowed
    if is_text or not (fault.types or fault.choices):
        return text
    return unquoted(text)


def _is_allowed(value: Any, fault: Fault, schema: Schema) -> bool:
    if fault.choices and identity(value) in map(identity, fault.choices):
        return True
    if fault.types:
        return is_of_type(schema.draft(), value, fault.types)
    if fault.choices:
        return False
    return conforms(schema.draft(), value, **{fault.keyword: fault.expected})
