"""What is written where a value should be, and what was meant by it."""

from __future__ import annotations

import re
from typing import Any

from articlelint.model import Edit, Span
from articlelint.reading.mistake import MistakeError, instead, line_of
from articlelint.reading.scalars import BOOLEANS, YAML_1_1_BOOLEANS
from articlelint.reading.toml.string_mistakes import control_character
from articlelint.text.date_advice import own_date
from articlelint.text.date_forms import in_rfc_3339
from articlelint.text.quotation import CURLY_QUOTES, without_curly_quotes
from articlelint.text.words import shorten

_COMMENT = re.compile(r"[ \t]+#")
_IN_BRACKETS = re.compile(r"[^,\]}\r\n#]*")
_NULLS = frozenset({"null", "none", "nil", "undefined", "~"})
_LEADING_ZEROS = re.compile(r"([+-]?)0+([1-9][0-9]*|0)\Z")
_BARE_DOT = re.compile(r"([+-]?)([0-9]*)\.([0-9]*)\Z")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[,'_ ][0-9]{3})+(?:\.[0-9]+)?\Z")
_LIKE_DATE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}:[0-9]{2}")
#: The names of the forms of dates that TOML has.
_DATES = ("date", "date-time", "local-date-time")
#: The most characters of what may be meant as a date.
_LONGEST_DATE = 60


def no_value(text: str, at: int, *, in_brackets: bool = False) -> MistakeError:
    """What is said of something that is no value; in brackets, it ends with the next comma."""
    if found := control_character(text, at):
        return found
    written = _written(text, at, in_brackets=in_brackets)
    span = Span(at, at + len(written))
    looks = (_missing, _curly, _word, _number, date)
    found_ = (look(text, span, written) for look in looks)
    return next(filter(None, found_), None) or _text(text, span, written)


def quoted(text: str) -> str:
    """A text in the quotes in which it can be without escapes, else in double ones."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _written(text: str, at: int, *, in_brackets: bool) -> str:
    if in_brackets:
        match: Any = _IN_BRACKETS.match(text, at)
        return str(match[0]).rstrip(" \t")
    rest = text[at : line_of(text, at).end]
    return "" if rest.startswith("#") else _COMMENT.split(rest, maxsplit=1)[0].rstrip(" \t")


def _missing(text: str, span: Span, written: str) -> MistakeError | None:
    if written:
        return None
    before = len(text[: span.start].rstrip(" \t")) - 1
    if text.startswith("=", before):
        help_ = 'write the value, or `""` if it is empty text, or remove the key'
        return MistakeError("a value is missing after `=`", Span(before, before + 1), help_)
    after = text[span.start : span.start + 1].strip()
    what = f"before `{after}`" if after else "here"
    return MistakeError(f"a value is missing {what}", Span(span.start, span.start + len(after)))


def _curly(text: str, span: Span, written: str) -> MistakeError | None:
    if written[0] not in CURLY_QUOTES:
        return None
    inner = without_curly_quotes(written)
    message = "curly quotes do not enclose a text in TOML: use straight ones"
    if inner is None:
        return MistakeError(message, Span(span.start, span.start + 1))
    edit = Edit(span, quoted(inner))
    return MistakeError(message, span, instead(text, edit), edit=edit)


def _word(text: str, span: Span, written: str) -> MistakeError | None:
    word = written.lower()
    if word in _NULLS:
        help_ = 'remove the key, or write `""` if it is empty text'
        return MistakeError(f"TOML has no `{written}`", span, help_)
    flag = {**BOOLEANS, **YAML_1_1_BOOLEANS}.get(word)
    if flag is None:
        return None
    meant = str(flag).lower()
    edit = Edit(span, meant)
    if word in BOOLEANS:
        message = f"`{written}` is not a value in TOML: write it in lower case"
        return MistakeError(message, span, instead(text, edit), edit=edit)
    message = f"`{written}` is not a value in TOML"
    help_ = f'write `{meant}`, or `"{written}"` if it is text'
    return MistakeError(message, span, help_, edit=edit)


def _number(text: str, span: Span, written: str) -> MistakeError | None:
    if zeros := _LEADING_ZEROS.match(written):
        help_ = f'write `{zeros[1]}{zeros[2]}`, or `"{written}"` if the zeros count'
        message = f"`{shorten(written)}` is not a number in TOML: it begins with zeros"
        return MistakeError(message, span, help_ * (help_ == shorten(help_, 200)))
    dot = _BARE_DOT.match(written)
    if dot and (dot[2] or dot[3]):
        edit = Edit(span, f"{dot[1]}{dot[2] or '0'}.{dot[3] or '0'}")
        message = "a number needs digits on both sides of the dot"
        return MistakeError(message, span, instead(text, edit), edit=edit)
    if _GROUPED.match(written):
        edit = Edit(span, re.sub("[,'_ ]", "", written))
        message = "digits can be grouped only with `_` between them"
        return MistakeError(message, span, instead(text, edit))
    return None


def date(_text: str, span: Span, written: str) -> MistakeError | None:
    """What is said of something that was meant as a date or time; None of anything else."""
    if not _LIKE_DATE.match(written) or not written[-1:].isalnum():
        return None
    message = f"`{shorten(written)}` is not a date or time as TOML writes them"
    fixed = in_rfc_3339(written) if len(written) <= _LONGEST_DATE else None
    if fixed:
        return MistakeError(message, span, f"write `{fixed}`")
    how = own_date(written, _DATES) or "write it as `2023-05-04T09:30:00Z`"
    help_ = f"{how}, or in quotes if it is text: `{quoted(written)}`"
    return MistakeError(message, span, help_ * (help_ == shorten(help_, 200)))


def _text(text: str, span: Span, written: str) -> MistakeError:
    edit = Edit(span, quoted(written))
    return MistakeError("text must be in quotes", span, instead(text, edit), edit=edit)
