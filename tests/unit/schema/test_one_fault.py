"""One fault, one diagnostic: the most telling of several objections, and no echo of a fault."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.schema.support import DRAFTS, of

TEXT = {"type": "string"}

ONE_VALUE = {
    "format before pattern and length": (
        {"format": "uri", "pattern": "^https", "minLength": 1},
        "v: ''\n",
        (
            '2:4-2:6 schema/format /v: "v" should be a full URL such as https://example.com/page, '
            'not ""'
        ),
    ),
    "pattern before length": (
        {"pattern": "^https", "minLength": 3},
        "v: ab\n",
        '2:4-2:6 schema/pattern /v: "v" does not match the pattern `^https`: "ab"',
    ),
    "limit before multiple": (
        {"minimum": 10, "multipleOf": 10},
        "v: 3\n",
        '2:4-2:5 schema/minimum /v: "v" should be at least 10, not 3',
    ),
    "the values before their type": (
        {"allOf": [TEXT, {"enum": ["a"]}]},
        "v: 3\n",
        '2:4-2:5 schema/enum /v: "v" should be "a", not 3',
    ),
    "the one value before several": (
        {"allOf": [{"enum": ["a", "b"]}, {"const": "b"}]},
        "v: c\n",
        '2:4-2:5 schema/const /v: "v" should be "b", not "c"',
    ),
    "the type before the alternatives": (
        {"type": "string", "anyOf": [{"minimum": 9}, {"type": "null"}]},
        "v: 3\n",
        '2:4-2:5 schema/type /v: "v" should be text, not the whole number 3: quote it',
    ),
    "the type before the size": (
        {"type": "string", "minItems": 2},
        "v: [2]\n",
        (
            '2:4-2:7 schema/type /v: "v" should be text, but `[2]` is read as a list: '
            "remove the brackets"
        ),
    ),
    "the same by two references": (
        {"allOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/text"}]},
        "v: 3\n",
        '2:4-2:5 schema/type /v: "v" should be text, not the whole number 3: quote it',
    ),
    "two patterns": (
        {"allOf": [{"pattern": "^a"}, {"pattern": "z$"}]},
        "v: b\n",
        '2:4-2:5 schema/pattern /v: "v" does not match the pattern `^a`: "b"',
    ),
    "within an alternative, too": (
        {"anyOf": [{"enum": ["a"], "type": "string", "minLength": 2}, {"type": "null"}]},
        "v: 1\n",
        '2:4-2:5 schema/enum /v: "v" should be "a" or empty, not 1',
    ),
    "a key that should not be there before its value": (
        {"allOf": [False, TEXT]},
        "v: 1\n",
        '2:1-2:2 schema/false /v: "v" is not allowed here',
    ),
}


@pytest.mark.parametrize(
    ("subschema", "front_matter", "expected"), ONE_VALUE.values(), ids=ONE_VALUE
)
def test_of_one_value_the_most_telling_fault_is_reported(
    subschema: Any, front_matter: str, expected: str
) -> None:
    schema = {"properties": {"v": subschema}, "$defs": {"text": TEXT}}
    assert of(front_matter, schema) == [expected]


ONE_KEY = {
    "missing by two subschemas": (
        {"allOf": [{"required": ["k"]}, {"required": ["k"]}]},
        "v: 1\n",
        '1:1-1:4 schema/required /k: missing required key "k"',
    ),
    "missing, and needed by another key": (
        {"required": ["k"], "dependentRequired": {"v": ["k"]}},
        "v: 1\n",
        '1:1-1:4 schema/required /k: missing required key "k"',
    ),
    "unknown to two subschemas": (
        {"allOf": [{"unevaluatedProperties": False}, {"additionalProperties": False}]},
        "v: 1\n",
        '2:1-2:2 schema/additionalProperties /v: unknown key "v"',
    ),
    "unknown, and of the wrong form": (
        {"additionalProperties": False, "propertyNames": {"maxLength": 2}},
        "vvv: 1\n",
        '2:1-2:4 schema/additionalProperties /vvv: unknown key "vvv"',
    ),
    "unknown, with faults below": (
        {
            "allOf": [
                {"additionalProperties": False},
                {"properties": {"v": {"required": ["k"], "properties": {"w": TEXT}}}},
            ]
        },
        "v: {w: 1}\n",
        '2:1-2:2 schema/additionalProperties /v: unknown key "v"',
    ),
    "unknown, with an unknown key below": (
        {
            "allOf": [
                {"additionalProperties": False},
                {"properties": {"v": {"additionalProperties": False}}},
            ]
        },
        "v: {w: 1}\n",
        '2:1-2:2 schema/additionalProperties /v: unknown key "v"',
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "expected"), ONE_KEY.values(), ids=ONE_KEY)
def test_of_one_key_the_most_telling_fault_is_reported(
    schema: Any, front_matter: str, expected: str
) -> None:
    assert of(front_matter, schema) == [expected]


TWO_FAULTS = {
    "two values": (
        {"properties": {"v": TEXT, "w": TEXT}},
        "v: 1\nw: 1\n",
        [
            '2:4-2:5 schema/type /v: "v" should be text, not the whole number 1: quote it',
            '3:4-3:5 schema/type /w: "w" should be text, not the whole number 1: quote it',
        ],
    ),
    "a key and its value": (
        {"propertyNames": {"maxLength": 2}, "additionalProperties": TEXT},
        "vvv: 1\n",
        [
            ('2:1-2:4 schema/propertyNames /vvv: the key "vvv" allows at most 2 characters, has 3'),
            '2:6-2:7 schema/type /vvv: "vvv" should be text, not the whole number 1: quote it',
        ],
    ),
    "what a list lacks, and its size": (
        {"properties": {"v": {"minItems": 2, "contains": {"const": 1}}}},
        "v: [2]\n",
        [
            '2:1-2:2 schema/contains /v: "v" needs at least one item that is 1',
            '2:1-2:2 schema/minItems /v: "v" needs at least 2 items, has 1',
        ],
    ),
    "what a mapping lacks, and its form": (
        {
            "properties": {
                "v": {
                    "not": {"required": ["b"]},
                    "anyOf": [{"required": ["c"]}, {"required": ["d"]}],
                }
            }
        },
        "v: {b: 1}\n",
        [
            '2:1-2:2 schema/anyOf /v: missing required key "c" or "d" in "v"',
            '2:5-2:6 schema/not /v/b: "b" is not allowed here',
        ],
    ),
    "two missing keys, one of them twice": (
        {"allOf": [{"required": ["k"]}, {"required": ["k", "l"]}]},
        "v: 1\n",
        [
            '1:1-1:4 schema/required /k: missing required key "k"',
            '1:1-1:4 schema/required /l: missing required key "l"',
        ],
    ),
    "the front matter as a whole, and a key": (
        {"if": True, "then": False, "required": ["k"]},
        "v: 1\n",
        [
            "1:1-1:4 schema/false: the front matter is not allowed here",
            '1:1-1:4 schema/required /k: missing required key "k"',
        ],
    ),
}


@pytest.mark.parametrize(
    ("schema", "front_matter", "expected"), TWO_FAULTS.values(), ids=TWO_FAULTS
)
def test_two_faults_are_two_diagnostics(
    schema: Any, front_matter: str, expected: list[str]
) -> None:
    assert of(front_matter, schema) == expected


IS_K = {"required": ["k"]}
CLOSED = {"unevaluatedProperties": False}
BASE = {"properties": {"title": TEXT, "date": TEXT}}
TITLE = '2:8-2:9 schema/type /title: "title" should be text, not the whole number 1: quote it'
OTHER = '4:1-4:6 schema/unevaluatedProperties /other: unknown key "other"'
ARTICLE = "title: 1\ndate: x\nother: 1\n"
ECHOES = {
    "allOf": ({"allOf": [BASE]}, ARTICLE, [TITLE, OTHER]),
    "$ref": ({"$ref": "#/$defs/base"}, ARTICLE, [TITLE, OTHER]),
    "$dynamicRef": ({"$dynamicRef": "#base"}, ARTICLE, [TITLE, OTHER]),
    "then": ({"if": {"required": ["title"]}, "then": BASE}, ARTICLE, [TITLE, OTHER]),
    "else": ({"if": {"required": ["k"]}, "else": BASE}, ARTICLE, [TITLE, OTHER]),
    "dependentSchemas": (
        {"dependentSchemas": {"title": BASE, "k": {"properties": {"other": {}}}}},
        ARTICLE,
        [TITLE, OTHER],
    ),
    "$recursiveRef": (
        {
            "$schema": DRAFTS["2019-09"],
            "properties": {"m": {"$recursiveRef": "#", **CLOSED}, "date": TEXT},
        },
        "m: {date: 1, k: 1}\n",
        [
            (
                '2:11-2:12 schema/type /m/date: "date" should be text, '
                "not the whole number 1: quote it"
            ),
            '2:14-2:15 schema/unevaluatedProperties /m/k: unknown key "k"',
        ],
    ),
    "other keys, whatever their value": (
        {"allOf": [{"properties": {"title": TEXT}, "additionalProperties": {"type": "null"}}]},
        "title: 1\ndate: x\n",
        [
            TITLE,
            '3:7-3:8 schema/type /date: "date" should be empty, not the text "x"',
        ],
    ),
    "an alternative that fits, beside a fault": (
        {"allOf": [{"anyOf": [{"required": ["k"]}, BASE], "required": ["k"]}]},
        "title: x\nother: 1\n",
        [
            '1:1-1:4 schema/required /k: missing required key "k"',
            '3:1-3:6 schema/unevaluatedProperties /other: unknown key "other"',
        ],
    ),
    "several alternatives that fit, where one may": (
        {"oneOf": [BASE, {"properties": {"title": {}}}, {"properties": {"other": {}}, **IS_K}]},
        "title: x\nother: 1\n",
        [
            (
                "1:1-1:4 schema/oneOf: the front matter matches more than one alternative (the "
                "1st and the 2nd); only one is allowed"
            ),
            '3:1-3:6 schema/unevaluatedProperties /other: unknown key "other"',
        ],
    ),
    "a missing key": (
        {"allOf": [{**BASE, "required": ["k"]}]},
        "title: x\n",
        ['1:1-1:4 schema/required /k: missing required key "k"'],
    ),
    "a fault deep below": (
        {"allOf": [{"properties": {"m": {"properties": {"n": TEXT}}, "date": TEXT}}]},
        "m: {n: 1}\ndate: x\nother: 1\n",
        ['2:8-2:9 schema/type /m/n: "n" should be text, not the whole number 1: quote it', OTHER],
    ),
    "no alternative that fits": (
        {"anyOf": [BASE, {"required": ["k"]}]},
        ARTICLE,
        [
            (
                '1:1-1:4 schema/anyOf: the front matter matches none of the alternatives: "title" '
                'should be text, not the whole number 1: quote it; or missing required key "k"'
            ),
            OTHER,
        ],
    ),
    "two levels": (
        {"allOf": [{"allOf": [BASE], "unevaluatedProperties": False}]},
        ARTICLE,
        [TITLE, OTHER],
    ),
    "keys named like keywords": (
        {"allOf": [{"properties": {"not": TEXT, "if": {}, "anyOf": {}}}]},
        "not: 1\nif: 1\nanyOf: 1\n",
        ['2:6-2:7 schema/type /not: "not" should be text, not the whole number 1: quote it'],
    ),
    "keys that a pointer escapes": (
        {"allOf": [{"properties": {"a/b": TEXT, "c~d": {}}}]},
        "a/b: 1\nc~d: 1\ne/f: 1\n",
        [
            '2:6-2:7 schema/type /a~1b: "a/b" should be text, not the whole number 1: quote it',
            '4:1-4:4 schema/unevaluatedProperties /e~1f: unknown key "e/f"',
        ],
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "expected"), ECHOES.values(), ids=ECHOES)
def test_what_a_failed_subschema_knows_is_no_unknown_key(
    schema: dict[str, Any], front_matter: str, expected: list[str]
) -> None:
    definitions = {"base": {"$dynamicAnchor": "base", **BASE}}
    whole = {**schema, "unevaluatedProperties": False, "$defs": definitions}
    assert of(front_matter, whole) == expected


NO_ECHOES = {
    "an alternative that does not fit, where another does": (
        {"anyOf": [{**BASE, "required": ["k"]}, {"properties": {"q": TEXT}}]},
        "q: x\ndate: x\n",
        ['3:1-3:5 schema/unevaluatedProperties /date: unknown key "date"'],
    ),
    "a condition that does not hold": (
        {"if": {"properties": {"title": {"const": "y"}}}, "properties": {"q": TEXT}},
        "q: x\ntitle: x\n",
        ['3:1-3:6 schema/unevaluatedProperties /title: unknown key "title"'],
    ),
    "what must not be": (
        {"not": {"properties": {"title": {"const": "y"}}}},
        "title: x\n",
        ['2:1-2:6 schema/unevaluatedProperties /title: unknown key "title"'],
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "expected"), NO_ECHOES.values(), ids=NO_ECHOES)
def test_what_only_a_test_looked_at_is_an_unknown_key(
    schema: dict[str, Any], front_matter: str, expected: list[str]
) -> None:
    assert of(front_matter, {**schema, "unevaluatedProperties": False}) == expected


def test_in_a_mapping_named_like_a_keyword_there_is_no_echo_either() -> None:
    schema = {"properties": {"not": {"allOf": [BASE], "unevaluatedProperties": False}}}
    assert of("not: {title: 1, date: x}\n", schema) == [
        '2:14-2:15 schema/type /not/title: "title" should be text, not the whole number 1: quote it'
    ]


def test_of_unevaluated_items_there_is_no_echo_either() -> None:
    subschema = {"allOf": [{"prefixItems": [TEXT, TEXT]}], "unevaluatedItems": False}
    assert of("v: [1, x, 3]\n", {"properties": {"v": subschema}}) == [
        '2:5-2:6 schema/type /v/0: item 1 of "v" should be text, not the whole number 1: quote it',
        '2:11-2:12 schema/unevaluatedItems /v/2: item 3 of "v" is not allowed here',
    ]


def test_what_a_failed_subschema_says_of_all_items_is_no_unevaluated_item() -> None:
    subschema = {"allOf": [{"items": TEXT}], "unevaluatedItems": False}
    assert of("v: [1, x]\n", {"properties": {"v": subschema}}) == [
        '2:5-2:6 schema/type /v/0: item 1 of "v" should be text, not the whole number 1: quote it'
    ]


def test_an_item_that_contains_does_not_match_is_unevaluated() -> None:
    subschema = {"contains": {"const": 1}, "unevaluatedItems": False}
    assert of("v: [1, x]\n", {"properties": {"v": subschema}}) == [
        '2:8-2:9 schema/unevaluatedItems /v/1: item 2 of "v" is not allowed here'
    ]
