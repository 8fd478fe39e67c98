"""A missing key goes where the order of its schema, or of an option, has it."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint import fix_text, lint_text
from articlelint.model import AddKey
from tests.support import article

_KEYS = ("title", "date", "kind", "layout", "tags")
SCHEMA: dict[str, Any] = {
    "properties": {
        **{key: {} for key in _KEYS},
        "kind": {"default": "news"},
        "layout": {"default": "post"},
    },
    "required": ["kind", "layout"],
}
WITHOUT_LAYOUT = {**SCHEMA, "required": ["kind"]}

PLACES: dict[str, tuple[str, str]] = {
    "between two": ("title: A\ndate: B\ntags: C\n", "title: A\ndate: B\nkind: news\ntags: C\n"),
    "after what is before it": ("date: B\nmore: D\n", "date: B\nkind: news\nmore: D\n"),
    "after the nearest": (
        "date: B\ntitle: A\ntags: C\n",
        "date: B\nkind: news\ntitle: A\ntags: C\n",
    ),
    "at the end": ("title: A\nmore: D\ndate: B\n", "title: A\nmore: D\ndate: B\nkind: news\n"),
    "before what is after it": ("more: D\ntags: C\n", "more: D\nkind: news\ntags: C\n"),
    "at the top": ("tags: C\nmore: D\n", "kind: news\ntags: C\nmore: D\n"),
    "at the end of others": ("more: D\nother: E\n", "more: D\nother: E\nkind: news\n"),
    "where there is no sure way, at the end": (
        "# note\ntags: C\nmore: D\n",
        "# note\ntags: C\nmore: D\nkind: news\n",
    ),
}


@pytest.mark.parametrize(("front_matter", "expected"), PLACES.values(), ids=PLACES)
def test_where_a_key_goes(front_matter: str, expected: str) -> None:
    fixed = fix_text(article(front_matter), schema=WITHOUT_LAYOUT, unsafe=True)
    assert fixed.text == article(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "+++\ntitle = 'A'\ntags = 'C'\n[more]\nx = 1\n+++\n",
            "+++\ntitle = 'A'\nkind = \"news\"\ntags = 'C'\n[more]\nx = 1\n+++\n",
        ),
        (
            "+++\ndate = 'A'\n[tags]\nx = 1\n+++\n",
            "+++\ndate = 'A'\nkind = \"news\"\n[tags]\nx = 1\n+++\n",
        ),
        ('{"title": "A", "tags": "C"}\n', '{"title": "A", "kind": "news", "tags": "C"}\n'),
    ],
)
def test_in_other_dialects(text: str, expected: str) -> None:
    assert fix_text(text, schema=WITHOUT_LAYOUT, unsafe=True).text == expected


def test_several_that_go_to_one_place_are_in_order() -> None:
    schema = {**SCHEMA, "properties": dict(reversed(SCHEMA["properties"].items()))}
    text = article("title: A\ntags: C\n")
    in_order = fix_text(text, schema=SCHEMA, unsafe=True).text
    assert in_order == article("title: A\nkind: news\nlayout: post\ntags: C\n")
    reverse = fix_text(text, schema=schema, unsafe=True).text
    assert reverse == article("title: A\ntags: C\nlayout: post\nkind: news\n")


def test_an_order_of_an_option_goes_first() -> None:
    config = {"rules": {"key-order": {"order": ["tags", "kind", "title"]}}}
    text = article("tags: C\ntitle: A\n")
    fixed = fix_text(text, schema=WITHOUT_LAYOUT, config=config, unsafe=True)
    assert fixed.text == article("tags: C\nkind: news\ntitle: A\n")


@pytest.mark.parametrize(
    "front_matter", ["date: A\n<<: {tags: B}\n", "x: &x {tags: B}\ndate: A\n<<: *x\n"]
)
def test_what_is_merged_gives_no_place(front_matter: str) -> None:
    for each in lint_text(article(front_matter), schema=WITHOUT_LAYOUT):
        assert each.fix is None or not isinstance(each.fix.change, AddKey)


def test_a_key_that_the_option_does_not_list_comes_last() -> None:
    config = {"rules": {"key-order": {"order": ["title"]}}}
    text = article("title: A\ntags: C\n")
    (found,) = lint_text(text, schema=WITHOUT_LAYOUT, config=config)
    assert found.fix
    assert found.fix.change == AddKey(("kind",), "news")
