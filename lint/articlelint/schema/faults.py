"""Why is data not valid? Every fault, one by one.

jsonschema tells more of an error than jsonschema-rs, which judged the data first. Should it find
nothing where the first objected, or give up, the first one's errors stand, so that nothing is
lost. Importing this module imports jsonschema, which takes a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import jsonschema_rs
from jsonschema import ValidationError
from jsonschema_rs import ValidationErrorKind
from referencing import Registry
from referencing.exceptions import NoSuchResource
from referencing.jsonschema import specification_with

from articlelint.model import Path
from articlelint.schema.fault import Fault, Target
from articlelint.schema.keywords import EarlierItemError, validator_class
from articlelint.schema.store import Schema

#: The keyword that stands for a schema that is ``false``, and jsonschema-rs's name for it.
_FALSE = "false"
_FALSE_KIND = "falseSchema"

_ON_THE_KEY = frozenset(
    {
        "additionalItems",
        "additionalProperties",
        "contains",
        _FALSE,
        "items",
        "maxContains",
        "maxItems",
        "maxProperties",
        "minContains",
        "minItems",
        "minProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
    }
)
_ON_A_MISSING_KEY = frozenset({"required", "dependentRequired", "dependencies"})


class FaultFinder:
    """Finds every fault of data that ``judge`` rejects."""

    def __init__(self, schema: Schema, judge: jsonschema_rs.Validator) -> None:
        self._schema = schema
        self._judge = judge
        self._specification: Any = specification_with(schema.dialect)
        registry: Any = Registry(retrieve=self._retrieve)  # type: ignore[call-arg]
        registry = registry.with_resource(schema.uri, self._resource(schema.contents))
        self._validator = validator_class(schema.dialect)({"$ref": schema.uri}, registry=registry)

    def faults(self, data: Any) -> list[Fault]:
        """The faults in the order of the schema; at least one."""
        try:
            found = [
                fault
                for error in self._validator.iter_errors(data)
                for fault in self._split(_fault(error, ()), data)
            ]
        except Exception:  # noqa: BLE001 - whatever stops jsonschema, the verdict stands
            found = []
        return found or list(_from_judge(self._judge.iter_errors(data), data))

    def _split(self, fault: Fault, data: Any) -> Iterable[Fault]:
        """One fault for each unevaluated key: jsonschema names them only in a sentence."""
        if fault.keyword != "unevaluatedProperties":
            return [fault]
        errors = [
            error
            for error in self._judge.iter_errors(data)
            if error.kind.name == fault.keyword and tuple(error.instance_path) == fault.path
        ]
        return _from_judge(errors, data)

    def _retrieve(self, uri: str) -> Any:
        try:
            return self._resource(self._schema.retrieve(uri))
        except LookupError:
            raise NoSuchResource(ref=uri) from None  # type: ignore[call-arg]

    def _resource(self, contents: Any) -> Any:
        """Without ``$schema``, at which jsonschema would leave our class for its own."""
        if isinstance(contents, Mapping) and contents.get("$schema"):
            contents = {key: value for key, value in contents.items() if key != "$schema"}
        return self._specification.create_resource(contents)


def _fault(error: ValidationError, base: Path) -> Fault:
    """``base`` is the path of the error that this one is an alternative's error of."""
    keyword = _FALSE if error.validator is None else str(error.validator)
    path = (*base, *error.relative_path)
    related = None
    if isinstance(error.cause, EarlierItemError):
        related = (*path[:-1], error.cause.args[0])
    return Fault(
        keyword,
        path,
        _target(keyword),
        error.instance,
        error.validator_value,
        error.schema,
        _branches(error, path),
        related,
    )


def _branches(error: ValidationError, path: Path) -> tuple[tuple[Fault, ...], ...]:
    """The faults of each alternative, in the order of the alternatives."""
    by_branch: dict[Any, list[Fault]] = {}
    for inner in error.context or ():
        branch = inner.relative_schema_path[0] if inner.relative_schema_path else 0
        by_branch.setdefault(branch, []).append(_fault(inner, path))
    return tuple(tuple(faults) for faults in by_branch.values())


def _from_judge(errors: Iterable[jsonschema_rs.ValidationError], data: Any) -> Iterator[Fault]:
    """A fault for each key or item that an error of jsonschema-rs is about."""
    for error in errors:
        path: Path = tuple(error.instance_path)
        names = [part for part in error.schema_path if isinstance(part, str)]
        keyword = _FALSE if error.kind.name == _FALSE_KIND else names[-1]
        for part in _parts(error.kind):
            where = (*path, *part)
            yield Fault(keyword, where, _target(keyword), _at(data, path), None, None)


def _parts(kind: ValidationErrorKind) -> Iterable[Path]:
    """The keys, below the error's own path, that it is about."""
    if isinstance(kind, ValidationErrorKind.Required):
        return [(kind.property,)]
    if isinstance(
        kind, ValidationErrorKind.AdditionalProperties | ValidationErrorKind.UnevaluatedProperties
    ):
        return [(key,) for key in kind.unexpected]
    return [()]


def _target(keyword: str) -> Target:
    """Which part of the text a keyword's fault is about."""
    if keyword in _ON_A_MISSING_KEY:
        return Target.MISSING
    return Target.KEY if keyword in _ON_THE_KEY else Target.VALUE


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data
