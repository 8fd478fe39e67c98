"""The keys of a YAML mapping in another order, with their lines and comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlelint.fixing.reordered import Entry, reordered_in_brackets, reordered_lines
from articlelint.fixing.yaml.layout import BREAK, REST_OF_LINE, Layout, line_start
from articlelint.fixing.yaml.removal import has_decoration
from articlelint.fixing.yaml.reread import indent_of, reads_reordered
from articlelint.model import Edit, Span

_GAP = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")


def ordered(text: str, layout: Layout, keys: Sequence[str]) -> tuple[Edit, ...] | None:
    """The edits that put the keys of a mapping in order; None if there is no sure way.

    What has anchors stays where it is: an alias means the last one before it. The mapping is read
    again by itself.
    """
    if not layout.entries or not layout.is_whole or layout.is_pair:
        return None
    if any(has_decoration(text, each.node) for each in layout.entries):
        return None
    edits, whole = (
        _in_brackets(text, layout, keys) if layout.is_flow else _lines(text, layout, keys)
    )
    if edits and not reads_reordered(text, layout, edits, whole, keys):
        return None
    return edits


def _in_brackets(
    text: str, layout: Layout, keys: Sequence[str]
) -> tuple[tuple[Edit, ...] | None, Span]:
    entries = [
        Entry(str(key), layout.entries[index].start, layout.entries[index].node.end)
        for key, index in layout.order.items()
    ]
    return reordered_in_brackets(text, entries, keys, _GAP), layout.node.span


def _lines(text: str, layout: Layout, keys: Sequence[str]) -> tuple[tuple[Edit, ...] | None, Span]:
    """The edits, and where all lines of the mapping are: from its first key, if that has none."""
    indent = indent_of(text, layout)
    # A comment that is indented further than a key is about a part of what is above it.
    inner_comments = re.compile(rf"(?:{indent}[ \t]+#[^\r\n]*{BREAK})*")
    entries = []
    for key, index in layout.order.items():
        start, node = layout.entries[index]
        rest = REST_OF_LINE.match(text, node.end)
        rest_end = rest.end() if rest else node.end
        inner = inner_comments.match(text, rest_end)
        end = inner.end() if inner else rest_end
        line = line_start(text, start)
        has_line = text[line:start] == indent
        has_comment = end == rest_end and "#" in text[node.end : rest_end]
        entries.append(Entry(str(key), line if has_line else start, end, has_comment))
    edits = reordered_lines(text, entries, keys, indent, indent)
    first = min(each.span.start for each in edits) if edits else entries[0].start
    return edits, Span(min(first, entries[0].start), entries[-1].end)
