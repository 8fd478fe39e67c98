"""What jsonschema-rs itself says of data that it rejects, for where jsonschema does not say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from jsonschema_rs import ValidationError, ValidationErrorKind, Validator

from articlelint.schema.finding.distinct import distinct
from articlelint.schema.finding.equality import repeated
from articlelint.schema.finding.fault import FALSE, Fault, Target, target
from articlelint.schema.finding.unevaluated import Unevaluated
from articlelint.schema.loading.drafts import HOLD_NAMES

#: The keywords of which jsonschema-rs alone knows what they object to.
UNEVALUATED = frozenset({"unevaluatedItems", "unevaluatedProperties"})
_FORBIDS_KEYS = frozenset({"additionalProperties", "propertyNames"})


class Verdict:
    """The faults of data by the errors of jsonschema-rs: path, keyword and the keys it names."""

    def __init__(self, judge: Validator, data: Any) -> None:
        self._data = data
        self._errors = list(judge.iter_errors(data))
        self.unevaluated = Unevaluated(judge, data, self._errors)

    @cached_property
    def faults(self) -> list[Fault]:
        """All faults; at least one."""
        found = self._faults(self._errors)
        return found or [self._whole(each) for each in self._errors]

    def _faults(self, errors: Iterable[ValidationError]) -> list[Fault]:
        return distinct(fault for error in errors for fault in self._split(error))

    def _split(self, error: ValidationError) -> Iterator[Fault]:
        """One fault for each key or item that an error is about."""
        kind = error.kind
        fault = self._whole(error)
        if isinstance(kind, ValidationErrorKind.Required):
            keyword = str(error.schema_path[-1])
            path = (*fault.path, kind.property)
            yield fault._replace(keyword=keyword, path=path, target=Target.MISSING, expected=None)
        elif isinstance(kind, ValidationErrorKind.AdditionalProperties):
            yield from (fault.below(key) for key in kind.unexpected)
        elif fault.keyword in UNEVALUATED:
            parts = self.unevaluated.parts(error, fault.actual)
            yield from (fault.below(part) for part in parts)
        elif isinstance(kind, ValidationErrorKind.PropertyNames):
            yield fault.below(str(kind.error.instance))
        elif isinstance(kind, ValidationErrorKind.UniqueItems):
            for index, earlier in repeated(fault.actual):
                yield fault.below(index)._replace(related=(*fault.path, earlier))
        elif isinstance(kind, ValidationErrorKind.FalseSchema):
            yield from self._forbidden(fault, error)
        else:
            branches = (tuple(self._faults(each)) for each in getattr(kind, "context", ()))
            yield fault._replace(branches=tuple(branches))

    def _whole(self, error: ValidationError) -> Fault:
        is_false = isinstance(error.kind, ValidationErrorKind.FalseSchema)
        keyword = FALSE if is_false else error.kind.name
        return self._fault(keyword, error.instance_path, error.kind.value)

    def _forbidden(self, fault: Fault, error: ValidationError) -> Iterator[Fault]:
        """What ``false`` in the place of a schema forbids: every key, further items, a value."""
        keyword = _last_keyword(error)
        if keyword in _FORBIDS_KEYS:
            yield from (fault.below(key)._replace(keyword=keyword) for key in fault.actual)
        elif keyword == "items":
            *path, first = fault.path
            yield self._fault(keyword, path, first)
        else:
            yield fault

    def _fault(self, keyword: str, path: Iterable[str | int], expected: Any) -> Fault:
        actual = self._data
        found: list[str | int] = []
        for part in path:
            try:
                actual = actual[part]
            except (LookupError, TypeError):  # an empty key on the way is left out of the path
                break
            found.append(part)
        return Fault(keyword, tuple(found), target(keyword), actual, expected)


def _last_keyword(error: ValidationError) -> str:
    """The keyword that a path in a schema ends with; empty where that is a name or an index."""
    keyword = ""
    for part in error.schema_path:
        is_name = keyword in HOLD_NAMES or isinstance(part, int)
        keyword = "" if is_name else str(part)
    return keyword
