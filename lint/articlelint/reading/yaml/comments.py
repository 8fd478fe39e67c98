"""The comments of a YAML text: each begins with a `#` outside all scalars."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from articlelint.model import Span
from articlelint.reading.dialect import Comment
from articlelint.reading.node import Node
from articlelint.reading.source import after_break

# A comment begins at the start of a line or after a space (YAML 1.2.2, section 6.6).
_HEAD = re.compile(r"(?<![^ \t\r\n])#")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
# What comes before a scalar: anchor and tag. Comments may follow each. Nothing is required at the
# end, so that there is one way through a text.
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:[ \t\r\n]+|#[^\r\n]*)*)*")


def comments(text: str, content: Span, root: Node) -> Iterator[Comment]:
    """The comments at ``content``, which was read as ``root``, in their order.

    Keys that are not in the tree, such as one that is given again, count as comments from the first
    `#` in them on.
    """
    offset, end = content
    if text.find("#", offset, end) < 0:
        return
    scalars = sorted(_scalars(text, root))
    known = offset  # so that no part of the text is searched for line breaks twice
    while head := _HEAD.search(text, offset, end):
        start = head.start()
        index = bisect_right(scalars, Span(start, end)) - 1
        before = scalars[index] if index >= 0 else Span(0, 0)
        if start < before.end:
            offset = before.end
            continue
        rest: Any = _REST_OF_LINE.match(text, start, end)
        yield Comment(Span(start, rest.end()), _line(text, known, start, before))
        known = offset = rest.end()


def _line(text: str, known: int, start: int, before: Span) -> int | None:
    """The line that a comment is at the end of; ``before`` is the last scalar before it.

    ``known`` is an offset between all that and the last comment.
    """
    line = _line_start(text, known, start)
    if not text[line:start].strip(" \t"):
        return None
    is_several_lines = before.start < line < before.end
    return _line_start(text, known, before.start) if is_several_lines else line


def _line_start(text: str, known: int, offset: int) -> int:
    """Where the line of an offset begins; ``known`` where no line begins between the two."""
    return max(known, after_break(text, known, offset))


def _scalars(text: str, node: Node) -> Iterator[Span]:
    """Where the text of each scalar is, keys among them."""
    for child in node.values():
        if child.key:
            yield _text_span(text, child.key)
        if child.children is None and not child.alias:
            yield _text_span(text, child)
        yield from _scalars(text, child)


def _text_span(text: str, scalar: Node) -> Span:
    start = text_start(text, scalar)
    if text.startswith(("|", ">"), start):
        match: Any = _REST_OF_LINE.match(text, start, scalar.end)
        start = match.end()
    return Span(start, scalar.end)


def text_start(text: str, scalar: Node) -> int:
    """Where a scalar begins after its anchor and tag."""
    start = scalar.start
    if text.startswith(("&", "!"), start):
        match: Any = _PROPERTIES.match(text, start, scalar.end)
        start = match.end()
    return start
