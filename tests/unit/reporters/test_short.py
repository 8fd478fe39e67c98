"""Texts without measure, of authors of schemas and articles, in every format."""

from __future__ import annotations

import pytest

from articlelint import reporters
from articlelint.model import Diagnostic, Fix, Related, Safety, SetValue, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression
from tests.unit.reporters.runs import printed

SOURCE = SourceFile.from_text("---\na: 1\n---\n")
SPAN = Span(4, 5)
every_format = pytest.mark.parametrize("name", reporters.names())


def report(length: int) -> FileReport:
    text = "x" * length
    fix = Fix(text, Safety.SAFE, (), SetValue(("a",), 1))
    related = (Related(SPAN, text),)
    found = Diagnostic("schema/enum", Severity.ERROR, text, ("a",), SPAN, (text,), related, fix)
    return FileReport("a.md", SOURCE, [found], (Suppressed(found, Suppression.COMMENT, text),))


@every_format
def test_texts_are_shortened(name: str) -> None:
    assert printed(name, [report(501)]) == printed(name, [report(1_000_000)])
    assert "x" * 500 not in printed(name, [report(501)])
    assert len(printed(name, [report(1_000_000)])) < len(printed(name, [])) + 8_000


@every_format
def test_other_texts_are_not(name: str) -> None:
    assert "x" * 500 in printed(name, [report(500)])
    assert "y" * 501 in printed(name, [report(10)._replace(path="y" * 501)])


def test_the_reports_themselves_stay_as_they_are() -> None:
    before = report(1000)
    printed("json", [before])
    assert before == report(1000)


@every_format
def test_an_excerpt_is_as_long_as_a_terminal_is_wide(name: str) -> None:
    line = "a: '" + "\u0301" * 1_000_000 + "' # ##["
    source = SourceFile.from_text(f"---\n{line}\n---\n")
    found = Diagnostic("schema/enum", Severity.ERROR, "is wrong", ("a",), Span(7, 1_000_009))
    assert len(printed(name, [FileReport("a.md", source, [found])])) < 8_000
