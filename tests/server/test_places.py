"""Places of reports in the unit of the editor."""

from __future__ import annotations

from lsprotocol import types

from articlelint.model import ColumnUnit, Diagnostic, Related, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.server.diagnostics import diagnostics
from articlelint.server.places import Places


def test_a_related_place_may_be_in_another_file() -> None:
    related = (
        Related(Span(0, 3), "here"),
        Related(Span(4, 5), "there", "b.md"),
        Related(Span(4, 5), "nowhere", "gone.md"),
    )
    found = Diagnostic("duplicate-url", Severity.WARNING, "twice", (), Span(0, 3), related=related)
    others = {"b.md": SourceFile("---\n\U0001f600a\n")}
    report = FileReport("a.md", SourceFile("---\n"), [found], others=others)
    report = report._replace(column_unit=ColumnUnit.UTF_16)
    (told,) = diagnostics(report, Places(report, begins_with_mark=True), str)
    assert told.range == _range(0, 1, 0, 4)
    assert [
        (each.location.uri, each.location.range) for each in told.related_information or ()
    ] == [
        ("None", _range(0, 1, 0, 4)),
        ("b.md", _range(1, 0, 1, 2)),
        ("gone.md", _range(0, 0, 0, 0)),
    ]


def _range(*numbers: int) -> types.Range:
    line, character, end_line, end_character = numbers
    return types.Range(types.Position(line, character), types.Position(end_line, end_character))
