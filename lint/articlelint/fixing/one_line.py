"""A key with its value on one line, as TOML or JSON has it."""

from __future__ import annotations

import json
from typing import Any

from articlelint.fixing.entries import Entries
from articlelint.model import DataPath
from articlelint.reading.document import Document


def one_line(document: Document, path: DataPath, value: Any) -> str | None:
    """The key or item at a path with another value; None if the dialect has no such value."""
    name = path[-1]
    if document.dialect.name == "json":
        written = json.dumps(value, ensure_ascii=False)
        return (
            f"{json.dumps(name, ensure_ascii=False)}: {written}"
            if isinstance(name, str)
            else written
        )
    from articlelint.fixing.toml.spellings import spelled, spelled_key  # noqa: PLC0415 - seldom

    in_toml = spelled(value, Entries(document.root).at(path), document.text)
    if in_toml is None or not isinstance(name, str):
        return in_toml
    return f"{spelled_key(name)} = {in_toml}"
