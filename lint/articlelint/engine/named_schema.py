"""The schema that an article names itself, for its own front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath, Span
from articlelint.reading.document import Document

#: The key by which an article names its schema; no schema of articles need allow it.
KEY = "$schema"
#: The comment by which editors are told, as the YAML language server has it.
_COMMENT = r"#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)"


class NamedSchema(NamedTuple):
    """The name, a bundled one or a path relative to the article, and where it is."""

    name: str
    span: Span
    path: DataPath


def named_schema(text: str, content: Span, document: Document) -> NamedSchema | None:
    """What a key, or a comment above all keys, names; None if nothing does."""
    if text.find(KEY, *content) < 0:  # nearly always
        return None
    name = document.data.get(KEY)
    if isinstance(name, str):
        return NamedSchema(name, document.value_span((KEY,)), (KEY,))
    above = re.compile(_COMMENT).search(text, content.start, document.root.start)
    return NamedSchema(above[1], Span(*above.span(1)), ()) if above else None


def without_name(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data without the key that names its schema."""
    if not isinstance(data.get(KEY), str):
        return data
    return {key: value for key, value in data.items() if key != KEY}
