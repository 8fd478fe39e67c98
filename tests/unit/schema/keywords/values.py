"""Cases of the keywords that look at a single value."""

from __future__ import annotations

from tests.unit.schema.keywords.case import Case

CASES = [
    Case(
        "4..",
        "type",
        {"type": "string"},
        "v: '3'",
        "v: 3",
        {"2:4-2:5 schema/type /v": '"v" should be text, not the whole number 3: quote it'},
    ),
    Case(
        "4..",
        "type",
        {"type": ["string", "null"]},
        "v:",
        "v: [3]",
        {
            "2:4-2:7 schema/type /v": (
                '"v" should be text or empty, but `[3]` is read as a list: remove the brackets'
            )
        },
    ),
    Case(
        "6..",
        "type",
        {"type": "integer"},
        "v: 1.0",
        "v: 1.5",
        {"2:4-2:7 schema/type /v": '"v" should be a whole number, not the number 1.5'},
    ),
    Case(
        "4",
        "type",
        {"type": "integer"},
        "v: 1",
        "v: 1.0",
        {"2:4-2:7 schema/type /v": '"v" should be a whole number, not the number 1.0'},
    ),
    Case(
        "4..",
        "type",
        {"type": "boolean"},
        "v: true",
        "v: 'true'",
        {
            "2:4-2:10 schema/type /v": (
                '"v" should be `true` or `false`, not the text "true": drop the quotes'
            ),
        },
    ),
    Case(
        "4..",
        "type",
        {"type": "object"},
        "v: {}",
        "v:",
        {"2:3-2:3 schema/type /v": '"v" should be a mapping, but is empty'},
    ),
    Case(
        "4..",
        "type",
        {"type": "array"},
        "v: []",
        "v: {a: 1}",
        {"2:4-2:10 schema/type /v": '"v" should be a list, not a mapping'},
    ),
    Case(
        "4..",
        "type",
        {"type": "null"},
        "v: ~",
        "v: false",
        {"2:4-2:9 schema/type /v": '"v" should be empty, not false'},
    ),
    Case(
        "4..",
        "type",
        {"type": "number"},
        "v: 1.5",
        "v: one",
        {"2:4-2:7 schema/type /v": '"v" should be a number, not the text "one"'},
    ),
    Case(
        "4..",
        "type",
        {"type": "integer"},
        "v: 41",
        'v: "41"',
        {
            "2:4-2:8 schema/type /v": (
                '"v" should be a whole number, not the text "41": drop the quotes'
            ),
        },
    ),
    Case(
        "6..",
        "type",
        {"type": "integer"},
        "v: 41.0",
        'v: "41.0"',
        {
            "2:4-2:10 schema/type /v": (
                '"v" should be a whole number, not the text "41.0": drop the quotes'
            ),
        },
    ),
    Case(
        "4..",
        "type",
        {"type": "integer"},
        "v: 41",
        'v: "41.5"',
        {
            "2:4-2:10 schema/type /v": ('"v" should be a whole number, not the text "41.5"'),
        },
    ),
    Case(
        "4..",
        "type",
        {"type": "number"},
        "v: 4.5",
        'v: ".5"',
        {
            "2:4-2:8 schema/type /v": (
                '"v" should be a number, not the text ".5": drop the quotes'
            ),
        },
    ),
    Case(
        "4..",
        "type",
        {"type": "number"},
        "v: 4.5",
        'v: ".inf"',
        {
            "2:4-2:10 schema/type /v": ('"v" should be a number, not the text ".inf"'),
        },
    ),
    Case(
        "4..",
        "type",
        {"type": "boolean"},
        "v: false",
        "v: Off",
        {
            "2:4-2:7 schema/type /v": (
                '"v" should be `true` or `false`, not the text "Off": write `false`'
            ),
        },
    ),
    Case(
        "4..",
        "type",
        {"type": ["string", "integer"]},
        "v: x",
        "v: true",
        {
            "2:4-2:8 schema/type /v": ('"v" should be text or a whole number, not true: quote it'),
        },
    ),
    Case(
        "4..",
        "enum",
        {"enum": [1, 2]},
        "v: 1",
        'v: "2"',
        {
            "2:4-2:7 schema/enum /v": ('"v" should be 1 or 2, not "2": drop the quotes'),
        },
    ),
    Case(
        "4..",
        "enum",
        {"enum": ["1", "2"]},
        "v: '1'",
        "v: 2",
        {
            "2:4-2:5 schema/enum /v": ('"v" should be "1" or "2", not 2: quote it'),
        },
    ),
    Case(
        "4..",
        "enum",
        {"enum": ["Article", "Video"]},
        "v: Video",
        "v: video",
        {
            "2:4-2:9 schema/enum /v": (
                '"v" should be "Article" or "Video", not "video": did you mean "Video"?'
            ),
        },
    ),
    Case(
        "4..",
        "enum",
        {"enum": ["article", "video"]},
        "v: article",
        "v: artcle",
        {
            "2:4-2:10 schema/enum /v": (
                '"v" should be "article" or "video", not "artcle": did you mean "article"?'
            ),
        },
    ),
    Case(
        "4..",
        "enum",
        {"enum": [1, True, None, [1], {"a": 1}]},
        "v: {a: 1}",
        "v: {a: 2}",
        {
            "2:4-2:10 schema/enum /v": (
                '"v" should be 1, true, empty, [1] or {"a": 1}, not `{a: 2}`'
            ),
        },
    ),
    Case(
        "4..",
        "enum",
        {
            "enum": [
                "topic 0",
                "topic 1",
                "topic 2",
                "topic 3",
                "topic 4",
                "topic 5",
                "topic 6",
                "topic 7",
                "topic 8",
                "topic 9",
                "topic 10",
                "topic 11",
                "topic 12",
            ]
        },
        "v: topic 12",
        "v: topic 13",
        {
            "2:4-2:12 schema/enum /v": (
                '"v" should be one of 13 values such as "topic 0", "topic 1" or "topic 2", not '
                '"topic 13"'
            ),
        },
    ),
    Case(
        "6..",
        "const",
        {"const": "news"},
        "v: news",
        "v: News",
        {"2:4-2:8 schema/const /v": '"v" should be "news", not "News"'},
    ),
    Case(
        "6..",
        "const",
        {"const": [1, 2]},
        "v: [1, 2.0]",
        "v: [2, 1]",
        {"2:4-2:10 schema/const /v": '"v" should be [1, 2], not `[2, 1]`'},
    ),
    Case(
        "6..",
        "const",
        {"const": False},
        "v: false",
        "v: 0",
        {"2:4-2:5 schema/const /v": '"v" should be false, not 0'},
    ),
    Case(
        "4..",
        "multipleOf",
        {"multipleOf": 5},
        "v: 10",
        "v: 12",
        {"2:4-2:6 schema/multipleOf /v": '"v" should be a multiple of 5, not 12'},
    ),
    Case(
        "4..",
        "maximum",
        {"maximum": 3},
        "v: 3",
        "v: 3.5",
        {"2:4-2:7 schema/maximum /v": '"v" should be at most 3, not 3.5'},
    ),
    Case(
        "4",
        "maximum",
        {"maximum": 3, "exclusiveMaximum": True},
        "v: 2.9",
        "v: 3",
        {"2:4-2:5 schema/exclusiveMaximum /v": '"v" should be less than 3, not 3'},
    ),
    Case(
        "4..",
        "minimum",
        {"minimum": -1},
        "v: -1",
        "v: -2",
        {"2:4-2:6 schema/minimum /v": '"v" should be at least -1, not -2'},
    ),
    Case(
        "4",
        "minimum",
        {"minimum": 3, "exclusiveMinimum": True},
        "v: 3.1",
        "v: 3",
        {"2:4-2:5 schema/exclusiveMinimum /v": '"v" should be more than 3, not 3'},
    ),
    Case(
        "6..",
        "exclusiveMaximum",
        {"exclusiveMaximum": 0},
        "v: -0.1",
        "v: 0",
        {"2:4-2:5 schema/exclusiveMaximum /v": '"v" should be less than 0, not 0'},
    ),
    Case(
        "6..",
        "exclusiveMinimum",
        {"exclusiveMinimum": 0},
        "v: 0.1",
        "v: 0",
        {"2:4-2:5 schema/exclusiveMinimum /v": '"v" should be more than 0, not 0'},
    ),
    Case(
        "4..",
        "maxLength",
        {"maxLength": 2},
        "v: 😀😀",
        "v: 😀😀😀",
        {"2:4-2:7 schema/maxLength /v": '"v" allows at most 2 characters, has 3'},
    ),
    Case(
        "4..",
        "minLength",
        {"minLength": 1},
        "v: ' '",
        "v: ''",
        {"2:4-2:6 schema/minLength /v": '"v" needs at least 1 character, has 0'},
    ),
    Case(
        "6..",
        "minLength",
        {"minLength": 2.0},
        "v: ab",
        "v: a",
        {"2:4-2:5 schema/minLength /v": '"v" needs at least 2 characters, has 1'},
    ),
    Case(
        "4..",
        "pattern",
        {"pattern": "^\\p{Lu}"},
        "v: Élan",
        "v: élan",
        {"2:4-2:8 schema/pattern /v": '"v" does not match the pattern `^\\p{Lu}`: "élan"'},
    ),
    Case(
        "4..",
        "format",
        {"format": "uri"},
        "v: https://example.com",
        "v: example.com",
        {
            "2:4-2:15 schema/format /v": (
                '"v" should be a full URL such as https://example.com/page, not "example.com": '
                "start it with `https://`"
            ),
        },
    ),
    Case(
        "4..",
        "format",
        {"format": "date-time"},
        "v: 2023-05-04T09:30:00Z",
        "v: 2023-05-04",
        {
            "2:4-2:14 schema/format /v": (
                '"v" should be a date with time and zone such as 2023-05-04T09:30:00Z, not '
                '"2023-05-04"'
            ),
        },
    ),
    Case(
        "7",
        "contentEncoding",
        {"contentEncoding": "base64"},
        "v: aGk=",
        "v: '%%%'",
        {
            "2:4-2:9 schema/contentEncoding /v": (
                '"v" should be text in the encoding base64, not "%%%"'
            ),
        },
    ),
    Case(
        "7",
        "contentMediaType",
        {"contentMediaType": "application/json"},
        "v: '{}'",
        "v: '{'",
        {
            "2:4-2:7 schema/contentMediaType /v": (
                '"v" should be text of the media type application/json, not "{"'
            ),
        },
    ),
]
