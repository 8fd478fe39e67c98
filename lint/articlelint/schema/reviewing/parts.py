"""Values judged by parts of one schema."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from articlelint.model import DataPath, pointer
from articlelint.schema.finding.fault import Fault
from articlelint.schema.loading.store import Schema, made_of, within
from articlelint.schema.validator import Validator


class PartsValidator:
    """The schemas at some paths of one with a file, made ready together.

    For one alone that would take as long. Raises SchemaError.
    """

    def __init__(self, whole: Schema, paths: Iterable[DataPath]) -> None:
        self._parts = [within(whole, "#" + quote(pointer(path))) for path in paths]
        # To find one of many keys takes a look at each: so there are twice as many as need be.
        self._width = math.isqrt(len(self._parts)) + 1
        starts = range(0, len(self._parts), self._width)
        rows = (self._parts[at : at + self._width] for at in starts)
        self._together = Validator(_side_by_side(rows, whole))

    def faults(self, index: int, value: Any) -> list[Fault]:
        """What is wrong with a value by the part with an index; empty if it is valid."""
        keys = [str(each) for each in divmod(index, self._width)]
        return self._together.faults_at(keys, self._parts[index], value)


def _side_by_side(rows: Iterable[Sequence[Schema]], whole: Schema) -> Schema:
    """A schema of mappings in a mapping, by whose keys ("0", "1", ...) a value goes by one part.

    The outer key tells the row, the inner one the place in it.
    """
    references = ([{"$ref": part.contents["$ref"]} for part in row] for row in rows)
    return made_of(whole, _numbered(map(_numbered, references)), whole.name)


def _numbered(schemas: Iterable[Any]) -> dict[str, Any]:
    return {"properties": {str(number): each for number, each in enumerate(schemas)}}
