"""Lines that are no key with a value, no header and no comment."""

from __future__ import annotations

import re
from typing import Any

from articlelint.model import Edit, Span
from articlelint.reading.mistake import MistakeError, TooComplexError, instead, line_of
from articlelint.reading.scan import Scan
from articlelint.reading.toml.string_mistakes import control_character
from articlelint.reading.toml.value_mistakes import date, quoted
from articlelint.text.quotation import CURLY_QUOTES, without_curly_quotes
from articlelint.text.words import shorten

_OTHER_COMMENT = re.compile(r"//+|;+|--+(?=[ \t])|%+|/\*+")
_ODD_KEY = re.compile(r"([^\s=\[\]{}#\"',:.][^=\[\]{}#\"',:\r\n]*?)[ \t]*=")
_KEY_WITH_COLON = re.compile(r"[ \t]*:[ \t]*")
_TOML_LINE = re.compile(r"[ \t]*[\w.\"'-]+[ \t]*=|[ \t]*\[", re.MULTILINE)
_YAML_ITEM = re.compile(r"-[ \t]+\S")
_JSON_PAIR = re.compile(r'"[^"\r\n]*"[ \t]*:[^\r\n]*,[ \t]*(?:[\r\n]|\Z)')
_END_IN_BRACES = re.compile("[,}]")
#: How much of a text is looked at to tell YAML from TOML, in characters.
_MOST = 10_000
_WRITE_PAIRS = "write one `key = value` on each line, and `#` before a comment"
_BRACKETS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*\'{3,5}'
    r'|"(?:[^"\\\r\n]|\\[^\r\n])*"|\'[^\'\r\n]*\'|#[^\r\n]*|(?P<open>[\[{])|(?P<close>[\]}])',
    re.DOTALL,
)
_COMMENT = re.compile(r"(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?")


def no_key(text: str, at: int) -> MistakeError:
    """What is said where a key should begin, and nothing does that can be one."""
    if found := control_character(text, at):
        return found
    end = line_of(text, at).end
    here = Span(at, at + (at < end))
    if other := _OTHER_COMMENT.match(text, at):
        edit = Edit(Span(*other.span()), "#")
        message = f"`{shorten(other[0])}` does not begin a comment: TOML has `#`"
        return MistakeError(message, edit.span, instead(text, edit), edit=edit)
    if text.startswith(".", at) or text[:at].rstrip(" \t").endswith("."):
        return MistakeError("a name is missing beside this dot", here)
    if text.startswith("=", at):
        return MistakeError("a key is missing before `=`", here)
    if text.startswith("{", at) and not _has_toml(text):
        return _json(text, Span(at, end), "remove both `+++`: JSON in braces needs none")
    if text.startswith("]", at):
        return MistakeError("a header needs a name in its brackets", here)
    if odd := _ODD_KEY.match(text, at):
        return _odd_key(text, Span(*odd.span(1)))
    return _no_pair(text, Span(at, end))


def no_equals(text: str, start: int, end: int, *, in_braces: bool = False) -> MistakeError:
    """What is said of a key, from ``start`` to ``end``, that no `=` follows."""
    line_end = line_of(text, start).end
    if in_braces and (closing := _END_IN_BRACES.search(text, end, line_end)):
        line_end = closing.start()
    if _YAML_ITEM.match(text, start):
        message = "a list is written in brackets in TOML, and its texts in quotes"
        return MistakeError(message, Span(start, start + 1), 'for example: `tags = ["a", "b"]`')
    if _JSON_PAIR.match(text, start) and not _has_toml(text):
        help_ = "write `;;;` instead of `+++`, and in the last line of the front matter"
        return _json(text, Span(start, line_end), help_)
    if colon := _KEY_WITH_COLON.match(text, end):
        return _colon(text, Span(*colon.span()), line_end)
    if odd := _ODD_KEY.match(text, start):
        return _odd_key(text, Span(*odd.span(1)))
    place = end + len(text[end:line_end]) - len(text[end:line_end].lstrip(" \t"))
    if text.startswith(('"', "'", "[", "{"), place) or text[place : place + 1].isdigit():
        edit = Edit(Span(end, place), " = ")
        message = f"missing `=` after {_named(text, start, end)}"
        return MistakeError(message, Span(start, end), instead(text, edit), edit=edit)
    return _no_pair(text, Span(start, line_end))


def unclosed_header(text: str, start: int, at: int) -> MistakeError:
    """What is said of a header whose brackets are not closed at ``at``."""
    brackets = "]]" if text.startswith("[[", start) else "]"
    closed = len(text[at : at + 2]) - len(text[at : at + 2].lstrip("]"))
    message = f"the header is not closed by `{brackets}`"
    rest = text[at + closed : line_of(text, at).end].strip(" \t")
    if rest:
        return MistakeError(message, Span(start, at + closed))
    edit = Edit(Span(at, at + closed), brackets)
    return MistakeError(message, Span(start, at + closed), instead(text, edit), edit=edit)


def unexpected_text(text: str, start: int, at: int) -> MistakeError:
    """What is said of text at ``at`` that follows the value or header on the line of ``start``."""
    end = at + len(text[at : line_of(text, at).end].rstrip(" \t"))
    at += len(text[at:end]) - len(text[at:end].lstrip(" \t"))
    comment: Any = _COMMENT.match(text, at)
    if found := control_character(text, comment.end()):
        return found
    span = Span(at, end)
    if text.startswith("[", start):
        return MistakeError("a header must be alone on its line", span)
    if text[at:end] in (",", ";"):
        edit = Edit(span, "")
        message = f"no `{text[at]}` is needed after a value: remove it"
        return MistakeError(message, span, edit=edit)
    return _after_value(text, start, span)


def go_on(text: str, place: int, error: MistakeError) -> None:
    """Tell an error in the value at ``place`` from where the text can be read on."""
    if error.resume is not None or error.ends_reading:
        return
    if text.startswith(('"""', "'''"), place):
        match = _BRACKETS.match(text, place)
        end = match.end() if match else None
    elif text.startswith(("[", "{"), place):
        end = _after_brackets(text, place)
    else:
        end = place
    if end is None:
        error.ends_reading = True
    else:
        error.resume = line_of(text, end).end


def _after_brackets(text: str, start: int) -> int | None:
    """Where brackets are closed; None if they are not."""
    level = 0
    for each in _BRACKETS.finditer(text, start):
        level += bool(each["open"]) - bool(each["close"])
        if level == 0:
            return each.end()
    return None


def _after_value(text: str, start: int, span: Span) -> MistakeError:
    """Text after a value on its line: mostly, the value was to be a text with all of that."""
    line = text[start : span.end]
    value_at = start + len(line) - len(line.split("=", 1)[-1].lstrip(" \t"))
    value = text[value_at : span.end]
    if found := date(text, Span(value_at, span.end), value):
        return found
    message = "unexpected text after the value"
    if value.startswith(('"', "'")):
        message = "unexpected text after the closing quote"
        value = value[1:-1] if value.endswith(value[0]) else ""
    if not value or "#" in value or value.startswith(("[", "{")):
        return MistakeError(message, span)
    edit = Edit(Span(value_at, span.end), quoted(value))
    return MistakeError(message, span, instead(text, edit), edit=edit)


def _colon(text: str, colon: Span, line_end: int) -> MistakeError:
    opening = _opening(text)
    if not _has_toml(text):
        message = f"this is YAML, and `{shorten(opening)}` begins TOML"
        closing = "" if opening.startswith("---") else ", and in the last line of the front matter"
        help_ = f"write `---` instead of `{shorten(opening)}`{closing}"
        return MistakeError(message, colon, help_, ends_reading=True)
    value = text[colon.end : line_end].rstrip(" \t")
    new = f" = {value if _is_value(value) or not value else quoted(value)}"
    edit = Edit(Span(colon.start, colon.end + len(value)), new)
    place = text.index(":", colon.start)
    message = "`:` after a key: TOML has `=`"
    is_sure = bool(value) and "#" not in value and "{" not in value
    help_ = instead(text, edit) if is_sure else ""
    return MistakeError(message, Span(place, place + 1), help_, edit=edit if is_sure else None)


def _opening(text: str) -> str:
    return text[: line_of(text, 0).end].rstrip(" \t")


def _has_toml(text: str) -> bool:
    """Whether any line is TOML, so that the others may be slips."""
    start = len(_opening(text))
    return _TOML_LINE.search(text, start, start + _MOST) is not None


def _json(text: str, span: Span, help_: str) -> MistakeError:
    """What is said of JSON in the fences of TOML; ``help_`` is for those without a name."""
    opening = _opening(text)
    if opening.startswith("---"):
        help_ = f"write `---json` instead of `{shorten(opening)}`"
    message = f"this is JSON, and `{shorten(opening)}` begins TOML"
    return MistakeError(message, span, help_, ends_reading=True)


def _is_value(written: str) -> bool:
    """Whether something is a value of TOML's."""
    from articlelint.reading.toml.values import value  # noqa: PLC0415 - which imports this, at need

    try:
        end, _ = value(Scan(written), 0, 0)
    except (MistakeError, TooComplexError):
        return False
    return end == len(written)


def _odd_key(text: str, span: Span) -> MistakeError:
    name = text[slice(*span)]
    inner = without_curly_quotes(name) if name[0] in CURLY_QUOTES else name
    edit = Edit(span, quoted(inner or name))
    message = f"the key `{shorten(name)}` must be in quotes"
    return MistakeError(message, span, instead(text, edit), edit=edit)


def _no_pair(text: str, span: Span) -> MistakeError:
    written = text[slice(*span)].rstrip(" \t")
    message = f"`{shorten(written)}` is not a `key = value` pair"
    return MistakeError(message, Span(span.start, span.start + len(written)), _WRITE_PAIRS)


def _named(text: str, start: int, end: int) -> str:
    return f"`{shorten(text[start:end])}`"
