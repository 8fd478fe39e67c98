"""What a front matter needs by its schema, for a file that has none: lines that can be copied."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articlelint.fixing.block_lines import Place, block_lines
from articlelint.schema.finding.fault import Fault
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.sample import missing_keys, sample
from articlelint.text.words import both, show

#: The most lines and keys that are shown.
_MOST_LINES = 40
_MOST_KEYS = 12

#: Where they are in a file without front matter.
_ALL_OF_IT = Place("yaml", "---")


def needed_lines(
    schema: Schema, faults: Callable[[Any], list[Fault]], place: Place | None
) -> tuple[str, ...]:
    """The keys that a schema requires, each with an example; empty if it requires none.

    ``faults`` tells what is wrong with data by that schema. Without a ``place``, the lines are all
    of a front matter, in YAML. Only the keys are named if no examples are at hand that are valid
    together, or the lines would be too many.
    """
    found = sample(schema, faults) or {}
    block = (block_lines(found, place or _ALL_OF_IT) if found else None) or []
    if 0 < len(block) <= _MOST_LINES:
        fence = () if place else (_ALL_OF_IT.opening,)
        return (f"{_listed(list(found))}; for example:", *fence, *block, *fence)
    missing = (path for fault in faults({}) for path in missing_keys(fault))
    keys = dict.fromkeys(str(path[-1]) for path in missing)
    return (_listed(list(keys)),) if keys else ()


def _listed(keys: list[str]) -> str:
    """A sentence about the keys that are required."""
    if len(keys) == 1:
        return f"the key {show(keys[0])} is required"
    shown = list(map(show, keys))
    if len(keys) > _MOST_KEYS:
        shown[_MOST_KEYS:] = [f"{len(keys) - _MOST_KEYS} more"]
    return f"the keys {both(shown)} are required"
