"""Paths in the formats for CI: of the file, and of the other files that it refers to."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import reporters
from articlelint.model import Diagnostic, Related, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression

#: The formats that people read: their paths are from the current folder.
FOR_PEOPLE = ("concise", "full", "grouped", "json", "jsonl")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository, with its folder `site` as the current one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").touch()
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")


def diagnostic(message: str) -> Diagnostic:
    other = Related(Span(2, 3), "is there too", "../posts/b.md")
    here = Related(Span(0, 1), "is here too")
    return Diagnostic("a-rule", Severity.ERROR, message, ("a",), Span(3, 4), related=(other, here))


def output(name: str, report: FileReport) -> str:
    return "".join(reporters.load(name)([report]))


REPORT = FileReport(
    "a.md",
    SourceFile.from_text("a: 1\n"),
    [diagnostic("is wrong")],
    others={"../posts/b.md": SourceFile.from_text("\n\nb: 1\n")},
)


@pytest.mark.parametrize("name", sorted({*reporters.names()} - {*FOR_PEOPLE}))
def test_programs_get_the_path_of_another_file_as_in_its_own_report(name: str) -> None:
    found = output(name, REPORT).replace("&#58;", ":")
    assert "site/a.md" in found
    assert "../" not in found
    assert '"uri": "posts/b.md"' in found if name == "sarif" else "posts/b.md:3: is " in found


@pytest.mark.parametrize("name", ["full", "json", "jsonl"])
def test_people_get_it_from_the_current_folder(name: str) -> None:
    found = output(name, REPORT)
    assert "site" not in found
    place = "../posts/b.md:3: is there too" if name == "full" else '"../posts/b.md", "line": 3'
    assert place in found


def test_so_does_what_is_not_reported() -> None:
    suppressed = Suppressed(diagnostic("is ignored"), Suppression.COMMENT)
    found = output("sarif", REPORT._replace(diagnostics=[], suppressed=(suppressed,)))
    assert found.count('"uri": "posts/b.md"') == 1
    assert found.count('"uri": "site/a.md"') == 2
    assert '"region": {"startLine": 3, "startColumn": 1,' in found
