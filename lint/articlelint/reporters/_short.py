"""Texts of a bounded length: a schema's author can put a book into each message."""

from __future__ import annotations

from articlelint.model import Diagnostic
from articlelint.report import FileReport, Suppressed
from articlelint.text.words import MAX_MESSAGE, shorten


def shortened(report: FileReport) -> FileReport:
    """The report with every text about its diagnostics shortened, but for the edits of a fix."""
    if not report.diagnostics and not report.suppressed:
        return report
    return report._replace(
        diagnostics=[_shortened(each) for each in report.diagnostics],
        suppressed=tuple(map(_of_suppressed, report.suppressed)),
    )


def _shortened(diagnostic: Diagnostic) -> Diagnostic:
    fix = diagnostic.fix
    return diagnostic._replace(
        message=_cut(diagnostic.message),
        help=tuple(map(_cut, diagnostic.help)),
        related=tuple(each._replace(message=_cut(each.message)) for each in diagnostic.related),
        fix=fix and fix._replace(title=_cut(fix.title)),
    )


def _of_suppressed(suppressed: Suppressed) -> Suppressed:
    return suppressed._replace(
        diagnostic=_shortened(suppressed.diagnostic), reason=_cut(suppressed.reason)
    )


def _cut(text: str) -> str:
    return shorten(text, MAX_MESSAGE)
