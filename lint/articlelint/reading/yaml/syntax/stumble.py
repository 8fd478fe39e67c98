"""Where a YAML parser stumbled, and the lines of the text as a writer sees them.

What explains a mistake gets a ``Stumble`` and returns a ``Mistake``, or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from articlelint.model import Edit, Fix, RepairLine, Safety, Span
from articlelint.reading.scalars import quoted
from articlelint.reading.source import LINE_BREAK, after_break, line_number
from articlelint.reading.yaml.corrections import RefusedError
from articlelint.reading.yaml.syntax.mistake import Mistake, repair_fix, replacing
from articlelint.text.words import MAX_SHOWN, shorten, show

#: The subject of an article's own YAML.
FRONT_MATTER = "front matter"

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
        start = after_break(text, 0, offset)
        match: Any = _LINE.match(text, start)
        indent, dashes, key, value = match.group("indent", "dashes", "key", "value")
        key = key.rstrip() if key else None
        colon, value_at = match.end("key"), match.start("value")
        return cls(start, len(indent), dashes, key, colon, value.rstrip(" \t"), value_at)

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

    @property
    def value_span(self) -> Span:
        """Where the value is, without the white space after it."""
        return Span(self.value_at, self.value_at + len(self.value))

    def part(self, match: re.Match[str], group: str | int = 0) -> Span:
        """Where a group of a match in the value is."""
        start, end = match.span(group)
        return Span(self.value_at + start, self.value_at + end)

    @property
    def span(self) -> Span:
        """All that it says, without its indentation."""
        return Span(self.start + self.indent, self.value_at + len(self.value))

    @property
    def indentation(self) -> Span:
        """The spaces and tabs with which it begins."""
        return Span(self.start, self.start + self.indent)

    @property
    def has_comment(self) -> bool:
        """Whether a `#` in the value may begin a comment."""
        return " #" in self.value or "\t#" in self.value

    def value_after(self, edits: Iterable[Edit]) -> str:
        """The value after edits of it, which come in their order."""
        pieces: list[str] = []
        known = 0
        for (start, end), new in edits:
            pieces += self.value[known : start - self.value_at], new
            known = end - self.value_at
        return "".join(pieces) + self.value[known:]

    def without_key(self, text: str) -> Line:
        """The same line of ``text``, taken for a value: its key is the beginning of it."""
        start = self.start + self.content
        return self._replace(key=None, value=text[start : self.value_span.end], value_at=start)

    def written(self, value: str) -> str:
        """The line with another value; empty if it is too long to be shown."""
        key = "" if self.key is None else f"{self.key}: "
        return "" if len(value) > MAX_SHOWN else f"{self.dashes}{key}{value}"

    def advice(self, value: str) -> str:
        """What to type to give the line another value; empty if it is too long to be shown."""
        written = self.written(value)
        return f"write `{written}`" if written else ""

    def as_list(self, *items: str) -> tuple[str, ...]:
        """What to type, line by line, for the value to be a list of these."""
        spaces = " " * (len(self.dashes) + 2)
        listed = (f"`{spaces}- {shorten(each)}`" for each in items)
        return (f"`{self.dashes}{self.key}:`", *listed)

    def in_quotes(self, advice: str = "put the whole value in quotes") -> str:
        """What to type for the value to be text."""
        written = "" if self.has_comment else self.written(quoted(self.value))
        return f"{advice}: `{written}`" if written else advice


def in_quotes(line: Line, message: str, span: Span | None = None) -> Mistake:
    """The mistake of a line whose value must be in quotes; the message speaks of ``span``."""
    span = span or line.value_span
    repair = None if line.has_comment else replacing(line.value_span, quoted(line.value))
    return Mistake(message, (line.in_quotes(),), span, repair)


def line_fix(text: str, line: Line, number: int, edit: Edit, safety: Safety) -> Fix:
    """The fix that makes one edit within a line, which has this number in the text."""
    before, after = text[line.start : edit.span.start], text[edit.span.end : line.span.end]
    change = RepairLine(number, before + edit.text + after)
    return repair_fix(safety, (edit,), change)


class Stumble:
    """Where and over what a parser stumbled: what is known of its error, and what is seen there.

    ``place`` is where it stopped, ``opened`` where that begins which it was then reading, by the
    name of ``context``. Both are offsets into ``text``, which begins as the file does. ``problem``
    is the parser's own word for it, ``subject`` is what messages call the text. ``refused`` is the
    error where no parser objected.
    """

    def __init__(self, error: Any, text: str, subject: str) -> None:
        self.text = text
        self.subject = subject
        self.context: str = getattr(error, "context", None) or ""
        self.problem = str(getattr(error, "problem", ""))
        self.character: str | None = None
        self.refused = error if isinstance(error, RefusedError) else None
        if self.refused:
            self.place = self.opened = self.refused.span.start
            return
        opened = getattr(error, "context_mark", None)
        stopped = getattr(error, "problem_mark", None) or opened
        place = stopped.index if stopped else 0
        if hasattr(error, "character"):  # one that is not allowed: its place may count bytes
            self.character = chr(error.character)
            place = text.find(self.character)
        # A mark may be at the NUL that ends the parser's buffer.
        self.place = min(place, len(text))
        self.opened = min(opened.index if opened else place, len(text))

    @property
    def is_article(self) -> bool:
        """Whether the text is between fences, with the text of an article below it."""
        return self.subject == FRONT_MATTER

    @property
    def here(self) -> str:
        """The character at the place; empty at the end of the text."""
        return self.text[self.place : self.place + 1]

    @property
    def here_span(self) -> Span:
        """Where that character is; empty where nothing is left of the line."""
        return Span(self.place, self.place + (self.here not in ("", "\r", "\n")))

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

    def below(self, line: Line) -> Iterator[Line]:
        """The lines below one that say something, the nearest first."""
        for _ in range(_MAX_LINES):
            line_break = LINE_BREAK.search(self.text, line.value_at)
            if line_break is None or line_break.end() == len(self.text):
                return
            line = Line.at(self.text, line_break.end())
            if not line.says_nothing:
                yield line

    def number(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        return line_number(self.text, offset)
