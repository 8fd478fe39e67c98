"""Workflow commands of GitHub Actions, which become annotations on the lines of a pull request.

The commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic
from articlelint.report import FileReport
from articlelint.reporters._commands import commands, escaped
from articlelint.reporters._text import message_and_notes
from articlelint.text.printable import printable, printable_name

# In the order of replacement.
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One command, on one line, for each diagnostic."""
    return commands(reports, _command)


def _command(report: FileReport, diagnostic: Diagnostic) -> str:
    file = printable_name(escaped(report.path, _IN_PROPERTIES))
    properties = ",".join(
        f"{name}={printable(escaped(str(value), _IN_PROPERTIES))}"
        for name, value in _properties(report, diagnostic).items()
    )
    message = printable(escaped(message_and_notes(report, diagnostic), _IN_DATA))
    return f"::{diagnostic.severity.value} file={file},{properties}::{message}"


def _properties(report: FileReport, diagnostic: Diagnostic) -> dict[str, str | int]:
    start = report.position(diagnostic.span.start)
    end = report.position(diagnostic.span.end)
    place = {"line": start.line, "col": start.column, "endLine": end.line, "endColumn": end.column}
    if start.line != end.line:  # the runner takes columns only of a place within one line
        del place["col"], place["endColumn"]
    title = f"articlelint ({diagnostic.rule})"
    return {**place, "title": title}
