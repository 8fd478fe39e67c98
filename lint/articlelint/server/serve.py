"""Start the server."""

from __future__ import annotations

from lsprotocol import types

from articlelint.server import requests, synchronization
from articlelint.server.server import ArticleServer

_LOOPBACK = "127.0.0.1"
#: pygls keeps documents itself, but breaks lines where editors do not, reads all of a long text at
#: each change, and fails at a document that is not open.
_OWN = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
)


def make_server(*, compares: bool = True) -> ArticleServer:
    """A server with all that it can do, for one editor; ``compares`` is as for that."""
    server = ArticleServer(compares=compares)
    for method in _OWN:
        del server.protocol.fm.builtin_features[method]
    for method, handle in synchronization.FEATURES.items():
        server.feature(method)(handle)
    for method, (answer, options) in requests.FEATURES.items():
        server.feature(method, options)(answer)
    for name, do in requests.COMMANDS.items():
        server.command(name)(do)
    return server


def serve(port: int | None = None) -> None:
    """Serve one editor, over standard input and output or a port of this machine, to its end."""
    server = make_server()
    if port is None:
        server.start_io()
    else:
        server.start_tcp(_LOOPBACK, port)
