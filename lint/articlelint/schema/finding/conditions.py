"""Why a condition holds or not: which of its tests decided, and what they tested."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from jsonschema import ValidationError
from referencing.exceptions import Unresolvable

from articlelint.model import DataPath
from articlelint.schema.finding.evaluated import referred
from articlelint.schema.finding.fault import CHOICES, FALSE, LIMITS, ConditionTest
from articlelint.schema.loading import drafts

#: How many tests of a condition are told apart.
_MOST_TESTS = 100
#: How many objections of a condition are looked at for one that tells most.
_MOST_OBJECTIONS = 20

#: By a keyword that tests a value itself: to which values it applies.
_KINDS: dict[str, type | tuple[type, ...]] = {
    **dict.fromkeys((*CHOICES, "type"), object),
    **dict.fromkeys(LIMITS, (int, float)),
    **dict.fromkeys(("pattern", "format", "minLength", "maxLength"), str),
    **dict.fromkeys(("minItems", "maxItems"), list),
    **dict.fromkeys(("minProperties", "maxProperties"), Mapping),
}
#: Of these, an objection to a key says that it is there.
_REFUSE_A_KEY = frozenset({FALSE, "additionalProperties", "unevaluatedProperties", "propertyNames"})

#: Takes a validator, the value of its keyword, an instance and its path.
_Tests = Callable[[Any, Any, Any, DataPath], Iterable[ConditionTest]]


def deciding(validator: Any, instance: Any) -> tuple[ConditionTest, ...]:
    """The tests by which an instance is valid by a validator of jsonschema, or is not.

    None where no words would tell which these are.
    """
    try:
        is_met = validator.is_valid(instance)
        tests = _met(validator, instance, ()) if is_met else _unmet(validator, instance, ())
        return _decisive(islice(tests, _MOST_TESTS))
    except Unresolvable:  # a reference that is relative to another document
        return ()


def present(path: DataPath) -> ConditionTest:
    """That a key is there."""
    return ConditionTest(path, "required")


def _missing(path: DataPath, *, is_vacuous: bool = False) -> ConditionTest:
    return ConditionTest(path, "required", holds=False, is_vacuous=is_vacuous)


def _decisive(tests: Iterable[ConditionTest]) -> tuple[ConditionTest, ...]:
    """The tests but for those that go without saying beside others."""
    by_place = {(each.path, each.keyword): each for each in tests}
    found = list(by_place.values())
    found = [each for each in found if not each.is_vacuous] or found
    above = {each.path[:length] for each in found for length in range(len(each.path))}
    of_values = {each.path for each in found if each.keyword not in ("required", "type")}
    of_types = {each.path for each in found if each.keyword == "type"}
    limited = {each.path for each in found if each.keyword in LIMITS and not each.holds}
    told = {
        "required": above | of_values | of_types,
        "type": of_values,
        **dict.fromkeys(CHOICES, limited),  # what is wrong with a number shows the number
    }
    return tuple(each for each in found if each.path not in told.get(each.keyword, ()))


def _met(validator: Any, instance: Any, path: DataPath) -> Iterator[ConditionTest]:
    """The tests that an instance passes, of a schema that it is valid by."""
    schema = validator.schema
    if not isinstance(schema, Mapping):
        return
    for resolved in referred(schema, validator._resolver):  # noqa: SLF001 - as in `evaluated`
        target = validator.evolve(schema=resolved.contents, _resolver=resolved.resolver)
        yield from _met(target, instance, path)
    if "$ref" in schema and validator.META_SCHEMA["$schema"].rstrip("#") in drafts.WITH_LONE_REF:
        return
    for keyword, expected in schema.items():
        if keyword == "required" and isinstance(instance, Mapping):
            yield from (present((*path, key)) for key in expected)
        elif keyword in _MET:
            yield from _MET[keyword](validator, expected, instance, path)
        elif isinstance(instance, _KINDS.get(keyword, ())):
            yield ConditionTest(path, keyword, expected, instance)


def _properties_met(
    validator: Any, properties: Any, instance: Any, path: DataPath
) -> Iterator[ConditionTest]:
    for key, subschema in properties.items() if isinstance(instance, Mapping) else ():
        if key in instance:
            yield from _met(validator.evolve(schema=subschema), instance[key], (*path, key))
        else:
            yield _missing((*path, key), is_vacuous=True)


def _all_met(
    validator: Any, schemas: Any, instance: Any, path: DataPath
) -> Iterator[ConditionTest]:
    for each in schemas:
        yield from _met(validator.evolve(schema=each), instance, path)


def _one_met(
    validator: Any, schemas: Any, instance: Any, path: DataPath
) -> Iterable[ConditionTest]:
    """Of alternatives, the first that fits, if possible not only because a key is missing."""
    branches = (validator.evolve(schema=each) for each in schemas)
    found = [list(_met(each, instance, path)) for each in branches if each.is_valid(instance)]
    return next((each for each in found if _is_substantial(each)), found[0])


def _is_substantial(tests: list[ConditionTest]) -> bool:
    return any(not each.is_vacuous for each in tests)


def _not_met(validator: Any, schema: Any, instance: Any, path: DataPath) -> Iterable[ConditionTest]:
    return _unmet(validator.evolve(schema=schema), instance, path)


def _contains_met(
    validator: Any, schema: Any, instance: Any, path: DataPath
) -> Iterable[ConditionTest]:
    if not isinstance(instance, list):
        return []
    fitting = validator.evolve(schema=schema)
    found = next((index for index, item in enumerate(instance) if fitting.is_valid(item)), None)
    if found is None:  # with `minContains: 0`
        return []
    item = instance[found]
    within = list(_met(fitting, item, (*path, found))) if isinstance(item, Mapping | list) else []
    return within or [ConditionTest(path, "contains", schema, item)]


_MET: dict[str, _Tests] = {
    "properties": _properties_met,
    "allOf": _all_met,
    "anyOf": _one_met,
    "oneOf": _one_met,
    "not": _not_met,
    "contains": _contains_met,
}


def _unmet(validator: Any, instance: Any, path: DataPath) -> list[ConditionTest]:
    """The tests that an instance fails, of a schema that it is not valid by."""
    return _failed(validator, validator.descend(instance, validator.schema), path)


def _failed(
    validator: Any, errors: Iterable[ValidationError], path: DataPath
) -> list[ConditionTest]:
    """The tests of one objection: one of a value if there is one, else that a key is missing."""
    found = [_tests(validator, each, path) for each in islice(errors, _MOST_OBJECTIONS)]
    told = [each for each in found if each]
    of_values = (each for each in told if any(test.holds or _is_of_value(test) for test in each))
    return next(of_values, told[0] if told else [])


def _is_of_value(test: ConditionTest) -> bool:
    return test.keyword != "required"


def _tests(validator: Any, error: ValidationError, path: DataPath) -> list[ConditionTest]:
    """The tests that lead to an error of a schema."""
    keyword, here = str(error.validator), (*path, *error.relative_path)
    if keyword in ("required", "dependentRequired", "dependencies"):
        return [_missing(here)]
    if keyword in _REFUSE_A_KEY:
        return [present(here)] if error.relative_path else []
    if keyword == "not":
        refused = validator.evolve(schema=error.validator_value)
        return list(_met(refused, error.instance, here))
    if keyword in ("anyOf", "oneOf"):
        return _of_each_branch(validator, error, here)
    return [ConditionTest(here, keyword, error.validator_value, error.instance, holds=False)]


def _of_each_branch(validator: Any, error: ValidationError, path: DataPath) -> list[ConditionTest]:
    """Why none of several alternatives fits; nothing where more than one does."""
    by_index: dict[Any, list[ValidationError]] = {}
    for each in error.context or ():
        by_index.setdefault(each.relative_schema_path[0], []).append(each)
    if len(by_index) < len(error.validator_value):
        return []
    return [test for errors in by_index.values() for test in _failed(validator, errors, path)]
