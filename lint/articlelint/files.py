"""Files read up to a limit, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

_CHUNK = 1 << 16

# Opening or reading never waits, whatever is there, and bytes are as they are on every system.
_READING = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _READING |= getattr(os, _flag, 0)


def path_in_text(name: str) -> str:
    """A path that a text gives, as the system spells it: in UTF-8, whatever the locale."""
    try:
        return os.fsdecode(name.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # no file has such a name
        return name


class NotRegularError(OSError):
    """What is to be read is a pipe, a device or a socket, which may never end."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "not a regular file")


def read_regular(path: str, limit: int) -> bytes:
    """The first ``limit`` bytes of a regular file. Raises OSError, whatever the path is.

    It is looked at before it is opened, since opening a device can do something, and again when it
    is open, since it may have been replaced meanwhile.
    """
    try:
        _refuse_irregular(os.stat(path))
        descriptor = os.open(path, _READING)
    except ValueError:
        raise OSError(errno.EINVAL, "no file can have this name") from None
    try:
        _refuse_irregular(os.fstat(descriptor))
        return b"".join(_chunks(descriptor, limit))
    finally:
        os.close(descriptor)


def read_stream(path: str, limit: int) -> bytes:
    """The first ``limit`` bytes of anything, even if that has to be waited for. Raises OSError."""
    with open(path, "rb") as file:
        return file.read(limit)


def _refuse_irregular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError


def _chunks(descriptor: int, limit: int) -> Iterator[bytes]:
    while limit and (chunk := os.read(descriptor, min(limit, _CHUNK))):
        yield chunk
        limit -= len(chunk)


def write_whole(path: str, chunks: Iterable[str]) -> None:
    """Write a text to a temporary file and rename that to ``path``. Raises OSError.

    Whoever reads the file meanwhile sees the old or the new one, never a part, and if writing fails
    the old one stays. A link is followed. An existing file keeps its mode and, if that is allowed,
    its owner and extended attributes. Anything but a regular file, such as a pipe, is written to
    directly.
    """
    data = (chunk.encode(errors="backslashreplace") for chunk in chunks)
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            file.writelines(data)
    else:
        _replace(path, data)


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Replace a file that holds ``old`` with one that holds ``new``, as ``write_whole`` does.

    Raises OSError, also if it is not a regular file or is read-only, or if it holds neither ``old``
    nor, because another run has written it, ``new`` any more.
    """
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode):
        raise NotRegularError
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    def check() -> None:
        if read_regular(path, max(len(old), len(new)) + 1) not in (old, new):
            raise OSError(errno.EBUSY, "another program has changed it meanwhile")

    _replace(path, [new], check)


def _replace(path: str, data: Iterable[bytes], check: Callable[[], None] = lambda: None) -> None:
    """``check`` is called just before the old file is replaced."""
    path = os.path.realpath(path)
    # A short name, because that of the file may be as long as a name can be; and not an article's.
    beside = os.path.join(os.path.dirname(path), f".articlelint-{os.urandom(8).hex()}.tmp")
    try:
        with open(beside, "xb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            _keep(path, beside)
        check()
        os.replace(beside, path)
    except BaseException:  # an interrupt, too, must not leave the temporary file
        with suppress(OSError):
            os.unlink(beside)
        raise


def _keep(old_path: str, path: str) -> None:
    """Give a file the mode of another and, as far as is allowed, its owner and attributes."""
    old = os.stat(old_path)
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(path, old.st_uid, old.st_gid)
    os.chmod(path, stat.S_IMODE(old.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # of a file system that has none
            for name in os.listxattr(old_path):
                with suppress(OSError):  # one that only the system may set
                    os.setxattr(path, name, os.getxattr(old_path, name))
