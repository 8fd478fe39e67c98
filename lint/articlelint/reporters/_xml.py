"""XML 1.0 that any reader takes: all ASCII, and without the characters that XML cannot hold.

Nor does it hold what a runner of CI takes for a command (see ``text/printable``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from articlelint.text.printable import COMMAND

#: XML 1.0 (fifth edition), production 2: control characters, surrogates, U+FFFE and U+FFFF.
_FORBIDDEN = r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text(value: str) -> str:
    """A text as content of an element."""
    # A reader would take a carriage return that is written as itself for a line feed.
    return _ascii(escape(_legal(value), {"\r": "&#13;"}))


def tag(name: str, attributes: Mapping[str, str | int]) -> str:
    """The inside of a tag: its name and attributes."""
    written = (f" {key}={_ascii(quoteattr(_legal(str(each))))}" for key, each in attributes.items())
    return name + "".join(written)


def _legal(value: str) -> str:
    """The text, with each character spelled out that XML cannot hold even when escaped."""
    return re.sub(_FORBIDDEN, lambda found: ascii(found.group())[1:-1], value)


def _ascii(markup: str) -> str:
    # Runners pass over the delete character, too.
    ascii_only = markup.encode("ascii", "xmlcharrefreplace").decode().replace("\x7f", "&#127;")
    return COMMAND.sub("#&#35;", ascii_only)
