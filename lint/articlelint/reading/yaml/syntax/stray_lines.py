"""Lines without a key where one is needed: the rest of a text, or what does not belong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.model import Edit, Span
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.mistake import Mistake, Repair, replacing
from articlelint.reading.yaml.syntax.stumble import Line, Stumble
from articlelint.text.words import counted, shorten, show

#: How far a line is indented below its key.
_INDENTATION = 2
#: How many lines of a text are looked at for its key.
_MAX_LINES = 20

_WORDS = re.compile(r"(?P<key>[a-z][\w-]*)[ \t]+(?P<value>(?:\S.*)?[^\s.!?,;:])")  # no sentence
_FUNCTION_WORD = re.compile(
    r"(?:an?|and|are|as|at|because|but|by|for|from|in|into|is|of|on|or|over|than|that|the|to|was"
    r"|were|when|where|which|while|who|with)\b"
)
# Several words without quotes, of which none is a sign of YAML.
_TEXT = re.compile(r"[^\W\d_][^\s:#]*(?:[ \t]+[^\s:#]+){2,}")


def stray_line(stumble: Stumble, line: Line) -> Mistake:
    """What is said of a line of which no more is known."""
    if found := _continued(stumble, line):
        return found
    message = "this line is not a `key: value` pair"
    repair = _as_key(line) if _is_alone(stumble, line) else None
    return Mistake(message, tuple(_advice(stumble, line)), line.span, repair)


def _continued(stumble: Stumble, line: Line) -> Mistake | None:
    """The rest of a text that goes on without indentation, as after a line break in a sentence."""
    if line.dashes or not _goes_on(line.value):
        return None
    key = _key_of_text(stumble, line)
    if key is None:
        return None
    width = key.content + _INDENTATION
    help_ = f"indent this line by {counted(width, 'space')}"
    repair = replacing(line.indentation, " " * width, is_trusted=True)
    message = f"this line continues {show(key.key)}, but is not indented"
    return Mistake(message, (help_,), line.span, repair)


def _goes_on(value: str) -> bool:
    is_pair = _WORDS.fullmatch(value) and not _FUNCTION_WORD.match(value)
    return value[:1].islower() and " " in value and not is_pair


def _key_of_text(stumble: Stumble, line: Line) -> Line | None:
    """The line of the key whose text may go on in a line; None if there is none."""
    for _, above in zip(range(_MAX_LINES), stumble.above(line), strict=False):
        if above.key is not None:
            is_text = above.content >= line.indent and _TEXT.fullmatch(above.value)
            return above if is_text else None
        if above.dashes or above.indent <= line.indent:
            return None
    return None


def _is_alone(stumble: Stumble, line: Line) -> bool:
    """Whether it is among keys, so that it is not the text of the article that begins with it."""
    if line.dashes or not line.value[:1].isalnum():
        return False
    below = next(stumble.below(line), None)
    if below:
        return below.key is not None and below.indent <= line.indent
    above = next(stumble.above(line), None)
    if above is None or above.key is None:
        return False
    return stumble.number(above.start) + 1 == stumble.number(line.start)


def _as_key(line: Line) -> Repair:
    """The line as a key, to read on; its value is as little known as before."""
    words = _WORDS.fullmatch(line.value)
    if words:
        end = line.value_at + words.end("key")
        text = f": {quoted(words['value'])}"
        return Repair((Edit(Span(end, line.value_span.end), text),), safety=None)
    return Repair((Edit(line.value_span, f"{quoted(line.value)}:"),), safety=None)


def _advice(stumble: Stumble, line: Line) -> Iterator[str]:
    words = _WORDS.fullmatch(line.value)
    pair = f"{words['key']}: {shorten(words['value'])}" if words else "key: value"
    yield f"write `{pair}`, indent the line if it belongs to the value above it, or remove it"
    has_keys_below = any(each.key is not None for each in stumble.below(line))
    if stumble.is_article and not has_keys_below:
        yield "if the text of the article begins here, write `---` above it"
