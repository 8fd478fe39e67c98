"""The files of a run: each is opened, read, fixed and, if that changes it, written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import BinaryIO, NamedTuple

from articlelint.engine.fix import fix
from articlelint.files import remove_leftovers, replace_file
from articlelint.model import Safety
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.running.discover import Found
from articlelint.running.run import (
    CheckerFor,
    OpenedFile,
    open_files,
    open_stream,
    reason,
    report_of,
    with_fault,
)

_BYTE_ORDER_MARK = "\ufeff"


class FixedFile(NamedTuple):
    """The bytes of a file before and after its fixes, and what is left.

    ``rounds`` are the fixes that were applied at once, each with the text before them.
    """

    report: FileReport
    before: bytes
    after: bytes
    rounds: list[FileReport]

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
    files = sorted(files, key=lambda each: each.is_other_name)
    for found, file in zip(files, open_files(files), strict=True):
        yield _fixed(file, checker_for, frozenset() if found.is_other_name else safeties)


def fix_stream(
    stream: BinaryIO, path: str, checker_for: CheckerFor, safeties: AbstractSet[Safety]
) -> FixedFile:
    """Fix what a stream such as standard input holds, under the name ``path``."""
    return _fixed(open_stream(stream, path), checker_for, safeties)


def rewrite(file: FixedFile, checker_for: CheckerFor) -> FixedFile:
    """Write a file that has changed; if that fails, report it as it was, with all its faults."""
    remove_leftovers(os.path.dirname(os.path.abspath(file.report.path)))
    if file.before == file.after:
        return file
    try:
        replace_file(file.report.path, file.before, file.after)
    except OSError as error:
        return _unwritten(file, error, checker_for)
    return file


def _fixed(file: OpenedFile, checker_for: CheckerFor, safeties: AbstractSet[Safety]) -> FixedFile:
    source, checked, rounds = fix(file.source, file.posix_path, checker_for(file.path), safeties)
    report = report_of(file, source, checked)
    after = _bytes(source) if rounds else file.data
    reports = [FileReport(file.path, each.source, each.fixed) for each in rounds]
    return FixedFile(report, file.data, after, reports)


def _bytes(source: SourceFile) -> bytes:
    return (_BYTE_ORDER_MARK * source.has_byte_order_mark + source.text).encode()


def _unwritten(file: FixedFile, error: OSError, checker_for: CheckerFor) -> FixedFile:
    path = file.report.path
    before = OpenedFile(path, SourceFile.from_bytes(file.before), file.before)
    unfixed = _fixed(before, checker_for, frozenset())
    fault = with_fault("unwritable-file", f"cannot be written: {reason(error)}")
    found = checker_for(path).check(fault, path)  # as severe as the settings say
    report = unfixed.report
    return unfixed._replace(report=report._replace(diagnostics=[*found, *report.diagnostics]))
