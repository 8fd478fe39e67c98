from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from articlelint.running.discover import Found, discover
from articlelint.settings.config_tree import ConfigTree


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of no repository, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()


def found(*paths: str) -> list[str]:
    return [each.path for each in discover(paths, ConfigTree()).files]


@pytest.mark.parametrize(
    "name",
    [
        "a.md",
        "a.markdown",
        "A.MD",
        "a.en.md",
        ".a.md",
        "readme-first.md",
        "security.update-2023.md",
        "my-license.md",
        "a b.md",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_folder_search_takes_an_article(name: str) -> None:
    write(name)
    assert found(".") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a.mdx",
        "a.md.bak",
        "md",
        "README.md",
        "Readme.markdown",
        "readme.de.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "CODE_OF_CONDUCT.md",
        "LICENSE.md",
        "SECURITY.md",
        ".git/a.md",
        "below/.git/a.md",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_folder_search_leaves_out_what_is_no_article(name: str) -> None:
    write(name)
    assert found(".") == []
    assert found(name) == [name], "but a named file is taken"


@pytest.mark.usefixtures("folder")
def test_files_are_sorted_by_path() -> None:
    write("b.md", "a.md", "a/z.md", "a/b/c.md", "a-b/c.md")
    assert found("b.md", ".") == ["a-b/c.md", "a.md", "a/b/c.md", "a/z.md", "b.md"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["."], "news/a.md", id="current folder"),
        pytest.param(["news"], "news/a.md", id="folder"),
        pytest.param(["news/"], "news/a.md", id="folder with a slash"),
        pytest.param(["./news"], "news/a.md", id="folder with a dot"),
        pytest.param(["./news/a.md"], "./news/a.md", id="file"),
        pytest.param(["news/../news"], "news/../news/a.md", id="roundabout"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_paths_stay_as_named(paths: list[str], expected: str) -> None:
    write("news/a.md")
    assert found(*paths) == [expected]


def test_a_folder_named_absolutely(folder: Path) -> None:
    write("news/a.md")
    assert found(str(folder)) == [str(folder / "news/a.md")]


@pytest.mark.usefixtures("folder")
def test_a_file_named_twice_comes_once_as_named_first() -> None:
    write("news/a.md", "news/b.md")
    assert found("./news/a.md", "news/a.md", "news", os.path.abspath("news/b.md")) == [
        "./news/a.md",
        "news/b.md",
    ]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_is_called_like_an_article_is_searched() -> None:
    write("news.md/a.md")
    assert found(".") == found("news.md") == ["news.md/a.md"]


@pytest.mark.usefixtures("folder")
def test_links_to_files_are_taken_and_links_to_folders_are_not_followed() -> None:
    write("news/a.md")
    os.symlink("a.md", "news/linked.md")
    os.symlink("..", "news/loop")
    os.symlink("../news", "news/loop.md")
    assert found(".") == ["news/a.md", "news/linked.md"]
    assert found("news/loop") == ["news/loop/news/a.md", "news/loop/news/linked.md"]


@pytest.mark.usefixtures("folder")
def test_a_link_that_leads_nowhere_is_taken_so_that_it_is_reported() -> None:
    os.symlink("nowhere", "a.md")
    os.symlink("b.md", "b.md")
    assert found(".") == ["a.md", "b.md"]


@pytest.mark.usefixtures("folder")
def test_a_pipe_is_taken_only_where_it_is_named() -> None:
    os.mkfifo("pipe.md")
    os.symlink("/dev/zero", "zero.md")
    assert found(".") == []
    assert found("pipe.md") == ["pipe.md"]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_searched_is_found_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write("news/a.md", "secret/a.md", "zoo/a.md")
    scan = os.scandir
    refusal = PermissionError(13, "Permission denied", "./secret")

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        if path == "./secret":
            raise refusal
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert discover(["."], ConfigTree()).files == [
        Found("news/a.md"),
        Found("secret", refusal),
        Found("zoo/a.md"),
    ]


@pytest.mark.usefixtures("folder")
def test_folders_nested_deeper_than_python_may_recurse() -> None:
    depth = 300
    write("d/" * depth + "a.md")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + depth // 2)
    try:
        assert found(".") == ["d/" * depth + "a.md"]
    finally:
        sys.setrecursionlimit(limit)
