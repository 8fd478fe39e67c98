"""Where a missing key goes: after the key that it follows in the order of its schema."""

from __future__ import annotations

from collections.abc import Sequence

from articlelint.model import AddKey, value_at
from articlelint.reading.document import Document


def placed(change: AddKey, document: Document, order: Sequence[str]) -> AddKey:
    """The change with the place of the key; as it is where the order does not tell.

    The key comes right after the nearest one that is before it in the order and there, or else
    before the nearest one that is after it.
    """
    parent, name = change.path[:-1], change.path[-1]
    keys = document.movable_keys(parent)
    ranks = {key: rank for rank, key in enumerate(order)}
    rank = ranks.get(str(name))
    if rank is None or keys != list(value_at(document.data, parent))[: len(keys)]:
        return change
    known = sorted((ranks[key], place) for place, key in enumerate(keys) if key in ranks)
    earlier = [place for other, place in known if other < rank]
    later = [place for other, place in known if other > rank]
    place = earlier[-1] + 1 if earlier else later[0] if later else len(keys)
    before = keys[place] if place < len(keys) else None
    return change._replace(before=before, rank=rank)
