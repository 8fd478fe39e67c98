"""What may be written at a cursor: keys and values, by the schema and the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lsprotocol import types

from articlelint.engine.known_values import known_values
from articlelint.fixing.yaml.blocks import in_brackets
from articlelint.model import Span
from articlelint.reading.source import LINE_BREAK
from articlelint.reading.yaml.half_written import Cursor, Entry, entries
from articlelint.schema.telling.described import Key, describe, described_keys
from articlelint.server.prose import described, written
from articlelint.server.snippets import Style, Writer, offered_values
from articlelint.server.workbench import CheckedArticle
from articlelint.text.words import shorten

_REST_OF_KEY = re.compile(r"[^\s:#]*(?=[ \t]*:(?:[ \t]|$))")
_REST_OF_VALUE = re.compile(r"[^\s,\]#]*")
QUOTES = ('"', "'")
_LONGEST_LABEL = 80


class Offer(NamedTuple):
    """One thing to write: how it is shown, what is written, and what is said about it."""

    label: str
    text: str
    kind: types.CompletionItemKind
    detail: str | None = None
    about: tuple[str, ...] = ()
    is_snippet: bool = False
    is_deprecated: bool = False


class Offers:
    """What may be written at a cursor; ``end`` is that of what is replaced."""

    def __init__(
        self,
        article: CheckedArticle,
        content: Span,
        cursor: Cursor,
        offset: int,
        *,
        has_snippets: bool,
    ) -> None:
        self._text = text = article.source.text
        self._article = article
        self._cursor = cursor
        self._schema = article.checker.schema_for(article.source, article.file.posix_path)
        self._entries = entries(text, content)
        self._style = _style(text, self._entries)
        self._writer = Writer(self._schema, self._style, has_stops=has_snippets)
        self._has_snippets = has_snippets
        line_break = LINE_BREAK.search(text, offset)
        line_end = line_break.start() if line_break else len(text)
        self._rest = text[offset:line_end]
        typed = text[cursor.typed.start : offset]
        self._quote = typed[0] if typed.startswith(QUOTES) else ""
        self._names_key = cursor.is_key and _REST_OF_KEY.match(self._rest)
        self.end = offset + self._length_of_rest()
        self._offset = offset

    def all(self) -> list[Offer]:
        """All offers, the likeliest first."""
        cursor = self._cursor
        found: list[Offer] = []
        if cursor.is_item or not cursor.is_key:
            found += self._values()
        return [*found, *self._keys()] if cursor.is_key else found

    def _length_of_rest(self) -> int:
        if self._quote:
            closing = self._rest.find(self._quote)
            return closing + 1
        pattern = _REST_OF_KEY if self._names_key else _REST_OF_VALUE
        rest = pattern.match(self._rest)
        return rest.end() if rest else 0

    def _keys(self) -> Iterator[Offer]:
        """The keys that are allowed and not there yet, those that are required first."""
        cursor = self._cursor
        present = {
            each.path[-1]
            for each in self._entries
            if each.path[:-1] == cursor.path and not _is_at(each, cursor)
        }
        keys = described_keys(self._schema, cursor.path)
        for key in sorted(keys, key=lambda each: not each.is_required):
            if key.name not in present:
                yield self._key(key)

    def _key(self, key: Key) -> Offer:
        path = (*self._cursor.path, key.name)
        text = self._writer.key(path, self._cursor.column)
        if self._names_key:
            text = in_brackets(key.name)
        return Offer(
            key.name,
            text,
            types.CompletionItemKind.Property,
            "required" if key.is_required else None,
            tuple(described(key.description)),
            is_snippet=self._has_snippets and not self._names_key,
            is_deprecated=key.description.deprecated is not None,
        )

    def _values(self) -> Iterator[Offer]:
        path = self._cursor.path
        description = describe(self._schema, path)
        meanings = {repr(each.value): each.meaning for each in description.choices}
        is_choice = bool(description.choices)
        for value in offered_values(description):
            meaning = meanings.get(repr(value))
            about = (written(meaning),) if meaning else ()
            kind = types.CompletionItemKind.Value
            if is_choice:
                kind = types.CompletionItemKind.EnumMember
            yield from self._value(value, kind, about)
        for known in known_values(self._article.checker.config, path):
            more = self._beside(known.beside)
            yield from self._value(known.value, types.CompletionItemKind.Value, (), more)

    def _value(
        self,
        value: Any,
        kind: types.CompletionItemKind,
        about: tuple[str, ...],
        more: str = "",
    ) -> Iterator[Offer]:
        if self._quote and not isinstance(value, str):
            return
        label = value if isinstance(value, str) else in_brackets(value)
        text = in_brackets(value, in_flow=self._cursor.in_brackets)
        if self._quote == "'":
            text = "'" + value.replace("'", "''") + "'"
        elif self._quote:
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            text = f'"{escaped}"'
        before = self._text[self._offset - 1 : self._offset]
        space = " " if before == ":" and not self._quote else ""
        yield Offer(shorten(label, _LONGEST_LABEL), space + text + more, kind, None, about)

    def _beside(self, beside: Mapping[str, str]) -> str:
        """The lines of keys that are not there, of what belongs together with a value."""
        cursor = self._cursor
        if self._rest.strip("\"' \t"):
            return ""
        above = cursor.path[:-1]
        present = {each.path[-1] for each in self._entries if each.path[:-1] == above}
        start = self._style.line_break + " " * cursor.column
        return "".join(
            f"{start}{in_brackets(key)}: {in_brackets(value)}"
            for key, value in beside.items()
            if key not in present
        )


def _style(text: str, found: list[Entry]) -> Style:
    """How the keys and lists are indented that are there already."""
    columns = {each.path: each.column for each in found}
    steps = [
        (each, each.column - columns[each.path[:-1]]) for each in found if each.path[:-1] in columns
    ]
    indents = (step for each, step in steps if each.key and isinstance(each.path[-2], str))
    list_indents = (step for each, step in steps if each.key is None)
    return Style(next(indents, 2), next(list_indents, 2), line_break_of(text))


def line_break_of(text: str) -> str:
    """How the lines of a text end."""
    found = LINE_BREAK.search(text)
    return found.group() if found else "\n"


def _is_at(entry: Entry, cursor: Cursor) -> bool:
    return entry.key is not None and entry.key.start == cursor.typed.start
