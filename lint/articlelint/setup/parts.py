"""Parts that several kinds of content have in common, such as a mapping about an author."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from articlelint.setup.kinds import Kind
from articlelint.setup.names import distinct_name
from articlelint.setup.observed import Observed

#: How much of all usual keys the mappings of two kinds have in common if they are the same part.
_ALIKE = 0.5


def shared_parts(kinds: Iterable[Kind], taken: Collection[str]) -> dict[str, tuple[str, Observed]]:
    """By keys at the top of articles: the name of the part, and what all kinds have there.

    A part is a mapping, or a list of mappings, that is about the same in all kinds that have it.
    """
    places: dict[str, list[Observed]] = {}
    for kind in kinds:
        for key, place in kind.observed.keys.items():
            places.setdefault(key, []).append(place)
    names = set(taken)
    parts = {}
    for key, found in places.items():
        if len(found) > 1 and all(_are_alike(found[0], each) for each in found):
            name = distinct_name(key, names)
            names.add(name)
            parts[key] = name, _merged(found)
    return parts


def _are_alike(one: Observed, other: Observed) -> bool:
    """Whether two places hold mappings, and these about the same keys."""
    keys, others = _usual_keys(one), _usual_keys(other)
    return len(keys & others) >= _ALIKE * len(keys | others) > 0


def _usual_keys(place: Observed) -> set[str]:
    return (place.items or place).usual_keys()


def _merged(places: Iterable[Observed]) -> Observed:
    merged = Observed()
    for each in places:
        merged.merge(each)
    return merged
