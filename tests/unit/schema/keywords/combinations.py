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
            "2:1-2:2 schema/required /v/a": 'missing required key "a" in "v"',
            "2:1-2:2 schema/required /v/b": 'missing required key "b" in "v"',
        },
    ),
    Case(
        "4..",
        "anyOf",
        {"anyOf": [{"type": "string", "minLength": 2}, {"type": "integer"}]},
        "v: 1",
        "v: a",
        {
            "2:4-2:5 schema/minLength /v": '"v" needs at least 2 characters, has 1',
        },
    ),
    Case(
        "4..",
        "anyOf",
        {"anyOf": [{"required": ["a"]}, {"required": ["b", "c"]}]},
        "v: {a: 1}",
        "v: {d: 1}",
        {"2:1-2:2 schema/anyOf /v": 'missing required key "a" or "b" and "c" in "v"'},
    ),
    Case(
        "4..",
        "oneOf",
        {"oneOf": [TEXT, {"minimum": 3}]},
        "v: 3",
        "v: 1",
        {
            "2:4-2:5 schema/minimum /v": '"v" should be at least 3, not 1',
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
                '"v" matches more than one alternative (a whole number and the 2nd); only one is '
                "allowed"
            ),
        },
    ),
    Case(
        "4..",
        "not",
        {"not": TEXT},
        "v: 1",
        "v: a",
        {"2:4-2:5 schema/not /v": '"v" must not be text, is "a"'},
    ),
    Case(
        "4..",
        "not",
        {"not": {"required": ["a"]}},
        "v: {b: 1}",
        "v: {b: 1, a: 1}",
        {"2:11-2:12 schema/not /v/a": '"a" is not allowed here'},
    ),
    Case(
        "4..",
        "not",
        {"not": {"required": ["a", "b", "c"]}},
        "v: {a: 1, b: 1}",
        "v: {a: 1, b: 1, c: 1}",
        {"2:4-2:22 schema/not /v": '"v" must not have "a", "b" and "c" together'},
    ),
    Case(
        "4..",
        "not",
        {"not": {"enum": ["a", "b"], "title": "Old names"}},
        "v: c",
        "v: b",
        {"2:4-2:5 schema/not /v": '"v" must not be "a" or "b", is "b"'},
    ),
    Case(
        "6..",
        "not",
        {"not": {"const": "a"}},
        "v: A",
        "v: a",
        {"2:4-2:5 schema/not /v": '"v" must not be "a"'},
    ),
    Case(
        "4..",
        "not",
        {"not": {"type": "string", "maxLength": 2}},
        "v: abc",
        "v: a",
        {"2:4-2:5 schema/not /v": '"v" has a value that `not` in the schema forbids: "a"'},
    ),
    Case(
        "7..",
        "if",
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}},
        "v: {a: 1, b: 1}",
        "v: {a: 1}",
        {"2:1-2:2 schema/required /v/b": 'missing required key "b" in "v"'},
    ),
    Case(
        "7..",
        "if",
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}},
        "v: {c: 1}",
        "v: {b: 1}",
        {"2:1-2:2 schema/required /v/c": 'missing required key "c" in "v"'},
    ),
    Case(
        "4..",
        "$ref",
        {"$ref": "#/definitions/text"},
        "v: a",
        "v: 1",
        {"2:4-2:5 schema/type /v": '"v" should be text, not the whole number 1: quote it'},
    ),
    Case(
        "2019-09",
        "$recursiveRef",
        {"type": "array", "items": {"$recursiveRef": "#"}},
        "v: [{v: []}]",
        "v: [{v: 1}]",
        {
            "2:9-2:10 schema/type /v/0/v": (
                '"v" should be a list, not the whole number 1: write one item on each line'
            )
        },
    ),
    Case(
        "2020-12",
        "$dynamicRef",
        {"$dynamicRef": "#text"},
        "v: a",
        "v: 1",
        {"2:4-2:5 schema/type /v": '"v" should be text, not the whole number 1: quote it'},
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
