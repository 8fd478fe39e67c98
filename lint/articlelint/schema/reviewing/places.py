"""The mistakes of a schema as lines of text that begin with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from articlelint.model import Position
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml import whole
from articlelint.schema.loading.store import Schema
from articlelint.schema.reviewing.mistake import Mistake


def placed(mistakes: Iterable[Mistake], schema: Schema, name: str) -> Iterator[str]:
    """A line for each mistake: ``name:line:column: message``, in the order of the text.

    A file that cannot be read as YAML, which JSON nearly always can, has no lines and columns.
    """
    for position, mistake in _in_order(mistakes, schema):
        place = f":{position.line}:{position.column}" if position else ""
        yield f"{name}{place}: {mistake.message}"


def _in_order(
    mistakes: Iterable[Mistake], schema: Schema
) -> Iterator[tuple[Position | None, Mistake]]:
    source = SourceFile.from_text(schema.text)
    try:
        document, _ = read_block(source.text, whole(source.text), "schema")
    except UnreadableError:
        yield from ((None, each) for each in mistakes)
        return
    offsets = [(_offset(each, document), each.message, each) for each in mistakes]
    for offset, _, each in sorted(offsets, key=itemgetter(0, 1)):
        yield source.position(offset), each


def _offset(mistake: Mistake, document: Document) -> int:
    span_of = document.key_span if mistake.on_key else document.value_span
    return span_of(mistake.path).start
