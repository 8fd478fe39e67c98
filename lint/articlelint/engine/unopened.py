"""Front matter that programs do not read as such, where the settings allow files without any."""

from __future__ import annotations

from articlelint.model import Diagnostic
from articlelint.reading.frontmatter import keys_of_unopened
from articlelint.reading.near_front_matter import NearKeys
from articlelint.schema.loading.outline import known_keys, start_lookups
from articlelint.schema.loading.store import Schema

#: So many keys are no accident, whatever they are.
_ENOUGH = 2


def unopened(text: str, fault: Diagnostic, schema: Schema) -> list[Diagnostic]:
    """What is said of a text instead of ``fault``, if it has nearly front matter.

    A single key must be one that the schema names: one line with a colon may also be text, such as
    a heading with a line of dashes below it. Where pages have such lines for readers to see, at
    least half of the keys must be.
    """
    keys = keys_of_unopened(text, fault)
    if keys is None or not _are_meant(keys, schema):
        return []
    message = "the front matter is not opened on the first line"
    return [fault._replace(rule="unopened-front-matter", message=message)]


def _are_meant(keys: NearKeys, schema: Schema) -> bool:
    """Whether it is certain that keys are no text."""
    if len(keys.names) >= _ENOUGH and not keys.may_be_text:
        return True
    start_lookups()
    known = set(known_keys(schema, ()))
    return 2 * sum(each in known for each in keys.names) >= len(keys.names)
