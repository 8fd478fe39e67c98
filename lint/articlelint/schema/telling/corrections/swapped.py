"""Two values that were swapped: the title where the section is wanted, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping

from articlelint.model import DataPath, value_at
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault
from articlelint.schema.loading.outline import subschemas
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, spelled_out
from articlelint.text.words import show

#: The most keys of a mapping that are looked at.
_MOST_KEYS = 100
_LIMITS = frozenset({"enum", "const", "format", "pattern", "maxLength", "$ref"})


def swapped(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """Several words where one of a few is wanted, which is the value of one other key."""
    path, actual = fault.path, fault.actual
    if fault.keyword != "enum" or not isinstance(actual, str) or " " not in actual:
        return None
    parent = value_at(document.data, path[:-1])
    if not isinstance(parent, Mapping) or len(parent) > _MOST_KEYS:
        return None
    choices = {each for each in fault.choices if isinstance(each, str)}
    others = [
        (*path[:-1], key)
        for key, value in parent.items()
        if isinstance(value, str) and value in choices and _is_free(schema, (*path[:-1], key))
    ]
    if len(others) != 1:
        return None
    (other,) = others
    lines = *spelled_out(document, other, actual), *spelled_out(document, path, parent[other[-1]])
    advice = f": the values of {show(other[-1])} and {show(path[-1])} are swapped"
    return Correction(advice, ("write:", *lines))


def _is_free(schema: Schema, path: DataPath) -> bool:
    """Whether any text is allowed at a path."""
    found = subschemas(schema, path)
    return bool(found) and all(
        each.get("type") == "string" and not _LIMITS & each.keys() for each in found
    )
