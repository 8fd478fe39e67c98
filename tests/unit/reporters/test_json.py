"""The two JSON formats of our own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from articlelint.model import Related, Span, pointer
from articlelint.report import FileReport
from tests.support import source_in
from tests.unit.reporters.runs import (
    ERROR,
    FIXABLE,
    FIXED,
    HOSTILE,
    NO_EDITS,
    OTHERS,
    Replacement,
    printed,
    replaced,
    spelled,
)


def objects(name: str, *reports: FileReport) -> list[dict[str, Any]]:
    output = printed(name, list(reports))
    if name == "jsonl":
        return [json.loads(line) for line in output.splitlines()]
    found: list[dict[str, Any]] = json.loads(output)
    return found


def place(report: FileReport, span: Span) -> dict[str, int]:
    start, end = map(report.position, span)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


both = pytest.mark.parametrize("name", ["json", "jsonl"])


@both
def test_everything_comes_back_as_it_was(name: str) -> None:
    reported = [(report, each) for report in HOSTILE for each in report.diagnostics]
    for (report, diagnostic), found in zip(reported, objects(name, *HOSTILE), strict=True):
        fix = found.pop("fix")
        assert found == {
            "path": spelled(report.path),
            "rule": diagnostic.rule,
            "severity": diagnostic.severity.value,
            "message": spelled(diagnostic.message),
            **place(report, diagnostic.span),
            "pointer": spelled(pointer(diagnostic.path)),
            "help": list(map(spelled, diagnostic.help)),
            "related": [
                {
                    **place(report, each.span),
                    "path": spelled(report.path),
                    "message": spelled(each.message),
                }
                for each in diagnostic.related
            ],
        }
        assert (fix and fix["title"]) == (diagnostic.fix and spelled(diagnostic.fix.title))


@both
def test_a_fix_can_be_applied(name: str) -> None:
    (found,) = objects(name, FIXABLE)
    fix = found["fix"]
    assert list(fix) == ["title", "safety", "edits"]
    assert (fix["title"], fix["safety"]) == ("remove the spaces", "safe")
    keys = ["line", "column", "end_line", "end_column", "text"]
    assert [list(each) for each in fix["edits"]] == [keys, keys]
    edits = [Replacement(**each) for each in fix["edits"]]
    assert replaced(source_in(FIXABLE).text, edits) == FIXED


@both
def test_a_fix_may_have_no_edits(name: str) -> None:
    (found,) = objects(name, NO_EDITS)
    assert found["fix"]["edits"] == []


@both
def test_a_related_place_names_its_file(name: str) -> None:
    (diagnostic,) = ERROR.diagnostics
    related = (Related(Span(4, 8), "here"), Related(Span(9, 10), "there", "news/other.md"))
    (found,) = objects(
        name, ERROR._replace(diagnostics=[diagnostic._replace(related=related)], others=OTHERS)
    )
    keys = ["path", "line", "column", "end_line", "end_column", "message"]
    assert [list(each) for each in found["related"]] == [keys, keys]
    assert [(each["path"], each["line"], each["message"]) for each in found["related"]] == [
        ("news/error.md", 2, "here"),
        ("news/other.md", 3, "there"),
    ]


def test_jsonl_is_json_object_by_object() -> None:
    assert objects("jsonl", *HOSTILE) == objects("json", *HOSTILE)
