"""Text that YAML reads as a list, a mapping or nothing: `[value]`, `Law: the basics`, `null`."""

from __future__ import annotations

from articlelint.model import SetValue
from articlelint.reading.document import Document
from articlelint.reading.yaml import YAML
from articlelint.schema.finding.fault import Fault
from articlelint.schema.finding.judge import conforms
from articlelint.schema.loading.outline import subschemas
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, spelled_out, to_write
from articlelint.schema.telling.sample import PLACEHOLDER, sample_value
from articlelint.text.late_pattern import late_pattern

# The forms of `null` that are also a word.
_WORDS = frozenset({"null", "Null", "NULL"})
_LINE_BREAK = late_pattern(r"[\r\n]")


def as_text(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The text as it is written, in quotes, where YAML may have misread it.

    If the schema asks for another text, the only item of a list may be what was meant. None if the
    value is empty or on several lines.
    """
    if "string" not in fault.types or not isinstance(fault.actual, list | dict):
        return None
    written, in_yaml = document.written(fault.path), document.dialect is YAML
    is_odd = in_yaml and (_LINE_BREAK.search(written) or written.startswith(("&", "!")))
    if not fault.actual or is_odd:
        return None
    only = _only(fault, document)
    # Several words in brackets may be text with brackets, as `[Draft by Ann]` is.
    is_item = only is not None and _is_fit(only, fault, schema)
    is_text = in_yaml and _is_fit(written, fault, schema)
    if is_item and not (is_text and _has_several_words(fault, document)):
        text, advice = only, ": remove the brackets"
    elif is_text:
        text, advice = written, ": quote it"
    else:
        return None
    return Correction(advice, to_write(document, fault.path, text), SetValue(fault.path, text))


def as_null(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """An example instead of no value, or the word `null`; only a writer knows what is meant."""
    if fault.actual is not None or not fault.types:
        return None
    example = sample_value(schema, fault.path)
    lines = () if PLACEHOLDER in str(example) else to_write(document, fault.path, example)
    written = document.plain(fault.path)
    if written in _WORDS and "string" in fault.types and _is_fit(written, fault, schema):
        (line,) = spelled_out(document, fault.path, written)
        lines += (f"if you mean the word, write `{line}`",)
    return Correction("", lines) if lines else None


def _only(fault: Fault, document: Document) -> str | None:
    """The only item of a list, as it is written if it is a number or the like; None without one."""
    if not isinstance(fault.actual, list) or len(fault.actual) != 1:
        return None
    (item,) = fault.actual
    if item is None or isinstance(item, str):
        return item
    return document.plain((*fault.path, 0))


def _has_several_words(fault: Fault, document: Document) -> bool:
    return len((document.plain((*fault.path, 0)) or "").split()) > 1


def _is_fit(text: str, fault: Fault, schema: Schema) -> bool:
    """Whether a text meets the format and pattern of its place."""
    return all(
        conforms(schema.draft(), text, **{key: each[key]})
        for each in subschemas(schema, fault.path)
        for key in ("format", "pattern")
        if isinstance(each.get(key), str)
    )
