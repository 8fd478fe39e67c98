"""What the options ``--fix`` and ``--diff`` do with the files of a check."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

from articlelint.cli.output import (
    is_log_of_ci,
    is_terminal,
    print_bytes,
    print_text,
    wants_color,
    write_to_stderr,
)
from articlelint.cli.request import Request
from articlelint.engine.check import Checker
from articlelint.model import ColumnUnit, Diagnostic, Safety
from articlelint.reading.source import MAX_FILE_BYTES
from articlelint.report import FileReport
from articlelint.reporters import concise
from articlelint.rule import Stage
from articlelint.running.found import Found
from articlelint.running.rewrite import FixedFile, fix_files, fix_found, fix_stream, rewrite
from articlelint.running.run import Begun, CheckerFor
from articlelint.settings import records
from articlelint.text.printable import printable, printable_line, printable_path, without_commands
from articlelint.text.styles import styled, unstyled
from articlelint.text.words import MAX_MESSAGE, shorten

_COLORS = {"+": "green", "-": "red", "@": "cyan"}
_CHUNK = 1 << 16


class Differences(NamedTuple):
    """How many files would change, and how many failures hide what else would."""

    changed: int
    failed: int


class FixRun:
    """Fixes the files of a run.

    ``fixed`` is how many fixes were applied so far; ``shown`` tells each of them if that is asked.
    """

    def __init__(self, request: Request, checker_for: CheckerFor) -> None:
        self._checker_for = checker_for
        self._safeties = frozenset(Safety) if request.unsafe_fixes else {Safety.SAFE}
        self._color = request.color
        self._column_unit = ColumnUnit(request.column_unit)
        self._shows_fixes = request.show_fixes
        self.fixed = 0
        self.shown: list[str] = []

    def begin(self, found: Found, checker: Checker, name: str | None = None) -> Begun:
        """Fix and write a file; ``name`` is its path within its collection."""
        return self._counted(rewrite(fix_found(found, checker, self._safeties, name))).begun

    def reports_of_stdin(self, name: str | None) -> list[FileReport]:
        """Fix standard input, write that to standard output, and report what is left.

        Without a name nothing is fixed: it is the text of a file that is not to be checked.
        """
        stdin = sys.stdin.buffer
        if name is None:
            print_bytes(_chunks(stdin))
            return []
        file = self._counted(self._fixed_stdin(name))
        is_cut_off = len(file.before) > MAX_FILE_BYTES
        print_bytes(chain([file.after], _chunks(stdin) if is_cut_off else ()))
        return [file.report]

    def diff(self, files: Iterable[Found]) -> Differences:
        """Print what would change in each file."""
        return self._print_diffs(fix_files(files, self._checker_for, self._safeties))

    def diff_of_stdin(self, name: str | None) -> Differences:
        """The same for standard input; without a name, print nothing."""
        return self._print_diffs([self._fixed_stdin(name)] if name else [])

    def _fixed_stdin(self, name: str) -> FixedFile:
        return fix_stream(sys.stdin.buffer, name, self._checker_for, self._safeties)

    def _counted(self, file: FixedFile) -> FixedFile:
        self.fixed += file.fixed
        if self._shows_fixes:
            unit = self._column_unit
            self.shown += [
                line for each in file.rounds for line in _fixes(each._replace(column_unit=unit))
            ]
        return file

    def _print_diffs(self, files: Iterable[FixedFile]) -> Differences:
        changed = failed = 0
        for file in files:
            if file.before != file.after:
                changed += 1
                self._print_diff(self._counted(file))
            failures = list(filter(_hides_changes, file.report.diagnostics))
            failed += len(failures)
            for line in concise.render([file.report._replace(diagnostics=failures)]):
                write_to_stderr(unstyled(line))
        return Differences(changed, failed)

    def _print_diff(self, file: FixedFile) -> None:
        from articlelint.running.unified_diff import unified_diff  # noqa: PLC0415 - few ask for a diff

        lines = unified_diff(file.report.path, file.before, file.after)
        if is_terminal(sys.stdout):  # which must not obey control characters of a file
            shown = (printable_line(each.rstrip("\r\n")) + "\n" for each in lines)
            print_text(map(_colored, shown), self._color)
        else:
            exact = map(without_commands, lines) if is_log_of_ci(sys.stdout) else lines
            colored = map(_colored, exact) if wants_color(sys.stdout, self._color) else exact
            print_bytes(each.encode() for each in colored)


def _fixes(report: FileReport) -> Iterator[str]:
    """Each fix of a round, in a line, at its place in the text as it was before the round."""
    for diagnostic, fix in ((each, each.fix) for each in report.diagnostics if each.fix):
        line, column = report.position(diagnostic.span.start)
        place = f"{printable_path(report.path)}:{line}:{column}"
        what = printable(shorten(fix.title, MAX_MESSAGE))
        yield f"{place}: fixed: {what} ({fix.safety.value}) [{diagnostic.rule}]"


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")


def _colored(line: str) -> str:
    color = _COLORS.get(line[:1])
    return styled(line, color) if color else line


def _hides_changes(diagnostic: Diagnostic) -> bool:
    """Whether a failure of the run keeps a diff from showing everything that would change."""
    record = records.record(diagnostic.rule)
    return record.stage is Stage.RUN and record.prevents_check
