"""What was found in the files of a run, kept until they are compared."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

from articlelint.collection.stored import BYTES_OF_DIGEST
from articlelint.collection.temporary import temporary_database
from articlelint.collection.unchanged import SilentRow
from articlelint.engine.checked import Checked

_CLEAN = Checked([])
_NO_DIGEST = bytes(BYTES_OF_DIGEST)


class KeptResults:
    """What was found in each file by itself, by its number, from 0 on in any order.

    Memory grows with it by 21 bytes a file: there are a hundred thousand, and nothing to say of
    most.
    """

    def __init__(self, number: int) -> None:
        self._digests = bytearray(BYTES_OF_DIGEST * number)
        self._has_found = bytearray(number)
        self._database = temporary_database(self)
        self._database.execute("CREATE TABLE result (number INTEGER PRIMARY KEY, checked BLOB)")

    def add(self, number: int, digest: bytes, checked: Checked) -> None:
        """Keep what was found; neither the facts nor when it holds."""
        start = number * BYTES_OF_DIGEST
        self._digests[start : start + BYTES_OF_DIGEST] = digest
        if checked.is_silent and not (checked.by_named_schema or checked.contents):
            return
        self._has_found[number] = True
        is_whole = checked.is_whole and bool(checked.ignores)
        checked = checked._replace(facts={}, holds=None, is_whole=is_whole)
        self._database.execute("INSERT INTO result VALUES (?, ?)", (number, pickle.dumps(checked)))

    def add_silent(self, first: int, rows: Sequence[SilentRow | None]) -> None:
        """Keep that there is nothing to say of some of the files from a number on."""
        start = first * BYTES_OF_DIGEST
        digests = b"".join([row[3] if row else _NO_DIGEST for row in rows])
        self._digests[start : start + len(digests)] = digests

    def is_silent(self, number: int) -> bool:
        """Whether there is nothing to say."""
        return not self._has_found[number]

    def get(self, number: int) -> Checked:
        """What was found."""
        if not self._has_found[number]:
            return _CLEAN
        query = "SELECT checked FROM result WHERE number = ?"
        (data,) = self._database.execute(query, (number,)).fetchone()
        checked: Checked = pickle.loads(data)  # noqa: S301 - our own of this run
        return checked

    def digest(self, number: int) -> bytes:
        """The digest of the file."""
        start = number * BYTES_OF_DIGEST
        return bytes(self._digests[start : start + BYTES_OF_DIGEST])
