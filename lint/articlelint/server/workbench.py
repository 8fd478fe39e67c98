"""What checks the documents: the same that the command line runs, kept from check to check."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from articlelint.engine.check import Checker
from articlelint.file_names import shown_path
from articlelint.files import read_regular
from articlelint.model import ColumnUnit
from articlelint.reading.source import MAX_FILE_BYTES, SourceFile
from articlelint.report import STDIN_NAME, FileReport
from articlelint.root import spellings
from articlelint.running.baselines import Baselines
from articlelint.running.checkers import Checkers
from articlelint.running.membership import Membership
from articlelint.running.run import OpenedFile, begin
from articlelint.schema.loading.file_uris import file_path
from articlelint.server.articles import is_article
from articlelint.server.deciding_files import DecidingFiles, deciding_files
from articlelint.server.documents import Document
from articlelint.server.places import Places
from articlelint.settings.config import ConfigError
from articlelint.settings.config_file import ConfigFile
from articlelint.settings.config_tree import ConfigTree

#: What is reported of a text that was never saved only if it has front matter: it may be anything.
_MISSING = "missing-front-matter"


class CheckedArticle(NamedTuple):
    """An article that is open, as it was checked, and by what.

    ``name`` is its path within its collection.
    """

    document: Document
    report: FileReport
    file: OpenedFile
    name: str
    checker: Checker

    @property
    def source(self) -> SourceFile:
        """The text that was checked."""
        return self.file.source

    def places(self) -> Places:
        """The places in the text, as the editor counts them."""
        return Places(self.report, begins_with_mark=self.document.begins_with_mark)


class Workbench:
    """Checks documents as they are in the editor. All of it is for one thread.

    ``unit`` is what the editor counts characters in.
    """

    def __init__(self) -> None:
        self.unit = ColumnUnit.UTF_16
        #: The folders that are open in the editor, by their absolute paths.
        self.folders: Sequence[str] = ()
        self._configs = ConfigTree()
        self._checkers = Checkers(self._configs)
        self._deciding = DecidingFiles()
        self._membership = Membership(self._configs)
        self._baselines: tuple[list[ConfigFile], Baselines] | None = None
        #: By their paths, whether documents in some language, with or without an opening line, are
        #: articles.
        self._articles: dict[str, tuple[str, bool, bool]] = {}
        #: By their paths, the files as they are on disk.
        self._saved: dict[str, SourceFile | None] = {}
        #: What was checked last, for what is asked about it next.
        self._last: CheckedArticle | None = None
        #: All files that were ever part of a schema: one stays so while it is broken.
        self._schemas: set[str] = set()

    def forget(self, paths: Iterable[str]) -> None:
        """Read again what depends on files that were changed, created or deleted."""
        self._membership = Membership(self._configs)
        self._baselines = None
        self._articles.clear()
        self._last = None
        for each in paths:
            self.forget_saved(each)
            self._checkers.forget(each)

    def forget_saved(self, path: str) -> None:
        """Read again an article that was saved, or is not open any more."""
        self._saved.pop(path, None)
        self._articles.pop(path, None)
        self._last = None

    def article(self, document: Document) -> CheckedArticle | None:
        """A document, and what is wrong with it; None if it is no article.

        Raises ConfigError and SchemaError where what is to be checked by cannot be used.
        """
        opened = self.opened(document)
        if opened is None or opened is self._last:
            return opened
        report = begin(opened.file, opened.checker, opened.name).report()
        self._deciding.note(self._checkers.named_files(opened.file.path))
        if not document.path and _MISSING in report.rule_ids:
            report = report._replace(diagnostics=[])
        (filtered,) = self._baselines_now().filtered([report])
        report = filtered._replace(column_unit=self.unit)
        self._last = opened._replace(report=report)
        return self._last

    def opened(self, document: Document) -> CheckedArticle | None:
        """The same without a check, unless it was checked just before; raises the same."""
        self._stay_somewhere()
        path = shown_path(document.path) if document.path else STDIN_NAME
        has_changed = self._look_again(path)
        if document.path and not self._is_article(document, document.path):
            return None
        if self._last and self._last.document is document and not has_changed:
            return self._last
        file = OpenedFile(path, self._source(document))
        checker = self._checkers.for_file(path)
        self._schemas.update(map(os.path.abspath, checker.files()))
        report = FileReport(path, file.source, [], column_unit=self.unit)
        return CheckedArticle(document, report, file, self._membership.of(path).name, checker)

    def check_config(self, path: str, text: str) -> None:
        """Raise the ConfigError of a configuration file that is being written."""
        self._stay_somewhere()
        self._configs.check_text(path, SourceFile.from_text(text))

    def is_schema(self, path: str) -> bool:
        """Whether a file is, or was, a schema that the configuration above it or articles use."""
        with suppress(ConfigError):
            if config := self._configs.nearest(os.path.dirname(path)):
                files = (file_path(each.uri) for each in config.schemas)
                self._schemas.update(filter(None, files))
        return not self._schemas.isdisjoint(spellings(path))

    def is_config_valid(self, path: str) -> bool:
        """Whether the configuration file at a path can be used, or is gone."""
        try:
            self._configs.nearest(os.path.dirname(os.path.abspath(path)))
        except ConfigError:
            return False
        return True

    def _look_again(self, path: str) -> bool:
        """Notice what has changed on disk, told or not; returns whether anything has."""
        deciding: list[str] = []
        with suppress(ConfigError):  # one that cannot be used is read again each time
            deciding.extend(deciding_files(path, self._checkers))
        changed = self._deciding.changed(deciding)
        if changed:
            self.forget(changed)
        return bool(changed)

    def _is_article(self, document: Document, path: str) -> bool:
        language, opens = document.language, document.opens_front_matter
        known = self._articles.get(path)
        if known is None or known[:2] != (language, opens):
            is_one = is_article(
                path, language, self.folders, self._configs, opens_front_matter=opens
            )
            known = self._articles[path] = language, opens, is_one
        return known[2]

    def _source(self, document: Document) -> SourceFile:
        """The text of a document; of a file that is not UTF-8 on disk, what can be read there.

        An editor decodes it, and drops a byte order mark, without a word. It will save both again.
        """
        source = SourceFile.from_text(document.text, is_encodable=document.is_encodable)
        saved = self._saved_file(document.path) if document.path else None
        if saved and saved.fault:
            return saved
        if saved and saved.has_byte_order_mark:
            source.has_byte_order_mark = True
        return source

    def _saved_file(self, path: str) -> SourceFile | None:
        if path not in self._saved:
            self._saved[path] = _read(path)
        return self._saved[path]

    def _baselines_now(self) -> Baselines:
        """Those of the configurations that are read so far. Raises ConfigError."""
        configs = self._configs.files()
        if self._baselines is None or self._baselines[0] != configs:
            self._baselines = configs, Baselines(self._configs, self._checkers.selects)
        return self._baselines[1]

    def _stay_somewhere(self) -> None:
        """Leave a current folder that is gone for one that is there."""
        try:
            os.getcwd()
        except OSError:
            os.chdir(os.path.abspath(os.sep))


def _read(path: str) -> SourceFile | None:
    """A file on disk, as far as there is anything to know of it besides its text."""
    try:
        source = SourceFile.from_bytes(read_regular(path, MAX_FILE_BYTES + 1))
    except OSError:
        return None
    return source if source.fault or source.has_byte_order_mark else None
