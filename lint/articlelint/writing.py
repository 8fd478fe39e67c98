"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress


def write_whole(path: str, chunks: Iterable[str]) -> None:
    """Write a text file beside its place and rename it there. Raises OSError.

    Whoever reads the file meanwhile sees the old or the new one, never a part, and where writing
    fails the old one stays. A link is followed, and a file that is there keeps its mode and, where
    that is allowed, its owner. What is no plain file, such as a pipe, is written to directly.
    """
    old = os.stat(path) if os.path.exists(path) else None
    if old and not stat.S_ISREG(old.st_mode):
        _write(path, "w", chunks)
        return
    path = os.path.realpath(path)  # not before: where /dev/stdout leads may not have a path
    beside = f"{path}.{os.urandom(4).hex()}.tmp"
    try:
        _write(beside, "x", chunks)
        if old:
            _keep(old, beside)
        os.replace(beside, path)
    except BaseException:  # an interrupt, too, leaves nothing behind
        with suppress(OSError):
            os.unlink(beside)
        raise


def _write(path: str, mode: str, chunks: Iterable[str]) -> None:
    with open(path, mode, encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(chunks)
        if mode == "x":  # a pipe has nothing to bring to a disk
            file.flush()
            os.fsync(file.fileno())


def _keep(old: os.stat_result, path: str) -> None:
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(path, old.st_uid, old.st_gid)
    os.chmod(path, stat.S_IMODE(old.st_mode))
