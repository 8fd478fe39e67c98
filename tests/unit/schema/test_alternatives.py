"""Of ``anyOf`` and ``oneOf``, the faults of the alternative that the writer meant."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import article
from tests.unit.schema.support import diagnostics, of

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
VIDEO = {
    "title": "Video",
    "properties": {"type": {"const": "video"}, "seconds": NUMBER, "url": TEXT},
    "required": ["type", "seconds", "url"],
    "additionalProperties": False,
}
ARTICLE = {
    "title": "Article",
    "properties": {"type": {"enum": ["article", "column"]}, "text": TEXT, "url": TEXT},
    "required": ["type", "text", "url"],
    "additionalProperties": False,
}
LINK = {"properties": {"href": TEXT}, "required": ["href"], "additionalProperties": False}

#: By what decides: the subschema of the key ``v``, its value, and what is reported.
MEANT: dict[str, tuple[Any, str, list[str]]] = {
    "the value of a key, whatever else is wrong": (
        {"oneOf": [VIDEO, ARTICLE]},
        "v: {type: video, text: x, url: 1}",
        [
            '2:1-2:2 schema/required /v/seconds: missing required key "seconds" in "v"',
            '2:18-2:22 schema/additionalProperties /v/text: unknown key "text"',
            '2:32-2:33 schema/type /v/url: "url" should be text, not the whole number 1: quote it',
        ],
    ),
    "the value of a key, by way of references": (
        {"anyOf": [{"$ref": "#/$defs/video"}, {"allOf": [{"$ref": "#/$defs/article"}]}]},
        "v: {type: column, seconds: 1, url: x, text: 1}",
        [
            '2:19-2:26 schema/additionalProperties /v/seconds: unknown key "seconds"',
            (
                '2:45-2:46 schema/type /v/text: "text" should be text, not the whole number 1: '
                "quote it"
            ),
        ],
    ),
    "the value of a key that no alternative knows": (
        {"oneOf": [VIDEO, ARTICLE]},
        "v: {type: vidio, text: x}",
        [
            (
                '2:11-2:16 schema/enum /v/type: "type" should be "video", "article" or "column", '
                'not "vidio": did you mean "video"?'
            ),
        ],
    ),
    "a key that all alternatives need": (
        {"oneOf": [VIDEO, ARTICLE]},
        "v: {url: x}",
        ['2:1-2:2 schema/required /v/type: missing required key "type" in "v"'],
    ),
    "not the value of a key about which another alternative says nothing": (
        {"anyOf": [VIDEO, LINK]},
        "v: {type: video, url: x}",
        ['2:1-2:2 schema/required /v/seconds: missing required key "seconds" in "v"'],
    ),
    "nor such a value, where only one alternative looks at it": (
        {"anyOf": [{"properties": {"kind": {"const": 1}}}, {"required": ["a"]}]},
        "v: {kind: 2}",
        [
            (
                '2:4-2:13 schema/anyOf /v: "v" matches none of the alternatives: "kind" should be '
                '1, not 2; or missing required key "a" in "v"'
            ),
        ],
    ),
    "the kind of the value": (
        {"anyOf": [{"type": "string", "minLength": 3}, {"type": "integer", "minimum": 3}]},
        "v: 1",
        ['2:4-2:5 schema/minimum /v: "v" should be at least 3, not 1'],
    ),
    "the kind of the value, despite more faults": (
        {"anyOf": [TEXT, LINK]},
        "v: {a: 1, b: 2}",
        [
            '2:1-2:2 schema/required /v/href: missing required key "href" in "v"',
            '2:5-2:6 schema/additionalProperties /v/a: unknown key "a"',
            '2:11-2:12 schema/additionalProperties /v/b: unknown key "b"',
        ],
    ),
    "the fewest faults": (
        {"anyOf": [{"required": ["a", "b"]}, {"required": ["a", "c"], "minProperties": 2}]},
        "v: {d: 1}",
        [
            '2:1-2:2 schema/required /v/a: missing required key "a" in "v"',
            '2:1-2:2 schema/required /v/b: missing required key "b" in "v"',
        ],
    ),
    "what is wrong deeper down, despite more faults": (
        {
            "anyOf": [
                {"required": ["a"]},
                {"properties": {"m": {"properties": {"x": TEXT, "y": TEXT}}}, "required": ["m"]},
            ]
        },
        "v: {m: {x: 1, y: 2}}",
        [
            '2:12-2:13 schema/type /v/m/x: "x" should be text, not the whole number 1: quote it',
            '2:18-2:19 schema/type /v/m/y: "y" should be text, not the whole number 2: quote it',
        ],
    ),
    "alternatives within an alternative": (
        {"anyOf": [{"type": "array"}, {"oneOf": [VIDEO, ARTICLE]}]},
        "v: {type: article, url: x}",
        ['2:1-2:2 schema/required /v/text: missing required key "text" in "v"'],
    ),
    "in each item for itself": (
        {"items": {"oneOf": [VIDEO, ARTICLE]}},
        "v: [{type: video, url: x}, {type: column, url: x, text: 2}]",
        [
            (
                '2:6-2:10 schema/required /v/0/seconds: missing required key "seconds" in item 1 '
                'of "v"'
            ),
            (
                '2:57-2:58 schema/type /v/1/text: "text" should be text, not the whole number 2: '
                "quote it"
            ),
        ],
    ),
    "nothing: two kinds": (
        {"anyOf": [TEXT, {"type": ["integer", "string"]}, {"type": "null"}]},
        "v: true",
        [
            (
                '2:4-2:8 schema/type /v: "v" should be text, a whole number or empty, '
                "not true: quote it"
            ),
        ],
    ),
    "nothing: several values": (
        {"oneOf": [{"const": "north"}, {"enum": ["south", "north"]}, {"const": 1}]},
        "v: nort",
        [
            (
                '2:4-2:8 schema/enum /v: "v" should be "north", "south" or 1, not "nort": '
                'did you mean "north"?'
            ),
        ],
    ),
    "nothing: a kind and a value": (
        {"anyOf": [NUMBER, {"const": "none"}]},
        "v: nothing",
        ['2:4-2:11 schema/const /v: "v" should be "none" or a whole number, not "nothing"'],
    ),
    "nothing: a kind and several values": (
        {"oneOf": [{"enum": ["none", "all"]}, {"type": ["integer", "array"]}, {"const": "auto"}]},
        "v: noen",
        [
            (
                '2:4-2:8 schema/enum /v: "v" should be "none", "all", "auto", a whole number or a '
                'list, not "noen": did you mean "none"?'
            ),
        ],
    ),
    "nothing: a kind that quotes hide, and a value": (
        {"anyOf": [NUMBER, {"const": "none"}]},
        "v: '7'",
        [
            (
                '2:4-2:7 schema/const /v: "v" should be "none" or a whole number, not "7": '
                "drop the quotes"
            ),
        ],
    ),
    "the kind of the value, where more is asked than a value": (
        {"anyOf": [NUMBER, {"type": "string", "minLength": 9}]},
        "v: nothing",
        ['2:4-2:11 schema/minLength /v: "v" needs at least 9 characters, has 7'],
    ),
    "nothing: a form and a value": (
        {"anyOf": [{"format": "date"}, {"const": "never"}]},
        "v: soon",
        [
            (
                '2:4-2:8 schema/anyOf /v: "v" should be a date such as 2023-05-04 or "never", '
                'not "soon"'
            ),
        ],
    ),
    "nothing: both are named": (
        {
            "oneOf": [
                {"required": ["a"], "maxProperties": 0},
                {"required": ["b"], "minProperties": 2},
            ]
        },
        "v: {c: 1}",
        [
            (
                '2:4-2:10 schema/oneOf /v: "v" matches none of the alternatives: missing required '
                'key "a" in "v" and "v" allows at most 0 keys, has 1; or missing required key "b" '
                'in "v" and "v" needs at least 2 keys, has 1'
            ),
        ],
    ),
    "nothing, but on one fault they agree": (
        {
            "oneOf": [
                {"required": ["a"], "maxProperties": 0},
                {"required": ["b"], "maxProperties": 0},
            ]
        },
        "v: {c: 1}",
        ['2:1-2:2 schema/maxProperties /v: "v" allows at most 0 keys, has 1'],
    ),
    "nothing, but on one key they agree": (
        {"anyOf": [{"required": [key], "not": {"required": ["x"]}} for key in "abcde"]},
        "v: {x: 1}",
        ['2:5-2:6 schema/not /v/x: "x" is not allowed here'],
    ),
    "nothing: all only ask for keys": (
        {
            "anyOf": [
                {"required": ["originalUrl"]},
                {"required": ["webUrl"]},
                {"required": ["a", "b"]},
            ]
        },
        "v: {c: 1}",
        [
            (
                '2:1-2:2 schema/anyOf /v: missing required key "originalUrl", "webUrl" or "a" and '
                '"b" in "v"'
            )
        ],
    ),
    "too many, which only ask for keys": (
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        "v: {a: 1, b: 1}",
        ['2:11-2:12 schema/oneOf /v/b: "v" has both "a" and "b"; only one is allowed'],
    ),
    "too many, in another order than the schema's": (
        {
            "oneOf": [
                {"required": ["a"], "title": "A"},
                {"required": ["b"], "properties": {"b": TEXT}},
                {"required": ["c"], "type": "object"},
            ]
        },
        "v: {c: 1, b: x, a: 1}",
        ['2:17-2:18 schema/oneOf /v/a: "v" has "c", "b" and "a"; only one is allowed'],
    ),
    "too many, of which one asks for two keys": (
        {"oneOf": [{"required": ["a"]}, {"required": ["b", "c"]}]},
        "v: {a: 1, b: 1, c: 1}",
        [
            (
                '2:4-2:22 schema/oneOf /v: "v" matches more than one alternative (with "a" and '
                'with "b" and "c"); only one is allowed'
            ),
        ],
    ),
    "too many, of which one asks for another key's value": (
        {"oneOf": [{"required": ["a"]}, {"required": ["b"], "properties": {"a": NUMBER}}]},
        "v: {a: 1, b: 1}",
        [
            (
                '2:4-2:16 schema/oneOf /v: "v" matches more than one alternative (with "a" and '
                "the 2nd); only one is allowed"
            ),
        ],
    ),
    "too many, although it is not a mapping": (
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        "v: x",
        [
            (
                '2:4-2:5 schema/oneOf /v: "v" matches more than one alternative (with "a" and '
                'with "b"); only one is allowed'
            ),
        ],
    ),
    "too many, which have the same words": (
        {"oneOf": [{"type": "string"}, {"type": ["string"]}, {"title": "Short", "maxLength": 1}]},
        "v: x",
        [
            (
                '2:4-2:5 schema/oneOf /v: "v" matches more than one alternative (the 1st, the 2nd '
                'and "Short"); only one is allowed'
            ),
        ],
    ),
    "too many, of which one is anything": (
        {"oneOf": [True, TEXT]},
        "v: x",
        [
            (
                '2:4-2:5 schema/oneOf /v: "v" matches more than one alternative (the 1st and '
                "text); only one is allowed"
            ),
        ],
    ),
    "nothing: two with the same words": (
        {
            "anyOf": [
                {"required": ["a"], "maxProperties": 0},
                {"required": ["b"], "minProperties": 2},
                {"required": ["b"], "minProperties": 2.0},
            ]
        },
        "v: {c: 1}",
        [
            (
                '2:4-2:10 schema/anyOf /v: "v" matches none of the alternatives: missing required '
                'key "a" in "v" and "v" allows at most 0 keys, has 1; or missing required key "b" '
                'in "v" and "v" needs at least 2 keys, has 1'
            ),
        ],
    ),
    "nothing: all with the same words": (
        {"anyOf": [{"minLength": 2}, {"minLength": 2.0}]},
        "v: x",
        ['2:4-2:5 schema/anyOf /v: "v" needs at least 2 characters, has 1'],
    ),
    "nothing: the same keys twice": (
        {"anyOf": [{"required": ["a"]}, {"dependentRequired": {"c": ["a"]}}, {"required": ["b"]}]},
        "v: {c: 1}",
        ['2:1-2:2 schema/anyOf /v: missing required key "a" or "b" in "v"'],
    ),
    "nothing: the same form twice": (
        {"anyOf": [{"format": "uri"}, {"format": "iri"}, {"const": "none"}]},
        "v: x",
        [
            (
                '2:4-2:5 schema/anyOf /v: "v" should be a full URL such as '
                'https://example.com/page or "none", not "x"'
            ),
        ],
    ),
    "nothing: the same type, written otherwise": (
        {"anyOf": [{"type": "string"}, {"type": ["string"]}]},
        "v: 1",
        ['2:4-2:5 schema/type /v: "v" should be text, not the whole number 1: quote it'],
    ),
    "too many, which have titles": (
        {"oneOf": [{"title": "Short", "maxLength": 9}, {"title": "Odd", "pattern": "x"}, NUMBER]},
        "v: x",
        [
            (
                '2:4-2:5 schema/oneOf /v: "v" matches more than one alternative ("Short" and '
                '"Odd"); only one is allowed'
            ),
        ],
    ),
    "too many, which have neither": (
        {"oneOf": [{"minLength": 1}, NUMBER, {"maxLength": 1}, {"const": "x"}]},
        "v: x",
        [
            (
                '2:4-2:5 schema/oneOf /v: "v" matches more than one alternative (the 1st, the 3rd '
                'and "x"); only one is allowed'
            ),
        ],
    ),
}


@pytest.mark.parametrize(("subschema", "front_matter", "expected"), MEANT.values(), ids=MEANT)
def test_what_decides_is(subschema: Any, front_matter: str, expected: list[str]) -> None:
    definitions = {"video": VIDEO, "article": ARTICLE}
    schema = {"properties": {"v": subschema}, "$defs": definitions}
    assert of(front_matter + "\n", schema) == expected


def test_of_many_that_are_equally_near_three_are_spelt_out() -> None:
    forms = [
        {"required": [key], "properties": {"x": {"maximum": n}}} for n, key in enumerate("abcde")
    ]
    assert of("x: 9\n", {"anyOf": forms}) == [
        (
            "1:1-1:4 schema/anyOf: the front matter matches none of the alternatives: missing "
            'required key "a" and "x" should be at most 0, not 9; or missing required key "b" '
            'and "x" should be at most 1, not 9; or missing required key "c" and "x" should '
            "be at most 2, not 9; or one of 2 more"
        )
    ]


def test_the_other_keys_of_which_one_may_be_given_are_related() -> None:
    schema = {"oneOf": [{"required": [key]} for key in "abc"]}
    [diagnostic] = diagnostics(article("c: 1\nb: 1\na: 1\n"), schema)
    related = [(each.span.start, each.message) for each in diagnostic.related]
    assert (diagnostic.span.start, related) == (
        14,
        [(4, '"c" is given here'), (9, '"b" is given here')],
    )
