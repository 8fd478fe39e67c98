"""The data as mends must leave it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articlelint.model import AddKey, Mend, Path, Remove, RenameKey, SetValue


class _Change:
    """What becomes of one value and of its key, and ``below`` what becomes of its parts."""

    __slots__ = ("added", "below", "is_removed", "mend", "name")

    def __init__(self) -> None:
        self.below: dict[str | int, _Change] = {}
        self.added: dict[str, Any] = {}
        self.mend: SetValue | None = None
        self.name: str | None = None
        self.is_removed = False


def expected(data: Any, mends: Iterable[Mend]) -> Any:
    """The data after all of the mends; their paths are those of ``data`` as it is.

    Keys keep their order, a renamed one its place, and added ones come last. ``data`` is left
    alone, and parts in which nothing changes are shared with it. A mend whose path leads nowhere
    changes nothing.
    """
    root = _Change()
    for mend in mends:
        if isinstance(mend, SetValue):
            _at(root, mend.path).mend = mend
        elif isinstance(mend, RenameKey):
            _at(root, mend.path).name = mend.name
        elif isinstance(mend, Remove):
            _at(root, mend.path).is_removed = True
        elif isinstance(mend, AddKey):
            _at(root, mend.path[:-1]).added[str(mend.path[-1])] = mend.value
    return _changed(data, root)


def _at(change: _Change, path: Path) -> _Change:
    for part in path:
        change = change.below.setdefault(part, _Change())
    return change


def _changed(value: Any, change: _Change) -> Any:
    if change.mend:
        return change.mend.value
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


def _changed_mapping(value: dict[str, Any], change: _Change) -> dict[str, Any]:
    result = {}
    for name, child in value.items():
        below = change.below.get(name)
        if below is None:
            result[name] = child
        elif not below.is_removed:
            result[name if below.name is None else below.name] = _changed(child, below)
    return {**result, **change.added}
