"""A JSON Schema in the language of mdsmith, so that both tools ask the same of an article.

mdsmith reads a part of CUE: one expression for each key of the front matter. Each keyword becomes
what says the same. So the equal schema is made of the schema itself, and cannot differ from it by a
slip. Nothing can be said of two keys at once (``anyOf`` at the root), of equal items
(``uniqueItems``), of URIs, or of days that do not exist: ``agreement`` has a case for each.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_DATE_TIME = r"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$"
_TYPES = {"string": "string", "integer": "int", "boolean": "bool"}


def front_matter(schema: dict[str, Any]) -> dict[str, str]:
    """The expression for each key of the front matter; one with ``?`` may be absent."""
    return dict(_properties(schema, schema))


def _properties(schema: dict[str, Any], root: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in schema["properties"].items():
        mark = "" if name in schema.get("required", ()) else "?"
        yield name + mark, _expression(value, root)


def _expression(schema: dict[str, Any], root: dict[str, Any]) -> str:
    if "$ref" in schema:
        return _expression(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "enum" in schema:
        return " | ".join(map(json.dumps, schema["enum"]))
    if schema["type"] == "object":
        fields = ", ".join(f"{name}: {value}" for name, value in _properties(schema, root))
        return (
            f"{{{fields}}}" if schema.get("additionalProperties", True) else f"close({{{fields}}})"
        )
    if schema["type"] == "array":
        item = _expression(schema["items"], root)
        return f"[{f'{item}, ' * schema.get('minItems', 0)}...{item}]"
    return " & ".join([_TYPES[schema["type"]], *_limits(schema)])


def _limits(schema: dict[str, Any]) -> Iterator[str]:
    if schema.get("minLength") == 1:
        yield '!=""'
    if "minimum" in schema:
        yield f">={schema['minimum']}"
    if "pattern" in schema:
        yield f"=~{json.dumps(schema['pattern'])}"
    if schema.get("format") == "date-time":
        yield f"=~{json.dumps(_DATE_TIME)}"
