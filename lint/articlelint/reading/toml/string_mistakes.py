"""Mistakes in texts in quotes."""

from __future__ import annotations

import re

from articlelint.model import Edit, Span
from articlelint.reading.mistake import MistakeError, instead, line_of
from articlelint.text.quotation import CURLY_QUOTES

_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[^\r\n]|)")
_DIGITS = {"u": 4, "U": 8}
_ON_ONE_LINE = re.compile(r'"((?:[^"\\\r\n]|\\[^\r\n])*)"')
# What may follow a text on its line, so that it is not certain where the text was to end.
_MAY_FOLLOW = re.compile(r"[#,\]}=]")


def unclosed(text: str, start: int, at: int) -> MistakeError:
    """A text in single or double quotes that goes on to ``at``, where its line ends."""
    if found := control_character(text, at):
        return found
    quote = text[start]
    span = Span(start, start + 1)
    help_ = f"write `{quote}` where the text ends"
    end = start + len(text[start : line_of(text, start).end].rstrip(" \t"))
    if end == start + 1 or _MAY_FOLLOW.search(text, start, end):
        return MistakeError(f"this `{quote}` is never closed", span, help_)
    edit = Edit(Span(end - (text[end - 1] in CURLY_QUOTES), end), quote)
    return MistakeError(
        f"this `{quote}` is never closed", span, instead(text, edit) or help_, edit=edit
    )


def unclosed_lines(text: str, start: int, at: int) -> MistakeError:
    """A text in triple quotes that goes on to ``at``, which is mostly the end."""
    if found := control_character(text, at):
        return found
    quotes = text[start : start + 3]
    message = f"this `{quotes}` is never closed"
    help_ = f"write `{quotes}` where the text ends"
    return MistakeError(message, Span(start, start + 3), help_, ends_reading=True)


def wrong_escape(text: str, start: int, at: int) -> MistakeError:
    """A backslash in double quotes that begins no escape of TOML's."""
    match = _ESCAPE.match(text, at)
    written = match[0] if match else "\\"
    span = Span(at, at + len(written))
    digits = _DIGITS.get(written[1:2], 0)
    if digits and len(written) == digits + 2:
        return MistakeError(f"`{written}` is not a character", span, "write the character itself")
    message = f"unknown escape `{written}`"
    if digits:
        message = f"`{written[:2]}` must be followed by {digits} hexadecimal digits"
    help_ = r"write `\\` for a backslash, or put the text in single quotes"
    whole = _ON_ONE_LINE.match(text, start)
    if not whole or "'" in whole[1] or '\\"' in whole[1] or text.startswith('"""', start):
        return MistakeError(message, span, help_)
    edit = Edit(Span(*whole.span()), f"'{whole[1]}'")
    return MistakeError(message, span, instead(text, edit) or help_, edit=edit)


def control_character(text: str, at: int) -> MistakeError | None:
    """The mistake of a character that is not allowed anywhere; None if there is none."""
    character = text[at : at + 1]
    if character == "\r" and not text.startswith("\r\n", at):
        message = "a carriage return alone does not end a line in TOML"
        help_ = "save the file with line breaks of Unix (LF) or Windows (CRLF)"
        return MistakeError(message, Span(at, at + 1), help_, ends_reading=True)
    if character in ("", "\r", "\n") or (character >= " " and character != "\x7f"):
        return None
    message = f"the control character U+{ord(character):04X} is not allowed in TOML: remove it"
    return MistakeError(message, Span(at, at + 1))
