from __future__ import annotations

import pytest

from articlelint import lint_text
from articlelint.fixing.editors import EDITORS, editor_for
from articlelint.fixing.yaml.editor import YamlEditor
from articlelint.model import Change, Edit, Span
from articlelint.reading.document import Document
from tests.changes import document_of
from tests.support import article

TEXT = article("published: yes\n")


def test_yaml_has_an_editor() -> None:
    assert isinstance(editor_for(document_of(TEXT), TEXT), YamlEditor)


class ShoutingEditor:
    """Writes the same to the first place of the text, whatever the change."""

    def __init__(self, document: Document, text: str) -> None:
        assert document.data == {"published": "yes"}
        assert text == TEXT

    def edits_of(self, _change: Change) -> tuple[Edit, ...]:
        return (Edit(Span(0, 0), "!"),)


def test_the_dialect_decides_which_editor_makes_the_fixes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITORS, "yaml", ShoutingEditor)
    fixes = [each.fix for each in lint_text(TEXT, schema={}) if each.fix]
    assert [each.edits for each in fixes] == [(Edit(Span(0, 0), "!"),)]
