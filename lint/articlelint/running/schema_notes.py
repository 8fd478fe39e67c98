"""What to say of schemas of a team's own in which something has no effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from articlelint.file_names import shown_path
from articlelint.schema.loading.store import DECLARE, Schema, is_bundled
from articlelint.schema.reviewing.mistake import Mistake
from articlelint.schema.reviewing.without_effect import without_effect

_UNQUOTED = f"nothing is checked by this: {DECLARE}"
#: How many lines there are about one schema.
_MOST = 5


def schema_notes(schemas: Iterable[Schema]) -> Iterator[str]:
    """A line for each keyword that is misspelt and each format that nobody knows.

    Of a file that may be no schema, only the place is shown.
    """
    known: dict[str, Schema] = {}
    for each in schemas:
        known.setdefault(each.uri, each)
    for schema in known.values():
        if not is_bundled(schema) and (found := without_effect(schema)):
            from articlelint.schema.reviewing.places import placed  # noqa: PLC0415 - seldom needed

            name = shown_path(schema.name)
            told = found if schema.is_quoted else _unquoted(found)
            yield from islice(placed(told, schema, name), _MOST)
            if len(found) > _MOST:
                yield f"{name}: {len(found) - _MOST} more: see `articlelint schema check`"


def _unquoted(found: Iterable[Mistake]) -> list[Mistake]:
    return [each._replace(message=_UNQUOTED) for each in found]
