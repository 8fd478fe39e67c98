"""Logging commands of Azure Pipelines, which become the issues of a run.

The commands, and how values in them are escaped:
https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic
from articlelint.report import FileReport
from articlelint.reporters._commands import commands, escaped
from articlelint.reporters._text import message_and_notes
from articlelint.text.printable import printable, printable_name

# In the order of replacement.
_IN_DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ";": "%3B", "]": "%5D"}


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One command, on one line, for each diagnostic."""
    return commands(reports, _command)


def _command(report: FileReport, diagnostic: Diagnostic) -> str:
    line, column = report.position(diagnostic.span.start)
    file = printable_name(escaped(report.path, _IN_PROPERTIES))
    code = printable(escaped(diagnostic.rule, _IN_PROPERTIES))
    properties = (
        f"type={diagnostic.severity.value};sourcepath={file};linenumber={line};"
        f"columnnumber={column};code={code};"
    )
    message = printable(escaped(message_and_notes(report, diagnostic), _IN_DATA))
    return f"##vso[task.logissue {properties}]{message}"
