"""URLs with a space in them, or written as Markdown writes a link."""

from __future__ import annotations

import re

from articlelint.reading.yaml.syntax.mistake import Mistake, replacing
from articlelint.reading.yaml.syntax.stumble import Line, Stumble, in_quotes

_SPACED = re.compile(r"(?P<scheme>https?|ftp):(?P<space>[ \t]+)(?P<rest>//[^\s:#]\S*)")
_LINK = re.compile(r"!?\[[^\]\r\n]*\]\([ \t]*<?(?P<url>[^\s()<>]+)>?[ \t]*\)")
#: What the last word of a key is whose value is a URL and no text.
_URL_KEY = re.compile(r"[\w.-]*(?:ur[il]|link|href|src|image|website)s?", re.IGNORECASE)


def broken_url(stumble: Stumble) -> Mistake | None:
    """``url: https: //example.org`` or ``url: [Example](https://example.org)``."""
    return _spaced(stumble.line) or _link(stumble.line)


def _spaced(line: Line) -> Mistake | None:
    match = _SPACED.fullmatch(line.value)
    if not match or line.key is None:
        return None
    span = line.part(match, "space")
    url = f"{match['scheme']}:{match['rest']}"
    message = f"space after `{match['scheme']}:`: remove it"
    help_ = f"write `{line.dashes}{line.key}: {url}`"
    return Mistake(message, (help_,), span, replacing(span, "", is_trusted=True))


def _link(line: Line) -> Mistake | None:
    """A link of Markdown, if the key is that of a URL; elsewhere it is rather text."""
    match = _LINK.fullmatch(line.value)
    if not match or line.key is None:
        return None
    message = "a link of Markdown, in which brackets begin a list"
    if not _URL_KEY.fullmatch(line.key):
        return in_quotes(line, message)
    help_ = f"write the URL alone: `{line.dashes}{line.key}: {match['url']}`"
    repair = replacing(line.value_span, match["url"], is_trusted=True)
    return Mistake("a link of Markdown instead of a URL", (help_,), line.value_span, repair)
