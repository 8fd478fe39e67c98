"""What is wrong with a schema itself."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.model import DataPath


class Mistake(NamedTuple):
    """What is wrong with a schema, and where: at the value of a path, or at its key."""

    message: str
    path: DataPath
    on_key: bool = False
