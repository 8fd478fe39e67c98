"""What the editors of TOML and JSON do alike.

How a value is written in these does not depend on where it is, so it is set by writing it anew, or
the part of it that differs.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from articlelint.fixing.entries import Entries, start_of
from articlelint.fixing.proof import is_same
from articlelint.fixing.reordered import Entry, reordered_in_brackets
from articlelint.model import AddKey, Change, DataPath, Edit, OrderKeys, Remove, RenameKey, SetValue
from articlelint.reading.document import Document
from articlelint.reading.node import Node
from articlelint.reading.source import LINE_BREAK

Edits = tuple[Edit, ...]


class EntriesEditor(ABC):
    """Finds the edits of one document; ``text`` is that from which it was read."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._entries = Entries(document.root)

    def edits_of(self, change: Change) -> Edits | None:
        """The edits that carry out a change and nothing else; None if there is no sure way.

        They are empty if the data is already as the change wants it.
        """
        if isinstance(change, SetValue):
            return self._set(change.path, change.value)
        if isinstance(change, RenameKey):
            return self._rename(change)
        if isinstance(change, Remove):
            return self._remove(change)
        if isinstance(change, AddKey):
            return self._add(change)
        if isinstance(change, OrderKeys):
            mapping = self._entries.at(change.path)
            return self._ordered(mapping, change) if mapping else None
        return None  # one text that was meant as several items is YAML's

    def _set(self, path: DataPath, value: Any) -> Edits | None:
        node = self._entries.at(path)
        written = self._spelled(value, node) if node and path else None
        if node is None or written is None:
            return None
        if is_same(node.value, value):
            return ()
        if node.children and LINE_BREAK.search(self._text, node.start, node.end):
            return None  # what is written is on one line, and there may be comments in this
        return (self._touched_up(node, value) or Edit(node.span, written),)

    def _rename(self, change: RenameKey) -> Edits | None:
        path, name = change
        node, mapping = self._entries.at(path), self._entries.at(path[:-1])
        if node is None or mapping is None or node.key is None:
            return None
        if name in mapping.value:
            return () if name == path[-1] else None
        return self._renamed(node.key, change)

    def _add(self, change: AddKey) -> Edits | None:
        path = change.path
        mapping = self._entries.at(path[:-1])
        written = self._spelled(change.value, None)
        if mapping is None or not isinstance(mapping.children, dict) or written is None:
            return None
        if path[-1] in mapping.value or change.before not in (None, *mapping.value):
            return None
        return self._added(mapping, change, written)

    @abstractmethod
    def _remove(self, change: Remove) -> Edits | None:
        """The edits that remove an entry."""

    @abstractmethod
    def _renamed(self, key: Node, change: RenameKey) -> Edits | None:
        """The edits that write another name instead of that of a key."""

    @abstractmethod
    def _added(self, mapping: Node, change: AddKey, written: str) -> Edits | None:
        """The edits that add a key, with its value as that is written, to a mapping."""

    def _index(self, entries: Sequence[Node], key: str | None) -> int:
        """Which of some entries a key is, or else how many there are."""
        keys = (index for index, each in enumerate(entries) if each.key and each.key.value == key)
        return next(keys, len(entries))

    @abstractmethod
    def _ordered(self, mapping: Node, change: OrderKeys) -> Edits | None:
        """The edits that put keys of a mapping in order."""

    def _in_brackets(
        self, mapping: Node, keys: Sequence[str], gap: re.Pattern[str]
    ) -> Edits | None:
        """The same of keys in brackets, with a ``gap`` between two of them."""
        entries = [_entry(each) for each in self._entries.of(mapping)]
        if entries and self._text[mapping.start + 1 : entries[0].start].strip():
            return None  # a key that is given again
        return reordered_in_brackets(self._text, entries, keys, gap)

    @abstractmethod
    def _spelled(self, value: Any, node: Node | None) -> str | None:
        """How a value is written, instead of another if there is one; None if it cannot be."""

    @abstractmethod
    def _touched_up(self, node: Node, value: Any) -> Edit | None:
        """The edit of the part of a text that differs; None if all of it is to be written anew."""


def _entry(node: Node) -> Entry:
    return Entry(node.key.value if node.key else "", start_of(node), node.end)
