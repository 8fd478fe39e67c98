"""The files of a run: each is opened, read and checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO, Protocol

from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.files import NotRegularError, read_regular, read_stream
from articlelint.model import Diagnostic, Severity, Span
from articlelint.named_tuple import NamedTuple
from articlelint.reading.source import MAX_FILE_BYTES, SourceFile
from articlelint.report import FileReport
from articlelint.running.found import Found

#: Which checker a file gets, by its path.
CheckerFor = Callable[[str], Checker]

# One byte more than a file may have, so that a longer one is told from one that is just as long.
_MOST_READ = MAX_FILE_BYTES + 1

# Where systems have links to standard input and to the pipes of a shell.
_SYSTEM_FOLDERS = ("/dev/", "/proc/")


class OpenedFile(NamedTuple):
    """A file as it was read; if it could not be, ``data`` is empty and ``source`` has the fault.

    One that ``is_stream``, such as a pipe, cannot be read again.
    """

    path: str
    source: SourceFile
    data: bytes = b""
    is_stream: bool = False

    @property
    def posix_path(self) -> str:
        """The path as checkers know it, with ``/`` on every platform."""
        return self.path.replace(os.sep, "/")


class Begun(NamedTuple):
    """A file that was checked, or fixed, by itself: a comparison may add to what is wrong with it.

    ``file`` is as it was read, or as its fixes have left it.
    """

    file: OpenedFile
    checked: Checked
    checker: Checker

    def report(
        self,
        later: Sequence[Diagnostic] = (),
        others: Mapping[str, SourceFile] = {},
        *,
        is_compared: bool = False,
    ) -> FileReport:
        """All that is known of the file.

        ``later`` is what a comparison has added, and ``others`` the texts of the files that this
        names. It ``is_compared`` if all rules that are on and compare have looked at it.
        """
        checked = self.checked
        if later or not checked.is_silent:  # of most files, there is nothing to finish
            checked = self.checker.finish(checked, later, is_compared=is_compared)
        return FileReport(
            self.file.path,
            self.file.source,
            checked.diagnostics,
            checked.suppressed,
            others,
            by_named_schema=checked.by_named_schema,
            contents=checked.contents,
            is_compared=is_compared,
        )


class BeginFile(Protocol):
    """Checks, or fixes, a file by itself; ``name`` is its path within its collection."""

    def __call__(self, found: Found, checker: Checker, name: str | None = None, /) -> Begun:
        """What is known of it."""


def open_found(found: Found) -> OpenedFile:
    """Read a file; if it cannot be opened or read, that is its fault."""
    return _unreadable(found.path, found.error) if found.error else _open_file(found.path)


def open_stream(stream: BinaryIO, path: str) -> OpenedFile:
    """Read a stream such as standard input, under the name ``path``."""
    data = stream.read(_MOST_READ)
    return OpenedFile(path, SourceFile.from_bytes(data), data, is_stream=True)


def begin(file: OpenedFile, checker: Checker, name: str | None = None) -> Begun:
    """Check a file by itself; ``name`` is its path within its collection."""
    return Begun(file, checker.begin(file.source, file.posix_path, name), checker)


def begin_found(found: Found, checker: Checker, name: str | None = None) -> Begun:
    """The same for a file that is to be read."""
    return begin(open_found(found), checker, name)


def _open_file(path: str) -> OpenedFile:
    try:
        data, is_stream = _read(path)
    except OSError as error:
        return _unreadable(path, error)
    return OpenedFile(path, SourceFile.from_bytes(data), data, is_stream)


def _read(path: str) -> tuple[bytes, bool]:
    """The bytes of a file, or of a stream that the system names, such as ``/dev/stdin``.

    Any other pipe or device may have come with the articles, and reading it could wait forever.
    """
    try:
        return read_regular(path, _MOST_READ), False
    except NotRegularError:
        if not os.path.abspath(path).startswith(_SYSTEM_FOLDERS):
            raise
        return read_stream(path, _MOST_READ), True


def _unreadable(path: str, error: OSError) -> OpenedFile:
    return OpenedFile(path, with_fault("unreadable-file", f"cannot be read: {reason(error)}"))


def with_fault(rule: str, message: str) -> SourceFile:
    """What is known of a file without a text: why there is none."""
    return SourceFile("", Diagnostic(rule, Severity.ERROR, message, (), Span(0, 0)))


def reason(error: OSError) -> str:
    """Why something failed, in the words of the operating system if it has any."""
    return error.strerror or str(error)
