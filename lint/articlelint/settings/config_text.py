"""The text of a configuration file and the data in it, with places, and what is wrong with both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articlelint.files import read_regular
from articlelint.model import DataPath, Diagnostic, Severity, Span
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.node import Node
from articlelint.reading.read import read_block
from articlelint.reading.source import MAX_FILE_BYTES, SourceFile
from articlelint.reading.yaml import whole
from articlelint.settings.config_mistakes import ConfigFileError, Mistake
from articlelint.settings.config_schema import file_validator
from articlelint.settings.field_names import reversed_names


class ConfigText:
    """A configuration that is sound by its schema; what more is wrong with it is noted, too.

    ``source`` is its text, if that is not what is in the file. Raises ConfigFileError with a line
    for each mistake, ``path:line:column: what is wrong``; if nothing of it is to be quoted, with a
    line that says only that.
    """

    def __init__(self, path: str, source: SourceFile | None, *, is_quoted: bool) -> None:
        self.path = path
        self._is_quoted = is_quoted
        self._mistakes: list[Mistake] = []
        self._source = source or _read(path)
        self._refuse_undecodable()
        self._document = self._parse()
        self._check(self.data)
        self.raise_mistakes()

    @property
    def data(self) -> dict[str, Any]:
        """What it says."""
        return self._document.data

    def place(self, path: DataPath) -> str:
        """Where the value at a path is: ``path:line:column``."""
        return self._place(self._document.value_span(path))

    def refuse(self, path: DataPath, message: str) -> None:
        """Note a mistake of the value at a path."""
        self._mistakes.append(Mistake(self._document.value_span(path), message))

    def raise_mistakes(self) -> None:
        """Raise ConfigFileError if there are any mistakes so far."""
        mistakes = sorted(self._mistakes)
        lines = [f"{self._place(span)}: {message}" for span, message in mistakes]
        if lines and not self._is_quoted:
            what = "this link does not lead to a valid configuration"
            message = f"{self.path}: {what}: `--config {self.path}` tells why"
            raise ConfigFileError(message, self.path, self._source)
        if lines:
            raise ConfigFileError("\n".join(lines), self.path, self._source, mistakes)

    def _place(self, span: Span) -> str:
        line, column = self._source.position(span.start)
        return f"{self.path}:{line}:{column}"

    def _parse(self) -> Document:
        text = self._source.text
        try:
            document, faults = read_block(text, whole(text), "configuration")
        except UnreadableError as error:
            # Only an article needs keys.
            self._note(each for each in error.diagnostics if each.rule != "empty-front-matter")
            return Document(Node({}, 0, 0, {}), whole(text), text)
        self._note(faults)
        return document

    def _check(self, data: Any) -> None:
        if data == {}:  # as of a preset alone: it takes time to prepare what judges the others
            return
        validator = file_validator()
        faults = validator.faults(data)
        if not faults:
            return
        from articlelint.schema.telling.explain import explain  # noqa: PLC0415 - most files are valid

        found = explain(
            faults, self._document, validator.schema, lambda _: Severity.ERROR, "configuration"
        )
        for each in found:
            if not self._document.is_unread(each.path):
                message = reversed_names(each.path, data) or each.message
                self._mistakes.append(Mistake(each.span, message))

    def _note(self, faults: Iterable[Diagnostic]) -> None:
        self._mistakes += (Mistake(each.span, each.message) for each in faults)

    def _refuse_undecodable(self) -> None:
        if fault := self._source.fault:
            mistake = Mistake(fault.span, fault.message)
            line = f"{self._place(fault.span)}: {fault.message}"
            raise ConfigFileError(line, self.path, self._source, [mistake])


def _read(path: str) -> SourceFile:
    try:
        return SourceFile.from_bytes(read_regular(path, MAX_FILE_BYTES + 1))
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror}"
        raise ConfigFileError(message, path, SourceFile("")) from None
