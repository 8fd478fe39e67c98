"""An editor for tests: it talks to a server of this process, in the messages of the protocol."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

from pygls.exceptions import JsonRpcException

from articlelint.fixing.proof import apply_edits
from articlelint.model import ColumnUnit, Edit, Position, Span
from articlelint.reading.source import SourceFile
from articlelint.schema.loading.file_uris import file_uri
from articlelint.server.serve import make_server

_P = ParamSpec("_P")
_SECONDS = 60

Message = dict[str, Any]


def asynchronous(test: Callable[_P, Awaitable[None]]) -> Callable[_P, None]:
    """A test that is a coroutine, as pytest can call it."""

    @wraps(test)
    def called(*args: _P.args, **kwargs: _P.kwargs) -> None:
        async def run() -> None:
            await test(*args, **kwargs)

        asyncio.run(run())

    return called


class Editor:
    """An editor with documents, which it changes as one who types does.

    ``received`` are all messages of the server but the answers to requests.
    """

    def __init__(self, *, compares: bool = False) -> None:
        self.server = make_server(compares=compares)
        self.server.protocol.set_writer(self)
        self.received: list[Message] = []
        self._news = asyncio.Event()
        self._answers: dict[int, Message] = {}
        self._number = 0
        self._versions: dict[str, int] = {}

    async def start(self, *folders: Path, **capabilities: Any) -> Message:
        """Connect, with folders that are open; returns what the server can do."""
        opened = [{"uri": file_uri(str(each)), "name": each.name} for each in folders]
        params = {"processId": None, "rootUri": None, "workspaceFolders": opened}
        answer = await self.ask("initialize", **params, capabilities=capabilities)
        self.tell("initialized")
        found: Message = answer["result"]["capabilities"]
        return found

    def write(self, data: bytes) -> None:
        """Take a message of the server; so it is a writer as pygls has them."""
        message = json.loads(data.partition(b"\r\n\r\n")[2])
        if "method" in message:
            self.received.append(message)
        else:
            self._answers[message["id"]] = message
        self._news.set()

    def close(self) -> None:
        """Do nothing at the end."""

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    async def ask(self, method: str, **params: Any) -> Message:
        """Send a request, and return the whole answer."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        await self.until(lambda: number in self._answers)
        return self._answers.pop(number)

    def answer(self, request: Message) -> None:
        """Answer a request of the server with nothing."""
        self._send({"id": request["id"], "result": None})

    def refuse(self, request: Message) -> None:
        """Answer a request of the server with an error."""
        self._send({"id": request["id"], "error": {"code": -32601, "message": "Unknown method"}})

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        """Open a document."""
        self._versions[uri] = 1
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=item)

    def change(self, uri: str, *changes: Message, version: int | None = None) -> None:
        """Change a document; an older ``version`` than that before is one that comes late."""
        known = self._versions.get(uri, 0)
        version = version or known + 1
        self._versions[uri] = max(known, version)
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[*changes])

    def replace(self, uri: str, text: str) -> None:
        """Give a document another text."""
        self.change(uri, {"text": text})

    def save(self, uri: str) -> None:
        """Say that a document was saved."""
        self.tell("textDocument/didSave", textDocument={"uri": uri})

    def close_document(self, uri: str) -> None:
        """Close a document."""
        self.tell("textDocument/didClose", textDocument={"uri": uri})

    async def shown(self, uri: str) -> list[Message]:
        """What the server has found in a document as it is now."""
        version = self._versions.get(uri)
        await self.until(lambda: self._last(uri).get("version") == version)
        return self.shown_now(uri)

    def shown_now(self, uri: str) -> list[Message]:
        """What is shown of a document or another file, of whatever version."""
        found: list[Message] = self._last(uri).get("diagnostics", [])
        return found

    def messages(self) -> list[str]:
        """What the server has shown in message boxes."""
        return [
            each["params"]["message"]
            for each in self.received
            if each["method"] == "window/showMessage"
        ]

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until messages of the server make a condition true."""

        async def wait() -> None:
            while not condition():
                self._news.clear()
                await self._news.wait()

        await asyncio.wait_for(wait(), _SECONDS)

    def _last(self, uri: str) -> Message:
        """What was published last of a file."""
        for each in reversed(self.received):
            params: Message = each["params"]
            if each["method"] == "textDocument/publishDiagnostics" and params["uri"] == uri:
                return params
        return {}

    def _send(self, message: Message) -> None:
        protocol = self.server.protocol
        text = json.dumps({"jsonrpc": "2.0", **message})
        try:  # as pygls reads a message
            protocol.handle_message(json.loads(text, object_hook=protocol.structure_message))
        except JsonRpcException as error:
            self.server.report_server_error(error, JsonRpcException)


def applied(text: str, action: Message, uri: str) -> str:
    """The text after an action on one document, as an editor that counts UTF-16 makes it."""
    edit = action["edit"]
    changes = edit.get("documentChanges")
    edits = changes[0]["edits"] if changes else edit["changes"][uri]
    source = SourceFile(text)

    def offset(position: Message) -> int:
        place = Position(position["line"] + 1, position["character"] + 1)
        return source.offset(place, ColumnUnit.UTF_16)

    spans = [
        Edit(Span(offset(each["range"]["start"]), offset(each["range"]["end"])), each["newText"])
        for each in edits
    ]
    return apply_edits(text, spans)


def places(diagnostics: list[Message]) -> list[str]:
    """Each diagnostic as ``line:character-line:character id: message``, counted from 0."""
    return [
        f"{_place(each['range'])} {each.get('code', '')}: {each['message'].splitlines()[0]}"
        for each in diagnostics
    ]


def _place(place: Message) -> str:
    start, end = place["start"], place["end"]
    return f"{start['line']}:{start['character']}-{end['line']}:{end['character']}"
