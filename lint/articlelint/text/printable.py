"""Text of unknown origin made safe for a terminal, a log, or one line of output."""

from __future__ import annotations

import unicodedata

# Control characters, line breaks among them, that a terminal would obey; what is invisible or turns
# the direction of a text; the surrogates by which Python spells a file name that is not UTF-8; and
# the two other line breaks of Unicode.
_UNPRINTABLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


def printable(text: str) -> str:
    """The text with all but visible characters and spaces escaped as in Python."""
    if text.isprintable():
        return text
    return "".join(
        ascii(each)[1:-1] if unicodedata.category(each) in _UNPRINTABLE else each for each in text
    )
