"""Keywords ask nothing of a value that is not of their type, also where something else is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.schema.support import DRAFTS, of

OF_OTHER_TYPES: dict[str, Any] = {
    "required": ["k"],
    "dependentRequired": {"k": ["l"]},
    "dependencies": {"k": ["l"]},
    "additionalProperties": False,
    "patternProperties": {"^k": False},
    "propertyNames": {"maxLength": 1},
    "minProperties": 2,
    "uniqueItems": True,
    "minItems": 2,
    "contains": {"const": 1},
    "items": False,
    "unevaluatedProperties": False,
    "unevaluatedItems": False,
    "minimum": 2,
    "multipleOf": 2,
    "minLength": 9,
    "pattern": "^x",
    "format": "uri",
    "contentEncoding": "base64",
    "contentMediaType": "application/json",
}
#: Those that do ask something of a value.
ASKING = {
    "text": {"minLength", "pattern", "format", "contentEncoding", "contentMediaType"},
    "1": {"minimum", "multipleOf"},
    "true": set[str](),
    "~": set[str](),
    "[]": {"minItems", "contains"},
    "{}": {"required", "minProperties"},
}


@pytest.mark.parametrize("draft", ["7", "4", "2020-12"])
@pytest.mark.parametrize("value", ASKING)
def test_a_keyword_asks_nothing_of_other_types(draft: str, value: str) -> None:
    asking_nothing = {
        keyword: expected
        for keyword, expected in OF_OTHER_TYPES.items()
        if keyword not in ASKING[value]
    }
    if draft == "4":
        for later in ("contains", "propertyNames", "items"):
            asking_nothing.pop(later, None)
        asking_nothing["patternProperties"] = {"^k": {"not": {}}}
    properties = {"a": asking_nothing, "b": {"type": "string"}}
    assert of(f"a: {value}\nb: 1\n", {"$schema": DRAFTS[draft], "properties": properties}) == [
        '3:4-3:5 schema/type /b: "b" should be text, not the whole number 1: quote it'
    ]


WRONG_B = ['3:4-3:5 schema/type /b: "b" should be text, not the whole number 1: quote it']
MET = {
    "contentMediaType": (
        '"{}"',
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "properties": {"a": {"contentMediaType": "application/json"}},
        },
    ),
    "dependentRequired": ("1", {"dependentRequired": {"a": ["b"]}}),
    "items": ("[1]", {"properties": {"a": {"prefixItems": [True], "items": False}}}),
    "additionalItems": (
        "[1]",
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "properties": {"a": {"items": [True], "additionalItems": False}},
        },
    ),
    "a schema with a URI of its own": (
        "1",
        {"$id": "https://example.org/s.json", "required": ["a"]},
    ),
}


@pytest.mark.parametrize(("value", "schema"), MET.values(), ids=MET)
def test_what_is_met_is_not_reported_beside_a_fault(value: str, schema: dict[str, Any]) -> None:
    properties = {**schema.get("properties", {}), "b": {"type": "string"}}
    assert of(f"a: {value}\nb: 1\n", {**schema, "properties": properties}) == WRONG_B


def test_all_of_the_front_matter_may_be_of_the_wrong_type() -> None:
    assert of("a: null\n", {"type": "string"}) == [
        "1:1-1:4 schema/type: the front matter should be text, not a mapping"
    ]
