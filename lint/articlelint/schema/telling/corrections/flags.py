"""A check mark, or a flag with a remark after it, where a flag is wanted."""

from __future__ import annotations

from articlelint.model import SetValue
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, to_write
from articlelint.text.flags import marked_flag


def as_flag(fault: Fault, document: Document, _schema: Schema) -> Correction | None:
    """The flag that was meant."""
    if "boolean" not in fault.types or "string" in fault.types or not isinstance(fault.actual, str):
        return None
    meant = marked_flag(fault.actual)
    if meant is None:
        return None
    return Correction("", to_write(document, fault.path, meant), SetValue(fault.path, meant))
