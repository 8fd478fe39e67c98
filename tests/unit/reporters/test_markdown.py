"""The summary in Markdown, read back by a parser of it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import islice

import pytest
from markdown_it import MarkdownIt

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from tests.unit.reporters.runs import (
    BOTH,
    HOSTILE,
    SOUND,
    WARNING,
    lines,
    notes,
    printed,
    shown,
    told,
)

PARSER = MarkdownIt("commonmark").enable("table")


class _Page(HTMLParser):
    """The texts of the headline, the cells and the paragraphs; and which elements there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.texts: dict[str, list[str]] = {"h3": [], "td": [], "p": []}
        self._open: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == []
        self.elements.add(tag)
        if tag == "br" and self._open:
            self.texts[self._open][-1] += "\n"
        if tag in self.texts:
            self.texts[tag].append("")
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open][-1] += data


def page(*reports: FileReport) -> _Page:
    return _Page(PARSER.render(printed("markdown", list(reports))))


def rows(*reports: FileReport) -> list[tuple[str, ...]]:
    cells = iter(page(*reports).texts["td"])
    return list(iter(lambda: tuple(islice(cells, 4)), ()))


def seen(text: str) -> str:
    """The text as a reader sees it in a cell."""
    return shown(text).strip(" ")


def seen_lines(report: FileReport, diagnostic: Diagnostic) -> str:
    """The message and the notes as a reader sees them, each on a line."""
    return "\n".join(map(shown, (diagnostic.message, *notes(report, diagnostic)))).strip(" ")


def with_message(message: str, *help_: str, path: str = "a.md") -> FileReport:
    diagnostic = Diagnostic("schema/enum", Severity.ERROR, message, (), Span(0, 1), help_)
    return FileReport(path, SourceFile.from_text("a"), [diagnostic])


SHORT = [
    report._replace(diagnostics=[each])
    for report in HOSTILE
    for each in report.diagnostics
    if len(told(report, each)) < 500
]


@pytest.mark.parametrize("first", range(0, len(SHORT), 50))
def test_messages_and_paths_come_back(first: int) -> None:
    reports = SHORT[first : first + 50]
    assert rows(*reports) == [
        (
            f"{seen(report.path)}:{lines(report)[0]}",
            report.diagnostics[0].severity.value,
            report.diagnostics[0].rule,
            seen_lines(report, report.diagnostics[0]),
        )
        for report in reports
    ]


def test_values_bring_no_markup() -> None:
    elements = page(*SHORT[:60]).elements
    assert elements == {"h3", "table", "thead", "tbody", "tr", "th", "td", "span", "br"}


@pytest.mark.parametrize(
    ("message", "written"),
    [
        pytest.param("@somebody", "<span>@</span>somebody", id="mention"),
        pytest.param("see #12", "see <span>#</span>12", id="reference to an issue"),
        pytest.param("$x$", "<span>$</span>x<span>$</span>", id="mathematics"),
        pytest.param("www.example.com", "www&#46;example.com", id="web address"),
        pytest.param("https://a.b", "https&#58;//a.b", id="URL"),
        pytest.param("a | b", "a &#124; b", id="pipe"),
        pytest.param("`a`", "&#96;a&#96;", id="backtick"),
        pytest.param("<b>&", "&#60;b&#62;&#38;", id="HTML"),
        pytest.param("a\nb", "a&#92;nb", id="line break"),
        pytest.param('"b" is 1.5 - so!', '"b" is 1.5 - so!', id="nothing to escape"),
    ],
)
def test_what_means_something_to_a_reader_is_escaped(message: str, written: str) -> None:
    assert f"| schema/enum | {written} |\n" in printed("markdown", [with_message(message)])


@pytest.mark.parametrize(
    ("reports", "headline"),
    [
        pytest.param([], "nothing to report in 0 files", id="no file"),
        pytest.param([SOUND], "nothing to report in 1 file", id="sound"),
        pytest.param([WARNING, SOUND], "1 warning in 1 of 2 files", id="warning"),
        pytest.param([BOTH, BOTH], "2 errors and 2 warnings in 2 of 2 files", id="both"),
    ],
)
def test_the_headline_has_the_numbers(reports: list[FileReport], headline: str) -> None:
    assert page(*reports).texts["h3"] == [f"articlelint: {headline}"]


@pytest.mark.parametrize(
    ("number", "more"), [(100, []), (101, ["and 1 more"]), (350, ["and 250 more"])]
)
def test_there_are_a_hundred_rows_at_most(number: int, more: list[str]) -> None:
    found = page(*[with_message("is wrong")] * number)
    assert len(found.texts["td"]) == 4 * 100
    assert found.texts["p"] == more


def test_a_long_message_is_cut() -> None:
    ((*_, message),) = rows(with_message("x" * 501))
    assert message == "x" * 499 + "…"
    ((*_, message),) = rows(with_message("x" * 500))
    assert message == "x" * 500


@pytest.mark.parametrize(
    ("length", "shown_"),
    [
        pytest.param(488, "help: bbbbb\nh…", id="cut within the last line"),
        pytest.param(489, "help: bbbbb\n…", id="full"),
        pytest.param(490, "help: bbbb…", id="cut within the first line"),
        pytest.param(500, "…", id="no room"),
    ],
)
def test_help_shares_the_room_of_the_message(length: int, shown_: str) -> None:
    ((*_, message),) = rows(with_message("x" * length, "bbbbb", "ccc"))
    assert message == "x" * length + "\n" + shown_


def test_the_whole_fits_into_a_comment() -> None:
    reports = [with_message("<" * 500, path="a" * 200)] * 90 + [BOTH]
    output = printed("markdown", reports)
    assert 50_000 < len(output) < 65_536
    found = page(*reports)
    count = len(found.texts["td"]) // 4
    assert found.texts["p"] == [f"and {92 - count} more"]
    assert not re.search(r"both\.md", output)  # once one had no room, none has
