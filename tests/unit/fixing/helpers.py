"""Mending a front matter alone, with the proof that only what was meant is changed."""

from __future__ import annotations

from articlelint.fixing.edits import edits_of
from articlelint.fixing.expected import expected
from articlelint.fixing.proof import apply_edits, is_sound
from articlelint.model import Change
from tests.support import article
from tests.unit.reading.helpers import read

BODY = "\n# no comment\n---\n"


def mended(front_matter: str, change: Change) -> str | None:
    """The front matter after the mend, which is proven to be sound; None where there are no edits.

    Edits that change nothing are none at all: then it is the front matter as it was.
    """
    text = article(front_matter, BODY)
    document = read(text).document
    assert document, front_matter
    edits = edits_of(change, document, text)
    if edits is None:
        return None
    new = apply_edits(text, edits)
    assert is_sound(text, edits, expected(document.data, [change])), new
    assert (new == text) == (not edits)
    assert new.endswith(f"---\n{BODY}")
    return new[len("---\n") : -len(f"---\n{BODY}")]
