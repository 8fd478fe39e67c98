"""What is wrong, in one plain sentence that names the key or the value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import Any

from articlelint.model import Scalar
from articlelint.reading.scalars import (
    YAML_1_1_BOOLEANS,
    NumberTooLongError,
    literal,
    resolve_plain,
)
from articlelint.schema.finding.alternatives import only_lacks_keys
from articlelint.schema.finding.equality import identity
from articlelint.schema.finding.fault import FALSE, Fault, Target
from articlelint.schema.telling.hints import NO_HINTS, Hints
from articlelint.schema.telling.phrases import LIMITS, called, choices, described, name, wanted
from articlelint.text.words import both, either, show

#: The keywords of ``propertyNames`` whose own sentence tells what a key should be.
_SAYS_ENOUGH_OF_A_KEY = frozenset({"const", "enum", "format", "maxLength", "minLength", "pattern"})

#: The most alternatives that a message spells out.
_MAX_ALTERNATIVES = 3


def sentence(fault: Fault, hints: Hints = NO_HINTS) -> str:
    """The sentence about a fault; what the schema's author says of it goes before our own words."""
    return hints.told or own_sentence(fault, hints)


def own_sentence(fault: Fault, hints: Hints = NO_HINTS) -> str:
    """The same in our own words."""
    if hints.example is not None and fault.keyword == "pattern":
        like = show(hints.example)
        return f"{name(fault.path)} should look like {like}, not {show(fault.actual)}"
    words_of = _other if fault.is_bare else _SENTENCES.get(fault.keyword, _other)
    return words_of(fault) + _mend(fault, hints)


def _mend(fault: Fault, hints: Hints) -> str:
    """What to write instead, as far as a few words tell."""
    if hints.meant is not None:
        missing = ", which is missing" if hints.claims else ""
        return f": did you mean {show(hints.meant)}{missing}?"
    if hints.belongs_in is None:
        return ""
    if hints.belongs_in:
        return f": it belongs in {name(hints.belongs_in)}"
    return f": it belongs at the top level, not in {name(fault.path[:-1])}"


def _required(fault: Fault) -> str:
    return f"{name(fault.path[:-1])} lacks {name(fault.path)}"


def _dependent_required(fault: Fault) -> str:
    needed_by = show(fault.expected) if fault.expected is not None else "another key"
    return f"{_required(fault)}, which {needed_by} needs beside it"


def _unknown_key(fault: Fault) -> str:
    if isinstance(fault.expected, Mapping):
        return f"{name(fault.path)} is no known key, and not of the form that others must have"
    return f"unknown key {name(fault.path)}"


def _property_names(fault: Fault) -> str:
    reason = fault.reason
    if reason and reason.keyword in _SAYS_ENOUGH_OF_A_KEY:
        return f"the key {sentence(reason)}"
    return f"{name(fault.path)} cannot be a key here"


def _should_be(fault: Fault) -> str:
    return f"{name(fault.path)} should be {wanted(fault)}, not {show(fault.actual)}"


def _enum(fault: Fault) -> str:
    values = fault.expected if isinstance(fault.expected, list) else [fault.expected]
    allowed = {identity(each) for each in values}
    actual = fault.actual
    advice = ""
    if isinstance(actual, str) and identity(_unquoted(actual)) in allowed:
        advice = ": drop the quotes"
    elif not isinstance(actual, str | list | Mapping) and identity(show(actual)) in allowed:
        advice = ": quote it"
    return f"{name(fault.path)} should be {wanted(fault)}, not {choices([actual])}{advice}"


def _type(fault: Fault) -> str:
    start = f"{name(fault.path)} should be {wanted(fault)}"
    if fault.actual is None:
        return f"{start}, and has no value"
    return f"{start}, not {called(fault.actual)}{_requoted(fault)}"


def _requoted(fault: Fault) -> str:
    """How quotes, or none, would mend a value of the wrong type."""
    types = [fault.expected] if isinstance(fault.expected, str) else fault.expected
    value = fault.actual
    if not isinstance(value, str):
        is_scalar = not isinstance(value, list | Mapping)
        return ": quote it" if is_scalar and "string" in types else ""
    if "boolean" in types and value.lower() in YAML_1_1_BOOLEANS:
        return f": write `{literal(YAML_1_1_BOOLEANS[value.lower()])}`"
    return ": drop the quotes" if _type_of_unquoted(value) & set(types) else ""


def _type_of_unquoted(text: str) -> set[str]:
    """The types of JSON Schema that a text would be of without its quotes."""
    value = _unquoted(text)
    if isinstance(value, bool):
        return {"boolean"}
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return {"integer", "number"}
    return {"number"} if isinstance(value, float) and isfinite(value) else set()


def _unquoted(text: str) -> Scalar:
    try:
        return resolve_plain(text)
    except NumberTooLongError:
        return text


def _pattern(fault: Fault) -> str:
    if not isinstance(fault.actual, str):  # of `patternProperties`, where matching was given up
        return f"{name(fault.path)} has a key that takes a pattern of the schema too long to match"
    return f"{name(fault.path)} does not have the form it needs: {show(fault.actual)}"


def _size(limit: str, unit: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        wanted_size = int(fault.expected)  # JSON Schema allows to write 2.0
        units = unit if wanted_size == 1 else unit + "s"
        size = len(fault.actual)
        return f"{name(fault.path)} should have at {limit} {wanted_size} {units}, and has {size}"

    return words_of


def _unique_items(fault: Fault) -> str:
    return f"{name(fault.path)} repeats item {(fault.earlier or 0) + 1}: remove one of the two"


def _contains(fault: Fault) -> str:
    return f"{name(fault.path)} lacks an item {_contained(fault.expected, 1)}"


def _contains_number(limit: str) -> Callable[[Fault], str]:
    def words_of(fault: Fault) -> str:
        number = int(fault.expected)
        items = "item" if number == 1 else "items"
        holds = "" if fault.holds is None else f", and holds {fault.holds}"
        schema = fault.schema if isinstance(fault.schema, Mapping) else {}
        kind = _contained(schema.get("contains"), number)
        return f"{name(fault.path)} should hold at {limit} {number} {items} {kind}{holds}"

    return words_of


def _contained(schema: Any, number: int) -> str:
    what = described(schema)
    if what is None:
        return "of the kind it must hold"
    are = "is" if number == 1 else "are"
    return what if what.startswith("with ") else f"that {are} {what}"


def _alternatives(fault: Fault) -> str:
    start = name(fault.path)
    if only_lacks_keys(fault):
        return f"{start} lacks {either([_keys(branch) for branch in fault.branches])}"
    if not all(fault.branches):
        return f"{start} {_fits_several(fault)}"
    if all(len(branch) == 1 and _is_of(branch[0], fault) for branch in fault.branches):
        phrases = [str(wanted(branch[0])) for branch in fault.branches]
        return f"{start} should be {either(phrases)}, not {show(fault.actual)}"
    spelt_out = [
        both([sentence(each) for each in branch]) for branch in fault.branches[:_MAX_ALTERNATIVES]
    ]
    further = len(fault.branches) - len(spelt_out)
    if further:
        spelt_out.append(f"one of {further} more")
    return f"{start} has none of the forms it may have: either {', or '.join(spelt_out)}"


def _is_of(inner: Fault, fault: Fault) -> bool:
    """Whether a fault says what the value of another fault should be instead."""
    return inner.path == fault.path and wanted(inner) is not None


def _keys(branch: Sequence[Fault]) -> str:
    return both([show(each.path[-1]) for each in branch])


def _fits_several(fault: Fault) -> str:
    schemas = fault.expected if isinstance(fault.expected, list) else []
    fitting = [index for index, branch in enumerate(fault.branches) if not branch]
    keys = [_single_key(schemas[index]) for index in fitting if index < len(schemas)]
    if keys and all(keys):
        return f"has {both(keys)}, and may have only one of them"
    labels = [_label(schemas, index) for index in fitting]
    return f"fits more than one of the forms of which it may have only one: {both(labels)}"


def _single_key(schema: Any) -> str:
    """The key that is all that a subschema asks for; empty where it asks for more."""
    required = schema.get("required") if isinstance(schema, Mapping) and len(schema) == 1 else None
    return show(required[0]) if isinstance(required, list) and len(required) == 1 else ""


def _label(schemas: Sequence[Any], index: int) -> str:
    schema = schemas[index] if index < len(schemas) else None
    title = schema.get("title") if isinstance(schema, Mapping) else None
    what = show(title) if isinstance(title, str) else described(schema)
    return what or f"the {_ordinal(index + 1)} form"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _not(fault: Fault) -> str:
    start = name(fault.path)
    if fault.target is Target.KEY:
        return f"{start} is not allowed here"
    keys = fault.expected.get("required") if isinstance(fault.expected, Mapping) else None
    what = described(fault.expected)
    if what is None:
        return f"{start} has a form that is not allowed here: {show(fault.actual)}"
    if keys:
        return f"{start} should not have {what.removeprefix('with ')} together"
    actual = show(fault.actual)
    return f"{start} should not be {what}" + ("" if what == actual else f", and is {actual}")


def _false(fault: Fault) -> str:
    return f"{name(fault.path)} is not allowed here"


def _other(fault: Fault) -> str:
    return f"{name(fault.path)} does not meet `{fault.keyword}` of the schema"


_SENTENCES: dict[str, Callable[[Fault], str]] = {
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependencies": _dependent_required,
    "additionalProperties": _unknown_key,
    "unevaluatedProperties": _unknown_key,
    "propertyNames": _property_names,
    "enum": _enum,
    "const": _enum,
    "type": _type,
    "pattern": _pattern,
    "minLength": _size("least", "character"),
    "maxLength": _size("most", "character"),
    "minItems": _size("least", "item"),
    "maxItems": _size("most", "item"),
    "items": _size("most", "item"),
    "additionalItems": _size("most", "item"),
    "minProperties": _size("least", "key"),
    "maxProperties": _size("most", "key"),
    "uniqueItems": _unique_items,
    "unevaluatedItems": _false,
    "contains": _contains,
    "minContains": _contains_number("least"),
    "maxContains": _contains_number("most"),
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    "not": _not,
    FALSE: _false,
    **dict.fromkeys(("format", *LIMITS), _should_be),
}

#: The keywords that a fault can be of.
KEYWORDS = frozenset(_SENTENCES)
