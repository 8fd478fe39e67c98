"""Cases of the keywords that apply or combine subschemas."""

from __future__ import annotations

from tests.unit.schema.keywords.case import TEXT, Case

CASES = [
    Case(
        "4..",
        "allOf",
        {"allOf": [{"required": ["a"]}, {"required": ["b"]}]},
        "v: {a: 1, b: 1}",
        "v: {c: 1}",
        {
            "2:1-2:2 schema/required /v/a": '"v" lacks "a"',
            "2:1-2:2 schema/required /v/b": '"v" lacks "b"',
        },
    ),
    Case(
        "4..",
        "anyOf",
        {"anyOf": [{"type": "string", "minLength": 2}, {"type": "integer"}]},
        "v: 1",
        "v: a",
        {
            "2:4-2:5 schema/anyOf /v": (
                '"v" has none of the forms it may have: "v" should have at least 2 characters, and '
                "has 1"
            ),
        },
    ),
    Case(
        "4..",
        "anyOf",
        {"anyOf": [{"required": ["a"]}, {"required": ["b", "c"]}]},
        "v: {a: 1}",
        "v: {d: 1}",
        {"2:1-2:2 schema/anyOf /v": '"v" lacks "a" or "b" and "c"'},
    ),
    Case(
        "4..",
        "oneOf",
        {"oneOf": [TEXT, {"minimum": 3}]},
        "v: 3",
        "v: 1",
        {
            "2:4-2:5 schema/oneOf /v": (
                '"v" has none of the forms it may have: "v" should be text, not 1, which is a '
                "whole number"
            ),
        },
    ),
    Case(
        "4..",
        "oneOf",
        {"oneOf": [{"type": "integer"}, {"minimum": 3}]},
        "v: 1",
        "v: 3",
        {
            "2:4-2:5 schema/oneOf /v": (
                '"v" fits more than one of the forms of which it may have only one'
            ),
        },
    ),
    Case(
        "4..",
        "not",
        {"not": TEXT},
        "v: 1",
        "v: a",
        {"2:4-2:5 schema/not /v": '"v" has a form that is not allowed here: "a"'},
    ),
    Case(
        "7..",
        "if",
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}},
        "v: {a: 1, b: 1}",
        "v: {a: 1}",
        {"2:1-2:2 schema/required /v/b": '"v" lacks "b"'},
    ),
    Case(
        "7..",
        "if",
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}},
        "v: {c: 1}",
        "v: {b: 1}",
        {"2:1-2:2 schema/required /v/c": '"v" lacks "c"'},
    ),
    Case(
        "4..",
        "$ref",
        {"$ref": "#/definitions/text"},
        "v: a",
        "v: 1",
        {"2:4-2:5 schema/type /v": '"v" should be text, not 1, which is a whole number'},
    ),
    Case(
        "2019-09",
        "$recursiveRef",
        {"type": "array", "items": {"$recursiveRef": "#"}},
        "v: [{v: []}]",
        "v: [{v: 1}]",
        {"2:9-2:10 schema/type /v/0/v": '"v" should be a list, not 1, which is a whole number'},
    ),
    Case(
        "2020-12",
        "$dynamicRef",
        {"$dynamicRef": "#text"},
        "v: a",
        "v: 1",
        {"2:4-2:5 schema/type /v": '"v" should be text, not 1, which is a whole number'},
    ),
    Case(
        "6..",
        "false",
        False,
        "w: 1",
        "v: {a: 1}",
        {"2:1-2:2 schema/false /v": '"v" is not allowed here'},
    ),
]
