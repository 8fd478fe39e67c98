"""The Code Quality report of GitLab."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from tests.unit.reporters.runs import BOTH, HOSTILE, Read, lines, printed, spelled, told
from tests.unit.reporters.validity import json_faults

SEVERITIES = {"error": "major", "warning": "minor"}


def issues(*reports: FileReport) -> list[dict[str, Any]]:
    output = printed("gitlab", list(reports))
    assert json_faults("gitlab-code-quality.json", output) == []
    found: list[dict[str, Any]] = json.loads(output)
    return found


def report(text: str, *places: int, path: str = "a.md") -> FileReport:
    diagnostics = [
        Diagnostic("schema/enum", Severity.ERROR, "is wrong", ("type",), Span(each, each + 1))
        for each in places
    ]
    return FileReport(path, SourceFile.from_text(text), diagnostics)


def fingerprints(*reports: FileReport) -> list[str]:
    return [each["fingerprint"] for each in issues(*reports)]


def test_messages_and_paths_come_back() -> None:
    read = [
        Read(
            each["location"]["path"],
            each["location"]["positions"]["begin"]["line"],
            each["severity"],
            each["check_name"],
            each["description"],
        )
        for each in issues(*HOSTILE)
    ]
    assert read == [
        Read(
            spelled(each.path),
            line,
            SEVERITIES[diagnostic.severity.value],
            diagnostic.rule,
            spelled(told(each, diagnostic)),
        )
        for each in HOSTILE
        for line, diagnostic in zip(lines(each), each.diagnostics, strict=True)
    ]


def test_gives_the_whole_place() -> None:
    positions = [each["location"]["positions"] for each in issues(BOTH)]
    assert positions == [
        {"begin": {"line": 2, "column": 1}, "end": {"line": 2, "column": 5}},
        {"begin": {"line": 3, "column": 3}, "end": {"line": 3, "column": 3}},
    ]


def test_no_two_diagnostics_share_a_fingerprint() -> None:
    found = fingerprints(*HOSTILE)
    assert len(set(found)) == len(found) == 500


def test_a_fingerprint_does_not_depend_on_the_line() -> None:
    assert fingerprints(report("type: a", 0)) == fingerprints(report("\n\n\ntype: a", 5))


def test_equal_ones_in_a_file_differ_by_their_order() -> None:
    two = fingerprints(report("a: 1\nb: 2", 0, 5))
    assert two == fingerprints(report("\na: 1\n\nb: 2", 1, 7))
    assert two[:1] == fingerprints(report("a: 1", 0))


def test_files_are_distinguished() -> None:
    one, other = fingerprints(report("a", 0, path="a.md"), report("a", 0, path="b.md"))
    assert one != other


@pytest.mark.parametrize("path", ["news/a.md", "./news/a.md", "news//a.md", "{here}/news/a.md"])
def test_a_path_is_one_of_the_repository(path: str) -> None:
    (issue,) = issues(report("a", 0, path=path.format(here=Path.cwd())))
    assert issue["location"]["path"] == "news/a.md"
    assert issue["fingerprint"] == fingerprints(report("a", 0, path="news/a.md"))[0]


def test_a_path_outside_of_the_folder_stays_as_it_is(tmp_path: Path) -> None:
    path = str(tmp_path / "a.md")
    (issue,) = json.loads(printed("gitlab", [report("a", 0, path=path)]))
    assert issue["location"]["path"] == path
