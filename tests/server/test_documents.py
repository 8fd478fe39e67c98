"""Documents as the editor changes them."""

from __future__ import annotations

from typing import Any

import pytest
from lsprotocol import types

from articlelint.model import ColumnUnit
from articlelint.server.documents import Documents, local_path

URI = "file:///a.md"


def opened(text: str, unit: ColumnUnit = ColumnUnit.UTF_16) -> Documents:
    documents = Documents()
    documents.unit = unit
    documents.open(types.TextDocumentItem(URI, types.LanguageKind.Markdown, 1, text))
    return documents


def part(start: tuple[int, int], end: tuple[int, int], text: str) -> Any:
    place = types.Range(types.Position(*start), types.Position(*end))
    return types.TextDocumentContentChangePartial(place, text)


def text_of(documents: Documents) -> str:
    document = documents.get(URI)
    assert document
    return document.text


@pytest.mark.parametrize(
    ("unit", "character"),
    [(ColumnUnit.UTF_8, 6), (ColumnUnit.UTF_16, 3), (ColumnUnit.CODE_POINTS, 2)],
)
def test_characters_are_counted_in_the_unit_that_was_agreed_on(
    unit: ColumnUnit, character: int
) -> None:
    documents = opened("one\n\u00e9\U0001f600x\n", unit)
    assert documents.change(URI, 2, [part((1, character), (1, character + 1), "y")])
    assert text_of(documents) == "one\n\u00e9\U0001f600y\n"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_line_ends_where_the_protocol_says(line_break: str) -> None:
    text = line_break.join(("a\u2028\x0bb", "c", "d"))
    documents = opened(text)
    assert documents.change(URI, 2, [part((1, 0), (1, 1), "x")])
    assert text_of(documents) == line_break.join(("a\u2028\x0bb", "x", "d"))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((0, 9), (0, 99), "a!\nb"),  # beyond the end of a line
        ((9, 0), (99, 9), "a\nb!"),  # below the last line
        ((1, 1), (0, 0), "a\nb!"),  # the end before the start
        ((0, 1), (1, 0), "a!b"),
    ],
)
def test_places_that_are_not_there(
    start: tuple[int, int], end: tuple[int, int], expected: str
) -> None:
    documents = opened("a\nb")
    assert documents.change(URI, 2, [part(start, end, "!")])
    assert text_of(documents) == expected


def test_several_changes_are_made_one_after_another() -> None:
    documents = opened("")
    whole = types.TextDocumentContentChangeWholeDocument("one\ntwo\n")
    assert documents.change(URI, 2, [whole, part((0, 0), (1, 0), ""), part((0, 3), (0, 3), "!")])
    assert text_of(documents) == "two!\n"


@pytest.mark.parametrize("version", [0, 1])
def test_changes_to_an_older_version_are_passed_over(version: int) -> None:
    documents = opened("one")
    assert not documents.change(URI, version, [part((0, 0), (0, 3), "two")])
    assert text_of(documents) == "one"


def test_changes_to_a_document_that_is_not_open_are_passed_over() -> None:
    documents = opened("one")
    documents.close(URI)
    documents.close(URI)
    assert not documents.change(URI, 2, [part((0, 0), (0, 3), "two")])
    assert documents.get(URI) is None
    assert documents.all() == []


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("file:///a%20b/%C3%A9.md", "/a b/\u00e9.md"),
        ("file:///a%FF.md", "/a\udcff.md"),
        ("untitled:Untitled-1", None),
        ("vscode-vfs://github/a/b.md", None),
        ("http://[", None),
        ("", None),
    ],
)
@pytest.mark.posix
def test_the_path_of_a_uri(uri: str, expected: str | None) -> None:
    assert local_path(uri) == expected


def test_the_document_of_a_path() -> None:
    documents = opened("one")
    assert documents.at("/a.md") == documents.get(URI)
    assert documents.at("/b.md") is None
