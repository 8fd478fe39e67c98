"""What comparing has found in a collection, for later runs: it is the same for the same facts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from articlelint.collection.compare import Compared
from articlelint.collection.fact_table import FactTable
from articlelint.collection.packing import pack_objections, unpack_objections
from articlelint.collection.pruning import COMPARED
from articlelint.collection.store import Store
from articlelint.rule import FileObjection

#: The longest note, which holds some thousand objections. Of more, nothing is noted.
_LONGEST = 4 * 1024**2

#: What a note that anybody may have written can lead to.
_UNREADABLE = (ValueError, TypeError, AttributeError)


class KnownComparison:
    """What the rules object to in a collection, by the settings that they have there.

    ``key`` tells the collection from others in the cache. What an earlier run has noted counts if
    the files and their facts are as they were then, and the folders that rules have asked for hold
    what they held. Then nobody need look at the facts again.
    """

    def __init__(self, store: Store, facts: FactTable, collection: str, key: str) -> None:
        self._store = store
        self._key = COMPARED + key
        self._state = facts.state(collection)
        self._folders = facts.folders(collection)
        self._known: dict[str, Sequence[FileObjection]] = {}
        with suppress(*_UNREADABLE):
            self._known = self._read()
        self._is_new = False

    def get(self, settings: bytes, rule_id: str) -> Compared | None:
        """What a rule objects to, if that is known."""
        found = self._known.get(_name(settings, rule_id))
        return None if found is None else Compared.of(found)

    def add(self, settings: bytes, rule_id: str, compared: Compared) -> None:
        """Have it known later; not if the rule failed."""
        if compared.failure is None:
            self._is_new = True
            found = [each for objections in compared.by_file.values() for each in objections]
            self._known[_name(settings, rule_id)] = found

    def note(self) -> None:
        """Note what is known, unless it was noted by an earlier run."""
        if not self._is_new or self._state is None:
            return
        with suppress(ValueError):  # a value that JSON cannot hold
            packed = pack_objections(self._known).decode("latin-1")
            noted = json.dumps([self._state, self._folders.asked()]) + "\n" + packed
            if len(noted) <= _LONGEST:
                self._store.keep_note(self._key, noted)

    def _read(self) -> dict[str, Sequence[FileObjection]]:
        """What an earlier run has noted, if that counts. Raises what ``_UNREADABLE`` says."""
        noted = self._store.noted(self._key) if self._state else None
        if not noted:
            return {}
        begin, _, packed = noted.partition("\n")
        state, names = json.loads(begin)
        if state != self._state or not self._are_same(names):
            return {}
        return {**unpack_objections(packed.encode("latin-1"))}

    def _are_same(self, names: Any) -> bool:
        return all(self._folders.digest(folder) == digest for folder, digest in names.items())


def _name(settings: bytes, rule_id: str) -> str:
    return f"{settings.hex()} {rule_id}"
