"""Messages of an editor, read by pygls."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """Also answers a request that is not as the protocol has it, so that nobody waits for ever."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message. Raises JsonRpcException."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise
