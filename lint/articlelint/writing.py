"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from tempfile import NamedTemporaryFile

_NEW_FILE_MODE = 0o666


def write_whole(path: str, chunks: Iterable[str]) -> None:
    """Write a text file beside its place and rename it there. Raises OSError.

    Whoever reads the file meanwhile sees the old or the new one, never a part, and where writing
    fails the old one stays. A link is followed, and a file that is there keeps its mode. What is no
    plain file, such as a pipe, is written to directly.
    """
    path = os.path.realpath(path)
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(chunks)
        return
    with NamedTemporaryFile(
        "w",
        encoding="utf-8",
        errors="backslashreplace",
        newline="\n",
        dir=os.path.dirname(path),
        prefix=f".{os.path.basename(path)}.",
        delete=False,
    ) as beside:
        try:
            beside.writelines(chunks)
            beside.flush()
            os.fsync(beside.fileno())
            os.chmod(beside.name, _mode(path))
            os.replace(beside.name, path)
        except BaseException:
            os.unlink(beside.name)
            raise


def _mode(path: str) -> int:
    """The mode of a file that is there, else what a new one would get."""
    try:
        return os.stat(path).st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return _NEW_FILE_MODE & ~mask
