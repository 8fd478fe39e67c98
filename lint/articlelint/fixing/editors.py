"""The editor of a document, which finds the edits that carry out a change of its data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from articlelint.fixing.yaml.editor import YamlEditor
from articlelint.model import Change, Edit
from articlelint.reading.document import Document
from articlelint.reading.yaml import YAML


class Editor(Protocol):
    """Finds the edits of one document."""

    def edits_of(self, change: Change) -> tuple[Edit, ...] | None:
        """The edits that carry out a change and nothing else; None if there is no sure way.

        They are empty if the data is already as the change wants it.
        """


#: What makes the editor for a document and its text, by the name of the dialect.
EDITORS: dict[str, Callable[[Document, str], Editor]] = {YAML.name: YamlEditor}


def editor_for(document: Document, text: str) -> Editor | None:
    """The editor of a document that was read from ``text``; None if its dialect has no editor."""
    make = EDITORS.get(document.dialect.name)
    return make(document, text) if make else None
