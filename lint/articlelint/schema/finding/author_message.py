"""What the author of a schema says of a fault, in an ``errorMessage`` of the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.model import DataPath
from articlelint.schema.finding.fault import AuthorMessage, Fault, Target, allows_everything
from articlelint.schema.loading.outline import subschemas
from articlelint.schema.loading.store import Schema

#: The keywords of a list whose faults are at its items.
_OF_ITEMS = frozenset({"unevaluatedItems", "uniqueItems"})


def error_message(fault: Fault, schema: Schema) -> AuthorMessage | None:
    """What an ``errorMessage`` says of a fault, as ajv-errors and VS Code read it.

    It is beside the keyword that objects, or beside the reference that leads to it, as one text
    or by keyword; or, in the schema of the mapping or list around, by the name of the key or the
    index of the item. The outermost wins.
    """
    for text, base in _said(fault, schema):
        if isinstance(text, str) and (words := text.split()):
            return AuthorMessage(fault.path, " ".join(words), base)
    return None


def _said(fault: Fault, schema: Schema) -> Iterator[tuple[Any, DataPath]]:
    """All that may be said of a fault, with the path of the value that each schema is about."""
    parent = fault.path[:-1]
    around = subschemas(schema, parent)
    if fault.target in (Target.MISSING, Target.KEY):
        beside = [(each, parent) for each in around]
    else:
        beside = [(each, fault.path) for each in subschemas(schema, fault.path)]
    if isinstance(fault.schema, Mapping):
        beside.append((fault.schema, _place_of_schema(fault)))
    for each, base in beside:
        if _asserts(each, fault):
            yield _by_keyword(each["errorMessage"], fault), base
    for each in around:
        if "errorMessage" in each:
            yield _by_part(each["errorMessage"], fault), parent


def _place_of_schema(fault: Fault) -> DataPath:
    """The path of the value that the subschema is about which holds the keyword."""
    if fault.keyword == "not" and allows_everything(fault.expected):
        return fault.path
    is_of_part = fault.target in (Target.MISSING, Target.KEY) or fault.keyword in _OF_ITEMS
    return fault.path[:-1] if is_of_part else fault.path


def _asserts(schema: Mapping[str, Any], fault: Fault) -> bool:
    return "errorMessage" in schema and (fault.keyword in schema or "$ref" in schema)


def _by_keyword(message: Any, fault: Fault) -> Any:
    if not isinstance(message, Mapping):
        return message
    of_keyword = message.get(fault.keyword, message.get("_"))
    return of_keyword.get(fault.path[-1]) if isinstance(of_keyword, Mapping) else of_keyword


def _by_part(message: Any, fault: Fault) -> Any:
    """What the schema of a mapping or list says of the value of one key or of one item."""
    if not isinstance(message, Mapping) or not fault.path or fault.target is Target.KEY:
        return None
    part = fault.path[-1]
    if isinstance(part, str):
        by_name = message.get("properties")
        return by_name.get(part) if isinstance(by_name, Mapping) else None
    items = message.get("items")
    return items[part] if isinstance(items, list) and part < len(items) else None
