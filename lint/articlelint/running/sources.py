"""What the files that decide about all others look like, to know them again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b

#: What is known of a file or folder; None if there is none.
State = list[int | str] | None


def state_of(path: str) -> State:
    """What tells that a file, or what is in a folder, has not changed; a link counts as both."""
    try:
        states: list[int | str] = [*_numbers(os.lstat(path)), *_numbers(os.stat(path))]
        return [*states, _listing(path)] if os.path.isdir(path) else states
    except (OSError, ValueError):
        return None


def states_of(paths: Iterable[str], since: int) -> dict[str, State] | None:
    """The states of files; None if one of them has changed after a time in ns, or is missing."""
    found = {path: state_of(path) for path in sorted(paths)}
    try:
        is_old = all(each and _newest(path) < since for path, each in found.items())
    except OSError:  # it has just gone
        return None
    return found if is_old else None


def _newest(path: str) -> int:
    """When a file, or one in a folder, was changed last, in ns since 1970."""
    paths = [path]
    if os.path.isdir(path):
        paths += [each.path for each in os.scandir(path)]
    statuses = [status for each in paths for status in (os.lstat(each), os.stat(each))]
    return max(max(each.st_mtime_ns, each.st_ctime_ns) for each in statuses)


def _listing(folder: str) -> str:
    with os.scandir(folder) as entries:
        listed = sorted((each.name, *_numbers(each.stat())) for each in entries)
    return blake2b(repr(listed).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _numbers(status: os.stat_result) -> list[int]:
    return [status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_mode]
