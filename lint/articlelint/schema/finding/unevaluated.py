"""The keys and items that ``unevaluatedProperties`` and ``unevaluatedItems`` really object to.

Where a subschema fails, JSON Schema takes none of what it looked at as evaluated. So one wrong
value would make every key that the subschema knows well an unknown one: an echo of that fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from jsonschema_rs import ValidationError, Validator

from articlelint.model import DataPath, pointer
from articlelint.schema.loading.drafts import HOLD_NAMES

#: What a subschema below these looks at does not count, whether it fits or not.
_ONLY_TESTS = frozenset({"contains", "if", "not", "unevaluatedItems", "unevaluatedProperties"})
#: Where these stand in the way to an error, jsonschema does not tell.
_UNTOLD = frozenset({"$ref", "if"})
_ALTERNATIVES = frozenset({"anyOf", "oneOf"})


class _Look(NamedTuple):
    """A subschema that looked at a value: by which way through the schema, and whether it fits."""

    way: str
    is_valid: bool


class Unevaluated:
    """What is unevaluated in some data, of which these are all ``errors``."""

    def __init__(self, judge: Validator, data: Any, errors: list[ValidationError]) -> None:
        self._judge = judge
        self._data = data
        self._errors = errors

    def parts(self, error: ValidationError, value: Any) -> Iterator[str | int]:
        """The keys or items of ``value`` that are refused, echoes left out."""
        way = pointer(tuple(error.evaluation_path))
        holder = pointer(tuple(error.evaluation_path[:-1])) + "/"
        path: DataPath = tuple(error.instance_path)
        for part in value if isinstance(value, Mapping) else range(len(value)):
            looks = self._looks[pointer((*path, part))]
            if _Look(way, is_valid=False) in looks and not self._is_echo(holder, looks):
                yield part

    def parts_at(self, path: DataPath, way: Iterable[str | int], value: Any) -> list[str | int]:
        """The same for an error of jsonschema: its ``way`` is that through the schema."""
        wanted = path, _told(way)
        found = (
            list(self.parts(error, value))
            for error in _with_alternatives(self._errors)
            if (tuple(error.instance_path), _told(error.evaluation_path)) == wanted
        )
        return next(found, [])

    def _is_echo(self, holder: str, looks: list[_Look]) -> bool:
        """Whether a subschema beside the keyword looked at the value, and has failed."""
        ways = (look.way.removeprefix(holder) for look in looks if look.way.startswith(holder))
        return any(self._has_failed(holder, way.split("/")) for way in ways)

    def _has_failed(self, holder: str, steps: list[str]) -> bool:
        """Whether a way leads through a subschema whose failure is reported.

        That an alternative does not fit is no failure as long as another one does.
        """
        for index, step in enumerate(steps):
            if index and steps[index - 1] in HOLD_NAMES:
                continue
            if step in _ONLY_TESTS:
                return False
            if step in _ALTERNATIVES:
                return holder + "/".join(steps[: index + 1]) in self._reported
        return True

    @cached_property
    def _looks(self) -> dict[str, list[_Look]]:
        """By the pointer of each value, the subschemas that looked at it."""
        looks = defaultdict(list)
        for unit in self._judge.evaluate(self._data).list()["details"]:
            look = _Look(unit["evaluationPath"], unit["valid"])
            looks[unit["instanceLocation"]].append(look)
        return looks

    @cached_property
    def _reported(self) -> frozenset[str]:
        return frozenset(pointer(tuple(error.evaluation_path)) for error in self._errors)


def _told(way: Iterable[str | int]) -> list[str]:
    """The part of a way that both engines tell."""
    return [str(step) for step in way if step not in _UNTOLD]


def _with_alternatives(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    for error in errors:
        yield error
        for branch in getattr(error.kind, "context", ()):
            yield from _with_alternatives(branch)
