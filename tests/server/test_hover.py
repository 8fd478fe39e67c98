"""What is shown about a key or a value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articlelint import __version__
from tests.server.articles import CONFIG, site, uri
from tests.server.editor import Editor, Message, asynchronous

SCHEMA: dict[str, Any] = {
    "properties": {
        "title": {
            "title": "The *title*",
            "description": "What is <above> the text.",
            "type": "string",
            "examples": ["One", "T`wo"],
        },
        "date": {"type": "string", "format": "date-time", "default": "2024-01-01T00:00:00Z"},
        "kind": {
            "markdownDescription": "Says **what** it is.",
            "oneOf": [{"const": "news", "title": "For today"}, {"const": "essay"}],
        },
        "size": {"enum": [1, 2], "description": "How large."},
        "sizes": {"enum": [*range(30)]},
        "meanings": {"enum": [*range(30)], "enumDescriptions": [f"no. {n}" for n in range(30)]},
        "old": {"type": ["integer", "null"], "deprecated": True, "deprecationMessage": "use new"},
        "older": {"deprecated": True},
        "tags": {"type": "array", "items": {"description": "A word."}},
    }
}
PAGES = f"https://github.com/articlelint/articlelint/blob/v{__version__}/docs/rules"


async def hovered(
    folder: Path, text: str, *, config: str = CONFIG, **capabilities: Any
) -> Message | None:
    """What is shown at the mark in an article."""
    site(folder)
    (folder / ".articlelint.yaml").write_text(config)
    (folder / "schema.json").write_text(json.dumps(SCHEMA))
    editor = Editor()
    await editor.start(folder, **capabilities)
    before = text.partition("@")[0]
    line, character = before.count("\n"), len(before.rpartition("\n")[2])
    article = uri(folder / "a.md")
    editor.open(article, text.replace("@", ""))
    answer = await editor.ask(
        "textDocument/hover",
        textDocument={"uri": article},
        position={"line": line, "character": character},
    )
    found: Message | None = answer["result"]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "---\nti@tle: One\n---\n",
            [
                r"**The \*title\***",
                r"What is \<above\> the text.",
                "Text",
                "For example: `One`, ``T`wo``",
            ],
        ),
        ("---\ndate@: x\n---\n", ["Text, in the format `date-time`"]),
        ("---\nkind@: news\n---\n", ["Says **what** it is."]),
        ("---\nsize: 1@\n---\n", ["How large.", "One of `1`, `2`"]),
        ("---\nkind: news@\n---\n", ["`news`: For today"]),
        ("---\nkind: essay@\n---\n", ["Says **what** it is."]),
        ("---\nold@: 1\n---\n", ["**Deprecated.** use new", "A whole number or empty"]),
        ("---\nolder@: 1\n---\n", ["**Deprecated.**"]),
        ("---\ntags:\n  - @a\n---\n", ["A word."]),
        # what does not parse
        ('---\n"open\nsize@: 1\n---\n', ["How large.", "One of `1`, `2`"]),
        ("---\nsize@: 1\n", ["How large.", "One of `1`, `2`"]),
    ],
)
@asynchronous
async def test_what_the_schema_says(folder: Path, text: str, expected: list[str]) -> None:
    found = await hovered(folder, text)
    assert found
    paragraphs = found["contents"]["value"].split("\n\n")
    assert found["contents"]["kind"] == "markdown"
    assert paragraphs[: len(expected)] == expected


@asynchronous
async def test_what_values_mean(folder: Path) -> None:
    found = await hovered(folder, "---\nkind@: news\n---\n")
    assert found
    assert "One of:\n\n- `news`: For today\n- `essay`" in found["contents"]["value"]


@pytest.mark.parametrize(
    ("key", "expected"), [("sizes", "`19`, and 10 more"), ("meanings", "no. 19\n- and 10 more")]
)
@asynchronous
async def test_long_lists_are_cut(folder: Path, key: str, expected: str) -> None:
    found = await hovered(folder, f"---\n@{key}: 1\n---\n")
    assert found
    assert found["contents"]["value"].endswith(expected)


@asynchronous
async def test_a_date_is_told_in_words(folder: Path) -> None:
    found = await hovered(folder, "---\ndate: 2022-07-@13T13:30:00Z\n---\n")
    assert found
    assert found["contents"]["value"].startswith("Wednesday, 13 July 2022, 13:30 UTC")
    assert found["range"] == {
        "start": {"line": 1, "character": 6},
        "end": {"line": 1, "character": 26},
    }


@asynchronous
async def test_a_date_is_read_by_the_forms_that_the_site_has(folder: Path) -> None:
    found = await hovered(folder, "---\ndate: 2019-05-@05 10:00\n---\n", config="preset: jekyll\n")
    assert found
    assert found["contents"]["value"] == "Sunday, 5 May 2019, 10:00 (no time zone)"


@asynchronous
async def test_what_is_no_date_there_is_told_by_its_key(folder: Path) -> None:
    found = await hovered(folder, "---\ndate: 2019-05-@05 10:00\n---\n")
    assert found
    assert "May 2019" not in found["contents"]["value"]


@asynchronous
async def test_the_rule_that_objects(folder: Path) -> None:
    found = await hovered(folder, "---\npublished: y@es\n---\n")
    assert found
    assert found["contents"]["value"].startswith(f"[published-flag]({PAGES}/published-flag.md): ")


@asynchronous
async def test_a_diagnostic_at_no_value(folder: Path) -> None:
    found = await hovered(folder, "-@--\ntitle: One\n")
    assert found
    assert found["contents"]["value"].startswith("[unclosed-front-matter](")
    assert "range" not in found


@pytest.mark.parametrize(
    "text",
    ["---\nother@: 1\n---\n", "---\ntitle: One\n---\nbo@dy\n", "---\ntitle: One\n---@\n"],
)
@asynchronous
async def test_there_is_never_an_empty_one(folder: Path, text: str) -> None:
    assert await hovered(folder, text) is None


@asynchronous
async def test_the_schema_that_an_article_names(folder: Path) -> None:
    (folder / "own.json").write_text('{"properties": {"a": {"title": "Its own"}}}')
    found = await hovered(folder, "---\n$schema: own.json\na@: 1\n---\n")
    assert found
    assert found["contents"]["value"] == "**Its own**"


@asynchronous
async def test_documents_that_are_no_articles(folder: Path) -> None:
    site(folder)
    editor = Editor()
    await editor.start(folder)
    place = {"line": 1, "character": 1}
    config = uri(folder / "README.md")
    editor.open(config, "text")
    for each in (config, uri(folder / "gone.md")):
        answer = await editor.ask("textDocument/hover", textDocument={"uri": each}, position=place)
        assert answer["result"] is None


@asynchronous
async def test_the_byte_order_mark_shifts_nothing(folder: Path) -> None:
    found = await hovered(folder, '\ufeff{"si@ze": 1}\n')
    assert found
    assert found["contents"]["value"].startswith("How large.")
    assert found["range"]["start"] == {"line": 0, "character": 2}
