"""The fix of a fault: its title, its safety, and the edits that carry out a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.model import AddKey, Change, DropByteOrderMark, Edit, Fix, Safety
from articlelint.reading.document import Document

if TYPE_CHECKING:
    from articlelint.fixing.editors import Editor


#: The most characters that a fix may add: a schema can ask for the same book in each of its keys.
MOST_ADDED = 1000


class FixMaker:
    """Makes the fixes of a document that was read from ``text``."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._editor: Editor | None = None
        self._last: tuple[Change | None, Fix | None] = None, None

    def fix(self, change: Change | None, safety: Safety | None) -> Fix | None:
        """The fix that makes a change of the data; None if there is none, or no edit is sure to.

        None is while a text does not parse: no proof of its data could be had. Those that share a
        change, one after the other, share the fix.
        """
        if change is None or safety is None or self._document.is_repaired:
            return None
        if self._last[0] is not change:
            self._last = change, self._made(change, safety)
        return self._last[1]

    def _made(self, change: Change, safety: Safety) -> Fix | None:
        edits = self._edits(change)
        if edits is None and isinstance(change, AddKey) and change.before is not None:
            return self._made(change._replace(before=None), safety)
        return _fix(change, safety, edits) if edits and _added(edits) <= MOST_ADDED else None

    def _edits(self, change: Change) -> tuple[Edit, ...] | None:
        if self._editor is None:
            from articlelint.fixing.editors import editor_for  # noqa: PLC0415 - seldom needed

            self._editor = editor_for(self._document, self._text)
        return self._editor.edits_of(change) if self._editor else None


def _added(edits: tuple[Edit, ...]) -> int:
    return sum(len(text) - (span.end - span.start) for span, text in edits)


def byte_order_mark_fix() -> Fix:
    """The fix that drops the byte order mark. It has no edits: the mark is not part of the text."""
    return _fix(DropByteOrderMark(), Safety.SAFE, ())


def _fix(change: Change, safety: Safety, edits: tuple[Edit, ...]) -> Fix:
    from articlelint.fixing.fix_title import title  # noqa: PLC0415 - seldom needed

    return Fix(title(change), safety, edits, change)
