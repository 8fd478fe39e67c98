"""The comments of a TOML text: from a `#` outside all texts to the end of the line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.model import Span
from articlelint.reading.dialect import Comment
from articlelint.reading.node import Node
from articlelint.reading.source import after_break

# All texts, of which some may not be closed where a line could not be read.
_TEXT_OR_COMMENT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*(?:"{3,5}|\Z)|\'\'\'(?:[^\']|\'(?!\'\'))*(?:\'{3,5}|\Z)'
    r'|"(?:[^"\\\r\n]|\\[^\r\n])*"?|\'[^\'\r\n]*\'?|(?P<comment>#[^\r\n]*)',
    re.DOTALL,
)


def comments(text: str, content: Span, _root: Node) -> Iterator[Comment]:
    """The comments at ``content``, in their order."""
    known, last_text = content.start, Span(content.start, content.start)
    for each in _TEXT_OR_COMMENT.finditer(text, *content):
        if not each["comment"]:
            last_text = Span(*each.span())
            continue
        start = each.start()
        line = max(known, after_break(text, known, start))
        if text[line:start].strip(" \t"):
            if last_text.start < line < last_text.end:  # a text of several lines ends here
                line = max(known, after_break(text, known, last_text.start))
            yield Comment(Span(start, each.end()), line)
        else:
            yield Comment(Span(start, each.end()), None)
        known = each.end()
