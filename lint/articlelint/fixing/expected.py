"""The data as mends must leave it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articlelint.model import AddKey, Change, DataPath, Remove, RenameKey, SetValue


class _Outcome:
    """What becomes of one value and of its key, and ``below`` what becomes of its parts."""

    __slots__ = ("added", "below", "change", "is_removed", "name")

    def __init__(self) -> None:
        self.below: dict[str | int, _Outcome] = {}
        self.added: dict[str, Any] = {}
        self.change: SetValue | None = None
        self.name: str | None = None
        self.is_removed = False


def expected(data: Any, changes: Iterable[Change]) -> Any:
    """The data after all of the mends; their paths are those of ``data`` as it is.

    Keys keep their order, a renamed one its place, and added ones come last. ``data`` is left
    alone, and parts in which nothing changes are shared with it. A mend whose path leads nowhere
    changes nothing.
    """
    root = _Outcome()
    for change in changes:
        if isinstance(change, SetValue):
            _at(root, change.path).change = change
        elif isinstance(change, RenameKey):
            _at(root, change.path).name = change.name
        elif isinstance(change, Remove):
            _at(root, change.path).is_removed = True
        elif isinstance(change, AddKey):
            _at(root, change.path[:-1]).added[str(change.path[-1])] = change.value
    return _changed(data, root)


def _at(change: _Outcome, path: DataPath) -> _Outcome:
    for part in path:
        change = change.below.setdefault(part, _Outcome())
    return change


def _changed(value: Any, change: _Outcome) -> Any:
    if change.change:
        return change.change.value
    if isinstance(value, dict):
        return _changed_mapping(value, change)
    if isinstance(value, list):
        changes = ((child, change.below.get(index)) for index, child in enumerate(value))
        return [
            _changed(child, below) if below else child
            for child, below in changes
            if not (below and below.is_removed)
        ]
    return value


def _changed_mapping(value: dict[str, Any], change: _Outcome) -> dict[str, Any]:
    result = {}
    for name, child in value.items():
        below = change.below.get(name)
        if below is None:
            result[name] = child
        elif not below.is_removed:
            result[name if below.name is None else below.name] = _changed(child, below)
    return {**result, **change.added}
