"""Places in other files of a collection."""

from __future__ import annotations

import os
from pathlib import Path

from articlelint.model import Span
from articlelint.running.elsewhere import Elsewhere


def _find(file: Path) -> Span:
    elsewhere = Elsewhere(lambda name: os.path.join(file.parent, name))
    path, span = elsewhere.find(file.name, ("title",))
    assert path == str(file)
    assert elsewhere.sources[path].text == (file.read_text() if file.exists() else "")
    return span


def test_a_file_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    """A process may check the same files several times."""
    file = tmp_path / "bridge.md"
    file.write_bytes(b"---\ntitle: A\n---\n")
    assert _find(file) == _find(file) == Span(11, 12)
    file.write_bytes(b"---\nslug: a\ntitle: A\n---\n")
    assert _find(file) == Span(19, 20)
    file.write_bytes(b"---\nslug: a\n---\n")
    assert _find(file) == Span(0, 0)
    file.unlink()
    assert _find(file) == Span(0, 0)
