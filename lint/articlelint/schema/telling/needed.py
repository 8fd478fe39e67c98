"""What a front matter needs by its schema, for a file that has none: lines that can be copied."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articlelint.fixing.yaml.blocks import lines
from articlelint.schema.finding.fault import Fault
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.sample import missing_keys, sample
from articlelint.text.words import both, show

#: The most lines and keys that are shown.
_MOST_LINES = 40
_MOST_KEYS = 12


def needed_lines(
    schema: Schema, faults: Callable[[Any], list[Fault]], *, with_fences: bool
) -> tuple[str, ...]:
    """The keys that a schema requires, each with an example; empty if it requires none.

    ``faults`` tells what is wrong with data by that schema. ``with_fences``: the lines are all of a
    front matter. Only the keys are named if no examples are
    at hand that are valid together, or the lines would be too many.
    """
    found = sample(schema, faults) or {}
    block = lines(found)[: _MOST_LINES + 1] if found else []
    if block and len(block) <= _MOST_LINES:
        fence = ("---",) * with_fences
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
