"""A summary in Markdown: for a comment on a pull request, or the summary of a job.

Values are shown as they are: they cannot break the table, act as markup, mention a person or refer
to an issue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic, Severity
from articlelint.report import FileReport
from articlelint.reporters._identity import in_repository
from articlelint.reporters._text import notes
from articlelint.reporters._totals import headline, totals
from articlelint.text.printable import printable

#: The most diagnostics in the table, and the most characters of it and of a message with its notes:
#: GitHub refuses a comment of more than 65,536 characters.
_MOST_ROWS = 100
_LONGEST_TABLE = 60_000
_LONGEST_MESSAGE = 500

_HEAD = "| Place | Severity | Rule | Message |\n| --- | --- | --- | --- |\n"

# A character reference is never markup. Even so `@` mentions a person, `#` refers to an issue and
# `$` begins mathematics, unless the character is in an element of its own.
_REPLACEMENTS = str.maketrans(
    {
        **{each: f"&#{ord(each)};" for each in "&*:<>[\\]_`|~"},
        **{each: f"<span>{each}</span>" for each in "@#$"},
    }
)


class _Table:
    """The rows that fit, and how many more there are."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.more = 0
        self._room = _LONGEST_TABLE

    def add(self, report: FileReport, diagnostic: Diagnostic) -> None:
        row = "" if self.more or len(self.rows) == _MOST_ROWS else _row(report, diagnostic)
        self._room -= len(row)
        if row and self._room >= 0:
            self.rows.append(row)
        else:
            self.more += 1


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """A headline with numbers, the table, and how many rows are left out, once all is known."""
    numbers: Counter[Severity] = Counter()
    files = faulty = 0
    table = _Table()
    for report in reports:
        files += 1
        faulty += bool(report.diagnostics)
        numbers += totals(report)
        if report.diagnostics:
            named = in_repository(report)
            for diagnostic in named.diagnostics:
                table.add(named, diagnostic)
    yield f"### articlelint: {headline(numbers, files, faulty)}\n"
    if table.rows:
        yield "\n" + _HEAD
        yield from table.rows
    if table.more:
        yield f"\nand {table.more} more\n"


def _row(report: FileReport, diagnostic: Diagnostic) -> str:
    line = report.position(diagnostic.span.start).line
    place = f"{report.path}:{line}"
    lines = _cut((diagnostic.message, *notes(report, diagnostic)))
    message = "<br>".join(map(_escaped, lines))
    cells = (*map(_escaped, (place, diagnostic.severity.value, diagnostic.rule)), message)
    return f"| {' | '.join(cells)} |\n"


def _cut(lines: Iterable[str]) -> Iterator[str]:
    """The lines up to ``_LONGEST_MESSAGE`` characters; an ellipsis where some are left out."""
    room = _LONGEST_MESSAGE
    for line in lines:
        if len(line) > room:
            yield line[:room] + "…"
            return
        yield line
        room -= len(line)


def _escaped(text: str) -> str:
    # What begins like a web address would become a link.
    return printable(text).translate(_REPLACEMENTS).replace("www.", "www&#46;")
