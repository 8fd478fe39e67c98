"""Files read up to a limit, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from threading import current_thread, main_thread

from articlelint.file_names import forget_repositories
from articlelint.root import forget_links, has_links_above, real_path_within_root

_CHUNK = 1 << 16

_TEMPORARY = re.compile(r"\.articlelint-[0-9a-f]{16}\.tmp")
#: No run takes an hour to write one file.
_SECONDS_UNTIL_OLD = 60 * 60

# Opening or reading never waits, whatever is there, and bytes are as they are on every system.
_READING = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _READING |= getattr(os, _flag, 0)


def forget_folders() -> None:
    """Look again at what is known of folders: another run begins, or files have changed."""
    forget_links()
    forget_repositories()
    remove_leftovers.cache_clear()


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
    is open, since it may have been replaced meanwhile. A link is followed unless it leads out of
    the root.
    """
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode) or has_links_above(path):
            real_path_within_root(path)
            status = os.stat(path)
        _refuse_irregular(status)
        descriptor = os.open(path, _READING)
    except ValueError:
        raise OSError(errno.EINVAL, "no file can have this name") from None
    try:
        status = os.fstat(descriptor)
        _refuse_irregular(status)
        data = os.read(descriptor, min(limit, _CHUNK))
        if 0 < len(data) == status.st_size:  # nearly always; no need to look for more
            return data
        return b"".join((data, *_chunks(descriptor, limit - len(data))))
    finally:
        os.close(descriptor)


def read_stream(path: str, limit: int) -> bytes:
    """The first ``limit`` bytes of anything, even if that has to be waited for. Raises OSError."""
    with open(path, "rb") as file:
        return file.read(limit)


def _refuse_irregular(status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    raise NotRegularError


def _chunks(descriptor: int, limit: int) -> Iterator[bytes]:
    while limit and (chunk := os.read(descriptor, min(limit, _CHUNK))):
        yield chunk
        limit -= len(chunk)


def write_whole(path: str, chunks: Iterable[str]) -> None:
    """Write a text to a temporary file and rename that to ``path``. Raises OSError.

    Whoever reads the file meanwhile sees the old or the new one, never a part, and if writing fails
    the old one stays. A link is followed unless it leads out of the root. An existing file keeps
    its mode and, if that is allowed, its owner and extended attributes; one with another hard link
    is refused. Anything but a regular file, such as a pipe, is written to directly.

    What can be refused is refused before the text is made, and then all of it before a file.
    """
    data = (chunk.encode(errors="backslashreplace") for chunk in chunks)
    real = real_path_within_root(path)
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            file.writelines(data)
    else:
        folder = os.path.join(os.path.dirname(real), "")
        os.stat(folder)
        _refuse(not os.access(folder, os.W_OK), errno.EACCES)
        if os.path.exists(real):
            _refuse_hard_link(os.stat(real))
        _replace(real, list(data))


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Replace a file that holds ``old`` with one that holds ``new``, as ``write_whole`` does.

    Raises OSError, also if it is not a regular file or is read-only, or if it holds neither ``old``
    nor, because another run has written it, ``new`` any more.
    """
    real = real_path_within_root(path)
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError
    _refuse(not status.st_mode & 0o222 or not os.access(path, os.W_OK), errno.EACCES)
    _refuse_hard_link(status)

    def check() -> None:
        if read_regular(path, max(len(old), len(new)) + 1) not in (old, new):
            raise OSError(errno.EBUSY, "another program has changed it meanwhile")

    _replace(real, [new], check)


@cache
def remove_leftovers(folder: str) -> None:
    """Remove the old temporary files that killed runs have left in a folder, once in a run.

    ``folder`` is absolute. What is not old may belong to a run that is writing now.
    """
    before = time.time() - _SECONDS_UNTIL_OLD
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _TEMPORARY.fullmatch(entry.name):
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode) and status.st_mtime < before:
                    os.unlink(entry.path)


def _refuse(condition: object, code: int) -> None:
    if condition:
        raise OSError(code, os.strerror(code))


def _refuse_hard_link(status: os.stat_result) -> None:
    if status.st_nlink > 1:
        raise OSError(errno.EMLINK, "it has another hard link, which would keep the old content")


def _replace(path: str, data: Iterable[bytes], check: Callable[[], None] = lambda: None) -> None:
    """``check`` is called just before the old file is replaced."""
    folder = os.path.dirname(path)
    remove_leftovers(folder)
    # A short name, because that of the file may be as long as a name can be; and not an article's.
    beside = os.path.join(folder, f".articlelint-{os.urandom(8).hex()}.tmp")
    with _ending_later():
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


@contextmanager
def _ending_later() -> Iterator[None]:
    """Put off signals that end the process until there is no temporary file any more."""
    import signal  # noqa: PLC0415 - few runs write

    ending: list[int] = []
    names = ("SIGTERM", "SIGHUP") if current_thread() is main_thread() else ()
    signals = [getattr(signal, name) for name in names if hasattr(signal, name)]
    signals = [each for each in signals if signal.getsignal(each) is signal.SIG_DFL]
    for each in signals:
        signal.signal(each, lambda number, _: ending.append(number))
    try:
        yield
    finally:
        for each in signals:
            signal.signal(each, signal.SIG_DFL)
        for number in ending:
            os.kill(os.getpid(), number)


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
