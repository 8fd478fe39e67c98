"""What is said of keys that the schema of an article marks as deprecated."""

from __future__ import annotations

from articlelint.engine.named_schema import without_name
from articlelint.model import Diagnostic, Severity
from articlelint.reading.document import Document
from articlelint.schema.finding.deprecated import Deprecated
from articlelint.schema.validator import Validator
from articlelint.text.words import key_or_item

DEPRECATED_KEY = "deprecated-key"
_ADVICE = "remove it, or write what replaces it"


def deprecated_keys(validator: Validator, document: Document) -> list[Diagnostic]:
    """A diagnostic for each deprecated key, or item of a list, that could be read."""
    found = validator.deprecated(without_name(document.data))
    return [_diagnostic(each, document) for each in found if not document.is_unread(each.path)]


def _diagnostic(found: Deprecated, document: Document) -> Diagnostic:
    path = found.path
    span_of = document.key_span if isinstance(path[-1], str) else document.value_span
    message = f"{key_or_item(path)} is deprecated"
    help_ = (found.description or _ADVICE,)
    return Diagnostic(DEPRECATED_KEY, Severity.WARNING, message, path, span_of(path), help_)
