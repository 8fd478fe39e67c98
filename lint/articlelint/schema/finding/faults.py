"""Why is data not valid? Every fault, one for each key or item.

jsonschema tells more of an error than jsonschema-rs, which judged the data first. What only the
first one objects to, or all of it should jsonschema give up, is told by the first one's errors, so
that nothing is lost. Importing this module imports jsonschema, which takes a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from jsonschema import ValidationError
from jsonschema_rs import Validator

from articlelint.model import DataPath
from articlelint.schema.finding.alternatives import as_meant
from articlelint.schema.finding.distinct import distinct
from articlelint.schema.finding.explainer import explainer
from articlelint.schema.finding.fault import FALSE, Fault, target
from articlelint.schema.finding.keywords import EarlierItemError
from articlelint.schema.finding.verdict import UNEVALUATED, Verdict
from articlelint.schema.loading.documents import Documents

_ALTERNATIVES = frozenset({"anyOf", "oneOf"})


class FaultFinder:
    """Finds every fault of data that ``judge`` rejects."""

    def __init__(self, judge: Validator, documents: Documents) -> None:
        self._judge = judge
        self._documents = documents

    def faults(self, data: Any) -> list[Fault]:
        """The faults; at least one."""
        verdict = Verdict(self._judge, data)
        explained = _explained(self._errors(data), (), verdict)
        here = {fault.path for fault in explained}
        # The paths of jsonschema-rs leave out empty keys, so they may lead elsewhere.
        is_told = bool(explained) and _has_empty_key(data)
        missed = [] if is_told else [each for each in verdict.faults if each.path not in here]
        found = map(_at_its_key, distinct([*explained, *missed]))
        return as_meant(found, self._documents.schema)

    @cached_property
    def _explainer(self) -> Any:
        return explainer(self._documents)

    def _errors(self, data: Any) -> list[ValidationError]:
        try:
            return list(self._explainer.iter_errors(data))
        except Exception:  # noqa: BLE001 - whatever stops jsonschema, the verdict stands
            return []


def _has_empty_key(data: Any) -> bool:
    if isinstance(data, Mapping):
        return "" in data or any(map(_has_empty_key, data.values()))
    return isinstance(data, list) and any(map(_has_empty_key, data))


def _explained(errors: Iterable[ValidationError], base: DataPath, verdict: Verdict) -> list[Fault]:
    """``base`` is the path of the error of whose alternative these are the errors."""
    return [fault for error in errors for fault in _split(error, base, verdict)]


def _split(error: ValidationError, base: DataPath, verdict: Verdict) -> list[Fault]:
    fault = _fault(error, base)
    if fault.keyword in UNEVALUATED:
        way = error.absolute_schema_path
        parts = verdict.unevaluated.parts_at(fault.path, way, fault.actual)
        return [fault.below(part) for part in parts]
    if isinstance(error.cause, EarlierItemError):
        fault = fault._replace(related=(*fault.path[:-1], error.cause.args[0]))
    if fault.keyword == "propertyNames":
        reasons = _explained(error.context, fault.path, verdict)
        fault = fault._replace(reason=distinct(reasons)[0])
    if fault.keyword in _ALTERNATIVES:
        fault = fault._replace(branches=tuple(_branches(error, fault.path, verdict)))
    return [fault]


def _at_its_key(fault: Fault) -> Fault:
    """The same, but what forbids nothing but one key is placed at that key."""
    branches = tuple(tuple(map(_at_its_key, branch)) for branch in fault.branches)
    fault = fault._replace(branches=branches)
    if fault.keyword != "not" or not _forbids_one_key(fault.expected):
        return fault
    return fault.below(fault.expected["required"][0])


def _forbids_one_key(schema: Any) -> bool:
    only_requires = isinstance(schema, Mapping) and schema.keys() == {"required"}
    return only_requires and len(schema["required"]) == 1


def _branches(
    error: ValidationError, path: DataPath, verdict: Verdict
) -> Iterator[tuple[Fault, ...]]:
    """The faults of each alternative, in the order of the alternatives."""
    for index in range(len(error.validator_value)):
        errors = [each for each in error.context if each.relative_schema_path[0] == index]
        # What fails must not look as if it fits, should splitting its errors leave nothing.
        faults = _explained(errors, path, verdict) or [_fault(each, path) for each in errors]
        yield tuple(distinct(faults))


def _fault(error: ValidationError, base: DataPath) -> Fault:
    is_false = error.validator is None
    keyword = FALSE if is_false else str(error.validator)
    path: DataPath = (*base, *error.relative_path)
    expected = False if is_false else error.validator_value
    return Fault(
        keyword,
        path,
        target(keyword),
        error.instance,
        expected,
        error.schema,
        because=getattr(error, "because", ""),
        holds=getattr(error, "holds", None),
    )
