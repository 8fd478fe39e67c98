"""What is wrong with a schema itself, and what only looks so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articlelint.schema.loading.store import SchemaError, load_file
from articlelint.schema.reviewing.places import placed
from articlelint.schema.reviewing.review import review
from tests.support import ROOT
from tests.unit.schema.support import chain


def mistakes(text: str, name: str = "s.yaml") -> list[str]:
    """Each mistake of a schema in the current folder, with line and column."""
    Path(name).write_text(text, encoding="utf-8")
    schema = load_file(name)
    return [each.removeprefix("s:") for each in placed(review(schema), schema, "s")]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "parts.yaml").write_text("$defs: {text: {type: string}}\n")
    return tmp_path


REPORTED = {
    "a misspelt keyword": (
        "properties: {title: {typ: string}}\nrequried: [title]\n",
        [
            '1:22: unknown keyword "typ": did you mean "type"?',
            '2:1: unknown keyword "requried": did you mean "required"?',
        ],
    ),
    "one in other case": (
        "additionalproperties: false\n",
        ['1:1: unknown keyword "additionalproperties": did you mean "additionalProperties"?'],
    ),
    "one with subschemas": (
        "propertes: {a: {}}\n",
        ['1:1: unknown keyword "propertes": did you mean "properties"?'],
    ),
    "one that lacks its sign": (
        'ref: "#/$defs/a"\n$defs: {a: {}}\n',
        ['1:1: unknown keyword "ref": did you mean "$ref"?'],
    ),
    "keywords everywhere": (
        "$defs: {a: {typ: string}}\nallOf: [{items: {typ: string}}, {not: {typ: string}}]\n",
        [
            '1:13: unknown keyword "typ": did you mean "type"?',
            '2:18: unknown keyword "typ": did you mean "type"?',
            '2:40: unknown keyword "typ": did you mean "type"?',
        ],
    ),
    "a misspelt keyword beside an address that is no draft's": (
        "$schema: http://json-schema.org/schema#\nrequried: [a]\n",
        ['2:1: unknown keyword "requried": did you mean "required"?'],
    ),
    "a misspelt format": (
        "properties: {day: {format: dat}}\n",
        ['1:28: unknown format "dat": did you mean "date"?'],
    ),
    "a format that nobody knows": (
        "format: isbn\n",
        ['1:9: unknown format "isbn": nothing is checked by it'],
    ),
    "broken patterns": (
        "properties: {a: {pattern: '(['}}\npatternProperties: {'x(': {}}\n",
        ['1:27: "([" is not a regular expression', '2:21: "x(" is not a regular expression'],
    ),
    "a broken pattern that nothing uses": (
        "$defs: {a: {pattern: '['}}\n",
        ['1:22: "[" is not a regular expression'],
    ),
    "references that lead nowhere": (
        "properties: {a: {$ref: '#/$defs/b'}, c: {$ref: d.yaml}}\n$defs: {e: {$ref: '#f'}}\n",
        [
            '1:24: cannot resolve the reference "#/$defs/b"',
            '1:48: cannot resolve the reference "d.yaml": there is no file {folder}/d.yaml',
            '2:19: cannot resolve the reference "#f"',
        ],
    ),
    "a reference to what a file lacks": (
        "$ref: parts.yaml#/$defs/date\n",
        ['1:7: cannot resolve the reference "parts.yaml#/$defs/date"'],
    ),
    "all that is no schema": (
        (
            "properties:\n  a: {type: strin, minLength: -1}\n  b: 1\n"
            "required: title\nrequried: [b]\npattern: '('\n"
        ),
        [
            (
                '2:13: invalid schema: "type" should be "array", "boolean", "integer", "null", '
                '"number", "object", "string" or a list, not "strin": did you mean "string"?'
            ),
            '2:31: invalid schema: "minLength" should be at least 0, not -1',
            (
                '3:6: invalid schema: "b" should be a mapping or `true` or `false`, not the whole '
                "number 1"
            ),
            '4:11: invalid schema: "required" should be a list, not the text "title"',
            '5:1: unknown keyword "requried": did you mean "required"?',
            '6:10: "(" is not a regular expression',
        ],
    ),
    "an example": (
        "properties:\n  a: {type: string, examples: [b, 1]}\n",
        [("2:35: invalid example: the example should be text, not the whole number 1: quote it")],
    ),
    "a default by a reference": (
        "properties:\n  a: {$ref: 'parts.yaml#/$defs/text', default: true}\n",
        ["2:48: invalid default: the default should be text, not true: quote it"],
    ),
    "a constant": (
        "$defs: {a: {type: integer, const: b}}\n",
        ['1:35: invalid constant: the constant should be a whole number, not the text "b"'],
    ),
    "values of an enum": (
        "enum: [a, b, 1]\ntype: string\nmaxLength: 1\n",
        ["1:14: invalid value: the value should be text, not the whole number 1: quote it"],
    ),
    "a part of an example": (
        (
            "properties: {a: {type: string}}\nadditionalProperties: false\nrequired: [a]\n"
            "examples:\n  - {a: 1}\n  - {b: x, a: y}\n  - {}\n"
        ),
        [
            '5:9: invalid example: "a" should be text, not the whole number 1: quote it',
            '6:6: invalid example: unknown key "b"',
            '7:5: invalid example: missing required key "a"',
        ],
    ),
    "in an old draft, definitions beside a reference": (
        (
            "$schema: http://json-schema.org/draft-07/schema#\n$ref: '#/definitions/a'\n"
            "requried: [b]\nproperties: {c: {typ: string}}\ndefinitions: {a: {typ: string}}\n"
        ),
        ['5:19: unknown keyword "typ": did you mean "type"?'],
    ),
}


@pytest.mark.parametrize(("text", "expected"), REPORTED.values(), ids=REPORTED.keys())
def test_mistakes(text: str, expected: list[str], folder: Path) -> None:
    assert mistakes(text) == [each.replace("{folder}", str(folder)) for each in expected]


SOUND = {
    "extensions": "x-typ: string\n$comment: typ\nfoo: {typ: string}\n",
    "keywords of OpenAPI": (
        "discriminator: {propertyName: kind}\nexample: [a]\nnullable: true\nxml: {name: a}\n"
        "externalDocs: {url: a}\n"
    ),
    "words that are no typo of a keyword": "name: a\nunit: b\nexample: c\n",
    "a word whose value its nearest keyword cannot have": "note: see the handbook\ntypes: 3\n",
    "our own keywords": "errorMessage: {type: write text}\n",
    "names of keys and words": "properties: {typ: {}, requried: {}}\nenum: [{typ: 1}]\n",
    "what looks like a schema in an example": (
        "examples: [{properties: {a: {typ: 1}}, $ref: '#/nowhere', format: dat}]\n"
    ),
    "formats": "anyOf: [{format: date}, {format: idn-email}, {format: int64}]\n",
    "patterns of ECMA 262": "pattern: '^\\p{Lu}(?=x)'\npatternProperties: {'^x-': {}}\n",
    "references": (
        "properties: {a: {$ref: '#/$defs/b'}, c: {$ref: parts.yaml}, d: {$ref: '#e'}}\n"
        "$defs: {b: {$anchor: e}}\n"
    ),
    "values": "type: [string, 'null']\nenum: [a, null]\ndefault: a\nexamples: [a, null]\n",
    "an empty schema": "{}\n",
    "a meta-schema of one's own": (
        "$schema: https://schemas.example/own\n$vocabulary: {'https://schemas.example/v': false}\n"
        "requried: [me]\n"
    ),
    "flags as schemas": "properties: {a: true, b: false}\nadditionalProperties: false\n",
    "a circle": "properties: {a: {$ref: '#'}}\ndefault: {a: {a: {}}}\n",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())
def test_what_is_sound(text: str) -> None:
    assert mistakes(text) == []


@pytest.mark.parametrize("path", sorted((ROOT / "schemas").glob("*.json")), ids=lambda p: p.stem)
def test_the_bundled_schemas_are_sound(path: Path) -> None:
    assert review(load_file(str(path))) == []


def test_a_flag_is_a_schema() -> None:
    assert mistakes("true", "s.json") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("anyOf: [{$ref: '#'}]\n", "s.yaml:1:16: "),
    ],
)
def test_what_cannot_be_used_for_another_reason(text: str, message: str) -> None:
    with pytest.raises(SchemaError) as error:
        mistakes(text)
    assert str(error.value).startswith(message)


def test_json_has_places_too() -> None:
    schema: dict[str, Any] = {"properties": {"a": {"type": "string", "default": 1}}}
    assert mistakes(json.dumps(schema, indent=2), "s.json") == [
        "5:18: invalid default: the default should be text, not the whole number 1: quote it"
    ]


def test_json_that_is_no_yaml_has_none() -> None:
    deep: Any = {"typ": "string"}
    for _ in range(70):
        deep = {"not": deep}
    assert mistakes(json.dumps(deep), "s.json") == [' unknown keyword "typ": did you mean "type"?']


def test_of_very_many_wrong_values_the_first_are_told() -> None:
    schema: dict[str, Any] = {
        "type": "string",
        "enum": [*range(99)],
        "properties": {"a": {"$ref": "#/$defs/b", "default": {"c": 1}}},
        "$defs": {"b": {"properties": {"c": {"type": "string", "examples": [1, 2]}}}},
    }
    found = mistakes(json.dumps(schema, indent=1), "s.json")
    wrong = "should be text, not the whole number"
    assert len(found) == 101
    assert found[98] == f"102:3: invalid value: the value {wrong} 98: quote it"
    assert found[99] == f'108:10: invalid default: "c" {wrong} 1: quote it'
    assert found[100] == ("118:7: further invalid values are not told: correct the others first")
    del schema["properties"], schema["$defs"]["b"]["properties"]["c"]["examples"][1:]
    assert len(mistakes(json.dumps(schema), "s.json")) == 100


def test_of_very_many_lists_the_first_are_looked_at() -> None:
    values = [*([index] for index in range(200)), {"a": 1}, 1]
    found = mistakes(json.dumps({"type": "array", "enum": values}), "s.json")
    assert [each.partition(": ")[2] for each in found] == [
        "invalid value: the value should be a list, not the whole number 1"
    ]


def test_a_value_that_takes_too_long_to_judge() -> None:
    deep: Any = 1
    for _ in range(28):
        deep = {"x": deep}
    schema = chain(28, lambda each: {"allOf": [{"properties": {"x": each}}] * 2})
    schema["properties"]["n"]["examples"] = [deep]
    [found] = mistakes(json.dumps(schema), "s.json")
    assert found.endswith(": it takes too long to check the example against the schema")


def test_a_value_of_which_only_jsonschema_rs_knows_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def give_up(_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("articlelint.schema.finding.find.jsonschema_validator", give_up)
    assert mistakes("properties: {a: {items: {type: string}, default: [b, 1]}}\n") == [
        (
            "1:54: invalid default: item 2 of the default should be text, "
            "not the whole number 1: quote it"
        )
    ]
