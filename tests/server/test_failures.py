"""What goes wrong: the server says so once and goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest

from articlelint.server import server
from articlelint.server.documents import Document
from articlelint.server.found import Found, found
from articlelint.server.workbench import Workbench
from tests.server.articles import SOUND, WRONG, WRONG_KIND, site, uri
from tests.server.editor import Editor, asynchronous, places


@asynchronous
async def test_a_check_that_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    site(folder)
    editor = Editor()
    await editor.start(folder)
    article = uri(folder / "a.md")

    def fail(*_: object) -> Found:
        raise ValueError("for the test")

    monkeypatch.setattr(server, "found", fail)
    editor.open(article, WRONG)
    await editor.until(editor.messages)
    editor.replace(article, WRONG + "\n")
    monkeypatch.setattr(server, "found", found)
    editor.replace(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]
    (message,) = editor.messages()
    assert message.endswith("which is a fault in articlelint: ValueError('for the test')")
    assert "for the test" in caplog.text


@asynchronous
async def test_a_check_is_abandoned_for_newer_text(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(folder)
    editor = Editor()
    await editor.start(folder)
    article = uri(folder / "a.md")
    checked: list[int] = []
    may_end = Event()
    loop = asyncio.get_running_loop()

    def slow(document: Document, workbench: Workbench, _comparison: object) -> Found:
        checked.append(document.version)
        if document.version == 1:
            loop.call_soon_threadsafe(begun.set)
            may_end.wait(60)
        return found(document, workbench)

    begun = asyncio.Event()
    monkeypatch.setattr(server, "found", slow)
    editor.open(article, SOUND)
    await begun.wait()
    for _ in range(3):
        editor.replace(article, WRONG)
    may_end.set()
    assert places(await editor.shown(article)) == [WRONG_KIND]
    assert checked == [1, 4]
    versions = [each["params"]["version"] for each in editor.received]
    assert versions == [4], "nothing is shown of a text that has changed"


@asynchronous
async def test_a_document_that_is_closed_while_it_is_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(folder)
    editor = Editor()
    await editor.start(folder)
    article, other = uri(folder / "a.md"), uri(folder / "b.md")
    loop = asyncio.get_running_loop()

    def closing(document: Document, workbench: Workbench, _comparison: object) -> Found:
        if document.uri == article:
            loop.call_soon_threadsafe(editor.close_document, article)
            loop.call_soon_threadsafe(closed.set)
            closed.wait(60)
        return found(document, workbench)

    closed = Event()
    monkeypatch.setattr(server, "found", closing)
    editor.open(article, WRONG)
    editor.open(other, WRONG)
    assert places(await editor.shown(other)) == [WRONG_KIND]
    assert editor.shown_now(article) == []


@asynchronous
async def test_a_message_that_is_none_is_told_once(folder: Path) -> None:
    site(folder)
    editor = Editor()
    await editor.start(folder)
    for _ in range(2):
        editor.tell("textDocument/didSave", textDocument={"uri": 5, "version": {}})
        editor.tell("textDocument/didOpen", textDocument={"uri": uri(folder / "a.md")})
    editor.open(uri(folder / "a.md"), WRONG)
    assert places(await editor.shown(uri(folder / "a.md"))) == [WRONG_KIND]
    assert editor.messages() == [
        "articlelint: a message of the editor could not be handled: the log of the server has more"
    ]


@asynchronous
async def test_a_request_that_is_none_is_answered(folder: Path) -> None:
    editor = Editor()
    await editor.start(folder)
    answer = await editor.ask("textDocument/hover", textDocument=5)
    assert answer["error"]["code"] == -32602


@asynchronous
async def test_requests_of_what_is_not_there_and_cancelled_ones(folder: Path) -> None:
    site(folder)
    editor = Editor()
    await editor.start(folder)
    answer = await editor.ask(
        "textDocument/formatting",
        textDocument={"uri": "file:///a.md"},
        options={"tabSize": 2, "insertSpaces": True},
    )
    assert answer["error"]["code"] == -32601
    editor.tell("$/cancelRequest", id=99)
    editor.save("file:///never/opened.md")
    editor.save("untitled:1")
    editor.tell("workspace/didChangeConfiguration", settings={"articlelint": {}})
    editor.open(uri(folder / "a.md"), WRONG)
    assert places(await editor.shown(uri(folder / "a.md"))) == [WRONG_KIND]


@asynchronous
async def test_a_check_that_is_asked_for_a_document_that_is_not_open(folder: Path) -> None:
    editor = Editor()
    await editor.start(folder)
    await editor.server._check(uri(folder / "a.md"))
    assert editor.received == []
