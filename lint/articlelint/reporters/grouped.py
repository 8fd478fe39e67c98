"""A heading for each file, and below it a line for each of its diagnostics: for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.report import FileReport
from articlelint.reporters._text import fix_mark, place_in_file, severity_and_message
from articlelint.text.printable import printable_path
from articlelint.text.styles import styled


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """A block of lines for each file that has a diagnostic, and an empty line after it."""
    for report in reports:
        if report.diagnostics:
            yield "\n".join((_heading(report), *_lines(report))) + "\n\n"


def _heading(report: FileReport) -> str:
    return styled(printable_path(report.path), "bold", "underline")


def _lines(report: FileReport) -> Iterator[str]:
    """The lines, indented, with the messages of a file in one column."""
    places = [place_in_file(report, each) for each in report.diagnostics]
    width = max(map(len, places))
    for place, diagnostic in zip(places, report.diagnostics, strict=True):
        yield f"  {place:<{width}}  {severity_and_message(diagnostic, fix_mark(diagnostic))}"
