"""The comment above all keys that names the schema of an article, as editors read it."""

from __future__ import annotations

import re

from articlelint.model import Span
from articlelint.reading.document import Document

#: As the YAML language server has it, and JetBrains.
_COMMENT = r"#[ \t]*(?:yaml-language-server:[ \t]*\$schema=|\$schema:[ \t]*)(\S+)"


def schema_comment(text: str, content: Span, document: Document) -> Span | None:
    """Where the name of a schema is in a comment above all keys; None if none is named there."""
    end = document.root.start
    if text.find("$schema", content.start, end) < 0:  # nearly always
        return None
    above = re.compile(_COMMENT).search(text, content.start, end)
    return Span(*above.span(1)) if above else None
