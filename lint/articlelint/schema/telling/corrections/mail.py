"""An e-mail address with what mail programs and web pages put around it."""

from __future__ import annotations

import re

from articlelint.model import SetValue
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault
from articlelint.schema.finding.judge import conforms
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, to_write
from articlelint.text.late_pattern import late_pattern

_AROUND = late_pattern(
    r"\[[^\[\]]*\]\((?:mailto:)?(?P<link>[^\s()<>]+)\)"
    r"|<(?:mailto:)?(?P<inner>[^\s<>]+)>|mailto:(?P<rest>[^\s<>]+)",
    re.IGNORECASE,
)
#: More characters than an address has.
_LONG = 400


def as_mail_address(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The address alone."""
    form, actual = fault.expected, fault.actual
    if fault.keyword != "format" or form not in ("email", "idn-email") or len(actual) > _LONG:
        return None
    found = _AROUND.fullmatch(actual.strip())
    meant = next(filter(None, found.groups()), "") if found else ""
    if not conforms(schema.draft(), meant, format=form):
        return None
    help_ = to_write(document, fault.path, meant)
    return Correction(": write only the address", help_, SetValue(fault.path, meant))
