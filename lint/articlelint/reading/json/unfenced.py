"""JSON at the top of a text without fences, as Hugo reads it: up to the brace that closes it."""

from __future__ import annotations

import re

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.limits import MAX_LENGTH

_TEXT = r'"(?:[^"\\\r\n]|\\[^\r\n])*"|' + r"'[^'\r\n]*'"
_COMMENTS = r"(?:(?://[^\r\n]*|/\*(?:[^*]|\*(?!/))*\*/)\s*)*"
# A brace and a key, which may lack its quotes, or nothing at all. So `{count}`, `{/* note */}`,
# `{: .class}` and the tags of templates are none.
_START = re.compile(
    rf"\{{\s*(?:{_COMMENTS}(?:(?:{_TEXT})\s*[:=]|[A-Za-z_$][\w$-]*\s*:\s)|\}}[ \t]*(?:[\r\n]|\Z))"
)
_TOKEN = re.compile(rf"(?:{_TEXT})|//[^\r\n]*|/\*(?:[^*]|\*(?!/))*\*/|(?P<brace>[{{}}])")
_REST = re.compile(r"[ \t]*(?:[^ \t\r\n][^\r\n]*)?")


def find(text: str) -> Span | Diagnostic | None:
    """Where the JSON at the top of a text is; a diagnostic if it is never closed.

    What follows the closing brace on its line is part of it: there should be nothing.
    """
    if not _START.match(text):
        return None
    level = 0
    for token in _TOKEN.finditer(text, 0, MAX_LENGTH):
        if token["brace"]:
            level += 1 if token["brace"] == "{" else -1
            if level == 0:
                rest = _REST.match(text, token.end())
                return Span(0, rest.end() if rest and rest[0].strip() else token.end())
    message = "the front matter is never closed"
    help_ = ("write `}` alone on the line below the last key",)
    return Diagnostic("unclosed-front-matter", Severity.ERROR, message, (), Span(0, 1), help_)
