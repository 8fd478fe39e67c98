"""What jsonschema-rs judges and jsonschema explains: no more is reported, and no less."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from tests.support import article
from tests.unit.schema.support import DRAFTS, of

TEXT = {"type": "string"}

DRAFT_7 = {"$schema": DRAFTS["7"]}
OF_ITS_DRAFT: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "a subschema of the same draft keeps our keywords": (
        {
            "$ref": "#/$defs/a",
            "$defs": {
                "a": {
                    "$id": "https://example.com/a",
                    "$schema": DRAFTS["2020-12"],
                    "required": ["k", "l"],
                }
            },
        },
        "v: 1\n",
        [
            '1:1-1:4 schema/required /k: missing required key "k"',
            '1:1-1:4 schema/required /l: missing required key "l"',
        ],
    ),
    "a subschema of another draft has its rules": (
        {
            "$ref": "#/$defs/a",
            "$defs": {
                "a": {
                    "$id": "https://example.com/a",
                    **DRAFT_7,
                    "properties": {
                        "v": {"$ref": "#/definitions/b"},
                        "w": {"items": [{}], "additionalItems": False},
                    },
                    "definitions": {"b": {"minProperties": 2}},
                }
            },
        },
        "v: {l: 1}\nw: [1, 2]\n",
        [
            '2:1-2:2 schema/minProperties /v: "v" needs at least 2 keys, has 1',
            '3:1-3:2 schema/additionalItems /w: "w" allows at most 1 item, has 2',
        ],
    ),
}


@pytest.mark.parametrize(
    ("schema", "front_matter", "expected"), OF_ITS_DRAFT.values(), ids=OF_ITS_DRAFT
)
def test_a_subschema_may_name_a_draft(
    schema: dict[str, Any], front_matter: str, expected: list[str]
) -> None:
    assert of(front_matter, schema) == expected


JSON_IN_BASE64 = {"contentMediaType": "application/json", "contentEncoding": "base64"}
CONTENT = {
    "not encoded": (
        "'{}'",
        'contentEncoding /v: "v" should be text in the encoding base64, not "{}"',
    ),
    "of another media type once decoded": (
        "ew==",
        'contentMediaType /v: "v" should be text of the media type application/json, not "ew=="',
    ),
}


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(("value", "expected"), CONTENT.values(), ids=CONTENT)
def test_encoded_content_is_judged_in_drafts_6_and_7_alone(
    draft: str, value: str, expected: str
) -> None:
    schema = {"$schema": DRAFTS[draft], "properties": {"v": JSON_IN_BASE64, "w": TEXT}}
    found = [f"2:4-2:8 schema/{expected}"] if draft in {"6", "7"} else []
    other = '3:4-3:5 schema/type /w: "w" should be text, not the whole number 1: quote it'
    assert of(f"v: {value}\nw: 1\n", schema) == [*found, other]


@pytest.mark.parametrize("value", ["e30=", "1"], ids=["JSON", "no text"])
def test_content_may_be_sound(value: str) -> None:
    assert of(f"v: {value}\n", {**DRAFT_7, "properties": {"v": JSON_IN_BASE64}}) == []


SOUND_BESIDE_A_FAULT = {
    "a decimal that is a multiple": ("1.13", {"multipleOf": 0.01}),
    "infinity, which is no number": (".inf", {"maximum": 1}),
    "a number too large for a double": ("1" + "0" * 400, {"minimum": 1.5}),
    "a power of two in two ways": (str(2**64), {"enum": [float(2**64)]}),
    "a pattern of ECMA 262": ("É", {"pattern": r"^\p{Lu}$"}),
    "`items` that is true": ("[1]", {**DRAFT_7, "items": True, "additionalItems": False}),
}


@pytest.mark.parametrize(
    ("value", "subschema"), SOUND_BESIDE_A_FAULT.values(), ids=SOUND_BESIDE_A_FAULT
)
def test_what_is_sound_is_not_reported_beside_a_fault(value: str, subschema: Any) -> None:
    draft = subschema.get("$schema", DRAFTS["2020-12"])
    schema = {"$schema": draft, "properties": {"v": subschema, "w": TEXT}}
    assert of(f"v: {value}\nw: 1\n", schema) == [
        '3:4-3:5 schema/type /w: "w" should be text, not the whole number 1: quote it'
    ]


ALTERNATIVE = {
    "properties": {"a": TEXT},
    "required": ["b"],
    "unevaluatedProperties": False,
}


def test_an_alternative_reports_its_unevaluated_keys() -> None:
    schema = {"properties": {"v": {"anyOf": [{"$ref": "#/$defs/a"}]}}, "$defs": {"a": ALTERNATIVE}}
    assert of("v: {a: x, c: 1}\n", schema) == [
        '2:1-2:2 schema/required /v/b: missing required key "b" in "v"',
        '2:11-2:12 schema/unevaluatedProperties /v/c: unknown key "c"',
    ]


IMPORTED = """
import sys
from articlelint import lint_text
lint_text(sys.argv[1], schema={"required": ["k"]})
print("jsonschema" in sys.modules)
"""


@pytest.mark.parametrize(
    ("front_matter", "imported"), [("k: 1\n", "False"), ("l: 1\n", "True")], ids=["valid", "not"]
)
def test_jsonschema_is_imported_only_for_what_is_not_valid(
    front_matter: str, imported: str
) -> None:
    command = [sys.executable, "-c", IMPORTED, article(front_matter)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == imported


EMPTY_KEYS = {
    "a list": ('"": [1]\n', '2:6-2:7 schema/type //0: item 1 of "" should be text, '),
    "a mapping": ('"": {a: 1}\na: x\n', '2:9-2:10 schema/type //a: "a" should be text, '),
    "a list in a list": ('v: [{"": [1]}]\n', '2:11-2:12 schema/type /v/0//0: item 1 of "" should'),
}
BELOW = {"properties": {"": {"items": TEXT, "additionalProperties": TEXT}}}
EMPTY_KEY_SCHEMA = {"properties": {**BELOW["properties"], "a": TEXT, "v": {"items": BELOW}}}


@pytest.mark.parametrize(("front_matter", "expected"), EMPTY_KEYS.values(), ids=EMPTY_KEYS)
def test_what_is_below_an_empty_key_is_reported_once(front_matter: str, expected: str) -> None:
    (reported,) = of(front_matter, EMPTY_KEY_SCHEMA)
    assert reported.startswith(expected)


def test_a_forbidden_key_forbids_also_what_is_not_a_mapping() -> None:
    assert of("v: 1\n", {"properties": {"v": {"not": {"required": ["k"]}}}}) == [
        '2:4-2:5 schema/not /v: "v" has a value that `not` in the schema forbids: 1'
    ]


#: Of each, jsonschema-rs tells the first fault.
FIRST: dict[str, tuple[dict[str, Any], str, str]] = {
    "a type": (
        {"properties": {"v": TEXT}},
        "v: 1\nw: 1\n",
        '2:4-2:5 schema/type /v: "v" should be text, not the whole number 1: quote it',
    ),
    "a missing key": (
        {"required": ["a", "b"]},
        "v: 1\n",
        '1:1-1:4 schema/required /a: missing required key "a"',
    ),
    "a key that another needs": (
        {"dependentRequired": {"v": ["a"]}},
        "v: 1\n",
        ('1:1-1:4 schema/dependentRequired /a: missing required key "a"'),
    ),
    "unknown keys": (
        {"properties": {"v": {}}, "additionalProperties": False},
        "v: 1\nw: 1\nx: 1\n",
        '3:1-3:2 schema/additionalProperties /w: unknown key "w"',
    ),
    "unevaluated keys": (
        {"properties": {"v": {}}, "unevaluatedProperties": False},
        "v: 1\nw: 1\n",
        '3:1-3:2 schema/unevaluatedProperties /w: unknown key "w"',
    ),
    "a key of the wrong form": (
        {"propertyNames": {"maxLength": 1}},
        "vv: 1\n",
        '2:1-2:3 schema/propertyNames /vv: "vv" is not allowed as a key',
    ),
    "what is forbidden": (
        {"properties": {"v": False}},
        "v: 1\n",
        '2:1-2:2 schema/false /v: "v" violates `false` in the schema',
    ),
    "no alternative": (
        {"properties": {"v": {"anyOf": [TEXT, {"minItems": 2}]}}},
        "v: [1]\n",
        '2:4-2:7 schema/anyOf /v: "v" violates `anyOf` in the schema',
    ),
    "a repeated item, which is not named": (
        {"properties": {"v": {"uniqueItems": True}}},
        "v: [1, 1]\n",
        '2:4-2:10 schema/uniqueItems /v: "v" violates `uniqueItems` in the schema',
    ),
    "what is below an empty key, as far as the place is known": (
        {"properties": {"v": {"properties": {"": {"items": TEXT}}}}},
        'v: {"": [1]}\n',
        '2:4-2:13 schema/type /v: "v" should be text, not the whole number 1: quote it',
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "expected"), FIRST.values(), ids=FIRST)
def test_where_jsonschema_gives_up_one_fault_is_reported(
    schema: dict[str, Any], front_matter: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(_: Any) -> Any:
        raise RecursionError

    monkeypatch.setattr("articlelint.schema.finding.find.jsonschema_validator", give_up)
    assert of(front_matter, schema) == [expected]


def test_what_is_too_deep_for_jsonschema_is_reported() -> None:
    further: dict[str, Any] = {"$ref": "#"}
    for _ in range(20):
        further = {"allOf": [further]}
    nested = "{v: " * 60 + "1" + "}" * 60
    schema = {"properties": {"v": further}, "type": "object", "required": ["k"]}
    [found] = of(f"v: {nested}\n", schema)
    assert "schema/required" in found


def test_an_interrupt_while_faults_are_looked_for_ends_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("articlelint.schema.finding.find.jsonschema_validator", interrupted)
    with pytest.raises(KeyboardInterrupt):
        of("v: 1\n", {"required": ["k"]})
