"""The table that `articlelint rules` prints."""

from __future__ import annotations

import re

import pytest

from articlelint import rules
from articlelint.catalogue import listing
from articlelint.settings import records
from tests.e2e.conftest import Run

#: A row: an id, how severe it is, and whether it is fixable; the summary beside them, or below.
ROW = re.compile(r"  ([a-z/A-Z-]+) +(error|warning|off) +((?:un)?safe|safe, unsafe|-)(?:  +(.+))?")


def table(run: Run, *arguments: str) -> list[str]:
    status, out, err = run("rules", *arguments)
    assert (status, err) == (0, "")
    return out.splitlines()


@pytest.mark.parametrize("arguments", [[], ["--format", "text"]], ids=["default", "text"])
def test_every_id_has_a_line_for_programs(arguments: list[str], run: Run) -> None:
    found = [ROW.fullmatch(line) for line in table(run, *arguments)]
    rows = [each.groups() for each in found if each]
    assert sorted(rows) == sorted(row for group in listing.groups().values() for row in group)
    assert {row[0] for row in rows} == {*rules.ids(), *records.schema_ids()}


def test_the_lines_between_are_the_titles_of_the_groups(run: Run) -> None:
    lines = table(run)
    assert lines[0].split() == ["id", "severity", "fixable", "summary"]
    assert [line for line in lines[1:] if line and not ROW.fullmatch(line)] == [
        "Errors",
        "Warnings",
        "Off by default",
        "The file and its front matter",
        "The run",
        "The schema",
    ]


@pytest.mark.parametrize("columns", [60, 72, 80, 95, 96, 97, 120, 200])
def test_it_fits_the_terminal_and_breaks_no_word(
    columns: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = table(run)
    monkeypatch.setenv("COLUMNS", str(columns))
    fitting = table(run)
    assert max(map(len, fitting)) <= columns
    assert " ".join(fitting).split() == " ".join(whole).split()
    assert all(line == line.rstrip() for line in fitting)


@pytest.mark.parametrize("columns", ["1", "59", "x", "0", "100000"])
def test_its_width_has_limits(columns: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60" if columns in ("1", "59") else "200")
    expected = table(run)
    monkeypatch.setenv("COLUMNS", columns)
    assert table(run) == expected


def test_a_summary_is_below_the_id_if_there_is_no_room_beside(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = table(run)
    index = next(number for number, line in enumerate(lines) if "  future-date " in line)
    assert lines[index].split() == ["future-date", "warning", "-"]
    assert lines[index + 1] == "      " + rules.load("future-date").summary


def test_it_is_colored_where_that_is_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = table(run)
    monkeypatch.setenv("FORCE_COLOR", "1")
    colored = table(run)
    assert "\x1b[1m\x1b[4mErrors\x1b[0m" in colored
    assert re.sub(r"\x1b\[\d+m", "", "\n".join(colored)).split("\n") == plain
    assert all("\x1b[33mwarning\x1b[0m" in each for each in colored if "future-date" in each)
    assert "\x1b[31moff" not in "".join(colored)
