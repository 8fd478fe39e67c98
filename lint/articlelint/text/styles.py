"""Color and weight of a text, by the control sequences that terminals know (ECMA-48, SGR)."""

from __future__ import annotations

import re

_CODES = {
    "red": 31,
    "green": 32,
    "yellow": 33,
    "cyan": 36,
    "bold": 1,
    "dim": 2,
    "underline": 4,
}
_ESCAPE = "\x1b"
_RESET = f"{_ESCAPE}[0m"


def styled(text: str, *styles: str) -> str:
    """The text in some styles, such as ``red`` and ``bold``, and what follows it in none."""
    return "".join(f"{_ESCAPE}[{_CODES[each]}m" for each in styles) + text + _RESET


def unstyled(text: str) -> str:
    """The text without control sequences."""
    return re.sub(r"\x1b\[[;?0-9]*[A-Za-z]", "", text) if _ESCAPE in text else text
