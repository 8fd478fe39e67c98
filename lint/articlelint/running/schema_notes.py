"""What to say of schemas of a team's own: what has no effect, or is read as something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from articlelint.file_names import shown_path
from articlelint.schema.loading.store import DECLARE, Schema, is_bundled
from articlelint.schema.reviewing.draft_note import draft_note
from articlelint.schema.reviewing.mistake import Mistake
from articlelint.schema.reviewing.without_effect import without_effect

_UNQUOTED = f"nothing is checked by this: {DECLARE}"
#: How many lines there are about one schema.
_MOST = 5


def schema_notes(schemas: Iterable[Schema]) -> Iterator[str]:
    """A line for an unknown draft, each keyword that is misspelt and each format nobody knows.

    Of a file that may be no schema, only the place is shown.
    """
    known: dict[str, Schema] = {}
    for each in schemas:
        known.setdefault(each.uri, each)
    for schema in known.values():
        if not is_bundled(schema) and (found := _found(schema)):
            from articlelint.schema.reviewing.places import placed  # noqa: PLC0415 - seldom needed

            name = shown_path(schema.name)
            yield from islice(placed(found, schema, name), _MOST)
            if len(found) > _MOST:
                yield f"{name}: {len(found) - _MOST} more: see `articlelint schema check`"


def _found(schema: Schema) -> list[Mistake]:
    found = without_effect(schema)
    told = found if schema.is_quoted else [each._replace(message=_UNQUOTED) for each in found]
    return draft_note(schema) + told
