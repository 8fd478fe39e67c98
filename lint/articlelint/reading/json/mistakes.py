"""Mistakes in JSON: how they are told, and how the text is read on where that is certain."""

from __future__ import annotations

import json
import re
from typing import Any

from articlelint.model import Edit, Span
from articlelint.reading.mistake import MistakeError, instead, line_of
from articlelint.reading.node import Node
from articlelint.reading.scalars import BOOLEANS, YAML_1_1_BOOLEANS
from articlelint.reading.scan import Scan
from articlelint.text.quotation import CURLY_QUOTES
from articlelint.text.words import shorten

_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,4}|[^\r\n]|)")
_COMMENT = re.compile(r"//[^\r\n]*|#[^\r\n]*|/\*(?:[^*]|\*(?!/))*\*/")
_SINGLE_QUOTED = re.compile(r"'((?:[^'\\\r\n]|\\[^\r\n])*)'")
_CURLY_QUOTED = re.compile(rf"[{CURLY_QUOTES}]([^\"{CURLY_QUOTES}\r\n]*)[{CURLY_QUOTES}]")
_BARE_KEY = re.compile(r"[^\W\d][\w-]*|\$[\w-]+")
# A value without quotes, up to what ends it.
_BARE = re.compile(r"[^,\[\]{}\"\r\n]*[^,\[\]{}\"\r\n\s]")
_BEGINS_NEXT = re.compile(r"[\"'\[{\w$.+-]")
_NULLS = frozenset(("none", "nil", "undefined", "~"))
_NOT_FINITE = frozenset(("nan", "infinity", "-infinity", "+infinity"))
_NUMBER = re.compile(r"(?P<sign>[+-]?)0*(?P<whole>[0-9]*)(?:\.(?P<fraction>[0-9]*))?\Z")
# Other languages by a line of theirs, and the fences that begin them: alone, and beside `---json`.
_OTHER_LANGUAGES = (
    (re.compile(r"[\w$-]+:(?![^ \t\r\n])|- "), "YAML", "---", "---"),
    (
        re.compile(r"[\w.-]+[ \t]*=(?!>)|\[+[\w.-]+\]+(?![^\r\n])"),
        "TOML",
        "+++",
        "---toml",
    ),
)


def check_start(text: str, at: int) -> None:
    """Raise the mistake of what is no JSON from the start on, as YAML after ``---json``."""
    if text[at] in "{[":
        return
    if found := _other_language(text, at):
        raise found
    raise MistakeError("`{` is missing before the first key", Span(at, at + 1))


def check_pairs(text: str, at: int) -> None:
    """Raise the mistake of pairs without braces, as after ``;;;``, that are no JSON at all.

    They may be JSON of which only the quotes are missing: then a comma ends the line, or a value in
    quotes is all.
    """
    line = text[at : line_of(text, at).end].rstrip(" \t")
    is_all = at + len(line) == len(text.rstrip())
    may_be_json = line.endswith((",", "{", "[")) or (is_all and line.endswith('"'))
    if not may_be_json and (found := _other_language(text, at)):
        raise found


def _other_language(text: str, at: int) -> MistakeError | None:
    """What is said of YAML or TOML in the fences of JSON; None if the line at ``at`` is neither."""
    for line, name, fence, named_fence in _OTHER_LANGUAGES:
        if line.match(text, at):
            opening = text[: line_of(text, 0).end].rstrip(" \t")
            has_name = opening.startswith("---")  # and so is closed as YAML and TOML are
            wanted = named_fence if has_name else fence
            closing = "" if has_name else ", and in the last line of the front matter"
            message = f"this is {name}, and `{shorten(opening)}` begins JSON"
            help_ = f"write `{wanted}` instead of `{shorten(opening)}`{closing}"
            span = Span(at, line_of(text, at).end)
            return MistakeError(message, span, help_, ends_reading=True)
    return None


def text_after(text: str, end: int, at: int) -> MistakeError:
    """What is said of text at ``at`` after the value that ends at ``end`` and is all."""
    line_end = line_of(text, at).end
    rest = Span(at, at + len(text[at:line_end].rstrip(" \t")))
    return MistakeError(f"unexpected text after the closing `{text[end - 1]}`", rest)


def comment(scan: Scan, at: int) -> int:
    """Note a comment, if there is one; returns where it ends."""
    found = _COMMENT.match(scan.text, at)
    if not found:
        return at
    span = Span(*found.span())
    is_one_line = span.end <= line_of(scan.text, at).end
    edit = Edit(span, "") if is_one_line else None
    scan.note(MistakeError("JSON has no comments: remove it", span, edit=edit))
    return span.end


def unclosed(text: str, start: int, at: int) -> tuple[int, MistakeError]:
    """A text that goes on to the end of its line; the offset is where it was to end."""
    line = text[start:at].rstrip(" \t")
    end = start + len(line.rstrip("}] \t").rstrip(",") if line.endswith((",", "}", "]")) else line)
    end = max(end, start + 1)
    edit = Edit(Span(end - (text[end - 1] in CURLY_QUOTES), end), '"')
    message = 'this `"` is never closed'
    return end, MistakeError(message, Span(start, start + 1), instead(text, edit), edit=edit)


def control_character(text: str, at: int) -> MistakeError:
    """A character that cannot be written as itself."""
    written = json.dumps(text[at])[1:-1]
    edit = Edit(Span(at, at + 1), written)
    name = "a tab" if text[at] == "\t" else f"the control character U+{ord(text[at]):04X}"
    return MistakeError(f"{name} in a text is written as `{written}`", edit.span, edit=edit)


def wrong_escape(text: str, at: int) -> tuple[int, MistakeError]:
    """A backslash that begins no escape of JSON's, and where to read on."""
    escape: Any = _ESCAPE.match(text, at)
    written, span = escape[0], Span(*escape.span())
    if written.startswith("\\u"):
        message = f"`{written}` is half of a character"
        if len(written) < 6:
            message = "`\\u` must be followed by 4 hexadecimal digits"
        return span.end, MistakeError(message, span, "write the character itself")
    edit = Edit(Span(at, at + 1), r"\\")
    message = f"unknown escape `{written}`"
    if written == "\\'":
        edit, message = Edit(Span(at, at + 1), ""), "an apostrophe needs no backslash"
    return span.end, MistakeError(message, span, instead(text, edit), edit=edit)


def comma_too_many(at: int, where: str) -> MistakeError:
    """A comma that separates nothing."""
    span = Span(at, at + 1)
    return MistakeError(f"no comma is allowed {where}: remove it", span, edit=Edit(span, ""))


def missing_comma(scan: Scan, value: Node, at: int) -> int:
    """Note that no comma comes between a value and what is at ``at``; returns where to read on."""
    text = scan.text
    if not (text.startswith(";", at) or _BEGINS_NEXT.match(text, at)):
        raise unexpected(text, at)
    edit = Edit(Span(value.end, value.end), ",")
    if text.startswith(";", at):
        edit = Edit(Span(at, at + 1), ",")
        at += 1
    scan.note(
        MistakeError("missing comma after this value", value.span, instead(text, edit), edit=edit)
    )
    return at


def unclosed_bracket(text: str, start: int, at: int) -> MistakeError:
    """A bracket or brace that another one closes, or none."""
    closing = "]" if text[start] == "[" else "}"
    if at < len(text):
        message = f"`{text[at]}` does not close the `{text[start]}` of line "
        message += str(text.count("\n", 0, start) + 1)
        return MistakeError(message, Span(at, at + 1), f"write `{closing}`")
    message = f"this `{text[start]}` is never closed"
    return MistakeError(message, Span(start, start + 1), f"write `{closing}` after the last value")


def unexpected(text: str, at: int) -> MistakeError:
    """Something that begins neither a key nor a value."""
    here = Span(at, at + (at < len(text)))
    return MistakeError(f"unexpected `{shorten(text[slice(*here)])}`", here)


def skip_colon(scan: Scan, key: Node, at: int) -> int:
    """The offset after the colon that follows a key, or after what is there instead."""
    text = scan.text
    if text.startswith(":", at):
        return at + 1
    if text.startswith("=", at):
        width = 2 if text.startswith("=>", at) else 1
        edit = Edit(Span(at, at + width), ":")
        message = f"`{text[slice(*edit.span)]}` after a key: JSON has `:`"
        scan.note(MistakeError(message, edit.span, instead(text, edit), edit=edit))
        return edit.span.end
    if not _BEGINS_NEXT.match(text, at) or line_of(text, key.end).end < at:
        raise MistakeError("missing `:` and a value after this key", key.span)
    edit = Edit(Span(key.end, key.end), ":")
    message = "missing `:` after this key"
    scan.note(MistakeError(message, key.span, instead(text, edit), edit=edit))
    return at


def other_key(scan: Scan, at: int) -> tuple[int, Node]:
    """A key that is not in double quotes."""
    text = scan.text
    if found := _in_other_quotes(scan, at):
        return found
    bare = _BARE_KEY.match(text, at)
    if not bare:
        raise unexpected(text, at)
    edit = Edit(Span(*bare.span()), f'"{bare[0]}"')
    message = "a key must be in double quotes in JSON"
    scan.note(MistakeError(message, edit.span, instead(text, edit), edit=edit))
    return bare.end(), scan.node(bare[0], *bare.span())


def other_value(scan: Scan, at: int) -> tuple[int, Node]:
    """Something that is written where a value should be; what was meant may be certain."""
    text = scan.text
    if found := _in_other_quotes(scan, at):
        return found
    bare = _BARE.match(text, at)
    if not bare:
        here = text[at : at + 1]
        raise MistakeError(f"a value is missing before `{here}`", Span(at, at + len(here)))
    written, span = bare[0], Span(*bare.span())
    scan.note(_no_value(text, span, written))
    node = scan.node(written, *span)
    scan.unread.append(node)
    return span.end, node


def _in_other_quotes(scan: Scan, at: int) -> tuple[int, Node] | None:
    text = scan.text
    found = _SINGLE_QUOTED.match(text, at) or _CURLY_QUOTED.match(text, at)
    if not found:
        return None
    message = "a text must be in double quotes in JSON"
    if text[at] != "'":
        message = "curly quotes do not enclose a text in JSON: use straight ones"
    inner = found[1].replace("\\'", "'")
    edit = Edit(Span(*found.span()), json.dumps(inner, ensure_ascii=False))
    scan.note(MistakeError(message, edit.span, instead(text, edit), edit=edit))
    node = scan.node(inner, *edit.span)
    if "\\" in inner:
        scan.unread.append(node)
    return found.end(), node


def _no_value(text: str, span: Span, written: str) -> MistakeError:
    word = written.lower()
    if word in _NULLS:
        edit = Edit(span, "null")
        message = f"`{shorten(written)}` is not a value in JSON: it has `null`"
        return MistakeError(message, span, instead(text, edit), edit=edit)
    if word in _NOT_FINITE:
        return MistakeError(f"JSON has no `{written}`: write a number, or `null`", span)
    flag = {**BOOLEANS, **YAML_1_1_BOOLEANS}.get(word)
    if flag is not None:
        meant = str(flag).lower()
        help_ = (
            f"write `{meant}`"
            if word in BOOLEANS
            else f'write `{meant}`, or `"{written}"` if it is text'
        )
        return MistakeError(
            f"`{written}` is not a value in JSON", span, help_, edit=Edit(span, meant)
        )
    if number := _number(written):
        edit = Edit(span, number)
        message = f"`{shorten(written)}` is not a number in JSON"
        return MistakeError(message, span, instead(text, edit), edit=edit)
    edit = Edit(span, json.dumps(written, ensure_ascii=False))
    return MistakeError("text must be in double quotes", span, instead(text, edit), edit=edit)


def _number(written: str) -> str:
    """The number that was meant, as JSON has it; empty if that is not certain."""
    found = _NUMBER.match(written)
    if not found or not (found["whole"] or found["fraction"]):
        return ""
    if written.lstrip("+-").startswith("0") and found["whole"]:  # a code, perhaps
        return ""
    sign = "-" if found["sign"] == "-" else ""
    fraction = f".{found['fraction']}" if found["fraction"] else ""
    return f"{sign}{found['whole'] or '0'}{fraction}"
