"""A schema in YAML with comments, and in JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml import whole
from articlelint.setup.written import as_json, as_yaml
from tests.unit.setup.inferring import drawn

HEAD = """\
# Drawn from what is there, to be edited. What a description says is shown as help.
# `in 9 of 10` means that of 10 mappings 9 had the key.
"""


def without_comments(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_comments(each) for key, each in value.items() if key != "$comment"}
    return [without_comments(each) for each in value] if isinstance(value, list) else value


def written(schema: dict[str, Any]) -> str:
    text = "".join(as_yaml(schema))
    source = SourceFile.from_text(text)
    document, faults = read_block(source.text, whole(source.text), "schema")
    assert (document.data, faults) == (without_comments(schema), [])
    assert json.loads(as_json(schema)) == schema
    return text.removeprefix(HEAD)


def test_a_schema_as_yaml() -> None:
    article = "title: A\ntype: article\nurl: B\nby: {}\n"
    found = drawn(*[article] * 40, "title: A\ntype: video\nby: {}\n")
    found.schema["properties"]["title"].pop("enum")
    found.schema["properties"]["url"].pop("enum")
    assert (
        written(found.schema)
        == """\
$schema: "https://json-schema.org/draft/2020-12/schema"
title: Notes
type: object
properties:
  title: # in 41 of 41
    description: ""
    type: string
  type: # in 41 of 41
    description: ""
    type: string
    enum: [article, video]
  url: # in 40 of 41
    description: ""
    type: string
  by: # in 41 of 41
    description: ""
    type: object
    properties: {}
    additionalProperties: false
required: [title, type, by]
allOf:
  - if:
      properties:
        type:
          enum: [article]
      required: [type]
    then:
      required: [url]
additionalProperties: false
"""
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", "a b"),
        ("", '""'),
        ("yes", '"yes"'),
        ("2024-03-04", '"2024-03-04"'),
        ("1.0", '"1.0"'),
        ("a, b", '"a, b"'),
        ("a: b", '"a: b"'),
        ("#a", '"#a"'),
        ('"', '"\\""'),
        ("\x1b[31m", '"\\x1b[31m"'),
        ("##[error]a", '"#\\x23[error]a"'),
        ("a##vso[b]c", '"a#\\x23vso[b]c"'),
        ("::error::a", '"::error::a"'),
        ("\u2028", '"\\u2028"'),
        ("naïve ☕", "naïve ☕"),
    ],
)
def test_keys_and_words_are_text_to_every_program(text: str, expected: str) -> None:
    schema = {"enum": [text], text: {}}
    assert written(schema) == f"enum: [{expected}]\n{expected}: {{}}\n"


def test_a_long_list_has_a_line_for_each_item() -> None:
    words = ["w" * 40, "x" * 40, "y" * 40]
    assert written({"enum": words}) == f"enum:\n  - {words[0]}\n  - {words[1]}\n  - {words[2]}\n"
    assert written({"enum": ["w" * 91]}) == f"enum: [{'w' * 91}]\n"
    assert written({"enum": ["w" * 93]}) == f"enum:\n  - {'w' * 93}\n"


def test_other_values() -> None:
    schema = {
        "a": None,
        "b": True,
        "c": [1, None],
        "d": {},
        "e": [],
        "f": {"$comment": "in 1 of 1"},
    }
    assert written(schema) == "a: null\nb: true\nc: [1, null]\nd: {}\ne: []\nf: {} # in 1 of 1\n"


def test_json_is_the_same_for_every_reader() -> None:
    assert (
        as_json({"enum": ["\x7f", "é"]})
        == '{\n  "enum": [\n    "\\u007f",\n    "\\u00e9"\n  ]\n}\n'
    )
