"""A second block of front matter at the top of the body, which no program reads as such."""

from __future__ import annotations

import re
from collections.abc import Container

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.dialect import Block

#: How much of the block is looked at, in characters.
_MOST = 10_000

_OPENING = re.compile(r"[ \t\r\n]*[\r\n](---)[ \t]*[\r\n][ \t\r\n]*")
_CLOSING = re.compile(r"(?:\A|[\r\n])(?:---|\.\.\.)[ \t]*(?:[\r\n]|\Z)")
_KEY = re.compile(r"""(["']?)([\w-]+)\1[ \t]*:(?:[ \t]|\Z)""")
# What else a line of a block may be: an item, part of a value, a comment, nothing.
_INSIDE = re.compile(r"[ \t]|-(?:[ \t]|\Z)|#|\Z")

_HELP = (
    "move its keys into the first block and remove the `---` lines between",
    "if a horizontal line is meant, write `***` instead of `---`",
)


def second_block(text: str, block: Block, keys: Container[str]) -> Diagnostic | None:
    """What to say of a block that follows ``block``, whose top-level keys are ``keys``.

    A body may begin with a horizontal line as well. It is a block if nothing but keys with their
    values comes before a closing line or, without one, if the first line has a known key or the
    first two have keys. A capital letter, as in "Note: ...", begins a sentence, but for known keys.
    """
    opening = _OPENING.match(text, block.end)
    if not opening:
        return None
    content = text[opening.end() : opening.end() + _MOST]
    closing = _CLOSING.search(content)
    lines = re.split(r"[\r\n]+", content[: closing.start()] if closing else content)
    names = [_name(line, keys) for line in lines]
    if closing:
        lines_and_names = zip(lines, names, strict=True)
        is_block = any(names) and all(name or _INSIDE.match(line) for line, name in lines_and_names)
    else:
        is_block = names[0] in keys or all([*names, ""][:2])
    if not is_block:
        return None
    message = "a second front matter block begins here: no program reads it"
    span = Span(*opening.span(1))
    return Diagnostic("second-front-matter", Severity.WARNING, message, (), span, _HELP)


def _name(line: str, keys: Container[str]) -> str:
    """The key of a line; empty if it has none, or rather a sentence."""
    found = _KEY.match(line)
    name = found[2] if found else ""
    return name if name in keys or name[:1] == name[:1].lower() else ""
