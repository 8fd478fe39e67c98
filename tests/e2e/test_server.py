"""The language server as a process, and its command."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from articlelint.schema.loading.file_uris import file_uri
from articlelint.server.server import ArticleServer
from tests.e2e.conftest import Run
from tests.server.articles import WRONG, WRONG_KIND_MESSAGE, site

SERVER = (sys.executable, "-m", "articlelint", "server")


def opened(path: Path, text: str) -> types.DidOpenTextDocumentParams:
    uri = file_uri(str(path))
    item = types.TextDocumentItem(uri, types.LanguageKind.Markdown, 1, text)
    return types.DidOpenTextDocumentParams(item)


class Client(LanguageClient):
    """A client that waits for diagnostics."""

    def __init__(self) -> None:
        super().__init__("a test", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        method = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS

        @self.feature(method)  # type: ignore[misc, untyped-decorator, unused-ignore]
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

    async def first(self, folder: Path) -> types.PublishDiagnosticsParams:
        """What is shown of a wrong article."""
        folders = [types.WorkspaceFolder(file_uri(str(folder)), "site")]
        capabilities = types.ClientCapabilities()
        params = types.InitializeParams(capabilities, workspace_folders=folders)
        await self.initialize_async(params)
        self.initialized(types.InitializedParams())
        self.text_document_did_open(opened(folder / "a.md", WRONG))
        found = await asyncio.wait_for(self.published.get(), 60)
        await self.shutdown_async(None)
        self.exit(None)
        return found


def test_a_client_over_standard_streams(tmp_path: Path) -> None:
    site(tmp_path)

    async def talk() -> tuple[types.PublishDiagnosticsParams, int | None]:
        client = Client()
        await client.start_io(*SERVER)
        found = await client.first(tmp_path)
        assert client._server
        status = await asyncio.wait_for(client._server.wait(), 60)
        await client.stop()  # type: ignore[no-untyped-call]
        return found, status

    found, status = asyncio.run(talk())
    assert [each.message for each in found.diagnostics] == [WRONG_KIND_MESSAGE]
    assert status == 0


def frame(message: dict[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_what_is_no_message_does_not_end_it(tmp_path: Path) -> None:
    site(tmp_path)
    initialize: dict[str, Any] = {
        "processId": None,
        "rootUri": file_uri(str(tmp_path)),
        "capabilities": {},
    }
    item = {"languageId": "markdown", "version": 1, "text": WRONG}
    uri = file_uri(str(tmp_path / "a.md"))
    messages = [
        b"\r\nhello\r\n",
        b"Content-Length: 2\r\n\r\n{]",
        frame({"id": 1, "method": "initialize", "params": initialize}),
        frame({"method": "textDocument/didChange", "params": {"no": "document"}}),
        frame({"method": "textDocument/didOpen", "params": {"textDocument": {**item, "uri": uri}}}),
    ]
    process = subprocess.Popen(
        SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"".join(messages))
    process.stdin.flush()
    said = b""
    while b"publishDiagnostics" not in said:
        part = process.stdout.read(1)
        assert part, "it has ended"
        said += part
    process.stdin.write(frame({"id": 2, "method": "shutdown"}) + frame({"method": "exit"}))
    process.stdin.close()
    assert process.wait(60) == 0
    process.stdout.close()


def test_it_ends_with_its_editor(tmp_path: Path) -> None:
    done = subprocess.run(SERVER, input=b"", cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def without(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a module missing, and import the server anew."""
    for name in [*sys.modules]:
        if name.startswith(("articlelint.server.", f"{missing}.")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_without_its_libraries_it_says_what_to_install(
    missing: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(missing, monkeypatch)
    outcome = run("server")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "Error: the language server needs more libraries: run `pip install 'articlelint[server]'`\n"
    )


def test_another_module_that_is_missing_is_a_fault(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    without("articlelint.server.newest", monkeypatch)
    outcome = run("server")
    assert outcome.status == 2
    assert "which is a fault in it" in outcome.err


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none(port: str, run: Run) -> None:
    outcome = run("server", "--tcp", port)
    assert (outcome.status, outcome.out) == (2, "")
    assert "--tcp" in outcome.err


def test_a_port_is_of_this_machine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def start(_server: ArticleServer, host: str, port: int) -> None:
        asked.append((host, port))

    monkeypatch.setattr(ArticleServer, "start_tcp", start)
    assert run("server", "--tcp", "4000").status == 0
    assert asked == [("127.0.0.1", 4000)]
