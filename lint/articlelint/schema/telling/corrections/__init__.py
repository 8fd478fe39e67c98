"""What a writer meant by a value that has another form than the schema asks for.

Each module knows one kind of slip. The message, its help and the fix all come from its correction.
"""

from __future__ import annotations

from collections.abc import Callable

from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.finding.lacking import only_lacks_keys
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.addresses import as_address
from articlelint.schema.telling.corrections.collections import as_list, as_mapping
from articlelint.schema.telling.corrections.correction import Correction, can_be_changed
from articlelint.schema.telling.corrections.dates import as_date
from articlelint.schema.telling.corrections.flags import as_flag
from articlelint.schema.telling.corrections.mail import as_mail_address
from articlelint.schema.telling.corrections.misread import as_null, as_text
from articlelint.schema.telling.corrections.missing import added, added_by_alternatives
from articlelint.schema.telling.corrections.numbers import as_number
from articlelint.schema.telling.corrections.swapped import swapped
from articlelint.schema.telling.corrections.wrapped import unwrapped

_Look = Callable[[Fault, Document, Schema], Correction | None]

_LOOKS: tuple[_Look, ...] = (
    unwrapped,
    as_list,
    as_mapping,
    as_text,
    as_null,
    as_number,
    as_flag,
    as_date,
    as_address,
    as_mail_address,
    swapped,
)


def correction_of(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """What was meant by a value, or to be written for a key; None if that is not known.

    Nor is it for what an alias repeats.
    """
    if not can_be_changed(fault, document):
        return None
    if fault.target is Target.MISSING:
        return added(fault, document, schema)
    if only_lacks_keys(fault):
        return added_by_alternatives(fault, document, schema)
    # All of the front matter has no key to write a value for.
    if fault.target is not Target.VALUE or not fault.path:
        return None
    found = (look(fault, document, schema) for look in _LOOKS)
    return next(filter(None, found), None)
