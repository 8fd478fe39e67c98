"""TOML 1.0 to a tree of nodes, line by line.

A line that cannot be read is told, and those below it are read on, as TOML's lines depend little on
each other. Python's own parser would say whether a text is TOML, but not where anything is in it,
and it has no limits: a key of n names takes it the cube of n. Tests compare the two.
"""

from __future__ import annotations

import re

from articlelint.model import Span
from articlelint.reading.dialect import Parsed
from articlelint.reading.mistake import MOST_MISTAKES, MistakeError, line_of
from articlelint.reading.node import Node
from articlelint.reading.scan import Scan
from articlelint.reading.source import LINE_BREAK
from articlelint.reading.toml.keys import key, skip_space
from articlelint.reading.toml.tables import Tables
from articlelint.reading.toml.values import skip_lines, value

SYNTAX = "toml-syntax"

_END_OF_LINE = re.compile(r"[ \t]*(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?(?:\r?\n|\Z)")


def parse(text: str, content: Span, _subject: str) -> Parsed:
    """Read the TOML at ``content``, as ``Dialect`` describes."""
    reading = _Reading(text[: content.end])
    reading.read(content.start)
    return reading.parsed()


class _Reading:
    """One text as far as it has been read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._scan = Scan(text)
        self._root = Node({}, len(text), 0, {})
        self._tables = Tables(self._scan, self._root)
        self._knows_all_keys = True

    def read(self, at: int) -> None:
        """Read all lines from an offset on. Raises TooComplexError."""
        text = self._text
        while (at := skip_lines(text, at)) < len(text):
            self._root.start = min(self._root.start, at)
            try:
                at = self._header(at) if text[at] == "[" else self._pair(at)
            except MistakeError as error:
                self._scan.mistakes.append(error)
                if error.ends_reading or len(self._scan.mistakes) == MOST_MISTAKES:
                    self._knows_all_keys = False
                    return
                at = _next_line(text, at) if error.resume is None else error.resume

    def parsed(self) -> Parsed:
        """What was read. Raises UnreadableError if some keys are not known."""
        parsed = self._scan.parsed(self._root, SYNTAX, knows_all_keys=self._knows_all_keys)
        return parsed if self._root.children else parsed._replace(root=None)

    def _header(self, at: int) -> int:
        """The header of a table, or of one of a list of tables; returns where the next line is."""
        text = self._text
        bracket = "]]" if text.startswith("[[", at) else "]"
        try:
            end, names = key(self._scan, skip_space(text, at + len(bracket)))
            end = skip_space(text, end)
            if not text.startswith(bracket, end):
                from articlelint.reading.toml import line_mistakes  # noqa: PLC0415 - seldom needed

                raise line_mistakes.unclosed_header(text, at, end)
            span = Span(at, end + len(bracket))
            next_line = self._end_of_line(at, span.end)
            if bracket == "]]":
                self._tables.open_item(names, span)
            else:
                self._tables.open_table(names, span)
        except MistakeError:
            self._tables.open_elsewhere(line_of(text, at))
            self._knows_all_keys = False
            raise
        return next_line

    def _pair(self, at: int) -> int:
        """A key and its value; returns where the next line begins."""
        text = self._text
        try:
            end, names = key(self._scan, at)
        except MistakeError:
            self._knows_all_keys = False
            raise
        depth = self._tables.depth_of(names)
        equals = skip_space(text, end)
        if not text.startswith("=", equals):
            from articlelint.reading.toml import line_mistakes  # noqa: PLC0415 - seldom needed

            if text.startswith(":", equals):
                self._leave_unread(names, equals)
            else:
                self._knows_all_keys = False
            raise line_mistakes.no_equals(text, at, end)
        place = skip_space(text, equals + 1)
        try:
            end, node = value(self._scan, place, depth)
            next_line = self._end_of_line(at, end)
        except MistakeError as error:
            self._leave_unread(names, place)
            from articlelint.reading.toml.line_mistakes import go_on  # noqa: PLC0415 - seldom needed

            go_on(text, place, error)
            raise
        self._tables.assign(names, node)
        return next_line

    def _leave_unread(self, names: list[Node], at: int) -> None:
        """Give a key the rest of its line as a value of which nothing is known."""
        span = Span(at, line_of(self._text, at).end)
        node = self._scan.node(self._text[slice(*span)].strip(), *span)
        self._scan.unread.append(node)
        try:
            self._tables.assign(names, node)
        except MistakeError:
            self._knows_all_keys = False

    def _end_of_line(self, start: int, at: int) -> int:
        """Where the next line begins, when only a comment comes before it."""
        end = _END_OF_LINE.match(self._text, at)
        if end:
            return end.end()
        from articlelint.reading.toml import line_mistakes  # noqa: PLC0415 - seldom needed

        raise line_mistakes.unexpected_text(self._text, start, at)


def _next_line(text: str, at: int) -> int:
    line_break = LINE_BREAK.search(text, at)
    return line_break.end() if line_break else len(text)
