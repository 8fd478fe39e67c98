"""Text of unknown origin made safe for a terminal, a log, or one line of output."""

from __future__ import annotations

import unicodedata

# Control characters, including line breaks, which a terminal would obey; format characters, which
# are invisible or change the direction of a text; surrogates, with which Python spells a file name
# that is not UTF-8; and the two other line breaks of Unicode.
_UNPRINTABLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


def printable(text: str) -> str:
    """The text with everything but visible characters and spaces escaped as in Python."""
    if text.isprintable():
        return text
    return "".join(
        ascii(each)[1:-1] if unicodedata.category(each) in _UNPRINTABLE else each for each in text
    )
