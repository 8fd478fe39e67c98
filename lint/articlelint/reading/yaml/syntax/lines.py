"""Lines that cannot be where they are, and what is said where nothing better is known."""

from __future__ import annotations

import re

from articlelint.model import Span
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.indentation import continues_value
from articlelint.reading.yaml.syntax.mistake import Mistake, replacing
from articlelint.reading.yaml.syntax.pairs import (
    BLOCK_HEADER,
    dash_without_space,
    not_a_pair,
    not_indented,
)
from articlelint.reading.yaml.syntax.stumble import Stumble, in_quotes
from articlelint.text.words import shorten

#: The most characters of a key on one line (YAML 1.2.2, section 7.4.2).
_MAX_KEY = 1024

_CONFLICT = re.compile(r"(?<![^\r\n])(?:<{7}|>{7})(?=[ \r\n]|\Z)[^\r\n]*")
_CURLY = re.compile(r"[“„«](?P<text>[^”“»]*)[”“»]|‘(?P<single>[^’]*)’")  # noqa: RUF001
_KEY_LINE = re.compile(r"[ \t]*[\w\"'-]+[ \t]*:(?:[ \t\r\n]|\Z)")
_LIKE_A_KEY = re.compile(r"[a-z_][\w-]*|\"[^\"]*\"|'[^']*'")
_MARKDOWN = re.compile(r"\*\*|__|#{1,6}[ \t]|>[ \t]|!?\[[^\]\r\n]*\]\(|\w+[^\r\n:]{30}")
#: How many lines of a block are looked at for a key.
_FIRST_LINES = 5


def conflict(stumble: Stumble) -> Mistake | None:
    """The marks that Git leaves where two versions disagree."""
    match = _CONFLICT.search(stumble.text)
    if not match:
        return None
    help_ = "keep one side, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
    message = f"unresolved merge conflict in the {stumble.subject}"
    return Mistake(message, (help_,), Span(*match.span()))


def second_document(stumble: Stumble) -> Mistake | None:
    """A line of ``---`` below the first keys."""
    line = stumble.line
    if not stumble.refused or stumble.place != line.start or not line.value.startswith("---"):
        return None
    whole = Span(line.start, line.value_span.end)
    if not stumble.is_article or line.value != "---":
        return refused(stumble)
    message = f"the {stumble.subject} ends here, but keys follow it"
    repair = replacing(whole, "", is_trusted=True)
    return Mistake(message, ("remove this `---`",), whole, repair)


def thematic_break(stumble: Stumble) -> Mistake | None:
    """Text of the article between two lines of ``---`` that were meant as lines."""
    if not stumble.is_article:
        return None
    beginning = stumble.text[:10_000]
    lines = [line for line in re.split(r"[\r\n]+", beginning)[1:] if line.strip()][:_FIRST_LINES]
    if not lines or any(map(_KEY_LINE.match, lines)) or not _MARKDOWN.match(lines[0]):
        return None
    message = "the first `---` makes this text front matter, which it is not"
    help_ = "write `***` instead of `---` if a line is meant, or write keys below it"
    return Mistake(message, (help_,), Span(0, 3))


def directive(stumble: Stumble) -> Mistake | None:
    """A line that YAML takes for one about the document, not in it."""
    for line in (stumble.line, *stumble.lines_above):
        whole = stumble.text[line.start : line.value_at] + line.value
        sign = next((each for each in ("%", "...") if whole.startswith(each)), None)
        if sign:
            message = f"a line cannot begin with `{sign}`"
            span = Span(line.start, line.start + len(whole))
            key, colon, rest = whole.partition(": ")
            if not colon:
                return Mistake(message, ("remove this line",), span)
            repair = replacing(Span(span.start, span.start + len(key)), quoted(key))
            help_ = f"put the key in quotes: `{quoted(key)}: {shorten(rest)}`"
            return Mistake(message, (help_,), span, repair)
    return None


def colon(stumble: Stumble) -> Mistake | None:
    """A colon that ends a key where there can be none."""
    line, lines = stumble.line, stumble.lines_above
    if stumble.here != ":":
        return None
    if found := dash_without_space(line):
        return found
    if lines and line.indent <= lines[0].indent and BLOCK_HEADER.fullmatch(lines[0].value):
        return not_indented(stumble, lines[0], line)
    here = stumble.here_span
    if line.colon != stumble.place:
        return _colon_in_value(stumble, here)
    if stumble.place - line.start > _MAX_KEY:
        return Mistake(f"a key cannot be longer than {_MAX_KEY} characters", (), here)
    parent = next((each for each in lines if each.indent < line.indent), None)
    if parent and parent.value and (parent.key is not None or parent.dashes):
        return continues_value(stumble, line, parent)
    return not_a_pair(stumble, lines[0]) if lines and lines[0].key is None else None


def _colon_in_value(stumble: Stumble, here: Span) -> Mistake:
    line = stumble.line
    if curly := _CURLY.fullmatch(line.value):
        inner = quoted(curly["text"] if curly["text"] is not None else curly["single"])
        message = "curly quotes around a value that contains `: `: use straight ones"
        help_ = f"write `{line.written(inner) or inner}`"
        return Mistake(message, (help_,), line.value_span, replacing(line.value_span, inner))
    if line.dashes and line.key is not None and not _LIKE_A_KEY.fullmatch(line.key):
        line = line.without_key(stumble.text)  # an item that is text, up to the first colon
    is_last = here.end == line.value_span.end
    what = "ends with `:`" if is_last else "contains `: `"
    return in_quotes(line, f"an unquoted value {what}", here)


def second_value(stumble: Stumble) -> Mistake | None:
    """A second value after the one that is the whole document."""
    if "document start" not in stumble.problem or not stumble.lines_above:
        return None
    return not_a_pair(stumble, stumble.lines_above[-1])


def refused(stumble: Stumble) -> Mistake | None:
    """What the parsers take and the builder of the tree does not."""
    error = stumble.refused
    return Mistake(error.message, error.help, error.span) if error and error.message else None


def unknown(stumble: Stumble) -> Mistake:
    """What is said where no kind of mistake is recognised."""
    line = stumble.line
    span = stumble.here_span
    message = f"the {stumble.subject} cannot be read from here on"
    if line.value and not line.says_nothing:
        return Mistake(message, (line.in_quotes("if this is text, put it in quotes"),), span)
    return Mistake(message, ("write one `key: value` on each line",), span)
