"""The directives for articlelint in the comments of a front matter, and what each is for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.dialect import Comment
from articlelint.reading.document import Document
from articlelint.reading.node import Node
from articlelint.text.words import show

#: A directive may follow another one, or another tool's, within the same comment.
_HEAD = r"(?<![^ \t\r\n])#+[ \t]*articlelint:"
#: What every directive holds, and all that looks like one, in any case.
_MARK = re.compile("articlelint|noqa", re.IGNORECASE)
# It requires nothing at its end, so that it cannot take more than one way through a text.
_BEFORE_DASH = r"(?:[&!]\S*|[ \t\r\n]+|#[^\r\n]*)*"


class Scope(NamedTuple):
    """What a directive is for: what begins from ``first`` up to ``last`` and ends by ``end``."""

    first: int
    last: int
    end: int


class Directive(NamedTuple):
    """What a comment says after that with which it begins, and where that is.

    ``scope`` is None if there is nothing below the comment.
    """

    words: str
    span: Span
    scope: Scope | None


class Comments:
    """The comments in which there may be a directive, or what looks like one.

    They are those of the front matter at ``content``, which was read as ``document``. ``faults``
    are what reading found: they tell of keys that the document lacks.
    """

    def __init__(
        self, text: str, content: Span, document: Document, faults: Sequence[Diagnostic]
    ) -> None:
        self._text = text
        comments = document.dialect.comments(text, content, document.root)
        self._comments = [each for each in comments if _MARK.search(text, *each.span)]
        self._parts = _Parts(text, document.root, faults)

    def directives(self, begin: str = _HEAD) -> Iterator[Directive]:
        """The directives in their order; ``begin`` is a pattern of that with which one begins."""
        text = self._text
        head = re.compile(begin)
        for comment in self._comments:
            heads = list(head.finditer(text, *comment.span))
            scope = _scope(comment, self._parts, len(text)) if heads else None
            ends = [*(each.start() for each in heads), comment.span.end][1:]
            for each, end in zip(heads, ends, strict=True):
                words = text[each.end() : end]
                start = each.end() + len(words) - len(words.lstrip())
                words = words.strip()
                span = Span(start, start + len(words)) if words else Span(*each.span())
                yield Directive(words, span, scope)


def refused(text: str, content: Span, document: Document) -> list[Diagnostic]:
    """A diagnostic for each directive of a front matter in which none may ignore anything."""
    help_ = ("correct what is reported, and remove the comment",)
    return [
        Diagnostic(
            "inline-ignore",
            Severity.WARNING,
            f"ignore comments are not allowed: {show(text[slice(*each.span)])} has no effect",
            (),
            each.span,
            help_,
        )
        for each in Comments(text, content, document, ()).directives()
    ]


def _scope(comment: Comment, parts: _Parts, end: int) -> Scope | None:
    """What a comment is for: its line, or the part of the front matter below it."""
    if comment.line is not None:
        return Scope(comment.line, comment.span.start, end)
    part = parts.after(comment.span.start)
    return Scope(part.start, part.end, part.end) if part else None


class _Parts:
    """Where the parts of a front matter are: keys with all that is below them, items, values."""

    def __init__(self, text: str, root: Node, faults: Sequence[Diagnostic]) -> None:
        self._text = text
        self._parts: list[Span] = []
        self._gather(root)
        for each in faults:
            self._parts += [each.span, *(related.span for related in each.related)]
        # Of two that begin at one place the shorter one comes first: a key before its mapping.
        self._parts.sort()

    def after(self, offset: int) -> Span | None:
        """The first part that begins after an offset."""
        index = bisect_left(self._parts, Span(offset, 0))
        return self._parts[index] if index < len(self._parts) else None

    def _gather(self, node: Node) -> None:
        known = node.start
        for child in node.values():
            start = child.key.start if child.key else self._item_start(known, child)
            self._parts.append(Span(start, child.end))
            if child.start < child.end:
                self._parts.append(child.span)
            self._gather(child)
            known = child.end

    def _item_start(self, known: int, item: Node) -> int:
        """The dash of an item in a list; without one, where the item itself begins."""
        match: Any = re.compile(_BEFORE_DASH).match(self._text, known, item.start)
        dash: int = match.end()
        return dash if self._text.startswith("-", dash) else item.start
