"""What to say of a schema that is read by another draft than its ``$schema`` says."""

from __future__ import annotations

from articlelint.schema.loading import drafts
from articlelint.schema.loading.store import Schema
from articlelint.schema.reviewing.mistake import Mistake


def draft_note(schema: Schema) -> list[Mistake]:
    """By which draft it is read; nothing if that is what it says. It quotes nothing of the file.

    This is no mistake: a meta-schema of one's own may have further keywords.
    """
    if schema.other_draft is None:
        return []
    draft = schema.draft()
    named = f"draft {drafts.NAMES[draft]}, `{drafts.as_written(draft)}`"
    return [Mistake(f"unknown draft in `$schema`: read as {named}", ("$schema",))]
