"""Where a place is in YAML that is being written."""

from __future__ import annotations

import pytest

from articlelint.model import DataPath, Span
from articlelint.reading.limits import MAX_DEPTH, MAX_LENGTH, MAX_NODES
from articlelint.reading.yaml.half_written import Cursor, cursor_at, entries, unclosed_content

MARK = "@"


def cursor(text: str) -> tuple[Cursor | None, str]:
    """The cursor at the mark, and what was typed there."""
    offset = text.index(MARK)
    text = text.replace(MARK, "")
    found = cursor_at(text, Span(0, len(text)), offset)
    return found, text[slice(*found.typed)] if found else ""


@pytest.mark.parametrize(
    ("text", "path", "typed", "column"),
    [
        ("@", (), "", 0),
        ("tit@le: x", (), "tit", 0),
        ("a: 1\n@", (), "", 0),
        ("a: 1\r\n@", (), "", 0),
        ("a:\n  @", ("a",), "", 2),
        ("a:\n  b: 1\n@\nc: 2", (), "", 0),
        ("a:\n  b:\n    c: 1\n  d@", ("a",), "d", 2),
        ("a: 'x\nb@", (), "b", 0),  # an open quote
        ("a: b: c\nd@", (), "d", 0),
        ("a: |\n  text\nb@", (), "b", 0),
        ("a: >-\n  text\n\n  text: x\nb@", (), "b", 0),
        ("a:\n  - b: 1\n    c@", ("a", 0), "c", 4),
        ("# a: 1\n\n  @", (), "", 2),
    ],
)
def test_a_key_that_is_being_written(text: str, path: DataPath, typed: str, column: int) -> None:
    found, written = cursor(text)
    assert found == Cursor(path, True, found.typed if found else Span(0, 0), column)
    assert written == typed


@pytest.mark.parametrize(
    ("text", "path", "typed", "column"),
    [
        ("a:\n  - @", ("a", 0), "", 4),
        ("a:\n- x\n- b@", ("a", 1), "b", 2),
        ("a:\n  - b: 1\n  -@", ("a", 1), "", 3),
        ("- - @", (0, 0), "", 4),
    ],
)
def test_an_item_that_is_being_written(text: str, path: DataPath, typed: str, column: int) -> None:
    found, written = cursor(text)
    assert found
    assert (found.path, found.is_item, found.column, written) == (path, True, column, typed)


@pytest.mark.parametrize(
    ("text", "path", "typed"),
    [
        ("a: @", ("a",), ""),
        ("a:@", ("a",), ""),
        ("a: b@c", ("a",), "b"),
        ('a: "b@', ("a",), '"b'),
        ('a: "b # c@', ("a",), '"b # c'),
        ("a: b: c@", ("a",), "b: c"),
        ('"a: b": @', ("a: b",), ""),
        ("'a''b' : @", ("a''b",), ""),
        ("a:\n  - b: @", ("a", 0, "b"), ""),
        ("a:\n- x: 1\n- b: 2\n  c: @", ("a", 1, "c"), ""),
        ("a: 1\nb:\n- x\nc: @", ("c",), ""),
    ],
)
def test_a_value_that_is_being_written(text: str, path: DataPath, typed: str) -> None:
    found, written = cursor(text)
    assert found
    assert (found.path, found.is_key, written) == (path, False, typed)


@pytest.mark.parametrize(
    ("text", "path", "typed"),
    [
        ("a: [@", ("a", 0), ""),
        ("a: [x, y@", ("a", 1), "y"),
        ("a: [x, @]", ("a", 1), ""),
    ],
)
def test_an_item_in_brackets(text: str, path: DataPath, typed: str) -> None:
    found, written = cursor(text)
    assert found
    assert (found.path, found.in_brackets, written) == (path, True, typed)


@pytest.mark.parametrize("text", ["a: |\n  te@xt", "a: |\n  x\n\n  @x", "a: 1 # b@", "# a@", "#@"])
def test_where_nothing_can_be_offered(text: str) -> None:
    assert cursor(text) == (None, "")


def test_all_keys_and_items() -> None:
    text = "a: 1\nb:\n- x\n- c: 2\n  d: |\n    e: 3\n\n# f: 4\ng\n: h\nz: 9\n"
    found = [(each.path, text[slice(*each.value)]) for each in entries(text, Span(0, len(text)))]
    assert found == [
        (("a",), "1"),
        (("b",), ""),
        (("b", 0), "x"),
        (("b", 1), "c: 2"),
        (("b", 1, "c"), "2"),
        (("b", 1, "d"), "|"),
        (("z",), "9"),
    ]


def test_only_so_much_is_looked_at() -> None:
    text = "\n" * 3000 + "a: 1\n" + "b" * 5000 + ": 1\n"
    assert entries(text, Span(0, len(text))) == []
    assert cursor_at(text, Span(0, len(text)), 3003) is None


def _paths(text: str) -> list[DataPath]:
    return [each.path for each in entries(text, Span(0, len(text)))]


def test_items_are_counted_for_each_list() -> None:
    assert _paths("a:\n- - x\n  - y\n- - z\na:\n- x\n") == [
        *[("a",), ("a", 0), ("a", 0, 0), ("a", 0, 1), ("a", 1), ("a", 1, 0)],
        *[("a",), ("a", 0)],
    ]


DEEPEST = (0,) * MAX_DEPTH


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("- " * 1000, DEEPEST),
        ("- " * MAX_DEPTH + "a: 1", DEEPEST),
        ("- " * MAX_DEPTH + "\n" + " " * 200 + "a: |\n" + " " * 300 + "b: 1", DEEPEST),
        ("- " * (MAX_DEPTH - 1) + "a: 1", (*DEEPEST[1:], "a")),
    ],
)
def test_nothing_is_entered_that_is_too_deep(text: str, path: DataPath) -> None:
    found = _paths(f"{text}\n- b\n")
    assert len(found) == MAX_DEPTH + 1
    assert found[-2:] == [path, (1,)]


def test_only_so_many_keys_and_items_are_entered() -> None:
    text = ("- " * MAX_DEPTH + "\n") * 400 + "a: 1\n"
    assert len(_paths(text)) == MAX_NODES
    assert cursor_at(text, Span(0, len(text)), len(text)) is None
    few = ("- " * MAX_DEPTH + "\n") * 300 + "a: 1\n"
    assert len(_paths(few)) == 300 * MAX_DEPTH + 1
    assert cursor_at(few, Span(0, len(few)), len(few))


@pytest.mark.parametrize(("length", "paths"), [(1, [("a",), ("b",)]), (MAX_LENGTH, [("a",)])])
def test_only_so_many_characters_are_looked_at(length: int, paths: list[DataPath]) -> None:
    assert _paths(f"a: {'x' * length}\nb: 1\n") == paths


def test_spaces_that_lead_to_no_colon_are_passed_over_at_once() -> None:
    spaces = " " * 1900
    assert _paths(f"a{spaces}\n" * 500 + f"b{spaces}: 1\nc{spaces}:d\n\t: e\n") == [("b",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\nb@", "a: 1\nb"),
        ("---\n@", ""),
        ("---@", None),
        ("---\r\na: 1\r\n@\r\n\r\nbody", "a: 1\r\n"),
        ("---\na: 1\n  @\nbody", "a: 1\n  "),
        ("---\na: 1\n\nbody@", None),
        ("---\n@\nbody", ""),
        ("+++\na@", None),
        ("@---\na", None),
    ],
)
def test_front_matter_that_is_never_closed(text: str, expected: str | None) -> None:
    offset = text.index(MARK)
    text = text.replace(MARK, "")
    found = unclosed_content(text, offset)
    assert (found and text[slice(*found)]) == expected
