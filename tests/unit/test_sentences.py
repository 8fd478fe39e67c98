"""The helper that rewrites expected sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sentences import Pair, differing, record, rewritten

DIFFERING = {
    "a text": ("a", "b", [Pair("a", "b")]),
    "the same": ("a", "a", []),
    "items of lists": (["a", "b"], ["a", "c"], [Pair("b", "c")]),
    "lists of other lengths": (["a"], ["b", "c"], []),
    "values of mappings": ({"k": ("a", 1), "l": "x"}, {"k": ("b", 2)}, [Pair("a", "b")]),
    "lines": ("x\na\ny\n", "x\nb\ny\n", [Pair("a", "b")]),
    "another number of lines": ("x\na\n", "x\nb\nc\n", []),
    "other types": ("a", 1, []),
}


@pytest.mark.parametrize(("expected", "actual", "pairs"), DIFFERING.values(), ids=DIFFERING)
def test_differing(expected: object, actual: object, pairs: list[Pair]) -> None:
    assert list(differing(expected, actual)) == pairs


OLD, NEW = 'it lacks the key "x"', 'missing "x"'
REWRITTEN = {
    "a literal": ("a = 'it lacks the key \"x\"'\n", "a = 'missing \"x\"'\n"),
    "a part of one": ("a = '2:1 it lacks the key \"x\"!'\n", "a = '2:1 missing \"x\"!'\n"),
    "in several pieces": ("a = ('it lacks'\n ' the key \"x\"')\n", "a = ('missing \"x\"')\n"),
    "after an é": (
        "a = 'é', 'it lacks the key \"x\"'",
        "a = 'é', 'missing \"x\"'",
    ),
    "not a docstring": ("'it lacks the key \"x\"'\n", "'it lacks the key \"x\"'\n"),
    "not an f-string": ("a = f'it lacks the key \"x\"{b}'\n", "a = f'it lacks the key \"x\"{b}'\n"),
    "not a name": ("it = 1\n", "it = 1\n"),
}


@pytest.mark.parametrize(("source", "expected"), REWRITTEN.values(), ids=REWRITTEN)
def test_rewritten(source: str, expected: str) -> None:
    assert rewritten(source, [Pair(OLD, NEW)]) == expected


def test_a_sentence_is_known_without_its_place() -> None:
    pair = Pair(f"2:1-2:4 schema/required /x: {OLD}", f"2:1-2:4 schema/required /x: {NEW}")
    assert rewritten("a = 'it lacks the key \"x\"'\n", [pair]) == "a = 'missing \"x\"'\n"


def test_a_long_one_is_written_in_pieces() -> None:
    long = "word " * 30
    new = rewritten(f"a = {OLD!r}\n", [Pair(OLD, long)])
    assert max(map(len, new.splitlines())) < 100
    assert eval(new.partition("= ")[2]) == long  # noqa: S307 - what was just written


def test_what_differs_is_written_down_once_more_each_time(tmp_path: Path) -> None:
    file = tmp_path / "sentences"
    record(str(file), expected=OLD, actual=NEW)
    record(str(file), expected=OLD, actual=OLD)
    assert file.read_text(encoding="utf-8") == '["it lacks the key \\"x\\"", "missing \\"x\\""]\n'


def test_what_is_short_is_replaced_only_as_a_whole() -> None:
    assert rewritten("a = ['nothing', 'nothing else']\n", [Pair("empty", "empty")]) == (
        "a = ['nothing', 'nothing else']\n"
    )
