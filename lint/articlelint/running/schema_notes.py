"""What to say of schemas of a team's own in which something has no effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.file_names import shown_path
from articlelint.schema.loading.store import DECLARE, Schema, is_bundled
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
            for position, mistake in [*placed(found, schema)][:_MOST]:
                place = f":{position.line}:{position.column}" if position else ""
                yield f"{name}{place}: {mistake.message if schema.is_quoted else _UNQUOTED}"
            if len(found) > _MOST:
                yield f"{name}: {len(found) - _MOST} more: see `articlelint schema check`"
