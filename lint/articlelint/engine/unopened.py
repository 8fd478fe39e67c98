"""Front matter that programs do not read as such, where the settings allow files without any."""

from __future__ import annotations

from articlelint.model import Diagnostic
from articlelint.reading.frontmatter import keys_of_unopened
from articlelint.schema.loading.outline import known_keys, start_lookups
from articlelint.schema.loading.store import Schema

#: So many keys are no accident, whatever they are.
_ENOUGH = 2


def unopened(text: str, fault: Diagnostic, schema: Schema) -> list[Diagnostic]:
    """What is said of a text instead of ``fault``, if it has nearly front matter.

    A single key must be one that the schema names: one line with a colon may also be text, such as
    a heading with a line of dashes below it.
    """
    keys = keys_of_unopened(text, fault)
    if len(keys) < _ENOUGH and not _is_known(keys, schema):
        return []
    message = "the front matter is not opened on the first line"
    return [fault._replace(rule="unopened-front-matter", message=message)]


def _is_known(keys: tuple[str, ...], schema: Schema) -> bool:
    if not keys:
        return False
    start_lookups()
    return not set(keys).isdisjoint(known_keys(schema, ()))
