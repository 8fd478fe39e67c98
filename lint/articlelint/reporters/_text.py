"""A diagnostic as text: one line for people and editors, and notes below it."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.model import Diagnostic, Fix, Related, Safety, Severity
from articlelint.report import FileReport
from articlelint.text.printable import printable, printable_line, printable_path
from articlelint.text.styles import styled

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_MARKS = {Safety.SAFE: "fixable", Safety.UNSAFE: "fixable, unsafe"}


def one_line(report: FileReport, diagnostic: Diagnostic, mark: str = "") -> str:
    """``path:line:column: severity message [rule]``, without a line break.

    Readers of the line take a ``mark`` for the end of the message.
    """
    place = f"{printable_path(report.path)}:{place_in_file(report, diagnostic)}"
    return f"{styled(place, 'bold')}: {severity_and_message(diagnostic, mark)}"


def place_in_file(report: FileReport, diagnostic: Diagnostic) -> str:
    """``line:column``, where a diagnostic begins."""
    line, column = report.position(diagnostic.span.start)
    return f"{line}:{column}"


def severity_and_message(diagnostic: Diagnostic, mark: str = "") -> str:
    """``severity message [rule]``, with a ``mark`` before the rule."""
    severity = diagnostic.severity
    word = styled(severity.value, _COLORS[severity], "bold")
    rule = styled(f"[{printable(diagnostic.rule)}]", "dim")
    return f"{word} {printable(diagnostic.message)} {mark}{rule}"


def fix_mark(diagnostic: Diagnostic) -> str:
    """``[fixable]`` or ``[fixable, unsafe]``, for formats that do not show the fix."""
    fix = diagnostic.fix
    return styled(f"[{_MARKS[fix.safety]}]", "cyan") + " " if fix else ""


def note_lines(report: FileReport, diagnostic: Diagnostic) -> Iterator[str]:
    """The notes, and what a fix would do and how safe that is, each in an indented line."""
    for note in notes(report, diagnostic):
        yield f"  {printable_line(note)}"
    if fix := diagnostic.fix:
        title = "as the help says" if _is_said(fix, diagnostic.help) else printable(fix.title)
        yield f"  fix: {title} ({fix.safety.value})"


def _is_said(fix: Fix, help_: tuple[str, ...]) -> bool:
    """Whether the help writes out all that the title of a fix does, which may be cut short."""
    _, quote, written = fix.title.partition("write `")
    written = written.removesuffix("`").removesuffix("…")
    return bool(quote) and any(f"`{written}" in each for each in help_)


def message_and_notes(report: FileReport, diagnostic: Diagnostic) -> str:
    """The message, then each note in a line, for formats that hold one text."""
    return "\n".join((diagnostic.message, *notes(report, diagnostic)))


def notes(report: FileReport, diagnostic: Diagnostic) -> Iterator[str]:
    """The related places, then the help: ``line 2: first given here``, ``help: remove it``."""
    for related in diagnostic.related:
        yield f"{_place(report, related)}: {related.message}"
    yield from help_notes(diagnostic)


def help_notes(diagnostic: Diagnostic) -> Iterator[str]:
    """The help alone, for formats that have a place of their own for what is related."""
    for each in diagnostic.help:
        yield f"help: {each}"


def _place(report: FileReport, related: Related) -> str:
    start, _ = report.region_of(related)
    if related.path is None:
        return f"line {start.line}"
    return f"{printable_path(related.path)}:{start.line}"
