"""How large data is: the values that it holds, and the levels on which they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


def parts(value: Any) -> Collection[Any]:
    """The values of a mapping or the items of a list; none of a scalar."""
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list) else ()


def extent(data: Any) -> tuple[int, int]:
    """How many levels there are below the whole of some data, and how many values in all."""
    depth, values, level = -1, 0, [data]
    while level:
        depth, values = depth + 1, values + len(level)
        level = [part for each in level for part in parts(each)]
    return depth, values
