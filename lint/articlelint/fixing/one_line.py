"""A key with its value on one line, as TOML or JSON has it."""

from __future__ import annotations

import json
from typing import Any

from articlelint.fixing.entries import Entries
from articlelint.model import DataPath
from articlelint.reading.document import Document


def one_line(document: Document, path: DataPath, value: Any) -> str | None:
    """The key or item at a path with another value; None if the dialect has no such value."""
    if document.dialect.name == "json":
        written, key, between = json.dumps(value, ensure_ascii=False), json.dumps(path[-1]), ": "
    else:
        from articlelint.fixing.toml.spellings import (  # noqa: PLC0415 - of one dialect
            spelled,
            spelled_key,
        )

        old = Entries(document.root).at(path)
        written, between = spelled(value, old, document.text), " = "
        key = spelled_key(str(path[-1]))
    if written is None:
        return None
    return f"{key}{between}{written}" if isinstance(path[-1], str) else written
