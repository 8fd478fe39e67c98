"""Texts without keys, where no rule objects to that."""

from __future__ import annotations

import pytest

from articlelint import fix_text, lint_text
from tests.support import found

SCHEMA = {
    "required": ["title"],
    "properties": {"title": {"type": "string", "default": "A"}},
    "additionalProperties": False,
}
OFF = {"rules": {"missing-front-matter": "off", "empty-front-matter": "off"}}
REQUIRED = '{} schema/required /title: missing required key "title"'

#: Texts without keys, and where a missing one is reported.
TEXTS = {
    "nothing": ("", "1:1-1:1"),
    "no front matter": ("# A bridge\n", "1:1-1:1"),
    "a block further down": ("\n---\ntitle: A\n---\n", "1:1-1:1"),
    "an empty block": ("---\n---\n", "1:1-1:4"),
    "a comment": ("---\n# title: A\n---\n", "1:1-1:4"),
    "with CRLF": ("---\r\n---\r\n# A bridge\r\n", "1:1-1:4"),
    "TOML": ("+++\n+++\n", "1:1-1:4"),
    "JSON": ("---json\n---\n", "1:1-1:8"),
}


@pytest.mark.parametrize(("text", "place"), TEXTS.values(), ids=TEXTS)
def test_the_schema_judges_them_as_an_empty_mapping(text: str, place: str) -> None:
    assert found(text, schema=SCHEMA, config=OFF) == [REQUIRED.format(place)]
    assert lint_text(text, schema={}, config=OFF) == []
    fixed = fix_text(text, schema=SCHEMA, config=OFF, unsafe=True)
    assert (fixed.text, fixed.fixed) == (text, [])


@pytest.mark.parametrize(("text", "place"), TEXTS.values(), ids=TEXTS)
def test_where_one_of_the_rules_objects_the_schema_is_not_asked(text: str, place: str) -> None:
    del place
    (told,) = lint_text(text, schema=SCHEMA)
    assert told.rule in {"missing-front-matter", "empty-front-matter"}
    assert lint_text(text, schema=SCHEMA, config={"rules": {told.rule: "warning"}})


def test_each_rule_is_for_its_own_texts() -> None:
    block, none = "---\n---\n", "# A bridge\n"
    empty = {"rules": {"empty-front-matter": "off"}}
    missing = {"rules": {"missing-front-matter": "off"}}
    told = [
        [each.rule for each in lint_text(text, schema=SCHEMA, config=config)]
        for config in (empty, missing)
        for text in (block, none)
    ]
    required = ["schema/required"]
    assert told == [required, ["missing-front-matter"], ["empty-front-matter"], required]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("---\ntitle: A\n", "unclosed-front-matter"),
        ("---js\n---\n", "unsupported-front-matter"),
        ("---\n- title\n---\n", "front-matter-not-mapping"),
        ("---\ntitle: [\n---\n", "yaml-syntax"),
    ],
)
def test_what_cannot_be_read_is_not_judged_where_its_rule_is_off(text: str, rule: str) -> None:
    config = {"rules": {**OFF["rules"], rule: "off"}}
    assert lint_text(text, schema=SCHEMA, config=config) == []


def test_comments_of_an_empty_block_have_an_effect() -> None:
    text = "---\n# articlelint: ignore-file[schema/required]\n---\n"
    assert lint_text(text, schema=SCHEMA, config=OFF) == []


def test_what_is_around_an_empty_block_is_still_told() -> None:
    text = "---\n---\n---\ntitle: A\n---\n"
    told = lint_text(text.encode("utf-8-sig"), schema={}, config=OFF)
    assert [each.rule for each in told] == ["byte-order-mark", "second-front-matter"]
