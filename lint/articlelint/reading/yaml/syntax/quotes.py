"""Mistakes with quotes: what is in them, what closes them, and what comes after."""

from __future__ import annotations

import re

from articlelint.model import Span
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.mistake import Mistake, replacing, surely
from articlelint.reading.yaml.syntax.stumble import Line, Stumble, in_quotes
from articlelint.text.words import shorten

_ESCAPE_DIGITS = {"x": 2, "u": 4, "U": 8}
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[^\r\n])")

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.DOTALL)
_ON_ONE_LINE = re.compile(r"\"((?:[^\"\\\r\n]|\\[^\r\n])*)\"")
# A backslash at the end that was meant as one, and so the quote as the closing one.
_CLOSED_BY_ESCAPE = re.compile(r"\"([^\"\r\n]*\\)\"(?=[ \t]*(?:[\r\n]|\Z))")
_END_IN_BRACKETS = re.compile(r"[,\]}]")
_BARE_QUOTE = re.compile(r'(?<!\\)((?:\\\\)*)"')
# Several values where there can be one: `"a", "b"`.
_ITEM = r"(?:\"[^\"]*\"|'[^']*'|[^\s,;\"'\[\]{}#:](?:[^,;\"'\[\]{}#:]*[^\s,;\"'\[\]{}#:])?)"
_SEVERAL = re.compile(rf"{_ITEM}(?:[ \t]*[,;][ \t]*{_ITEM})+[ \t]*,?")
_ITEMS = re.compile(_ITEM)

#: What writers type to close a quote, by mistake.
_OTHER_QUOTES = "\"'`´‘’“”„«»"  # noqa: RUF001
_FILE_PATH = re.compile(r"[\w.-]+(?:\\[\w.-]+)+\.\w{2,5}")
# Words that begin with an apostrophe.
_ELISION = re.compile(r"'(?:tis|twas|til|till|em|n|cause|round|\d0s)\b", re.IGNORECASE)


def escape(stumble: Stumble) -> Mistake | None:
    """A backslash in double quotes that begins no escape of YAML's."""
    text, place = stumble.text, stumble.place
    backslash = text.rfind("\\", max(stumble.opened, place - 2), place + 1)
    if "quoted scalar" not in stumble.context or backslash < 0:
        return None
    match = _ESCAPE.match(text, backslash)
    if not match or text[stumble.opened] != '"':
        return None
    written, letter, span = match.group(), match.group()[1], Span(*match.span())
    if letter == "'":
        message = "an apostrophe needs no backslash in double quotes"
        return _apostrophe(stumble, message, span)
    help_ = r"write `\\` for a backslash, or put the value in single quotes"
    digits = _ESCAPE_DIGITS.get(letter, 0)
    if digits and len(written) == digits + 2:
        return Mistake(f"`{written}` is not a character", ("write the character itself",), span)
    message = f"unknown escape `{written}`"
    if digits:
        message = f"`\\{letter}` must be followed by {digits} hexadecimal digits"
    value = _ON_ONE_LINE.match(text, stumble.opened) or _CLOSED_BY_ESCAPE.match(
        text, stumble.opened
    )
    if not value:
        return Mistake(message, (help_,), span)
    literal = _with_literal_backslashes(value[1])
    written = _written(stumble, value, literal)
    lines = [written or help_]
    if _FILE_PATH.fullmatch(value[1]):
        slashes = _written(stumble, value, value[1].replace("\\", "/"))
        lines += [f"on a web page, paths have slashes: {slashes}"] * bool(slashes)
    return Mistake(message, tuple(lines), span, replacing(Span(*value.span()), literal))


def _written(stumble: Stumble, value: re.Match[str], new: str) -> str:
    """The advice to write another value on the line; empty if that is too long to be shown."""
    line = Line.at(stumble.text, value.start())
    start, end = (place - line.value_at for place in value.span())
    return line.advice(line.value[:start] + new + line.value[end:]) if start >= 0 else ""


def _with_literal_backslashes(inner: str) -> str:
    """What is between double quotes, in quotes in which each backslash is one."""
    if '\\"' not in inner:
        return f"'{inner.replace(chr(39), chr(39) * 2)}'"
    return '"' + re.sub(r'\\(?!["\\])', r"\\\\", inner) + '"'


def _apostrophe(stumble: Stumble, message: str, span: Span) -> Mistake:
    value = _ON_ONE_LINE.match(stumble.text, stumble.opened)
    help_ = "write `'` alone"
    if not value:
        return Mistake(message, (help_,), span)
    without = re.sub(r"(?<!\\)\\'", "'", value.group())
    repair = replacing(Span(*value.span()), without)
    return Mistake(message, (_written(stumble, value, without) or help_,), span, repair)


def open_quote(stumble: Stumble) -> Mistake | None:
    """A quote that nothing closes."""
    if "quoted scalar" not in stumble.context:
        return None
    return unclosed(stumble, stumble.opened)


def unclosed(stumble: Stumble, opened: int) -> Mistake:
    """What is said of a quote that is not closed where it should be."""
    line = Line.at(stumble.text, opened)
    quote = stumble.text[opened]
    span = Span(opened, opened + 1)
    message = f"this `{quote}` is never closed"
    help_ = f"write `{quote}` where the value ends"
    closed = _closed(stumble, line, opened)
    if closed is None:
        if quote == "'":
            help_ += ", or put the value in double quotes if the `'` is part of it"
        return Mistake(message, (help_,), span)
    advice = line.advice(stumble.text[line.value_at : opened] + closed)
    repair = replacing(Span(opened, line.value_span.end), closed)
    return Mistake(message, (advice or help_,), span, repair)


def _closed(stumble: Stumble, line: Line, opened: int) -> str | None:
    """From an open quote on, the line as it was meant; None if that is not certain."""
    below = next(stumble.below(line), None)
    if below and below.key is None and not (below.dashes and below.indent <= line.indent):
        return None
    quote, body = stumble.text[opened], stumble.text[opened + 1 : line.value_span.end]
    if opened != line.value_at:
        return _closed_in_brackets(quote, body) if line.value[:1] in ("[", "{") else None
    if not body or " #" in body:
        return None
    if quote == '"' and body.endswith('\\"'):
        return quoted(body[:-1])
    if body[-1] in _OTHER_QUOTES:
        return quote + body[:-1] + quote
    if _ELISION.match(quote + body):
        return quoted(quote + body)
    if quote == "'" or "\\" not in body:
        return quote + body + quote
    return None


def _closed_in_brackets(quote: str, body: str) -> str | None:
    """The same for a value among others in brackets: it ends where the next one begins."""
    end = _END_IN_BRACKETS.search(body)
    if not end or quote in body[end.start() :]:
        return None
    return quote + body[: end.start()].rstrip() + quote + body[end.start() :]


def after_quotes(stumble: Stumble) -> Mistake | None:
    """Something after the quote that closes a key or value."""
    text, place, line = stumble.text, stumble.place, stumble.line
    for opened in (line, *stumble.lines_above):
        closed = _QUOTED.match(text, opened.value_at, place)
        if closed and closed.end() <= place and _is_next(text[closed.end() : place]):
            break
    else:
        return None
    if opened != line and opened.key is None and stumble.here == ":":
        return Mistake("a key cannot run over more than one line", (), stumble.here_span)
    if opened != line:
        return _closed_below(stumble, opened, closed)
    if line.key is None and not line.dashes:
        return _missing_colon(line, closed)
    return _after_value(line, closed)


def _is_next(between: str) -> bool:
    """Whether a place is the next after quotes: the parsers go on over the sign of an alias."""
    return not between.strip(" \t*&!")


def _closed_below(stumble: Stumble, opened: Line, closed: re.Match[str]) -> Mistake:
    """What is said where the quote that closes is on another line."""
    line = stumble.line
    if (line.key is not None or line.dashes) and closed.end() <= line.value_at + 1:
        return unclosed(stumble, opened.value_at)  # it opens the value there
    message = "unexpected text after the closing quote"
    number = stumble.number(opened.start)
    help_ = f"the value begins on line {number}: write all of it between the quotes"
    return Mistake(message, (help_,), Span(stumble.place, line.value_span.end))


def _missing_colon(line: Line, closed: re.Match[str]) -> Mistake:
    rest = line.value[len(closed.group()) :]
    value = rest.lstrip(" \t=:>")
    end = closed.end() + len(rest) - len(value)
    help_ = f"write `{closed.group()}: {shorten(value)}`"
    repair = replacing(Span(closed.end(), end), ": ")
    return Mistake("missing `:` after this key", (help_,), Span(*closed.span()), repair)


def _after_value(line: Line, closed: re.Match[str]) -> Mistake:
    """What is said of the rest of a line after a value in quotes."""
    if found := needless_sign(line, closed.end()):
        return found
    quote = closed.group()[0]
    rest = line.value[len(closed.group()) :].strip()
    span = Span(line.value_span.end - len(rest), line.value_span.end)
    if rest.startswith((",", ";")) and _SEVERAL.fullmatch(line.value):
        return _several(line)
    if quote not in rest:
        return in_quotes(line, "unexpected text after the closing quote", span)
    return _quote_inside(line, closed, rest)


def needless_sign(line: Line, end: int) -> Mistake | None:
    """A comma or semicolon after what is all of a value up to ``end``."""
    sign = line.value[end - line.value_at :].strip()
    if sign not in (",", ";"):
        return None
    span = Span(line.value_span.end - 1, line.value_span.end)
    repair = surely(Span(end, span.end), "")
    return Mistake(f"unexpected `{sign}` after the value: remove it", (), span, repair)


def _quote_inside(line: Line, closed: re.Match[str], rest: str) -> Mistake:
    """A value in quotes in which the same quote is again."""
    quote = closed.group()[0]
    span = Span(closed.end() - 1, closed.end())
    message = f"a `{quote}` inside this value ends it"
    if not rest.endswith(quote):
        return in_quotes(line, message, span)
    inner = line.value[1:-1]
    advice = "use the other kind of quotes"
    if line.has_comment:
        return Mistake(message, (advice,), span)
    value = quoted(inner)
    if quote == '"' and "\\" in inner:
        value = '"' + _BARE_QUOTE.sub(r'\1\\"', inner) + '"'
        advice = 'write `\\"` instead'
    written = line.written(value)
    help_ = f"{advice}: `{written}`" if written else advice
    return Mistake(message, (help_,), span, replacing(line.value_span, value))


def _several(line: Line) -> Mistake:
    """Several values, with commas between them, that are no list."""
    items = [each.strip() for each in _ITEMS.findall(line.value)]
    if line.key is None:
        help_ = ("write one item a line:", *(f"`- {shorten(each)}`" for each in items))
        return Mistake("several values in one item", help_, line.value_span)
    repair = replacing(line.value_span, f"[{', '.join(items)}]")
    help_ = ("write one item a line:", *line.as_list(*items))
    return Mistake("several values must be a list", help_, line.value_span, repair)
