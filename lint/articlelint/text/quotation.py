"""Quotation marks around a whole text, as a word processor or a web page puts them there."""

from __future__ import annotations

#: All of them. Straight ones are not among them: they are YAML's own.
CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"


def without_curly_quotes(text: str) -> str | None:
    """What is between curly quotes around all of a text; None if there are none, or nothing."""
    outer = text.strip()
    if len(outer) < 3 or outer[0] not in CURLY_QUOTES or outer[-1] not in CURLY_QUOTES:
        return None
    return outer[1:-1].strip() or None
