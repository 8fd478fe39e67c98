"""The line that people and editors read, and what keeps it one line."""

from __future__ import annotations

import re

import click

from articlelint.model import Diagnostic, Severity
from articlelint.report import FileReport

# Line breaks of every kind, other control characters (a terminal would obey them), and the lone
# surrogates by which Python spells a file name that is not UTF-8.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def one_line(report: FileReport, diagnostic: Diagnostic) -> str:
    """``path:line:column: severity message [rule]``, without a line break."""
    line, column = report.source.position(diagnostic.span.start)
    place = click.style(f"{printable(report.path)}:{line}:{column}", bold=True)
    severity = diagnostic.severity
    word = click.style(severity.value, fg=_COLORS[severity], bold=True)
    rule = click.style(f"[{diagnostic.rule}]", dim=True)
    return f"{place}: {word} {printable(diagnostic.message)} {rule}"


def printable(text: str) -> str:
    """The text with everything that is no visible character or blank spelled out."""
    return _UNPRINTABLE.sub(lambda match: ascii(match.group())[1:-1], text)
