"""Which key or value is written at an offset."""

from __future__ import annotations

from typing import Any, NamedTuple

from articlelint.model import DataPath, Diagnostic, Span
from articlelint.reading.document import UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.node import Node
from articlelint.reading.read import read_block
from articlelint.reading.yaml import YAML
from articlelint.reading.yaml.half_written import entries, unclosed_content


class Written(NamedTuple):
    """A key or a value, and where that is; ``value`` is the value, also at its key."""

    path: DataPath
    is_key: bool
    span: Span
    value: Any


def written_at(text: str, offset: int) -> Written | None:
    """The innermost key or value at an offset; None outside of the front matter.

    Of YAML that does not parse, keys and what follows on their lines are known by the lines alone.
    """
    block = find_block(text)
    if isinstance(block, Diagnostic):
        content = unclosed_content(text, offset)
        return _in_lines(text, content, offset) if content else None
    if not block.content.start <= offset <= block.content.end:
        return None
    try:
        document, _ = read_block(text, block)
    except UnreadableError:
        return _in_lines(text, block.content, offset) if block.dialect is YAML else None
    return _below(document.root, (), offset)


def _below(node: Node, path: DataPath, offset: int) -> Written | None:
    for name, child in node.items():
        here = (*path, name)
        if child.key and child.key.start <= offset <= child.key.end:
            return Written(here, True, child.key.span, child.value)
        if child.start <= offset <= child.end:
            return _below(child, here, offset) or Written(here, False, child.span, child.value)
    return None


def _in_lines(text: str, content: Span, offset: int) -> Written | None:
    for entry in entries(text, content):
        start, end = entry.value
        value = text[start:end].strip()
        if entry.key and entry.key.start <= offset <= entry.key.end:
            return Written(entry.path, True, entry.key, value)
        if entry.key and value and start <= offset <= start + len(value):
            return Written(entry.path, False, Span(start, start + len(value)), value)
    return None
