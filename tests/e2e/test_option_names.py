"""Files whose names look like options, as `articlelint *` and pre-commit pass them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, BROKEN_LINE, write
from tests.e2e.conftest import Run

CONCISE = ("--output", "concise", "--quiet")
NAMES = [
    "--config=x.md",
    "--output=json:b.md",
    "--write-baseline=w.md",
    "--no-config",
    "--strict",
    "--format",
    "--help",
    "--version",
    "-h.md",
    "-q",
    "-a.md",
]
each_name = pytest.mark.parametrize("name", NAMES)


@pytest.mark.parametrize("command", [[], ["check"]])
@each_name
def test_such_a_name_is_refused(name: str, command: list[str], run: Run, folder: Path) -> None:
    write(BROKEN, name)
    (folder / "x.md").write_text("rules: {schema/enum: off}")
    before = set(folder.iterdir())
    said = (
        f'"{name}" looks like an option but is a file: write "./{name}", or `--` before the names'
    )
    for arguments in ([name], [name, "x.md"], ["x.md", name]):
        assert run(*command, *arguments) == (2, "", f"Error: {said} of files\n")
    assert set(folder.iterdir()) == before


@each_name
def test_it_can_be_checked(name: str, run: Run) -> None:
    write(BROKEN, name)
    assert run(*CONCISE, f"./{name}").out == f"./{name}{BROKEN_LINE}"
    for command in ([], ["check"]):
        assert run(*command, *CONCISE, "--", name) == (1, f"./{name}{BROKEN_LINE}", "")


def test_a_folder_is_refused(run: Run, folder: Path) -> None:
    (folder / "--strict").mkdir()
    assert run("--strict").status == 2


@pytest.mark.posix
def test_a_broken_link_is_refused(run: Run, folder: Path) -> None:
    (folder / "--strict").symlink_to("nowhere")
    assert run("--strict").status == 2


def test_options_stay_options_where_no_file_has_their_name(run: Run) -> None:
    write(BROKEN, "strict")
    write(BROKEN, "-x.md")
    assert run(*CONCISE, "--strict", "strict").out == f"strict{BROKEN_LINE}"
    assert run("--version").status == 0
    assert run("explain", "-x.md").status == 2


@pytest.mark.parametrize("option", ["--schema", "--config"])
def test_the_value_of_an_option_is_what_the_user_wants(option: str, run: Run, folder: Path) -> None:
    write(BROKEN, "a.md")
    (folder / "-x.yaml").write_text("{}\n")
    outcome = run(*CONCISE, option, "-x.yaml", "a.md")
    assert outcome.status == (0 if option == "--schema" else 1)


def test_standard_input_stays_standard_input(run: Run) -> None:
    write("", "-")
    assert run(*CONCISE, "-", stdin=BROKEN).out == f"<stdin>{BROKEN_LINE}"


LIKE_NO_OPTION = ["-x.md", "-h.md", "-qx.md", "--no-config.md", "--stric", "--strict.=a.md"]
LIKE_AN_OPTION = ["--config=x.md", "--strict", "--strict=a.md", "-c.md", "-qo.md", "-qh", "--help"]


@pytest.mark.parametrize("name", LIKE_NO_OPTION)
def test_pre_commit_may_name_files_that_can_be_no_option(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(BROKEN, name)
    assert run(*CONCISE, name).status == 2
    monkeypatch.setenv("PRE_COMMIT", "1")
    for command in ([], ["check"]):
        outcome = run(*command, *CONCISE, "--schema", "article", name)
        assert outcome == (1, f"./{name}{BROKEN_LINE}", "")
        outcome = run(*command, name, *CONCISE)
        assert outcome == (1, f"./{name}{BROKEN_LINE}", "")


@pytest.mark.parametrize("name", LIKE_AN_OPTION)
def test_what_may_be_an_option_is_refused_also_from_pre_commit(
    name: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    write(BROKEN, name)
    (folder / "x.md").write_text("rules: {schema/enum: off}")
    said = f'Error: "{name}" looks like an option but is a file: '
    for arguments in ([name], [*CONCISE, name]):
        outcome = run(*arguments)
        assert (outcome.status, outcome.out, outcome.err.startswith(said)) == (2, "", True)
    assert run(*CONCISE, "--", name).out == f"./{name}{BROKEN_LINE}"


def test_the_value_of_an_option_stays_as_it_is_in_pre_commit(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    write(BROKEN, "a.md")
    (folder / "-x.yaml").write_text("rules: {schema/enum: off}")
    for option in ("-c", "--config"):
        assert run(*CONCISE, "a.md", option, "-x.yaml").status == 0
    assert run("a.md", "--config").err.endswith("Error: Option '--config' requires an argument.\n")
