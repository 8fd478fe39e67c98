"""Keys that are missing, with what could be written for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articlelint.model import DataPath, RenameKey, Span
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault
from articlelint.schema.loading.outline import subschemas
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, spelled_out, to_write
from articlelint.schema.telling.sample import sample_value
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import either, show

#: The most alternatives that are spelled out.
_MOST_ALTERNATIVES = 3
#: How far into the body a key is looked for: in lines, and in characters.
_LINES_OF_BODY = 10
_MOST_LOOKED_AT = 2000
_CLOSING = late_pattern(r"^---[ \t]*\r?\n", re.MULTILINE)
_LINE = late_pattern(r"[^\n]*\n")
#: The keywords by which a schema itself says which value to write.
_SAYS_WHICH = frozenset({"const", "default", "enum", "examples"})


def added(fault: Fault, document: Document, schema: Schema) -> Correction:
    """The key that a mapping lacks."""
    if below := _in_body(fault, document):
        return below
    if _is_free_flag(schema, fault.path):
        choices = [f"`{spelled_out(document, fault.path, each)[0]}`" for each in (True, False)]
        return Correction("", (f"write {either(choices)}",))
    return Correction("", to_write(document, fault.path, sample_value(schema, fault.path)))


def added_by_alternatives(fault: Fault, document: Document, schema: Schema) -> Correction:
    """The keys of which a mapping lacks those of one alternative or another."""
    return Correction("", tuple(_alternatives(fault, document, schema)))


def _in_body(fault: Fault, document: Document) -> Correction | None:
    """The key of the front matter that is on one of the first lines of the body."""
    text, end = document.text, document.root.end
    closing = _CLOSING.search(text, end, end + _MOST_LOOKED_AT)
    if len(fault.path) > 1 or not closing:
        return None
    lines = _LINE.finditer(text, closing.end(), closing.end() + _MOST_LOOKED_AT)
    for each in islice(lines, _LINES_OF_BODY):
        written = each[0].rstrip()
        if written.startswith(f"{fault.path[-1]}: "):
            line = text.count("\n", 0, each.start()) + 1
            advice = f": line {line} has `{written}` below the closing `---`: move it above"
            return Correction(advice, place=Span(each.start(), each.start() + len(written)))
    return None


def _is_free_flag(schema: Schema, path: DataPath) -> bool:
    """Whether it is for the writer alone to say whether a key is true or false."""
    schemas = subschemas(schema, path)
    is_flag = any(each.get("type") == "boolean" for each in schemas)
    return is_flag and all(_SAYS_WHICH.isdisjoint(each) for each in schemas)


def renamed(path: DataPath, written_as: str, document: Document) -> Correction:
    """The missing key at a path, which is there under a misspelled name."""
    name = str(path[-1])
    return Correction(
        f": did you mean it by {show(written_as)}?",
        (f"write `{name}` instead of `{written_as}`",),
        RenameKey((*path[:-1], written_as), name),
        place=document.key_span((*path[:-1], written_as)),
    )


def _alternatives(fault: Fault, document: Document, schema: Schema) -> Iterator[str]:
    for index, branch in enumerate(fault.branches[:_MOST_ALTERNATIVES]):
        paths: list[DataPath] = [each.path for each in branch]
        for path in paths:
            lines = to_write(document, path, sample_value(schema, path))
            yield from (f"or {line}" if index and path == paths[0] else line for line in lines[:1])
            yield from lines[1:]
