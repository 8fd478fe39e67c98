"""Databases that last as long as what they are for."""

from __future__ import annotations

import sqlite3
from weakref import finalize


def temporary_database(owner: object) -> sqlite3.Connection:
    """A database of its own, closed with its owner; sqlite keeps it in memory while it is small."""
    database = sqlite3.connect("")
    finalize(owner, database.close)
    return database
