"""Keys that look like misspellings of commoner ones beside them, as ``rare-key`` has it."""

from __future__ import annotations

from collections.abc import Iterable

from articlelint.setup.observed import Observed
from articlelint.text.key_spelling import COMMONER, SimilarKeys, may_mean


def misspelled(place: Observed) -> dict[str, str]:
    """Of the keys of mappings at a place, those that may be misspelled, and what they mean.

    Not one that some mapping has beside the common one; none if that is not known.
    """
    if place.combinations is None:
        return {}
    numbers = {key: each.number for key, each in place.keys.items()}
    similar = SimilarKeys(key for key, number in numbers.items() if number >= COMMONER)
    found = {}
    for key, number in numbers.items():
        near = [
            each
            for each in similar.find(key)
            if may_mean(key, each, numbers, place.numbers["object"], number)
            and not _are_together(key, each, place.combinations)
        ]
        if near:
            found[key] = max(near, key=lambda each: numbers[each])
    return found


def _are_together(key: str, other: str, combinations: Iterable[frozenset[str]]) -> bool:
    return any(key in keys and other in keys for keys in combinations)
