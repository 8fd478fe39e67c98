"""Why a YAML text does not parse, in a writer's words.

The parsers speak of tokens and contexts. What a writer did is better seen in the text itself,
right where the parser stumbled; only where that shows nothing is the parser quoted.
"""

from __future__ import annotations

import re
from typing import Any

from articlelint.model import Diagnostic, Severity, Span

_QUOTES = "\"'"
_OPENERS = {"[": "]", "{": "}"}
_KEY_AND_VALUE = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#][^:\r\n]*:[ \t]+)?(?P<value>\S[^\r\n]*)?")
# Characters that no plain value may begin with (YAML 1.2.2, rule [126] ns-plain-first).
_INDICATORS = "@`%*&!|>"


def explain_syntax_error(error: Any, text: str, offset: int) -> Diagnostic:
    """The diagnostic of a parser's error in ``text``, which begins at ``offset`` of the file."""
    place = _place(error, len(text))
    opened = getattr(error, "context_mark", None)
    message, help_ = _explain(error, text, place, opened.index if opened else None)
    end = place + 1 if place < len(text) and text[place] not in "\r\n" else place
    span = Span(place + offset, end + offset)
    return Diagnostic("yaml-syntax", Severity.ERROR, message, (), span, help_)


def _place(error: Any, length: int) -> int:
    """Where the parser stumbled. A mark may stand on the NUL that ends the parser's buffer."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = mark.index if mark else getattr(error, "position", 0)
    return min(place, length) if isinstance(place, int) else 0


def _explain(error: Any, text: str, place: int, opened: int | None) -> tuple[str, tuple[str, ...]]:
    here = text[place : place + 1]
    before = text[_line_start(text, place) : place]
    value = _KEY_AND_VALUE.match(text, _line_start(text, place)).group("value") or ""  # type: ignore[union-attr]
    if hasattr(error, "character"):
        return f"the character U+{_code_point(error):04X} is not allowed in YAML: remove it", ()
    if here == "\t" and not before.strip():
        return "a tab indents this line: indent with blanks", ()
    if opened is not None and text[opened : opened + 1] in _QUOTES and text[opened : opened + 1]:
        return _in_quotes(text, place, opened)
    if opened is not None and text[opened : opened + 1] in _OPENERS and place > opened:
        opener = text[opened]
        line = _line_number(text, opened)
        message = f"the `{opener}` of front matter line {line} is not closed properly"
        return message, (f"write the missing `{_OPENERS[opener]}` or comma, or quote the value",)
    if here == ":" and before.strip():
        return "an unquoted value holds `: `", ("put the whole value in quotes",)
    if value[:1] in _INDICATORS and value:
        return f"a value cannot begin with `{value[0]}` unless it is in quotes", ()
    if value[:1] in _QUOTES and value and before.strip():
        return (
            "text stands behind the closing quote of this value",
            (f"a `{value[0]}` inside the value ends it: use the other kind of quotes around it",),
        )
    return _quoted_problem(error), ()


def _in_quotes(text: str, place: int, opened: int) -> tuple[str, tuple[str, ...]]:
    quote = text[opened]
    if quote == '"' and "\\" in text[max(opened, place - 1) : place + 1]:
        message = "this `\\` begins no escape that YAML knows"
        return message, ("write `\\\\` for a backslash, or put the value in single quotes",)
    message = f"the {quote} that opens on front matter line {_line_number(text, opened)} has no end"
    return message, (f"close the value with {quote}",)


def _quoted_problem(error: Any) -> str:
    problem = getattr(error, "problem", None) or "the YAML does not parse"
    context = getattr(error, "context", None)
    return f"{context}: {problem}" if context else str(problem)


def _code_point(error: Any) -> int:
    character = error.character
    return character if isinstance(character, int) else ord(character)


def _line_start(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def _line_number(text: str, place: int) -> int:
    return len(re.findall(r"\r\n|\n|\r", text[:place])) + 1
