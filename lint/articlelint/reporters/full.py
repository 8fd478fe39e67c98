"""The line, then the source with the place marked, then help: for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import click

from articlelint.model import Diagnostic
from articlelint.report import FileReport
from articlelint.reporters._line import one_line, printable

#: The most columns of a source line that are shown, and how many of them before the place.
_WIDTH = 100
_BEFORE = 40


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """A few lines for each diagnostic."""
    for report in reports:
        for diagnostic in report.diagnostics:
            lines = [one_line(report, diagnostic), *_excerpt(report, diagnostic)]
            lines += (f"  help: {printable(each)}" for each in diagnostic.help)
            yield "\n".join(lines) + "\n\n"


def _excerpt(report: FileReport, diagnostic: Diagnostic) -> Iterator[str]:
    """The source line of the place with carets below, then the lines of related places."""
    line, column = report.source.position(diagnostic.span.start)
    text = report.source.line(line)
    if not text.strip():
        return
    end = report.source.position(diagnostic.span.end)
    last = end.column - 1 if end.line == line else len(text)
    yield from _marked(line, text, column - 1, last)
    for related in diagnostic.related:
        place = report.source.position(related.span.start)
        yield f"  line {place.line}: {printable(related.message)}"


def _marked(number: int, text: str, start: int, end: int) -> Iterator[str]:
    """A source line, cut to what a screen shows, with carets under ``text[start:end]``."""
    first = start - _BEFORE if start > _WIDTH - _BEFORE else 0
    shown = text[first : first + _WIDTH]
    before = ("…" if first else "") + shown[: start - first]
    marked = shown[start - first : max(end, start + 1) - first]
    after = shown[len(before) + len(marked) - (1 if first else 0) :]
    after += "…" if len(text) > first + _WIDTH else ""
    gutter = f"{number:>5} | "
    yield gutter + "".join(map(printable, (before, marked, after))).replace("\t", " ")
    carets = click.style("^" * max(1, _columns(marked)), fg="red", bold=True)
    yield " " * (len(gutter) - 2) + "| " + " " * _columns(before) + carets


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(
        0
        if unicodedata.combining(each) or unicodedata.category(each) == "Mn"
        else 2
        if unicodedata.east_asian_width(each) in "WF"
        else 1
        for each in printable(text)
    )
