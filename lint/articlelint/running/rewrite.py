"""The files of a run: each is opened, read, fixed and, if that changes it, written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import BinaryIO, NamedTuple

from articlelint.engine.check import Checker
from articlelint.engine.fix import fix
from articlelint.files import remove_leftovers, replace_file
from articlelint.model import Safety
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.running.found import Found
from articlelint.running.run import (
    Begun,
    CheckerFor,
    OpenedFile,
    begin,
    open_found,
    open_stream,
    reason,
    with_fault,
)

_BYTE_ORDER_MARK = "\ufeff"


class FixedFile(NamedTuple):
    """The bytes of a file before its fixes, and what is known of it after them.

    ``rounds`` are the fixes that were applied at once, each with the text before them.
    """

    begun: Begun
    before: bytes
    rounds: list[FileReport]

    @property
    def after(self) -> bytes:
        """The bytes of the file after its fixes."""
        return self.begun.file.data

    @property
    def report(self) -> FileReport:
        """What is left."""
        return self.begun.report()

    @property
    def fixed(self) -> int:
        """How many fixes were applied."""
        return sum(len(each.diagnostics) for each in self.rounds)


def fix_files(
    files: Iterable[Found], checker_for: CheckerFor, safeties: AbstractSet[Safety]
) -> Iterator[FixedFile]:
    """Fix one file after the other in memory.

    Other names of files come last, so that they are checked as the fixed files have become.
    """
    for found in sorted(files, key=lambda each: each.is_other_name):
        yield fix_found(found, checker_for(found.path), safeties)


def fix_found(
    found: Found, checker: Checker, safeties: AbstractSet[Safety], name: str | None = None
) -> FixedFile:
    """Fix a file in memory, unless it is found by another name, too.

    ``name`` is its path within its collection.
    """
    if found.is_other_name:
        safeties = frozenset()
    return _fixed(open_found(found), checker, safeties, name)


def fix_stream(
    stream: BinaryIO, path: str, checker_for: CheckerFor, safeties: AbstractSet[Safety]
) -> FixedFile:
    """Fix what a stream such as standard input holds, under the name ``path``."""
    return _fixed(open_stream(stream, path), checker_for(path), safeties)


def rewrite(file: FixedFile) -> FixedFile:
    """Write a file that has changed; if that fails, report it as it was, with all its faults."""
    path = file.begun.file.path
    remove_leftovers(os.path.dirname(os.path.abspath(path)))
    if file.before == file.after:
        return file
    try:
        replace_file(path, file.before, file.after)
    except OSError as error:
        return _unwritten(file, error)
    return file


def _fixed(
    file: OpenedFile, checker: Checker, safeties: AbstractSet[Safety], name: str | None = None
) -> FixedFile:
    source, checked, rounds = fix(file.source, file.posix_path, checker, safeties, name)
    after = OpenedFile(file.path, source, _bytes(source)) if rounds else file
    reports = [FileReport(file.path, each.source, each.fixed) for each in rounds]
    return FixedFile(Begun(after, checked, checker), file.data, reports)


def _bytes(source: SourceFile) -> bytes:
    return (_BYTE_ORDER_MARK * source.has_byte_order_mark + source.text).encode()


def _unwritten(file: FixedFile, error: OSError) -> FixedFile:
    path, checker = file.begun.file.path, file.begun.checker
    before = OpenedFile(path, SourceFile.from_bytes(file.before), file.before)
    begun = begin(before, checker)
    fault = with_fault("unwritable-file", f"cannot be written: {reason(error)}")
    found = checker.check(fault, path)  # as severe as the settings say
    checked = begun.checked._replace(diagnostics=[*found, *begun.checked.diagnostics])
    return file._replace(begun=begun._replace(checked=checked), rounds=[])
