"""Articles are compared with the others of their collection, in the background."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from articlelint.model import ColumnUnit
from articlelint.server import comparison, server
from articlelint.server.comparison import Comparison, compare
from tests.server.articles import site, uri
from tests.server.editor import Editor, Message, asynchronous, places

OTHER = "---\ntitle: One bridge for all\nwebUrl: https://example.com/b\n---\n"
SAME = OTHER.replace("One bridge", "No bridge")
DUPLICATE = '2:8-2:29 duplicate-url: "webUrl" leads to the same page as in "b.md"'


def articles(folder: Path) -> None:
    site(folder)
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_text(OTHER if name == "b.md" else "---\ntitle: Saved\n---\n")


async def editor_in(folder: Path, **capabilities: Any) -> Editor:
    articles(folder)
    editor = Editor(compares=True)
    await editor.start(folder, **capabilities)
    return editor


def codes(editor: Editor, article: str) -> list[str]:
    return [each["code"] for each in editor.shown_now(article)]


@asynchronous
async def test_what_other_files_have_is_told_with_its_place(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SAME)
    await editor.until(lambda: editor.shown_now(article))
    assert places(editor.shown_now(article)) == [DUPLICATE]
    (found,) = editor.shown_now(article)
    assert found["severity"] == 1
    (related,) = found["relatedInformation"]
    assert related["location"]["uri"] == uri(folder / "b.md")
    assert related["location"]["range"]["start"] == {"line": 2, "character": 8}


@asynchronous
async def test_it_stays_while_the_value_is_as_it_was(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SAME)
    await editor.until(lambda: editor.shown_now(article))
    editor.replace(article, SAME.replace("title:", "kind: news\ntitle:"))
    assert places(await editor.shown(article)) == [DUPLICATE.replace("2:8-2:29", "3:8-3:29")]
    editor.replace(article, SAME.replace("com/b", "com/c"))
    assert await editor.shown(article) == []
    editor.replace(article, "text\n")
    assert "duplicate-url" not in [each["code"] for each in await editor.shown(article)]
    editor.replace(article, "---\nkind: news\n---\n")
    assert "duplicate-url" not in [each["code"] for each in await editor.shown(article)]


@asynchronous
async def test_it_is_compared_again_when_it_is_saved(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SAME.replace("com/b", "com/c"))
    assert await editor.shown(article) == []
    editor.replace(article, SAME)
    editor.save(article)
    await editor.until(lambda: codes(editor, article) == ["duplicate-url"])


@asynchronous
async def test_it_is_compared_again_when_files_change(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SAME)
    await editor.until(lambda: codes(editor, article) == ["duplicate-url"])
    (folder / "b.md").unlink()
    changes = [{"uri": uri(folder / "b.md"), "type": 3}]
    editor.tell("workspace/didChangeWatchedFiles", changes=changes)
    await editor.until(lambda: not editor.shown_now(article))


@asynchronous
async def test_places_in_the_article_itself(folder: Path) -> None:
    site(folder)
    (folder / ".articlelint.yaml").write_text(
        "schema: schema.json\nrules: {unique-value: {severity: error, fields: [kind, more]}}\n"
    )
    text = "---\ntitle: One\nkind: news\nmore: [x, {y: 1}]\n---\n"
    for name in ("a.md", "b.md"):
        (folder / name).write_text(text)
    found = await compare(text, str(folder / "a.md"), ColumnUnit.UTF_16)
    assert {each.diagnostic.rule for each in found.found} == {"unique-value"}
    assert found.moved_to(text) == found.found
    assert Comparison("text", found.found).moved_to(text) == []


def test_the_command_line_can_use_the_same_cache(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
    articles(folder)
    subprocess.run([sys.executable, "-m", "articlelint", "--quiet", "--exit-zero"], check=True)
    known = _remembered(folder)
    assert [name for name, _ in known] == [b"a.md", b"b.md", b"c.md"]
    found = asyncio.run(compare(SAME, str(folder / "a.md"), ColumnUnit.UTF_16))
    assert [each.diagnostic.rule for each in found.found] == ["duplicate-url"]
    assert _remembered(folder) == known


def test_where_nothing_was_found_no_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(comparison, "read_again")
    assert Comparison(SAME, []).moved_to(OTHER) == []


@asynchronous
async def test_what_cannot_be_compared(folder: Path) -> None:
    site(folder)
    (folder / ".articlelint.yaml").write_text("shcema: x\n")
    assert (await compare(SAME, str(folder / "a.md"), ColumnUnit.UTF_16)).found == []


@asynchronous
async def test_a_text_that_was_never_saved_is_not_compared(folder: Path) -> None:
    editor = await editor_in(folder)
    editor.open("untitled:1", SAME)
    assert await editor.shown("untitled:1") == []
    await editor.server._compare("untitled:1")
    await editor.server._compare(uri(folder / "gone.md"))
    assert editor.shown_now("untitled:1") == []


@asynchronous
async def test_progress_is_shown(folder: Path) -> None:
    editor = await editor_in(folder, window={"workDoneProgress": True})
    article = uri(folder / "a.md")
    editor.open(article, SAME)
    await editor.until(lambda: _sent(editor, "window/workDoneProgress/create"))
    (request,) = _sent(editor, "window/workDoneProgress/create")
    editor.answer(request)
    await editor.until(lambda: codes(editor, article) == ["duplicate-url"])
    begin, end = _sent(editor, "$/progress")
    assert begin["params"]["value"] == {"kind": "begin", "title": "Comparing articles"}
    assert end["params"]["value"] == {"kind": "end"}


@asynchronous
async def test_an_editor_that_refuses_to_show_progress(folder: Path) -> None:
    editor = await editor_in(folder, window={"workDoneProgress": True})
    article = uri(folder / "a.md")
    editor.open(article, SAME)
    await editor.until(lambda: _sent(editor, "window/workDoneProgress/create"))
    (request,) = _sent(editor, "window/workDoneProgress/create")
    editor.refuse(request)
    await editor.until(lambda: codes(editor, article) == ["duplicate-url"])
    assert _sent(editor, "$/progress") == []
    assert editor.messages() == []


@asynchronous
async def test_an_editor_that_answers_when_all_is_done(folder: Path) -> None:
    editor = await editor_in(folder, window={"workDoneProgress": True})
    article = uri(folder / "a.md")
    editor.open(article, SAME)
    await editor.until(lambda: codes(editor, article) == ["duplicate-url"])
    (request,) = _sent(editor, "window/workDoneProgress/create")
    editor.answer(request)
    editor.replace(article, SAME + "\n")
    assert places(await editor.shown(article)) == [DUPLICATE]
    assert _sent(editor, "$/progress") == []
    assert editor.messages() == []


@asynchronous
async def test_a_comparison_that_takes_too_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(folder)
    started: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_exec

    async def noting(*arguments: Any, **options: Any) -> asyncio.subprocess.Process:
        started.append(await start(*arguments, **options))
        return started[0]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noting)
    monkeypatch.setattr(comparison, "_MOST_SECONDS", 0)
    with pytest.raises(asyncio.TimeoutError):
        await compare(SAME, str(folder / "a.md"), ColumnUnit.UTF_16)
    assert started[0].returncode is not None


@pytest.mark.parametrize("error", [OSError, ValueError, asyncio.TimeoutError, LookupError])
@asynchronous
async def test_a_comparison_that_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    failed = asyncio.Event()

    async def fail(*_: object) -> Comparison:
        failed.set()
        raise error("for the test")

    monkeypatch.setattr(server, "compare", fail)
    editor.open(article, SAME)
    await failed.wait()
    editor.replace(article, SAME + "\n")
    assert await editor.shown(article) == []
    assert editor.messages() == []


@asynchronous
async def test_a_document_that_is_closed_while_it_is_compared(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = await editor_in(folder)
    article, other = uri(folder / "a.md"), uri(folder / "c.md")
    closed = asyncio.Event()

    async def closing(text: str, path: str, unit: ColumnUnit) -> Comparison:
        if uri(Path(path)) == article:
            editor.close_document(article)
            closed.set()
        return await compare(text, path, unit)

    monkeypatch.setattr(server, "compare", closing)
    editor.open(article, SAME)
    await closed.wait()
    editor.open(other, SAME)
    await editor.until(lambda: codes(editor, other) == ["duplicate-url"])
    assert editor.shown_now(article) == []


@asynchronous
async def test_the_process_ends_with_the_server(folder: Path) -> None:
    site(folder)
    task = asyncio.ensure_future(compare(SAME, str(folder / "a.md"), ColumnUnit.UTF_16))
    for _ in range(10):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def _remembered(folder: Path) -> list[tuple[bytes, bytes]]:
    """The names of the files in the cache, and the settings by which they were checked."""
    (file,) = (folder / ".cache").rglob("*.sqlite")
    with closing(sqlite3.connect(file)) as database:
        return [*database.execute("SELECT name, settings FROM remembered ORDER BY name")]


def _sent(editor: Editor, method: str) -> list[Message]:
    return [each for each in editor.received if each["method"] == method]
