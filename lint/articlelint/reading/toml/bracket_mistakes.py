"""Mistakes in lists and in tables in braces."""

from __future__ import annotations

import re

from articlelint.model import Edit, Related, Span
from articlelint.reading.mistake import MistakeError, instead, line_of
from articlelint.reading.node import Node
from articlelint.reading.toml.value_mistakes import no_value

_NEXT_KEY = re.compile(r"[\w\"'.-]+[ \t]*=(?!=)|\[{1,2}[\w.\"' -]+\]{1,2}[ \t]*(?:[\r\n#]|\Z)")
_OTHER_CLOSERS = {"]": "})>", "}": "])>"}


def of_item(text: str, start: int, at: int, error: MistakeError) -> MistakeError:
    """The mistake ``error`` of an item at ``at``, as it is told of the list at ``start``."""
    if found := _unclosed(text, start, at):
        return found
    if error.span.start == at and text[at] not in "\"'[{":
        return no_value(text, at, in_brackets=True)
    return error


def after_item(text: str, start: int, item: Node, at: int) -> MistakeError:
    """What is said of a list that goes on at ``at``, after an item, neither with `,` nor `]`."""
    if found := _unclosed(text, start, at):
        return found
    return _missing_comma(text, "]", item.end, at)


def of_pair(text: str, start: int, at: int, error: MistakeError) -> MistakeError:
    """The mistake ``error`` of a pair at ``at``, as it is told of the table at ``start``."""
    if text.startswith("{{", start):
        end = text.find("}}", start, line_of(text, start).end)
        if end < 0:
            return MistakeError("a template must be in quotes", Span(start, start + 2))
        edit = Edit(Span(start, end + 2), f'"{text[start : end + 2]}"')
        help_ = instead(text, edit)
        sure = None if '"' in text[start:end] else edit
        return MistakeError(
            "a template must be in quotes", edit.span, help_ if sure else "", edit=sure
        )
    if text.startswith("}", at):
        place = text.rindex(",", start, at)
        edit = Edit(Span(place, place + 1), "")
        message = "no comma is allowed before `}`: remove it"
        return MistakeError(message, edit.span, edit=edit)
    if _is_line_end(text, at):
        return _of_several_lines(start)
    is_value = text[error.span.start : error.span.start + 1] not in ("", '"', "'", "[", "{")
    if is_value and error.message == "text must be in quotes":
        return no_value(text, error.span.start, in_brackets=True)
    return error


def after_pair(text: str, start: int, at: int) -> MistakeError:
    """What is said of a table that goes on at ``at``, after a pair, neither with `,` nor `}`."""
    if _is_line_end(text, at):
        return _of_several_lines(start)
    before = len(text[:at].rstrip(" \t"))
    return _missing_comma(text, "}", before, at)


def _unclosed(text: str, start: int, at: int) -> MistakeError | None:
    """The mistake of brackets that are never closed, if the next key or the end is at ``at``."""
    line = line_of(text, at).start
    is_next = not text[line:at].strip(" \t") and line > start and _NEXT_KEY.match(text, at)
    if at < len(text) and not is_next:
        return None
    message, help_ = "this `[` is never closed", "write `]` after the last item"
    span = Span(start, start + 1)
    if not is_next:
        return MistakeError(message, span, help_, ends_reading=True)
    related = Related(Span(at, at + len(is_next[0])), "noticed here")
    return MistakeError(message, span, help_, related=related, resume=line)


def _missing_comma(text: str, closing: str, before: int, at: int) -> MistakeError:
    if text[at] in _OTHER_CLOSERS[closing]:
        message = f"`{text[at]}` does not close this: write `{closing}`"
        return MistakeError(message, Span(at, at + 1), edit=Edit(Span(at, at + 1), closing))
    edit = Edit(Span(before, before), ",")
    is_one_line = line_of(text, before).end >= at
    place = Span(at, at + 1)
    if text[at] == ";" and is_one_line:
        edit = Edit(place, ",")
    return MistakeError(
        "missing comma between two items" if closing == "]" else "missing comma between two keys",
        place,
        instead(text, edit),
        edit=edit,
    )


def _of_several_lines(start: int) -> MistakeError:
    message = "a table in braces must be on one line"
    help_ = "or write its name in brackets on a line of its own, with its keys below"
    return MistakeError(message, Span(start, start + 1), help_)


def _is_line_end(text: str, at: int) -> bool:
    return text[at : at + 1] in ("", "\r", "\n", "#")
