"""Edits are applied, and what they must not do is noticed."""

from __future__ import annotations

import re
from typing import Any

import pytest

from articlelint.fixing.proof import apply_edits, is_same, proven_text
from articlelint.model import Edit, OrderKeys, SetValue, Span
from tests.support import article


class TestApplyEdits:
    def test_none(self) -> None:
        assert apply_edits("abc", []) == "abc"

    def test_in_any_order(self) -> None:
        edits = [Edit(Span(4, 6), ""), Edit(Span(0, 1), "xyz"), Edit(Span(2, 2), "-")]
        assert apply_edits("abcdef", edits) == "xyzb-cd"

    def test_side_by_side(self) -> None:
        edits = [Edit(Span(1, 2), "x"), Edit(Span(2, 3), "y"), Edit(Span(2, 2), "-")]
        assert apply_edits("abc", edits) == "ax-y"

    def test_at_one_place_in_the_order_given(self) -> None:
        edits = [Edit(Span(1, 1), "x"), Edit(Span(1, 1), "y")]
        assert apply_edits("ab", edits) == "axyb"

    @pytest.mark.parametrize("second", [Span(1, 3), Span(2, 2), Span(2, 5)])
    def test_overlapping(self, second: Span) -> None:
        with pytest.raises(ValueError, match="edits overlap at offset"):
            apply_edits("abcdef", [Edit(Span(1, 3), ""), Edit(second, "")])


def replaced(front_matter: str, old: str, new: str) -> tuple[str, list[Edit]]:
    """The text of an article, and an edit that replaces ``old`` by ``new``."""
    text = article(front_matter, "The end\n")
    start = text.index(old)
    return text, [Edit(Span(start, start + len(old)), new)]


#: A front matter, the edit, and the data that is wanted.
SOUND: dict[str, tuple[str, str, str, Any]] = {
    "a value": ("a: 1 # c\n", "1", "2", {"a": 2}),
    "a line with its comment": ("a: 1\nb: 2 # c\n", "b: 2 # c\n", "", {"a": 1}),
    "between comments": ("# b\na: 1\n# c\n", "1", "2", {"a": 2}),
    "a comment in text": ("a: 'x # y' # z\n", "x # y", "x", {"a": "x"}),
    "one in a block scalar": ("a: | # c\n  x\n  # y\n", "# y", "z", {"a": "x\nz\n"}),
    "one in a key": ("'a # b': 1 # c\n", "a # b", "a", {"a": 1}),
    "one after an alias": ("a: &k [1]\nb: *k # c\nd: 2\n", "2", "3", {"a": [1], "b": [1], "d": 3}),
    "one after an anchor": ("a: &k # c\n  x # d\nb: *k\n", "x", "y", {"a": "y", "b": "y"}),
    "a fault that was there": ("a: 1\na: 2\n", "2", "3", {"a": 3}),
    "a fault less": ("a: 1\na: 2\n", "a: 1\n", "", {"a": 2}),
    "a number that is none": ("a: 1\n", "1", ".nan", {"a": float("nan")}),
    "a line above a comment that names a schema, which stays below a key": (
        "a: 1\nb: 2\n# $schema: x\nc: 3\n",
        "b: 2\n",
        "",
        {"a": 1, "c": 3},
    ),
    "a line below one that names it": ("# $schema: x\na: 1\nb: 2\n", "a: 1\n", "", {"b": 2}),
    "nothing": ("a: 1\n", "1", "1", {"a": 1}),
}

UNSOUND: dict[str, tuple[str, str, str, Any]] = {
    "a comment that comes to name the schema": (
        "a: 1\n# $schema: x\nb: 2\n",
        "a: 1\n",
        "",
        {"b": 2},
    ),
    "one that names the schema no more": (
        "# $schema: x\na: 1\n",
        "# $schema: x\na: 1\n",
        "a: 1\n# $schema: x\n",
        {"a": 1},
    ),
    "another value": ("a: 1\n", "1", "3", {"a": 2}),
    "another type": ("a: 1\n", "1", "true", {"a": 1}),
    "another type of number": ("a: 1\n", "1", "1.0", {"a": 1}),
    "another order of keys": ("a: 1\nb: 2\n", "a: 1\nb: 2", "b: 2\na: 1", {"a": 1, "b": 2}),
    "a comment lost": ("a: 1 # c\n", "1 # c", "2", {"a": 2}),
    "a comment gained": ("a: 1\n", "1", "2 # c", {"a": 2}),
    "a comment changed": ("a: 1 # c\n", "1 # c", "2 # d", {"a": 2}),
    "a comment swallowed": ("a: |\n  x\nb: 1\n  # c\n", "b: 1\n", "", {"a": "x\n"}),
    "a line more than wanted": ("a: 1\nb: 2\n", "b: 2\n", "", {"a": 1, "b": 2}),
    "a new fault": ("a: 1\n", "1", "1\na: 1", {"a": 1}),
    "no YAML": ("a: 1\n", "1", "[", {"a": 1}),
    "no keys": ("a: 1\n", "a: 1", "a", {"a": 1}),
    "the front matter ends early": ("a: 1\nb: 2\n", "b: 2\n", "---\n", {"a": 1}),
    "it ends late": ("a: 1\n", "---\nThe", "#\nThe", {"a": 1}),
    "it begins with another line": ("a: 1\n", "---\na", "--- \na", {"a": 1}),
    "it is never closed": ("a: 1\n", "1\n---\n", "1\n", {"a": 1}),
    "another body": ("a: 1\n", "The end", "An end", {"a": 1}),
}


def is_sound(text: str, edits: list[Edit], data: Any) -> bool:
    """Whether edits turn the front matter of a text into this data, and do nothing else."""
    new = proven_text(text, edits, [SetValue((), data)])
    assert new in (None, apply_edits(text, edits))
    return new is not None


@pytest.mark.parametrize(("front_matter", "old", "new", "data"), SOUND.values(), ids=SOUND)
def test_sound(front_matter: str, old: str, new: str, data: Any) -> None:
    assert is_sound(*replaced(front_matter, old, new), data)


@pytest.mark.parametrize(("front_matter", "old", "new", "data"), UNSOUND.values(), ids=UNSOUND)
def test_unsound(front_matter: str, old: str, new: str, data: Any) -> None:
    assert not is_sound(*replaced(front_matter, old, new), data)


def test_the_text_is_proven_if_the_edits_do_what_the_changes_say() -> None:
    text, edits = replaced("a: 1\nb: 2 # c\n", "1", "true")
    assert proven_text(text, edits, [SetValue(("a",), True)]) == article(
        "a: true\nb: 2 # c\n", "The end\n"
    )
    assert proven_text(text, edits, [SetValue(("a",), 1)]) is None
    assert proven_text("a: 1\n", [], []) is None


def test_a_text_without_a_document_is_unsound() -> None:
    assert not is_sound("a: 1\n", [], {"a": 1})


def test_a_removed_line_takes_only_its_own_comment() -> None:
    text = article("# b\na: 1 # c\nd: 2 # e\nf: 3 # g\n")
    match = re.search("d.*\n", text)
    assert match
    lines = Edit(Span(*match.span()), "")
    assert is_sound(text, [lines], {"a": 1, "f": 3})
    start = text.index(" # g")
    assert not is_sound(text, [lines, Edit(Span(start, start + 3), " # h")], {"a": 1, "f": 3})


def test_comments_move_with_keys_but_none_is_lost_or_changed() -> None:
    text, edits = replaced("b: 1 # x\na: 2 # y\n", "b: 1 # x\na: 2 # y\n", "a: 2 # y\nb: 1 # x\n")
    order = OrderKeys((), ("a", "b"))
    assert proven_text(text, edits, [order]) == apply_edits(text, edits)
    assert proven_text(text, edits, []) is None
    for new in ("a: 2\nb: 1 # x\n", "a: 2 # y\nb: 1 # z\n", "b: 1 # x\na: 2 # y\n"):
        assert proven_text(text, [edits[0]._replace(text=new)], [order]) is None


SAME = [1, True, None, "a", 1.5, float("nan"), [1, [2]], {"a": {"b": 1}}, [], {}]


@pytest.mark.parametrize("one", SAME)
@pytest.mark.parametrize("other", [*SAME, 1.0, 0, -0.0, 0.0, [1], {"a": {"b": True}}])
def test_sameness(one: Any, other: Any) -> None:
    assert is_same(one, other) == (one is other)


def test_the_order_of_keys_counts() -> None:
    assert not is_same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert is_same({"a": [1]}, {"a": [1]})
