"""The Diagnostic Result of reviewdog."""

from __future__ import annotations

import json
from typing import Any

from articlelint.model import Diagnostic, Edit, Fix, Safety, SetValue, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from tests.support import source_in
from tests.unit.reporters.runs import (
    BOTH,
    FIXABLE,
    FIXED,
    HOSTILE,
    NO_EDITS,
    Read,
    Replacement,
    lines,
    printed,
    replaced,
    spelled,
    told,
)
from tests.unit.reporters.validity import json_faults


def diagnostics(*reports: FileReport) -> list[dict[str, Any]]:
    output = printed("rdjson", list(reports))
    assert json_faults("rdjson.json", output) == []
    result = json.loads(output)
    assert result["source"] == {"name": "articlelint"}
    found: list[dict[str, Any]] = result["diagnostics"]
    return found


def replacements(diagnostic: dict[str, Any]) -> list[Replacement]:
    return [
        Replacement(
            each["range"]["start"]["line"],
            each["range"]["start"]["column"],
            each["range"]["end"]["line"],
            each["range"]["end"]["column"],
            each["text"],
        )
        for each in diagnostic["suggestions"]
    ]


def test_messages_and_paths_come_back() -> None:
    read = [
        Read(
            each["location"]["path"],
            each["location"]["range"]["start"]["line"],
            each["severity"],
            each["code"]["value"],
            each["message"],
        )
        for each in diagnostics(*HOSTILE)
    ]
    assert read == [
        Read(
            spelled(report.path),
            line,
            each.severity.value.upper(),
            each.rule,
            spelled(told(report, each)),
        )
        for report in HOSTILE
        for line, each in zip(lines(report), report.diagnostics, strict=True)
    ]


def test_gives_the_whole_place() -> None:
    assert [each["location"]["range"] for each in diagnostics(BOTH)] == [
        {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 5}},
        {"start": {"line": 3, "column": 3}, "end": {"line": 3, "column": 3}},
    ]


def test_a_column_counts_bytes() -> None:
    text = "---\ntitle: 渡し船\n---\n"
    place = Span(text.index("し"), text.index("船"))
    diagnostic = Diagnostic("schema/enum", Severity.ERROR, "is wrong", (), place)
    (found,) = diagnostics(FileReport("a.md", SourceFile.from_text(text), [diagnostic]))
    assert found["location"]["range"] == {
        "start": {"line": 2, "column": 11},
        "end": {"line": 2, "column": 14},
    }


def test_a_lone_surrogate_counts_in_a_column() -> None:
    diagnostic = Diagnostic("undecodable-file", Severity.ERROR, "is wrong", (), Span(1, 2))
    source = SourceFile.from_text("\udcff\udcff")
    (found,) = diagnostics(FileReport("a.md", source, [diagnostic]))
    assert found["location"]["range"]["start"] == {"line": 1, "column": 4}


def test_the_edits_of_a_fix_are_one_suggestion() -> None:
    (diagnostic,) = diagnostics(FIXABLE)
    (suggestion,) = replacements(diagnostic)
    assert replaced(source_in(FIXABLE).text, [suggestion], "utf-8") == FIXED


def test_a_single_edit_is_a_suggestion_as_it_is() -> None:
    fix = Fix("write true", Safety.SAFE, (Edit(Span(3, 6), "true"),), SetValue((), True))
    diagnostic = Diagnostic("published-flag", Severity.ERROR, "is wrong", (), Span(3, 6), fix=fix)
    (found,) = diagnostics(FileReport("a.md", SourceFile.from_text("a: yes"), [diagnostic]))
    assert replacements(found) == [Replacement(1, 4, 1, 7, "true")]


def test_without_edits_there_is_no_suggestion() -> None:
    (found,) = diagnostics(NO_EDITS)
    assert found["suggestions"] == []
