"""What was found in the files of a run, kept until they are compared."""

from __future__ import annotations

import pickle

from articlelint.collection.temporary import temporary_database
from articlelint.engine.checked import Checked

_CLEAN = Checked([])


class KeptResults:
    """What was found in each file by itself, by its number; memory does not grow with it."""

    def __init__(self) -> None:
        self._database = temporary_database(self)
        self._database.execute(
            "CREATE TABLE result (number INTEGER PRIMARY KEY, digest BLOB, checked BLOB)"
        )

    def add(self, number: int, digest: bytes, checked: Checked) -> None:
        """Keep what was found; neither the facts nor when it holds."""
        is_whole = checked.is_whole and bool(checked.ignores)
        checked = checked._replace(facts={}, holds=None, is_whole=is_whole)
        data = None if checked == _CLEAN else pickle.dumps(checked)
        self._database.execute("INSERT INTO result VALUES (?, ?, ?)", (number, digest, data))

    def get(self, number: int) -> tuple[bytes, Checked]:
        """The digest of a file, and what was found."""
        query = "SELECT digest, checked FROM result WHERE number = ?"
        digest, data = self._database.execute(query, (number,)).fetchone()
        return digest, pickle.loads(data) if data else _CLEAN  # noqa: S301 - our own of this run
