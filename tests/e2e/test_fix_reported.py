"""What each output format says about fixes."""

from __future__ import annotations

import json

import pytest

from tests.e2e.articles import BROKEN, FAULTY, ODD, SOUND, read, write
from tests.e2e.conftest import Run
from tests.unit.reporters.runs import Replacement, replaced

CONCISE = ("--format", "concise")


def test_full_marks_what_can_be_fixed(run: Run) -> None:
    write(FAULTY)
    _, out, error = run()
    assert [line.strip() for line in out.splitlines() if line.startswith("  fix:")] == [
        'fix: write "article" (unsafe)',
        "fix: write true (safe)",
        "fix: remove it (safe)",
    ]
    assert error == (
        "1 file checked: 4 errors, 0 warnings; "
        "2 fixable with --fix, 1 more with --fix --unsafe-fixes\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SOUND, ", nothing to report"),
        (ODD, ": 0 errors, 1 warning; 1 fixable with --fix"),
        (BROKEN, ": 1 error, 0 warnings; 1 fixable with --fix --unsafe-fixes"),
    ],
)
def test_the_summary_counts_what_is_fixable(text: str, said: str, run: Run) -> None:
    write(text)
    assert run().err == f"1 file checked{said}\n"


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_edits_in_json_make_the_fixed_text(mark: str, line_break: str, run: Run) -> None:
    text = FAULTY.replace("Ferry", "🚢 渡し船 e\u0301").replace("\n", line_break)
    write(mark + text)
    found = json.loads(run("--format", "json").out)
    edits = [Replacement(**edit) for each in found if each["fix"] for edit in each["fix"]["edits"]]
    safeties = [each["fix"] and each["fix"]["safety"] for each in found]
    assert safeties == [*["safe"] * bool(mark), "unsafe", "safe", None, "safe"]
    run("--fix", "--unsafe-fixes")
    assert replaced(text, edits) == read() != text


def test_the_edits_in_sarif_make_the_fixed_text(run: Run) -> None:
    write(FAULTY)
    (its_run,) = json.loads(run("--format", "sarif").out)["runs"]
    regions = [
        (each["deletedRegion"], each["insertedContent"]["text"])
        for result in its_run["results"]
        for fix in result["fixes"]
        for change in fix["artifactChanges"]
        for each in change["replacements"]
    ]
    edits = [
        Replacement(
            region["startLine"],
            region["startColumn"],
            region["endLine"],
            region["endColumn"],
            text,
        )
        for region, text in regions
    ]
    run("--fix", "--unsafe-fixes")
    assert replaced(FAULTY, edits) == read()
