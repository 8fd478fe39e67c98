"""A look at a schema that somebody is writing: every mistake that can be known without articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlelint.model import DataPath
from articlelint.schema.finding.fault import Target
from articlelint.schema.finding.judge import is_pattern
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.store import Schema, part_of
from articlelint.schema.reviewing.mistake import Mistake
from articlelint.schema.reviewing.subschemas import Subschema, subschemas
from articlelint.schema.reviewing.without_effect import without_effect
from articlelint.schema.telling.hints import Hints, meant_value
from articlelint.schema.telling.sentences import sentence
from articlelint.schema.validator import Validator, check_draft
from articlelint.text.spelling import Speller
from articlelint.text.words import show


def review(schema: Schema) -> list[Mistake]:
    """Every mistake of a schema, in the order of its contents.

    Raises SchemaError if there is nothing else, and yet it cannot be used.
    """
    check_draft(schema)
    found = without_effect(schema)
    for each in subschemas(schema):
        found += _broken_patterns(each)
    places = {each.path for each in subschemas(schema)}
    for message, path in Documents(schema).broken_references():
        if path[:-1] in places:  # what looks like one in an example is none
            found.append(Mistake(message, path))
    if not found:
        Validator(schema)
        found = [mistake for each in subschemas(schema) for mistake in _wrong_values(each, schema)]
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


def _wrong_values(place: Subschema, schema: Schema) -> Iterator[Mistake]:
    """The values in a subschema that are not valid by it."""
    values = [*_values(place)]
    if not values:
        return
    validator = Validator(part_of(schema, place.path) if place.path else schema)
    for what, value, path in values:
        for fault in validator.faults(value):
            told = sentence(fault, Hints(meant_value(fault, Speller())), what)
            inner = fault.path[:-1] if fault.target is Target.MISSING else fault.path
            on_key = fault.target is Target.KEY
            yield Mistake(f"invalid {what}: {told}", (*path, *inner), on_key=on_key)


def _values(place: Subschema) -> Iterator[tuple[str, Any, DataPath]]:
    """Each value, what it is, and its path."""
    contents, path = place
    for keyword, what in (("default", "default"), ("const", "constant")):
        if keyword in contents:
            yield what, contents[keyword], (*path, keyword)
    for keyword, what in (("enum", "value"), ("examples", "example")):
        listed = contents.get(keyword)
        for index, each in enumerate(listed if isinstance(listed, list) else ()):
            yield what, each, (*path, keyword, index)
