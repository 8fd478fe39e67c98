"""Where a place is in YAML that is being written, and so need not parse: by its lines alone.

The indentation of the lines makes a tree of keys and items, whatever is wrong within a line: an
open quote, ``title: A: B``, half a key. Collections in brackets are looked at on one line only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articlelint.model import DataPath, Span
from articlelint.reading.limits import MAX_DEPTH, MAX_LENGTH, MAX_NODES
from articlelint.reading.source import LINE_BREAK

#: How many lines are looked at, and how many characters of one. There are at most as many levels,
#: keys and items, and characters of all, as of what is read.
_MOST_LINES = 2000
_MOST_CHARACTERS = 2000

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
# It is not looked for from each of many spaces.
_COLON = re.compile(r"(?<![ \t])[ \t]*:(?=[ \t]|$)")
_BLOCK_SCALAR = re.compile(r"(?:[&!]\S*[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_EMPTY = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])")
_QUOTES = ('"', "'")


class Entry(NamedTuple):
    """A key or an item; ``key`` is where its key is, ``value`` what follows on its line."""

    path: DataPath
    column: int
    key: Span | None
    value: Span


class Cursor(NamedTuple):
    """What is being written at a place.

    ``path`` is that of the value, or, if a key is written, of the mapping that it is for.
    ``typed`` is where that is which was typed so far, ``column`` how far keys are indented there,
    and ``is_item`` tells that it comes right after the dash of an item. In ``brackets``, it is one
    of several items on the line.
    """

    path: DataPath
    is_key: bool
    typed: Span
    column: int
    is_item: bool = False
    in_brackets: bool = False


def unclosed_content(text: str, offset: int) -> Span | None:
    """Where front matter is that is never closed, if an offset is in it: up to an empty line."""
    opening = LINE_BREAK.search(text)
    if opening is None or text[: opening.start()].rstrip(" \t") != "---":
        return None
    empty = _EMPTY.search(text, opening.start())
    start, end = opening.end(), empty.end() if empty else len(text)
    return Span(start, max(start, end)) if start <= offset <= max(start, end) else None


def entries(text: str, content: Span) -> list[Entry]:
    """The keys and items of a front matter at ``content``, in the order of the text."""
    return [*_Tree(text).read(_lines(text, content))]


def cursor_at(text: str, content: Span, offset: int) -> Cursor | None:
    """What is being written at an offset; None in a comment or a text of several lines."""
    tree = _Tree(text)
    for line in _lines(text, content):
        if line.start <= offset <= line.end:
            return tree.cursor(line, offset)
        for _ in tree.read([line]):
            pass
    return None


def _lines(text: str, content: Span) -> Iterator[Span]:
    start = content.start
    for _ in range(_MOST_LINES):
        found = LINE_BREAK.search(text, start, content.end)
        yield Span(start, found.start() if found else content.end)
        if not found:
            return
        start = found.end()
        if start - content.start > MAX_LENGTH:
            return


class _Tree:
    """The entries in which the next line may be, the outermost first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._around: list[Entry] = []
        #: How many items there are so far outside of them, and in each of them.
        self._items = [0]
        self._left = MAX_NODES
        #: How far the key of a text of several lines is indented, while it lasts.
        self._in_text: int | None = None

    def read(self, lines: Iterator[Span] | list[Span]) -> Iterator[Entry]:
        """The entries of the next lines."""
        for line in lines:
            yield from self._entries(line)

    def cursor(self, line: Span, offset: int) -> Cursor | None:
        """What is written at an offset of a line that was not read yet."""
        before = self._text[line.start : offset]
        if not self._left or self._is_in_text(before, line):
            return None
        found = [*self._entries(Span(line.start, offset))]
        last = found[-1] if found else None
        written = self._text[last.value.start : offset] if last else before
        if not written.startswith(_QUOTES) and _COMMENT.search(written):
            return None
        typed = before.lstrip(" ")
        if last is None:  # nothing, or half a key
            start = offset - len(typed)
            column = start - line.start
            self._leave(column, is_item=False)
            return Cursor(self._path(), is_key=True, typed=Span(start, offset), column=column)
        if last.key is None:
            start = last.value.start
            return Cursor(last.path, True, Span(start, offset), start - line.start, is_item=True)
        if written.startswith("["):
            item = written.rpartition(",")[2].lstrip("[ ")
            start = offset - len(item)
            path = (*last.path, written.count(","))
            return Cursor(path, False, Span(start, offset), last.column, in_brackets=True)
        return Cursor(last.path, False, Span(last.value.start, offset), last.column)

    def _entries(self, line: Span) -> Iterator[Entry]:
        written = self._text[line.start : min(line.end, line.start + _MOST_CHARACTERS)]
        content = written.lstrip(" ")
        if not content or content.startswith("#") or self._is_in_text(written, line):
            return
        column = len(written) - len(content)
        while content == "-" or content.startswith("- "):
            after = content[1:].lstrip(" ")
            self._leave(column, is_item=True)
            if not self._may_enter():
                return
            path = (*self._path(), self._items[-1])
            self._items[-1] += 1
            end = column + len(content) - len(after)
            yield self._enter(Entry(path, column, None, Span(line.start + end, line.end)))
            column, content = end, after
        if key := _key(content):
            self._leave(column, is_item=False)
            if not self._may_enter():
                return
            name, end, value = key
            start = line.start + column
            place = Span(start + value, max(start + value, line.end))
            yield self._enter(Entry((*self._path(), name), column, Span(start, start + end), place))
            if _BLOCK_SCALAR.match(content, value):
                self._in_text = column

    def _may_enter(self) -> bool:
        return bool(self._left) and len(self._around) < MAX_DEPTH

    def _enter(self, entry: Entry) -> Entry:
        self._around.append(entry)
        self._items.append(0)
        self._left -= 1
        return entry

    def _is_in_text(self, written: str, line: Span) -> bool:
        """Whether a line belongs to the text of several lines above it, as by its indentation."""
        if self._in_text is None:
            return False
        content = written.lstrip(" ")
        is_further = len(written) - len(content) > self._in_text
        if is_further or not self._text[line.start : line.end].strip():
            return True
        self._in_text = None
        return False

    def _leave(self, column: int, *, is_item: bool) -> None:
        """Leave the entries that what begins at a column cannot be in."""
        while self._around:
            last = self._around[-1]
            is_below = last.column < column
            # The items of a key need not be indented further than the key.
            if is_below or (is_item and last.column == column and last.key is not None):
                return
            self._around.pop()
            self._items.pop()

    def _path(self) -> DataPath:
        return self._around[-1].path if self._around else ()


def _key(content: str) -> tuple[str, int, int] | None:
    """The key at the start of a text, where it ends, and where its value starts."""
    if quoted := _QUOTED.match(content):
        colon = _COLON.match(content, quoted.end())
        name, end = quoted.group()[1:-1], quoted.end()
    else:
        colon = _COLON.search(content)
        end = colon.start() if colon else 0
        name = content[:end]
    if colon is None or not name:
        return None
    value = content[colon.end() :]
    return name, end, len(content) - len(value.lstrip(" "))
