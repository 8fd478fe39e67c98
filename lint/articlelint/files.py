"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress


def write_whole(path: str, chunks: Iterable[str]) -> None:
    """Write a text file beside its place and rename it there. Raises OSError.

    Whoever reads the file meanwhile sees the old or the new one, never a part, and where writing
    fails the old one stays. A link is followed, and a file that is there keeps its mode and, where
    that is allowed, its owner. What is no plain file, such as a pipe, is written to directly.
    """
    data = (chunk.encode(errors="backslashreplace") for chunk in chunks)
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            file.writelines(data)
    else:
        _replace(path, data)


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Put ``new`` in the place of a file that holds ``old``, in the same manner.

    Raises OSError, also where it is no plain file or may not be written, or where it holds neither
    ``old`` any more nor, as another run may have written it, ``new`` already.
    """
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is not a regular file")
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    def check() -> None:
        with open(path, "rb") as file:
            if file.read(max(len(old), len(new)) + 1) not in (old, new):
                raise OSError(errno.EBUSY, "another program has changed it meanwhile")

    _replace(path, [new], check)


def _replace(path: str, data: Iterable[bytes], check: Callable[[], None] = lambda: None) -> None:
    """``check`` is called last of all before the new file takes its place."""
    path = os.path.realpath(path)
    # A short name, for that of the file may be as long as a name can be; and none of an article.
    beside = os.path.join(os.path.dirname(path), f".articlelint-{os.urandom(8).hex()}.tmp")
    try:
        with open(beside, "xb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            _keep(os.stat(path), beside)
        check()
        os.replace(beside, path)
    except BaseException:  # an interrupt, too, leaves nothing behind
        with suppress(OSError):
            os.unlink(beside)
        raise


def _keep(old: os.stat_result, path: str) -> None:
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(path, old.st_uid, old.st_gid)
    os.chmod(path, stat.S_IMODE(old.st_mode))
