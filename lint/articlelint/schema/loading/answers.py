"""What a schema answers to rules: whether a value may be empty, and whether it should be text.

Most schemas say of a text no more than that it is one, which the empty text is, too: so that is not
enough to allow it. They do by listing the value, by the type ``null``, or by a length of 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlelint.model import DataPath
from articlelint.schema.loading.store import Schema

#: The formats of dates and times.
_DATES = frozenset(("date", "date-time", "time"))


class Answers:
    """What a schema says of the values of one article.

    It looks at all alternatives: if a value is in one that does not allow it, the schema tells.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._has_begun = False

    def may_be(self, path: DataPath, value: str | None) -> bool:
        """Whether the value at a path may be this one: nothing, or empty text."""
        return any(_allows(each, value) for each in self._subschemas(path))

    def wants_text(self, path: DataPath) -> bool:
        """Whether the value at a path may be text, without a format or pattern as dates have."""
        found = self._subschemas(path)
        return any(map(_is_of_text, found)) and not any(map(_is_of_date, found))

    def _subschemas(self, path: DataPath) -> tuple[Mapping[str, Any], ...]:
        from articlelint.schema.loading.outline import (  # noqa: PLC0415 - few articles ask
            start_lookups,
            subschemas,
        )

        if not self._has_begun:
            start_lookups()
            self._has_begun = True
        return subschemas(self._schema, path, alternatives=True)


def _is_of_text(schema: Mapping[str, Any]) -> bool:
    types = schema.get("type")
    return "string" in types if isinstance(types, list) else types == "string"


def _is_of_date(schema: Mapping[str, Any]) -> bool:
    return "pattern" in schema or schema.get("format") in _DATES


def _allows(schema: Mapping[str, Any], value: str | None) -> bool:
    listed = schema.get("enum")
    if isinstance(listed, list) and value in listed:
        return True
    if "const" in schema and schema["const"] == value:
        return True
    if value is None:
        types = schema.get("type")
        return "null" in types if isinstance(types, list) else types == "null"
    return not value and 0 in (schema.get("minLength"), schema.get("maxLength"))
