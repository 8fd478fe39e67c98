"""Cases of the keywords that look at a list."""

from __future__ import annotations

from tests.unit.schema.keywords.case import TEXT, Case

CASES = [
    Case(
        "4..",
        "items",
        {"items": {"type": "integer"}},
        "v: [1, 2]",
        "v: [1, a, b]",
        {
            "2:8-2:9 schema/type /v/1": (
                'item 2 of "v" should be a whole number, not the text "a"'
            ),
            "2:11-2:12 schema/type /v/2": (
                'item 3 of "v" should be a whole number, not the text "b"'
            ),
        },
    ),
    Case(
        "4..2019-09",
        "items",
        {"items": [{"type": "integer"}, TEXT]},
        "v: [1, x, 2]",
        "v: [1, 2, x]",
        {
            "2:8-2:9 schema/type /v/1": (
                'item 2 of "v" should be text, not the whole number 2: quote it'
            ),
        },
    ),
    Case(
        "6..",
        "items",
        {"items": False},
        "v: []",
        "v: [1, 2]",
        {"2:1-2:2 schema/items /v": '"v" allows at most 0 items, has 2'},
    ),
    Case(
        "6..2019-09",
        "items",
        {"items": [True, False]},
        "v: [1]",
        "v: [1, 2]",
        {"2:8-2:9 schema/false /v/1": 'item 2 of "v" is not allowed here'},
    ),
    Case(
        "2020-12",
        "items",
        {"prefixItems": [{}], "items": False},
        "v: [1]",
        "v: [1, 2, 3]",
        {"2:1-2:2 schema/items /v": '"v" allows at most 1 item, has 3'},
    ),
    Case(
        "2020-12",
        "prefixItems",
        {"prefixItems": [{"type": "integer"}, TEXT]},
        "v: [1, x, 2]",
        "v: [1, 2, x]",
        {
            "2:8-2:9 schema/type /v/1": (
                'item 2 of "v" should be text, not the whole number 2: quote it'
            ),
        },
    ),
    Case(
        "2020-12",
        "prefixItems",
        {"prefixItems": [True, False]},
        "v: [1]",
        "v: [1, 2]",
        {"2:8-2:9 schema/false /v/1": 'item 2 of "v" is not allowed here'},
    ),
    Case(
        "4..2019-09",
        "additionalItems",
        {"items": [{}], "additionalItems": False},
        "v: [1]",
        "v: [1, 2, 3]",
        {"2:1-2:2 schema/additionalItems /v": '"v" allows at most 1 item, has 3'},
    ),
    Case(
        "4..2019-09",
        "additionalItems",
        {"items": [{}], "additionalItems": TEXT},
        "v: [1, x]",
        "v: [1, x, 3]",
        {
            "2:11-2:12 schema/type /v/2": (
                'item 3 of "v" should be text, not the whole number 3: quote it'
            ),
        },
    ),
    Case(
        "2019-09..",
        "unevaluatedItems",
        {"allOf": [{"contains": {"const": "x"}}], "unevaluatedItems": False},
        "v: [x, x]",
        "v: [1, x, 3]",
        {
            "2:5-2:6 schema/unevaluatedItems /v/0": 'item 1 of "v" is not allowed here',
            "2:11-2:12 schema/unevaluatedItems /v/2": 'item 3 of "v" is not allowed here',
        },
    ),
    Case(
        "2020-12",
        "unevaluatedItems",
        {"allOf": [{"prefixItems": [{}]}], "unevaluatedItems": TEXT},
        "v: [1, x]",
        "v: [1, x, 3]",
        {"2:11-2:12 schema/unevaluatedItems /v/2": 'item 3 of "v" is not allowed here'},
    ),
    Case(
        "4..",
        "maxItems",
        {"maxItems": 1},
        "v: [1]",
        "v: [1, 2]",
        {"2:1-2:2 schema/maxItems /v": '"v" allows at most 1 item, has 2'},
    ),
    Case(
        "4..",
        "minItems",
        {"minItems": 1},
        "v: [1]",
        "v: []",
        {"2:1-2:2 schema/minItems /v": '"v" needs at least 1 item, has 0'},
    ),
    Case(
        "4..",
        "uniqueItems",
        {"uniqueItems": True},
        "v: [1, '1', true, [1], {x: 1}, null]",
        "v: [a, {x: 1, y: 2}, {y: 2, x: 1.0}, a]",
        {
            "2:22-2:36 schema/uniqueItems /v/2": (
                'item 3 of "v" repeats item 2: remove one of the two'
            ),
            "2:38-2:39 schema/uniqueItems /v/3": (
                'item 4 of "v" repeats item 1: remove one of the two'
            ),
        },
    ),
    Case(
        "6..",
        "contains",
        {"contains": {"const": "x"}},
        "v: [y, x]",
        "v: [y]",
        {"2:1-2:2 schema/contains /v": '"v" needs at least one item that is "x"'},
    ),
    Case(
        "2019-09..",
        "minContains",
        {"contains": {"const": "x"}, "minContains": 2},
        "v: [x, y, x]",
        "v: [x, y]",
        {
            "2:1-2:2 schema/minContains /v": ('"v" needs at least 2 items that are "x", has 1'),
        },
    ),
    Case(
        "2019-09..",
        "maxContains",
        {"contains": {"const": "x"}, "maxContains": 1},
        "v: [x, y]",
        "v: [x, y, x]",
        {
            "2:1-2:2 schema/maxContains /v": ('"v" allows at most 1 item that is "x", has 2'),
        },
    ),
]
