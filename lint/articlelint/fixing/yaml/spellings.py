"""How a value may be written: in the style that is there, else in double quotes.

Each spelling is read alike by programs that follow YAML 1.1 and by those that follow YAML 1.2.
Whether it can be used at a certain place is up to ``reread`` and ``fixing.proof``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.fixing.touched_up import common
from articlelint.fixing.yaml.layout import BREAK
from articlelint.model import Scalar
from articlelint.reading.limits import MAX_NUMBER_LENGTH
from articlelint.reading.scalars import BOOLEANS, YAML_1_1_BOOLEANS, literal, resolve_plain
from articlelint.text.dates import moment

# What needs an escape: characters that YAML 1.2 does not allow (section 5.1), and those that YAML
# 1.1 reads as line breaks.
_SPECIAL = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_ESCAPED = rf'["\\]|{_SPECIAL}'
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
# In brackets, some programs read `:` and `?` as indicators anywhere in a plain scalar.
_FLOW_INDICATORS = frozenset(",[]{}:?")
# What some program of YAML 1.1 reads as a boolean or an indicator, or as a number or a date.
_WORDS = frozenset((*BOOLEANS, *YAML_1_1_BOOLEANS, "y", "n", "null", "=", "<<"))
_LIKE_NUMBER = r"[-+.]*[0-9][-+.:0-9a-fA-F_oxTtZz \t]*"

# How much of a word beside a difference helps to find its place.
_REACH = 40

# The first line of a block scalar, its line break, and the indentation of its text. Not where a
# digit says how far it is indented: what the text may begin with is hard to tell then.
_BLOCK = rf"[|>][-+]?[ \t]*(?:#[^\r\n]*)?({BREAK})(?:[ \t]*{BREAK})*( +)"


class Written(NamedTuple):
    """A scalar as it is written and as it is read, and whether it has neither quotes nor tag."""

    text: str
    value: Any
    is_plain: bool


#: Where there is no value yet, one is written without quotes if it can be.
NOTHING = Written("", None, is_plain=True)


def spellings(
    old: Written, value: Scalar, *, in_flow: bool, is_date: bool = False
) -> Iterator[str]:
    """How ``value`` may be written to replace ``old``, the best way first.

    ``in_flow``: it is between the brackets of a collection. ``is_date``: a program may read it as a
    date.
    """
    comment = _comment_in(old)
    if not isinstance(value, str):
        if not isinstance(value, int) or abs(value) < 10 ** (MAX_NUMBER_LENGTH - 1):
            yield literal(value) + comment
        return
    if not old.is_plain:
        yield from _touched_up(old, value)
        yield from _in_style(old.text, value)
    elif is_date or _can_be_plain(value, in_flow=in_flow):
        if isinstance(old.value, str):
            yield from _touched_up(old, value)
        yield value
    yield _in_double_quotes(value) + comment


def _comment_in(old: Written) -> str:
    """The comment on the first line of a block scalar, with a space before it; else empty."""
    comment = re.match(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)", old.text)
    return f" {comment.group(1)}" if comment else ""


def _touched_up(old: Written, value: str) -> Iterator[str]:
    """What is written, changed only where the two values differ.

    So the line breaks and escapes of the rest stay as they are written.
    """
    if value == old.value:
        yield old.text
    else:
        for before, after in _differences(old.value, value):
            is_simple = not re.search(_ESCAPED, after) and "'" not in after
            if before and is_simple and old.text.count(before) == 1:
                yield old.text.replace(before, after)


def _differences(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The part in which both differ, as it is in each; then the same, widened to whole words."""
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    old_end, new_end = len(old) - end, len(new) - end
    yield old[start:old_end], new[start:new_end]
    start -= _word_length(old[max(0, start - _REACH) : start][::-1])
    more = _word_length(old[old_end : old_end + _REACH])
    yield old[start : old_end + more], new[start : new_end + more]


def _word_length(text: str) -> int:
    """How many letters and digits a text begins with."""
    match: Any = re.match(r"\w*", text)
    length: int = match.end()
    return length


def _in_style(written: str, value: str) -> Iterator[str]:
    """In single quotes or as a block scalar, if the old value is written so."""
    if written.startswith("'") and not re.search(_SPECIAL, value):
        yield "'" + value.replace("'", "''") + "'"
    elif block := re.match(_BLOCK, written):
        lines = value.rstrip("\n")
        if lines and not re.search(_SPECIAL, lines.replace("\n", "")):
            yield _in_block(block, lines, is_folded=written.startswith(">"))


def _in_block(block: re.Match[str], text: str, *, is_folded: bool) -> str:
    """The first line of a block scalar with a new text below; the line breaks at its end stay."""
    line_break, indent = block.groups()
    first_line = block.string[: block.end(1)]
    if is_folded:  # there a line break is written as two, and two as three
        text = re.sub(r"\n+", r"\g<0>\n", text)
    lines = (indent + line if line else "" for line in text.split("\n"))
    return first_line + line_break.join(lines)


def _can_be_plain(text: str, *, in_flow: bool) -> bool:
    """Whether every program reads a text without quotes as that very text."""
    if not text or text != text.strip() or text[0] in _INDICATORS or text.endswith(":"):
        return False
    if ": " in text or " #" in text or (in_flow and not _FLOW_INDICATORS.isdisjoint(text)):
        return False
    return not re.search(_SPECIAL, text) and not _is_ambiguous(text)


def _is_ambiguous(text: str) -> bool:
    """Whether a program might read it as something else than text.

    A date with a time is not ambiguous: a program that reads it as a date means the same.
    """
    if text.lower() in _WORDS:
        return True
    if re.fullmatch(_LIKE_NUMBER, text):
        return not moment(text)
    return resolve_plain(text) != text


def _in_double_quotes(text: str) -> str:
    return '"' + re.sub(_ESCAPED, _escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    return _ESCAPES.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
