"""Sentences about a value that should be another one: what it should be, and what it is instead."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from articlelint.reading.scalars import YAML_1_1_BOOLEANS, literal, unquoted
from articlelint.schema.finding.equality import identity
from articlelint.schema.finding.fault import Fault
from articlelint.schema.telling.phrases import called, name, wanted
from articlelint.text.words import show, written_out


def should_be(fault: Fault, subject: str) -> str:
    """The sentence about a value of another form, or beyond a limit."""
    shown = fault.written or show(fault.actual)
    return f"{name(fault.path, subject)} should be {wanted(fault)}{but_is(fault, shown)}"


def but_is(fault: Fault, shown: str) -> str:
    """What a value, which is ``shown`` if it is not empty, is instead of what it should be."""
    actual, written = fault.actual, fault.written
    if actual is None:
        return f", but `{written}` means no value" if written else ", but is empty"
    if written and "string" in fault.types and isinstance(actual, list | Mapping):
        return f", but `{written}` is read as {show(actual)}"
    return f", not {shown}"


def should_be_one_of(fault: Fault, subject: str) -> str:
    """The sentence about a value that is not among those allowed."""
    actual, advice = fault.actual, _requoted(fault)
    if isinstance(actual, str) and _is_number_or_flag_in_quotes(fault):
        advice = ": drop the quotes"
    elif not isinstance(actual, str | list | Mapping) and show(actual) in fault.choices:
        advice = ": quote it"
    shown = _as_written(fault) or written_out(actual)
    return f"{name(fault.path, subject)} should be {wanted(fault)}{but_is(fault, shown)}{advice}"


def _as_written(fault: Fault) -> str:
    """A value as it is written; a list or a mapping in backticks. Empty if that is not known."""
    is_collection = isinstance(fault.actual, list | Mapping)
    return f"`{fault.written}`" if is_collection and fault.written else fault.written


def _is_number_or_flag_in_quotes(fault: Fault) -> bool:
    """Whether a text without its quotes is one of the choices."""
    value = unquoted(fault.actual)
    if isinstance(value, str):
        return False
    others = (each for each in fault.choices if not isinstance(each, str))
    return identity(value) in map(identity, others)


def should_be_of_type(fault: Fault, subject: str) -> str:
    """The sentence about a value of another type."""
    instead = but_is(fault, called(fault.actual, fault.written))
    return f"{name(fault.path, subject)} should be {wanted(fault)}{instead}{_requoted(fault)}"


def _requoted(fault: Fault) -> str:
    """How quotes, or removing them, would fix a value of the wrong type."""
    types, value = fault.types, fault.actual
    if not isinstance(value, str):
        is_scalar = not isinstance(value, list | Mapping | None)
        return ": quote it" if is_scalar and "string" in types else ""
    if "boolean" in types and value.lower() in YAML_1_1_BOOLEANS:
        return f": write `{literal(YAML_1_1_BOOLEANS[value.lower()])}`"
    return ": drop the quotes" if _type_of_unquoted(value) & set(types) else ""


def _type_of_unquoted(text: str) -> set[str]:
    """The types of JSON Schema that a text would have without its quotes."""
    value = unquoted(text)
    if isinstance(value, bool):
        return {"boolean"}
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return {"integer", "number"}
    return {"number"} if isinstance(value, float) and isfinite(value) else set()
