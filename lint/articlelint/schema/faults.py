"""Why is data not valid? The errors of jsonschema-rs as faults, one for each key or item.

The engine that gave the verdict also gives the reasons, so that the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import isfinite
from typing import Any

from jsonschema_rs import ReferencingError, ValidationError, ValidationErrorKind, Validator

from articlelint.schema.dialects import HOLD_NAMES
from articlelint.schema.distinct import distinct
from articlelint.schema.documents import Documents
from articlelint.schema.fault import FALSE, Fault, Target
from articlelint.schema.unevaluated import Unevaluated

_ON_THE_KEY = frozenset({"additionalProperties", FALSE, "propertyNames", "unevaluatedProperties"})
_ON_THE_WHOLE = frozenset(
    {
        "additionalItems",
        "contains",
        "items",
        "maxContains",
        "maxItems",
        "maxProperties",
        "minContains",
        "minItems",
        "minProperties",
    }
)
_UNEVALUATED = (ValidationErrorKind.UnevaluatedItems, ValidationErrorKind.UnevaluatedProperties)
_DEPENDENCIES = frozenset({"dependencies", "dependentRequired"})
_FORBIDS_KEYS = frozenset({"additionalProperties", "propertyNames"})


class FaultFinder:
    """Finds every fault of data that ``judge`` rejects."""

    def __init__(self, judge: Validator, documents: Documents) -> None:
        self._judge = judge
        self._resolver = documents.registry().resolver(documents.schema.uri)
        self._holders: dict[str, Any] = {}

    def faults(self, data: Any) -> list[Fault]:
        """The faults; at least one."""
        errors = list(self._judge.iter_errors(data))
        found = self._faults(errors, data, Unevaluated(self._judge, data, errors))
        # Should all be taken for echoes, the errors as such are reported.
        return found or [self._fault(error, _at(data, error.instance_path)) for error in errors]

    def _faults(
        self, errors: Iterable[ValidationError], data: Any, unevaluated: Unevaluated
    ) -> list[Fault]:
        found = (self._split(each, data, unevaluated) for each in errors)
        return distinct(fault for faults in found for fault in faults)

    def _split(
        self, error: ValidationError, data: Any, unevaluated: Unevaluated
    ) -> Iterator[Fault]:
        """One fault for each key or item that an error is about."""
        kind = error.kind
        fault = self._fault(error, _at(data, error.instance_path))
        if isinstance(kind, ValidationErrorKind.Required):
            yield _missing(fault, kind.property)
        elif isinstance(kind, ValidationErrorKind.AdditionalProperties):
            yield from (_below(fault, key) for key in kind.unexpected)
        elif isinstance(kind, _UNEVALUATED):
            yield from (_below(fault, part) for part in unevaluated.parts(error, fault.actual))
        elif isinstance(kind, ValidationErrorKind.PropertyNames):
            yield self._wrong_key(fault, kind.error)
        elif isinstance(kind, ValidationErrorKind.UniqueItems):
            # Should we take fewer items for equal than jsonschema-rs does, the list is reported.
            yield from list(_repeated(fault)) or [fault]
        elif isinstance(kind, ValidationErrorKind.FalseSchema):
            yield from _forbidden(fault, error, data)
        else:
            context = getattr(kind, "context", ())
            branches = (tuple(self._faults(each, data, unevaluated)) for each in context)
            yield fault._replace(branches=tuple(branches))

    def _wrong_key(self, fault: Fault, error: ValidationError) -> Fault:
        """The fault of a key to which the schema of ``propertyNames`` objects by ``error``."""
        fault = _below(fault, str(error.instance))
        reason = self._fault(error, error.instance)._replace(path=fault.path)
        return fault._replace(reason=reason)

    def _fault(self, error: ValidationError, actual: Any) -> Fault:
        keyword = _keyword(error)
        holder = self._holder(error)
        expected = holder.get(keyword) if isinstance(holder, Mapping) else None
        if expected is None or isinstance(expected, bool):  # such as draft 4's `exclusiveMinimum`
            expected = error.kind.value
        path = tuple(error.instance_path)
        return Fault(keyword, path, _target(keyword), actual, expected, holder)

    def _holder(self, error: ValidationError) -> Any:
        """The subschema that holds the keyword."""
        location = (error.absolute_keyword_location or "").rpartition("/")[0]
        if _keyword(error) in _DEPENDENCIES:  # for these the location goes on behind the keyword
            location = location.rpartition("/")[0]
        if location not in self._holders:
            self._holders[location] = self._look_up(location)
        return self._holders[location]

    def _look_up(self, location: str) -> Any:
        try:
            return self._resolver.lookup(location).contents
        except ReferencingError:  # such as a meta-schema, which jsonschema-rs has within itself
            return None


def _keyword(error: ValidationError) -> str:
    """The keyword that objects; jsonschema-rs calls, for example, ``minContains`` ``contains``."""
    kind = error.kind
    if isinstance(kind, ValidationErrorKind.FalseSchema):
        return FALSE
    if isinstance(kind, ValidationErrorKind.Required | ValidationErrorKind.Contains):
        return str(error.schema_path[-1])
    return kind.name


def _target(keyword: str) -> Target:
    """Which part of the text a keyword's fault is about."""
    if keyword in _ON_THE_WHOLE:
        return Target.WHOLE
    return Target.KEY if keyword in _ON_THE_KEY else Target.VALUE


def _missing(fault: Fault, key: str) -> Fault:
    """``expected`` becomes the key that needs the missing one, where a dependency is at fault."""
    dependencies = fault.expected if isinstance(fault.expected, Mapping) else {}
    needed_by = (
        name
        for name, needed in dependencies.items()
        if name in fault.actual and isinstance(needed, list) and key in needed
    )
    path = (*fault.path, key)
    return fault._replace(path=path, target=Target.MISSING, expected=next(needed_by, None))


def _below(fault: Fault, part: str | int) -> Fault:
    """The same of a key or an item; what a key is about is still the mapping that holds it."""
    actual = fault.actual[part] if isinstance(part, int) else fault.actual
    return fault._replace(path=(*fault.path, part), actual=actual)


def _repeated(fault: Fault) -> Iterator[Fault]:
    """Each item that equals an earlier one."""
    first: dict[Any, int] = {}
    for index, item in enumerate(fault.actual):
        earlier = first.setdefault(_identity(item), index)
        if earlier != index:
            yield _below(fault, index)._replace(related=(*fault.path, earlier))


def _identity(value: Any) -> Any:
    """A hashable stand-in that is equal where jsonschema-rs calls two values equal.

    It takes a float for the decimal number that is written, so that 1e23 is ten to the 23rd.
    """
    if isinstance(value, Mapping):
        return frozenset((key, _identity(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(_identity(item) for item in value)
    if isinstance(value, float) and isfinite(value):
        return (False, Decimal(repr(value)))
    return (isinstance(value, bool), value)


def _forbidden(fault: Fault, error: ValidationError, data: Any) -> Iterator[Fault]:
    """What ``false`` in the place of a schema forbids: every key, every further item, a value."""
    keyword = _last_keyword(error)
    if keyword in _FORBIDS_KEYS:
        for key in fault.actual:
            yield _below(fault, key)._replace(keyword=keyword, expected=False)
    elif keyword == "items":
        path = fault.path[:-1]
        allowed = len(fault.schema.get("prefixItems", ())) if fault.schema else 0
        yield Fault(keyword, path, _target(keyword), _at(data, path), allowed, fault.schema)
    else:
        yield fault._replace(expected=False, schema=False)


def _last_keyword(error: ValidationError) -> str | None:
    """The keyword that a path in a schema ends with; None where that is a name or an index."""
    keyword: str | None = None
    for part in error.schema_path:
        is_name = keyword in HOLD_NAMES or isinstance(part, int)
        keyword = None if is_name else str(part)
    return keyword


def _at(data: Any, path: Iterable[str | int]) -> Any:
    for part in path:
        data = data[part]
    return data
