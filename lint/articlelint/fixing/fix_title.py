"""The title of a fix: what it does, in a few words."""

from __future__ import annotations

from articlelint.model import AddKey, Change, OrderKeys, Remove, RenameKey, SetValue, SplitItem
from articlelint.text.words import show, written_out


def title(change: Change) -> str:
    """What a change does, in the imperative."""
    if isinstance(change, SetValue):
        return f"write {written_out(change.value)}"
    if isinstance(change, RenameKey):
        return f"rename the key to {show(change.name)}"
    if isinstance(change, Remove):
        return "remove it"
    if isinstance(change, AddKey):
        return f"add {show(str(change.path[-1]))} with the value {show(change.value)}"
    if isinstance(change, SplitItem):
        return f"make it {len(change.items)} items"
    if isinstance(change, OrderKeys):
        return "put the keys in order"
    return "remove the byte order mark"
