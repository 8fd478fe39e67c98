"""The comments in a front matter that are for articlelint, and what each of them stands at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from articlelint.model import Diagnostic, Span
from articlelint.reading.document import Node

#: A comment begins at the start of a line or behind a blank (YAML 1.2.2, section 6.6); one may
#: follow another tool's within the same.
_HEAD = r"(?<![^ \t\r\n])#+[ \t]*articlelint:"
_REST_OF_LINE = r"[^\r\n]*"
# Neither demands anything at its end, so that neither can take more than one way through a text.
_BEFORE_DASH = r"(?:[&!]\S*|[ \t\r\n]+|#[^\r\n]*)*"
_BEFORE_TEXT = r"(?:[&!]\S*(?:[ \t\r\n]+|#[^\r\n]*)*)*(?:[|>][^\r\n]*)?"


class Scope(NamedTuple):
    """What a comment is for: what begins from ``first`` up to ``last`` and ends by ``end``."""

    first: int
    last: int
    end: int


class Comment(NamedTuple):
    """A comment for us: what it says behind ``articlelint:``, and where that stands."""

    words: str
    span: Span
    scope: Scope | None


def comments(
    text: str, content: Span, root: Node, faults: Sequence[Diagnostic]
) -> Iterator[Comment]:
    """The comments for us in the front matter that stands at ``content``, in their order.

    ``faults`` are what reading found: they tell of keys that the document lacks.
    """
    layout = _Layout(text, root, faults)
    heads = [
        each
        for each in re.compile(_HEAD).finditer(text, *content)
        if not layout.is_text(each.start())
    ]
    ends = [*(each.start() for each in heads), content.end][1:]
    seen = content.start  # so that no part of the text is searched for line breaks twice
    scope = None
    for index, (head, end) in enumerate(zip(heads, ends, strict=True)):
        line_start = _line_start(text, seen, head.start())
        if line_start > seen or index == 0:  # else it is within the comment before
            scope = layout.scope(line_start, head.start(), seen)
        seen = head.end()
        rest: Any = re.compile(_REST_OF_LINE).match(text, seen, end)
        words = rest.group()
        start = seen + len(words) - len(words.lstrip())
        words = words.strip()
        span = Span(start, start + len(words)) if words else Span(*head.span())
        yield Comment(words, span, scope)


def _line_start(text: str, known: int, offset: int) -> int:
    """Where the line of an offset begins; ``known`` where no line begins between the two."""
    line_break = max(text.rfind("\n", known, offset), text.rfind("\r", known, offset))
    return line_break + 1 if line_break >= 0 else known


class _Layout:
    """Where scalars stand in a text, and its parts: keys with all that they hold, items, values."""

    def __init__(self, text: str, root: Node, faults: Sequence[Diagnostic]) -> None:
        self._text = text
        self._scalars: list[Span] = []
        self._parts: list[Span] = []
        self._gather(root)
        for each in faults:
            self._parts += [each.span, *(related.span for related in each.related)]
        self._scalars.sort()
        # Of two that begin at one place the shorter one comes first: a key before its mapping.
        self._parts.sort()

    def is_text(self, offset: int) -> bool:
        """Whether an offset lies within a scalar."""
        scalar = self._scalar_before(offset)
        return offset < scalar.end

    def scope(self, line_start: int, offset: int, known: int) -> Scope | None:
        """What a comment at an offset is for; ``known`` is an offset before its line's scalars."""
        line = self._text[line_start:offset]
        before = line.lstrip(" \t")
        if before and (before[0] != "#" or self.is_text(offset - len(before))):
            scalar = self._scalar_before(offset)
            if scalar.start < line_start < scalar.end:  # a text of several lines ends before it
                line_start = _line_start(self._text, known, scalar.start)
            return Scope(line_start, offset, len(self._text))
        index = bisect_left(self._parts, Span(offset, 0))
        if index == len(self._parts):
            return None
        part = self._parts[index]
        return Scope(part.start, part.end, part.end)

    def _scalar_before(self, offset: int) -> Span:
        """The last scalar that begins up to an offset."""
        index = bisect_right(self._scalars, Span(offset, len(self._text)))
        return self._scalars[index - 1] if index else Span(0, 0)

    def _gather(self, node: Node) -> None:
        if isinstance(node.children, dict):
            for child in node.children.values():
                key = child.key or child
                self._scalars.append(self._written(key))
                self._add(key.start, child)
            return
        known = node.start
        for child in node.children:
            self._add(self._item_start(known, child), child)
            known = child.end

    def _add(self, start: int, node: Node) -> None:
        """Note a part that begins, at its key or its dash, at ``start``, and all that it holds."""
        self._parts.append(Span(start, node.end))
        if node.start < node.end:
            self._parts.append(node.span)
        if node.alias:
            return
        if node.children is None:
            self._scalars.append(self._written(node))
        else:
            self._gather(node)

    def _item_start(self, known: int, item: Node) -> int:
        """The dash of an item in a list; without one, where the item itself begins."""
        match: Any = re.compile(_BEFORE_DASH).match(self._text, known, item.start)
        dash: int = match.end()
        return dash if self._text.startswith("-", dash) else item.start

    def _written(self, scalar: Node) -> Span:
        """Without its tag and anchor and the first line of a block scalar: comments may follow."""
        start = scalar.start
        if self._text.startswith(("&", "!", "|", ">"), start):
            match: Any = re.compile(_BEFORE_TEXT).match(self._text, start, scalar.end)
            start = match.end()
        return Span(start, scalar.end)
