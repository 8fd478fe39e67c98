"""Characters that YAML does not allow where they are."""

from __future__ import annotations

import re

from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.stumble import Explanation, Stumble
from articlelint.text.words import shorten

# What no unquoted value may begin with (YAML 1.2.2, rule [126] ns-plain-first), brackets that open
# aside: those begin a value of another kind.
_INDICATORS = frozenset("?:,]}&*!|>%@`")

_UTF_8_AS_LATIN_1 = re.compile("[\xc2-\xf4][\x80-\xbf]{1,3}")


def forbidden(stumble: Stumble) -> Explanation | None:
    """A control character or another one that no YAML text may hold."""
    if not stumble.character:
        return None
    code_point = ord(stumble.character)
    message = f"the character U+{code_point:04X} is not allowed in YAML: remove it"
    if not 0x80 <= code_point < 0xA0:
        return (message,)
    meant = _meant(stumble)
    return (message,) if "\ufffd" in meant else (message, f"it is a wrongly decoded `{meant}`")


def _meant(stumble: Stumble) -> str:
    """What a C1 control character was before UTF-8 or Windows-1252 was read as Latin-1."""
    start = max(0, stumble.place - 3)
    for match in _UTF_8_AS_LATIN_1.finditer(stumble.text, start, stumble.place + 4):
        if match.start() <= stumble.place < match.end():
            return match.group().encode("latin-1").decode(errors="replace")
    return stumble.here.encode("latin-1").decode("cp1252", errors="replace")


def tab(stumble: Stumble) -> Explanation | None:
    """A tab where only spaces are allowed."""
    line = stumble.line
    if stumble.here != "\t" or stumble.text.startswith("%", line.start):
        return None
    if not stumble.begins_line:
        return ("tab where YAML allows only spaces: use a space",)
    if line.says_nothing and not line.value:
        return ("tab in an empty line: remove it",)
    return ("tab used for indentation: use spaces",)


def first_character(stumble: Stumble) -> Explanation | None:
    """A value or key that begins with a character that has a meaning of its own in YAML."""
    line, here = stumble.line, stumble.here
    value, first = line.value, line.value[:1]
    is_first = stumble.place == line.value_at
    if first in ("|", ">") and "block scalar" in stumble.context:
        message = f"unexpected text after `{first}`: its text begins on the next line"
        return message, line.in_quotes()
    if is_first and value.startswith("- "):
        help_ = "if this is a list, write each `- item` on a line of its own below the key"
        return "a list cannot begin on the line of its key", help_, line.in_quotes()
    if (first in ("&", "*", "!") and here != ":") or (is_first and first in _INDICATORS):
        if line.key is None and value.startswith("* "):
            return "a list item begins with `-`, not `*`", f"write `- {shorten(value[2:])}`"
        key, colon, rest = value.partition(": ")
        if line.key is None and colon:
            help_ = f"put the key in quotes: `{quoted(key)}: {shorten(rest)}`"
            return f"a key cannot begin with {_named(first)}", help_
        return f"a value cannot begin with {_named(first)}", line.in_quotes()
    if "next token" in stumble.context and here in _INDICATORS:
        return (f"a value cannot begin with {_named(here)}: put it in quotes",)
    return None


def _named(character: str) -> str:
    return "a backtick" if character == "`" else f"`{character}`"
