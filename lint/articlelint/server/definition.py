"""Where the schema speaks of the key or value at a place."""

from __future__ import annotations

from lsprotocol import types

from articlelint.files import read_regular
from articlelint.reading.document import UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.reading.written_at import written_at
from articlelint.reading.yaml import whole
from articlelint.report import FileReport
from articlelint.schema.loading.file_uris import file_path
from articlelint.schema.loading.outline import place_of
from articlelint.schema.loading.store import MAX_BYTES
from articlelint.server.places import Places
from articlelint.server.workbench import CheckedArticle


def definition(article: CheckedArticle, position: types.Position) -> types.Location | None:
    """The place in the file of the schema; None if that says nothing, or has no file."""
    offset = article.places().offset(article.source, position)
    found = written_at(article.source.text, offset)
    schema = article.checker.schema_for(article.source, article.file.posix_path)
    place = place_of(schema, found.path) if found else None
    if place is None:
        return None
    uri, path = place
    file = file_path(uri)
    try:
        source = SourceFile.from_bytes(read_regular(file or "", MAX_BYTES + 1))
        document, _ = read_block(source.text, whole(source.text), "schema")
        span = document.key_span(path)
    except (OSError, UnreadableError, LookupError, TypeError):  # it has just changed
        return None
    report = FileReport(file or "", source, [], column_unit=article.report.column_unit)
    return types.Location(uri, Places(report).range_of(span))
