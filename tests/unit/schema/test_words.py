"""The small pieces that sentences are made of."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.text.spelling import did_you_mean, edit_distance, nearest
from articlelint.text.words import MAX_SHOWN, either, kind, show, written_out

SHOWN: dict[str, tuple[Any, str, str]] = {
    "text": ("a", '"a"', "text"),
    "text with quotes and line breaks": ('"a"\nb', '"\\"a\\"\\nb"', "text"),
    "text of another script": ("Ж😀", '"Ж😀"', "text"),
    "long text": ("a" * 61, '"' + "a" * 59 + '…"', "text"),
    "text that just fits": ("a" * 60, '"' + "a" * 60 + '"', "text"),
    "empty": (None, "empty", "empty"),
    "a flag": (True, "true", "true or false"),
    "a whole number": (-3, "-3", "a whole number"),
    "a long whole number": (10**70, "1" + "0" * 58 + "…", "a whole number"),
    "a number": (1.50, "1.5", "a number"),
    "no number": (float("nan"), ".nan", "not a finite number"),
    "infinity": (float("-inf"), "-.inf", "not a finite number"),
    "a list": ([1], "a list", "a list"),
    "a mapping": ({"a": 1}, "a mapping", "a mapping"),
}


@pytest.mark.parametrize(("value", "shown", "what"), SHOWN.values(), ids=SHOWN)
def test_a_value_is_shown_as_and_called(value: Any, shown: str, what: str) -> None:
    assert show(value) == shown
    assert kind(value) == what


WRITTEN: dict[str, tuple[Any, str]] = {
    "a scalar": ("a", '"a"'),
    "a list": ([1, "é", None], '[1, "é", null]'),
    "a mapping": ({"a": [True]}, '{"a": [true]}'),
    "a long list": (list(range(40)), f"{str(list(range(40)))[: MAX_SHOWN - 1]}…"),
}


@pytest.mark.parametrize(("value", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_a_collection_is_written_out(value: Any, expected: str) -> None:
    assert written_out(value) == expected


@pytest.mark.parametrize(
    ("choices", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_choices_are_listed(choices: list[str], expected: str) -> None:
    assert either(choices) == expected


NEAREST = {
    "a letter left out": ("titel", ["date", "title"], "title"),
    "another case": ("WEBURL", ["webUrl", "ampWebUrl"], "webUrl"),
    "the nearer of two": ("imges", ["image", "images"], "images"),
    "nothing near": ("colour", ["date", "title"], None),
    "nothing known": ("title", [], None),
}


@pytest.mark.parametrize(("word", "known", "expected"), NEAREST.values(), ids=NEAREST)
def test_the_nearest_word_is_found(word: str, known: list[str], expected: str | None) -> None:
    assert nearest(word, known) == expected
    assert did_you_mean(word, known) == ((f'did you mean "{expected}"?',) if expected else ())


@pytest.mark.parametrize(
    ("word", "other", "limit", "expected"),
    [
        ("kitten", "sitting", 60, 3),
        ("kitten", "sitting", 3, 3),
        ("kitten", "sitting", 1, 2),
        ("ca", "ac", 0, 1),
        ("abcdef", "uvwxyz", 2, 3),
        ("", "abc", 60, 3),
    ],
)
def test_the_edit_distance_stops_at_the_limit(
    word: str, other: str, limit: int, expected: int
) -> None:
    assert edit_distance(word, other, limit) == expected
