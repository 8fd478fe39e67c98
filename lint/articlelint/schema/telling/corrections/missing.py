"""Keys that are missing, with what could be written for them."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.model import DataPath, RenameKey
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.finding.lacking import only_lacks_keys
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, to_write
from articlelint.schema.telling.sample import sample_value
from articlelint.text.words import show

#: The most alternatives that are spelled out.
_MOST_ALTERNATIVES = 3


def added(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The keys that a mapping lacks; of several alternatives, the keys of each."""
    if fault.target is Target.MISSING:
        return Correction("", to_write(document, fault.path, sample_value(schema, fault.path)))
    if not only_lacks_keys(fault):
        return None
    return Correction("", tuple(_alternatives(fault, document, schema)))


def renamed(path: DataPath, written_as: str) -> Correction:
    """The missing key at a path, which is there under a misspelled name."""
    name = str(path[-1])
    return Correction(
        f": did you mean it by {show(written_as)}?",
        (f"write `{name}` instead of `{written_as}`",),
        RenameKey((*path[:-1], written_as), name),
    )


def _alternatives(fault: Fault, document: Document, schema: Schema) -> Iterator[str]:
    for index, branch in enumerate(fault.branches[:_MOST_ALTERNATIVES]):
        paths: list[DataPath] = [each.path for each in branch]
        for path in paths:
            lines = to_write(document, path, sample_value(schema, path))
            yield from (f"or {line}" if index and path == paths[0] else line for line in lines[:1])
            yield from lines[1:]
