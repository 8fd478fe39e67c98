"""``path:line:column: severity message [rule]``, one a line: for editors and pipes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.report import FileReport
from articlelint.reporters._text import fix_mark, one_line


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One line for each diagnostic."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield one_line(report, diagnostic, fix_mark(diagnostic)) + "\n"
