"""What helps to fix a fault: the nearest known word, and what the schema says of the value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articlelint import load_schema
from tests.support import article
from tests.unit.schema.support import diagnostics

TEXT = {"type": "string"}


def help_of(front_matter: str, schema: Any) -> list[tuple[str, ...]]:
    return [each.help for each in diagnostics(article(front_matter), schema)]


SUGGESTIONS = {
    "an unknown key": (
        {"properties": {"title": {}, "date": {}}, "additionalProperties": False},
        "titel: 1\n",
        "title",
    ),
    "one that differs in case": (
        {"properties": {"webUrl": {}}, "additionalProperties": False},
        "WEBURL: 1\n",
        "webUrl",
    ),
    "an unevaluated key, known to a subschema": (
        {"allOf": [{"$ref": "#/$defs/base"}], "unevaluatedProperties": False},
        "titel: 1\n",
        "title",
    ),
    "an unevaluated key, known to one of several": (
        {
            "anyOf": [{"properties": {"date": {}}}, {"properties": {"title": {}}}],
            "unevaluatedProperties": False,
        },
        "titel: 1\n",
        "title",
    ),
    "an unevaluated key, known to just one of several": (
        {
            "oneOf": [{"properties": {"title": {}}}, {"required": ["date"]}],
            "unevaluatedProperties": False,
        },
        "titel: 1\n",
        "title",
    ),
    "an unevaluated key, known where a condition holds": (
        {
            "if": {"required": ["type"]},
            "then": {"properties": {"title": {}}},
            "unevaluatedProperties": False,
        },
        "titel: 1\n",
        "title",
    ),
    "an unevaluated key, known where a condition does not": (
        {
            "if": {"required": ["titel"]},
            "else": {"properties": {"title": {}}},
            "unevaluatedProperties": False,
        },
        "titel: 1\n",
        "title",
    ),
    "a key of the wrong form": (
        {"propertyNames": {"enum": ["title", "date"]}},
        "titel: 1\n",
        "title",
    ),
    "a key of the wrong form, known by name": (
        {"properties": {"title": {}}, "propertyNames": {"pattern": "^title$"}},
        "titel: 1\n",
        "title",
    ),
    "a value": ({"properties": {"v": {"enum": [1, "article", "video"]}}}, "v: Vidio\n", "video"),
}


@pytest.mark.parametrize(("schema", "front_matter", "meant"), SUGGESTIONS.values(), ids=SUGGESTIONS)
def test_the_nearest_known_word_is_suggested(schema: Any, front_matter: str, meant: str) -> None:
    whole = {**schema, "$defs": {"base": {"properties": {"title": {}}}}}
    [diagnostic] = diagnostics(article(front_matter), whole)
    assert diagnostic.message.endswith(f': did you mean "{meant}"?')
    assert diagnostic.help == ()


NO_SUGGESTIONS = {
    "a key that is already there": (
        {"properties": {"title": {}}, "additionalProperties": False},
        "title: 1\ntitel: 2\n",
    ),
    "a key that is near to none": (
        {"properties": {"title": {}}, "additionalProperties": False},
        "colour: 1\n",
    ),
    "a key where none is known": ({"additionalProperties": False}, "titel: 1\n"),
    "a key known only to a subschema, of which `additionalProperties` knows nothing": (
        {"allOf": [{"properties": {"title": {}}}], "additionalProperties": False},
        "titel: 1\n",
    ),
    "a key that is forbidden": ({"properties": {"v": False, "w": {}}}, "v: 1\n"),
    "a value that is near to none": ({"properties": {"v": {"enum": ["a", "b"]}}}, "v: xyz\n"),
    "a value that is no text": ({"properties": {"v": {"enum": ["12"]}}}, "v: 12\n"),
}


@pytest.mark.parametrize(("schema", "front_matter"), NO_SUGGESTIONS.values(), ids=NO_SUGGESTIONS)
def test_nothing_is_suggested_of(schema: Any, front_matter: str) -> None:
    [diagnostic] = diagnostics(article(front_matter), schema)
    assert "did you mean" not in diagnostic.message


INNER = {"description": "The inner.", "examples": ["inner"], **TEXT}
OUTER = {"description": "The\n  outer.", "examples": ["outer", "second"], "$ref": "#/$defs/inner"}
HELP_OF_OUTER = ("The outer.", 'for example: "outer"')
DESCRIBED: dict[str, tuple[Any, str]] = {
    "a value": ({"properties": {"v": OUTER}}, "v: 1\n"),
    "a value in a mapping": (
        {"properties": {"m": {"properties": {"v": OUTER}}}},
        "m: {v: 1}\n",
    ),
    "a value that no property names": ({"additionalProperties": OUTER}, "v: 1\n"),
    "an item": ({"properties": {"v": {"items": OUTER}}}, "v: [1]\n"),
    "a first item": ({"properties": {"v": {"prefixItems": [OUTER]}}}, "v: [1]\n"),
    "an item after the first": (
        {"properties": {"v": {"prefixItems": [{}], "items": OUTER}}},
        "v: [1, 1]\n",
    ),
    "a value by way of allOf": (
        {"allOf": [{"properties": {"w": {}}}, {"properties": {"v": OUTER}}]},
        "v: 1\n",
    ),
    "a value by way of a reference": (
        {"properties": {"m": {"$ref": "#/$defs/a~1b%20c"}}},
        "m: {v: 1}\n",
    ),
    "a value by way of a reference to the root": (
        {"properties": {"m": {"$ref": "#"}, "v": OUTER}},
        "m: {v: 1}\n",
    ),
    "a list": (
        {"properties": {"v": {"description": "The outer.", "examples": ["outer"], "minItems": 1}}},
        "v: []\n",
    ),
    "a value in an alternative, which only the fault itself knows of": (
        {
            "if": {},
            "then": {
                "properties": {
                    "v": {"description": "The outer.", "examples": ["outer"], "maximum": 0}
                }
            },
        },
        "v: 1\n",
    ),
}


@pytest.mark.parametrize(("schema", "front_matter"), DESCRIBED.values(), ids=DESCRIBED)
def test_the_outermost_description_and_example_are_shown_of(schema: Any, front_matter: str) -> None:
    definitions = {"inner": INNER, "a/b c": {"properties": {"v": OUTER}}}
    assert help_of(front_matter, {**schema, "$defs": definitions}) == [HELP_OF_OUTER]


_DEEP: Any = {"properties": {"v": {"$ref": "#"}}, "required": ["v"]}
MISSING: dict[str, tuple[Any, tuple[str, ...]]] = {
    "by its example": (
        {"properties": {"v": OUTER}, "required": ["v"]},
        ("write `v: outer`", "The outer."),
    ),
    "by its example in an alternative": (
        {"if": {}, "then": {"properties": {"v": OUTER}, "required": ["v"]}},
        ("write `v: outer`", "The outer."),
    ),
    "by its default": (
        {"properties": {"v": {"default": 3}}, "required": ["v"]},
        ("write `v: 3`",),
    ),
    "by its only value": (
        {"properties": {"v": {"const": "no"}}, "required": ["v"]},
        ('write `v: "no"`',),
    ),
    "by the first of its values": (
        {"properties": {"v": {"enum": ["news", "review"]}}, "required": ["v"]},
        ("write `v: news`",),
    ),
    "by its format": (
        {"properties": {"v": {"format": "date"}}, "required": ["v"]},
        ('write `v: "2023-05-04"`',),
    ),
    "by its type": (
        {"properties": {"v": {"type": "boolean"}}, "required": ["v"]},
        ("write `v: true` or `v: false`",),
    ),
    "as dots": ({"required": ["v"]}, ("write `v: ...`",)),
    "as a mapping with what it requires": (
        {
            "properties": {
                "v": {
                    "required": ["a", "b"],
                    "properties": {"a": {"minimum": 2}, "b": {"examples": [True]}},
                }
            },
            "required": ["v"],
        },
        ("write:", "v:", "  a: ...", "  b: true"),
    ),
    "as a list": (
        {"properties": {"v": {"type": "array", "items": TEXT}}, "required": ["v"]},
        ("write:", "v:", "  - ..."),
    ),
    "by alternatives": (
        {
            "anyOf": [{"required": ["v"]}, {"required": ["x", "z"]}],
            "properties": {"v": {"examples": [1]}},
        },
        ("write `v: 1`", "or write `x: ...`", "write `z: ...`"),
    ),
    "as far as is sensible, where it requires itself": (
        _DEEP,
        ("write:", "v:", *("  " * depth + "v:" for depth in range(1, 6)), "            v: ..."),
    ),
}


@pytest.mark.parametrize(("schema", "lines"), MISSING.values(), ids=MISSING)
def test_a_missing_key_is_spelled_out(schema: Any, lines: tuple[str, ...]) -> None:
    whole = {**schema, "$defs": {"inner": INNER}}
    assert help_of("w: 1\n", whole) == [lines]


def test_items_in_the_manner_of_older_drafts_are_described() -> None:
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "properties": {
            "v": {
                "items": [{"description": "The first.", **TEXT}],
                "additionalItems": {"description": "The others.", **TEXT},
            }
        },
    }
    assert help_of("v: [1, 1, 1]\n", schema) == [
        ("The first.",),
        ("The others.",),
        ("The others.",),
    ]


LITTLE: dict[str, tuple[Any, str, tuple[str, ...]]] = {
    "the inner description, if the outer has none": (
        {"$ref": "#/$defs/inner"},
        "v: 1\n",
        ("The inner.", 'for example: "inner"'),
    ),
    "the inner example, if the outer has none that fits on a line": (
        {"description": "The outer.", "examples": [["a"]], "$ref": "#/$defs/inner"},
        "v: 1\n",
        ("The outer.", 'for example: "inner"'),
    ),
    "nothing of an empty description": (
        {"description": " ", "examples": [0], **TEXT},
        "v: 1\n",
        ("for example: 0",),
    ),
    "the inner description, if the outer is empty": (
        {"description": "", "$ref": "#/$defs/inner"},
        "v: 1\n",
        ("The inner.", 'for example: "inner"'),
    ),
    "an example alone": ({"examples": [0], **TEXT}, "v: 1\n", ("for example: 0",)),
    "an example that says nothing": ({"examples": [None], **TEXT}, "v: 1\n", ()),
    "no example where the list of them is empty": ({"examples": [], **TEXT}, "v: 1\n", ()),
    "nothing of a reference to elsewhere": (
        {"$ref": "https://json-schema.org/draft/2020-12/schema"},
        "v: 1\n",
        (),
    ),
    "nothing where nothing is said": (TEXT, "v: 1\n", ()),
}


@pytest.mark.parametrize(("subschema", "front_matter", "expected"), LITTLE.values(), ids=LITTLE)
def test_what_is_shown_is(subschema: Any, front_matter: str, expected: tuple[str, ...]) -> None:
    schema = {"properties": {"v": subschema}, "$defs": {"inner": INNER}}
    assert help_of(front_matter, schema) == [expected]


def test_an_unknown_key_is_not_described_by_what_is_known_of_others() -> None:
    schema = {"properties": {}, "additionalProperties": False, "description": "An article."}
    assert help_of("v: 1\n", schema) == [()]


def test_a_circle_of_references_is_walked_once() -> None:
    schema = {
        "properties": {"v": {"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}]}},
        "$defs": {
            "a": {"properties": {"v": {"$ref": "#/$defs/b"}}},
            "b": {
                "allOf": [{"$ref": "#/$defs/a"}, {"description": "The inner.", "minProperties": 1}]
            },
        },
    }
    assert help_of("v: {v: {}}\n", schema) == [("The inner.",)]


def test_a_definition_in_another_file_describes_where_nothing_nearer_does(tmp_path: Path) -> None:
    provider = {"properties": {"name": INNER, "domain": INNER}, "required": ["name"]}
    (tmp_path / "provider.json").write_text(json.dumps(provider), encoding="utf-8")
    schema = {"properties": {"provider": {"$ref": "provider.json"}}}
    (tmp_path / "article.json").write_text(json.dumps(schema), encoding="utf-8")
    assert help_of("provider: {domain: 1}\n", load_schema(str(tmp_path / "article.json"))) == [
        ("write `name: inner`", "The inner."),
        ("The inner.", 'for example: "inner"'),
    ]


def test_the_first_of_two_equal_items_is_shown_beside_the_later() -> None:
    text = article("v: [a, b, a]\n")
    [diagnostic] = diagnostics(text, {"properties": {"v": {"uniqueItems": True}}})
    [first] = diagnostic.related
    assert (text[first.span.start :][:4], first.message) == ("a, b", "first occurrence")


FORMS: dict[str, tuple[Any, str, tuple[str, ...]]] = {
    "a list": (
        {"type": "array"},
        "v: a\n",
        ("v:", "  - a"),
    ),
    "a list that is no text": (
        {"type": "array"},
        "v: '-'\n",
        ("write each item on a line of its own below the key, after `- `",),
    ),
    "a list of numbers": (
        {"type": "array", "items": {"type": "integer"}},
        "v: 1, -2, x\n",
        ("v:", "  - 1", "  - -2", "  - x"),
    ),
    "a list of numbers, one too long to be read": (
        {"type": "array", "items": {"type": "integer"}},
        f"v: 1, {'2' * 1001}\n",
        ("v:", "  - 1", f'  - "{"2" * 1001}"'),
    ),
    "a long list": (
        {"type": "array"},
        f"v: {', '.join(f'item {number}' for number in range(40))}\n",
        ("v:", *(f"  - item {number}" for number in range(29)), "..."),
    ),
    "items in braces": ({"type": "array"}, "v: {a, b}\n", ("v:", "  - a", "  - b")),
    "a mapping that is the only item": (
        {"type": "array", "items": {"type": "object"}},
        "v:\n  a: 1\n  b: [2]\n",
        ("v:", "  - a: 1", "    b:", "      - 2"),
    ),
    "empty keys that are an item": (
        {"type": "array", "items": {"type": "object"}},
        "v: {a, b}\n",
        (),
    ),
    "empty keys on lines of their own": ({"type": "array"}, "v:\n  a:\n  b:\n", ()),
    "a mapping where the items are text": (
        {"type": "array", "items": TEXT},
        "v: {a: 1}\n",
        (),
    ),
    "a number with a tag": ({"type": "array"}, "v: !!int 1\n", ()),
    "a mapping whose keys have dashes": (
        {"type": "object"},
        "v:\n  - a: 1\n  - b: [2]\n",
        ("v:", "  a: 1", "  b:", "    - 2"),
    ),
    "a mapping with a dash": (
        {"type": "object"},
        "v:\n  - a: 1\n    b: 2\n",
        ("v:", "  a: 1", "  b: 2"),
    ),
    "two mappings": ({"type": "object"}, "v:\n  - a: 1\n  - a: 2\n", ()),
    "texts instead of a mapping": ({"type": "object"}, "v:\n  - a\n  - b: 2\n", ()),
    "an empty list instead of a mapping": ({"type": "object"}, "v: []\n", ()),
    "a number instead of a mapping": ({"type": "object"}, "v: 1\n", ()),
    "null where a date is wanted": (
        {"type": "string", "format": "date-time"},
        "v: null\n",
        ("write `v: 2023-05-04T09:30:00Z`",),
    ),
    "a mapping with a long text": (
        {"type": "object", "required": ["b"]},
        f"v: {'x' * 401}\n",
        ("write its keys below it, indented: `b: ...`",),
    ),
    "a mapping": ({"type": "object"}, "v: a\n", ("write its keys below it, indented",)),
    "a mapping with required keys": (
        {"type": "object", "properties": {"a": {}, "b": {}}, "required": ["b", "c"]},
        "v: a\n",
        ("v:", "  b: a", "  c: ..."),
    ),
    "a mapping with possible keys": (
        {"type": "object", "properties": {"a": {}, "b": {}}},
        "v: a\n",
        ("write its keys below it, indented: `a: ...`, `b: ...`",),
    ),
    "a URL without a scheme": (
        {"format": "uri"},
        "v: example.com\n",
        ("write `v: https://example.com`",),
    ),
    "a URL with a space": (
        {"format": "uri"},
        "v: https://example.com/a b\n",
        ("write `v: https://example.com/a%20b`",),
    ),
    "a number instead of a list": ({"type": "array"}, "v: 1\n", ("v:", "  - 1")),
}


@pytest.mark.parametrize(("subschema", "front_matter", "lines"), FORMS.values(), ids=FORMS)
def test_how_to_write_it_is_said_of(
    subschema: Any, front_matter: str, lines: tuple[str, ...]
) -> None:
    assert help_of(front_matter, {"properties": {"v": subschema}}) == [lines]


NO_FORMS: dict[str, tuple[Any, str]] = {
    "a pattern, which is in the message": ({"pattern": "^[a-z]{3}$"}, "v: a\n"),
    "text instead of a list or a number": ({"type": ["array", "number"]}, "v: a\n"),
}


@pytest.mark.parametrize(("subschema", "front_matter"), NO_FORMS.values(), ids=NO_FORMS)
def test_how_to_write_it_is_not_said_of(subschema: Any, front_matter: str) -> None:
    assert help_of(front_matter, {"properties": {"v": subschema}}) == [()]


def test_a_pattern_is_shown_by_an_example() -> None:
    subschema = {"pattern": "^[a-z]+$", "examples": ["abc"]}
    [diagnostic] = diagnostics(article("v: A1\n"), {"properties": {"v": subschema}})
    assert diagnostic.message == '"v" should look like "abc", not "A1"'


def test_text_of_too_many_digits_is_not_taken_for_a_number() -> None:
    text = article(f"v: '{'1' * 5000}'\n")
    [diagnostic] = diagnostics(text, {"properties": {"v": {"type": "integer"}}})
    assert diagnostic.message.endswith('…"')


DATES = {
    "a day that is not real": (
        "date",
        "2024-02-30",
        ('"2024-02-30" is not a real date: 2024-02 has 29 days', "the day must be 01 to 29"),
    ),
    "a month that is not real": (
        "date",
        "2024-13-01",
        ('"2024-13-01" is not a real date: there is no month 13', "the month must be 01 to 12"),
    ),
    "words instead of a date": ("date", "4 May 2023", ('write `day: "2023-05-04"`',)),
    "words of no real day": ("date", "30 February 2023", ()),
    "either of two days": ("date", "04/05/2023", ("write `2023-05-04` or `2023-04-05`",)),
    "words instead of a date and time": (
        "date-time",
        "4 May 2023",
        ("write the date, a `T`, the time and the time zone: `2023-05-04T00:00:00Z`",),
    ),
    "words of which a date is only a part": ("date-time", "4 May 2023 at 9", ()),
    "no date": ("date-time", "yesterday", ()),
    "no zone": (
        "date-time",
        "2023-05-04 09:30",
        (
            '"2023-05-04 09:30" has no time zone',
            (
                "write `2023-05-04T09:30:00Z` if it is in UTC, else the offset instead of `Z`, "
                "such as `+02:00`"
            ),
        ),
    ),
    "no time": (
        "date-time",
        "2023-05-04",
        (
            '"2023-05-04" has no time of day',
            "write the date, a `T`, the time and the time zone: `2023-05-04T00:00:00Z`",
        ),
    ),
    "an hour that is not real": (
        "date-time",
        "2023-05-04T25:00:00Z",
        (
            '"2023-05-04T25:00:00Z" is not a real time: there is no hour 25',
            "the hour must be at most 23",
        ),
    ),
}


@pytest.mark.parametrize(("form", "text", "lines"), DATES.values(), ids=DATES)
def test_what_is_wrong_with_a_date(form: str, text: str, lines: tuple[str, ...]) -> None:
    schema = {"properties": {"day": {"type": "string", "format": form}}}
    found = diagnostics(article(f"day: {text}\n"), schema)
    assert [(each.rule, each.path, each.help) for each in found] == [
        ("schema/format", ("day",), lines)
    ]


@pytest.mark.parametrize(
    ("form", "text"),
    [("date", "2024-02-29"), ("date-time", "2024-02-29T09:30:00+02:00"), ("time", "09:30:00Z")],
)
def test_a_sound_date_is_left_alone(form: str, text: str) -> None:
    schema = {"properties": {"day": {"type": "string", "format": form}}}
    assert diagnostics(article(f"day: {text}\n"), schema) == []
