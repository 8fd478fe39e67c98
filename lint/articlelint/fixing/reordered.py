"""Entries of a mapping in another order: whole lines with their comments, or within brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlelint.model import Edit, Span
from articlelint.reading.source import after_break
from articlelint.text.in_order import longest_rising

_BREAK = r"(?:\r\n|\r(?!\n)|\n)"
_COMMENT_LINE = re.compile(rf"[ \t]*#[^\r\n]*{_BREAK}")
#: A comment that is about the key below it alone.
_OF_KEY = re.compile(r"[ \t]*#[ #]*articlelint:[ \t]*ignore\[")
_FOR_FILE = r"(?:articlelint:[ \t]*ignore-file\[|(?:yaml-language-server:[ \t]*)?\$schema\b)"
#: One that is about the whole file, and has to stay above all keys.
_OF_FILE = re.compile(rf"[ \t]*#[ #]*{_FOR_FILE}")
#: The same wherever it begins in a comment. Above all keys it names the schema, below one it does
#: not: so it never moves.
_HOLDS_OF_FILE = re.compile(rf"#[ \t]*{_FOR_FILE}")


class Entry(NamedTuple):
    """A key with all that is to be moved with it: lines, or what is between two commas.

    ``ends_with_comment``: its last line does, so that a comment below may be the rest of that.
    """

    key: str
    start: int
    end: int
    ends_with_comment: bool = False


class _Piece(NamedTuple):
    """What is moved, from its first comment on, and the empty lines above it."""

    start: int
    text: str
    gap: str


def reordered_lines(
    text: str, entries: Sequence[Entry], keys: Sequence[str], indent: str, comment_indent: str
) -> tuple[Edit, ...] | None:
    """The edits after which the lines of a mapping are in the order of ``keys``.

    Each entry is some whole lines; only the first may begin within one, as after a dash, and then
    has ``indent`` before it if it is moved. ``comment_indent`` is a pattern for what comments about
    a key have before them. None where it is not certain what a comment is about. Empty lines stay
    above keys that are not moved.
    """
    region = _region(entries, keys)
    if region is None or _may_tear_comment(text, entries, region, comment_indent):
        return None
    pieces: dict[str, _Piece] = {}
    between = re.compile(rf"((?:[ \t]*{_BREAK})*)((?:{comment_indent}#[^\r\n]*{_BREAK})*)")
    for index in region:
        piece = _piece(text, entries, index, indent, between)
        if piece is None:
            return None
        pieces[entries[index].key] = piece
    if not pieces:
        return ()
    first, last = entries[region[0]], entries[region[-1]]
    start = pieces[first.key].start
    written = _written(pieces, keys[region.start : region.stop], is_at_top=not region.start)
    if _is_within_line(text, first):
        if not written.startswith(indent) or written.startswith("#", len(indent)):
            return None
        written = written[len(indent) :]
    return (Edit(Span(start, last.end), written),)


def reordered_in_brackets(
    text: str, entries: Sequence[Entry], keys: Sequence[str], gap: re.Pattern[str]
) -> tuple[Edit, ...] | None:
    """The same of entries between commas: each takes the place of another.

    None where there is anything but a ``gap`` between any two of them.
    """
    region = _region(entries, keys)
    if region is None:
        return None
    if not region:
        return ()
    between = ["", *(text[one.end : other.start] for one, other in pairwise(entries))]
    if not all(map(gap.fullmatch, between[1:])):
        return None
    by_key = {each.key: text[each.start : each.end] for each in entries}
    written = "".join(between[index] + by_key[keys[index]] for index in region)
    written = written[len(between[region[0]]) :]
    return (Edit(Span(entries[region[0]].start, entries[region[-1]].end), written),)


def start_of_first(text: str, line: int) -> int | None:
    """Where the lines of the first key begin, with the comments above it that are about it alone.

    ``line`` is where its own line begins. None if a comment right above may be about all keys.
    """
    while True:
        line_break = 2 if text.startswith("\r\n", line - 2) else 1
        above = after_break(text, 0, line - line_break)
        if not _COMMENT_LINE.fullmatch(text, above, line) or _OF_FILE.match(text, above):
            return line
        if not _OF_KEY.match(text, above) or _HOLDS_OF_FILE.search(text, above, line):
            return None
        line = above


def _region(entries: Sequence[Entry], keys: Sequence[str]) -> range | None:
    """The indices from the first to the last that get another entry; None of other keys."""
    old = [each.key for each in entries]
    if sorted(old) != sorted(keys):
        return None
    wrong = [index for index, key in enumerate(keys) if old[index] != key]
    return range(wrong[0], wrong[-1] + 1) if wrong else range(0)


def _piece(
    text: str, entries: Sequence[Entry], index: int, indent: str, between: re.Pattern[str]
) -> _Piece | None:
    start, end = entries[index].start, entries[index].end
    if index:
        found = between.fullmatch(text, entries[index - 1].end, start)
        if found is None or _is_within_line(text, entries[index]):
            return None
        if not _are_of_key(found[2], entries, index, is_below_gap=bool(found[1])):
            return None
        return _Piece(found.start(2), text[found.start(2) : end], found[1])
    if _is_within_line(text, entries[index]):
        return _Piece(start, indent + text[start:end], "")
    above = start_of_first(text, start)
    return None if above is None else _Piece(above, text[above:end], "")


def _may_tear_comment(
    text: str, entries: Sequence[Entry], region: range, comment_indent: str
) -> bool:
    """Whether a comment at the end of a line may go on below, and one of its parts would move."""
    below = re.compile(rf"{comment_indent}#")
    return bool(region) and any(
        each.ends_with_comment and below.match(text, each.end) and not _OF_KEY.match(text, each.end)
        for each in entries[max(region.start - 1, 0) : region.stop]
    )


def _are_of_key(comments: str, entries: Sequence[Entry], index: int, *, is_below_gap: bool) -> bool:
    """Whether the lines above a key are about it alone, and not about a group that it begins."""
    if _HOLDS_OF_FILE.search(comments):
        return False
    is_last = index + 1 == len(entries)
    begins_group = is_below_gap and not is_last and entries[index + 1].start == entries[index].end
    return not begins_group or all(map(_OF_KEY.match, comments.splitlines()))


def _is_within_line(text: str, entry: Entry) -> bool:
    return bool(text[after_break(text, 0, entry.start) : entry.start])


def _written(pieces: Mapping[str, _Piece], keys: Sequence[str], *, is_at_top: bool) -> str:
    """The pieces in the order of the keys; empty lines stay above those that are not moved."""
    places = {key: place for place, key in enumerate(keys)}
    old = list(pieces)
    kept = {old[index] for index in longest_rising([places[key] for key in old])}
    gaps = dict.fromkeys(old, "")
    gap = ""
    for key in old[1:]:
        gap = pieces[key].gap or gap
        if key in kept:
            gaps[key], gap = gap, ""
    if is_at_top:
        gaps[keys[0]] = ""
    return "".join(gaps[key] + pieces[key].text for key in keys)
