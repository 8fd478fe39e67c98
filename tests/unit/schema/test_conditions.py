"""Conditions: why a keyword is in force, as the test that decided."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import article
from tests.unit.schema.support import DRAFTS, diagnostics, of

TEXT = {"type": "string"}
NEEDS_K = {"required": ["k"]}


def _of(key: str, subschema: Any) -> dict[str, Any]:
    return {"properties": {key: subschema}, "required": [key]}


#: By what decides: the condition, the branch that it leads to, front matter, and the words.
TESTS: dict[str, tuple[Any, str, str, str]] = {
    "a value": (_of("type", {"const": "video"}), "then", "type: video", '"type" is "video"'),
    "another value": (_of("type", {"const": "video"}), "else", "type: book", '"type" is "book"'),
    "no value": (_of("type", {"const": "video"}), "else", "type:", '"type" is empty'),
    "one of several values": (_of("n", {"enum": [1, 2]}), "then", "n: 2", '"n" is 2'),
    "none of several values": (_of("n", {"enum": [1, 2]}), "else", "n: 3", '"n" is 3'),
    "a flag": (_of("draft", {"const": True}), "then", "draft: true", '"draft" is true'),
    "a list as a value": (_of("v", {"const": [1]}), "then", "v: [1]", '"v" is [1]'),
    "not that list": (_of("v", {"const": [1]}), "else", "v: [2]", '"v" is not [1]'),
    "a key": ({"required": ["series"]}, "then", "series: {a: 1}", '"series" is present'),
    "a missing key": ({"required": ["series"]}, "else", "part: 1", '"series" is missing'),
    "a missing key, whose value would count": (
        {"properties": {"type": {"const": "video"}}},
        "then",
        "part: 1",
        '"type" is missing',
    ),
    "two keys": (
        {"required": ["a", "b"]},
        "then",
        "a: {}\nb: 1",
        '"a" is present and "b" is present',
    ),
    "a value, and a key that is not there to be tested": (
        {"properties": {"a": {"const": 1}, "b": {"const": 1}}},
        "then",
        "a: 1",
        '"a" is 1',
    ),
    "a wrong value, not a missing key": (
        {"required": ["b", "a"], "properties": {"a": {"const": 1}}},
        "else",
        "a: 2",
        '"a" is 2',
    ),
    "of many missing keys, the first": (
        {"required": ["a", "b", "c", "d"]},
        "else",
        "x: 1",
        '"a" is missing',
    ),
    "more than three": (
        {"required": ["a", "b", "c", "d", "e"]},
        "then",
        "a: 1\nb: 1\nc: 1\nd: 1\ne: 1",
        '"a" is present, "b" is present, "c" is present and 2 more',
    ),
    "a type": (_of("a", {"type": "object"}), "then", "a: {}", '"a" is a mapping'),
    "another type": (_of("a", {"type": "object"}), "else", "a: x", '"a" is not a mapping'),
    "a value, which also has a type": (
        _of("a", {"type": "string", "const": "x"}),
        "then",
        "a: x",
        '"a" is "x"',
    ),
    "a least number": (_of("n", {"minimum": 4}), "then", "n: 5", '"n" is at least 4'),
    "too small a number": (_of("n", {"minimum": 4}), "else", "n: 3", '"n" is 3, not at least 4'),
    "too small a number, and none of several values": (
        _of("n", {"anyOf": [{"const": 1}, {"minimum": 4}]}),
        "else",
        "n: 3",
        '"n" is 3, not at least 4',
    ),
    "a flag by its type": (_of("v", {"type": "boolean"}), "then", "v: false", '"v" is false'),
    "a refused key": (
        {"propertyNames": {"pattern": "^a"}},
        "else",
        "bc: 1",
        '"bc" is present',
    ),
    "a multiple": (_of("n", {"multipleOf": 5}), "then", "n: 10", '"n" is a multiple of 5'),
    "no number, to which a limit says nothing": (
        _of("n", {"minimum": 4}),
        "then",
        "n: x",
        '"n" is present',
    ),
    "a pattern": (_of("id", {"pattern": "^B"}), "then", "id: B1", '"id" matches the pattern `^B`'),
    "no match": (
        _of("id", {"pattern": "^B"}),
        "else",
        "id: C1",
        '"id" does not match the pattern `^B`',
    ),
    "a format": (
        _of("d", {"format": "date"}),
        "then",
        "d: 2023-05-04",
        '"d" is a date such as 2023-05-04',
    ),
    "another format": (
        _of("d", {"format": "date"}),
        "else",
        "d: soon",
        '"d" is not a date such as 2023-05-04',
    ),
    "a least size": (_of("t", {"minLength": 2}), "then", "t: abc", '"t" has at least 2 characters'),
    "too small a size": (
        _of("t", {"minLength": 2}),
        "else",
        "t: a",
        '"t" has fewer than 2 characters',
    ),
    "a greatest size": (_of("t", {"maxItems": 1}), "then", "t: [1]", '"t" has at most 1 item'),
    "too great a size": (
        _of("t", {"maxItems": 1}),
        "else",
        "t: [1, 2]",
        '"t" has more than 1 item',
    ),
    "the size of it all": (
        {"minProperties": 99},
        "else",
        "v: 1",
        "the front matter has fewer than 99 keys",
    ),
    "an item": (
        _of("products", {"contains": {"const": "gateway"}}),
        "then",
        "products: [router, gateway]",
        '"products" holds "gateway"',
    ),
    "an item by a pattern": (
        _of("products", {"contains": {"pattern": "^gate"}}),
        "then",
        "products: [gateway]",
        '"products" holds "gateway"',
    ),
    "no such item": (
        _of("products", {"contains": {"const": "gateway"}}),
        "else",
        "products: [router]",
        '"products" holds no item that is "gateway"',
    ),
    "a key of an item": (
        _of("products", {"contains": _of("name", {"const": "gateway"})}),
        "then",
        "products: [{name: router}, {name: gateway}]",
        '"name" in item 2 of "products" is "gateway"',
    ),
    "an item that is a list": (
        _of("v", {"contains": {"uniqueItems": True}}),
        "then",
        "v: [[1]]",
        '"v" holds an item that matches `contains` in the schema',
    ),
    "no list, to which contains says nothing": (
        _of("v", {"contains": {"const": 1}}),
        "then",
        "v: 1",
        '"v" is present',
    ),
    "an empty list, which may be one": (
        _of("v", {"contains": {"const": 1}, "minContains": 0}),
        "then",
        "v: []",
        '"v" is present',
    ),
    "a value in a mapping": (
        _of("provider", _of("name", {"const": "x"})),
        "then",
        "provider: {name: x}",
        '"name" in "provider" is "x"',
    ),
    "all of several": (
        {"allOf": [_of("a", {"const": 1}), _of("b", {"const": 2})]},
        "then",
        "a: 1\nb: 2",
        '"a" is 1 and "b" is 2',
    ),
    "one of all that fails": (
        {"allOf": [_of("a", {"const": 1}), _of("b", {"const": 2})]},
        "else",
        "a: 1\nb: 3",
        '"b" is 3',
    ),
    "one of several": (
        {"anyOf": [_of("a", {"const": 1}), _of("b", {"const": 2})]},
        "then",
        "a: 3\nb: 2",
        '"b" is 2',
    ),
    "one of several, not the one that holds without its key": (
        {"anyOf": [{"properties": {"a": {"const": 1}}}, _of("b", {"const": 2})]},
        "then",
        "b: 2",
        '"b" is 2',
    ),
    "one of several, which hold only without their keys": (
        {"oneOf": [{"properties": {"a": {"const": 1}}}, _of("b", {"const": 2})]},
        "then",
        "b: 3",
        '"a" is missing',
    ),
    "none of several": (
        {"anyOf": [_of("a", {"const": 1}), {"required": ["b"]}]},
        "else",
        "a: 3",
        '"a" is 3 and "b" is missing',
    ),
    "not a value": (
        {"not": _of("type", {"const": "video"})},
        "then",
        "type: book",
        '"type" is "book"',
    ),
    "not a key": ({"not": {"required": ["a"]}}, "then", "b: 1", '"a" is missing'),
    "a key that should not be": ({"not": {"required": ["a"]}}, "else", "a: 1", '"a" is present'),
    "a key that is false": ({"properties": {"a": False}}, "else", "a: 1", '"a" is present'),
    "an unknown key": ({"additionalProperties": False}, "else", "a: 1", '"a" is present'),
    "nothing at all": (
        {"not": {"anyOf": [{"required": ["a"]}, False]}},
        "then",
        "b: 1",
        '"a" is missing',
    ),
    "what a key depends on": (
        {"dependentRequired": {"a": ["b"]}},
        "else",
        "a: 1",
        '"b" is missing',
    ),
    "by a reference": ({"$ref": "#/$defs/video"}, "then", "type: video", '"type" is "video"'),
    "by a reference, not": ({"$ref": "#/$defs/video"}, "else", "type: book", '"type" is "book"'),
    "another keyword": (
        _of("v", {"uniqueItems": True}),
        "else",
        "v: [1, 1]",
        'item 2 of "v" violates `uniqueItems` in the schema',
    ),
}


@pytest.mark.parametrize(
    ("condition", "branch", "front_matter", "because"), TESTS.values(), ids=TESTS
)
def test_the_cause_is(condition: Any, branch: str, front_matter: str, because: str) -> None:
    schema = {"if": condition, branch: NEEDS_K}
    definitions = {"video": _of("type", {"const": "video"})}
    text = article(front_matter + "\n")
    [diagnostic] = diagnostics(text, {**schema, "$defs": definitions})
    assert (diagnostic.message, diagnostic.help) == (
        'missing required key "k"',
        ("write `k: ...`", f"required because {because}"),
    )


NESTED: dict[str, tuple[Any, str, str]] = {
    "the innermost of two": (
        {
            "if": {"required": ["a"]},
            "then": {"if": {"required": ["b"]}, "then": NEEDS_K},
        },
        "a: 1\nb: 1\n",
        'required because "b" is present',
    ),
    "the outer one, where the inner one tells nothing": (
        {"if": {"required": ["a"]}, "then": {"if": True, "then": NEEDS_K}},
        "a: 1\n",
        'required because "a" is present',
    ),
    "an alternative in force": (
        {
            "if": {"required": ["a"]},
            "then": {"anyOf": [{"properties": {"a": TEXT}}, {"required": ["b", "c"]}]},
        },
        "a: 1\n",
        'required because "a" is present',
    ),
    "a key": (
        {"dependentSchemas": {"a": NEEDS_K}},
        "a: 1\n",
        'required because "a" is present',
    ),
    "a key, in older drafts": (
        {"$schema": DRAFTS["7"], "dependencies": {"a": {"minProperties": 3}}},
        "a: 1\n",
        'required because "a" is present',
    ),
    "a reference beside which all is void": (
        {
            "$schema": DRAFTS["7"],
            "if": {"$ref": "#/definitions/a", "required": ["b"]},
            "then": NEEDS_K,
            "definitions": {"a": {"required": ["a"]}},
        },
        "a: 1\n",
        'required because "a" is present',
    ),
    "in an item": (
        {
            "properties": {
                "v": {
                    "items": {"if": _of("type", {"const": "video"}), "then": {"minProperties": 2}}
                }
            }
        },
        "v: [{type: video}]\n",
        'required because "type" is "video"',
    ),
    "the value itself": (
        {"properties": {"n": {"if": {"type": "integer"}, "then": {"minimum": 5}}}},
        "n: 3\n",
        "required because its value is a whole number",
    ),
    "what is not allowed together": (
        {"if": {"required": ["a"]}, "then": {"not": {"required": ["b", "c"]}}},
        "a: 1\nb: 1\nc: 1\n",
        'not allowed because "a" is present',
    ),
    "an unknown key": (
        {
            "if": {"required": ["a"]},
            "then": {"properties": {"a": {}}, "additionalProperties": False},
        },
        "a: 1\nbc: 1\n",
        'not allowed because "a" is present',
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "because"), NESTED.values(), ids=NESTED)
def test_a_condition_is_mentioned(schema: Any, front_matter: str, because: str) -> None:
    [diagnostic] = diagnostics(article(front_matter), schema)
    assert because in diagnostic.help


UNTOLD: dict[str, Any] = {
    "that is never met": False,
    "of which several alternatives hold": {"oneOf": [True, True]},
    "of false within": {"allOf": [False]},
    "of a reference relative to another document": {"$ref": "https://example.com/other"},
}


@pytest.mark.parametrize("condition", UNTOLD.values(), ids=UNTOLD)
def test_a_condition_is_not_mentioned(condition: Any) -> None:
    other = {
        "$id": "https://example.com/other",
        "not": {"$ref": "#/$defs/v"},
        "$defs": {"v": {"required": ["v"]}},
    }
    schema = {"if": condition, "else": NEEDS_K, "$defs": {"other": other}}
    [diagnostic] = diagnostics(article("v: 1\n"), schema)
    assert (diagnostic.message, diagnostic.help) == (
        'missing required key "k"',
        ("write `k: ...`",),
    )


@pytest.mark.parametrize("condition", [{"minProperties": 1}, {"type": "object"}])
def test_nor_is_one_that_holds_for_all_front_matter(condition: Any) -> None:
    [diagnostic] = diagnostics(article("v: 1\n"), {"if": condition, "then": NEEDS_K})
    assert diagnostic.help == ("write `k: ...`",)


@pytest.mark.parametrize(
    ("schema", "because"),
    [
        (
            {"if": {"minProperties": 2}, "then": NEEDS_K},
            "required because the front matter has at least 2 keys",
        ),
        (
            {"properties": {"v": {"if": {"minProperties": 1}, "then": NEEDS_K}}},
            'required because "v" has at least 1 key',
        ),
    ],
)
def test_one_that_need_not_hold_is(schema: Any, because: str) -> None:
    [diagnostic] = diagnostics(article("v: {a: 1}\nw: 1\n"), schema)
    assert diagnostic.help == ("write `k: ...`", because)


VIDEO = {"if": _of("type", {"const": "video"})}
FORBIDDEN: dict[str, tuple[Any, str, list[str]]] = {
    "false": (
        {**VIDEO, "then": {"properties": {"pages": False}}},
        "type: video\npages: 1\n",
        ['3:1-3:6 schema/false /pages: "pages" is not allowed here because "type" is "video"'],
    ),
    "false otherwise": (
        {**VIDEO, "else": {"properties": {"length": False}}},
        "type: book\nlength: 1\n",
        ['3:1-3:7 schema/false /length: "length" is not allowed here because "type" is "book"'],
    ),
    "not anything": (
        {**VIDEO, "then": {"properties": {"pages": {"not": {}, "title": "No"}}}},
        "type: video\npages: 1\n",
        ['3:1-3:6 schema/not /pages: "pages" is not allowed here because "type" is "video"'],
    ),
    "not anything, whatever else is wrong with it": (
        {**VIDEO, "then": {"properties": {"pages": {"not": True, "type": "string"}}}},
        "type: video\npages: 1\n",
        ['3:1-3:6 schema/not /pages: "pages" is not allowed here because "type" is "video"'],
    ),
    "not with the key": (
        {**VIDEO, "then": {"not": {"required": ["pages"], "description": "No"}}},
        "type: video\npages: 1\n",
        ['3:1-3:6 schema/not /pages: "pages" is not allowed here because "type" is "video"'],
    ),
    "beside another key": (
        {"dependentSchemas": {"isbn": {"properties": {"length": False}}}},
        "isbn: 1\nlength: 1\n",
        ['3:1-3:7 schema/false /length: "length" is not allowed here because "isbn" is present'],
    ),
    "all other keys": (
        {
            **VIDEO,
            "then": {"properties": {"type": {}, "length": {}}, "additionalProperties": False},
            "else": {"properties": {"pages": {}}},
        },
        "type: video\npages: 1\npagse: 1\n",
        [
            (
                '3:1-3:6 schema/additionalProperties /pages: "pages" is not allowed here because '
                '"type" is "video"'
            ),
            '4:1-4:6 schema/additionalProperties /pagse: unknown key "pagse"',
        ],
    ),
    "without a condition": (
        {"properties": {"pages": {"not": {}}}},
        "pages: 1\n",
        ['2:1-2:6 schema/not /pages: "pages" is not allowed here'],
    ),
    "all of it": (
        {**VIDEO, "then": False},
        "type: video\n",
        ['1:1-1:4 schema/false: the front matter is not allowed here because "type" is "video"'],
    ),
    "a value": (
        {"properties": {"type": {"if": {"const": "video"}, "then": False}}},
        "type: video\n",
        ['2:1-2:5 schema/false /type: "type" is not allowed here because its value is "video"'],
    ),
    "what a value is otherwise": (
        {"properties": {"n": {"if": {"minimum": 3}, "else": False}}},
        "n: 1\n",
        ['2:4-2:5 schema/minimum /n: "n" should be at least 3, not 1'],
    ),
    "what it is otherwise, by not": (
        {"properties": {"n": {"if": {"enum": ["news"]}, "else": {"not": {}}}}},
        "n: newz\n",
        ['2:4-2:8 schema/enum /n: "n" should be "news", not "newz": did you mean "news"?'],
    ),
    "what is missing otherwise": (
        {"if": {"required": ["a"]}, "else": False},
        "b: 1\n",
        ['1:1-1:4 schema/required /a: missing required key "a"'],
    ),
    "a key of another kind, which is allowed": (
        {**VIDEO, "then": {"properties": {"pages": False}}},
        "type: book\npages: 1\n",
        [],
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "expected"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_is_not_allowed(schema: Any, front_matter: str, expected: list[str]) -> None:
    assert of(front_matter, schema) == expected


IF_VIDEO = {"if": {"properties": {"type": {"const": "video"}}}, "then": NEEDS_K}
MISSING_TYPE = '1:1-1:4 schema/required /type: missing required key "type"'
MISSING_K = '1:1-1:4 schema/required /k: missing required key "k"'
#: What is told where a condition came out as it did without a key that it is about.
UNDECIDED: dict[str, tuple[Any, str, list[str]]] = {
    "a key that is required": ({**IF_VIDEO, "required": ["type"]}, "a: 1\n", [MISSING_TYPE]),
    "a key that is optional": (IF_VIDEO, "a: 1\n", [MISSING_K]),
    "a key that is there": ({**IF_VIDEO, "required": ["type"]}, "type: video\n", [MISSING_K]),
    "a key that is required, otherwise": (
        {**VIDEO, "else": NEEDS_K, "required": ["type"]},
        "a: 1\n",
        [MISSING_TYPE],
    ),
    "a key that is misspelt": (
        {
            **IF_VIDEO,
            "required": ["type"],
            "propertyNames": {"enum": ["type", "k"]},
        },
        "tpye: book\n",
        [
            (
                '2:1-2:5 schema/propertyNames /tpye: the key "tpye" should be "type" or "k", '
                'not "tpye": did you mean "type", which is missing?'
            )
        ],
    ),
    "an outer condition": (
        {
            "if": {"properties": {"type": {"const": "video"}}},
            "then": {"if": {"required": ["a"]}, "then": NEEDS_K},
            "required": ["type"],
        },
        "a: 1\n",
        [MISSING_TYPE],
    ),
    "a key in a mapping": (
        {"properties": {"v": {**IF_VIDEO, "required": ["type"]}}},
        "v: {a: 1}\n",
        ['2:1-2:2 schema/required /v/type: missing required key "type" in "v"'],
    ),
    "a key of the same name elsewhere": (
        {"properties": {"v": IF_VIDEO}, "required": ["type"]},
        "v: {a: 1}\n",
        [MISSING_TYPE, '2:1-2:2 schema/required /v/k: missing required key "k" in "v"'],
    ),
    "one of two keys that are needed": (
        {
            "if": {"required": ["a"]},
            "else": NEEDS_K,
            "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
        },
        "c: 1\n",
        ['1:1-1:4 schema/anyOf: missing required key "a" or "b"', MISSING_K],
    ),
}


#: Schemas of which no fault would be told if none were that depends on a missing key.
CIRCULAR: dict[str, tuple[Any, list[str]]] = {
    "a key that decides itself": (
        {"if": {"required": ["k"]}, "then": False, "else": NEEDS_K},
        [MISSING_K],
    ),
    "two keys that decide each other": (
        {
            "allOf": [
                {"if": {"required": ["type"]}, "else": NEEDS_K},
                {"if": {"required": ["k"]}, "else": {"required": ["type"]}},
            ]
        },
        [MISSING_K, MISSING_TYPE],
    ),
}


@pytest.mark.parametrize(("schema", "expected"), CIRCULAR.values(), ids=CIRCULAR)
def test_something_is_told_of_what_is_not_valid(schema: Any, expected: list[str]) -> None:
    assert of("a: 1\n", schema) == expected


@pytest.mark.parametrize(("schema", "front_matter", "expected"), UNDECIDED.values(), ids=UNDECIDED)
def test_only_the_missing_key_is_told(schema: Any, front_matter: str, expected: list[str]) -> None:
    assert of(front_matter, schema) == expected
