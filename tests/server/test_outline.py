"""Symbols, folds and selections of a front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.server.articles import site, uri
from tests.server.editor import Editor, Message, asynchronous

ARTICLE = """\
---
title: One
tags: [sea, 3]
place:
  name: Quay
  more: {}
related:
  - url: x
    text: |
      a
      b
  - on: null
size: 1.5
draft: true
---
Text
"""


async def answer(folder: Path, what: str, text: str = ARTICLE, **params: Any) -> Any:
    """What the server says of a text."""
    site(folder)
    editor = Editor()
    await editor.start(folder)
    article = uri(folder / "a.md")
    editor.open(article, text)
    found = await editor.ask(f"textDocument/{what}", textDocument={"uri": article}, **params)
    return found["result"]


def lines(symbol: Message, depth: int = 0) -> list[str]:
    """A symbol and those below it."""
    place = symbol["range"]
    name = f"{'  ' * depth}{symbol['name']} {symbol['kind']} {symbol.get('detail', '-')}"
    here = f"{name} {place['start']['line']}-{place['end']['line']}"
    return [here, *(line for each in symbol["children"] for line in lines(each, depth + 1))]


@asynchronous
async def test_symbols(folder: Path) -> None:
    found = await answer(folder, "documentSymbol")
    assert [line for each in found for line in lines(each)] == [
        "title 15 One 1-1",
        "tags 18 - 2-2",
        "  0 15 sea 2-2",
        "  1 16 3 2-2",
        "place 19 - 3-5",
        "  name 15 Quay 4-4",
        "  more 19 - 5-5",
        "related 18 - 6-11",
        "  0 19 - 7-10",
        "    url 15 x 7-7",
        "    text 15 a b 8-10",
        "  1 19 - 11-11",
        "    on 21 None 11-11",
        "size 16 1.5 12-12",
        "draft 17 True 13-13",
    ]


@pytest.mark.parametrize("text", ["Text\n", '---\n"a\nb: 1\n---\n'])
@asynchronous
async def test_there_are_no_symbols(folder: Path, text: str) -> None:
    assert await answer(folder, "documentSymbol", text) == []


@asynchronous
async def test_a_key_without_a_name(folder: Path) -> None:
    (found,) = await answer(folder, "documentSymbol", '---\n" ": 1\n---\n')
    assert found["name"] == "(no name)"


@asynchronous
async def test_folds(folder: Path) -> None:
    found = await answer(folder, "foldingRange")
    assert [(each["startLine"], each["endLine"]) for each in found] == [
        (0, 14),
        (3, 5),
        (6, 11),
        (7, 10),
        (8, 10),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Text\n", []), ('---\n"a\nb: 1\n---\n', [(0, 3)]), ("---\na: 1\n---\n", [(0, 2)])],
)
@asynchronous
async def test_other_folds(folder: Path, text: str, expected: list[tuple[int, int]]) -> None:
    found = await answer(folder, "foldingRange", text)
    assert [(each["startLine"], each["endLine"]) for each in found] == expected


def around(selection: Message | None) -> list[str]:
    """What is selected step by step."""
    found = []
    while selection:
        start, end = selection["range"]["start"], selection["range"]["end"]
        place = f"{start['line']}:{start['character']}-{end['line']}:{end['character']}"
        found.append(place)
        selection = selection.get("parent")
    return found


@pytest.mark.parametrize(
    ("line", "character", "expected"),
    [
        (4, 3, ["4:2-4:6", "4:2-4:12", "4:2-5:10", "3:0-5:10", "0:0-14:3", "0:0-16:0"]),
        (4, 9, ["4:8-4:12", "4:2-4:12", "4:2-5:10", "3:0-5:10", "0:0-14:3", "0:0-16:0"]),
        (2, 7, ["2:7-2:10", "2:6-2:14", "2:0-2:14", "0:0-14:3", "0:0-16:0"]),
        (14, 1, ["0:0-14:3", "0:0-16:0"]),
        (15, 1, ["0:0-16:0"]),
    ],
)
@asynchronous
async def test_selections(folder: Path, line: int, character: int, expected: list[str]) -> None:
    position = {"line": line, "character": character}
    (found,) = await answer(folder, "selectionRange", positions=[position])
    assert around(found) == expected


@asynchronous
async def test_selections_in_what_does_not_parse(folder: Path) -> None:
    positions = [{"line": 1, "character": 1}, {"line": 9, "character": 9}]
    found = await answer(folder, "selectionRange", '---\n"a\nb: 1\n---\n', positions=positions)
    assert [around(each) for each in found] == [["0:0-3:3", "0:0-4:0"], ["0:0-4:0"]]
