"""The result of a check, with its text and without."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from articlelint import lint_text, reporters
from articlelint.model import ColumnUnit, Related, Span
from articlelint.report import FileReport, KeptText, Suppressed, Suppression
from articlelint.settings.baseline import Baseline
from tests.support import article, source_of
from tests.unit.reporters import runs

#: The diagnostics are after a letter of two bytes and one of two code units.
TEXT = article("'é🌉': {title: 'x', n: yes}\npublished: yes\nheat: on\n" + "# more\n" * 500)

#: What shows lines of the text, for people.
SHOWS_TEXT = "full"


def _report() -> FileReport:
    source = source_of(TEXT)
    found = lint_text(TEXT, "a.md", schema={"properties": {"heat": {"type": "integer"}}})
    assert len(found) >= 2
    related = (Related(Span(4, 8), "here"), Related(Span(0, 9), "there", "b.md"))
    first = found[0]._replace(related=related)
    suppressed = (Suppressed(found[-1], Suppression.COMMENT),)
    others = {"b.md": source_of(article("title: x\n") + "# more\n" * 500)}
    return FileReport("a.md", source, [first, *found[1:-1]], suppressed, others=others)


@pytest.mark.parametrize("unit", ColumnUnit)
def test_positions_are_the_same_without_the_text(unit: ColumnUnit) -> None:
    report = _report()._replace(column_unit=unit)
    kept = report.without_text()
    assert isinstance(kept.source, KeptText)
    assert kept.column_unit is unit
    named = [*report.diagnostics, report.suppressed[0].diagnostic]
    edits = [edit for each in named if each.fix for edit in each.fix.edits]
    assert edits
    spans = [Span(4, 8), *(each.span for each in named), *(each.span for each in edits)]
    for offset in (offset for span in spans for offset in span):
        assert kept.position(offset) == report.position(offset)
    assert kept.without_text() == kept


@pytest.mark.parametrize("name", sorted(set(reporters.names()) - {SHOWS_TEXT}))
@pytest.mark.parametrize("report", [_report(), runs.FIXABLE], ids=["one edit", "two edits"])
def test_a_reporter_needs_the_text_for_excerpts_alone(name: str, report: FileReport) -> None:
    render = reporters.load(name)
    assert list(render([report.without_text()])) == list(render([report]))


def test_of_another_file_that_is_unknown_the_beginning_is_shown() -> None:
    report = _report()._replace(others={})
    assert report.region_of(report.diagnostics[0].related[1]) == ((1, 1), (1, 1))
    for name in reporters.names():
        assert list(reporters.load(name)([report]))


def test_a_baseline_takes_a_report_without_text(tmp_path: Path) -> None:
    report, file = _report(), str(tmp_path / "baseline.json")
    baseline = Baseline(file)
    baseline.note(report)
    baseline.write()
    for each in (report, report.without_text()):
        assert Baseline.load(file).filter(each).diagnostics == []


def test_a_related_place_is_found_in_its_file() -> None:
    report = _report()
    here, there = report.diagnostics[0].related
    for each in (report, report.without_text()):
        assert each.region_of(here) == ((2, 1), (2, 5))
        assert each.region_of(there) == ((1, 1), (2, 6))


def test_it_pickles_small() -> None:
    kept = _report().without_text()
    pickled = pickle.dumps(kept)
    assert len(pickled) < 2500 < len(TEXT)
    assert b"# more" not in pickled
    again = pickle.loads(pickled)  # noqa: S301
    assert again.diagnostics == kept.diagnostics
    assert again.position(4) == kept.position(4)
