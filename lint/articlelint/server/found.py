"""What is found in a document, whatever it is: an article, a configuration or a schema."""

from __future__ import annotations

import os
from typing import NamedTuple

from lsprotocol import types

from articlelint.model import ColumnUnit
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.schema.loading.file_uris import file_uri
from articlelint.schema.loading.store import SchemaError
from articlelint.server.articles import is_config
from articlelint.server.comparison import Comparison, Elsewhere
from articlelint.server.diagnostics import diagnostics, plain, told
from articlelint.server.documents import Document
from articlelint.server.places import Places, range_between
from articlelint.server.schemas import mistakes_in_schema
from articlelint.server.workbench import CheckedArticle, Workbench
from articlelint.settings.config import ConfigError
from articlelint.settings.config_mistakes import ConfigFileError


class Found(NamedTuple):
    """What to show of a document, and what keeps it from being checked.

    ``comparable`` is the path of an article that can be compared with others.
    """

    diagnostics: list[types.Diagnostic]
    trouble: ConfigError | SchemaError | None = None
    comparable: str | None = None


def found(document: Document, workbench: Workbench, comparison: Comparison | None = None) -> Found:
    """All that is wrong with a document as it is now, also by the last comparison of it."""
    path = document.path
    if path and is_config(path):
        return Found(_in_config(document, path, workbench))
    if path and workbench.is_schema(path):
        return Found(_in_schema(document, path, workbench.unit))
    try:
        article = workbench.article(document)
    except (ConfigError, SchemaError) as error:
        return Found([], error)
    if article is None:
        return Found([])
    shown = in_article(article)
    if comparison:
        known = {(each.code, each.message) for each in shown}
        later = _by_comparison(article, comparison)
        shown += [each for each in later if (each.code, each.message) not in known]
    return Found(shown, comparable=path)


def in_article(article: CheckedArticle) -> list[types.Diagnostic]:
    """What is wrong with an article, in the order of its report."""
    document = article.document

    def uri_of(path: str | None) -> str:
        return document.uri if path is None else _uri(path)

    return diagnostics(article.report, article.places(), uri_of)


def _by_comparison(article: CheckedArticle, comparison: Comparison) -> list[types.Diagnostic]:
    def related(each: Elsewhere) -> types.DiagnosticRelatedInformation:
        place = types.Location(_uri(each.path), range_between(each.start, each.end))
        return types.DiagnosticRelatedInformation(place, each.message)

    places = article.places()
    moved = comparison.moved_to(article.source.text)
    return [told(each.diagnostic, places, [*map(related, each.elsewhere)]) for each in moved]


def in_config_on_disk(error: ConfigFileError, unit: ColumnUnit) -> list[types.Diagnostic]:
    """What is wrong with a configuration that is not open."""
    places = Places(FileReport(error.path, error.source, [], column_unit=unit))
    return _of_config(error, places)


def config_uri(error: ConfigFileError) -> str:
    """The URI of a broken configuration."""
    return _uri(error.path)


def _in_config(document: Document, path: str, workbench: Workbench) -> list[types.Diagnostic]:
    try:
        workbench.check_config(path, document.text)
    except ConfigFileError as error:
        report = FileReport(error.path, error.source, [], column_unit=workbench.unit)
        return _of_config(error, _places(report, document))
    return []


def _of_config(error: ConfigFileError, places: Places) -> list[types.Diagnostic]:
    return [plain(each.message, places.range_of(each.span)) for each in error.mistakes]


def _in_schema(document: Document, path: str, unit: ColumnUnit) -> list[types.Diagnostic]:
    source = SourceFile.from_text(document.text)
    places = _places(FileReport(path, source, [], column_unit=unit), document)
    found = mistakes_in_schema(path, source)
    return [plain(each.message, places.range_of(each.span)) for each in found]


def _places(report: FileReport, document: Document) -> Places:
    return Places(report, begins_with_mark=document.begins_with_mark)


def _uri(path: str) -> str:
    return file_uri(os.path.abspath(path))
