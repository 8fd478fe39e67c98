"""The files of a run: each is opened, read and checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

from articlelint.engine.check import Checked, Checker
from articlelint.files import NotRegularError, read_regular, read_stream
from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import MAX_FILE_BYTES, SourceFile
from articlelint.report import FileReport
from articlelint.running.discover import Found

#: Which checker a file gets, by its path.
CheckerFor = Callable[[str], Checker]

# One byte more than a file may have, so that a longer one is told from one that is just as long.
_MOST_READ = MAX_FILE_BYTES + 1

# Where systems have links to standard input and to the pipes of a shell.
_SYSTEM_FOLDERS = ("/dev/", "/proc/")


class OpenedFile(NamedTuple):
    """A file as it was read; if it could not be, ``data`` is empty and ``source`` has the fault."""

    path: str
    source: SourceFile
    data: bytes = b""

    @property
    def posix_path(self) -> str:
        """The path as checkers know it, with ``/`` on every platform."""
        return self.path.replace(os.sep, "/")


def open_files(files: Iterable[Found]) -> Iterator[OpenedFile]:
    """Read one file after the other; what cannot be opened or read is passed on with a fault."""
    for path, error, _ in files:
        yield _unreadable(path, error) if error else _open_file(path)


def open_stream(stream: BinaryIO, path: str) -> OpenedFile:
    """Read a stream such as standard input, under the name ``path``."""
    data = stream.read(_MOST_READ)
    return OpenedFile(path, SourceFile.from_bytes(data), data)


def check_files(files: Iterable[Found], checker_for: CheckerFor) -> Iterator[FileReport]:
    """Check one file after the other."""
    for file in open_files(files):
        yield _checked(file, checker_for)


def check_stream(stream: BinaryIO, path: str, checker_for: CheckerFor) -> FileReport:
    """Check what a stream such as standard input holds, under the name ``path``."""
    return _checked(open_stream(stream, path), checker_for)


def _checked(file: OpenedFile, checker_for: CheckerFor) -> FileReport:
    checked = checker_for(file.path).check_fully(file.source, file.posix_path)
    return report_of(file, file.source, checked)


def report_of(file: OpenedFile, source: SourceFile, checked: Checked) -> FileReport:
    """What is known of a file, whose text may have been fixed, after a check."""
    return FileReport(
        file.path,
        source,
        checked.diagnostics,
        checked.suppressed,
        by_named_schema=checked.by_named_schema,
        contents=checked.contents,
    )


def _open_file(path: str) -> OpenedFile:
    try:
        data = _read(path)
    except OSError as error:
        return _unreadable(path, error)
    return OpenedFile(path, SourceFile.from_bytes(data), data)


def _read(path: str) -> bytes:
    """The bytes of a file, or of a pipe or device that a user named, such as ``/dev/stdin``.

    A link that leads to one may come from elsewhere, and reading it could wait forever.
    """
    try:
        return read_regular(path, _MOST_READ)
    except NotRegularError:
        if os.path.islink(path) and not os.path.abspath(path).startswith(_SYSTEM_FOLDERS):
            raise
        return read_stream(path, _MOST_READ)


def _unreadable(path: str, error: OSError) -> OpenedFile:
    return OpenedFile(path, with_fault("unreadable-file", f"cannot be read: {reason(error)}"))


def with_fault(rule: str, message: str) -> SourceFile:
    """What is known of a file without a text: why there is none."""
    return SourceFile("", Diagnostic(rule, Severity.ERROR, message, (), Span(0, 0)))


def reason(error: OSError) -> str:
    """Why something failed, in the words of the operating system if it has any."""
    return error.strerror or str(error)
