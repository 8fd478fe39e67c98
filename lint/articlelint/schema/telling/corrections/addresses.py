"""The address of a page with a slip in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlelint.model import SetValue
from articlelint.reading.document import Document
from articlelint.schema.finding.fault import Fault
from articlelint.schema.finding.judge import conforms
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.address_slips import address_slip
from articlelint.schema.telling.corrections.correction import Correction, to_write

_URL = frozenset({"iri", "uri"})
_REFERENCE = frozenset({"iri-reference", "uri-reference"})


def as_address(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The address that was meant, if it meets the format and the pattern of the schema."""
    asked = _asked(fault)
    if not isinstance(fault.actual, str) or asked.get("format") not in _URL | _REFERENCE:
        return None
    slip = address_slip(
        fault.actual,
        is_relative=asked["format"] in _REFERENCE,
        is_iri=asked["format"].startswith("iri"),
    )
    if slip is None:
        return None
    meant = slip.meant
    if meant is None or not conforms(schema.draft(), meant, **asked):
        return Correction(f": {slip.what}")
    help_, change = to_write(document, fault.path, meant), SetValue(fault.path, meant)
    is_only_space = meant == fault.actual.strip()
    return Correction(f": {slip.what}", help_, change, is_only_space)


def _asked(fault: Fault) -> dict[str, Any]:
    """The format and the pattern of the value, whichever of them it does not meet."""
    if fault.keyword not in ("format", "pattern"):
        return {}
    schema = fault.schema if isinstance(fault.schema, Mapping) else {}
    beside = {key: schema[key] for key in ("format", "pattern") if isinstance(schema.get(key), str)}
    return {**beside, fault.keyword: fault.expected}
