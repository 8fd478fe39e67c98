"""Mistakes with quotes and brackets: what is in them, what closes them, and what comes after."""

from __future__ import annotations

import re

from articlelint.reading.yaml.syntax.stumble import Explanation, Line, Stumble
from articlelint.text.words import shorten

#: The most characters that are searched for an open bracket.
_MAX_CHARACTERS = 10_000

_CLOSERS = {"[": "]", "{": "}"}
_ESCAPE_DIGITS = {"x": 2, "u": 4, "U": 8}

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[^\r\n])")


def escape(stumble: Stumble) -> Explanation | None:
    """A backslash in double quotes that begins no escape of YAML's."""
    text, place = stumble.text, stumble.place
    backslash = text.rfind("\\", max(stumble.opened, place - 2), place + 1)
    if "quoted scalar" not in stumble.context or backslash < 0:
        return None
    match = _ESCAPE.match(text, backslash)
    if not match or text[stumble.opened] != '"':
        return None
    written, letter = match.group(), match.group()[1]
    if letter == "'":
        return "an apostrophe needs no backslash in double quotes", "write `'` alone"
    help_ = r"write `\\` for a backslash, or put the value in single quotes"
    digits = _ESCAPE_DIGITS.get(letter, 0)
    if len(written) < digits + 2:
        return f"`\\{letter}` must be followed by {digits} hexadecimal digits", help_
    if digits:
        return f"`{written}` is not a character", "write the character itself"
    return f"unknown escape `{written}`", help_


def open_quote(stumble: Stumble) -> Explanation | None:
    """A quote that nothing closes."""
    if "quoted scalar" not in stumble.context:
        return None
    quote = stumble.text[stumble.opened]
    message = f"the `{quote}` opened on line {stumble.number(stumble.opened)} is never closed"
    help_ = f"write `{quote}` where the value ends"
    if Line.at(stumble.text, stumble.opened).value.endswith('\\"'):
        return message, r'the backslash makes `\"` part of the value: write `\\"` to end it'
    if quote == "'":
        help_ += ", or put the value in double quotes if the `'` is part of it"
    return message, help_


def template(stumble: Stumble) -> Explanation | None:
    """A tag of a template language without quotes."""
    line = stumble.line
    if not line.value.startswith(("{{", "{%")) or stumble.place < line.value_at:
        return None
    return "a template must be in quotes", line.in_quotes()


def after_quotes(stumble: Stumble) -> Explanation | None:
    """Something after the quote that closes a key or value."""
    text, place, line = stumble.text, stumble.place, stumble.line
    for opened in (line, *stumble.lines_above):
        closed = _QUOTED.match(text, opened.value_at)
        if closed and closed.end() <= place and not text[closed.end() : place].strip(" \t"):
            break
    else:
        return None
    quote = text[opened.value_at]
    if opened != line and opened.key is None and stumble.here == ":":
        return ("a key cannot run over more than one line",)
    if opened != line:
        number = stumble.number(opened.start)
        message = f"the `{quote}` opened on line {number} is not closed until here"
        return message, f"write `{quote}` where the value on line {number} ends"
    if line.key is None and not line.dashes:
        rest = _rest(line, closed)
        return "missing `:` after this key", f"write `{closed.group()}: {shorten(rest)}`"
    return _after_value(line, quote, _rest(line, closed))


def _rest(line: Line, closed: re.Match[str]) -> str:
    return line.value[closed.end() - line.value_at :].strip()


def _after_value(line: Line, quote: str, rest: str) -> Explanation:
    """What is said of the ``rest`` of a line after a value in quotes."""
    if rest in (",", ";"):
        return (f"unexpected `{rest}` after the value: remove it",)
    if quote not in rest:
        return "unexpected text after the closing quote", line.in_quotes()
    message = f"a `{quote}` inside this value ends it"
    if "\\" in line.value or not rest.endswith(quote):
        return message, 'write `\\"` instead' if quote == '"' else "write `''` instead"
    return message, line.in_quotes(line.value[1:-1])


def open_bracket(stumble: Stumble) -> Explanation | None:
    """A mistake between brackets, or a bracket that is not closed."""
    if "while parsing a flow" not in stumble.context:
        return None
    here, line = stumble.here, stumble.line
    if here == ",":
        return ("no value before this `,`: remove it",)
    if here == "-":
        return ("a list in brackets takes no `-`: remove it",)
    if here == ":" and stumble.begins_line:
        return ("this `:` is not on the line of its key: write both on one line",)
    opened = _open_bracket(stumble)
    bracket, number = stumble.text[opened], stumble.number(opened)
    closer = _CLOSERS.get(bracket, "")
    if here in ("]", "}"):
        return (f"`{here}` cannot close the `{bracket}` on line {number}: write `{closer}`",)
    first = Line.at(stumble.text, opened)
    if not here or (line != first and line.indent <= first.indent):
        message = f"the `{bracket}` opened on line {number} is never closed"
        return message, f"write `{closer}` where it ends, or put the value in quotes"
    above = stumble.lines_above
    if line != first and above and (stumble.begins_line or stumble.place == line.colon):
        return (f"missing `,` at the end of line {stumble.number(above[0].start)}",)
    if here == ":":
        help_ = "put the value in quotes, or write the missing `,`"
        return "an unquoted value contains `: `", help_
    return ("missing `,` before this",)


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


def after_brackets(stumble: Stumble) -> Explanation | None:
    """Something after the bracket that closes a value."""
    line = stumble.line
    before = stumble.text[line.value_at : stumble.place].rstrip(" \t")
    if line.value[:1] not in _CLOSERS or before[-1:] not in ("]", "}"):
        return None
    if not line.value[len(before) :].strip(" \t]}"):
        return (f"this `{stumble.here}` closes nothing: remove it",)
    return f"unexpected text after the closing `{before[-1]}`", line.in_quotes()
