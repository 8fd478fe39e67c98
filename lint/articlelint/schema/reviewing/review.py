"""A look at a schema that somebody is writing: every mistake that can be known without articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from articlelint.model import DataPath
from articlelint.schema.finding.fault import UNJUDGED, Fault, Target
from articlelint.schema.finding.judge import is_pattern
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.store import Schema
from articlelint.schema.reviewing.mistake import Mistake
from articlelint.schema.reviewing.parts import PartsValidator
from articlelint.schema.reviewing.subschemas import Subschema, subschemas
from articlelint.schema.reviewing.without_effect import without_effect
from articlelint.schema.telling.hints import Hints, meant_value
from articlelint.schema.telling.sentences import sentence
from articlelint.schema.validator import Validator, meta_faults
from articlelint.text.spelling import Speller
from articlelint.text.words import show

#: The keywords that hold a value, or a list of values, that the subschema itself should accept, and
#: what each value is called.
_SINGLE = {"default": "default", "const": "constant"}
_LISTED = {"enum": "value", "examples": "example"}
_HOLD_VALUES = _SINGLE.keys() | _LISTED.keys()
#: How many mistakes in values are told: to explain one can take a second.
_MOST = 100
_OTHERS = "further invalid values are not told: correct the others first"
#: How many lists and mappings of a keyword are looked at: each is compared with all of an ``enum``.
_MOST_COMPARED = 200


def review(schema: Schema) -> list[Mistake]:
    """Every mistake of a schema, in the order of its contents.

    Raises SchemaError if there is nothing else, and yet it cannot be used.
    """
    found = without_effect(schema)
    for each in subschemas(schema):
        found += _broken_patterns(each)
    places = {each.path for each in subschemas(schema)}
    for message, path in Documents(schema).broken_references():
        if path[:-1] in places:  # what looks like one in an example is none
            found.append(Mistake(message, path))
    known = {each.path for each in found}
    invalid = (_mistake(fault, "schema") for fault in meta_faults(schema))
    found += [each for each in invalid if each.path not in known]
    if not found:
        Validator(schema)
        found = [*islice(_wrong_values(schema), _MOST + 1)]
        if len(found) > _MOST:
            found[_MOST] = found[_MOST]._replace(message=_OTHERS)
    return found


def _broken_patterns(place: Subschema) -> Iterator[Mistake]:
    pattern, by_pattern = place.contents.get("pattern"), place.contents.get("patternProperties")
    if isinstance(pattern, str) and not is_pattern(pattern):
        yield Mistake(_not_regular(pattern), (*place.path, "pattern"))
    for each in by_pattern if isinstance(by_pattern, dict) else ():
        if not is_pattern(each):
            path = (*place.path, "patternProperties", each)
            yield Mistake(_not_regular(each), path, on_key=True)


def _not_regular(pattern: str) -> str:
    return f"{show(pattern)} is not a regular expression"


def _wrong_values(schema: Schema) -> Iterator[Mistake]:
    """What is wrong with the values in subschemas that are not valid by these."""
    places = [each for each in subschemas(schema) if not _HOLD_VALUES.isdisjoint(each.contents)]
    validator = PartsValidator(schema, (each.path for each in places))
    for index, place in enumerate(places):
        for what, value, path in _values(place):
            for fault in validator.faults(index, value):
                yield _mistake(fault, what, path)


def _mistake(fault: Fault, what: str, path: DataPath = ()) -> Mistake:
    """What is wrong with the schema, or with a value that is at a path in it."""
    told = sentence(fault, Hints(meant_value(fault, Speller())), what)
    inner = fault.path[:-1] if fault.target is Target.MISSING else fault.path
    message = told if fault.keyword == UNJUDGED else f"invalid {what}: {told}"
    return Mistake(message, (*path, *inner), on_key=fault.target is Target.KEY)


def _values(place: Subschema) -> Iterator[tuple[str, Any, DataPath]]:
    """Each value, what it is, and its path."""
    contents, path = place
    for keyword, what in _SINGLE.items():
        if keyword in contents:
            yield what, contents[keyword], (*path, keyword)
    for keyword, what in _LISTED.items():
        listed = contents.get(keyword)
        for index, each in enumerate(listed if isinstance(listed, list) else ()):
            if index < _MOST_COMPARED or not isinstance(each, list | dict):
                yield what, each, (*path, keyword, index)
