from __future__ import annotations

from typing import Any

import pytest

from articlelint import lint_text
from tests.support import article

SCHEMA = {
    "properties": {
        "weight": {"type": "integer"},
        "pinned": {"type": "boolean"},
        "mail": {"type": "string", "format": "email"},
        "section": {"enum": ["news", "review"]},
        "title": {"type": "string"},
        "kind": {"type": "string", "pattern": "^[a-z]+$"},
        "other": {"type": "string"},
        "inner": {"type": "array", "items": {"enum": ["news"]}},
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
    }
}


@pytest.mark.parametrize(
    "line",
    [
        "weight: 1,000",
        "weight: 4,5",
        "weight: several",
        "pinned: true or false",
        "pinned: soon",
        "mail: <mailto:dana>",
        "mail: dana at birch",
        f"mail: <{'a' * 500}>",
        "section: The slow line",
        "section: The slow line\nkind: news",
        "section: The slow line\ntitle: news\nother: review",
        "title: news\nsection: other",
        "title: news\ninner:\n  - some news",
    ],
)
def test_nothing_is_guessed(line: str) -> None:
    (found,) = lint_text(article(f"{line}\n"), schema=SCHEMA)
    assert found.fix is None
    assert "swapped" not in found.message
    assert not any(each.startswith("write") for each in found.help)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dana Birch and Lee Park", ["Dana Birch", "Lee Park"]),
        ("Dana and Lee Park", ["Dana and Lee Park"]),
        ("Dana Birch", ["Dana Birch"]),
    ],
)
def test_only_full_names_are_split_at_and(text: str, names: list[Any]) -> None:
    (found,) = lint_text(article(f"authors: {text}\n"), schema=SCHEMA)
    assert found.help == ("authors:", *(f"  - name: {name}" for name in names))


def test_a_decimal_comma_where_any_number_is_wanted() -> None:
    (found,) = lint_text(article("w: 4,5\n"), schema={"properties": {"w": {"type": "number"}}})
    assert found.help == ("write `w: 4.5`",)


def test_a_list_has_no_other_keys() -> None:
    schema = {"properties": {"kinds": {"items": {"enum": ["news"]}}}}
    (found,) = lint_text(article("kinds:\n  - some news\n"), schema=schema)
    assert "swapped" not in found.message


def test_a_long_value_at_the_wrong_level_is_not_written_out() -> None:
    schema = {"properties": {"title": {}, "image": {"additionalProperties": False}}}
    text = article(f"image:\n  title: {'x' * 600}\n")
    (found,) = lint_text(text, schema=schema)
    assert found.help == ()
