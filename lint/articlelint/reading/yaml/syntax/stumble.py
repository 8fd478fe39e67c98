"""Where a YAML parser stumbled, and the lines of the text as a writer sees them.

What explains a mistake gets a ``Stumble`` and returns an ``Explanation``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from articlelint.reading.scalars import quoted
from articlelint.reading.source import LINE_BREAK
from articlelint.text.words import MAX_SHOWN, show

#: A sentence that says what is wrong, then lines that say what to write.
Explanation = tuple[str, ...]

#: The most lines that are looked at above a place, so that a long text costs no more.
_MAX_LINES = 100

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"\r\n]*\"[ \t]*|'[^'\r\n]*'[ \t]*|[^\s#&*!|>%@`'\"\[\]{},-][^\r\n]*?)"
    r":(?=[ \t\r\n]|\Z)[ \t]*)?"
    r"(?P<value>[^\r\n]*)"
)


class Line(NamedTuple):
    """A line as a writer sees it: an indentation, a dash, a key, a value, or some of these.

    ``key`` is None where no ``: `` ends one; ``colon`` and ``value_at`` are offsets.
    """

    start: int
    indent: int
    dashes: str
    key: str | None
    colon: int
    value: str
    value_at: int

    @classmethod
    def at(cls, text: str, offset: int) -> Line:
        """The line that holds an offset."""
        line_feed = text.rfind("\n", 0, offset)
        start = max(line_feed, text.rfind("\r", line_feed + 1, offset)) + 1
        match: Any = _LINE.match(text, start)
        indent, dashes, key, value = match.group("indent", "dashes", "key", "value")
        key = key.rstrip() if key else None
        colon, value_at = match.end("key"), match.start("value")
        return cls(start, len(indent), dashes, key, colon, value.rstrip(), value_at)

    @property
    def content(self) -> int:
        """The column, counted from 0, of what comes after the dashes."""
        return self.indent + len(self.dashes)

    @property
    def says_nothing(self) -> bool:
        """Whether it is empty, a comment or the opening ``---``."""
        if self.key is not None or self.dashes:
            return False
        return self.value[:1] in ("", "#") or (self.start == 0 and self.value.startswith("---"))

    def name(self, number: int) -> str:
        """What advice calls the line of this number."""
        return f"line {number}" if self.key is None else f"{show(self.key)} on line {number}"

    def in_quotes(self, text: str | None = None) -> str:
        """What to type for the value, or for another ``text`` instead, to be text."""
        advice = "put the whole value in quotes" if text is None else "use the other kind of quotes"
        text = self.value if text is None else text
        if len(text) > MAX_SHOWN or " #" in text:
            return advice
        key = f"{self.key}: " if self.key is not None else ""
        return f"{advice}: `{self.dashes}{key}{quoted(text)}`"


class Stumble:
    """Where and over what a parser stumbled: what is known of its error, and what is seen there.

    ``place`` is where it stopped, ``opened`` where that begins which it was then reading, by the
    name of ``context``. Both are offsets into ``text``. ``words`` are the parser's own,
    ``subject`` is what messages call the text.
    """

    def __init__(self, error: Any, text: str, subject: str) -> None:
        problem = str(getattr(error, "problem", None) or "invalid YAML")
        self.text = text
        self.subject = subject
        self.context: str = getattr(error, "context", None) or ""
        self.words = f"{self.context}: {problem}" if self.context else problem
        self.character: str | None = None
        opened = getattr(error, "context_mark", None)
        stopped = getattr(error, "problem_mark", None) or opened
        place = stopped.index if stopped else 0
        if hasattr(error, "character"):  # one that is not allowed: its place may count bytes
            self.character = chr(error.character)
            place = text.find(self.character)
        # A mark may be at the NUL that ends the parser's buffer.
        self.place: int = min(place, len(text))
        self.opened: int = min(opened.index if opened else place, len(text))

    @property
    def here(self) -> str:
        """The character at the place; empty at the end of the text."""
        return self.text[self.place : self.place + 1]

    @property
    def at_line_end(self) -> bool:
        """Whether nothing is left of the line."""
        return self.here in ("", "\r", "\n")

    @property
    def begins_line(self) -> bool:
        """Whether only spaces and tabs come before the place on its line."""
        return not self.text[self.line.start : self.place].strip(" \t")

    @cached_property
    def line(self) -> Line:
        """The line of the place."""
        return Line.at(self.text, self.place)

    @cached_property
    def lines_above(self) -> list[Line]:
        """The lines above that of the place, the nearest first."""
        return list(self.above(self.line))

    def above(self, line: Line) -> Iterator[Line]:
        """The lines above one that say something, the nearest first."""
        for _ in range(_MAX_LINES):
            if line.start == 0:
                return
            line = Line.at(self.text, line.start - 1)
            if not line.says_nothing:
                yield line

    def number(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        return sum(1 for _ in LINE_BREAK.finditer(self.text, 0, offset)) + 1
