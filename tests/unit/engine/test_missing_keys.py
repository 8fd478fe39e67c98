"""Missing keys are added where the schema has them."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.engine.check import Checker
from articlelint.engine.missing_keys import REQUIRED, missing_keys_edits
from articlelint.fixing.proof import apply_edits
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.support import source_of

SCHEMA: dict[str, Any] = {
    "properties": {
        "title": {"type": "string", "examples": ["A title"]},
        "kind": {"enum": ["news"]},
        "place": {
            "type": "object",
            "properties": {"name": {"default": "here"}, "lat": {"type": "integer", "default": 1}},
            "required": ["name", "lat"],
        },
        "size": {"type": "integer", "default": 5},
        "never": {"not": {}},
    },
    "required": ["title", "kind", "size", "other"],
}


def completed(text: str, schema: dict[str, Any] = SCHEMA) -> str:
    source = source_of(text)
    checker = Checker(from_mapping(schema), make_config({}))
    missing = [each for each in checker.check(source, "a.md") if each.rule == REQUIRED]
    assert missing
    return apply_edits(text, missing_keys_edits(source, "a.md", None, checker, missing))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "size: 1\nother: 1\n",
            "title: A title\nkind: news\nsize: 1\nother: 1\n",
        ),
        (
            "title: a\nsize: 1\nother: 1\n",
            "title: a\nkind: news\nsize: 1\nother: 1\n",
        ),
        (
            "title: a\nkind: news\n\n# a comment\nother: 1\n",
            "title: a\nkind: news\nsize: 5\n\n# a comment\nother: 1\n",
        ),
        (
            "title: a\nkind: news\nplace:\n  lat: 2\nother: 1\n",
            "title: a\nkind: news\nplace:\n  name: here\n  lat: 2\nsize: 5\nother: 1\n",
        ),
        (
            "title: |\n  a\n  b\nsize: 1\nother: 1\n",
            "title: |\n  a\n  b\nkind: news\nsize: 1\nother: 1\n",
        ),
        (
            "title: a\nkind: news\nsize: 1\n",
            "title: a\nkind: news\nsize: 1\nother: ...\n",
        ),
        ("{}\n", "{}\n"),
        ("{title: a}\n", "{title: a}\n"),
    ],
)
def test_where_keys_are_added(text: str, expected: str) -> None:
    assert completed(f"---\n{text}---\n") == f"---\n{expected}---\n"


@pytest.mark.parametrize("line", ["\n", "# a comment\n"])
@pytest.mark.parametrize("above", [0, 1000])
def test_only_so_many_lines_above_a_key_belong_to_it(line: str, above: int) -> None:
    text = "---\ntitle: a\nkind: news\n" + line * above + "{}" + line * 200 + "other: 1\n---\n"
    assert completed(text.format("")) == text.format("size: 5\n")


def test_line_breaks_are_those_that_are_there() -> None:
    text = "---\r\ntitle: a\r\nsize: 1\r\nother: 1\r\n---\r\n"
    assert completed(text) == text.replace("size", "kind: news\r\nsize")


@pytest.mark.parametrize("text", ['{"title": "a"}\n', '+++\ntitle = "a"\n+++\n'])
def test_other_dialects(text: str) -> None:
    assert completed(text) == text


def test_what_has_no_valid_value() -> None:
    schema = {**SCHEMA, "required": ["never"]}
    assert completed("---\ntitle: a\n---\n", schema) == "---\ntitle: a\n---\n"
