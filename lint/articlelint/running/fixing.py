"""Mend many files: read each, mend it, and write it if it has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import BinaryIO, NamedTuple

from articlelint.engine.fix import fix
from articlelint.files import replace_file
from articlelint.model import Diagnostic, Safety, Severity, Span
from articlelint.reading.source import MAX_FILE_BYTES, SourceFile
from articlelint.report import FileReport
from articlelint.running.discover import Found
from articlelint.running.run import CheckerFor, read, unreadable

_MARK = "\ufeff"


class FixedFile(NamedTuple):
    """A file before and after its fixes: its bytes, and what is left to report."""

    report: FileReport
    before: bytes = b""
    after: bytes = b""
    mended: int = 0


def fix_files(
    files: Iterable[Found], checker_for: CheckerFor, safeties: AbstractSet[Safety]
) -> Iterator[FixedFile]:
    """Mend one file after the other in memory; what cannot be read is a diagnostic."""
    for path, error in files:
        try:
            if error:
                raise error
            data = read(path)
        except OSError as failure:
            yield FixedFile(unreadable(path, failure, checker_for(path)))
            continue
        yield _fixed(path, data, checker_for, safeties)


def fix_stream(
    stream: BinaryIO, path: str, checker_for: CheckerFor, safeties: AbstractSet[Safety]
) -> FixedFile:
    """Mend what a stream such as standard input holds, under the name ``path``."""
    return _fixed(path, stream.read(MAX_FILE_BYTES + 1), checker_for, safeties)


def written(fixed: FixedFile, checker_for: CheckerFor) -> FixedFile:
    """Write a file that has changed; where that fails, it is reported as it was and is."""
    if fixed.before == fixed.after:
        return fixed
    path = fixed.report.path
    try:
        replace_file(path, fixed.before, fixed.after)
    except OSError as error:
        return _unwritten(fixed, error, checker_for)
    return fixed


def _fixed(
    path: str, data: bytes, checker_for: CheckerFor, safeties: AbstractSet[Safety]
) -> FixedFile:
    source = SourceFile.from_bytes(data)
    checker = checker_for(path)
    fixed, checked, mended = fix(source, path.replace(os.sep, "/"), checker, safeties)
    report = FileReport(path, fixed, checked.diagnostics, checked.suppressed)
    after = _bytes(fixed) if mended else data
    return FixedFile(report, data, after, len(mended))


def _bytes(source: SourceFile) -> bytes:
    return (_MARK * source.has_byte_order_mark + source.text).encode()


def _unwritten(fixed: FixedFile, error: OSError, checker_for: CheckerFor) -> FixedFile:
    path = fixed.report.path
    unmended = _fixed(path, fixed.before, checker_for, frozenset())
    message = f"cannot be written: {error.strerror or error}"
    fault = Diagnostic("unwritable-file", Severity.ERROR, message, (), Span(0, 0))
    found = checker_for(path).check(SourceFile("", fault), path)  # as severe as settings have it
    report = unmended.report
    return unmended._replace(report=report._replace(diagnostics=[*found, *report.diagnostics]))
