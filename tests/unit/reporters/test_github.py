"""Workflow commands, read back as the runner of GitHub Actions does."""

from __future__ import annotations

import pytest

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from tests.unit.reporters.runs import BOTH, HOSTILE, Read, lines, printed, shown, told

TITLE = "articlelint ({})"
#: They are escaped in a way that the runner undoes.
LINE_BREAKS = "\r\n"


def commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    """The command, the properties and the message of each line."""
    return [_command(line) for line in output.splitlines()]


def _command(line: str) -> tuple[str, dict[str, str], str]:
    empty, inside, message = line.split("::", 2)
    assert empty == ""
    name, _, properties = inside.partition(" ")
    pairs = [each.split("=", 1) for each in properties.split(",")]
    values = {key: _unescaped(value, "%0D %0A %3A %2C %25") for key, value in pairs}
    return name, values, _unescaped(message, "%0D %0A %25")


def _unescaped(text: str, escapes: str) -> str:
    for each in escapes.split():
        text = text.replace(each, chr(int(each[1:], 16)))
    return text


def test_messages_and_paths_come_back() -> None:
    read = [
        Read(values["file"], int(values["line"]), name, values["title"], message)
        for name, values, message in commands(printed("github", HOSTILE))
    ]
    assert read == [
        Read(
            shown(report.path, LINE_BREAKS),
            line,
            each.severity.value,
            TITLE.format(each.rule),
            shown(told(report, each), LINE_BREAKS),
        )
        for report in HOSTILE
        for line, each in zip(lines(report), report.diagnostics, strict=True)
    ]


def test_each_is_a_command_of_its_own() -> None:
    error, warning = printed("github", [BOTH]).splitlines()
    assert error == (
        "::error file=news/both.md,line=2,col=1,endLine=2,endColumn=5,"
        'title=articlelint (schema/enum)::"type" is wrong'
    )
    assert warning.startswith("::warning file=news/both.md,line=3,col=3,endLine=3,endColumn=3,")


@pytest.mark.parametrize(
    ("span", "columns"),
    [
        pytest.param(Span(4, 7), {"col", "endColumn"}, id="one line"),
        pytest.param(Span(4, 4), {"col", "endColumn"}, id="no length"),
        pytest.param(Span(4, 10), set(), id="two lines"),
    ],
)
def test_columns_are_given_for_a_place_within_one_line(span: Span, columns: set[str]) -> None:
    source = SourceFile.from_text("---\na: 1\nb: 2\n---\n")
    diagnostic = Diagnostic("schema/enum", Severity.ERROR, "is wrong", (), span)
    ((_, values, _),) = commands(printed("github", [FileReport("a.md", source, [diagnostic])]))
    assert columns == {"col", "endColumn"} & set(values)
