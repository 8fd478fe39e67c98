"""Changes of a document as the protocol has them."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from articlelint.model import Edit, Span
from articlelint.server.documents import Document
from articlelint.server.places import Places


def workspace_edit(
    document: Document, edits: list[types.TextEdit], *, is_versioned: bool
) -> types.WorkspaceEdit:
    """Edits of a document as it is now, and of no other version if the editor knows versions."""
    if not is_versioned:
        return types.WorkspaceEdit(changes={document.uri: edits})
    identifier = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, edits)])


def text_edits(edits: Iterable[Edit], places: Places) -> list[types.TextEdit]:
    """Edits of the text."""
    return [types.TextEdit(places.range_of(each.span), each.text) for each in edits]


def whole_edit(old: str, new: str) -> Edit:
    """The one edit that makes a text of another one, without what both begin and end with."""
    start = _common(old, new)
    most = min(len(old), len(new)) - start
    end = _common(old[::-1][:most], new[::-1][:most])
    return Edit(Span(start, len(old) - end), new[start : len(new) - end])


def _common(one: str, other: str) -> int:
    """With how many characters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
