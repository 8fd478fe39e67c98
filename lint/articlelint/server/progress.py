"""Progress that an editor shows while something goes on in the background."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

from lsprotocol import types
from pygls.lsp.server import LanguageServer


@asynccontextmanager
async def shown_progress(server: LanguageServer, title: str) -> AsyncIterator[None]:
    """Have the editor show that something goes on, if it can."""
    window = server.client_capabilities.window
    if not (window and window.work_done_progress):
        yield
        return
    progress, token = server.work_done_progress, str(uuid4())
    await progress.create_async(token)
    progress.begin(token, types.WorkDoneProgressBegin(title))
    try:
        yield
    finally:
        progress.end(token, types.WorkDoneProgressEnd())
