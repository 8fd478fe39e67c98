"""Data as all the lines of a front matter, in its dialect."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.fixing.yaml.blocks import lines
from articlelint.reading.json import WITHOUT_BRACES

_INDENT = "  "


class Place(NamedTuple):
    """Where front matter is to be: below an opening line, in the dialect of that name."""

    dialect: str
    opening: str


def block_lines(data: Mapping[str, Any], place: Place) -> list[str] | None:
    """The lines to write between the fences for some data.

    None if the dialect has no way to write it, as TOML for null, or is not one of ``WRITERS``.
    """
    write = WRITERS.get(place.dialect)
    return write(data, place.opening) if write else None


def _yaml(data: Mapping[str, Any], _opening: str) -> list[str]:
    return lines(data)


def _json(data: Mapping[str, Any], opening: str) -> list[str]:
    written = json.dumps(data, ensure_ascii=False, indent=_INDENT).split("\n")
    if opening != WITHOUT_BRACES:
        return written
    return [each.removeprefix(_INDENT) for each in written[1:-1]]


def _toml(data: Mapping[str, Any], _opening: str) -> list[str] | None:
    written = list(_table((), data))
    return None if None in written else [each for each in written if each is not None]


def _table(path: tuple[str, ...], data: Mapping[str, Any]) -> Iterator[str | None]:
    """The keys of a table, then those of the tables below it; None for what cannot be written."""
    from articlelint.fixing.toml.spellings import spelled, spelled_key  # noqa: PLC0415 - seldom

    tables = {key: value for key, value in data.items() if isinstance(value, dict) and value}
    for key, value in data.items():
        if key not in tables:
            written = spelled(value, None, "")
            yield None if written is None else f"{spelled_key(key)} = {written}"
    for key, table in tables.items():
        yield f"[{'.'.join(map(spelled_key, (*path, key)))}]"
        yield from _table((*path, key), table)


#: What writes the lines, by the name of the dialect, from the data and the opening line.
WRITERS: dict[str, Callable[[Mapping[str, Any], str], list[str] | None]] = {
    "yaml": _yaml,
    "toml": _toml,
    "json": _json,
}
