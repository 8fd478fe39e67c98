"""``--diff-base``: a run that reports only on what has changed since a commit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, BROKEN_LINE, ODD, ODD_LINE, SOUND
from tests.e2e.conftest import Run
from tests.git import git

CONCISE = ("--format", "concise", "--quiet")
SINCE_MAIN = (*CONCISE, "--diff-base", "main")
NOTHING = "no articles have changed since"


@pytest.fixture(autouse=True)
def branch(folder: Path) -> Path:
    """A repository with old faults, and a branch that adds new ones to `posts`."""
    git("init", "-q", "-b", "main")
    git("config", "commit.gpgSign", "false")
    Path("posts").mkdir()
    for name, text in {"old.md": BROKEN, "changed.md": BROKEN, "posts/old.md": BROKEN}.items():
        Path(name).write_text(text)
    commit()
    git("checkout", "-q", "-b", "branch")
    Path("changed.md").write_text(ODD)
    Path("posts/new.md").write_text(BROKEN)
    Path("posts/sound.md").write_text(SOUND)
    commit()
    return folder


def commit() -> None:
    git("add", ".")
    git("commit", "-q", "-m", "More")


def test_only_what_has_changed_is_reported(run: Run) -> None:
    assert run(*SINCE_MAIN).out == f"changed.md{ODD_LINE}posts/new.md{BROKEN_LINE}"
    assert len(run(*CONCISE).out.splitlines()) == 4
    outcome = run("--diff-base", "main")
    assert outcome.status == 1
    assert outcome.err.startswith("3 files checked: 1 error, 1 warning")


def test_also_before_it_is_committed(run: Run) -> None:
    Path("old.md").write_text(ODD)
    Path("posts/draft.md").write_text(BROKEN)
    assert run(*CONCISE, "--diff-base", "HEAD").out == (
        f"old.md{ODD_LINE}posts/draft.md{BROKEN_LINE}"
    )


def test_only_of_the_paths_that_are_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = f"posts/new.md{BROKEN_LINE}"
    assert run(*SINCE_MAIN, "posts", "old.md").out == expected
    monkeypatch.chdir("posts")
    assert run(*SINCE_MAIN).out == f"new.md{BROKEN_LINE}"
    assert run(*SINCE_MAIN, "..").out == f"../changed.md{ODD_LINE}new.md{BROKEN_LINE}"


@pytest.mark.parametrize("quiet", [[], ["--quiet"]])
def test_it_is_said_that_nothing_has_changed(quiet: list[str], run: Run) -> None:
    for more in ([], ["--fail-on-no-files"]):
        outcome = run("--diff-base", "HEAD", *quiet, *more)
        assert (outcome.status, outcome.out) == (0, "")
        assert outcome.err.startswith(f'{NOTHING} "HEAD"\n')
    outcome = run("--diff-base", "HEAD", "--fail-on-no-files", ".git")
    assert (outcome.status, NOTHING in outcome.err) == (2, False)


@pytest.mark.posix
def test_a_folder_that_cannot_be_searched_is_still_reported(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def scandir(path: str) -> object:
        if path == "posts":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert run(*SINCE_MAIN).out == (
        f"changed.md{ODD_LINE}"
        "posts:1:1: error cannot be read: Permission denied [unreadable-file]\n"
    )


def test_fixes_are_for_what_has_changed(run: Run) -> None:
    Path("old.md").write_text(ODD)
    commit()
    Path("changed.md").write_text(ODD + "\n")
    assert run("--diff", "--diff-base", "HEAD").out.startswith("--- a/changed.md\n")
    outcome = run("--fix", "--diff-base", "HEAD")
    assert (outcome.status, outcome.out) == (0, "")
    assert Path("changed.md").read_text() == ODD.replace("Ferries ", "Ferries") + "\n"
    assert Path("old.md").read_text() == ODD


def test_lists_and_counts_are_of_what_has_changed(run: Run) -> None:
    assert run("--show-files", "--diff-base", "main").out == (
        "changed.md\nposts/new.md\nposts/sound.md\n"
    )
    counts = json.loads(run("--statistics", "--format", "json", "--diff-base", "main").out)
    assert counts["files"] == 3


def test_with_a_baseline(run: Run) -> None:
    git("checkout", "-q", "main")
    run("--write-baseline", "baseline.json")
    commit()
    git("checkout", "-q", "branch")
    git("rebase", "-q", "main")
    Path("old.md").write_text(BROKEN + "More text.\n")
    outcome = run("--format", "concise", "--baseline", "baseline.json", "--diff-base", "main")
    assert outcome.out == f"changed.md{ODD_LINE}posts/new.md{BROKEN_LINE}"
    assert "1 baselined" in outcome.err


def about(page: str) -> str:
    """An article about a page of this name."""
    return SOUND.replace("www.example.org/", f"www.example.org/{page}")


def duplicate(name: str, other: str) -> str:
    """What is said of a file that is about the page of another one."""
    what = f'"webUrl" leads to the same page as in "{other}"'
    return f"{name}:6:9: error {what} [duplicate-url]\n"


@pytest.fixture
def pairs(branch: Path) -> Path:
    """The repository with an old pair about one page, and a new file about the page of an old one.

    The old one has a fault of its own.
    """
    for name in ("a.md", "z.md"):
        Path(name).write_text(about("boats"))
    Path("ferries.md").write_text(about("ferries").replace("type: article", "type: artcle"))
    commit()
    Path("posts/-new.md").write_text(about("ferries"))
    return branch


@pytest.mark.usefixtures("pairs")
def test_a_pair_is_reported_if_one_of_it_has_changed(run: Run) -> None:
    outcome = run("--format", "concise", "--diff-base", "HEAD")
    assert outcome.out == (
        duplicate("ferries.md", "posts/-new.md") + duplicate("posts/-new.md", "ferries.md")
    )
    assert outcome.err.startswith("2 files checked: 2 errors, 0 warnings")
    both = duplicate("a.md", "z.md"), duplicate("z.md", "a.md")
    assert all(each in run(*CONCISE).out for each in both)


@pytest.mark.usefixtures("pairs")
def test_only_of_the_paths_that_are_named_also_if_there_is_a_pair(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = duplicate("posts/-new.md", "ferries.md")
    there = duplicate("ferries.md", "posts/-new.md")
    assert run(*CONCISE, "--diff-base", "HEAD", "posts").out == here
    assert run(*CONCISE, "--diff-base", "HEAD", "ferries.md", "a.md").out == ""
    assert run(*CONCISE, "--diff-base", "HEAD", "posts", "ferries.md").out == there + here
    monkeypatch.chdir("posts")
    outcome = run(*CONCISE, "--diff-base", "HEAD", "..")
    assert outcome.out == f"../{there}{here.replace('posts/-new.md:', './-new.md:', 1)}"


@pytest.mark.usefixtures("pairs")
def test_a_related_place_has_the_path_of_its_own_report(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("posts")
    found = json.loads(run("--format", "json", "--diff-base", "HEAD", "..").out)
    told = [(each["path"], [other["path"] for other in each["related"]]) for each in found]
    assert told == [("../ferries.md", ["./-new.md"]), ("./-new.md", ["../ferries.md"])]
    found = json.loads(run("--format", "gitlab", "--diff-base", "HEAD", "..").out)
    named = [(each["location"]["path"], each["description"].splitlines()[1]) for each in found]
    assert named == [
        ("ferries.md", "posts/-new.md:6: the same page"),
        ("posts/-new.md", "ferries.md:6: the same page"),
    ]


@pytest.mark.usefixtures("pairs")
def test_an_unchanged_file_can_ignore_what_a_changed_one_brings(run: Run) -> None:
    text = Path("ferries.md").read_text()
    lines = text.splitlines()
    lines[5] += "  # articlelint: ignore[duplicate-url]"
    lines[2] += "  # articlelint: ignore[empty-value]"  # which is unused
    Path("ferries.md").write_text("\n".join([*lines, ""]))
    git("add", "ferries.md")
    git("commit", "-q", "-m", "Ignore it")
    outcome = run("--format", "concise", "--diff-base", "HEAD")
    assert outcome.out == duplicate("posts/-new.md", "ferries.md")
    assert "1 ignored by comments" in outcome.err
    assert "unused-ignore" in run(*CONCISE).out


@pytest.mark.usefixtures("pairs")
def test_of_a_provider_with_a_wrong_name_the_domain_is_not_reported(run: Run) -> None:
    """As in a run over all files, also if only those with its domain have changed."""
    for name, domain, files in (("N", "y", "a"), ("N", "x", "bcd"), ("M", "y", "ef")):
        for file in files:
            text = f"---\nprovider: {{name: {name}, domain: {domain}.example}}\n---\n"
            Path(f"{file}.md").write_text(text)
    commit()
    select = ("--select", "inconsistent-provider")
    message = 'the provider of "y.example" should be called "M", not "N"'
    line = f"a.md:2:18: warning {message} [inconsistent-provider]\n"
    assert run(*CONCISE, *select).out == line
    with Path("b.md").open("a") as changed:
        changed.write("More\n")
    assert run(*CONCISE, *select, "--diff-base", "HEAD").out == ""


@pytest.mark.usefixtures("pairs")
def test_an_unchanged_file_is_not_fixed(run: Run) -> None:
    Path("ferries.md").write_text(about("ferries").replace("[Ferries]", '["Ferries "]'))
    git("commit", "-q", "-a", "-m", "Slip")
    before = Path("ferries.md").read_text()
    outcome = run(*CONCISE, "--fix", "--diff-base", "HEAD")
    assert outcome.out == (
        duplicate("ferries.md", "posts/-new.md") + duplicate("posts/-new.md", "ferries.md")
    )
    assert Path("ferries.md").read_text() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--diff-base", "nothing"], '--diff-base: unknown revision "nothing": fetch it, in CI '),
        (["--diff-base=--all"], '--diff-base: "--all" is not a revision: it starts with a hyphen'),
        (["--diff-base", "-x"], '--diff-base: "-x" is not a revision: it starts with a hyphen'),
        (["--diff-base", "main", "-"], "--diff-base is for files, not for standard input"),
        (
            ["--diff-base", "main", "--write-baseline", "b.json"],
            "--diff-base and --write-baseline cannot be used together",
        ),
    ],
)
def test_what_cannot_be_asked(arguments: list[str], message: str, run: Run) -> None:
    status, out, error = run(*arguments)
    assert (status, out) == (2, "")
    assert error.startswith(f"Error: {message}")
    assert error.count("\n") == 1
    assert not Path("b.json").exists()


def test_outside_of_a_repository(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    Path("a.md").write_text(BROKEN)
    assert run("--diff-base", "main") == (
        *(2, ""),
        "Error: --diff-base: a.md is not in a git repository\n",
    )
