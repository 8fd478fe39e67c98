"""The line that people and editors read, and what keeps it one line."""

from __future__ import annotations

from collections.abc import Iterator

import click

from articlelint.model import Diagnostic, Severity
from articlelint.report import FileReport
from articlelint.text.printable import printable

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def one_line(report: FileReport, diagnostic: Diagnostic) -> str:
    """``path:line:column: severity message [rule]``, without a line break."""
    line, column = report.position(diagnostic.span.start)
    place = click.style(f"{printable(report.path)}:{line}:{column}", bold=True)
    severity = diagnostic.severity
    word = click.style(severity.value, fg=_COLORS[severity], bold=True)
    rule = click.style(f"[{printable(diagnostic.rule)}]", dim=True)
    return f"{place}: {word} {printable(diagnostic.message)} {rule}"


def help_lines(diagnostic: Diagnostic) -> Iterator[str]:
    """What to write instead, and what a fix would do and how safe that is, each on a line."""
    for each in diagnostic.help:
        yield f"  help: {printable(each)}"
    if diagnostic.fix:
        yield f"  fix: {printable(diagnostic.fix.title)} ({diagnostic.fix.safety.value})"
