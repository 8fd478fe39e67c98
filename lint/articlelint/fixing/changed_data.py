"""The data as changes must leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from articlelint.model import (
    AddKey,
    Change,
    DataPath,
    OrderKeys,
    Remove,
    RenameKey,
    SetValue,
    SplitItem,
    value_at,
)


class _Outcome:
    """What becomes of one value and of its key, and ``below`` what becomes of its parts."""

    __slots__ = ("added", "below", "is_removed", "items", "name", "order", "set_value")

    def __init__(self) -> None:
        self.below: dict[str | int, _Outcome] = {}
        self.added: dict[str, AddKey] = {}
        self.set_value: SetValue | None = None
        self.items: tuple[str, ...] = ()
        self.order: tuple[str, ...] = ()
        self.name: str | None = None
        self.is_removed = False


def changed_data(data: Any, changes: Iterable[Change]) -> Any:
    """The data after all of the changes, whose paths are those of ``data`` as it is now.

    Keys keep their order unless a change is about that, a renamed key keeps its place, and added
    keys come right before a key, by its old name, or last. ``data`` itself is not changed; the
    result shares the parts of it that stay the same. A change whose path leads nowhere has no
    effect.
    """
    root = _Outcome()
    for change in changes:
        if isinstance(change, SetValue):
            _at(root, change.path).set_value = change
        elif isinstance(change, RenameKey):
            _at(root, change.path).name = change.name
        elif isinstance(change, Remove):
            _at(root, change.path).is_removed = True
        elif isinstance(change, SplitItem):
            _at(root, change.path).items = change.items
        elif isinstance(change, OrderKeys):
            _at(root, change.path).order = change.keys
        elif isinstance(change, AddKey):
            _at(root, change.path[:-1]).added[str(change.path[-1])] = change
    return _changed(data, root)


def with_added_last(data: Any, changes: Iterable[Change]) -> Any:
    """The data with added keys that have no place as the last ones, as ``changed_data`` has them.

    In TOML, a new key comes before the tables. ``data`` itself is changed.
    """
    for change in changes:
        if isinstance(change, AddKey) and change.before is None:
            mapping = _leads_to(data, change.path[:-1])
            if isinstance(mapping, dict) and change.path[-1] in mapping:
                mapping[change.path[-1]] = mapping.pop(change.path[-1])
    return data


def _leads_to(data: Any, path: DataPath) -> Any:
    """What a path leads to; None if it leads nowhere."""
    try:
        return value_at(data, path)
    except (LookupError, TypeError):
        return None


def _at(outcome: _Outcome, path: DataPath) -> _Outcome:
    for part in path:
        outcome = outcome.below.setdefault(part, _Outcome())
    return outcome


def _changed(value: Any, outcome: _Outcome) -> Any:
    if outcome.set_value:
        return outcome.set_value.value
    if isinstance(value, dict):
        return _changed_mapping(value, outcome)
    if isinstance(value, list):
        outcomes = ((child, outcome.below.get(index)) for index, child in enumerate(value))
        return [
            each
            for child, below in outcomes
            for each in (_changed_item(child, below) if below else (child,))
        ]
    return value


def _changed_item(item: Any, outcome: _Outcome) -> tuple[Any, ...]:
    """The items that replace one."""
    return outcome.items or (() if outcome.is_removed else (_changed(item, outcome),))


def _changed_mapping(value: dict[str, Any], outcome: _Outcome) -> dict[str, Any]:
    result = {}
    before: dict[str | None, dict[str, Any]] = {}
    for key, change in outcome.added.items():
        place = change.before if change.before in value else None
        before.setdefault(place, {})[key] = change.value
    for name in _in_order(value, outcome.order):
        result.update(before.get(name, {}))
        child, below = value[name], outcome.below.get(name)
        if below is None:
            result[name] = child
        elif not below.is_removed:
            result[name if below.name is None else below.name] = _changed(child, below)
    return {**result, **before.get(None, {})}


def _in_order(value: dict[str, Any], order: tuple[str, ...]) -> Iterator[str]:
    """The keys, those of ``order`` in that order where one of them is; all of it is there."""
    ordered = iter(order if value.keys() >= set(order) else ())
    known = frozenset(order)
    for name in value:
        yield next(ordered, name) if name in known else name
