"""What the schema says is help, also if it is in another file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articlelint import load_schema
from articlelint.schema.loading.store import Schema, bundled
from tests.support import article
from tests.unit.schema.support import diagnostics

TEXT = {"type": "string"}
INNER = {"description": "The inner.", "examples": ["inner"], **TEXT}
OUTER = {"description": "The outer.", "examples": ["outer"], "$ref": "#/$defs/inner"}
PARTS = {
    "$defs": {
        "inner": INNER,
        "outer": OUTER,
        "person": {"properties": {"name": OUTER, "site": INNER}, "additionalProperties": False},
    }
}
TOLD_OF_OUTER = ("The outer.", 'for example: "outer"')


def load(folder: Path, schema: dict[str, Any], parts: dict[str, Any] = PARTS) -> Schema:
    """A schema in a file, beside one of parts."""
    (folder / "parts.json").write_text(json.dumps(parts), encoding="utf-8")
    (folder / "main.json").write_text(json.dumps(schema), encoding="utf-8")
    return load_schema(str(folder / "main.json"))


def told(front_matter: str, schema: Schema) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.message, each.help) for each in diagnostics(article(front_matter), schema)]


PERSON = {"$ref": "parts.json#/$defs/person"}
DESCRIBED: dict[str, tuple[dict[str, Any], str]] = {
    "a definition": ({"properties": {"v": {"$ref": "parts.json#/$defs/outer"}}}, "v: 1\n"),
    "a property of a definition": ({"properties": {"v": PERSON}}, "v: {name: 1}\n"),
    "an item": ({"properties": {"v": {"items": PERSON}}}, "v: [{name: 1}]\n"),
    "the whole file": ({"$ref": "parts.json"}, "v: 1\n"),
    "a file that gives itself another address": (
        {"$id": "https://example.com/main.json", "properties": {"v": PERSON}},
        "v: {name: 1}\n",
    ),
    "the schema itself, by its file": (
        {
            "properties": {"v": {"$ref": "main.json#/$defs/a"}},
            "$defs": {"a": {"description": "The outer.", "examples": ["outer"], **TEXT}},
        },
        "v: 1\n",
    ),
    "a circle of files": (
        {"$ref": "parts.json#/$defs/circle", "properties": {"v": PERSON}},
        "v: {name: 1}\n",
    ),
}


@pytest.mark.parametrize(("schema", "front_matter"), DESCRIBED.values(), ids=DESCRIBED)
def test_the_outermost_description_has_priority(
    tmp_path: Path, schema: dict[str, Any], front_matter: str
) -> None:
    definitions = {**PARTS["$defs"], "circle": {"properties": {"w": {"$ref": "main.json"}}}}
    parts = {"$defs": definitions, "properties": {"v": OUTER}}
    [(_, help_)] = told(front_matter, load(tmp_path, schema, parts))
    assert help_ == TOLD_OF_OUTER


def test_a_key_is_known_to_belong_in_a_mapping_of_another_file(tmp_path: Path) -> None:
    schema = {"properties": {"author": PERSON}, "additionalProperties": False}
    assert told("author: {name: Robin}\nsite: a\n", load(tmp_path, schema)) == [
        ('unknown key "site": it belongs in "author"', ())
    ]


def test_keys_of_another_file_are_known_where_unevaluated_ones_are_refused(tmp_path: Path) -> None:
    parts = {"$defs": {"base": {"properties": {"name": TEXT, "site": TEXT}}}}
    schema = {"allOf": [{"$ref": "parts.json#/$defs/base"}], "unevaluatedProperties": False}
    assert told("nmae: a\n", load(tmp_path, schema, parts)) == [
        ('unknown key "nmae": did you mean "name"?', ())
    ]


def test_a_message_for_a_key_may_be_in_another_file(tmp_path: Path) -> None:
    person = {"properties": {"name": TEXT}, "errorMessage": {"properties": {"name": "say who"}}}
    schema = load(tmp_path, {"properties": {"v": PERSON}}, {"$defs": {"person": person}})
    [(message, _)] = told("v: {name: 1}\n", schema)
    assert message == "say who"


def _is_of_root(message: str) -> bool:
    """Whether a message is about a key that the article as a whole lacks."""
    return message.startswith("missing required key") and " in " not in message


WRONG = {
    "an image's title": "images: [{url: /a.png, title: 1}]\n",
    "an image's misspelled address": "images: [{ulr: /a.png}]\n",
    "an image that lacks its address": "images: [{width: 1}]\n",
    "a provider's key in the wrong place": "provider: {name: A}\ndomain: example.com\n",
    "an author without a name": "provider: {name: A, domain: example.com, authors: [{}]}\n",
}


@pytest.mark.parametrize("front_matter", WRONG.values(), ids=WRONG)
def test_help_is_as_good_by_way_of_the_parts_as_within_the_article_schema(
    front_matter: str,
) -> None:
    of_article, of_video = (
        [each for each in told(front_matter, bundled(name)) if not _is_of_root(each[0])]
        for name in ("article", "video")
    )
    assert of_article
    assert [message for message, _ in of_video] == [message for message, _ in of_article]
    assert [len(help_) for _, help_ in of_video] == [len(help_) for _, help_ in of_article]


def test_what_the_parts_say_is_shown() -> None:
    front_matter = "length: 5 minutes\nheat: hot\nimages: [{url: /a.png, title: 1}]\n"
    found = told(front_matter, bundled("course"))
    assert [help_ for message, help_ in found if not _is_of_root(message)] == [
        (
            '"length" should look like "PT12M5S", not "5 minutes"',
            (
                "How long it takes. Write PT and then the hours (H), minutes (M) and "
                "seconds (S), such as PT1H20M."
            ),
        ),
        (
            (
                "Score for how prominently this is shown; higher is more prominent. "
                "Write a whole number, 0 or more, or -1 to demote it."
            ),
            "for example: 50",
        ),
        (
            "What the picture shows. Write a few words of plain text on one line.",
            'for example: "A turbine being lowered into the harbour"',
        ),
    ]
