"""Progress that an editor shows while something goes on in the background."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

_log = logging.getLogger(__name__)


@asynccontextmanager
async def shown_progress(server: LanguageServer, title: str) -> AsyncIterator[None]:
    """Have the editor show that something goes on, if it can. That does not wait for the editor."""
    window = server.client_capabilities.window
    if not (window and window.work_done_progress):
        yield
        return
    progress = _Progress(server, title)
    progress.begin()
    try:
        yield
    finally:
        progress.end()


class _Progress:
    """What an editor shows from when it agrees to it, which may be never, until the end."""

    def __init__(self, server: LanguageServer, title: str) -> None:
        self._server = server
        self._title = title
        self._token = str(uuid4())
        self._is_shown = False
        self._is_over = False
        self._begun: asyncio.Task[None]

    def begin(self) -> None:
        self._begun = asyncio.get_running_loop().create_task(self._begin())

    def end(self) -> None:
        self._is_over = True
        if self._is_shown:
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd())

    async def _begin(self) -> None:
        progress = self._server.work_done_progress
        try:
            await progress.create_async(self._token)
        except JsonRpcException as error:
            _log.warning("the editor shows no progress: %s", error)
            return
        if not self._is_over:
            self._is_shown = True
            progress.begin(self._token, types.WorkDoneProgressBegin(self._title))
