"""Texts that YAML has cut at a comment or joined from several items."""

from __future__ import annotations

import pytest

from articlelint.model import SetValue, SplitItem
from tests.unit.fixing.yaml.helpers import changed


@pytest.mark.parametrize(
    ("front_matter", "value", "expected"),
    [
        ("a: b #c\n", "b #c", 'a: "b #c"\n'),
        ("a: b #c \nd: 1 # e\n", "b #c", 'a: "b #c"\nd: 1 # e\n'),
        ("a: b\n  c #d\n# e\n", "b c #d", 'a: "b c #d"\n# e\n'),
        ("{a: b #c\n}\n", "b #c", '{a: "b #c"\n}\n'),
        ("a: b\n# c\n", "d", "a: d\n# c\n"),
        ("a: !!str b #c\n", "b #c", None),
    ],
)
def test_a_comment_that_was_text(front_matter: str, value: str, expected: str | None) -> None:
    assert changed(front_matter, SetValue(("a",), value, takes_comment=True)) == expected


@pytest.mark.parametrize(
    ("front_matter", "items", "expected"),
    [
        ("a:\n- b\n  - c\n", ("b", "c"), "a:\n- b\n- c\n"),
        ("a:\n  - b\n    - c\n", ("b", "c"), "a:\n  - b\n  - c\n"),
        ("a:\n  -   b\n   - c # d\n  - e\n", ("b", "c"), "a:\n  -   b\n  - c # d\n  - e\n"),
        ("a:\n  - b\n    - c\n     - d\n", ("b", "c", "d"), "a:\n  - b\n  - c\n  - d\n"),
        ("a:\n  - b\n    c\n    - d\n", ("b c", "d"), "a:\n  - b\n    c\n  - d\n"),
        ("a:\n  - b\n    - 1\n", ("b", "1"), None),
        ("a:\n  - b\n    - c\n", ("b", "d"), None),
        ("a:\n  - b - c\n", ("b", "c"), None),
        ('a:\n  - "b\n    - c"\n', ("b", "c"), None),
        ("a: [b\n  - c]\n", ("b", "c"), None),
        ("x: &k [b]\na: *k\n", ("b", "c"), None),
    ],
)
def test_items_that_were_joined(
    front_matter: str, items: tuple[str, ...], expected: str | None
) -> None:
    assert changed(front_matter, SplitItem(("a", 0), items)) == expected
