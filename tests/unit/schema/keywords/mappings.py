"""Cases of the keywords that look at a mapping."""

from __future__ import annotations

from tests.unit.schema.keywords.case import TEXT, Case

CASES = [
    Case(
        "4..",
        "maxProperties",
        {"maxProperties": 1},
        "v: {a: 1}",
        "v: {a: 1, b: 2}",
        {"2:1-2:2 schema/maxProperties /v": '"v" allows at most 1 key, has 2'},
    ),
    Case(
        "4..",
        "minProperties",
        {"minProperties": 2},
        "v: {a: 1, b: 2}",
        "v: {a: 1}",
        {"2:1-2:2 schema/minProperties /v": '"v" needs at least 2 keys, has 1'},
    ),
    Case(
        "4..",
        "required",
        {"required": ["a", "b"]},
        "v: {a: , b: null}",
        "v: {c: 1}",
        {
            "2:1-2:2 schema/required /v/a": 'missing required key "a" in "v"',
            "2:1-2:2 schema/required /v/b": 'missing required key "b" in "v"',
        },
    ),
    Case(
        "4..",
        "properties",
        {"properties": {"a": TEXT}},
        "v: {a: x, b: 2}",
        "v: {a: 1, b: 2}",
        {"2:8-2:9 schema/type /v/a": '"a" should be text, not the whole number 1: quote it'},
    ),
    Case(
        "6..",
        "properties",
        {"properties": {"a": False}},
        "v: {b: 2}",
        "v: {a: 1, b: 2}",
        {"2:5-2:6 schema/false /v/a": '"a" is not allowed here'},
    ),
    Case(
        "4..",
        "patternProperties",
        {"patternProperties": {"^x-": TEXT}},
        "v: {x-a: '1', a: 1}",
        "v: {x-a: 1, a: 1}",
        {"2:10-2:11 schema/type /v/x-a": '"x-a" should be text, not the whole number 1: quote it'},
    ),
    Case(
        "6..",
        "patternProperties",
        {"patternProperties": {"^x-": False}},
        "v: {ax-: 1}",
        "v: {x-a: 1, ax-: 1}",
        {"2:5-2:8 schema/false /v/x-a": '"x-a" is not allowed here'},
    ),
    Case(
        "4..",
        "additionalProperties",
        {
            "properties": {"title": {}},
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        },
        "v: {title: 1, x-a: 1}",
        "v: {titel: 1, x-a: 1, other: 2}",
        {
            "2:5-2:10 schema/additionalProperties /v/titel": (
                'unknown key "titel": did you mean "title"?'
            ),
            "2:23-2:28 schema/additionalProperties /v/other": 'unknown key "other"',
        },
    ),
    Case(
        "4..",
        "additionalProperties",
        {"additionalProperties": False},
        "v: {}",
        "v: {a: 1, b: 1}",
        {
            "2:5-2:6 schema/additionalProperties /v/a": 'unknown key "a"',
            "2:11-2:12 schema/additionalProperties /v/b": 'unknown key "b"',
        },
    ),
    Case(
        "4..",
        "additionalProperties",
        {"properties": {"a": {}}, "additionalProperties": TEXT},
        "v: {a: 1, b: '1'}",
        "v: {a: 1, b: 1}",
        {"2:14-2:15 schema/type /v/b": '"b" should be text, not the whole number 1: quote it'},
    ),
    Case(
        "6..",
        "propertyNames",
        {"propertyNames": {"pattern": "^[a-z]+$"}},
        "v: {ab: 1}",
        "v: {a1: 1, b: 2, c3: 3}",
        {
            "2:5-2:7 schema/propertyNames /v/a1": (
                'the key "a1" does not match the pattern `^[a-z]+$`: "a1"'
            ),
            "2:18-2:20 schema/propertyNames /v/c3": (
                'the key "c3" does not match the pattern `^[a-z]+$`: "c3"'
            ),
        },
    ),
    Case(
        "6..",
        "propertyNames",
        {"propertyNames": {"enum": ["title", "date"]}},
        "v: {title: 1}",
        "v: {titel: 1}",
        {
            "2:5-2:10 schema/propertyNames /v/titel": (
                'the key "titel" should be "title" or "date", not "titel": did you mean "title"?'
            ),
        },
    ),
    Case(
        "6..",
        "propertyNames",
        {"propertyNames": False},
        "v: {}",
        "v: {a: 1, b: 2}",
        {
            "2:5-2:6 schema/propertyNames /v/a": '"a" is not allowed as a key',
            "2:11-2:12 schema/propertyNames /v/b": '"b" is not allowed as a key',
        },
    ),
    Case(
        "6..",
        "propertyNames",
        {"propertyNames": {"anyOf": [{"const": "a"}, {"const": "b"}]}},
        "v: {a: 1, b: 2}",
        "v: {a: 1, c: 2}",
        {"2:11-2:12 schema/propertyNames /v/c": '"c" is not allowed as a key'},
    ),
    Case(
        "2019-09..",
        "unevaluatedProperties",
        {"allOf": [{"properties": {"title": {}}}], "unevaluatedProperties": False},
        "v: {title: 1}",
        "v: {title: 1, titel: 2, other: 3}",
        {
            "2:15-2:20 schema/unevaluatedProperties /v/titel": 'unknown key "titel"',
            "2:25-2:30 schema/unevaluatedProperties /v/other": 'unknown key "other"',
        },
    ),
    Case(
        "2019-09..",
        "unevaluatedProperties",
        {"properties": {"a": {}}, "unevaluatedProperties": TEXT},
        "v: {a: 1, b: x}",
        "v: {a: 1, b: 2}",
        {
            "2:11-2:12 schema/unevaluatedProperties /v/b": (
                'unknown key "b": its value does not match what the schema allows for other keys'
            ),
        },
    ),
    Case(
        "4..7",
        "dependencies",
        {"dependencies": {"a": ["b", "c"]}},
        "v: {b: 1}",
        "v: {a: 1}",
        {
            "2:1-2:2 schema/dependencies /v/b": '"b" is required in "v" when "a" is present',
            "2:1-2:2 schema/dependencies /v/c": '"c" is required in "v" when "a" is present',
        },
    ),
    Case(
        "4..7",
        "dependencies",
        {"dependencies": {"a": {"required": ["b"]}}},
        "v: {a: 1, b: 1}",
        "v: {a: 1}",
        {"2:1-2:2 schema/required /v/b": 'missing required key "b" in "v"'},
    ),
    Case(
        "2019-09..",
        "dependentRequired",
        {"dependentRequired": {"z": ["b"], "a": ["b"]}},
        "v: {b: 1}",
        "v: {a: 1}",
        {"2:1-2:2 schema/dependentRequired /v/b": '"b" is required in "v" when "a" is present'},
    ),
    Case(
        "2019-09..",
        "dependentSchemas",
        {"dependentSchemas": {"a": {"properties": {"b": TEXT}}}},
        "v: {b: 1}",
        "v: {a: 1, b: 1}",
        {"2:14-2:15 schema/type /v/b": '"b" should be text, not the whole number 1: quote it'},
    ),
]
