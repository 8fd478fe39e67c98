"""A heading for each file."""

from __future__ import annotations

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from tests.unit.reporters.runs import BOTH, SOUND, printed


def test_a_file_with_diagnostics_has_one_heading() -> None:
    assert printed("grouped", [SOUND, BOTH, SOUND]) == (
        "news/both.md\n"
        '  2:1  error "type" is wrong [schema/enum]\n'
        '  3:3  warning "b" is empty [empty-value]\n'
        "\n"
    )


def test_the_messages_of_a_file_are_in_one_column() -> None:
    source = SourceFile.from_text("a\n" * 10 + "b c\n")
    found = [
        Diagnostic("a-rule", Severity.ERROR, "is wrong", (), Span(start, start + 1))
        for start in (0, 22)
    ]
    assert printed("grouped", [FileReport("::a.md", source, found)]) == (
        "./::a.md\n  1:1   error is wrong [a-rule]\n  11:3  error is wrong [a-rule]\n\n"
    )
