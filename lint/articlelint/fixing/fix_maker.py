"""The fix of a fault: its title, its safety, and the edits that carry out a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.model import Change, DropByteOrderMark, Edit, Fix, Safety
from articlelint.reading.document import Document

if TYPE_CHECKING:
    from articlelint.fixing.editors import Editor


class FixMaker:
    """Makes the fixes of a document that was read from ``text``."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._editor: Editor | None = None

    def fix(self, change: Change | None, safety: Safety | None) -> Fix | None:
        """The fix that makes a change; None without a change, or if no edit is sure to make it."""
        if change is None or safety is None:
            return None
        from articlelint.fixing.title import title  # noqa: PLC0415 - only for what has a fix

        edits = self._edits(change)
        if edits is None or not (edits or isinstance(change, DropByteOrderMark)):
            return None
        return Fix(title(change), safety, edits, change)

    def _edits(self, change: Change) -> tuple[Edit, ...] | None:
        if self._editor is None:
            from articlelint.fixing.editors import editor_for  # noqa: PLC0415 - as above

            self._editor = editor_for(self._document, self._text)
        return self._editor.edits_of(change) if self._editor else None
