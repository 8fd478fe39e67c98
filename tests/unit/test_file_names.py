"""What files are called, wherever the current folder is and however they are named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articlelint.file_names import forget_repositories, path_below, repository_path, shown_path
from articlelint.settings.config_tree import ConfigTree

pytestmark = pytest.mark.posix


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folders `site/posts` and `other`, of no repository; `site` is the current one."""
    (tmp_path / "site/posts").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "PWD"):
        monkeypatch.delenv(variable, raising=False)
    forget_repositories()
    return tmp_path


def repository(path: Path, text: str | None = None) -> None:
    """What git takes for the top of a worktree; with a text, of a submodule or another worktree."""
    if text is not None:
        (path / ".git").write_text(text)
        return
    (path / ".git").mkdir()
    (path / ".git/HEAD").write_text("ref: refs/heads/main\n")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a.md", "a.md"),
        ("posts/a.md", "posts/a.md"),
        ("...md", "...md"),
        ("posts/..a.md", "posts/..a.md"),
        (".", "."),
        ("./a.md", "a.md"),
        (".//posts/./a.md", "posts/a.md"),
        ("posts/", "posts"),
        ("posts/../a.md", "a.md"),
        ("posts/..", "."),
        ("nothing/../a.md", "a.md"),
        ("{top}/site", "."),
        ("{top}/site/", "."),
        ("{top}/site/posts/a.md", "posts/a.md"),
        ("{top}//site/./a.md", "a.md"),
        ("{top}/other/../site/a.md", "a.md"),
        ("../site/a.md", "a.md"),
        ("..", ".."),
        ("../other/a.md", "../other/a.md"),
        ("../other/../a.md", "../a.md"),
        ("{top}/other/a.md", "../other/a.md"),
        ("{top}/sites/a.md", "../sites/a.md"),
        ("/a.md", "/a.md"),
        ("/dev/../dev/stdin", "/dev/stdin"),
        ("-a.md", "./-a.md"),
        ("./-a.md", "./-a.md"),
        ("{top}/site/-a.md", "./-a.md"),
        ("posts/-a.md", "posts/-a.md"),
    ],
)
def test_a_path_is_shown_as_from_the_current_folder(path: str, shown: str, folder: Path) -> None:
    assert shown_path(path.format(top=folder)) == shown
    assert shown_path(shown) == shown
    assert not shown.startswith("{top}")


def test_a_path_from_far_above_is_shown_in_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("posts")
    above = os.path.relpath("/src/a.md")
    assert above.startswith("../../../")
    assert shown_path(above) == "/src/a.md"
    monkeypatch.chdir("/")
    assert shown_path(f"{folder}/site/a.md") == f"{folder}/site/a.md"[1:]


def test_a_link_in_a_path_stays(folder: Path) -> None:
    os.symlink("posts", "news")
    assert shown_path("./news/a.md") == shown_path(f"{folder}/site/news/a.md") == "news/a.md"
    assert shown_path("news/sub/../a.md") == "news/a.md"


def test_a_path_is_left_alone_if_it_leads_elsewhere_than_it_seems_to(folder: Path) -> None:
    os.symlink("../other", "linked")
    (folder / "a.md").write_text("the one that is meant")
    assert Path("linked/../a.md").read_text() == "the one that is meant"
    assert shown_path("linked/../a.md") == "linked/../a.md"
    assert shown_path("linked/a.md") == "linked/a.md"


def test_a_shell_may_know_the_current_folder_by_a_link(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.symlink("site", folder / "link")
    named = [f"{folder}/link", f"{folder}/link/a.md", f"{folder}/linked/a.md"]
    apart = ["../link", "../link/a.md", "../linked/a.md"]
    assert [shown_path(each) for each in named] == apart
    monkeypatch.setenv("PWD", f"{folder}/link")
    assert [shown_path(each) for each in named] == [".", "a.md", "../linked/a.md"]
    for other in (f"{folder}/other", "link", "", f"{folder}/nothing"):
        monkeypatch.setenv("PWD", other)
        assert [shown_path(each) for each in named] == apart


def test_a_path_on_another_drive_is_shown_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: str) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", refuse)
    assert shown_path("/other//a.md") == "/other/a.md"


@pytest.mark.parametrize(
    ("above", "name", "path"),
    [
        (".", "a.md", "a.md"),
        (".", "-a.md", "./-a.md"),
        ("posts", "-a.md", "posts/-a.md"),
        ("..", "a.md", "../a.md"),
    ],
)
def test_a_path_below_a_folder(above: str, name: str, path: str) -> None:
    assert path_below(above, name) == shown_path(os.path.join(above, name)) == path


@pytest.mark.parametrize("place", [".", "site", "site/posts", "other", "/"])
def test_in_a_repository_a_file_has_one_path_wherever_the_run_is(
    place: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(folder)
    monkeypatch.chdir(folder / place)
    file = folder / "site/posts/a.md"
    for path in (str(file), os.path.relpath(file), f"{folder}/other/../site//posts/a.md"):
        assert repository_path(path) == "site/posts/a.md"
    assert repository_path(os.path.relpath(folder / "a.md")) == "a.md"
    assert repository_path(os.path.relpath(folder / "site")) == "site"


def test_a_folder_has_a_path_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(folder)
    assert [repository_path(each) for each in (".", "..", "posts")] == ["site", ".", "site/posts"]
    monkeypatch.chdir(folder)
    assert repository_path(".") == "."


def test_what_is_called_git_is_not_always_a_repository(folder: Path) -> None:
    repository(folder)
    (folder / "site/.git").mkdir()
    assert repository_path("posts/a.md") == "site/posts/a.md"


def test_the_repository_is_that_of_the_file(folder: Path) -> None:
    repository(folder / "other")
    repository(folder / "site")
    assert repository_path("../other/b/a.md") == "b/a.md"
    assert repository_path("posts/a.md") == "posts/a.md"


def test_another_worktree_is_a_repository_of_its_own(folder: Path) -> None:
    repository(folder)
    repository(folder / "site", f"gitdir: {folder}/.git/worktrees/site\n")
    assert repository_path("posts/a.md") == "posts/a.md"


def test_a_submodule_belongs_to_the_repository_around_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(folder / "site", "gitdir: ../.git/modules/site\n")
    assert repository_path("posts/a.md") == "posts/a.md"
    repository(folder)
    repository(folder / "site/posts", "gitdir: ../../.git/modules/site/modules/posts\n")
    monkeypatch.chdir("posts")  # what is known of a folder is known as from another
    assert repository_path("a.md") == "site/posts/a.md"


def test_a_submodule_at_the_top_of_everything_belongs_to_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articlelint.root.worktree_of", lambda _folder: "/")
    monkeypatch.setattr("articlelint.root._is_of_submodule", lambda _path: True)
    assert repository_path("a.md") == f"{folder}/site/a.md"[1:]


def test_links_to_folders_are_followed_and_links_to_files_keep_their_names(folder: Path) -> None:
    repository(folder)
    os.symlink("site", folder / "linked")
    os.symlink("a.md", "b.md")
    assert repository_path("../linked/posts/a.md") == "site/posts/a.md"
    assert repository_path("../linked/b.md") == "site/b.md"


def test_a_repository_may_be_below_a_link(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(folder / "site")
    os.symlink("site", folder / "link")
    monkeypatch.chdir(folder)
    assert repository_path(f"{folder}/link/posts/a.md") == "posts/a.md"


def test_what_a_link_brings_into_a_repository_has_its_path_there(folder: Path) -> None:
    repository(folder / "site")
    os.symlink("../../other", "posts/linked")
    assert repository_path("posts/linked/a.md") == "posts/linked/a.md"


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_without_a_repository_what_a_service_has_checked_out_counts(
    variable: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.symlink(".", folder / "link")
    monkeypatch.setenv(variable, str(folder / "link"))
    assert repository_path("posts/a.md") == "site/posts/a.md"
    assert repository_path("../other/a.md") == "other/a.md"
    assert repository_path("/elsewhere/a.md") == "/elsewhere/a.md"
    for other in ("", ".", str(folder / "other"), str(folder / "nothing")):
        monkeypatch.setenv(variable, other)
        forget_repositories()
        assert repository_path("posts/a.md") == "posts/a.md"
    monkeypatch.setenv(variable, str(folder))
    repository(folder / "site/posts")
    monkeypatch.chdir("posts")
    assert repository_path("a.md") == "a.md"


def test_a_new_run_looks_again(folder: Path) -> None:
    assert repository_path("posts/a.md") == "posts/a.md"
    repository(folder)
    assert repository_path("posts/a.md") == "posts/a.md"
    ConfigTree()
    assert repository_path("posts/a.md") == "site/posts/a.md"


def test_without_all_that_the_current_folder_counts(folder: Path) -> None:
    assert repository_path(f"{folder}/site/posts/a.md") == "posts/a.md"
    assert repository_path("../other/a.md") == f"{folder}/other/a.md"
    assert repository_path("/a.md") == "/a.md"


@pytest.mark.parametrize("base", ["..", "{top}", "{top}/site/.."])
def test_a_base_replaces_all_that(base: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(folder / "site")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder / "site/posts"))
    base = base.format(top=folder)
    assert repository_path("posts/a.md", base) == "site/posts/a.md"
    assert repository_path("/a.md", base) == "/a.md"


def test_a_file_outside_of_a_base_has_its_absolute_path(folder: Path) -> None:
    repository(folder)
    assert repository_path("posts/a.md", "../other") == f"{folder}/site/posts/a.md"
