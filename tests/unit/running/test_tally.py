from __future__ import annotations

import pytest

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.running.tally import Tally


@pytest.mark.parametrize(
    ("severities", "strict", "status"),
    [
        ([], False, 0),
        ([], True, 0),
        ([Severity.WARNING], False, 0),
        ([Severity.WARNING], True, 1),
        ([Severity.ERROR], False, 1),
        ([Severity.ERROR], True, 1),
    ],
)
def test_a_tally_knows_the_exit_status(
    severities: list[Severity], status: int, *, strict: bool
) -> None:
    tally = Tally()
    found = [Diagnostic("a-rule", each, "is wrong", (), Span(0, 0)) for each in severities]
    tally.add(FileReport("sound.md", SourceFile.from_text(""), []))
    tally.add(FileReport("broken.md", SourceFile.from_text(""), found))
    assert tally.exit_status(0 if strict else None) == status
    assert (tally.files, tally.errors, tally.warnings) == (
        2,
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
    )


def test_a_tally_counts_the_files_that_name_their_own_schema() -> None:
    tally = Tally()
    for by_named_schema in (True, False, True):
        source = SourceFile.from_text("")
        tally.add(FileReport("a.md", source, [], by_named_schema=by_named_schema))
    assert (tally.files, tally.by_named_schema) == (3, 2)
