"""The two JSON formats of our own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from articlelint.model import pointer
from articlelint.report import FileReport
from tests.unit.reporters.runs import (
    FIXABLE,
    FIXED,
    HOSTILE,
    NO_EDITS,
    Replacement,
    printed,
    replaced,
)


def objects(name: str, *reports: FileReport) -> list[dict[str, Any]]:
    output = printed(name, list(reports))
    if name == "jsonl":
        return [json.loads(line) for line in output.splitlines()]
    found: list[dict[str, Any]] = json.loads(output)
    return found


both = pytest.mark.parametrize("name", ["json", "jsonl"])


@both
def test_everything_comes_back_as_it_was(name: str) -> None:
    reported = [(report, each) for report in HOSTILE for each in report.diagnostics]
    for (report, diagnostic), found in zip(reported, objects(name, *HOSTILE), strict=True):
        start, end = map(report.source.position, diagnostic.span)
        fix = found.pop("fix")
        assert found == {
            "path": report.path,
            "rule": diagnostic.rule,
            "severity": diagnostic.severity.value,
            "message": diagnostic.message,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "pointer": pointer(diagnostic.path),
        }
        assert (fix and fix["title"]) == (diagnostic.fix and diagnostic.fix.title)


@both
def test_a_fix_can_be_applied(name: str) -> None:
    (found,) = objects(name, FIXABLE)
    fix = found["fix"]
    assert list(fix) == ["title", "safety", "edits"]
    assert (fix["title"], fix["safety"]) == ("remove the blanks", "safe")
    keys = ["line", "column", "end_line", "end_column", "text"]
    assert [list(each) for each in fix["edits"]] == [keys, keys]
    edits = [Replacement(**each) for each in fix["edits"]]
    assert replaced(FIXABLE.source.text, edits) == FIXED


@both
def test_a_fix_may_have_no_edits(name: str) -> None:
    (found,) = objects(name, NO_EDITS)
    assert found["fix"]["edits"] == []


def test_jsonl_is_json_object_by_object() -> None:
    assert objects("jsonl", *HOSTILE) == objects("json", *HOSTILE)
