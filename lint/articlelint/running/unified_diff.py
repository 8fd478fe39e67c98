"""What fixes would change in a file, as a unified diff that ``patch`` and ``git apply`` take."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")  # `str.splitlines` knows line breaks that no diff knows
_NO_BREAK = "\\ No newline at end of file\n"

# Characters that a name cannot hold as they are, or that would end it. Git and GNU patch read them
# as escapes of C.
_SPECIAL = re.compile(r"[\x00-\x1f\x7f\"\\\ud800-\udfff]")
_ESCAPES = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r"}


def unified_diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of the diff, each with its line break; none if nothing changes.

    Like those of git, names in it begin with ``a/`` and ``b/``, which ``git apply`` and
    ``patch -p1`` strip.
    """
    from difflib import unified_diff as lines_of  # noqa: PLC0415 - few ask for a diff

    path = _below_here(path)
    old, new = (_LINE.findall(data.decode()) for data in (before, after))
    for line in lines_of(old, new, _name(f"a/{path}"), _name(f"b/{path}")):
        yield line if line.endswith("\n") else f"{line}\n{_NO_BREAK}"


def _below_here(path: str) -> str:
    """The path from the current folder if the file is below it: the tools refuse any other."""
    below = os.path.relpath(path)
    is_below = below != os.pardir and not below.startswith(os.path.join(os.pardir, ""))
    return (below if is_below else path).replace(os.sep, "/")


def _name(path: str) -> str:
    """A name as git writes it: in quotes if necessary, with a tab after it if it has a space."""
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
