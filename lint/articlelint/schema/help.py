"""What helps to mend a fault: the nearest known word, and what the schema says of the value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from articlelint.schema.fault import Fault, Target
from articlelint.schema.outline import known_keys, subschemas
from articlelint.schema.store import Schema
from articlelint.words import did_you_mean, show

#: The keywords that object to a key because none of that name is expected.
_UNKNOWN_KEY = frozenset({"additionalProperties", "propertyNames", "unevaluatedProperties"})


def help_lines(fault: Fault, schema: Schema) -> tuple[str, ...]:
    """The lines below the sentence; ``schema`` is the whole one."""
    return (*_suggestion(fault, schema), *_description(fault, schema))


def _suggestion(fault: Fault, schema: Schema) -> tuple[str, ...]:
    """The nearest known key or value, where the writer's is none."""
    if fault.keyword in _UNKNOWN_KEY:
        known = [name for name in _known_keys(fault, schema) if name not in fault.actual]
        return did_you_mean(str(fault.path[-1]), known)
    if fault.keyword == "enum" and isinstance(fault.actual, str):
        return did_you_mean(
            fault.actual, [each for each in fault.expected if isinstance(each, str)]
        )
    return ()


def _known_keys(fault: Fault, schema: Schema) -> Iterable[str]:
    """The keys that would do; ``additionalProperties`` knows none but those beside it."""
    if fault.keyword == "additionalProperties":
        return fault.schema.get("properties", ()) if isinstance(fault.schema, Mapping) else ()
    if fault.reason and fault.reason.keyword == "enum":
        return [each for each in fault.reason.expected if isinstance(each, str)]
    return known_keys(schema, fault.path[:-1])


def _description(fault: Fault, schema: Schema) -> tuple[str, ...]:
    """What the schema says of the value or the missing key: its description, and an example."""
    if fault.target is Target.KEY or not fault.path:
        return ()
    schemas = [*subschemas(schema, fault.path), *_at_hand(fault)]
    description = next(_texts(schemas), None)
    example = next(_examples(schemas), None)
    lines = [] if description is None else [description]
    return tuple(lines if example is None else [*lines, f"for example: {show(example)}"])


def _at_hand(fault: Fault) -> Iterator[Mapping[str, Any]]:
    """The subschema of the fault itself: the way to it may lead through a file or ``anyOf``."""
    schema = fault.schema
    if fault.target is Target.MISSING and isinstance(schema, Mapping):
        schema = schema.get("properties", {}).get(fault.path[-1])
    if isinstance(schema, Mapping):
        yield schema


def _texts(schemas: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The descriptions, each on one line."""
    for schema in schemas:
        if isinstance(schema.get("description"), str):
            yield " ".join(schema["description"].split())


def _examples(schemas: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """The first example of each that has one which is short enough for a line."""
    for schema in schemas:
        examples = schema.get("examples")
        if isinstance(examples, list) and examples and not isinstance(examples[0], list | Mapping):
            yield examples[0]
