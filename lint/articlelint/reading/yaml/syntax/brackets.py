"""Mistakes with brackets: what is in them, what closes them, and what comes after."""

from __future__ import annotations

import re
from typing import Any

from articlelint.model import Edit, Span
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.corrections import PAIR_WITHOUT_SPACE
from articlelint.reading.yaml.syntax.mistake import Mistake, Repair, replacing, surely
from articlelint.reading.yaml.syntax.quotes import needless_sign, unclosed
from articlelint.reading.yaml.syntax.stumble import Line, Stumble, in_quotes
from articlelint.text.words import MAX_SHOWN, shorten

#: The most characters that are searched for an open bracket.
_MAX_CHARACTERS = 10_000

_CLOSERS = {"[": "]", "{": "}"}
_ENTRY = re.compile(r"(?<=[{,])[ \t]*[^\s:,\[\]{}\"']+:(?=[^\s,\[\]{}/])")
_DASH = re.compile(r"(?<=[\[,])[ \t]*(?P<dash>-[ \t]+)")
_APOSTROPHE = re.compile(
    r"'(?P<text>[^',\[\]{}\"]*'(?P<rest>[^\s',\[\]{}\"][^',\[\]{}\"]*))'?(?=[ \t]*[,\]}])"
)
_HASH_VALUE = re.compile(r"(?<![^\s,\[])#[^\s,\[\]{}\"'#]+(?=[ \t]*[,\]])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Several lists where there can be one: `[a], [b]`.
_LISTS = re.compile(r"\[[^\[\]{}]*\](?:[ \t]*(?:[,;][ \t]*)?\[[^\[\]{}]*\])+")
_BETWEEN_LISTS = re.compile(r"\][ \t]*(?:[,;][ \t]*)?\[")
_NO_VALUE = re.compile(r"[ \t]*,[ \t]*")
# Where a value in brackets begins, if nothing but its text comes up to a place, and where it ends.
_PART_START = re.compile(r"(?:[\[,][ \t]*|:[ \t]+)(?=[^\s,\[\]{}:\"'][^,\[\]{}:\"']*\Z)")
_ITEM_START = re.compile(r"[\[,][ \t]*(?=[^\s,\[\]{}\"'][^,\[\]{}\"']*\Z)")
_PART_END = re.compile(r"[^,\[\]{}\r\n]*")


def pair_without_space(stumble: Stumble) -> Mistake | None:
    """Keys in braces without a space after their colons: ``{name:Example}``."""
    if not stumble.refused or not PAIR_WITHOUT_SPACE.match(stumble.text, stumble.place):
        return None
    line = stumble.line
    ends = (line.part(match).end for match in _ENTRY.finditer(line.value))
    edits = tuple(Edit(Span(end, end), " ") for end in ends)
    written = line.value_after(edits)
    colon = stumble.text.index(":", stumble.place)
    message = f"missing space after `{shorten(stumble.text[stumble.place : colon + 1])}`"
    help_ = f"write `{written}`" if len(written) <= MAX_SHOWN else "write a space after each `:`"
    span = Span(stumble.place, colon + 1)
    return Mistake(message, (help_,), span, Repair(edits) if edits else None)


def open_bracket(stumble: Stumble) -> Mistake | None:
    """A mistake between brackets, or a bracket that is not closed."""
    if "while parsing a flow" not in stumble.context:
        return None
    here, line, span = stumble.here, stumble.line, stumble.here_span
    if here == ",":
        return _no_value(stumble, span)
    if here == "-":
        return _dashes(line, span)
    if here == ":" and stumble.begins_line:
        message = "this `:` is not on the line of its key: write both on one line"
        return Mistake(message, (), span)
    opened = _open_bracket(stumble)
    bracket = stumble.text[opened]
    closer = _CLOSERS.get(bracket, "")
    if here in ("]", "}"):
        number = stumble.number(opened)
        message = f"`{here}` cannot close the `{bracket}` on line {number}: write `{closer}`"
        return Mistake(message, (), span, replacing(span, closer, is_trusted=True))
    first = Line.at(stumble.text, opened)
    if not here or (line != first and line.indent <= first.indent):
        return _never_closed(stumble, first, opened)
    return _missing_comma(stumble, first, span)


def _no_value(stumble: Stumble, span: Span) -> Mistake:
    end = _NO_VALUE.match(stumble.text, span.start).end()  # type: ignore[union-attr]
    message = "no value before this `,`: remove it"
    return Mistake(message, (), span, surely(Span(span.start, end), ""))


def _dashes(line: Line, span: Span) -> Mistake:
    matches = _DASH.finditer(line.value)
    spans = [line.part(match, "dash") for match in matches]
    edits = tuple(Edit(each, "") for each in spans)
    if not edits:  # one at the start of its line
        edits = (Edit(Span(span.start, span.start + len(line.dashes)), ""),)
    repair = Repair(edits, is_trusted=True)
    return Mistake("a list in brackets takes no `-`: remove it", (), span, repair)


def _never_closed(stumble: Stumble, first: Line, opened: int) -> Mistake:
    """What is said of an open bracket, which is closed at the end of the line above."""
    quote = _odd_quote(stumble.text, opened, first)
    if quote is not None:
        return unclosed(stumble, quote)
    hidden = _hidden_by_sign(first)
    if hidden is not None:
        return hidden
    bracket = stumble.text[opened]
    closer = _CLOSERS[bracket]
    span = Span(opened, opened + 1)
    last = stumble.line if stumble.line == first else next(iter(stumble.lines_above), first)
    message = f"this `{bracket}` is never closed"
    end = last.value_span.end
    closers = "".join(_closers(first.value)) if last == first else closer
    repair = None if last.has_comment else replacing(Span(end, end), closers)
    help_ = f"write `{closer}` where it ends, or put the value in quotes"
    if repair and last != first:
        help_ = f"write `{closer}` at the end of line {stumble.number(last.start)}"
    elif repair:
        help_ = first.advice(first.value + closers) or help_
    return Mistake(message, (help_,), span, repair)


def _hidden_by_sign(first: Line) -> Mistake | None:
    """What is said of values that begin with a ``#``, which hides what closes their bracket."""
    found = _HASH_VALUE.finditer(first.value)
    edits = tuple(Edit(first.part(match), quoted(match[0])) for match in found)
    written = first.value_after(edits)
    if not edits or _closers(written) or "#" in _QUOTED.sub("", written.rpartition("]")[0]):
        return None
    help_ = first.advice(written) or "put each value that begins with `#` in quotes"
    return Mistake("`#` begins a comment: put it in quotes", (help_,), edits[0].span, Repair(edits))


def _closers(value: str) -> list[str]:
    """What closes all brackets that are open at the end of a value, the innermost first."""
    closers: list[str] = []
    for character in _QUOTED.sub("", value):
        if character in _CLOSERS:
            closers.insert(0, _CLOSERS[character])
        elif closers and character == closers[0]:
            closers.pop(0)
    return closers


def _odd_quote(text: str, opened: int, line: Line) -> int | None:
    """The quote that begins a value in brackets and is not closed on the line; None if none is."""
    inside = text[opened : line.value_span.end]
    quote = None
    for match in re.finditer(r"(?<=[\[{,:])[ \t]*([\"'])|([\"'])(?=[ \t]*(?:[,\]}]|$))", inside):
        opens = match.start(1) >= 0
        quote = opened + match.start(1) if opens else None
    return quote


def _missing_comma(stumble: Stumble, first: Line, span: Span) -> Mistake:
    line, above = stumble.line, stumble.lines_above
    if line != first and above and (stumble.begins_line or stumble.place == line.colon):
        end = above[0].value_span.end
        message = "missing `,` at the end of this line"
        repair = None if above[0].has_comment else replacing(Span(end, end), ",", is_trusted=True)
        advice = above[0].advice(above[0].value + ",") if repair else ""
        return Mistake(message, (advice,) if advice else (), above[0].span, repair)
    if stumble.here == ":":
        return _colon_in_value(stumble, span)
    if apostrophe := _apostrophe(line, stumble.place):
        return apostrophe
    start = stumble.place
    while stumble.text[start - 1] in " \t":
        start -= 1
    repair = replacing(Span(start, stumble.place), ", ", is_trusted=True)
    return Mistake("missing `,` before this", (), span, repair)


def _apostrophe(line: Line, place: int) -> Mistake | None:
    """What is said of an apostrophe in a value between apostrophes: ``['it's]``."""
    found = _APOSTROPHE.finditer(line.value)
    match = next((each for each in found if line.value_at + each.start("rest") == place), None)
    if match is None:
        return None
    written = quoted(match["text"])
    help_ = f"use the other kind of quotes: `{shorten(written)}`"
    span = Span(place - 1, place)
    repair = replacing(line.part(match), written)
    return Mistake("a `'` inside this value ends it", (help_,), span, repair)


def _colon_in_value(stumble: Stumble, span: Span) -> Mistake:
    """What is said of a colon between brackets: it is in a value, or a comma before its key lacks.

    If a word in lower case follows others, it may be a key.
    """
    line, message = stumble.line, "an unquoted value contains `: `"
    is_item = stumble.text[_open_bracket(stumble)] == "["
    pattern = _ITEM_START if is_item else _PART_START
    start = pattern.search(stumble.text, line.value_at, span.start)
    end: Any = _PART_END.match(stumble.text, span.start)
    words = stumble.text[start.end() : span.start].split() if start else []
    is_key = not is_item and words[1:] and words[-1].islower()
    if not start or is_key or '"' in end[0] or "'" in end[0]:
        return Mistake(message, ("put the value in quotes, or write the missing `,`",), span)
    value = Span(start.end(), span.start + len(end[0].rstrip()))
    written = quoted(stumble.text[slice(*value)])
    return Mistake(
        message,
        (f"put the value in quotes: `{shorten(written)}`",),
        span,
        replacing(value, written),
    )


def _open_bracket(stumble: Stumble) -> int:
    """The bracket that is still open at the place."""
    text, closed = stumble.text, 0
    if text[stumble.opened : stumble.opened + 1] in _CLOSERS:
        return stumble.opened
    for offset in range(stumble.place - 1, max(0, stumble.place - _MAX_CHARACTERS), -1):
        if text[offset] in "]}":
            closed += 1
        elif text[offset] in _CLOSERS:
            if not closed:
                return offset
            closed -= 1
    return max(text.rfind(each, 0, stumble.place) for each in _CLOSERS)


def after_brackets(stumble: Stumble) -> Mistake | None:
    """Something after the bracket that closes a value."""
    line = stumble.line
    before = stumble.text[line.value_at : stumble.place].rstrip(" \t")
    if line.value[:1] not in _CLOSERS or before[-1:] not in ("]", "}"):
        return None
    end, rest = line.value_at + len(before), Span(stumble.place, line.value_span.end)
    if not line.value[len(before) :].strip(" \t]}"):
        message = f"this `{stumble.here}` closes nothing: remove it"
        repair = replacing(Span(end, rest.end), "", is_trusted=True)
        return Mistake(message, (), stumble.here_span, repair)
    if lists := _LISTS.fullmatch(line.value):
        return _one_list(line, lists.group())
    if found := needless_sign(line, end):
        return found
    return in_quotes(line, f"unexpected text after the closing `{before[-1]}`", rest)


def _one_list(line: Line, lists: str) -> Mistake:
    """Several lists in a row, which were meant as one."""
    written = _BETWEEN_LISTS.sub(", ", lists)
    help_ = line.advice(written) or "write all items between one pair of brackets"
    repair = replacing(line.value_span, written)
    return Mistake("several lists where there can be one", (help_,), line.value_span, repair)
