"""The schema that an article names itself, for its own front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlelint.model import DataPath, Diagnostic, Severity, Span
from articlelint.named_tuple import NamedTuple
from articlelint.reading.document import Document
from articlelint.reading.schema_comment import schema_comment
from articlelint.schema.loading.store import SchemaError
from articlelint.schema.validator import Validator
from articlelint.text.words import show

#: The key by which an article names its schema; no schema of articles need allow it.
KEY = "$schema"


class NamedSchema(NamedTuple):
    """The name, a bundled one or a path relative to the article, and where it is."""

    name: str
    span: Span
    path: DataPath


class ChosenSchema(NamedTuple):
    """The schema of an article, what is said of the name of one in it, and whether it is that.

    ``is_looked_up`` tells whether such a name was looked up, found or not.
    """

    validator: Validator
    found: list[Diagnostic]
    is_named: bool = False
    is_looked_up: bool = False


def named_schema(text: str, content: Span, document: Document) -> NamedSchema | None:
    """What a key, or a comment above all keys, names; None if nothing does."""
    if text.find(KEY, *content) < 0:  # nearly always
        return None
    name = document.data.get(KEY)
    if isinstance(name, str):
        return NamedSchema(name, document.value_span((KEY,)), (KEY,))
    above = schema_comment(text, content, document)
    return NamedSchema(text[above.start : above.end], above, ()) if above else None


def refused_schema(named: NamedSchema, document: Document) -> Diagnostic:
    """What is said of a name where articles may not choose."""
    what, span = "comment", named.span
    if named.path:
        what, span = "key", document.key_span(named.path)
    message = f"naming a schema in an article is not allowed: {show(named.name)} is not used"
    help_ = (f"remove the {what}",)
    return Diagnostic("inline-schema", Severity.ERROR, message, named.path, span, help_)


def unusable_schema(named: NamedSchema, error: SchemaError) -> Diagnostic:
    """What is said of a name by which no schema is found, or a wrong one."""
    # By its own name, which is the same from wherever the article is checked.
    what = error.called(named.name)
    message = f"the schema that the file names cannot be used: {what}"
    return Diagnostic("unusable-schema", Severity.ERROR, message, named.path, named.span)


def without_name(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data without the key that names its schema."""
    if not isinstance(data.get(KEY), str):
        return data
    return {key: value for key, value in data.items() if key != KEY}
