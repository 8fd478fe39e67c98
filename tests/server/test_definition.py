"""From a key or value of an article to its place in the schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.server.articles import site, uri
from tests.server.editor import Editor, asynchronous

SCHEMA = """\
{
  "properties": {
    "title": {"$ref": "parts.json#/$defs/text"},
    "tags": {"items": {"type": "string"}},
    "either": {"type": "string"}
  },
  "anyOf": [{}, {"properties": {"other": {"$ref": "parts.json#/$defs/place"}}}]
}
"""
PARTS = '{\n  "$defs": {\n    "text": {"type": "string"},\n    "place": {"properties": {\n'
PARTS += '      "\u00e9\U0001f600": {}, "name": {}\n    }}\n  }\n}\n'


async def defined(folder: Path, text: str) -> Any:
    """Where what is at the mark is defined."""
    site(folder)
    (folder / "schema.json").write_text(SCHEMA)
    (folder / "parts.json").write_text(PARTS, encoding="utf-8")
    editor = Editor()
    await editor.start(folder)
    before = text.partition("@")[0]
    position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
    article = uri(folder / "a.md")
    editor.open(article, text.replace("@", ""))
    answer = await editor.ask(
        "textDocument/definition", textDocument={"uri": article}, position=position
    )
    return answer["result"]


@pytest.mark.parametrize(
    ("text", "file", "place"),
    [
        ("---\nti@tle: One\n---\n", "schema.json", (2, 4, 11)),
        ("---\ntitle: O@ne\n---\n", "schema.json", (2, 4, 11)),
        ("---\ntags:\n- @a\n---\n", "schema.json", (3, 13, 20)),
        ("---\nother@: 1\n---\n", "schema.json", (6, 32, 39)),
        ("---\nother:\n  na@me: 1\n---\n", "parts.json", (4, 17, 23)),
        ('---\n"open\ntitle@: 1\n---\n', "schema.json", (2, 4, 11)),
    ],
)
@asynchronous
async def test_where_the_schema_speaks_of_it(
    folder: Path, text: str, file: str, place: tuple[int, int, int]
) -> None:
    line, start, end = place
    assert await defined(folder, text) == {
        "uri": uri(folder / file),
        "range": {
            "start": {"line": line, "character": start},
            "end": {"line": line, "character": end},
        },
    }


@pytest.mark.parametrize(
    "text", ["---\nunknown@: 1\n---\n", "---\ntitle: One\n---\n@Text\n", "@Text\n"]
)
@asynchronous
async def test_it_says_nothing_of_it(folder: Path, text: str) -> None:
    assert await defined(folder, text) is None


@asynchronous
async def test_a_schema_that_has_just_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from articlelint.server import definition

    monkeypatch.setattr(definition, "file_path", lambda _: str(folder / "gone.json"))
    assert await defined(folder, "---\ntitle@: One\n---\n") is None
