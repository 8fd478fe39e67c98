"""What a schema says of the values of a key: types, formats, words, items and keys."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.setup.inferring import bare, drawn, inferred, is_valid, of_value

CASES: dict[str, tuple[list[str], dict[str, Any]]] = {
    "text": (["a harbour", "a weir"], {"type": "string"}),
    "a flag": (["true", "false"], {"type": "boolean"}),
    "a flag in quotes is text": (["'true'"], {"type": "string"}),
    "a whole number": (["1", "-2"], {"type": "integer"}),
    "numbers": (["1.5", "2"], {"type": "number"}),
    "a number that is whole": (["1.0"], {"type": "number"}),
    "nothing": (["", "null"], {"type": "null"}),
    "the commonest type first": (["", "a", "b"], {"type": ["string", "null"]}),
    "text and a number": (["'1'", "1", "2"], {"type": ["integer", "string"]}),
    "a date without quotes": (["2024-03-04"], {"type": "string", "format": "date"}),
    "a date": (["'2024-03-04'", ""], {"type": ["string", "null"], "format": "date"}),
    "no real date": (["2024-02-30", "2024-02-29"], {"type": "string"}),
    "a date and time": (
        ["2024-03-04T05:06:07Z", "2024-03-04T05:06:07.8+01:00"],
        {"type": "string", "format": "date-time"},
    ),
    "a date and time without a zone": (["2024-03-04T05:06:07"], {"type": "string"}),
    "dates with and without a time": (
        ["2024-03-04", "2024-03-04T05:06:07Z"],
        {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]},
    ),
    "an address": (["https://harbour.example/a?b=c#d"], {"type": "string", "format": "uri"}),
    "an address and a path": (["https://harbour.example/", "/a.png"], {"type": "string"}),
    "an address with a space": (['"https://harbour.example/a b"'], {"type": "string"}),
    "what only looks like an address": (["'note:this'"], {"type": "string"}),
    "an e-mail address": (["ada@harbour.example"], {"type": "string", "format": "email"}),
    "a name with a sign": (["'@ada'"], {"type": "string"}),
    "an address and an e-mail address": (
        ["https://harbour.example/", "ada@harbour.example"],
        {"type": "string"},
    ),
    "a list": (["[a, b]", "[]"], {"type": "array", "items": {"type": "string"}}),
    "an empty list": (["[]"], {"type": "array"}),
    "items of several types": (
        ["[a, 1, b]"],
        {"type": "array", "items": {"type": ["string", "integer"]}},
    ),
    "a text or a list": (
        ["a", "[a, b]", "c"],
        {"type": ["string", "array"], "items": {"type": "string"}},
    ),
    "lists of lists": (
        ["[[1]]"],
        {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
    ),
    "an empty mapping": (
        ["{}"],
        {"type": "object", "properties": {}, "additionalProperties": False},
    ),
}


@pytest.mark.parametrize(("values", "expected"), CASES.values(), ids=CASES.keys())
def test_a_value(values: list[str], expected: dict[str, Any]) -> None:
    assert of_value(*values) == expected


def test_a_mapping() -> None:
    schema = of_value("{name: Ada, born: 1815-12-10}", "{name: Tom}")
    properties = schema.pop("properties")
    assert schema == {"type": "object", "required": ["name"], "additionalProperties": False}
    assert list(properties) == ["name", "born"]
    assert bare(properties["born"]) == {"type": "string", "format": "date"}
    assert properties["born"]["$comment"] == "in 1 of 2"


def test_every_key_has_an_empty_description() -> None:
    (schema, *_) = (drawn("title: A\nauthor: {name: B}\n").schema,)
    author = schema["properties"]["author"]
    assert author["description"] == author["properties"]["name"]["description"] == ""


@pytest.mark.parametrize(
    ("words", "times", "expected"),
    [
        (["post"], 20, ["post"]),
        (["post"], 19, None),
        (["post", "page"], 10, ["page", "post"]),
        (["post", "page", "note"], 10, ["note", "page", "post"]),
        (["post", "page", "note"], 9, None),
        ([f"{number}th" for number in range(10)], 10, [f"{number}th" for number in range(10)]),
        ([f"{number}th" for number in range(11)], 10, None),
        (["w" * 60], 20, ["w" * 60]),
        (["w" * 61], 20, None),
        (['"two\\nlines"'], 20, None),
    ],
)
def test_few_repeated_texts_are_a_list(
    words: list[str], times: int, expected: list[str] | None
) -> None:
    schema = of_value(*words, times=times)
    assert schema == {"type": "string"} | ({"enum": expected} if expected else {})


def test_the_commonest_word_is_first_and_a_rare_one_is_listed() -> None:
    schema = of_value("page", *["post"] * 30)
    assert schema == {"type": "string", "enum": ["post", "page"]}


def test_words_may_be_missing_but_not_be_of_other_types() -> None:
    assert of_value(*["post"] * 20, "", "")["enum"] == ["post", None]
    assert "enum" not in of_value(*["post"] * 20, "1")
    assert "enum" not in of_value(*["post"] * 20, "[post]")


def test_a_rare_value_that_is_nothing_is_told_and_left_out() -> None:
    found = drawn(*["title: A weir\n"] * 19, "title:\n")
    assert bare(found.schema["properties"]["title"]) == {"type": "string"}
    assert found.notes == ['"title" has no value in 1 file (a20.md)']
    assert of_value(*["a weir"] * 18, "") == {"type": ["string", "null"]}
    found = drawn(*["by: [1, 2, 3, 4, 5]\n"] * 8, "by: [1, null]\n")
    assert found.notes == ['"by[]" has no value in 1 item (a9.md)']


def test_texts_that_often_are_empty_may_be() -> None:
    assert of_value("a weir", "''", "''") == {"type": "string", "minLength": 0}
    assert of_value("a weir", "''") == {"type": "string"}
    weirs = [f"weir {number}" for number in range(38)]
    assert of_value(*weirs, "''", "''") == {"type": "string"}
    assert of_value(*weirs[1:], "''", "''") == {"type": "string", "minLength": 0}


def test_a_misspelt_word_is_told_and_left_out() -> None:
    found = drawn(*["type: article\n"] * 40, "type: artcle\n", "type: Article\n", "type: page\n")
    assert bare(found.schema["properties"]["type"]) == {
        "type": "string",
        "enum": ["article", "page"],
    }
    assert found.notes == [
        'rare value "Article" of "type" in 1 file (a42.md): did you mean "article"?',
        'rare value "artcle" of "type" in 1 file (a41.md): did you mean "article"?',
    ]
    found = drawn(*["by: {is: [editor]}\n"] * 40, "by: {is: [Editor, Editor]}\n")
    assert found.notes == [
        'rare value "Editor" of "by.is[]" in 2 items (a41.md and others): did you mean "editor"?'
    ]


@pytest.mark.parametrize("word", ["articles", "chapter", "article-2", "part"])
def test_another_word_is_no_misspelling(word: str) -> None:
    found = drawn(*["type: article\n"] * 40, f"type: {word}\n")
    assert bare(found.schema["properties"]["type"])["enum"] == ["article", word]


def test_common_words_are_no_misspellings_of_each_other() -> None:
    words = ["article"] * 38 + ["Article"] * 2
    assert of_value(*words)["enum"] == ["article", "Article"]


def test_words_in_lists() -> None:
    schema = of_value("[ferries, weather]", "[ferries]", times=10)
    assert schema["items"] == {"type": "string", "enum": ["ferries", "weather"]}


def test_repeated_dates_are_no_words() -> None:
    assert of_value("2024-03-04", times=30) == {"type": "string", "format": "date"}


@pytest.mark.parametrize("value", [".inf", "-.inf", ".nan"])
def test_a_number_that_is_not_finite_is_told(value: str) -> None:
    found = drawn("heat: 1\n", f"heat: {value}\n")
    assert found.notes == ['"heat" is not a finite number in 1 file (a2.md)']
    assert bare(found.schema["properties"]["heat"]) == {"type": "integer"}
    found = drawn(f"heat: [{value}]\n")
    assert found.notes == ['"heat[]" is not a finite number in 1 item (a1.md)']
    assert found.schema["properties"]["heat"]["items"] == {"type": "number"}


def test_what_is_rejected() -> None:
    front_matter = "title: A\ndate: 2024-03-04\ntags: [a]\nkind: post\n"
    articles = [front_matter.replace("A", f"A{number}") for number in range(20)]
    schema = drawn(*articles).schema
    assert is_valid(schema, "---\nkind: post\ntitle: B\ntags: []\ndate: 2024-03-05\n---\n")
    for old, new in [
        ("title: A", "title: 1"),
        ("title: A", "titel: A"),
        ("title: A\n", ""),
        ("2024-03-04", "2024-02-30"),
        ("[a]", "a"),
        ("[a]", "[1]"),
        ("kind: post", "kind: posts"),
        ("kind: post", "kind: post\nmore: 1"),
    ]:
        text = f"---\n{front_matter.replace(old, new)}---\n"
        assert not is_valid(schema, text), new


def test_all_dialects_draw_the_same() -> None:
    at = "2024-03-04T05:06:07Z"
    data = {"title": "A", "day": "2024-03-04", "at": at, "n": 1, "by": {"a": [1.5]}}
    texts = (
        "---\ntitle: A\nday: 2024-03-04\nat: 2024-03-04T05:06:07Z\nn: 1\nby: {a: [1.5]}\n---\n",
        '+++\ntitle = "A"\nday = 2024-03-04\nat = 2024-03-04T05:06:07Z\nn = 1\nby.a = [1.5]\n+++\n',
        json.dumps(data) + "\n",
    )
    schemas = [inferred({"a.md": text}).schema for text in texts]
    assert schemas[0] == schemas[1] == schemas[2]
    properties = schemas[0]["properties"]
    assert bare(properties["day"]) == {"type": "string", "format": "date"}
    assert bare(properties["at"]) == {"type": "string", "format": "date-time"}


def test_numbers_of_toml_that_are_not_finite_are_told() -> None:
    found = inferred({"a.md": "+++\nheat = inf\nday = 05:06:07\n+++\n"})
    assert found.notes == ['"heat" is not a finite number in 1 file (a.md)']
    assert bare(found.schema["properties"]["day"]) == {"type": "string"}
