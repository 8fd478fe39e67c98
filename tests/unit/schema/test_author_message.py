"""``errorMessage``, by which a schema's author says what is wrong in words of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articlelint import load_schema
from tests.bounded import bounded
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


def _about(text: str, **keywords: Any) -> Any:
    """A schema of keys of a mapping ``a``, of which ``v`` has a message of its own."""
    of_value = {**keywords, "errorMessage": text}
    return {"properties": {"a": {"properties": {"v": of_value}}}}


VALUES: dict[str, tuple[str, str, str]] = {
    "the value": ("not ${0}", "v: 7", "not 7"),
    "text": ("not ${0}", 'v: "7 \\" x"', 'not "7 \\" x"'),
    "nothing": ("not ${0}", "v:", "not null"),
    "a flag": ("not ${0}", "v: true", "not true"),
    "a list": ("not ${0}", "v: [1, b, null]", 'not [1, "b", null]'),
    "a list again": ("not ${0}, no, ${0}", "v: [1]", "not [1], no, [1]"),
    "a part of it": ("not ${0/1/c}", "v: [1, {c: d}]", 'not "d"'),
    "a key beside it": ("more than ${1/min}", "v: 7, min: 8", "more than 8"),
    "a key of the whole": ("of ${/a/min}", "v: 7, min: 8", "of 8"),
    "the whole": ("of ${2}", "v: 7", 'of {"a": {"v": 7}}'),
    "its key": ("${0#} is odd", "v: 7", '"v" is odd'),
    "the key above": ("${1#} is odd", "v: 7", '"a" is odd'),
    "a key with signs": ("${1/x~1y~0z}", "v: 7, x/y~z: 8", "8"),
    "an empty key": ("${1/}", "v: 7, '': 8", "8"),
    "several": ("${0} of ${1/w} and ${1/w}", "v: 7, w: 8", "7 of 8 and 8"),
    "what is not there": ("${/b} ${0/c} ${1/v/d}", "v: 7", "nothing nothing nothing"),
    "an item that is not there": ("${0/2} ${0/-1} ${0/01} ${0/x}", "v: [1]", "nothing " * 4),
    "a long text": ("not ${0}", f"v: {'x' * 99}", f'not "{"x" * 59}…"'),
    "one before one that is never closed": ("${0} ${1/w} ${/a/w ${", "v: 7, w: 8", "7 8 ${/a/w ${"),
    "what a value looks like": ("not ${0}", 'v: "${1#}"', 'not "${1#}"'),
}


@pytest.mark.parametrize(("text", "keys", "told"), VALUES.values(), ids=VALUES)
def test_placeholders_are_filled_with_values(text: str, keys: str, told: str) -> None:
    [diagnostic] = diagnostics(article(f"a: {{{keys}}}\n"), _about(text, const="z"))
    assert diagnostic.message == told.rstrip()


@pytest.mark.parametrize(
    "text", ["${3}", "${2#}", "${00}", "${}", "${a}", "${#}", "$0", "{0}", "${0", "${-1}", "${ 0 }"]
)
def test_what_is_no_placeholder_is_left(text: str) -> None:
    [diagnostic] = diagnostics(article("a: {v: 7}\n"), _about(text, const="z"))
    assert diagnostic.message == text


def test_of_very_many_placeholders_the_first_are_filled() -> None:
    [diagnostic] = diagnostics(article("a: {v: 7}\n"), _about("${0}" * 22, const="z"))
    assert diagnostic.message == "7" * 20 + "${0}" * 2


@pytest.mark.posix
def test_of_very_many_placeholders_that_are_never_closed_none_is_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "${0} " + "${/" * 100_000
    Path("s.json").write_text(json.dumps(_about(text, const="z")), encoding="utf-8")
    Path("a.md").write_text(article("a: {v: 7}\n"), encoding="utf-8")
    done = bounded("--no-config", "--schema", "s.json", "--format", "jsonl", "a.md")
    assert json.loads(done.out.splitlines()[0])["message"].startswith("7 ${/${/${/")


OF_WHAT: dict[str, tuple[Any, str, list[str]]] = {
    "a missing key is one of the mapping": (
        {"required": ["k"], "errorMessage": "${0} has no key of ${0#}"},
        "v: {w: 1}\n",
        ['{"w": 1} has no key of "v"'],
    ),
    "an unknown key is one of the mapping": (
        {"additionalProperties": False, "errorMessage": "none but ${0/k}, no ${0#}"},
        "v: {w: 1}\n",
        ['none but nothing, no "v"'],
    ),
    "what no value may be is about the value": (
        {"additionalProperties": {"not": True, "errorMessage": "${0#} is one too many"}},
        "v: {w: 1}\n",
        ['"w" is one too many'],
    ),
    "what is said around is about the mapping": (
        {
            "properties": {"w": {"type": "string"}},
            "errorMessage": {"properties": {"w": "${0/w} in ${0#}"}},
        },
        "v: {w: 1}\n",
        ['1 in "v"'],
    ),
    "a repeated item is about the list": (
        {"anyOf": [{"uniqueItems": True, "errorMessage": "twice in ${0#}, in ${0}"}]},
        "v: [1, 1]\n",
        ['twice in "v", in [1, 1]'],
    ),
    "an item is about itself": (
        {"items": {"type": "string", "errorMessage": "item ${0#} is ${0}"}},
        "v: [1, b, 2]\n",
        ["item 0 is 1", "item 2 is 2"],
    ),
    "alternatives are about their value": (
        {"anyOf": [{"type": "string"}, {"required": ["k"]}], "errorMessage": "${0/w} of ${0#}"},
        "v: {w: 1}\n",
        ['1 of "v"'],
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "told"), OF_WHAT.values(), ids=OF_WHAT)
def test_a_placeholder_is_relative_to_the_value_that_the_schema_is_about(
    schema: Any, front_matter: str, told: list[str]
) -> None:
    found = diagnostics(article(front_matter), {"properties": {"v": schema}})
    assert [each.message for each in found] == told


def test_an_empty_message_does_not_count() -> None:
    [diagnostic] = diagnostics(article("a: {v: 7}\n"), _about(" ", const="z"))
    assert diagnostic.message.startswith('"v" should be "z"')
