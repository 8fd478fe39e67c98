"""Keys that are missing, with what could be written for them."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.model import DataPath
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.finding.lacking import only_lacks_keys
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, to_write
from articlelint.schema.telling.sample import sample_value

#: The most alternatives that are spelled out.
_MOST_ALTERNATIVES = 3


def added(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The keys that a mapping lacks; of several alternatives, the keys of each."""
    if fault.target is Target.MISSING:
        return Correction("", to_write(document, fault.path, sample_value(schema, fault.path)))
    if not only_lacks_keys(fault):
        return None
    return Correction("", tuple(_alternatives(fault, document, schema)))


def _alternatives(fault: Fault, document: Document, schema: Schema) -> Iterator[str]:
    for index, branch in enumerate(fault.branches[:_MOST_ALTERNATIVES]):
        paths: list[DataPath] = [each.path for each in branch]
        for path in paths:
            lines = to_write(document, path, sample_value(schema, path))
            yield from (f"or {line}" if index and path == paths[0] else line for line in lines[:1])
            yield from lines[1:]
