"""A summary in Markdown: for a comment on a pull request, or the summary of a job.

What a value holds is shown as it is: it can neither break the table, nor be markup, nor call
somebody who is named in it, nor refer to an issue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic, Severity
from articlelint.report import FileReport
from articlelint.reporters._known import repository_path
from articlelint.reporters._totals import in_words, totals
from articlelint.text.printable import printable
from articlelint.text.words import counted

#: How many diagnostics the table holds at most, and how long it and a message in it may be: GitHub
#: refuses a comment of more than 65,536 characters.
_MOST_ROWS = 100
_LONGEST_TABLE = 60_000
_LONGEST_MESSAGE = 500

_HEAD = "| Place | Severity | Rule | Message |\n| --- | --- | --- | --- |\n"

# A character reference is never markup. But `@` makes a name one who is told, `#` a number an issue
# and `$` a text mathematics even so, unless an element stands between.
_REPLACEMENTS = str.maketrans(
    {
        **{each: f"&#{ord(each)};" for each in "&*:<>[\\]_`|~"},
        **{each: f"<span>{each}</span>" for each in "@#$"},
    }
)


class _Table:
    """The rows that there is room for, and how many more there are."""

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
    """A headline with numbers, the table, and how much more there is, when all is known."""
    numbers: Counter[Severity] = Counter()
    files = faulty = 0
    table = _Table()
    for report in reports:
        files += 1
        faulty += bool(report.diagnostics)
        numbers += totals(report)
        for diagnostic in report.diagnostics:
            table.add(report, diagnostic)
    among = f"{faulty} of {counted(files, 'file')}" if faulty else counted(files, "file")
    yield f"### articlelint: {in_words(numbers) or 'nothing to report'} in {among}\n"
    if table.rows:
        yield "\n" + _HEAD
        yield from table.rows
    if table.more:
        yield f"\nand {table.more} more\n"


def _row(report: FileReport, diagnostic: Diagnostic) -> str:
    line = report.position(diagnostic.span.start).line
    place = f"{repository_path(report.path)}:{line}"
    message = diagnostic.message
    if len(message) > _LONGEST_MESSAGE:
        message = message[:_LONGEST_MESSAGE] + "…"
    cells = place, diagnostic.severity.value, diagnostic.rule, message
    return f"| {' | '.join(map(_escaped, cells))} |\n"


def _escaped(text: str) -> str:
    # What begins like a web address would become a link.
    return printable(text).translate(_REPLACEMENTS).replace("www.", "www&#46;")
