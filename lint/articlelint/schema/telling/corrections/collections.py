"""A text where a list or a mapping is wanted: what its items are, or what key it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath, SetValue, value_at
from articlelint.reading.document import Document
from articlelint.reading.scalars import unquoted
from articlelint.reading.yaml import YAML
from articlelint.schema.finding.fault import Fault
from articlelint.schema.finding.judge import is_of_type
from articlelint.schema.loading.outline import known_keys, likely_subschemas
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction, spelled_out
from articlelint.schema.telling.sample import PLACEHOLDER, sample_value
from articlelint.text.items import items_of, names_of, words_of
from articlelint.text.late_pattern import late_pattern

_ONE_A_LINE = ": write one item on each line"
_IN_BRACKETS = ": write the items in brackets"
_FIRST_OF_BLOCK = late_pattern(r"[|>][^\r\n]*")
#: The keys that a text is the value of, where a mapping is wanted and several keys are required.
_MAIN_KEYS = ("name", "title", "url")
#: The longest text that may be the name or title of something.
_MOST_CHARACTERS = 400
#: How many types and required keys of a value are looked at.
_MOST_NAMES = 20


class _Kind(NamedTuple):
    """What a value may be: its types, and the keys that it needs as a mapping."""

    types: frozenset[str]
    required: tuple[str, ...]

    @property
    def is_mapping(self) -> bool:
        """Whether it has to be a mapping: where text is allowed, too, a text stays what it is."""
        return "object" in self.types and "string" not in self.types


def as_list(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The list that a text, or a mapping, was meant as."""
    if not _wants(fault, "array"):
        return None
    path = fault.path
    kind = _kind(schema, (*path, 0))
    if isinstance(fault.actual, Mapping):
        return _of_mapping(fault, document, kind)
    if not isinstance(fault.actual, str):
        return _of_scalar(fault, document, kind, schema)
    texts = _texts(fault, document)
    if not texts:
        return None
    if kind.is_mapping:
        texts = [name for each in texts for name in names_of(each) or [each]]
    items = [_item(each, kind, schema, (*path, 0)) for each in texts]
    words = words_of(texts[0]) if len(texts) == 1 and not kind.is_mapping else []
    if words:
        several = [_item(each, kind, schema, (*path, 0)) for each in words]
        help_ = ("as one item:", *spelled_out(document, path, items))
        return Correction(
            _as_items(document),
            (*help_, f"as {len(words)} items:", *spelled_out(document, path, several)),
        )
    return _one_a_line(document, path, items)


def as_mapping(fault: Fault, document: Document, schema: Schema) -> Correction | None:
    """The mapping in which a text was meant as the value of the one key that is required.

    Or the one whose keys became the items of a list.
    """
    if not _wants(fault, "object"):
        return None
    if isinstance(fault.actual, list):
        return _of_items(fault, document)
    if not isinstance(fault.actual, str):
        return None
    path, kind = fault.path, _kind(schema, fault.path)
    if not kind.required or not fault.actual.strip() or len(fault.actual) > _MOST_CHARACTERS:
        return None
    item = _item(" ".join(fault.actual.split()), kind, schema, path)
    value = _with_keys_beside(item, document, schema, path)
    lines = spelled_out(document, path, value)
    change = SetValue(path, value) if _is_sure(value) else None
    if len(lines) == 1:
        return Correction(f": write `{lines[0]}`", change=change)
    return Correction(": write its keys below it, indented", lines, change)


def _wants(fault: Fault, name: str) -> bool:
    """Whether a type is the only one that is allowed, besides ``null``."""
    return name in fault.types and {*fault.types} <= {name, "null"}


def _kind(schema: Schema, path: DataPath) -> _Kind:
    schemas = likely_subschemas(schema, path)
    types = (each.get("type") for each in schemas)
    required = (each.get("required") for each in schemas)
    return _Kind(frozenset(_names(types)), tuple(dict.fromkeys(_names(required))))


def _names(lists: Iterable[Any]) -> Iterable[str]:
    for each in lists:
        for name in each[:_MOST_NAMES] if isinstance(each, list) else [each]:
            if isinstance(name, str):
                yield name


def _texts(fault: Fault, document: Document) -> list[str]:
    """The items of a text, by the lines on which it is written."""
    written = document.written(fault.path)
    is_plain = document.plain(fault.path) is not None
    if _FIRST_OF_BLOCK.match(written) and not is_plain:
        return items_of(_FIRST_OF_BLOCK.sub("", written, count=1))
    return items_of(written if is_plain else fault.actual)


def _one_a_line(document: Document, path: DataPath, items: list[Any]) -> Correction:
    """The items as a list, which is offered as a fix if nothing of them is to be replaced."""
    change = SetValue(path, items) if all(map(_is_sure, items)) else None
    return Correction(_as_items(document), spelled_out(document, path, items), change)


def _as_items(document: Document) -> str:
    """How the items of a list are written in the dialect."""
    return _ONE_A_LINE if document.dialect is YAML else _IN_BRACKETS


def _of_scalar(fault: Fault, document: Document, kind: _Kind, schema: Schema) -> Correction | None:
    """A number or a flag as the only item, in quotes if the items are text."""
    path, written = fault.path, document.plain(fault.path)
    if fault.actual is None or not written:
        return None
    item = _item(written, kind, schema, (*path, 0)) if kind.types else fault.actual
    return _one_a_line(document, path, [item])


def _of_mapping(fault: Fault, document: Document, kind: _Kind) -> Correction | None:
    """Items in braces, or a mapping that is the only item."""
    path, actual = fault.path, fault.actual
    if actual and all(each is None for each in actual.values()):
        if "object" in kind.types or not document.is_in_brackets(path):
            return None
        return _one_a_line(document, path, list(actual))
    if "object" not in kind.types:
        return None
    if document.dialect is not YAML and document.written(path).startswith("["):
        return Correction(": write its header in double brackets")
    how = ": put a `-` before its first key" if document.dialect is YAML else ": put it in brackets"
    return Correction(how, spelled_out(document, path, [actual]))


def _of_items(fault: Fault, document: Document) -> Correction | None:
    """The keys of all items together, if no key is in two of them."""
    merged: dict[str, Any] = {}
    for item in fault.actual:
        if not isinstance(item, Mapping) or not merged.keys().isdisjoint(item):
            return None
        merged.update(item)
    if not merged:
        return None
    help_ = spelled_out(document, fault.path, merged)
    in_yaml = document.dialect is YAML
    return Correction(f": remove the {'`-` before its keys' if in_yaml else 'brackets'}", help_)


def _item(text: str, kind: _Kind, schema: Schema, path: DataPath) -> Any:
    """What a text is as an item: a value of its type, or the value of a mapping's main key."""
    if kind.is_mapping and kind.required:
        return _with_main_key(text, kind.required, schema, path)
    if not kind.types or "string" in kind.types:
        return text
    value = unquoted(text)
    return value if is_of_type(schema.draft(), value, kind.types) else text


def _with_main_key(
    text: str, required: tuple[str, ...], schema: Schema, path: DataPath
) -> dict[str, Any]:
    main = next((each for each in _MAIN_KEYS if each in required), required[0])
    others = {key: sample_value(schema, (*path, key)) for key in required if key != main}
    return {main: PLACEHOLDER if text in required else text, **others}


def _with_keys_beside(value: Any, document: Document, schema: Schema, path: DataPath) -> Any:
    """A mapping with the keys of it that are beside it, where the schema does not know them."""
    around = value_at(document.data, path[:-1])
    if not isinstance(value, Mapping) or not isinstance(around, Mapping):
        return value
    known = frozenset(known_keys(schema, path[:-1]))
    wanted = dict.fromkeys((*value, *known_keys(schema, path)))
    unset = (key for key in wanted if value.get(key, PLACEHOLDER) == PLACEHOLDER)
    beside = {key: around[key] for key in unset if key in around and key not in known}
    return {**value, **beside}


def _is_sure(value: Any) -> bool:
    """Whether nothing of a value is only there to be replaced."""
    return not isinstance(value, dict) or (len(value) == 1 and PLACEHOLDER not in value.values())
