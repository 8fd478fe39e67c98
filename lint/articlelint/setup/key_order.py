"""In which order to list the keys of a mapping: as most articles have them."""

from __future__ import annotations

from articlelint.setup.observed import Observed


def keys_in_order(place: Observed) -> list[str]:
    """The keys of a place: those of its commonest mappings, each other one after what it follows.

    If it is not known which mappings there are, in the order in which they were seen first.
    """
    known: dict[str, None] = {}
    combinations = sorted((place.combinations or {}).values(), key=lambda each: -each.number)
    for each in combinations:
        if not known.keys() >= set(each.order):
            known = _with_more(known, each.order)
    known.update(dict.fromkeys(place.keys))
    return [key for key in known if key in place.keys]


def _with_more(known: dict[str, None], order: tuple[str, ...]) -> dict[str, None]:
    """The keys so far, with those of another order, each after the one before it there."""
    after: dict[str | None, list[str]] = {}
    before: str | None = None
    for key in order:
        if key in known:
            before = key
        else:
            after.setdefault(before, []).append(key)
    found = dict.fromkeys(after.get(None, ()))
    for key in known:
        found[key] = None
        found.update(dict.fromkeys(after.get(key, ())))
    return found
