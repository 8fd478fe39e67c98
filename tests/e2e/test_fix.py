"""`--fix` and `--unsafe-fixes`: what is written, and what is reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, FAULTY, ODD, SAFELY, SOUND, UNSAFELY, read, write
from tests.e2e.conftest import Run

CONCISE = ("--format", "concise")


def test_safe_fixes_are_made_and_the_rest_is_reported(run: Run) -> None:
    write(FAULTY)
    status, out, error = run("--fix", *CONCISE)
    assert read() == SAFELY
    assert [line.partition(": ")[0] for line in out.splitlines()] == ["a.md:7:7", "a.md:10:8"]
    assert status == 1
    assert error == (
        "1 file checked: 2 errors, 0 warnings; 2 fixed; 1 fixable with --fix --unsafe-fixes\n"
    )
    assert run(*CONCISE).out == out


def test_unsafe_fixes_are_applied_on_request(run: Run) -> None:
    write(FAULTY)
    status, out, error = run("--fix", "--unsafe-fixes", *CONCISE)
    assert read() == UNSAFELY
    assert (status, out.count("\n")) == (1, 1)
    assert error == "1 file checked: 1 error, 0 warnings; 3 fixed\n"


@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_the_status_is_that_of_what_is_left(strict: list[str], run: Run) -> None:
    write(ODD, "odd.md")
    write(BROKEN, "broken.md")
    outcome = run("--fix", "--unsafe-fixes", *strict)
    assert outcome == (0, "", "2 files checked, nothing to report; 2 fixed\n")
    assert read("broken.md") == SOUND


def test_without_the_option_nothing_is_written(run: Run) -> None:
    write(FAULTY)
    run()
    assert read() == FAULTY


def test_nothing_to_fix(run: Run) -> None:
    write(SOUND)
    assert run("--fix") == (0, "", "1 file checked, nothing to report; 0 fixed\n")


def test_quiet(run: Run) -> None:
    write(ODD)
    assert run("--fix", "--quiet") == (0, "", "")


def test_only_what_has_changed_is_written(run: Run) -> None:
    texts = {"sound.md": SOUND, "broken.md": BROKEN, "odd.md": ODD, "text.md": "yes\n"}
    for name, text in texts.items():
        write(text, name)
        os.utime(name, ns=(0, 0))
    before = {name: os.stat(name) for name in texts}
    run("--fix")
    changed = [
        name
        for name, old in before.items()
        if (old.st_mtime_ns, old.st_ino) != (os.stat(name).st_mtime_ns, os.stat(name).st_ino)
    ]
    assert changed == ["odd.md"]
    assert sorted(os.listdir()) == sorted(texts)


def test_what_the_settings_turn_off_is_not_fixed(run: Run) -> None:
    write("rules: {published-flag: off, schema/type: off}\n", ".articlelint.yaml")
    write(FAULTY)
    run("--fix", "--ignore", "ambiguous-scalar")
    assert read() == FAULTY.replace(", Ferries", "")


def test_only_what_is_selected_is_fixed(run: Run) -> None:
    write(FAULTY)
    run("--fix", "--unsafe-fixes", "--select", "schema/enum,duplicate-item")
    assert read() == FAULTY.replace("artcle", "article").replace(", Ferries", "")


def test_what_a_comment_ignores_is_not_fixed(run: Run) -> None:
    who_objects = "published-flag, schema/type, ambiguous-scalar"
    suppressed = FAULTY.replace("for now", f"articlelint: ignore[{who_objects}]")
    write(suppressed)
    assert " ignored by comments; 1 fixed" in run("--fix").err
    assert read() == suppressed.replace(", Ferries", "")


def test_what_the_baseline_hides_is_fixed(run: Run) -> None:
    write(FAULTY)
    run("--write-baseline", "known.json")
    assert run("--baseline", "known.json").status == 0
    status, out, error = run("--fix", "--baseline", "known.json", *CONCISE)
    assert (status, out) == (0, "")
    assert read() == SAFELY
    assert error.splitlines()[-1] == ("1 file checked, nothing to report, 2 baselined; 2 fixed")


def test_excluded_and_ignored_files_are_left_alone(run: Run) -> None:
    write("exclude: [drafts/]\n", ".articlelint.yaml")
    Path(".git").mkdir()
    write("built/\n", ".gitignore")
    places = ["drafts/a.md", "built/a.md", ".github/a.md"]
    for place in (*places, "news/a.md"):
        write(ODD, place)
    run("--fix")
    assert [read(each) for each in places] == [ODD] * 3
    assert read("news/a.md") != ODD


def test_each_article_by_its_own_schema(run: Run) -> None:
    write('{"properties": {"type": {"enum": ["Sheet"]}}}', "own.json")
    write("---\n# yaml-language-server: $schema=own.json\ntype: sheet\n---\n")
    write("---\ntype: sheet\n---\n", "b.md")
    run("--fix")
    assert read() == "---\n# yaml-language-server: $schema=own.json\ntype: Sheet\n---\n"
    assert read("b.md") == "---\ntype: sheet\n---\n"


@pytest.mark.parametrize("format_", ["json", "sarif", "full", "junit", "github"])
def test_every_format_reports_what_is_left(format_: str, run: Run) -> None:
    write(FAULTY)
    out = run("--fix", "--format", format_).out
    assert run("--format", format_).out == out


def test_statistics_are_of_what_is_left(run: Run) -> None:
    write(FAULTY)
    out = run("--fix", "--statistics").out
    assert read() == SAFELY
    assert run("--statistics").out == out
    assert "published-flag" not in out


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ["--fix", "--diff"],
            "--fix and --diff cannot be used together",
        ),
        (["--show-fixes"], "--show-fixes needs --fix"),
        (["--show-fixes", "--diff"], "--show-fixes needs --fix"),
        (
            ["--fix", "--write-baseline", "x"],
            "--write-baseline and --fix cannot be used together",
        ),
        (
            ["--diff", "--write-baseline", "x"],
            "--write-baseline and --diff cannot be used together",
        ),
        (["--diff", "--statistics"], "--statistics and --diff cannot be used together"),
        (
            ["--show-files", "--show-config"],
            "--show-config and --show-files cannot be used together",
        ),
        *(
            (
                ["--diff", *arguments],
                "--diff replaces the diagnostics, so it has no format and no output file",
            )
            for arguments in (
                ["--format", "json"],
                ["--output-file", "x"],
                ["--output", "json:x"],
            )
        ),
    ],
)
def test_what_does_not_go_together(arguments: list[str], error: str, run: Run) -> None:
    write(FAULTY)
    assert run(*arguments) == (2, "", f"Error: {error}\n")
    assert (os.listdir(), read()) == (["a.md"], FAULTY)
