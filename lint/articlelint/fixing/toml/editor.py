"""Changes to edits of TOML, in the style that is there, and nothing in doubt.

A key with its value is a line or more, a table its header and all below it. Where a name may be in
several headers or dotted keys, the text is read again with the edit, which only few changes of a
text are worth.
"""

from __future__ import annotations

import re
from typing import Any

from articlelint.fixing.entries import start_of
from articlelint.fixing.entries_editor import Edits, EntriesEditor
from articlelint.fixing.proof import proven_text
from articlelint.fixing.reordered import Entry, reordered_lines, start_of_first
from articlelint.fixing.toml.spellings import escaped, spelled, spelled_key
from articlelint.fixing.touched_up import touched_up
from articlelint.model import AddKey, Change, DataPath, Edit, OrderKeys, Remove, RenameKey, Span
from articlelint.reading.document import Document
from articlelint.reading.node import Node
from articlelint.reading.source import LINE_BREAK, after_break
from articlelint.reading.toml import is_table

#: How often, and how long a text, is read again to find out whether an edit does what it should.
_MOST_PROOFS = 20
_LONGEST_PROVED = 64 * 1024

_EQUALS = re.compile(r"[ \t]*=")
_END_OF_HEADER = re.compile(r"[ \t]*\]")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r?\n|\Z)")
_GAP = re.compile(r"[ \t]*,[ \t]*")
_ITEM_LINE = re.compile(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?\r?\n")
_COMMENT_LINE = re.compile(r"[ \t]*#")


class TomlEditor(EntriesEditor):
    """Finds the edits of one document; ``text`` is that from which it was read."""

    def __init__(self, document: Document, text: str) -> None:
        super().__init__(document, text)
        self._proofs = 0

    def _set(self, path: DataPath, value: Any) -> Edits | None:
        node = self._entries.at(path)
        if node and node.value == value and isinstance(value, str) and node.plain is not None:
            return (Edit(node.span, f'"{escaped(value)}"'),)  # a date that is to be text
        return None if node and is_table(self._text, node) else super()._set(path, value)

    def _spelled(self, value: Any, node: Node | None) -> str | None:
        return spelled(value, node, self._text)

    def _touched_up(self, node: Node, value: Any) -> Edit | None:
        """The edit of a part of a text in double quotes."""
        if not isinstance(value, str) or not self._text.startswith('"', node.start):
            return None
        places = self._document.dialect.text_map(self._text, node)
        return touched_up(places, node.value, value, escaped)

    def _renamed(self, key: Node, change: RenameKey) -> Edits | None:
        edit = Edit(key.span, spelled_key(change.name))
        is_sure = _EQUALS.match(self._text, key.end)
        return (edit,) if is_sure else self._proven(edit, change)

    def _remove(self, change: Remove) -> Edits | None:
        found = self._entries.around(change.path)
        if not found:
            return None
        node, before, after = found
        if not (before or after or change.path[1:]):
            return None  # without the only key, the front matter would be empty
        if self._is_in_brackets(change.path):
            return self._remove_item(node, before, after)
        start = after_break(self._text, 0, start_of(node))
        rest = _REST_OF_LINE.match(self._text, node.end)
        if not rest or self._has_comment_above(start):
            return None
        edit = Edit(Span(start, rest.end()), "")
        is_made = is_table(self._text, node)
        begins_line = not self._text[start : start_of(node)].strip(" \t")
        is_pair = node.key is not None and _EQUALS.match(self._text, node.key.end)
        if is_pair and not is_made:
            return (edit,) if begins_line else None
        return self._proven(edit, change)

    def _remove_item(self, node: Node, before: Node | None, after: Node | None) -> Edits | None:
        """Remove an entry in brackets: with its line, if it has that for itself."""
        text, start = self._text, start_of(node)
        line = after_break(text, 0, start)
        rest = _ITEM_LINE.match(text, node.end)
        if rest and not text[line:start].strip(" \t") and (before or after):
            span, is_sure = Span(line, rest.end()), not self._has_comment_above(line)
        elif after:
            span = Span(start, start_of(after))
            is_sure = bool(_GAP.fullmatch(text, node.end, span.end))
        elif before:
            span = Span(before.end, node.end)
            is_sure = bool(_GAP.fullmatch(text, span.start, start))
        else:
            return None
        return (Edit(span, ""),) if is_sure else None

    def _added(self, mapping: Node, change: AddKey, written: str) -> Edits | None:
        new = f"{spelled_key(str(change.path[-1]))} = {written}"
        if self._text.startswith("{", mapping.start) and mapping is not self._document.root:
            return self._add_in_braces(mapping, new, change.before)
        place = self._line_for_new(mapping, change)
        if place is None:
            return None
        line_break = self._line_break(place)
        return (Edit(Span(place, place), f"{self._indent(mapping)}{new}{line_break}"),)

    def _add_in_braces(self, mapping: Node, new: str, before: str | None) -> Edits:
        entries = self._entries.of(mapping)
        index = self._index(entries, before)
        if index:
            place, new = entries[index - 1].end, f", {new}"
        elif entries:
            place, new = start_of(entries[0]), f"{new}, "
        else:
            place = mapping.start + 1
        return (Edit(Span(place, place), new),)

    def _ordered(self, mapping: Node, change: OrderKeys) -> Edits | None:
        if mapping is not self._document.root and not is_table(self._text, mapping):
            return self._in_brackets(mapping, change.keys, _GAP)
        entries = []
        for node in self._entries.of(mapping):
            if node.key is None or is_table(self._text, node):
                continue  # it is between no two of those that are to be moved, or they stay
            rest = _REST_OF_LINE.match(self._text, node.end)
            start = after_break(self._text, 0, node.key.start)
            if not rest or self._text[start : node.key.start].strip(" \t"):
                return None
            entries.append(Entry(node.key.value, start, rest.end(), "#" in rest[0]))
        return reordered_lines(self._text, entries, change.keys, "", "[ \t]*")

    def _line_for_new(self, table: Node, change: AddKey) -> int | None:
        """The start of the line below the last key of a table, or below its header.

        If it comes before a key, that below the one before this. None if the table has no header
        of its own.
        """
        path = change.path[:-1]
        pairs = [each for each in self._entries.of(table) if not self._has_header(each)]
        if path and not self._has_own_header(table):
            return None
        index = self._index(pairs, change.before)
        if pairs and not index:
            return start_of_first(self._text, after_break(self._text, 0, start_of(pairs[0])))
        if change.before is not None and index == len(pairs):
            return None  # it is a table
        pairs = pairs[:index]
        if pairs:  # a table made by dots may go on below a header
            return None if is_table(self._text, pairs[-1]) else self._below(pairs[-1].end)
        if not path:
            return after_break(self._text, 0, table.start)
        return self._below(self._text.index("]", table.key.end if table.key else table.start))

    def _below(self, offset: int) -> int | None:
        """The start of the line below an offset."""
        line_break = LINE_BREAK.search(self._text, offset)
        return line_break.end() if line_break else None

    def _has_own_header(self, table: Node) -> bool:
        if table.key is None:
            return self._text.startswith("[[", table.start)
        return self._has_header(table) and bool(_END_OF_HEADER.match(self._text, table.key.end))

    def _has_header(self, node: Node) -> bool:
        """Whether a key is in a header, rather than before a value."""
        return is_table(self._text, node) and self._text.startswith("[", node.start)

    def _indent(self, table: Node) -> str:
        """The white space before the last key of a table."""
        pairs = [each for each in self._entries.of(table) if not self._has_header(each)]
        if not pairs:
            return ""
        start = start_of(pairs[-1])
        line = self._text[after_break(self._text, 0, start) : start]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def _line_break(self, line: int) -> str:
        """The line break before a line."""
        return "\r\n" if self._text.startswith("\r\n", line - 2) else "\n"

    def _is_in_brackets(self, path: DataPath) -> bool:
        """Whether the value at a path is an entry of a list or a table in brackets."""
        holder = self._entries.at(path[:-1])
        if holder is None or holder is self._document.root:
            return False
        return not is_table(self._text, holder)

    def _has_comment_above(self, line: int) -> bool:
        """Whether a comment may be about what begins on a line, and not about all that follows."""
        line_break = 2 if self._text.startswith("\r\n", line - 2) else 1
        above = after_break(self._text, 0, max(0, line - line_break))
        return line > self._document.root.start and bool(_COMMENT_LINE.match(self._text, above))

    def _proven(self, edit: Edit, change: Change) -> Edits | None:
        """The edit, if the text then says what it should."""
        self._proofs += 1
        if self._proofs > _MOST_PROOFS or len(self._text) > _LONGEST_PROVED:
            return None
        return (edit,) if proven_text(self._text, [edit], [change]) is not None else None
