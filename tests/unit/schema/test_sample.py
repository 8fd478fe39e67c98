"""What a file without front matter is told to write, and that it is right."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint import lint_text, load_schema, make_config
from articlelint.schema.loading.store import bundled_names
from tests.clock import now
from tests.unit.schema.support import of


def _needed(contents: Any) -> tuple[str, ...]:
    [diagnostic] = lint_text("Text.\n", schema=contents, clock=now)
    return diagnostic.help[1:]


@pytest.mark.parametrize("name", bundled_names())
def test_the_block_of_a_bundled_schema_can_be_pasted(name: str) -> None:
    schema = load_schema(name)
    [diagnostic] = lint_text("Text.\n", schema=schema, clock=now)
    keys, *block = diagnostic.help[1:]
    assert keys.endswith(" are required; for example:")
    text = "\n".join((*block, ""))
    assert lint_text(text, schema=schema, config=make_config({}, select=["schema"])) == []


#: A schema, and the block that is valid by it.
BLOCKS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "text": ({"properties": {"a": {"type": "string"}}}, ["a: some text"]),
    "text of some length": (
        {"properties": {"a": {"minLength": 12}}},
        ["a: some text some text"],
    ),
    "a number": ({"properties": {"a": {"type": "integer"}}}, ["a: 1"]),
    "a number above another": (
        {"properties": {"a": {"type": "number", "exclusiveMinimum": 3}}},
        ["a: 4"],
    ),
    "a number below another": ({"properties": {"a": {"type": "number", "maximum": -3}}}, ["a: -3"]),
    "a flag": ({"properties": {"a": {"type": ["boolean", "null"]}}}, ["a: false"]),
    "nothing": ({"properties": {"a": {"type": "null"}}}, ["a: null"]),
    "a mapping": ({"properties": {"a": {"type": "object"}}}, ["a: {}"]),
    "a list": (
        {"properties": {"a": {"type": "array", "items": {"format": "email"}}}},
        ["a:", "  - name@example.com"],
    ),
    "a default that is empty": (
        {"properties": {"a": {"type": "string", "minLength": 1, "default": ""}}},
        ["a: some text"],
    ),
    "an empty list of examples": (
        {"properties": {"a": {"type": "string", "examples": []}}},
        ["a: some text"],
    ),
    "a format without an example": ({"properties": {"a": {"format": "x"}}}, ["a: some text"]),
    "what another key asks for": (
        {
            "properties": {"a": {"const": "video"}},
            "if": {"properties": {"a": {"const": "video"}}},
            "then": {"required": ["length"], "properties": {"length": {"examples": ["PT3M"]}}},
        },
        ["a: video", "length: PT3M"],
    ),
    "the first alternative that asks for nothing but keys": (
        {"anyOf": [{"required": ["c"], "minProperties": 5}, {"required": ["b"]}]},
        ["b: some text", "a: some text"],
    ),
    "an example that is too long": (
        {"properties": {"a": {"type": "string", "examples": ["x" * 401, "y"]}}},
        ["a: some text"],
    ),
    "an example with too many parts": (
        {"properties": {"a": {"type": "array", "examples": [[["x"] * 50]]}}},
        ["a:", "  - some text"],
    ),
    "the first of several alternatives": (
        {"anyOf": [{"required": ["c"]}, {"required": ["b"]}], "properties": {"a": {}, "b": {}}},
        ["a: some text", "c: some text"],
    ),
    "nested, with what another key asks for": (
        {
            "properties": {
                "a": {
                    "required": ["b"],
                    "dependentRequired": {"b": ["c"]},
                    "properties": {"b": {"const": 1}, "c": {"const": 2}},
                }
            }
        },
        ["a:", "  b: 1", "  c: 2"],
    ),
    "nested, with what is required in it": (
        {"properties": {"a": {"required": ["b"], "properties": {"b": {"examples": [1]}}}}},
        ["a:", "  b: 1"],
    ),
}


@pytest.mark.parametrize(("contents", "block"), BLOCKS.values(), ids=BLOCKS)
def test_the_block_is_valid(contents: dict[str, Any], block: list[str]) -> None:
    schema = {**contents, "required": ["a"]}
    assert _needed(schema)[1:] == ("---", *block, "---")
    assert of("\n".join((*block, "")), schema) == []


_MANY = ", ".join(f'"key{number}"' for number in range(12))

#: A schema without a block that is sure to be valid.
KEYS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "none is required": ({}, ()),
    "a text of a pattern": (
        {"required": ["a"], "properties": {"a": {"pattern": "^x$"}}},
        ('the key "a" is required',),
    ),
    "a text in one of two formats": (
        {
            "required": ["a"],
            "properties": {"a": {"anyOf": [{"format": "email"}, {"format": "uri"}]}},
        },
        ('the key "a" is required',),
    ),
    "nothing is valid": (
        {"required": ["a", "b"], "not": {}},
        ('the keys "a" and "b" are required',),
    ),
    "a key asks for another, again and again": (
        {
            "required": ["key0"],
            "dependentRequired": {f"key{number}": [f"key{number + 1}"] for number in range(20)},
        },
        ('the key "key0" is required',),
    ),
    "a key asks for ever more": (
        {"required": ["v"], "properties": {"v": {"$ref": "#"}}, "type": "object"},
        ('the key "v" is required',),
    ),
    "there are many": (
        {"required": [f"key{number}" for number in range(45)]},
        (f"the keys {_MANY} and 33 more are required",),
    ),
}


@pytest.mark.parametrize(("contents", "expected"), KEYS.values(), ids=KEYS)
def test_only_the_keys_are_named_where(contents: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert _needed(contents) == expected


def test_an_empty_front_matter_needs_no_fences() -> None:
    schema = {"required": ["a"]}
    [diagnostic] = lint_text("---\n# nothing\n---\n", schema=schema, clock=now)
    assert diagnostic.help == (
        "write one `key: value` on each line",
        'the key "a" is required; for example:',
        "a: some text",
    )


_IN_TOML = ["a = 1", 'c = ["x", { d = 2 }]', "[b]", "e = true", '[b."f g"]', 'h = "i"']
#: What is told of each empty front matter below the names of the keys: its own dialect's.
EMPTY = {
    "+++\n+++\n": _IN_TOML,
    "---toml\n# nothing\n---\n": _IN_TOML,
    ";;;\n;;;\n": [
        *('"a": 1,', '"b": {', '  "f g": {', '    "h": "i"', "  },", '  "e": true', "},"),
        *('"c": [', '  "x",', "  {", '    "d": 2', "  }", "]"),
    ],
    "---json\n\n---\n": [
        *("{", '  "a": 1,', '  "b": {', '    "f g": {', '      "h": "i"', "    },"),
        *('    "e": true', "  },", '  "c": [', '    "x",', "    {", '      "d": 2', "    }"),
        *("  ]", "}"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), EMPTY.items())
def test_an_empty_front_matter_is_told_of_in_its_own_dialect(
    text: str, expected: list[str]
) -> None:
    b = {"f g": {"h": "i"}, "e": True}
    schema = {
        "required": ["a", "b", "c"],
        "properties": {"a": {"const": 1}, "b": {"const": b}, "c": {"const": ["x", {"d": 2}]}},
    }
    [diagnostic] = lint_text(text, schema=schema, clock=now)
    assert diagnostic.help[1:] == (
        'the keys "a", "b" and "c" are required; for example:',
        *expected,
    )
    opening, *_, closing = text.splitlines()
    whole = "\n".join((opening, *expected, closing, ""))
    assert lint_text(whole, schema=schema, clock=now) == []


def test_what_to_write_in_semicolons_has_no_braces() -> None:
    helps = [lint_text(f"{each}\n", schema={})[0].help for each in (";;;\n;;;", "---json\n---")]
    assert helps == [
        ('write `"key": value` pairs, with commas between them',),
        ('write `"key": value` pairs between `{` and `}`, with commas between them',),
    ]


def test_toml_has_nothing_to_write_for_null() -> None:
    schema = {"required": ["a"], "properties": {"a": {"type": "null"}}}
    [diagnostic] = lint_text("+++\n+++\n", schema=schema, clock=now)
    assert diagnostic.help[1:] == ('the key "a" is required',)


@pytest.mark.parametrize(
    "text", ["----\na: 1\n---\n", "\n---\na: 1\n---\n", "{}\n", "---\n- a\n---\n"]
)
def test_something_like_front_matter_is_told_of_instead(text: str) -> None:
    [diagnostic] = lint_text(text, schema={"required": ["a"]}, clock=now)
    assert len(diagnostic.help) == 1


def test_nothing_is_needed_if_missing_keys_are_not_reported() -> None:
    config = make_config({"rules": {"schema/required": "off"}})
    [diagnostic] = lint_text("Text.\n", schema={"required": ["a"]}, config=config, clock=now)
    assert len(diagnostic.help) == 1


def test_a_long_block_is_not_shown() -> None:
    items = {"required": [f"key{number}" for number in range(40)], "type": "object"}
    assert _needed({"required": ["a"], "properties": {"a": items}}) == ('the key "a" is required',)
