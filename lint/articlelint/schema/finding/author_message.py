"""What the author of a schema says of a fault, in an ``errorMessage`` of the schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.loading.outline import subschemas
from articlelint.schema.loading.store import Schema


def error_message(fault: Fault, schema: Schema) -> str | None:
    """What an ``errorMessage`` says of a fault, as ajv-errors and VS Code read it.

    It is beside the keyword that objects, or beside the reference that leads to it, as one text
    or by keyword; or, in the schema of the mapping or list around, by the name of the key or the
    index of the item. The outermost wins.
    """
    around = subschemas(schema, fault.path[:-1])
    of_a_key = fault.target in (Target.MISSING, Target.KEY)
    beside = [*(around if of_a_key else subschemas(schema, fault.path))]
    beside += [fault.schema] if isinstance(fault.schema, Mapping) else []
    said = [_by_keyword(each["errorMessage"], fault) for each in beside if _asserts(each, fault)]
    said += [_by_part(each["errorMessage"], fault) for each in around if "errorMessage" in each]
    return next((" ".join(each.split()) for each in said if isinstance(each, str)), None)


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
