"""Changes to edits of JSON, in the style that is there.

How a value is written in JSON does not depend on where it is, and there are no comments. So it is
enough that nothing but a comma and white space is between two entries.
"""

from __future__ import annotations

import json
import re
from typing import Any

from articlelint.fixing.entries import Entries, start_of
from articlelint.fixing.proof import is_same
from articlelint.fixing.touched_up import touched_up
from articlelint.model import (
    AddKey,
    Change,
    DataPath,
    Edit,
    Remove,
    RenameKey,
    Scalar,
    SetValue,
    Span,
)
from articlelint.reading.document import Document, Node
from articlelint.reading.source import LINE_BREAK, after_break

_GAP = re.compile(r"\s*,\s*")

Edits = tuple[Edit, ...]


class JsonEditor:
    """Finds the edits of one document; ``text`` is that from which it was read."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._entries = Entries(document.root)
        # Some programs write everything beyond ASCII as an escape.
        self._is_ascii = text.isascii() and "\\u" in text

    def edits_of(self, change: Change) -> Edits | None:
        """The edits that carry out a change and nothing else; None if there is no sure way.

        They are empty if the data is already as the change wants it.
        """
        if isinstance(change, SetValue):
            return self._set(change.path, change.value)
        if isinstance(change, RenameKey):
            return self._rename(change.path, change.name)
        if isinstance(change, Remove):
            return self._remove(change.path)
        if isinstance(change, AddKey):
            return self._add(change.path, change.value)
        return None  # one text that was meant as several items is YAML's

    def _set(self, path: DataPath, value: Any) -> Edits | None:
        node = self._entries.at(path)
        written = self._spelled(value)
        if node is None or not path or written is None:
            return None
        if is_same(node.value, value):
            return ()
        if node.children and LINE_BREAK.search(self._text, node.start, node.end):
            return None  # it is not on one line, as what is written is
        return (self._touched_up(node, value) or Edit(node.span, written),)

    def _touched_up(self, node: Node, value: Any) -> Edit | None:
        if not isinstance(node.value, str) or not isinstance(value, str):
            return None
        places = self._document.dialect.text_map(self._text, node)
        return touched_up(places, node.value, value, lambda part: self._quoted(part)[1:-1])

    def _rename(self, path: DataPath, name: str) -> Edits | None:
        node, mapping = self._entries.at(path), self._entries.at(path[:-1])
        if node is None or mapping is None or node.key is None:
            return None
        if name in mapping.value:
            return () if name == path[-1] else None
        return (Edit(node.key.span, self._quoted(name)),)

    def _remove(self, path: DataPath) -> Edits | None:
        found = self._entries.around(path)
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

    def _add(self, path: DataPath, value: Scalar) -> Edits | None:
        mapping = self._entries.at(path[:-1])
        written = self._spelled(value)
        if mapping is None or not isinstance(mapping.children, dict) or written is None:
            return None
        if path[-1] in mapping.value:
            return None
        new = f"{self._quoted(str(path[-1]))}: {written}"
        entries = self._entries.of(mapping)
        if not entries:
            place = mapping.start + 1
            return (Edit(Span(place, place), new),)
        place = entries[-1].end
        return (Edit(Span(place, place), f",{self._before(start_of(entries[-1]))}{new}"),)

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

    def _spelled(self, value: Any) -> str | None:
        """How a value is written; None if JSON has no such number."""
        try:
            return json.dumps(value, ensure_ascii=self._is_ascii, allow_nan=False)
        except ValueError:
            return None
