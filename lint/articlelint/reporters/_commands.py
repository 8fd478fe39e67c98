"""What the formats share that are commands to a runner of CI."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from articlelint.model import Diagnostic
from articlelint.report import FileReport


def commands(
    reports: Iterable[FileReport], command: Callable[[FileReport, Diagnostic], str]
) -> Iterator[str]:
    """One command, on one line, for each diagnostic."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield command(report, diagnostic) + "\n"


def escaped(text: str, replacements: Mapping[str, str]) -> str:
    """The text with each character replaced, in this order, which the runner undoes."""
    for character, replacement in replacements.items():
        text = text.replace(character, replacement)
    return text
