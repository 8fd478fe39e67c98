"""Which root a folder is in, and what lies within it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from articlelint.root import (
    CONFIG_NAME,
    RealFolders,
    Root,
    find_root,
    has_links_above,
    is_repository,
    real_path_within_root,
    root_of_names,
    top_configured,
    worktree_of,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `a/b/c`, and `elsewhere`, which is the current one."""
    (tmp_path / "a/b/c").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return tmp_path


def repository(path: Path, text: str | None = None) -> str:
    """The root of a repository, with a `.git` folder or a `.git` file."""
    if text is None:
        (path / ".git").mkdir()
    else:
        (path / ".git").write_text(text)
    return str(path)


def configured(path: Path) -> str:
    (path / CONFIG_NAME).touch()
    return str(path)


def named(path: Path) -> tuple[str, str]:
    root = find_root(str(path))
    return root.folder, root.name


def test_without_anything_it_is_the_current_folder_or_the_folder_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = str(folder / "a/b")
    assert named(folder / "a/b") == (alone, "folder that it is in")
    assert root_of_names(alone) == Root(alone, "folder of the file that names it")
    monkeypatch.chdir(folder / "a")
    for path in ("a", "a/b/c", "a/nothing"):
        assert named(folder / path) == (str(folder / "a"), "current folder")
    assert named(folder) == (str(folder), "folder that it is in")
    monkeypatch.chdir("/")
    assert named(folder) == ("/", "current folder")


def test_the_top_most_configuration_comes_before_the_current_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    configured(folder / "a/b/c")
    top = configured(folder / "a")
    expected = (top, "folder of the top-most configuration")
    assert named(folder / "a/b/c") == named(folder / "a") == expected
    assert top_configured(str(folder / "a/b/c")) == top
    assert top_configured(str(folder)) is None


def test_the_repository_comes_before_a_configuration_above_or_below(folder: Path) -> None:
    configured(folder)
    top = repository(folder / "a")
    below = configured(folder / "a/b")
    assert named(folder / "a/b/c") == (top, "repository")
    assert top_configured(str(folder / "a/b/c")) == below
    assert top_configured(str(folder / "a")) is None


def test_a_repository_in_another_is_one_of_its_own(folder: Path) -> None:
    outer, inner = repository(folder / "a"), repository(folder / "a/b")
    assert named(folder / "a/b/c") == (inner, "repository")
    assert named(folder / "a") == (outer, "repository")


@pytest.mark.parametrize(
    ("text", "is_submodule"),
    [
        ("gitdir: ../.git/modules/b\n", True),
        ("gitdir: ../../site/.git/modules/x/modules/.github\n", True),
        ("gitdir: /home/me/site/.git/worktrees/w/modules/b\n", True),
        ("gitdir: /home/me/site/.git/worktrees/modules\n", False),
        ("gitdir: /home/me/site/.git/modules/b/worktrees/w\n", False),
        ("gitdir: /home/me/modules/site/.git/worktrees/w\n", False),
        ("gitdir: /home/me/modules/site.git\n", False),
        ("", False),
    ],
)
def test_a_submodule_belongs_to_the_repository_around_it(
    text: str, folder: Path, *, is_submodule: bool
) -> None:
    outer, inner = repository(folder / "a"), repository(folder / "a/b", text)
    assert named(folder / "a/b/c") == (outer if is_submodule else inner, "repository")


@pytest.mark.posix
def test_what_git_cannot_be_asked_is_a_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "a/.git")
    assert is_repository(str(folder / "a"))
    os.symlink("nothing", folder / "a/b/.git")
    assert is_repository(str(folder / "a/b"))
    (folder / "a/b/c/.git").write_text("gitdir: ../.git/modules/c")
    assert not is_repository(str(folder / "a/b/c"))

    def fail(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", fail)
    assert is_repository(str(folder / "a/b/c"))


@pytest.mark.posix
@pytest.mark.parametrize(
    ("make", "is_root", "is_worktree"),
    [
        pytest.param(lambda git: (git / "HEAD").mkdir(parents=True), True, True, id="repository"),
        pytest.param(
            lambda git: git.write_text("gitdir: ../.git/modules/b"), False, True, id="sub"
        ),
        pytest.param(
            lambda git: git.write_text("gitdir: /x/worktrees/b"), True, True, id="worktree"
        ),
        pytest.param(lambda git: git.mkdir(), True, False, id="empty"),
        pytest.param(lambda git: git.symlink_to("nothing"), True, False, id="broken link"),
        pytest.param(lambda git: os.mkfifo(str(git)), True, False, id="pipe"),
    ],
)
def test_a_repository_for_git_and_for_what_may_be_read(
    make: Callable[[Path], object], folder: Path, *, is_root: bool, is_worktree: bool
) -> None:
    (folder / ".git/HEAD").mkdir(parents=True)
    inner = folder / "a/b"
    make(inner / ".git")
    top = str(inner if is_worktree else folder)
    assert worktree_of(str(inner)) == worktree_of(str(inner / "c")) == top
    assert is_repository(str(inner)) == is_root
    assert named(inner / "c") == (str(inner if is_root else folder), "repository")
    assert worktree_of("/") is None


@pytest.mark.posix
def test_a_repository_that_a_link_leads_to(folder: Path) -> None:
    repository(folder / "elsewhere")
    os.symlink("../elsewhere", folder / "a/link")
    assert named(folder / "a/link") == (str(folder / "elsewhere"), "repository")
    outer = repository(folder / "a")
    assert named(folder / "a/link") == (outer, "repository"), "it is not below this one"


@pytest.mark.posix
def test_what_lies_within_it(folder: Path) -> None:
    repository(folder / "a")
    root = root_of_names(str(folder / "a/b"))
    os.symlink("../../elsewhere", folder / "a/b/out")
    os.symlink("../b", folder / "a/b/in")
    within = ("x", "b/x", "b/../x", "b/in/x", "b/in/../x", "b/.github/x", ".git.md")
    outside = ("../x", "b/out/x", "b/out", ".git/x", ".GIT/x", "b/.git/x", "../a.md", "b/out/../x")
    assert [each for each in within + outside if root.holds(str(folder / "a" / each))] == [*within]
    wider = root._replace(schema_folders=(str(folder / "elsewhere"),))
    assert wider.holds_schema(str(folder / "a/b/out/x"))
    assert not wider.holds_schema(str(folder / "x"))
    assert not wider.holds(str(folder / "a/b/out/x"))
    assert root.holds(str(folder / "a/x\0.json")), "whoever opens it says that there is none"
    assert Root("/", "current folder").holds("/x")


@pytest.mark.posix
def test_a_path_is_real_unless_links_lead_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = repository(folder / "a")
    monkeypatch.chdir(folder / "a/b")
    os.symlink("../x.md", "link.md")
    os.symlink("../../elsewhere", "out")
    for path, real in {"y.md": "b/y.md", "link.md": "x.md", "../x.md": "x.md"}.items():
        assert real_path_within_root(path) == os.path.join(top, real)
    for path in ("out/x.md", "out/../x.md", os.path.abspath("out")):
        with pytest.raises(OSError, match="a link leads out of the repository") as caught:
            real_path_within_root(path)
        assert caught.value.strerror == "a link leads out of the repository"
    assert real_path_within_root("../../elsewhere/x.md") == str(folder / "elsewhere/x.md")
    assert real_path_within_root("../.git/x.md") == os.path.join(top, ".git/x.md"), "by name alone"


@pytest.mark.posix
def test_without_a_root_no_link_leads_out_of_the_folder_of_a_file(folder: Path) -> None:
    os.symlink("b", folder / "a/in")
    os.symlink("x.md", folder / "a/b/y.md")
    os.symlink("../x.md", folder / "a/b/out.md")
    for path in ("a/b/y.md", "a/in/y.md", "a/in/x.md"):
        assert real_path_within_root(str(folder / path)) == str(folder / "a/b/x.md")
    for path in ("a/b/out.md", "a/in/out.md"):
        with pytest.raises(OSError, match="a link leads out of the folder that it is in"):
            real_path_within_root(str(folder / path))


@pytest.mark.posix
def test_links_of_the_system_lead_anywhere(folder: Path) -> None:
    with open(folder / "a/x.md", "w") as file:
        for path in (f"/dev/fd/{file.fileno()}", f"/proc/self/fd/{file.fileno()}"):
            assert real_path_within_root(path) == str(folder / "a/x.md")
        os.symlink(f"/proc/self/fd/{file.fileno()}", folder / "a/b/out.md")
        with pytest.raises(OSError, match="a link leads out"):
            real_path_within_root(str(folder / "a/b/out.md"))


@pytest.mark.posix
def test_links_to_the_folder_of_a_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.symlink("../a", folder / "elsewhere/b")
    for path in ("x", "b", "../a/x", "../a/b/x", str(folder / "x"), "./x"):
        assert not has_links_above(path), path
    for path in ("b/x", "b/b/x", "b/../x", str(folder / "elsewhere/b/x")):
        assert has_links_above(path), path
    monkeypatch.chdir(folder / "a")
    assert not has_links_above("b/x")


@pytest.mark.posix
def test_the_real_paths_of_folders(folder: Path) -> None:
    os.symlink("../a", folder / "elsewhere/b")
    (folder / "a" / "deep" / "er").mkdir(parents=True)
    paths = [
        "a",
        "a/deep/er",
        "a/deep",
        "elsewhere/b/deep",
        "elsewhere/b/deep/er",
        "a/../a",
        "",
        "a/",
    ]
    known = RealFolders()
    assert [known.of(each) for each in paths] == [os.path.realpath(each) for each in paths]
    missing = str(folder / "none" / "er")
    assert known.of(missing) == os.path.realpath(missing)
