"""Values and keys that begin with a character that has a meaning of its own in YAML."""

from __future__ import annotations

import re

from articlelint.model import Edit, Span
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.mistake import Mistake, Repair, replacing
from articlelint.reading.yaml.syntax.pairs import not_a_pair
from articlelint.reading.yaml.syntax.stumble import Line, Stumble, in_quotes
from articlelint.text.words import shorten

# What no unquoted value may begin with (YAML 1.2.2, rule [126] ns-plain-first), brackets that open
# aside: those begin a value of another kind.
_INDICATORS = frozenset("?:,]}&*!|>%@`")
_LOCAL_TAG = re.compile(r"!(?!!)[^\s,\[\]{}]*(?:[ \t]+[^\[{|>&*!\s].*)?")
_ANCHOR = re.compile(r"(?<![^\s\[{,])&[^\s\[\]{},]")
_IN_BRACKETS = re.compile(r"(?<=[\[{,:])[ \t]*([%@`*&!][^,\[\]{}\"'\r\n]*)")
_BOLD = re.compile(r"(\*\*|\*)(?=\S)([^*]+)(?<=\S)\1")
_PLAIN = re.compile(r"\w.*[^\s:]")
_LIST_ON_KEY_LINE = re.compile(r"-[ \t]+(?P<item>.+)")


def first_character(stumble: Stumble) -> Mistake | None:
    """A value or key that begins with a character that has a meaning of its own in YAML."""
    line, here = stumble.line, stumble.here
    value, first = line.value, line.value[:1]
    is_first = stumble.place == line.value_at
    if first in ("|", ">") and "block scalar" in stumble.context:
        return _after_block_sign(stumble, line)
    if is_first and value == "-":
        message = "a `-` alone begins a list item: remove it, or put it in quotes"
        return Mistake(message, (line.in_quotes("if it is text"),), line.value_span)
    if is_first and value.startswith("- "):
        return _list_after_key(line)
    if (first in ("&", "*", "!") and here != ":") or (is_first and first in _INDICATORS):
        return _indicator(stumble, line)
    if here and here in _INDICATORS and ("next token" in stumble.context or stumble.refused):
        return _in_brackets(stumble)
    return None


def _after_block_sign(stumble: Stumble, line: Line) -> Mistake:
    """Text after a ``|`` or ``>``; if more text is below, what was meant is not certain."""
    message = f"unexpected text after `{line.value[0]}`: its text begins on the next line"
    mistake = in_quotes(line, message)
    return mistake._replace(repair=None) if _has_more(stumble, line) else mistake


def _has_more(stumble: Stumble, line: Line) -> bool:
    """Whether what is below a line is part of its value."""
    below = next(stumble.below(line), None)
    return below is not None and below.indent > line.indent


def _list_after_key(line: Line) -> Mistake:
    """A list that begins on the line of its key."""
    message = "a list cannot begin on the line of its key"
    items = _LIST_ON_KEY_LINE.fullmatch(line.value)
    list_ = line.as_list(items["item"] if items else "item")
    help_ = ("if this is a list, write one item a line:", *list_, line.in_quotes("if it is text"))
    return Mistake(message, help_, line.value_span)


def _indicator(stumble: Stumble, line: Line) -> Mistake | None:
    value, first = line.value, line.value[:1]
    if line.key is None and value.startswith("* "):
        message = "a list item begins with `-`, not `*`"
        star = Span(line.value_at, line.value_at + 1)
        repair = replacing(star, "-", is_trusted=True)
        return Mistake(message, (f"write `- {shorten(value[2:])}`",), star, repair)
    key, colon, rest = value.partition(": ")
    if line.key is None and colon and not stumble.refused:
        help_ = f"put the key in quotes: `{line.dashes}{quoted(key)}: {shorten(rest)}`"
        span = Span(line.value_at, line.value_at + len(key))
        message = f"a key that begins with {_named(first)} must be in quotes"
        return Mistake(message, (help_,), span, replacing(span, quoted(key)))
    if line.key is None and not line.dashes:
        return _line_without_key(stumble, line)
    if stumble.refused and not _is_text(stumble, line):
        return None  # it is said of the tag or alias what is wrong with it
    mistake = in_quotes(line, f"a value that begins with {_named(first)} must be in quotes")
    return _without_bold(line, mistake)


def _without_bold(line: Line, mistake: Mistake) -> Mistake:
    """The same for text in bold or italics of Markdown, which no reader of a value sees."""
    text = _BOLD.sub(r"\2", line.value)
    if text == line.value or "*" in text or not _PLAIN.fullmatch(text) or ": " in text:
        return mistake
    advice = line.advice(text)
    if line.has_comment or not advice:
        return mistake
    help_ = (advice, line.in_quotes("to keep the asterisks, use quotes"))
    return mistake._replace(help=help_, repair=replacing(line.value_span, text))


def _line_without_key(stumble: Stumble, line: Line) -> Mistake | None:
    if stumble.refused:
        return None
    if line.value[0] not in "]},":
        return not_a_pair(stumble, line)
    repair = replacing(line.value_span, "", is_trusted=True)
    return Mistake(
        f"this `{shorten(line.value)}` closes nothing: remove it", (), line.value_span, repair
    )


def _is_text(stumble: Stumble, line: Line) -> bool:
    """Whether a value that is read as an alias or a tag is meant as text."""
    if line.value_at != stumble.place:
        return False
    if line.value.startswith("*"):
        return not _ANCHOR.search(stumble.text)
    return bool(_LOCAL_TAG.fullmatch(line.value)) and not _has_more(stumble, line)


def _in_brackets(stumble: Stumble) -> Mistake | None:
    """Such a value among others in brackets, and all others on its line that begin so."""
    if stumble.refused and (stumble.here != "*" or _ANCHOR.search(stumble.text)):
        return None
    line = stumble.line
    matches = list(_IN_BRACKETS.finditer(line.value))
    spans = [line.part(match, 1) for match in matches]
    if not any(span.start == stumble.place for span in spans):
        message = f"a value cannot begin with {_named(stumble.here)}: put it in quotes"
        return Mistake(message, (), stumble.here_span)
    texts = [stumble.text[slice(*span)].rstrip() for span in spans]
    edits = tuple(
        Edit(Span(span.start, span.start + len(text)), quoted(text))
        for span, text in zip(spans, texts, strict=True)
        if text[0] == stumble.here
    )
    span = next(edit.span for edit in edits if edit.span.start == stumble.place)
    advice = line.advice(line.value_after(edits))
    message = f"a value that begins with {_named(stumble.here)} must be in quotes"
    return Mistake(message, (advice,) if advice else (), span, Repair(edits))


def _named(character: str) -> str:
    return "a backtick" if character == "`" else f"`{character}`"
