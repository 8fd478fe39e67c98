"""What keeps documents from being checked, so that it is said once, and again if it comes back."""

from __future__ import annotations

from collections import Counter


class Troubles:
    """By the URI of a document, what is the matter with it."""

    def __init__(self) -> None:
        self._messages: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def note(self, uri: str, message: str | None) -> bool:
        """Note what is the matter, None for nothing; returns whether that is new to the user."""
        old = self._messages.pop(uri, None)
        if message is not None:
            self._messages[uri] = message
            self._counts[message] += 1
        if old is not None:
            self._counts[old] -= 1
            self._counts += Counter()  # which drops what is at 0
        return message is not None and message != old and self._counts[message] == 1
