"""The change that fixes a fault of the schema, if schema and text leave one thing to write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from articlelint.model import AddKey, Change, DataPath, Remove, RenameKey, Safety, Scalar, SetValue
from articlelint.reading.document import Document
from articlelint.reading.scalars import BOOLEANS, YAML_1_1_BOOLEANS, literal
from articlelint.schema.finding.equality import identity
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.telling.corrections.correction import can_be_changed
from articlelint.schema.telling.hints import UNKNOWN_KEY, Hints
from articlelint.text.spelling import is_plain_typo
from articlelint.text.word_parts import is_short_for

# A number in the one form that is surely not a code, and short enough for a float to hold.
_NUMBER = r"(?=.{1,15}\Z)-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"


class ProposedChange(NamedTuple):
    """A change, and how far it can be trusted."""

    change: Change
    safety: Safety


def change_for(fault: Fault, hints: Hints, document: Document) -> ProposedChange | None:
    """The change that fixes a fault.

    None if several changes would, and if the value comes from an alias.
    """
    if not can_be_changed(fault, document):
        return None
    path, correction = fault.path, hints.correction
    if correction and correction.change:
        safety = Safety.SAFE if correction.is_sure else Safety.UNSAFE
        return ProposedChange(correction.change, safety)
    if fault.choices or fault.types:
        written = document.plain(path)
        return _of_choice(fault, hints, written) or _of_type(fault, written)
    if fault.keyword in UNKNOWN_KEY:
        return _of_key(path, hints)
    if fault.keyword == "uniqueItems":
        return ProposedChange(Remove(path), Safety.SAFE)
    if fault.target is Target.MISSING and _is_worth_adding(hints.default):
        return ProposedChange(AddKey(path, hints.default), Safety.UNSAFE)
    return None


def without_rivals(changes: Iterable[ProposedChange | None]) -> list[ProposedChange | None]:
    """The changes, but None for each of several keys that would get one and the same name."""
    found = list(changes)
    wanted: Counter[DataPath | None] = Counter(filter(None, map(_new_path, found)))
    return [None if wanted[_new_path(each)] > 1 else each for each in found]


def _new_path(found: ProposedChange | None) -> DataPath | None:
    """Where a key would be once it is renamed."""
    change = found.change if found else None
    return (*change.path[:-1], change.name) if isinstance(change, RenameKey) else None


def _is_worth_adding(default: Any) -> bool:
    return default is not None and not (isinstance(default, str) and not default.strip())


def _of_choice(fault: Fault, hints: Hints, written: str | None) -> ProposedChange | None:
    """The one allowed value that was meant; ``written`` is the scalar's text if it is plain."""
    is_list = fault.keyword == "enum"
    choices, actual = fault.choices, fault.actual
    if not isinstance(actual, str):
        return _safely(fault.path, written) if written and written in choices else None
    bare = BOOLEANS[actual] if actual in BOOLEANS else _number(actual)
    if bare is not None and identity(bare) in map(identity, choices):
        return _without_quotes(fault.path, bare, actual)
    if is_list and hints.meant is None:
        return None
    words = [each for each in choices if isinstance(each, str)]
    folded = actual.casefold()
    alike = [each for each in words if each.casefold() == folded]
    if alike:
        return _safely(fault.path, alike[0]) if len(alike) == 1 else None
    if is_list:
        meant = hints.meant if hints.is_plain else None
    else:  # a single value has no hint
        meant = next((each for each in words if is_plain_typo(actual, each)), None)
    return None if meant is None else ProposedChange(SetValue(fault.path, meant), Safety.UNSAFE)


def _of_type(fault: Fault, written: str | None) -> ProposedChange | None:
    """The same value with quotes, or without."""
    types, actual = set(fault.types), fault.actual
    if not isinstance(actual, str):
        is_text = written and actual is not None and "string" in types
        return _safely(fault.path, written) if is_text else None
    flag = {**BOOLEANS, **YAML_1_1_BOOLEANS}.get(actual.lower())
    if flag is not None and "boolean" in types:
        return _safely(fault.path, flag)
    number = _number(actual)
    if number is None or types.isdisjoint(_types(number)):
        return None
    return _without_quotes(fault.path, number, actual)


def _without_quotes(path: DataPath, value: float, written: str) -> ProposedChange:
    """A number or flag; a guess if a digit is lost, as from `1.10`, which may be a version."""
    is_same = isinstance(value, bool) or literal(value) == written
    return ProposedChange(SetValue(path, value), Safety.SAFE if is_same else Safety.UNSAFE)


def _safely(path: DataPath, value: Scalar) -> ProposedChange:
    return ProposedChange(SetValue(path, value), Safety.SAFE)


def _number(text: str) -> float | None:
    """The number that a text is without its quotes; None if it may be meant as text."""
    if not re.fullmatch(_NUMBER, text):
        return None
    return float(text) if "." in text else int(text)


def _types(number: float) -> tuple[str, ...]:
    """To JSON Schema, 1.0 is a whole number."""
    return ("integer", "number") if number == int(number) else ("number",)


def _of_key(path: DataPath, hints: Hints) -> ProposedChange | None:
    """The key that it plainly misspells, or the missing one that it shortens."""
    key, meant = str(path[-1]), hints.meant
    if meant is None:
        return None
    is_short = hints.claims is not None and is_short_for(key, meant)
    if not (is_short or hints.is_plain):
        return None
    return ProposedChange(RenameKey(path, meant), Safety.UNSAFE)
