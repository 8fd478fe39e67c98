"""The fixes of one document: what would mend it, and the edits that carry it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.model import DropByteOrderMark, Edit, Fix, Mend, Safety
from articlelint.reading.document import Document

if TYPE_CHECKING:
    from articlelint.fixing.edits import Mender


class Fixes:
    """Makes the fixes of a document that was read of ``text``."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._mender: Mender | None = None

    def fix(self, mend: Mend | None, safety: Safety | None) -> Fix | None:
        """The fix of a fault; None where nothing would mend it, or no edit is sure to."""
        if mend is None or safety is None:
            return None
        from articlelint.fixing.title import title  # noqa: PLC0415 - only for what has a fix

        edits = self._edits(mend)
        if edits is None or not (edits or isinstance(mend, DropByteOrderMark)):
            return None
        return Fix(title(mend), safety, edits, mend)

    def _edits(self, mend: Mend) -> tuple[Edit, ...] | None:
        if self._mender is None:
            from articlelint.fixing.edits import Mender  # noqa: PLC0415 - as above

            self._mender = Mender(self._document, self._text)
        return self._mender.edits_of(mend)
