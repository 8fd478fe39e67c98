"""The pre-commit hooks, as pre-commit installs and runs them from this repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from articlelint.running.search_names import ENDINGS
from tests.e2e.articles import BROKEN, BROKEN_LINE, ODD, ODD_LINE, SOUND, in_full
from tests.e2e.hooks import MANIFEST, Repository, outcomes, reported, using
from tests.runners import commands


def test_a_commit_of_a_broken_article_is_stopped(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint")

    status, output = articles.commit(broken=BROKEN, sound=SOUND, README="# Ferries\n")
    assert status == 1
    assert outcomes(output) == ["Failed"]
    assert reported(output) == [f"broken.md{in_full(BROKEN_LINE)}"]

    status, output = articles.commit(broken=ODD)
    assert (status, articles.commits) == (0, 1), output
    assert outcomes(output) == ["Passed"]


def test_a_commit_of_what_can_be_fixed_is_stopped_once(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint-fix")

    status, output = articles.commit(odd=ODD, sound=SOUND, README="published: yes\n")
    assert status == 1, output
    assert "- files were modified by this hook\n" in output
    fixed = ODD.replace("Ferries ", "Ferries")
    assert (articles.folder / "odd.md").read_text() == fixed
    assert (articles.folder / "sound.md").read_text() == SOUND
    assert (articles.folder / "README.md").read_text() == "published: yes\n"

    status, output = articles.commit()
    assert (status, articles.commits) == (0, 1), output
    assert articles.run("git", "show", "HEAD:odd.md") == (0, fixed)

    status, output = articles.commit(broken=BROKEN)
    assert (status, articles.commits) == (1, 1), output
    assert reported(output) == [f"broken.md{in_full(BROKEN_LINE)}"]


@pytest.mark.posix  # other systems refuse such names
@pytest.mark.parametrize("name", ["articlelint", "articlelint-fix"])
def test_names_that_look_like_options_are_names(
    name: str, hooks: Repository, tmp_path: Path
) -> None:
    articles = using(hooks, tmp_path, name)
    (articles.folder / "x.md").write_text("rules: {schema/enum: off}\n")
    (articles.folder / "--output=json:").mkdir()
    names = ["--config=x", "--no-config", "--output=json:/b", "--write-baseline=w", "-h", "::e::"]
    status, output = articles.commit(**dict.fromkeys(names, BROKEN))
    assert status == 1, output
    found = re.findall(r"^(\S+\.md):\d+:\d+: error .*\n", output, re.MULTILINE)
    assert sorted(found) == sorted(["x.md", *(f"./{each}.md" for each in names)])
    assert not (articles.folder / "w.md").exists()
    assert commands(output) == []


@pytest.mark.posix
def test_arguments_of_ones_own_end_with_two_hyphens(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    articles.use({"id": "articlelint", "args": ["--strict"]})
    status, output = articles.commit(**{"--no-config": ODD, "-x": SOUND})
    assert status == 1
    assert reported(output) == [f"./--no-config.md{in_full(ODD_LINE)}"]

    config = {"--config=x": ODD}  # the only one that may be an option
    status, output = articles.commit(x="rules: {irregular-whitespace: off}\n", **config)
    assert status == 1
    assert 'Error: "--config=x.md" looks like an option but is a file: ' in output

    articles.use({"id": "articlelint", "args": ["--strict", "--"]})
    status, output = articles.commit(x=SOUND)
    assert status == 1
    names = ["./--config=x.md", "./--no-config.md"]
    assert reported(output) == [f"{name}{in_full(ODD_LINE)}" for name in names]


def test_a_commit_of_an_ignore_comment_is_stopped_where_none_is_allowed(
    hooks: Repository, tmp_path: Path
) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    ignoring = BROKEN.replace("artcle", "artcle # articlelint: ignore[schema/enum]")
    assert articles.commit(ignoring=ignoring)[0] == 0
    articles.use({"id": "articlelint", "args": ["--no-inline", "--"]})
    status, output = articles.commit(ignoring=ignoring.replace("two", "three"))
    assert status == 1
    assert re.findall(r"^\S+\.md:(\d+:\d+): .* \[(.*)\]\n", output, re.MULTILINE) == [
        ("7:7", "schema/enum"),
        ("7:29", "inline-ignore"),
    ]


HOOKS = {hook["id"]: hook for hook in YAML(typ="safe").load(MANIFEST)}
OF_ARTICLES = [HOOKS["articlelint"], HOOKS["articlelint-fix"]]


def test_options_end_before_the_names_of_files() -> None:
    assert [hook["args"] for hook in HOOKS.values()] == [["--"]] * 3


def test_the_hooks_take_the_files_that_a_folder_search_takes() -> None:
    (pattern,) = {hook["files"] for hook in OF_ARTICLES}
    assert re.findall(r"\w+", pattern.partition("(md")[2]) == [each[1:] for each in ENDINGS][1:]
    for name in ("a.md", "a.MD", "_news/a.markdown", "a.qmd", "a.Rmd"):
        assert re.search(pattern, name)
    for name in ("a.md.bak", "md", "a.html", "amd"):
        assert not re.search(pattern, name)


def test_the_hooks_leave_out_what_a_search_leaves_out() -> None:
    for hook in OF_ARTICLES:
        assert hook["types"] == ["text"]
        assert "exclude" not in hook
        assert hook["entry"].endswith(" --quiet --force-exclude")


def test_files_that_usually_have_no_front_matter_are_checked_if_they_have_some(
    hooks: Repository, tmp_path: Path
) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    names = ["security", "README", ".github/issue", "vendor/a"]
    status, output = articles.commit(**dict.fromkeys(names, BROKEN), SUPPORT="# Ask us\n")
    assert status == 1, output
    left = sorted(f"{each}.md{in_full(BROKEN_LINE)}" for each in names[:2])
    assert sorted(reported(output)) == left


DECIDING = [
    ".articlelint.yaml",
    "site/.articlelint.yaml",
    ".gitignore",
    "_news/drafts/.gitignore",
    "articlelint-baseline.json",
    "site/articlelint-baseline-2024.json",
    "article.schema.json",
    "config/video.schema.yaml",
    "config/video.schema.yml",
    "schemas/article.json",
    "schema/v2/article.yaml",
    "_data/authors.yml",
    "_data/people/authors.csv",
    "site/data/topics.toml",
    "data/topics.json",
    "_data/organizations/harbour-herald.md",
    "vocabularies/topics.yaml",
    "vocabulary/people/ann.md",
    "site/vocabulary.csv",
]
NOT_DECIDING = [
    "_news/2024-03-05-ferries.md",
    "articlelint.yaml",
    ".articlelint.yaml.orig",
    "a.gitignore",
    "baseline.json",
    "package.json",
    "schema.json",
    "schemas/README.md",
    "my-schemas/article.json",
    "content/data/ferries.md",
    "metadata/authors.yml",
    "_data/chart.png",
    "vocabulary.md",
    "a-vocabulary.yaml",
]


@pytest.mark.parametrize("path", DECIDING)
def test_a_change_of_what_decides_about_articles_is_for_all(path: str) -> None:
    assert re.search(HOOKS["articlelint-all"]["files"], path)


@pytest.mark.parametrize("path", NOT_DECIDING)
def test_a_change_of_another_file_is_not_for_all(path: str) -> None:
    assert not re.search(HOOKS["articlelint-all"]["files"], path)
