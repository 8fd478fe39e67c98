"""The fixes of one document: what would mend it, and the edits that carry it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.model import Change, DropByteOrderMark, Edit, Fix, Safety
from articlelint.reading.document import Document

if TYPE_CHECKING:
    from articlelint.fixing.edits import Editor


class Fixes:
    """Makes the fixes of a document that was read of ``text``."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._editor: Editor | None = None

    def fix(self, change: Change | None, safety: Safety | None) -> Fix | None:
        """The fix of a fault; None where nothing would mend it, or no edit is sure to."""
        if change is None or safety is None:
            return None
        from articlelint.fixing.title import title  # noqa: PLC0415 - only for what has a fix

        edits = self._edits(change)
        if edits is None or not (edits or isinstance(change, DropByteOrderMark)):
            return None
        return Fix(title(change), safety, edits, change)

    def _edits(self, change: Change) -> tuple[Edit, ...] | None:
        if self._editor is None:
            self._editor = editor_for(self._document, self._text)
        return self._editor.edits_of(change) if self._editor else None


def editor_for(document: Document, text: str) -> Editor | None:
    """The editor for the dialect of a document; None if it has none, so that nothing is fixed."""
    if document.dialect.name != "yaml":
        return None
    from articlelint.fixing.edits import Editor  # noqa: PLC0415 - only for what has a fix

    return Editor(document, text)
