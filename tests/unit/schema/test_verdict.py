"""Two engines: jsonschema explains; where it cannot, the errors of jsonschema-rs are reported."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from articlelint.schema.finding import faults
from articlelint.schema.finding.explainer import explainer
from articlelint.schema.finding.unevaluated import Unevaluated
from articlelint.schema.loading.store import from_mapping
from articlelint.schema.validator import Validator
from tests.support import article
from tests.unit.schema.support import DRAFTS, of

TEXT = {"type": "string"}


class GivesUp:
    """In the place of jsonschema's validator."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def iter_errors(self, _: Any) -> Iterator[Any]:
        raise self._error


class FindsNothing:
    """The same."""

    def iter_errors(self, _: Any) -> list[Any]:
        return []


UNEXPLAINED = {
    "nothing": FindsNothing(),
    "RecursionError": GivesUp(RecursionError()),
    "OverflowError": GivesUp(OverflowError()),
}

VERDICTS: dict[str, tuple[Any, str, list[str]]] = {
    "a type": (
        TEXT,
        "v: 1\n",
        ['2:4-2:5 schema/type /v: "v" should be text, not the whole number 1: quote it'],
    ),
    "missing keys": (
        {"required": ["a"], "dependentRequired": {"b": ["c"]}},
        "v: {b: 1}\n",
        [
            (
                '2:1-2:2 schema/dependentRequired /v/c: "v" lacks "c", '
                "which another key needs beside it"
            ),
            '2:1-2:2 schema/required /v/a: "v" lacks "a"',
        ],
    ),
    "unknown keys": (
        {"properties": {"a": {}}, "additionalProperties": False},
        "v: {b: 1, a: 1, c: 1}\n",
        [
            '2:5-2:6 schema/additionalProperties /v/b: unknown key "b"',
            '2:17-2:18 schema/additionalProperties /v/c: unknown key "c"',
        ],
    ),
    "unknown keys, where none is known": (
        {"additionalProperties": False},
        "v: {b: 1, c: 1}\n",
        [
            '2:5-2:6 schema/additionalProperties /v/b: unknown key "b"',
            '2:11-2:12 schema/additionalProperties /v/c: unknown key "c"',
        ],
    ),
    "unevaluated keys": (
        {"allOf": [{"properties": {"a": TEXT}}], "unevaluatedProperties": False},
        "v: {b: 1, a: 1}\n",
        [
            '2:5-2:6 schema/unevaluatedProperties /v/b: unknown key "b"',
            '2:14-2:15 schema/type /v/a: "a" should be text, not the whole number 1: quote it',
        ],
    ),
    "a key of the wrong form": (
        {"propertyNames": {"maxLength": 1}},
        "v: {aa: 1, b: 1}\n",
        ['2:5-2:7 schema/propertyNames /v/aa: "aa" cannot be a key here'],
    ),
    "a key called as a keyword": (
        {"properties": {"items": False, "propertyNames": False}},
        "v: {items: 1, propertyNames: 1}\n",
        [
            '2:5-2:10 schema/false /v/items: "items" is not allowed here',
            '2:15-2:28 schema/false /v/propertyNames: "propertyNames" is not allowed here',
        ],
    ),
    "further items": (
        {"prefixItems": [{}], "items": False},
        "v: [1, 2, 3]\n",
        ['2:1-2:2 schema/items /v: "v" should have at most 1 item, and has 3'],
    ),
    "a repeated item": (
        {"uniqueItems": True},
        "v: [1, 2, 1]\n",
        ['2:11-2:12 schema/uniqueItems /v/2: item 3 of "v" repeats item 1: remove one of the two'],
    ),
    "too few of a kind": (
        {"contains": {"const": 1}, "minContains": 2},
        "v: [1]\n",
        ['2:1-2:2 schema/contains /v: "v" lacks an item of the kind it must hold'],
    ),
    "no alternative": (
        {"anyOf": [TEXT, {"required": ["b"]}]},
        "v: {a: 1}\n",
        ['2:1-2:2 schema/required /v/b: "v" lacks "b"'],
    ),
    "two alternatives": (
        {"oneOf": [TEXT, {"minLength": 1}]},
        "v: a\n",
        [
            (
                '2:4-2:5 schema/oneOf /v: "v" fits more than one of the forms '
                "of which it may have only one: the 1st form and the 2nd form"
            )
        ],
    ),
}


@pytest.mark.parametrize("engine", UNEXPLAINED.values(), ids=UNEXPLAINED)
@pytest.mark.parametrize(("subschema", "front_matter", "expected"), VERDICTS.values(), ids=VERDICTS)
def test_what_jsonschema_does_not_explain_is_reported(
    monkeypatch: pytest.MonkeyPatch,
    engine: Any,
    subschema: Any,
    front_matter: str,
    expected: list[str],
) -> None:
    monkeypatch.setattr(faults, "explainer", lambda _: engine)
    assert of(front_matter, {"properties": {"v": subschema}}) == expected


def test_what_jsonschema_explains_in_part_is_reported_in_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:

    class FindsTheFirst:
        def __init__(self, documents: Any) -> None:
            self._stock = explainer(documents)

        def iter_errors(self, data: Any) -> list[Any]:
            return list(self._stock.iter_errors(data))[:1]

    monkeypatch.setattr(faults, "explainer", FindsTheFirst)
    subschema = {"propertyNames": {"maxLength": 1}}
    assert of("v: {aa: 1, bb: 1}\nw: 1\n", {"properties": {"v": subschema, "w": TEXT}}) == [
        (
            "2:5-2:7 schema/propertyNames /v/aa: "
            'the key "aa" should have at most 1 character, and has 2'
        ),
        '2:12-2:14 schema/propertyNames /v/bb: "bb" cannot be a key here',
        '3:4-3:5 schema/type /w: "w" should be text, not the whole number 1: quote it',
    ]


def nothing(*_: Any) -> list[Any]:
    return []


def test_an_error_of_which_splitting_leaves_nothing_is_still_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Unevaluated, "parts", nothing)
    closed = Validator(from_mapping({"unevaluatedProperties": False}))
    [found] = closed.faults({"v": 1})
    assert (found.keyword, found.path) == ("unevaluatedProperties", ())


def test_what_is_too_deep_for_jsonschema_is_reported() -> None:
    further: dict[str, Any] = {"$ref": "#"}
    for _ in range(20):
        further = {"allOf": [further]}
    nested = "{v: " * 60 + "1" + "}" * 60
    schema = {"properties": {"v": further}, "type": "object", "required": ["k"]}
    found = of(f"v: {nested}\n", schema)
    assert len(found) == 62
    assert found[0] == '1:1-1:4 schema/required /k: the front matter lacks "k"'


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
            '1:1-1:4 schema/required /k: the front matter lacks "k"',
            '1:1-1:4 schema/required /l: the front matter lacks "l"',
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
            '2:1-2:2 schema/minProperties /v: "v" should have at least 2 keys, and has 1',
            '3:1-3:2 schema/additionalItems /w: "w" should have at most 1 item, and has 2',
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


def test_an_alternative_tells_its_unevaluated_keys() -> None:
    schema = {"properties": {"v": {"anyOf": [{"$ref": "#/$defs/a"}]}}, "$defs": {"a": ALTERNATIVE}}
    assert of("v: {a: x, c: 1}\n", schema) == [
        '2:1-2:2 schema/required /v/b: "v" lacks "b"',
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


@pytest.mark.parametrize("front_matter", [text for text, _ in EMPTY_KEYS.values()], ids=EMPTY_KEYS)
def test_without_its_place_it_is_reported_all_the_same(
    monkeypatch: pytest.MonkeyPatch, front_matter: str
) -> None:
    monkeypatch.setattr(faults, "explainer", lambda _: FindsNothing())
    assert len(of(front_matter, EMPTY_KEY_SCHEMA)) == 1
