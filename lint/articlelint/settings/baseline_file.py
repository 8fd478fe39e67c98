"""The file of a baseline: read with the place of a mistake, and written as a whole.

It is a JSON array with one entry a line, sorted, and ``{"version": 1}`` as its last item. So every
entry ends with a comma, and the lines that two branches add can be merged in any order.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from articlelint.files import read_regular, write_whole
from articlelint.reading.source import SourceFile
from articlelint.settings.config import ConfigError
from articlelint.text.spelling import did_you_mean
from articlelint.text.words import kind, show

#: The most that a baseline may have, in bytes: 32 MiB, which is some 150,000 entries.
MAX_BYTES = 32 * 1024 * 1024

_VERSION = 1
_LAST = json.dumps({"version": _VERSION})
_KEYS = ("path", "rule", "pointer", "hash", "count")

_WHITESPACE = re.compile(r"[ \t\n\r]*")
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_OR_AGAIN = "or delete the file and write it again"


class Entry(NamedTuple):
    """One line of a baseline: ``number`` diagnostics of a file that differ only in their place.

    ``path`` is relative to the folder of the baseline, with ``/``.
    """

    path: str
    rule: str
    pointer: str
    hash: str
    number: int


def read(path: str) -> list[Entry]:
    """The entries of a file. Raises OSError, and ConfigError with the place of a mistake."""
    data = read_regular(path, MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, f"it is larger than {MAX_BYTES // 1024**2} MiB")
    text = data.decode("utf-8-sig", errors="surrogateescape")
    try:
        return list(_entries(text))
    except _BrokenError as error:
        line, column = SourceFile(text).position(error.offset)
        raise ConfigError(f"{path}:{line}:{column}: {error}") from None


def write(path: str, entries: Iterable[Entry]) -> None:
    """Replace a file, or the file that a link leads to, by the entries. Raises OSError."""
    write_whole(path, [_text(entries)])


def _text(entries: Iterable[Entry]) -> str:
    """The file's text, all ASCII: some file names cannot be encoded as UTF-8."""
    items = [json.dumps(dict(zip(_KEYS, each, strict=True))) + "," for each in sorted(entries)]
    return "\n  ".join(["[", *items, _LAST]) + "\n]\n"


class _BrokenError(Exception):
    """Text that is not a baseline: what is wrong, and at which offset."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def _entries(text: str) -> Iterator[Entry]:
    """The entries up to the first that is none: what comes after it may be vast."""
    items = _items(text)
    offset, item = next(items)
    for following in items:
        fault = _fault(item)
        if fault:
            _refuse_another_version(text)
            raise _BrokenError(fault, offset)
        yield Entry(*(item[key] for key in _KEYS))
        offset, item = following
    if not isinstance(item, dict) or list(item) != ["version"]:
        raise _unfinished(offset)
    _refuse_version(item["version"], offset)


def _refuse_another_version(text: str) -> None:
    """Refuse a text that ends as a baseline of another version does, which has other entries."""
    offset = text.rfind("{")
    with suppress(ValueError, RecursionError):
        last = json.JSONDecoder().raw_decode(text, offset)[0] if offset > 0 else None
        if isinstance(last, dict) and list(last) == ["version"]:
            _refuse_version(last["version"], offset)


def _refuse_version(version: Any, offset: int) -> None:
    if version != _VERSION:
        which = f"baseline version {version}" if isinstance(version, int) else "this version"
        message = f"{which} is not supported, only {_VERSION}"
        raise _BrokenError(f"{message}: update articlelint, {_OR_AGAIN}", offset)


def _fault(item: Any) -> str | None:
    """What is wrong with an item that should be an entry; without its values.

    A configuration that a stranger wrote may name any file as a baseline.
    """
    if not isinstance(item, dict):
        return f"an entry should be a mapping, not {kind(item)}"
    for key in item:
        if key not in _KEYS:
            return ": ".join((f"unknown key {show(key)}", *did_you_mean(key, _KEYS)))
    for key in _KEYS:
        if key not in item:
            return f"missing required key {show(key)}"
    *texts, count = _KEYS
    for key in texts:
        if not isinstance(item[key], str):
            return f"{show(key)} should be text, not {kind(item[key])}"
    if type(item[count]) is not int or item[count] < 1:
        return f"{show(count)} should be a whole number of at least 1"
    return None


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """The items of a JSON array, at least one, with their offsets."""
    decode = json.JSONDecoder().raw_decode
    offset = _after_whitespace(text, 0)
    sign = text[offset : offset + 1]
    if sign != "[":
        raise _invalid("a baseline starts with `[`", text, offset)
    while sign != "]":
        offset = _after_whitespace(text, offset + 1)
        if text.startswith("]", offset):
            raise _unfinished(offset)
        try:
            item, end = decode(text, offset)
        except (ValueError, RecursionError) as error:
            raise _invalid("invalid JSON", text, getattr(error, "pos", offset)) from None
        yield offset, item
        offset = _after_whitespace(text, end)
        sign = text[offset : offset + 1]
        if sign not in ("]", ","):
            raise _invalid("missing `,` or `]` before this", text, offset)
    offset = _after_whitespace(text, offset + 1)
    if offset < len(text):
        raise _invalid("unexpected text after the final `]`", text, offset)


def _after_whitespace(text: str, offset: int) -> int:
    return _WHITESPACE.match(text, offset).end()  # type: ignore[union-attr] # it matches anywhere


def _unfinished(offset: int) -> _BrokenError:
    return _BrokenError(f"the last item should be `{_LAST}`, without a comma after it", offset)


def _invalid(message: str, text: str, offset: int) -> _BrokenError:
    if text.startswith(_CONFLICT, text.rfind("\n", 0, offset) + 1):
        message = "unresolved merge conflict: keep the entries of both sides"
        return _BrokenError(f"{message}, and remove the conflict markers", offset)
    return _BrokenError(f"{message}: fix the line, {_OR_AGAIN}", offset)
