"""Edits applied to a text, with the proof that they change the data as they should and no more."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from articlelint.fixing.changed_data import changed_data, with_added_last
from articlelint.model import Change, Diagnostic, Edit, OrderKeys, Span
from articlelint.reading.dialect import Block
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.read import read_block
from articlelint.reading.schema_comment import schema_comment


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, which may be in any order. Raises ValueError if two overlap.

    Insertions at the same place come in the order in which they are given.
    """
    pieces: list[str] = []
    known = 0
    for edit in sorted(edits, key=lambda each: each.span):
        if edit.span.start < known:
            raise ValueError(f"edits overlap at offset {edit.span.start}")
        pieces += text[known : edit.span.start], edit.text
        known = edit.span.end
    return "".join(pieces) + text[known:]


def proven_text(text: str, edits: Sequence[Edit], changes: Iterable[Change]) -> str | None:
    """The text after the edits; None unless they carry out the changes and do nothing else.

    The data must become what the changes say, where types and the order of keys count. The front
    matter must stay where it is, without new faults of reading, and every comment must stay as it
    is, where keys are moved also elsewhere; only an edit that deletes may delete the comments in
    its span. What a comment above all keys names as the schema stays the same, so that no other
    comment comes to be there. Everything outside the front matter is then as it was.
    """
    old = _read(text)
    new = apply_edits(text, edits)
    return new if old and _is_sound(old, new, edits, list(changes)) else None


def is_same(one: Any, other: Any) -> bool:
    """Whether both are the same data: ``1`` is neither ``true`` nor ``1.0``, and order counts."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, float):
        return repr(one) == repr(other)  # so that -0.0 differs from 0.0, and NaN equals NaN
    return bool(one == other)


class _Read(NamedTuple):
    """A text as it was read; ``faults`` are the ids of those that leave a document."""

    text: str
    block: Block
    document: Document
    faults: Counter[str]


def _is_sound(old: _Read, text: str, edits: Sequence[Edit], changes: Sequence[Change]) -> bool:
    new = _read(text)
    return (
        new is not None
        and _is_same_place(old.block, new.block, edits)
        and not new.faults - old.faults
        and is_same(
            with_added_last(new.document.data, changes),
            changed_data(old.document.data, changes),
        )
        and _are_kept(
            _comments_left(old, edits), [comment for _, comment in _comments(new)], changes
        )
        and _named_schema(old) == _named_schema(new)
    )


def _are_kept(old: list[str], new: list[str], changes: Sequence[Change]) -> bool:
    """Whether all comments are still there, in their order unless keys get another one."""
    if any(isinstance(each, OrderKeys) for each in changes):
        return sorted(old) == sorted(new)
    return old == new


def _read(text: str) -> _Read | None:
    block = find_block(text)
    if isinstance(block, Diagnostic):
        return None
    try:
        document, faults = read_block(text, block)
    except UnreadableError:
        return None
    return _Read(text, block, document, Counter(each.rule for each in faults))


def _is_same_place(old: Block, new: Block, edits: Sequence[Edit]) -> bool:
    """Whether the text before and after the front matter is the same, to the character."""
    start, end = old.content
    growth = sum(len(each.text) - each.span.end + each.span.start for each in edits)
    are_inside = all(start <= each.span.start and each.span.end <= end for each in edits)
    return are_inside and new.content == Span(start, end + growth)


def _named_schema(article: _Read) -> str | None:
    """What a comment above all keys names."""
    span = schema_comment(article.text, article.block.content, article.document)
    return article.text[span.start : span.end] if span else None


def _comments_left(old: _Read, edits: Sequence[Edit]) -> list[str]:
    """The comments of the old text without those that are deleted with what they are about."""
    removed = sorted(each.span for each in edits if not each.text)
    left = []
    for offset, comment in _comments(old):
        index = bisect_right(removed, Span(offset, len(old.text)))
        if not index or removed[index - 1].end <= offset:
            left.append(comment)
    return left


def _comments(article: _Read) -> Iterator[tuple[int, str]]:
    """Every comment of a front matter, with its offset."""
    block = article.block
    for comment in block.dialect.comments(article.text, block.content, article.document.root):
        start, end = comment.span
        yield start, article.text[start:end]
