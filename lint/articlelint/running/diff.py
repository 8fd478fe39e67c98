"""What fixes would change in a file, as a unified diff that ``patch`` and ``git apply`` take."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")  # `str.splitlines` knows line breaks that no diff knows
_NO_BREAK = "\\ No newline at end of file\n"

# What cannot stand in a name as it is, or would end it. Git and GNU patch read it as in C.
_SPECIAL = re.compile(r"[\x00-\x1f\x7f\"\\\ud800-\udfff]")
_ESCAPES = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r"}


def unified_diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of the diff, each with its line break; none where nothing changes.

    The names in it are those that git gives to the old and the new file: ``git apply`` and
    ``patch -p1`` take off their first part.
    """
    from difflib import unified_diff as lines_of  # noqa: PLC0415 - few ask for a diff

    path = _below_here(path)
    old, new = (_LINE.findall(data.decode()) for data in (before, after))
    for line in lines_of(old, new, _name(f"a/{path}"), _name(f"b/{path}")):
        yield line if line.endswith("\n") else f"{line}\n{_NO_BREAK}"


def _below_here(path: str) -> str:
    """The path from the current folder, if the file is below that; the tools refuse any other."""
    below = os.path.relpath(path)
    is_below = below != os.pardir and not below.startswith(os.path.join(os.pardir, ""))
    return (below if is_below else path).replace(os.sep, "/")


def _name(path: str) -> str:
    """A name as git writes it: in quotes if it must be, and with a tab if it has a blank."""
    quoted = _SPECIAL.sub(lambda each: _escaped(each.group()), path)
    if quoted != path:
        return f'"{quoted}"'
    return f"{path}\t" if " " in path else path


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char in _ESCAPES:
        return f"\\{_ESCAPES[char]}"
    return "".join(f"\\{byte:03o}" for byte in os.fsencode(char))
