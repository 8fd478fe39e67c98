"""Why a keyword is in force: the tests of the condition that decided, in a writer's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from articlelint.model import DataPath
from articlelint.schema.finding.fault import (
    LIMITS,
    Allowed,
    Condition,
    ConditionTest,
    Fault,
    allowed,
)
from articlelint.schema.telling.phrases import SIZES, contained, name, one_of, pattern, wanted_by
from articlelint.text.words import both, counted, show

#: The most tests that are spelled out.
_MAX_TESTS = 3
#: What all of a front matter is tested for, and comes out alike in each.
_USUAL = (("minProperties", 1), ("type", "object"))


def cause(fault: Fault, subject: str) -> str:
    """What decided that the keyword is in force, as the innermost condition that tells it.

    Empty if there is no condition, or none of which a few words tell what decided.
    """
    for condition in fault.because:
        telling = (each for each in condition.tests if not _is_usual(each, condition))
        words = (_words(each, condition, fault.path, subject) for each in telling)
        tests = list(dict.fromkeys(words))
        if further := len(tests[_MAX_TESTS:]):
            tests = [*tests[:_MAX_TESTS], f"{further} more"]
        if tests:
            return both(tests)
    return ""


def undecided(fault: Fault) -> Iterator[DataPath]:
    """The paths of keys without which a condition of the fault cannot be told to hold or not.

    These are of conditions that came out as they did only because keys are missing.
    """
    for condition in fault.because:
        if all(each.keyword == "required" and not each.holds for each in condition.tests):
            yield from ((*condition.path, *each.path) for each in condition.tests)


def _is_usual(test: ConditionTest, condition: Condition) -> bool:
    """Whether a test holds for every front matter that is not empty, and so tells nothing."""
    is_any_mapping = (test.keyword, test.expected) in _USUAL
    return is_any_mapping and test.holds and not (*condition.path, *test.path)


def _words(test: ConditionTest, condition: Condition, fault: DataPath, subject: str) -> str:
    """A test in words; ``fault`` is the path of what is told of, which may be what was tested."""
    path = (*condition.path, *test.path)
    is_itself = path == fault != () and not test.path
    what = "its value" if is_itself else _called(path, len(condition.path), subject)
    return f"{what} {_STATES.get(test.keyword, _generic)(test)}"


def _called(path: DataPath, around: int, subject: str) -> str:
    """What a value is called; below a key of the condition's value, with what it is in."""
    within = f" in {name(path[:-1], subject)}"
    return name(path, subject) + within * (len(path) > around + 1 and isinstance(path[-1], str))


def _presence(test: ConditionTest) -> str:
    return "is present" if test.holds else "is missing"


def _value(test: ConditionTest) -> str:
    """A scalar is shown as it is: that tells by itself whether it was the one to be."""
    if not isinstance(test.actual, Mapping | list):
        return f"is {show(test.actual)}"
    return f"{_is(test)} {one_of(allowed(test.keyword, test.expected))}"


def _type(test: ConditionTest) -> str:
    if test.holds and isinstance(test.actual, bool):
        return f"is {show(test.actual)}"
    what = allowed(test.keyword, test.expected)
    return f"{_is(test)} {one_of(Allowed(types=what.types))}"


def _limit(test: ConditionTest) -> str:
    limit = wanted_by(test.keyword, test.expected)
    return f"is {limit}" if test.holds else f"is {show(test.actual)}, not {limit}"


def _form(test: ConditionTest) -> str:
    return f"{_is(test)} {wanted_by(test.keyword, test.expected)}"


def _pattern(test: ConditionTest) -> str:
    return f"{'matches' if test.holds else 'does not match'} {pattern(test.expected)}"


def _size(test: ConditionTest) -> str:
    unit, is_least = SIZES[test.keyword]
    words = ("at least", "fewer than") if is_least else ("at most", "more than")
    return f"has {words[not test.holds]} {counted(int(test.expected), unit)}"


def _contains(test: ConditionTest) -> str:
    if test.holds and not isinstance(test.actual, Mapping | list):
        return f"holds {show(test.actual)}"
    if test.holds:
        return f"holds an item {contained(test.expected, 1)}"
    return f"holds no item {contained(test.expected, 1)}"


def _generic(test: ConditionTest) -> str:
    return f"violates `{test.keyword}` in the schema"


def _is(test: ConditionTest) -> str:
    return "is" if test.holds else "is not"


_STATES: dict[str, Callable[[ConditionTest], str]] = {
    "required": _presence,
    "const": _value,
    "enum": _value,
    "type": _type,
    "format": _form,
    "pattern": _pattern,
    "contains": _contains,
    **dict.fromkeys(LIMITS, _limit),
    **dict.fromkeys(SIZES, _size),
}
