"""Where a schema's diagnostic points, as the contract has it.

Every case is tried with each way to end a line, after a byte order mark, and with an emoji both
in the line above (the comment) and, where the case has a ``§``, before the place in its own line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support import article
from tests.unit.schema.support import reported

TEXT = {"type": "string"}
PLAIN = str.maketrans("§", "x")
EMOJI = str.maketrans("§", "😀")

VARIANTS: dict[str, Callable[[str], str | bytes]] = {
    "LF": lambda text: text.translate(PLAIN),
    "CRLF": lambda text: text.translate(PLAIN).replace("\n", "\r\n"),
    "CR": lambda text: text.translate(PLAIN).replace("\n", "\r"),
    "BOM": lambda text: b"\xef\xbb\xbf" + text.translate(PLAIN).encode(),
    "emoji": lambda text: text.translate(EMOJI),
    "all": lambda text: b"\xef\xbb\xbf" + text.translate(EMOJI).replace("\n", "\r\n").encode(),
}


def check(front_matter: str, schema: Any, expected: list[str], variant: str) -> None:
    text = VARIANTS[variant](article("# §\n" + front_matter, "---\nbody\n"))
    assert reported(text, schema) == expected


every_variant = pytest.mark.parametrize("variant", VARIANTS)


WRONG_VALUES = {
    "plain": ("v: 3\n", "3:4-3:5", "/v"),
    "in double quotes": ('{§: "", v: "b"}\n', "3:12-3:15", "/v"),
    "in single quotes": ("{§: '', v: 'b'}\n", "3:12-3:15", "/v"),
    "quoted over two lines": ('v: "§\n  b"\n', "3:4-4:5", "/v"),
    "block scalar": ("v: |\n  §\n  b\n\n\nw: 1\n", "3:4-5:4", "/v"),
    "empty": ("v:\nw: 1\n", "3:3-3:3", "/v"),
    "nothing, with a comment": ("v: # §\nw: 1\n", "3:3-3:3", "/v"),
    "anchored": ("{§: '', v: &b b}\n", "3:12-3:16", "/v"),
    "tagged": ("{§: '', v: !!str b}\n", "3:12-3:19", "/v"),
    "a list in flow style": ("{§: '', v: [b, c]}\n", "3:12-3:18", "/v"),
    "a list in block style": ("v:\n  - b\n  - §\nw: 1\n", "4:3-5:6", "/v"),
    "a mapping in block style": ("v:\n  b: §\n  c: d\nw: 1\n", "4:3-5:7", "/v"),
    "in a mapping": ("m:\n  v: b\n", "4:6-4:7", "/m/v"),
    "in a mapping in flow style": ("m: {§: '', v: b}\n", "3:15-3:16", "/m/v"),
    "an item": ("l:\n  - §\n  - b\n", "5:5-5:6", "/l/1"),
    "an item in flow style": ("l: ['§', b]\n", "3:10-3:11", "/l/1"),
    "in an item": ("l:\n  - §\n  - w: 1\n    v: b\n", "6:8-6:9", "/l/1/v"),
    "an item of a list in a list": ("l:\n  - §\n  - - §\n    - b\n", "6:7-6:8", "/l/1/1"),
}


@every_variant
@pytest.mark.parametrize(
    ("front_matter", "place", "pointer"), WRONG_VALUES.values(), ids=WRONG_VALUES
)
def test_a_wrong_value_is_marked_as_written(
    front_matter: str, place: str, pointer: str, variant: str
) -> None:
    allowed = {"enum": ["x", "😀"]}
    schema = {
        "properties": {
            "v": allowed,
            "m": {"properties": {"v": allowed}},
            "l": {
                "items": {
                    "if": {"type": "object"},
                    "then": {"properties": {"v": allowed}},
                    "else": {"if": {"type": "array"}, "then": {"items": allowed}, "else": allowed},
                }
            },
        }
    }
    text = VARIANTS[variant](article("# §\n" + front_matter, "---\nbody\n"))
    found = [each.partition(": ")[0] for each in reported(text, schema)]
    assert found == [f"{place} schema/enum {pointer}"]


WRONG_ROOTS = {
    "the front matter as a whole": (
        {"maxProperties": 1},
        "a: 1\nb: 2\n",
        ["1:1-1:4 schema/maxProperties: the front matter allows at most 1 key, has 2"],
    ),
    "its type": (
        {"type": "array"},
        "a: 1\n",
        ["1:1-1:4 schema/type: the front matter should be a list, not a mapping"],
    ),
}


@every_variant
@pytest.mark.parametrize(
    ("schema", "front_matter", "expected"), WRONG_ROOTS.values(), ids=WRONG_ROOTS
)
def test_the_root_is_marked_at_the_opening_line(
    schema: Any, front_matter: str, expected: list[str], variant: str
) -> None:
    check(front_matter, schema, expected, variant)


UNKNOWN_KEYS = {
    "at the root": ("a: §\nb: 1\n", ["4:1-4:2 schema/additionalProperties /b"]),
    "in quotes, in flow style": (
        '{m: {"a": §, "b": 1}}\n',
        ["3:14-3:17 schema/additionalProperties /m/b"],
    ),
    "in a mapping": ("m:\n  a: §\n  b:\n    c: 1\n", ["5:3-5:4 schema/additionalProperties /m/b"]),
    "in an item": (
        "l:\n  - a: §\n    b: 1\n",
        ["5:5-5:6 schema/additionalProperties /l/0/b"],
    ),
    "as the first of an item": ("l:\n  - b: 1\n", ["4:5-4:6 schema/additionalProperties /l/0/b"]),
    "several": (
        "b: 1\na: §\nc: 1\nd: 1\n",
        [
            "3:1-3:2 schema/additionalProperties /b",
            "5:1-5:2 schema/additionalProperties /c",
            "6:1-6:2 schema/additionalProperties /d",
        ],
    ),
    "with characters that a pointer escapes": (
        "b/c~d: 1\n",
        ["3:1-3:6 schema/additionalProperties /b~1c~0d"],
    ),
}


@every_variant
@pytest.mark.parametrize(("front_matter", "expected"), UNKNOWN_KEYS.values(), ids=UNKNOWN_KEYS)
def test_an_unknown_key_is_marked_itself(
    front_matter: str, expected: list[str], variant: str
) -> None:
    inner = {"type": "object", "properties": {"a": {}}, "additionalProperties": False}
    schema = {
        "properties": {"a": {}, "m": inner, "l": {"items": inner}},
        "additionalProperties": False,
    }
    text = VARIANTS[variant](article("# §\n" + front_matter, "---\nbody\n"))
    assert [each.partition(": ")[0] for each in reported(text, schema)] == expected


MISSING_KEYS = {
    "at the root": (
        "a: 1\n",
        ['1:1-1:4 schema/required /k: missing required key "k"'],
    ),
    "at the root, where it is empty": (
        "{}\n",
        ['1:1-1:4 schema/required /k: missing required key "k"'],
    ),
    "in a mapping": (
        "k: §\nm:\n  a: 1\n",
        ['4:1-4:2 schema/required /m/k: missing required key "k" in "m"'],
    ),
    "in a mapping in flow style": (
        "{k: §, m: {a: 1}}\n",
        ['3:8-3:9 schema/required /m/k: missing required key "k" in "m"'],
    ),
    "in an empty mapping": (
        "{k: §, m: {}}\n",
        ['3:8-3:9 schema/required /m/k: missing required key "k" in "m"'],
    ),
    "in a mapping in a mapping": (
        "k: §\nm:\n  k: 1\n  n: {a: 1}\n",
        ['6:3-6:4 schema/required /m/n/k: missing required key "k" in "n"'],
    ),
    "in an item": (
        "k: §\nl:\n  - k: 1\n  -\n    a: 1\n    b: 2\n",
        ['7:5-7:6 schema/required /l/1/k: missing required key "k" in item 2 of "l"'],
    ),
    "in an item in flow style": (
        "{k: §, l: [{'a': 1, b: 2}]}\n",
        ['3:13-3:16 schema/required /l/0/k: missing required key "k" in item 1 of "l"'],
    ),
    "in an empty item": (
        "{k: §, l: [{}]}\n",
        ['3:12-3:14 schema/required /l/0/k: missing required key "k" in item 1 of "l"'],
    ),
    "in an item of a list in a list": (
        "k: §\nl:\n  - - k: 1\n    - a: 1\n",
        ['6:7-6:8 schema/required /l/0/1/k: missing required key "k" in item 2 of item 1 of "l"'],
    ),
    "in a mapping in an item": (
        "k: §\nl:\n  - k: 1\n    n:\n      a: 1\n",
        ['6:5-6:6 schema/required /l/0/n/k: missing required key "k" in "n"'],
    ),
}
LACKING: dict[str, Any] = {
    "required": ["k"],
    "properties": {
        "m": {"$ref": "#"},
        "n": {"$ref": "#"},
        "l": {"type": "array", "items": {"$ref": "#/$defs/item"}},
    },
    "$defs": {
        "item": {
            "if": {"type": "array"},
            "then": {"items": {"$ref": "#"}},
            "else": {"$ref": "#"},
        }
    },
}


@every_variant
@pytest.mark.parametrize(("front_matter", "expected"), MISSING_KEYS.values(), ids=MISSING_KEYS)
def test_a_missing_key_is_marked_at_the_mapping_that_lacks_it(
    front_matter: str, expected: list[str], variant: str
) -> None:
    check(front_matter, LACKING, expected, variant)


@every_variant
def test_each_missing_key_is_a_diagnostic_of_its_own(variant: str) -> None:
    expected = [
        '1:1-1:4 schema/required /a: missing required key "a"',
        '1:1-1:4 schema/required /b: missing required key "b"',
        '3:1-3:2 schema/required /m/c: missing required key "c" in "m"',
        '3:1-3:2 schema/required /m/d: missing required key "d" in "m"',
    ]
    schema = {"required": ["a", "b"], "properties": {"m": {"required": ["c", "d"]}}}
    check("m: {§: 1}\n", schema, expected, variant)


LISTS = {
    "too long": (
        "{§: 1, l: [1, 2, 3]}\n",
        ['3:8-3:9 schema/maxItems /l: "l" allows at most 2 items, has 3'],
    ),
    "too short": (
        "{§: 1, l: []}\n",
        ['3:8-3:9 schema/minItems /l: "l" needs at least 1 item, has 0'],
    ),
    "too long, in a list": (
        "{§: 1, l: [[1, 2, 3]]}\n",
        ['3:12-3:21 schema/maxItems /l/0: item 1 of "l" allows at most 2 items, has 3'],
    ),
    "with a repeated item": (
        "{§: 1, l: [a, 'a']}\n",
        ['3:15-3:18 schema/uniqueItems /l/1: item 2 of "l" repeats item 1: remove one of the two'],
    ),
    "with a repeated item in block style": (
        "l:\n  - a: §\n    b: 2\n  - b: 2\n    a: §\n",
        ['6:5-7:9 schema/uniqueItems /l/1: item 2 of "l" repeats item 1: remove one of the two'],
    ),
}


@every_variant
@pytest.mark.parametrize(("front_matter", "expected"), LISTS.values(), ids=LISTS)
def test_a_list_is_marked_at_its_key_and_a_repeated_item_itself(
    front_matter: str, expected: list[str], variant: str
) -> None:
    size: dict[str, Any] = {"minItems": 1, "maxItems": 2, "uniqueItems": True}
    schema = {"properties": {"l": {**size, "items": {"if": {"type": "array"}, "then": size}}}}
    check(front_matter, schema, expected, variant)


MAPPINGS = {
    "with too few keys": (
        "{§: 1, m: {}}\n",
        ['3:8-3:9 schema/minProperties /m: "m" needs at least 1 key, has 0'],
    ),
    "with too few keys, as an item": (
        "{§: 1, l: [{a: 1, b: 2}]}\n",
        ['3:13-3:14 schema/maxProperties /l/0: item 1 of "l" allows at most 1 key, has 2'],
    ),
    "that lacks one of two keys": (
        "{§: 1, o: {c: 1}}\n",
        ['3:8-3:9 schema/anyOf /o: missing required key "a" or "b" in "o"'],
    ),
}


@every_variant
@pytest.mark.parametrize(("front_matter", "expected"), MAPPINGS.values(), ids=MAPPINGS)
def test_a_mapping_is_marked_at_its_key(
    front_matter: str, expected: list[str], variant: str
) -> None:
    schema = {
        "properties": {
            "m": {"minProperties": 1},
            "l": {"items": {"maxProperties": 1}},
            "o": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        }
    }
    check(front_matter, schema, expected, variant)


BASE = "base: &x {foo: §, in: {q: 1}}\n"
AT_AN_ALIAS = {
    "a value": (
        BASE + "b: *x\n",
        ['4:4-4:6 schema/type /b/foo: "foo" should be a whole number, not the text "x"'],
        {"foo": {"type": "integer"}},
    ),
    "a value in a merged mapping": (
        BASE + "b:\n  k: 1\n  <<: *x\n",
        ['6:7-6:9 schema/type /b/foo: "foo" should be a whole number, not the text "x"'],
        {"foo": {"type": "integer"}},
    ),
    "a value in one of several merged mappings": (
        BASE + "b:\n  <<: [{k: 1}, *x]\n",
        ['5:16-5:18 schema/type /b/foo: "foo" should be a whole number, not the text "x"'],
        {"foo": {"type": "integer"}},
    ),
    "a value below": (
        BASE + "b: *x\n",
        ['4:4-4:6 schema/type /b/in/q: "q" should be text, not the whole number 1: quote it'],
        {"in": {"properties": {"q": TEXT}}},
    ),
}


@pytest.mark.parametrize(
    ("front_matter", "expected", "properties"), AT_AN_ALIAS.values(), ids=AT_AN_ALIAS
)
def test_what_an_alias_repeats_is_marked_at_the_alias(
    front_matter: str, expected: list[str], properties: dict[str, Any]
) -> None:
    check(front_matter, {"properties": {"b": {"properties": properties}}}, expected, "LF")


def test_what_an_aliased_mapping_itself_lacks_is_marked_at_its_key() -> None:
    schema = {"properties": {"b": {"required": ["k"]}}}
    check(
        BASE + "b: *x\n",
        schema,
        [('4:1-4:2 schema/required /b/k: missing required key "k" in "b"')],
        "LF",
    )
