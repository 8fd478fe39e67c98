"""The XML of Checkstyle, which Jenkins and many other programs read.

The format: https://checkstyle.org/config.html, and XMLLogger in Checkstyle's sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic
from articlelint.report import FileReport
from articlelint.reporters._identity import in_repository
from articlelint.reporters._text import message_and_notes
from articlelint.reporters._xml import DECLARATION, tag

#: The version of Checkstyle since when the format is as it is.
_VERSION = "4.3"


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """An element for each file that has a diagnostic, and in it one for each of these."""
    yield f"{DECLARATION}<{tag('checkstyle', {'version': _VERSION})}>\n"
    for report in reports:
        if report.diagnostics:
            named = in_repository(report)
            yield f"<{tag('file', {'name': named.path})}>\n"
            for diagnostic in named.diagnostics:
                yield f"<{tag('error', _attributes(named, diagnostic))}/>\n"
            yield "</file>\n"
    yield "</checkstyle>\n"


def _attributes(report: FileReport, diagnostic: Diagnostic) -> dict[str, str | int]:
    line, column = report.position(diagnostic.span.start)
    return {
        "line": line,
        "column": column,
        "severity": diagnostic.severity.value,
        "message": message_and_notes(report, diagnostic),
        # Readers take what follows the last full stop as the rule.
        "source": f"articlelint.{diagnostic.rule}",
    }
