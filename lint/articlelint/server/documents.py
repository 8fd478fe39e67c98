"""The documents that an editor has open, as it has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol import types

from articlelint.files import path_in_text
from articlelint.model import ColumnUnit, Position
from articlelint.reading.beginning import opens_front_matter
from articlelint.reading.source import SourceFile, encoding_error
from articlelint.schema.loading.file_uris import file_path

_BYTE_ORDER_MARK = "\ufeff"
#: So many characters tell whether a text opens front matter.
_ENOUGH = 1024


class Document(NamedTuple):
    """A document at one moment; ``path`` is None for one that is no local file.

    It ``is_encodable`` if it has no lone surrogates, which is known without a look at all of it at
    each change.
    """

    uri: str
    language: str
    version: int
    text: str
    path: str | None
    is_encodable: bool

    @property
    def opens_front_matter(self) -> bool:
        """Whether its first line opens front matter."""
        beginning = self.text[:_ENOUGH]
        return opens_front_matter(beginning.removeprefix(_BYTE_ORDER_MARK))

    @property
    def begins_with_mark(self) -> bool:
        """Whether the text has a byte order mark, which most editors keep to themselves."""
        return self.text.startswith(_BYTE_ORDER_MARK)


class Documents:
    """All open documents by their URIs; ``unit`` is what the editor counts characters in."""

    def __init__(self) -> None:
        self.unit = ColumnUnit.UTF_16
        self._open: dict[str, Document] = {}

    def all(self) -> list[Document]:
        """The documents as they are now, in the order in which they were opened."""
        return [*self._open.values()]

    def get(self, uri: str) -> Document | None:
        """The document as it is now; None if it is not open."""
        return self._open.get(uri)

    def at(self, path: str) -> Document | None:
        """The open document of a file."""
        return next((each for each in self._open.values() if each.path == path), None)

    def open(self, item: types.TextDocumentItem) -> None:
        """Note a document that was opened, perhaps once more."""
        self._open[item.uri] = Document(
            item.uri,
            item.language_id,
            item.version,
            item.text,
            local_path(item.uri),
            _is_encodable(item.text),
        )

    def close(self, uri: str) -> None:
        """Forget a document; there may be none."""
        self._open.pop(uri, None)

    def change(
        self, uri: str, version: int, changes: Iterable[types.TextDocumentContentChangeEvent]
    ) -> bool:
        """Apply changes in their order; returns whether they were to the text that is known.

        If not, as of a document that is not open or with an older version, nothing is changed.
        """
        document = self._open.get(uri)
        if document is None or version <= document.version:
            return False
        text, is_encodable = document.text, document.is_encodable
        for each in changes:
            text = self._changed(text, each)
            is_encodable &= _is_encodable(each.text)
        self._open[uri] = document._replace(
            version=version, text=text, is_encodable=is_encodable or _is_encodable(text)
        )
        return True

    def _changed(self, text: str, change: types.TextDocumentContentChangeEvent) -> str:
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return change.text
        source = SourceFile(text)
        start = self._offset(source, change.range.start)
        end = max(start, self._offset(source, change.range.end))
        return text[:start] + change.text + text[end:]

    def _offset(self, source: SourceFile, position: types.Position) -> int:
        """Beyond the end of a line it is that end, as the protocol says."""
        return source.offset(Position(position.line + 1, position.character + 1), self.unit)


def _is_encodable(text: str) -> bool:
    return encoding_error(text) is None


def local_path(uri: str) -> str | None:
    """The path of a file by its URI; None if there is none, as of a text that was never saved."""
    try:
        path = file_path(uri)
    except ValueError:  # it is no URI
        return None
    return path_in_text(path) if path else None
