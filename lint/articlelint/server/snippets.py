"""What completion writes for a key, with the keys that are required below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Any, NamedTuple

from articlelint.fixing.yaml.blocks import in_brackets, spelled
from articlelint.model import DataPath
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.described import Description, describe, described_keys

_MOST_DEPTH = 4
_MOST_KEYS = 20
#: What has a meaning in a snippet, and between the bars of a choice.
_SPECIAL = re.compile(r"([\\$}])")
_SPECIAL_IN_CHOICE = re.compile(r"([\\,|])")


class Style(NamedTuple):
    """How far mappings and lists are indented below their key, and what ends a line."""

    indent: int = 2
    list_indent: int = 2
    line_break: str = "\n"


class Writer:
    """Writes keys as the style says. ``has_stops``: the editor knows snippets."""

    def __init__(self, schema: Schema, style: Style, *, has_stops: bool) -> None:
        self._schema = schema
        self._style = style
        self._has_stops = has_stops
        self._stops = 0

    def key(self, path: DataPath, column: int) -> str:
        """The last key of a path with what is to be written for it, indented to a column."""
        self._stops = 0
        return self._key(path, column)

    def required(self) -> str | None:
        """All keys that the schema requires; None if it requires none."""
        self._stops = 0
        return self._required((), 0)

    def usual(self) -> str | None:
        """The keys of the first example of a whole front matter; None if the schema has none."""
        self._stops = 0
        examples = describe(self._schema, ()).examples
        keys = next((list(each) for each in examples if isinstance(each, Mapping)), [])
        return self._written((), keys[:_MOST_KEYS], 0) if keys else None

    def _key(self, path: DataPath, column: int) -> str:
        name, description = self._plain(spelled(path[-1])), describe(self._schema, path)
        if "object" in description.types:
            inner = column + self._style.indent
            return f"{name}:{self._line(inner)}{self._keys(path, inner)}"
        if "array" in description.types:
            inner = column + self._style.list_indent
            return f"{name}:{self._line(inner)}- {self._item((*path, 0), inner + len('- '))}"
        return f"{name}: {self._stop(description)}"

    def _item(self, path: DataPath, column: int) -> str:
        description = describe(self._schema, path)
        is_mapping = "object" in description.types
        return self._keys(path, column) if is_mapping else self._stop(description)

    def _keys(self, path: DataPath, column: int) -> str:
        """The keys that a mapping requires, or a place for one."""
        required = self._required(path, column) if len(path) <= _MOST_DEPTH else None
        return required or self._stop(Description())

    def _required(self, path: DataPath, column: int) -> str | None:
        keys = described_keys(self._schema, path)
        required = [each.name for each in keys if each.is_required][:_MOST_KEYS]
        return self._written(path, required, column) if required else None

    def _written(self, path: DataPath, keys: list[str], column: int) -> str:
        return self._line(column).join(self._key((*path, each), column) for each in keys)

    def _line(self, column: int) -> str:
        return self._style.line_break + " " * column

    def _stop(self, description: Description) -> str:
        """The place of a value, with what is offered for it first."""
        offered = [in_brackets(each) for each in offered_values(description)]
        if not self._has_stops:
            return offered[0] if offered and description.default else ""
        self._stops += 1
        if offered and (description.choices or "boolean" in description.types):
            choices = ",".join(_SPECIAL_IN_CHOICE.sub(r"\\\1", each) for each in offered)
            return f"${{{self._stops}|{choices}|}}"
        default = self._plain(offered[0]) if offered else ""
        return f"${{{self._stops}:{default}}}" if default else f"${self._stops}"

    def _plain(self, text: str) -> str:
        return _SPECIAL.sub(r"\\\1", text) if self._has_stops else text


def offered_values(
    description: Description, now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)
) -> list[Any]:
    """The values that a schema offers: its choices or flags, else defaults, dates and examples."""
    if description.choices:
        return [each.value for each in description.choices]
    if description.types == ("boolean",):
        return [True, False]
    dates = {"date-time": f"{now():%Y-%m-%dT%H:%M:%SZ}", "date": f"{now():%Y-%m-%d}"}
    date = dates.get(description.format or "")
    found: list[Any] = []
    for each in (*description.default, *([date] if date else []), *description.examples):
        if each not in found:
            found.append(each)
    return found
