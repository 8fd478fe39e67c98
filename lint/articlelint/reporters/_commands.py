"""What the formats share that are commands to a runner of CI."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from articlelint.model import Diagnostic
from articlelint.report import FileReport
from articlelint.reporters._identity import in_repository


def commands(
    reports: Iterable[FileReport], command: Callable[[FileReport, Diagnostic], str]
) -> Iterator[str]:
    """One command, on one line, for each diagnostic; each takes the report with paths for CI."""
    for report in reports:
        if report.diagnostics:
            named = in_repository(report)
            for diagnostic in named.diagnostics:
                yield command(named, diagnostic) + "\n"


def escaped(text: str, replacements: Mapping[str, str]) -> str:
    """The text with each character replaced, in this order, which the runner undoes."""
    for character, replacement in replacements.items():
        text = text.replace(character, replacement)
    return text
