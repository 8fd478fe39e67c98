"""The editor of a document, which finds the edits that carry out a change of its data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from articlelint.model import Change, Edit
from articlelint.reading.document import Document


class Editor(Protocol):
    """Finds the edits of one document."""

    def edits_of(self, change: Change) -> tuple[Edit, ...] | None:
        """The edits that carry out a change and nothing else; None if there is no sure way.

        They are empty if the data is already as the change wants it.
        """


def _yaml(document: Document, text: str) -> Editor:
    from articlelint.fixing.yaml.editor import YamlEditor  # noqa: PLC0415 - of one dialect

    return YamlEditor(document, text)


def _toml(document: Document, text: str) -> Editor:
    from articlelint.fixing.toml.editor import TomlEditor  # noqa: PLC0415 - as above

    return TomlEditor(document, text)


def _json(document: Document, text: str) -> Editor:
    from articlelint.fixing.json.editor import JsonEditor  # noqa: PLC0415 - as above

    return JsonEditor(document, text)


#: What makes the editor for a document and its text, by the name of the dialect.
EDITORS: dict[str, Callable[[Document, str], Editor]] = {
    "yaml": _yaml,
    "toml": _toml,
    "json": _json,
}


def editor_for(document: Document, text: str) -> Editor | None:
    """The editor of a document that was read from ``text``; None if its dialect has no editor."""
    make = EDITORS.get(document.dialect.name)
    return make(document, text) if make else None
