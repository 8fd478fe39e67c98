"""Why is data not valid? Every fault, one for each key or item.

jsonschema finds them, of data that jsonschema-rs has rejected. Should it find nothing or give up,
the first error of jsonschema-rs is the one fault. Importing this module imports jsonschema, which
takes a tenth of a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from jsonschema import ValidationError
from jsonschema_rs import ValidationErrorKind

from articlelint.model import ENDS_THE_RUN, DataPath
from articlelint.schema.finding.alternatives import as_meant
from articlelint.schema.finding.bounded_judge import BoundedJudge, PartJudge
from articlelint.schema.finding.bounds import MAX_FAULTS, TooMuchWorkError, start
from articlelint.schema.finding.fault import (
    FALSE,
    UNFINISHED,
    Condition,
    Fault,
    Target,
    allowed,
    allows_everything,
    asserted,
    target,
)
from articlelint.schema.finding.jsonschema_validator import jsonschema_validator
from articlelint.schema.finding.precedence import most_telling
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.outline import start_lookups
from articlelint.schema.loading.store import Schema

_ALTERNATIVES = frozenset({"anyOf", "oneOf"})
#: In draft 4, ``maximum`` has another meaning beside ``exclusiveMaximum: true``.
_EXCLUSIVE = {"maximum": "exclusiveMaximum", "minimum": "exclusiveMinimum"}
#: Of these, the errors of jsonschema-rs do not say all that a sentence about them needs.
_UNTOLD = _ALTERNATIVES | {FALSE, "unevaluatedItems", "uniqueItems"}


class FaultFinder:
    """Finds every fault of data that ``judge`` rejects by a schema."""

    def __init__(
        self, judge: BoundedJudge | PartJudge, schema: Schema, make_validator: Callable[[], Any]
    ) -> None:
        self._judge = judge
        self._schema = schema
        self._make_validator = make_validator

    @classmethod
    def of_whole(cls, judge: BoundedJudge, documents: Documents) -> FaultFinder:
        """One for the schema of some documents."""
        return cls(judge, documents.schema, lambda: jsonschema_validator(documents))

    def of_part(self, judge: PartJudge, part: Schema) -> FaultFinder:
        """One for a schema that is nothing but a reference into the documents of this one."""
        return FaultFinder(judge, part, lambda: self._validator.evolve(schema=part.contents))

    def faults(self, data: Any) -> list[Fault]:
        """The faults; at least one."""
        errors, unfinished = self._errors(data)
        faults = as_meant(_faults(errors[:MAX_FAULTS], ()), self._schema)
        if unfinished:
            return [*faults, unfinished]
        return faults or [self._unexplained(data)]

    @cached_property
    def _validator(self) -> Any:
        return self._make_validator()

    def _errors(self, data: Any) -> tuple[list[ValidationError], Fault | None]:
        """The errors that are told and, if there may be others, the fault that says so."""
        found: list[ValidationError] = []
        start()
        start_lookups()
        try:
            for error in self._validator.iter_errors(data):
                found.append(error)
                if len(found) > MAX_FAULTS:
                    return found, Fault(UNFINISHED, (), Target.WHOLE, data, MAX_FAULTS)
        except TooMuchWorkError as stop:
            path = self._rejected(data, stop.path)
            return found, Fault(UNFINISHED, path, Target.VALUE if path else Target.WHOLE, data)
        except ENDS_THE_RUN:
            raise
        except BaseException:  # noqa: BLE001 - whatever stops jsonschema, the data is not valid
            return [], None
        return found, None

    def _rejected(self, data: Any, path: DataPath) -> DataPath:
        """The path of the value of a key without which the data is valid; else that of it all."""
        if not path:
            return ()
        others = {key: value for key, value in data.items() if key != path[0]}
        try:
            return path[:1] if self._judge.is_valid(others) else ()
        except TooMuchWorkError:
            return ()

    def _unexplained(self, data: Any) -> Fault:
        """The first error of jsonschema-rs as a fault."""
        try:
            error, place = self._judge.first_error(data)
        except TooMuchWorkError:
            return Fault(UNFINISHED, (), Target.WHOLE, data)
        keyword, path, expected = error.kind.name, tuple(_found(place, data)), None
        match error.kind:
            case ValidationErrorKind.Required(key):
                keyword, path = str(error.schema_path[-1]), (*path, key)
            case ValidationErrorKind.PropertyNames(inner):
                path = (*path, str(inner.instance))
            case ValidationErrorKind.AdditionalProperties(
                keys
            ) | ValidationErrorKind.UnevaluatedProperties(keys):
                path = (*path, keys[0])
            case ValidationErrorKind.FalseSchema():
                keyword = FALSE
            case kind:
                expected = kind.value
        fault = Fault(keyword, path, target(keyword), error.instance, expected)
        choices, types = allowed(keyword, expected)
        return fault._replace(choices=choices, types=types, is_bare=keyword in _UNTOLD)


def _found(path: Iterable[str | int], data: Any) -> Iterator[str | int]:
    """As much of a path as is in the data: those of jsonschema-rs leave out empty keys."""
    for part in path:
        try:
            data = data[part]
        except (LookupError, TypeError):
            return
        yield part


def _faults(errors: Iterable[ValidationError], base: DataPath) -> list[Fault]:
    """The faults of one value, at ``base``, or of one alternative for it."""
    return most_telling(_fault(error, base) for error in errors)


def _fault(error: ValidationError, base: DataPath) -> Fault:
    keyword = str(error.validator)
    if isinstance(error.schema, Mapping) and error.schema.get(_EXCLUSIVE.get(keyword)) is True:
        keyword = _EXCLUSIVE[keyword]
    path: DataPath = (*base, *error.relative_path)
    facts = _placed(getattr(error, "facts", {}), path)
    expected, schema = error.validator_value, error.schema
    what = allowed(keyword, expected)
    fault = Fault(keyword, path, target(keyword), error.instance, expected, schema, *what, **facts)
    if keyword == "propertyNames":
        return fault._replace(reason=_faults(error.context, path)[0])
    if keyword == "not" and allows_everything(expected):
        return fault._replace(target=Target.KEY)
    if keyword == "not" and isinstance(error.instance, Mapping) and _forbids_one_key(expected):
        return fault._replace(path=(*path, *expected["required"]), target=Target.KEY)
    if keyword in _ALTERNATIVES:
        return _of_rivals(fault._replace(branches=tuple(_branches(error, path))))
    return fault


def _placed(facts: Mapping[str, Any], path: DataPath) -> Mapping[str, Any]:
    """The facts of an error at a path, with the paths of its conditions."""
    conditions = facts.get("because", ())
    placed = (Condition(path[: len(path) - above], tests) for above, tests in conditions)
    return {**facts, "because": tuple(placed)}


def _of_rivals(fault: Fault) -> Fault:
    """Where alternatives that only ask for a key each are all met: the fault of the last key."""
    if all(fault.branches) or not isinstance(fault.actual, Mapping):
        return fault
    pairs = zip(fault.expected, fault.branches, strict=True)
    keys = [_only_key(schema) for schema, faults in pairs if not faults]
    asked_for = set(keys)
    rivals = tuple(key for key in fault.actual if key in asked_for)
    if len(rivals) < len(keys):
        return fault
    return fault._replace(path=(*fault.path, rivals[-1]), target=Target.KEY, rivals=rivals)


def _only_key(schema: Any) -> str | None:
    """The key that is all a subschema asks for; None if it asks for more."""
    if not isinstance(schema, Mapping) or len(schema.get("required", ())) != 1:
        return None
    [key] = schema["required"]
    says_more = asserted(schema) - {"type", "required", "properties"}
    return None if says_more or schema.get("properties", {}).keys() - {key} else key


def _forbids_one_key(schema: Any) -> bool:
    only_requires = isinstance(schema, Mapping) and asserted(schema) == {"required"}
    return only_requires and len(schema["required"]) == 1


def _branches(error: ValidationError, path: DataPath) -> Iterator[tuple[Fault, ...]]:
    """The faults of each alternative, in the order of the alternatives."""
    by_index = defaultdict(list)
    for each in error.context:
        by_index[each.relative_schema_path[0]].append(each)
    for index in range(len(error.validator_value)):
        yield tuple(_faults(by_index[index], path))
