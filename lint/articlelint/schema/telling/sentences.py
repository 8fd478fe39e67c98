"""What is wrong, in one plain sentence that names the key or the value.

Each function words the faults of one or more keywords. ``subject`` is what the data as a whole is:
"front matter", "configuration" or "schema".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from articlelint.schema.finding.fault import (
    ASKS_FOR_A_VALUE,
    FALSE,
    UNFINISHED,
    UNJUDGED,
    Fault,
    Target,
)
from articlelint.schema.finding.lacking import only_lacks_keys
from articlelint.schema.telling.causes import cause
from articlelint.schema.telling.hints import NO_HINTS, Hints
from articlelint.schema.telling.phrases import (
    LIMITS,
    SIZES,
    contained,
    described,
    name,
    pattern,
    pattern_of,
    wanted,
)
from articlelint.schema.telling.wrong_value import (
    but_is,
    should_be,
    should_be_of_type,
    should_be_one_of,
)
from articlelint.text.words import both, counted, either, show

FRONT_MATTER = "front matter"

Sentence = Callable[[Fault, str], str]

#: The keywords of ``propertyNames`` whose own sentence tells what a key should be.
_TELLS_OF_A_KEY = frozenset({"const", "enum", "format", "maxLength", "minLength", "pattern"})

#: The most alternatives that a message spells out.
_MAX_ALTERNATIVES = 3


def sentence(fault: Fault, hints: Hints = NO_HINTS, subject: str = FRONT_MATTER) -> str:
    """The sentence about a fault: the schema author's own message, else one of ours."""
    return hints.told or own_sentence(fault, hints, subject)


def own_sentence(fault: Fault, hints: Hints = NO_HINTS, subject: str = FRONT_MATTER) -> str:
    """The sentence about a fault in our own words."""
    if hints.example is not None and fault.keyword == "pattern":
        like = f"should look like {show(hints.example)}, not {show(fault.actual)}"
        return f"{name(fault.path, subject)} {like}{_advice(fault, hints, subject)}"
    if hints.is_known:
        return _false(fault, subject)
    words_of = _other if fault.is_bare else _TOLD.get(fault.keyword, _other)
    return words_of(fault, subject) + _advice(fault, hints, subject)


def _advice(fault: Fault, hints: Hints, subject: str) -> str:
    """What to write instead, if a few words say it."""
    if hints.correction:
        return hints.correction.advice
    if hints.meant is not None:
        missing = ", which is missing" if hints.claims else ""
        return f": did you mean {show(hints.meant)}{missing}?"
    if hints.belongs_in is None:
        return ""
    if hints.belongs_in:
        return f": it belongs in {name(hints.belongs_in, subject)}"
    return f": it belongs at the top level, not in {name(fault.path[:-1], subject)}"


def _required(fault: Fault, subject: str) -> str:
    return f"missing required key {show(fault.path[-1])}{_within(fault.path[:-1], subject)}"


def _within(path: tuple[str | int, ...], subject: str) -> str:
    """Which mapping lacks a key; the top level goes without saying."""
    return f" in {name(path, subject)}" if path else ""


def _dependent_required(fault: Fault, subject: str) -> str:
    if fault.expected is None:
        return _required(fault, subject)
    key, where = show(fault.path[-1]), _within(fault.path[:-1], subject)
    return f"{key} is required{where} when {show(fault.expected)} is present"


def _unknown_key(fault: Fault, subject: str) -> str:
    value = ": its value does not match what the schema allows for other keys"
    value *= isinstance(fault.expected, Mapping)
    return f"unknown key {name(fault.path, subject)}{value}"


def _property_names(fault: Fault, subject: str) -> str:
    reason = fault.reason
    if reason and reason.keyword in _TELLS_OF_A_KEY:
        return f"the key {sentence(reason, subject=subject)}"
    return f"{name(fault.path, subject)} is not allowed as a key"


def _pattern(fault: Fault, subject: str) -> str:
    start = name(fault.path, subject)
    if not isinstance(fault.actual, str):  # of `patternProperties`, where matching was given up
        return f"{start} has a key that takes too long to match against a pattern in the schema"
    return f"{start} does not match {pattern(fault.expected)}: {show(fault.actual)}"


def _size(verb: str, unit: str) -> Sentence:
    def words_of(fault: Fault, subject: str) -> str:
        limit = counted(int(fault.expected), unit)  # JSON Schema allows 2.0
        return f"{name(fault.path, subject)} {verb} {limit}, has {len(fault.actual)}"

    return words_of


_NEEDS = "needs at least"
_ALLOWS = "allows at most"


def _unique_items(fault: Fault, subject: str) -> str:
    start, first = name(fault.path, subject), (fault.earlier or 0) + 1
    return f"{start} repeats item {first}: remove one of the two"


def _contains(fault: Fault, subject: str) -> str:
    return f"{name(fault.path, subject)} needs at least one item {contained(fault.expected, 1)}"


def _contains_number(verb: str) -> Sentence:
    def words_of(fault: Fault, subject: str) -> str:
        number = int(fault.expected)
        has = "" if fault.holds is None else f", has {fault.holds}"
        schema = fault.schema if isinstance(fault.schema, Mapping) else {}
        kind = contained(schema.get("contains"), number)
        return f"{name(fault.path, subject)} {verb} {counted(number, 'item')} {kind}{has}"

    return words_of


def _alternatives(fault: Fault, subject: str) -> str:
    start = name(fault.path, subject)
    if only_lacks_keys(fault):
        keys = either(_distinct(_keys(branch) for branch in fault.branches))
        return f"missing required key {keys}{_within(fault.path, subject)}"
    if fault.rivals:
        both_ = "both " * (len(fault.rivals) == 2)
        keys = both([show(each) for each in fault.rivals])
        return f"{name(fault.path[:-1], subject)} has {both_}{keys}; only one is allowed"
    if not all(fault.branches):
        return f"{start} {_matches_several(fault)}"
    if all(len(branch) == 1 and _is_of(branch[0], fault) for branch in fault.branches):
        phrases = _distinct(str(wanted(branch[0])) for branch in fault.branches)
        return f"{start} should be {either(phrases)}{but_is(fault, show(fault.actual))}"
    sentences = _distinct(
        both([sentence(each, subject=subject) for each in branch]) for branch in fault.branches
    )
    if not sentences[1:]:
        return sentences[0]
    spelled_out = sentences[:_MAX_ALTERNATIVES]
    if further := len(sentences) - len(spelled_out):
        spelled_out.append(f"one of {further} more")
    return f"{start} matches none of the alternatives: {'; or '.join(spelled_out)}"


def _is_of(inner: Fault, fault: Fault) -> bool:
    """Whether a fault says what the value of another fault should be instead."""
    return inner.path == fault.path and inner.keyword in ASKS_FOR_A_VALUE


def _distinct(phrases: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(phrases))


def _keys(branch: Sequence[Fault]) -> str:
    return both([show(each.path[-1]) for each in branch])


def _matches_several(fault: Fault) -> str:
    labels = {
        index: _label(fault.expected[index])
        for index, branch in enumerate(fault.branches)
        if not branch
    }
    times = Counter(labels.values())
    named = [
        label if label and times[label] == 1 else f"the {_ordinal(index + 1)}"
        for index, label in labels.items()
    ]
    return f"matches more than one alternative ({both(named)}); only one is allowed"


def _label(schema: Any) -> str | None:
    title = schema.get("title") if isinstance(schema, Mapping) else None
    return show(title) if isinstance(title, str) else described(schema)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _not(fault: Fault, subject: str) -> str:
    start = name(fault.path, subject)
    if fault.target is Target.KEY:
        return _false(fault, subject)
    if expression := pattern_of(fault.expected):
        return f"{start} must not match {expression}: {show(fault.actual)}"
    what = described(fault.expected) or ""
    keys = what.removeprefix("with ")
    if not what or (keys != what and not isinstance(fault.actual, Mapping)):
        return f"{start} has a value that `not` in the schema forbids: {show(fault.actual)}"
    if keys != what:
        return f"{start} must not have {keys} together"
    actual = show(fault.actual)
    return f"{start} must not be {what}" + ("" if what == actual else f", is {actual}")


def _false(fault: Fault, subject: str) -> str:
    because = cause(fault, subject)
    why = f" because {because}" if because else ""
    return f"{name(fault.path, subject)} is not allowed here{why}"


def _other(fault: Fault, subject: str) -> str:
    return f"{name(fault.path, subject)} violates `{fault.keyword}` in the schema"


def _unjudged(_fault: Fault, subject: str) -> str:
    return f"it takes too long to check the {subject} against the schema"


def _unfinished(fault: Fault, subject: str) -> str:
    if fault.expected:
        return f"more than {fault.expected} faults by the schema: only some of them are reported"
    what = show(fault.path[-1]) if fault.path else f"the {subject}"
    return f"the schema rejects {what}, and it takes too long to find all reasons"


_SENTENCES: dict[str, Sentence] = {
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependencies": _dependent_required,
    "additionalProperties": _unknown_key,
    "unevaluatedProperties": _unknown_key,
    "propertyNames": _property_names,
    "enum": should_be_one_of,
    "const": should_be_one_of,
    "type": should_be_of_type,
    "pattern": _pattern,
    "items": _size(_ALLOWS, "item"),
    "additionalItems": _size(_ALLOWS, "item"),
    "uniqueItems": _unique_items,
    "unevaluatedItems": _false,
    "contains": _contains,
    "minContains": _contains_number(_NEEDS),
    "maxContains": _contains_number(_ALLOWS),
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    "not": _not,
    FALSE: _false,
    **{key: _size(_NEEDS if least else _ALLOWS, unit) for key, (unit, least) in SIZES.items()},
    **dict.fromkeys(("format", *LIMITS), should_be),
}
_TOLD = {**_SENTENCES, UNJUDGED: _unjudged, UNFINISHED: _unfinished}
