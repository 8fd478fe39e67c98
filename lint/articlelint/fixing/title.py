"""What a fix does, in a few words."""

from __future__ import annotations

from articlelint.model import AddKey, Mend, Remove, RenameKey, SetValue
from articlelint.words import show


def title(mend: Mend) -> str:
    """The words for a mend, as an order to a writer."""
    if isinstance(mend, SetValue):
        return f"write {show(mend.value)}"
    if isinstance(mend, RenameKey):
        return f"rename the key to {show(mend.name)}"
    if isinstance(mend, Remove):
        return "remove it"
    if isinstance(mend, AddKey):
        return f"add {show(str(mend.path[-1]))} with the value {show(mend.value)}"
    return "remove the byte order mark"
