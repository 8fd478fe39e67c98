"""What is wrong with a schema that is open in the editor."""

from __future__ import annotations

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.document import UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml import whole
from articlelint.schema.loading.store import SchemaError, from_source
from articlelint.schema.reviewing.mistake import Mistake
from articlelint.schema.reviewing.review import review


def mistakes_in_schema(path: str, source: SourceFile) -> list[Diagnostic]:
    """All that is wrong with the schema of a file, as it is in ``source``."""
    try:
        found = review(from_source(path, source))
    except SchemaError as error:
        return [_told(error.message, _span_of(error, source))]
    return sorted(_placed(found, source), key=lambda each: each.span)


def _span_of(error: SchemaError, source: SourceFile) -> Span:
    """From where the error is to the end of that line."""
    if error.position is None:
        return Span(0, 0)
    return Span(source.offset(error.position), source.line_span(error.position.line).end)


def _placed(found: list[Mistake], source: SourceFile) -> list[Diagnostic]:
    if not found:
        return []
    try:
        document, _ = read_block(source.text, whole(source.text), "schema")
    except UnreadableError:  # of JSON that is no YAML, as hardly any is
        return [_told(each.message, Span(0, 0)) for each in found]
    return [
        _told(
            each.message,
            (document.key_span if each.on_key else document.value_span)(each.path),
        )
        for each in found
    ]


def _told(message: str, span: Span) -> Diagnostic:
    return Diagnostic("", Severity.ERROR, message, (), span)
