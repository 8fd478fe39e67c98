"""The line, then the source with the place marked, then notes: for people."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator

import click

from articlelint.model import Diagnostic
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.reporters._text import note_lines, one_line
from articlelint.text.printable import printable

#: The most columns of a line where no terminal says how wide it is, and the least in any case.
_WIDTH = 100
_LEAST_WIDTH = 40
_ELLIPSIS = "…"


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """A few lines for each diagnostic."""
    width = _terminal_width()
    for report in reports:
        for diagnostic in report.diagnostics:
            lines = [one_line(report, diagnostic), *_excerpt(report, diagnostic, width)]
            lines += note_lines(report, diagnostic)
            yield "\n".join(lines) + "\n\n"


def _terminal_width() -> int:
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        columns = 0
    return max(columns, _LEAST_WIDTH) if columns else _WIDTH


def _excerpt(report: FileReport, diagnostic: Diagnostic, width: int) -> Iterator[str]:
    """The source line of the place, and carets under all of the place that is on it."""
    if not isinstance(report.source, SourceFile):
        return  # the text was not kept
    line, column = report.position(diagnostic.span.start)
    text = report.source.line(line)
    if not text.strip():
        return
    end = report.position(diagnostic.span.end)
    last = end.column - 1 if end.line == line else len(text)
    yield from _marked(f"{line:>5} | ", text, column - 1, last, width)


def _marked(gutter: str, text: str, start: int, end: int, width: int) -> Iterator[str]:
    """A source line, cut to ``width`` columns, with carets under ``text[start:end]``."""
    room = width - len(gutter)
    # The part before the place gets a third, and whatever the rest leaves.
    room_before = max(room // 3, room - max(1, _columns(_fit(text[start:], room))))
    before = _fit(reversed(text[:start]), room_before)[::-1]
    rest = _fit(text[start:], room - _columns(before))
    yield gutter + "".join(before + rest)
    carets = "^" * max(1, _columns(rest[: end - start]))
    indent = " " * (len(gutter) - 2) + "| " + " " * _columns(before)
    yield indent + click.style(carets, fg="red", bold=True)


def _fit(characters: Iterable[str], room: int) -> list[str]:
    """Each character as it is shown, in at most ``room`` columns; an ellipsis for the others."""
    shown: list[str] = []
    used = 0
    for each in characters:
        shown.append(" " if each == "\t" else printable(each))
        used += _columns(shown[-1])
        if used > room:
            while used >= room:
                used -= _columns(shown.pop())
            return [*shown, _ELLIPSIS]
    return shown


def _columns(texts: Iterable[str]) -> int:
    """How many columns of a terminal texts take together (Unicode Standard Annex 11)."""
    return sum(_width(character) for text in texts for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return 0  # marks on the character before; vowels and finals of a Hangul syllable
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
