"""Changes to edits of JSON, in the style that is there.

How a value is written in JSON does not depend on where it is, and there are no comments. So it is
enough that nothing but a comma and white space is between two entries.
"""

from __future__ import annotations

import json
import re
from typing import Any

from articlelint.fixing.entries import start_of
from articlelint.fixing.entries_editor import Edits, EntriesEditor
from articlelint.fixing.touched_up import touched_up
from articlelint.model import AddKey, Edit, OrderKeys, Remove, RenameKey, Span
from articlelint.reading.document import Document
from articlelint.reading.node import Node
from articlelint.reading.source import after_break

_GAP = re.compile(r"\s*,\s*")


class JsonEditor(EntriesEditor):
    """Finds the edits of one document; ``text`` is that from which it was read."""

    def __init__(self, document: Document, text: str) -> None:
        super().__init__(document, text)
        # Some programs write everything beyond ASCII as an escape.
        self._is_ascii = text.isascii() and "\\u" in text

    def _touched_up(self, node: Node, value: Any) -> Edit | None:
        if not isinstance(node.value, str) or not isinstance(value, str):
            return None
        places = self._document.dialect.text_map(self._text, node)
        return touched_up(places, node.value, value, lambda part: self._quoted(part)[1:-1])

    def _renamed(self, key: Node, change: RenameKey) -> Edits:
        return (Edit(key.span, self._quoted(change.name)),)

    def _remove(self, change: Remove) -> Edits | None:
        found = self._entries.around(change.path)
        if not found:
            return None
        node, before, after = found
        if after:
            is_sure = _GAP.fullmatch(self._text, node.end, start_of(after))
            return (Edit(Span(start_of(node), start_of(after)), ""),) if is_sure else None
        if before:
            is_sure = _GAP.fullmatch(self._text, before.end, start_of(node))
            return (Edit(Span(before.end, node.end), ""),) if is_sure else None
        return None  # without the only one, the collection would be empty

    def _added(self, mapping: Node, change: AddKey, written: str) -> Edits:
        new = f"{self._quoted(str(change.path[-1]))}: {written}"
        entries = self._entries.of(mapping)
        index = self._index(entries, change.before)
        if index:
            place, new = (
                entries[index - 1].end,
                f",{self._before(start_of(entries[index - 1]))}{new}",
            )
        elif entries:
            place = start_of(entries[0])
            new = f"{new},{self._before(place)}"
        else:
            place = mapping.start + 1
        return (Edit(Span(place, place), new),)

    def _ordered(self, mapping: Node, change: OrderKeys) -> Edits | None:
        return self._in_brackets(mapping, change.keys, _GAP)

    def _before(self, start: int) -> str:
        """What comes before an entry: a line break and its indentation, or a space."""
        line = after_break(self._text, 0, start)
        indent = self._text[line:start]
        if indent.strip(" \t") or not line:
            return " "
        line_break = "\r\n" if self._text.startswith("\r\n", line - 2) else self._text[line - 1]
        return line_break + indent

    def _quoted(self, text: str) -> str:
        return json.dumps(text, ensure_ascii=self._is_ascii)

    def _spelled(self, value: Any, node: Node | None) -> str | None:  # noqa: ARG002 - of TOML
        """How a value is written; None if JSON has no such number."""
        try:
            return json.dumps(value, ensure_ascii=self._is_ascii, allow_nan=False)
        except ValueError:
            return None
