"""Texts that are meant as true or false: words, check marks, and either with a remark."""

from __future__ import annotations

import re

_TRUE = frozenset("✅✔☑✓")
_FALSE = frozenset("❌✗✘✖")
_REMARK = re.compile(
    r"(?P<word>true|false|yes|no)\s*(?://|/\*|<!--|--|[(;,#–—]).*",  # noqa: RUF001
    re.IGNORECASE | re.DOTALL,
)
_WORDS = {"true": True, "yes": True, "false": False, "no": False}
#: More characters than a flag and a remark on it have.
_LONG = 400


def marked_flag(text: str) -> bool | None:
    """The flag of a check mark, or of a word with a remark; None if either may be meant."""
    mark = text.strip().rstrip("\ufe0f")
    if len(mark) == 1 and mark in _TRUE | _FALSE:
        return mark in _TRUE
    found = _REMARK.fullmatch(text.strip()) if len(text) < _LONG else None
    if found is None:
        return None
    said = {_WORDS[word] for word in re.findall(r"\w+", text.lower()) if word in _WORDS}
    return said.pop() if len(said) == 1 else None
