"""``errorMessage``, by which a schema's author says what is wrong in words of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articlelint import load_schema
from tests.support import article
from tests.unit.schema.support import diagnostics

OWN: dict[str, tuple[Any, str, str, str]] = {
    "one text": (
        {"properties": {"v": {"pattern": "^[A-Z]", "errorMessage": "begin with\n  a capital"}}},
        "v: a\n",
        "begin with a capital",
        '"v" does not match the pattern `^[A-Z]`: "a"',
    ),
    "one text, by way of a reference": (
        {"properties": {"v": {"$ref": "#/$defs/capital"}}},
        "v: a\n",
        "begin with a capital",
        '"v" does not match the pattern `^[A-Z]`: "a"',
    ),
    "one text, beside a reference to another": (
        {"properties": {"v": {"$ref": "#/$defs/capital", "errorMessage": "use a name"}}},
        "v: a\n",
        "use a name",
        '"v" does not match the pattern `^[A-Z]`: "a"',
    ),
    "by keyword": (
        {
            "properties": {
                "v": {"type": "string", "minLength": 2, "errorMessage": {"type": "quote"}}
            }
        },
        "v: 1\n",
        "quote",
        '"v" should be text, not the whole number 1: quote it',
    ),
    "for all other keywords": (
        {"properties": {"v": {"type": "string", "errorMessage": {"pattern": "no", "_": "other"}}}},
        "v: 1\n",
        "other",
        '"v" should be text, not the whole number 1: quote it',
    ),
    "of a missing key": (
        {"required": ["k"], "errorMessage": {"required": {"k": "say who", "l": "say when"}}},
        "v: 1\n",
        "say who",
        'missing required key "k"',
    ),
    "of any missing key": (
        {"required": ["k"], "errorMessage": {"required": "say who"}},
        "v: 1\n",
        "say who",
        'missing required key "k"',
    ),
    "of an unknown key": (
        {"additionalProperties": False, "errorMessage": {"additionalProperties": "no such key"}},
        "v: 1\n",
        "no such key",
        'unknown key "v"',
    ),
    "of a key, in the schema around": (
        {"properties": {"v": {"type": "string"}}, "errorMessage": {"properties": {"v": "a name"}}},
        "v: 1\n",
        "a name",
        '"v" should be text, not the whole number 1: quote it',
    ),
    "of an item, in the schema around": (
        {
            "properties": {
                "v": {"items": {"type": "string"}, "errorMessage": {"items": ["first", "second"]}}
            }
        },
        "v: [a, 1]\n",
        "second",
        'item 2 of "v" should be text, not the whole number 1: quote it',
    ),
    "of alternatives, whichever was meant": (
        {"properties": {"v": {"anyOf": [{"minimum": 3}, {"type": "null"}], "errorMessage": "no"}}},
        "v: 1\n",
        "no",
        '"v" should be at least 3, not 1',
    ),
    "of alternatives, before that of one of them": (
        {
            "properties": {
                "v": {"anyOf": [{"minimum": 3, "errorMessage": "a few"}], "errorMessage": "no"}
            }
        },
        "v: 1\n",
        "no",
        '"v" should be at least 3, not 1',
    ),
    "of alternatives, of which one has a misspelt key": (
        {
            "properties": {
                "v": {
                    "oneOf": [{"type": "string"}, {"$ref": "#/$defs/link"}],
                    "errorMessage": "a link",
                }
            }
        },
        "v: {herf: x}\n",
        "a link",
        'unknown key "herf": did you mean "href", which is missing?',
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "told", "ours"), OWN.values(), ids=OWN)
def test_it_is_the_message_and_ours_is_help(
    schema: Any, front_matter: str, told: str, ours: str
) -> None:
    definitions = {
        "capital": {"pattern": "^[A-Z]", "errorMessage": "begin with a capital"},
        "link": {"properties": {"href": {}}, "required": ["href"], "additionalProperties": False},
    }
    [diagnostic] = diagnostics(article(front_matter), {**schema, "$defs": definitions})
    assert (diagnostic.message, diagnostic.help[0]) == (told, ours)


def test_of_several_faults_of_an_alternative_the_first_has_the_message() -> None:
    link = {"properties": {"href": {"type": "string"}, "text": {"minLength": 2}}}
    subschema = {"anyOf": [{"type": "string"}, link], "errorMessage": "write a link"}
    found = diagnostics(article("v: {href: 1, text: x}\n"), {"properties": {"v": subschema}})
    assert [(each.message, *each.help) for each in found] == [
        ("write a link", '"href" should be text, not the whole number 1: quote it'),
        ('"text" needs at least 2 characters, has 1',),
    ]


def test_of_the_same_alternatives_in_two_places_each_has_the_message() -> None:
    subschema = {"anyOf": [{"type": "string"}, {"type": "null"}], "errorMessage": "write a name"}
    found = diagnostics(article("v: [1, 2]\n"), {"properties": {"v": {"items": subschema}}})
    assert [each.message for each in found] == ["write a name", "write a name"]


LEFT: dict[str, tuple[Any, str]] = {
    "of another keyword": ({"errorMessage": {"pattern": "no"}}, "v: 1\n"),
    "of a subschema beside": (
        {"allOf": [{"pattern": "^x", "errorMessage": {"pattern": "begin with x"}}]},
        "v: 1\n",
    ),
    "that is no text": ({"errorMessage": 1}, "v: 1\n"),
    "of another key": ({"errorMessage": {"properties": {"w": "no"}}}, "v: 1\n"),
    "with keys that are none": ({"errorMessage": {"properties": "no"}}, "v: 1\n"),
}


@pytest.mark.parametrize(("more", "front_matter"), LEFT.values(), ids=LEFT)
def test_a_message_does_not_count(more: Any, front_matter: str) -> None:
    schema = {"properties": {"v": {"type": "string", **more}}, **more}
    [diagnostic] = diagnostics(article(front_matter), schema)
    assert diagnostic.message == '"v" should be text, not the whole number 1: quote it'


def test_a_list_of_messages_may_be_shorter_than_the_list() -> None:
    subschema = {"items": {"type": "string"}, "errorMessage": {"items": ["first"]}}
    [diagnostic] = diagnostics(article("v: [a, 1]\n"), {"properties": {"v": subschema}})
    assert diagnostic.message.startswith('item 2 of "v" should be text')


def test_a_schema_of_yaml_may_have_it_too(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("required: [k]\nerrorMessage: say who\n", encoding="utf-8")
    [diagnostic] = diagnostics(article("v: 1\n"), load_schema(str(tmp_path / "s.yaml")))
    assert diagnostic.message == "say who"
