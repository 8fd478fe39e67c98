"""One change of a front matter, with the proof that nothing else is changed."""

from __future__ import annotations

from articlelint.fixing.proof import apply_edits, proven_text
from articlelint.fixing.yaml.editor import YamlEditor
from articlelint.model import Change
from tests.support import article
from tests.unit.reading.helpers import read

BODY = "\n# no comment\n---\n"


def changed(front_matter: str, change: Change) -> str | None:
    """The front matter after a change; None if the editor has no edits for it.

    If it has an empty list of them, the front matter as it was.
    """
    text = article(front_matter, BODY)
    document = read(text).document
    assert document, front_matter
    edits = YamlEditor(document, text).edits_of(change)
    if edits is None:
        return None
    new = apply_edits(text, edits)
    assert proven_text(text, edits, [change]) == new, new
    assert (new == text) == (not edits)
    assert new.endswith(f"---\n{BODY}")
    return new[len("---\n") : -len(f"---\n{BODY}")]
