"""Keys in the order in which they should be, with as few of them moved as possible."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Moved(NamedTuple):
    """A key that is out of order, and the key that it belongs after, or else before."""

    key: str
    after: str | None
    before: str | None


class Arrangement(NamedTuple):
    """Keys in order, and those of them that had to be moved, in the order in which they were."""

    keys: list[str]
    moved: list[Moved]


def arranged(keys: Sequence[str], order: Sequence[str]) -> Arrangement:
    """The keys, of which those in ``order`` are as there; any other stays after what it follows."""
    ranks = {key: rank for rank, key in enumerate(order)}
    known = [key for key in keys if key in ranks]
    kept = {known[index] for index in longest_rising([ranks[key] for key in known])}
    right = sorted(known, key=ranks.__getitem__)
    first = next((key for key in right if key in kept), None)
    following: dict[str | None, list[str]] = {None: []}
    place: str | None = None
    for key in right:
        if key in kept:
            place = key
            following[place] = []
        else:
            following[place].append(key)
    result: list[str] = []
    for key in keys:
        if key in kept:
            result += [*(following[None] if key == first else ()), key, *following[key]]
        elif key not in ranks:
            result.append(key)
    before = dict(pairwise(right))
    after = {key: other for other, key in before.items()}
    moved = [key for key in known if key not in kept]
    return Arrangement(result, [Moved(key, after.get(key), before.get(key)) for key in moved])


def is_in_order(keys: Sequence[str], order: Sequence[str]) -> bool:
    """Whether nothing has to be moved: far cheaper."""
    ranks = {key: rank for rank, key in enumerate(order)}
    known = [ranks[key] for key in keys if key in ranks]
    return known == sorted(known)


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """The indices of the most numbers that rise, all being different; of several, the first."""
    lows: list[int] = []  # the number that each length of a row begins with, read from the end
    ends: list[int] = []
    links: list[int | None] = []
    for index in range(len(numbers) - 1, -1, -1):
        number = -numbers[index]
        length = bisect_left(lows, number)
        links.append(ends[length - 1] if length else None)
        if length == len(lows):
            lows.append(number)
            ends.append(index)
        else:
            lows[length] = number
            ends[length] = index
    found: list[int] = []
    index_: int | None = ends[-1] if ends else None
    while index_ is not None:
        found.append(index_)
        index_ = links[len(numbers) - 1 - index_]
    return found
