"""The hooks report what concerns the changed files, also when the other file is unchanged."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.e2e.articles import about, same_page
from tests.e2e.hooks import Articles, Repository, outcomes, reported, using


def line(name: str, other: str) -> str:
    """What is said of a file that is about the page of another one; without their endings."""
    return same_page(f"{name}.md", f"{other}.md")


@pytest.fixture
def articles(hooks: Repository, tmp_path: Path) -> Articles:
    """A repository with articles about two pages."""
    articles = using(hooks, tmp_path, "articlelint")
    articles.start(boats=about("boats"), **{"_news/ferries": about("ferries")})
    return articles


def test_the_other_half_of_a_pair_is_unchanged(articles: Articles) -> None:
    status, output = articles.commit(again=about("ferries"), trains=about("trains"))
    assert (status, reported(output)) == (1, [line("again", "_news/ferries")])
    status, output = articles.commit(again=about("trams"))
    assert (status, outcomes(output)) == (0, ["Passed"])


def test_a_pair_that_is_there_already_concerns_nobody_else(articles: Articles) -> None:
    articles.start(again=about("ferries"))
    status, output = articles.commit(trains=about("trains"))
    assert (status, outcomes(output)) == (0, ["Passed"])
    articles.use({"id": "articlelint-all"})
    status, output = articles.pre_commit("run", "--all-files")
    assert (status, outcomes(output)) == (0, ["Skipped"])
    (articles.folder / ".gitignore").write_text("x\n")
    status, output = articles.commit()
    both = [line("_news/ferries", "again"), line("again", "_news/ferries")]
    assert (status, reported(output)) == (1, both)


def test_from_a_sub_folder(articles: Articles) -> None:
    articles.write(**{"_news/again": about("boats")})
    articles.git("add", "--all")
    status, output = articles.run("git", "commit", "--message=Articles", below="_news")
    assert (status, reported(output)) == (1, [line("_news/again", "boats")])


def test_the_other_half_is_deleted_or_renamed(articles: Articles) -> None:
    articles.git("rm", "--quiet", "boats.md")
    status, output = articles.commit(again=about("boats"))
    assert (status, outcomes(output)) == (0, ["Passed"])

    articles.git("mv", "_news/ferries.md", "crossings.md")
    status, output = articles.commit(more=about("ferries"))
    assert status == 1
    assert reported(output) == [line("crossings", "more"), line("more", "crossings")]


def test_a_merge_makes_a_pair(articles: Articles) -> None:
    articles.git("checkout", "--quiet", "-b", "side")
    articles.start(theirs=about("trains"))
    articles.git("checkout", "--quiet", "main")
    articles.start(ours=about("trains"))
    articles.pre_commit("install", "--hook-type=pre-merge-commit")
    status, output = articles.run("git", "merge", "--no-edit", "side")
    assert (status, reported(output)) == (1, [line("theirs", "ours")])


def test_changes_that_are_not_staged_do_not_count(articles: Articles) -> None:
    articles.write(again=about("ferries"))
    articles.git("add", "--all")
    articles.write(again=about("trams"), boats=about("boats-2"), **{"_news/ferries": about("x")})
    status, output = articles.run("git", "commit", "--message=Articles")
    assert (status, reported(output)) == (1, [line("again", "_news/ferries")])
    assert (articles.folder / "boats.md").read_text() == about("boats-2")


@pytest.mark.parametrize("settings", [{}, {"require_serial": False}])
def test_a_list_that_is_split_over_processes(
    settings: dict[str, object], articles: Articles
) -> None:
    articles.use({"id": "articlelint", **settings})
    articles.write(**{f"{number:0240}": about(f"page-{number}") for number in range(560)})
    names = [f"{number:0240}" for number in (3, 200, 400, 540)]
    pages = ["boats", "ferries", "same", "same"]
    status, output = articles.commit(**dict(zip(names, map(about, pages), strict=True)))
    found = sorted(reported(output))
    assert (status, [each.partition(".md")[0] for each in found]) == (1, names)
    assert found[:2] == [line(names[0], "boats"), line(names[1], "_news/ferries")]


def test_two_at_once(articles: Articles) -> None:
    """As by a commit in the terminal and one in the editor, with nothing remembered yet."""
    articles.write(
        again=about("ferries"), **{f"a-{number}": about(f"{number}") for number in range(50)}
    )
    command = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    articles.git("add", "--all")
    articles.run(*command)  # which makes the environment
    runs = [articles.begin(*command) for _ in range(3)]
    for run in runs:
        output = run.communicate()[0]
        assert run.returncode == 1
        assert reported(output) == [line("_news/ferries", "again"), line("again", "_news/ferries")]
