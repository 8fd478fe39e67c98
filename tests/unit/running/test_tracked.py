"""Files that git tracks are found although .gitignore matches them."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from articlelint.running import git as git_module
from articlelint.running.discover import discover
from articlelint.settings.config_tree import ConfigTree
from tests.git import git


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def touch(*paths: str) -> None:
    write(**dict.fromkeys(paths, ""))


def commit(folder: str = ".") -> None:
    git("commit", "--quiet", "--message=a", folder=folder)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, and the current folder."""
    top = tmp_path / "repository"
    top.mkdir()
    monkeypatch.chdir(top)
    git("init", "--quiet")
    return top


@pytest.fixture
def other_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is called instead of git, in whose folder it leaves ``was-run``."""
    folder = repository.parent / "bin"
    folder.mkdir()
    program = folder / "git"
    program.write_text(f"#!/bin/sh\ntouch {folder}/was-run\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return program


def found(*paths: str) -> list[str]:
    return [each.path for each in discover(paths or (".",), ConfigTree()).files]


def notes(*paths: str) -> list[str]:
    return discover(paths or (".",), ConfigTree()).notes


@pytest.mark.usefixtures("repository")
def test_what_git_tracks_is_found_and_what_lies_beside_it_is_not() -> None:
    touch("a.md", "b.md", "old/c.md", "old/d.md", "old/deep/e.md", "old/other/f.md", "old!/g.md")
    git("add", "a.md", "old/c.md", "old/deep/e.md")
    write(**{".gitignore": "a.md\nb.md\nold/\nold!/\n"})
    assert found() == ["a.md", "old/c.md", "old/deep/e.md"]
    assert found("old/deep") == ["old/deep/e.md"]


@pytest.mark.usefixtures("repository")
def test_in_an_ignored_folder_no_pattern_brings_back_what_is_not_tracked() -> None:
    touch("old/a.md", "old/b.md")
    git("add", "old/a.md")
    write(**{".gitignore": "old/\n!*.md\n", "old/.gitignore": "!b.md\n"})
    assert found() == ["old/a.md"]


@pytest.mark.usefixtures("repository")
def test_names_of_any_kind() -> None:
    names = ["old/two words.md", "old/hä.md", "old/-x.md", "old/:(top)y.md", "old\n/z.md"]
    touch(*names, "old/untracked.md")
    git("--literal-pathspecs", "add", "--", *names)
    write(**{".gitignore": "old*\n"})
    assert found() == sorted(names)


@pytest.mark.usefixtures("repository")
def test_all_else_that_leaves_a_file_out_still_does() -> None:
    touch("README.md", "a.txt", "drafts/b.md", "gone.md", "c.md")
    git("add", ".")
    Path("gone.md").unlink()
    write(**{".gitignore": "*\n", ".articlelint.yaml": "exclude: [drafts/]\n"})
    assert found() == ["c.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
def test_a_folder_that_has_become_a_link_is_not_followed() -> None:
    touch("old/a.md", "elsewhere/a.md")
    git("add", "old")
    shutil.rmtree("old")
    Path("old").symlink_to("elsewhere")
    write(**{".gitignore": "old\nelsewhere\n"})
    assert found() == []


@pytest.mark.posix
def test_a_folder_that_is_named_by_a_link(repository: Path) -> None:
    touch("news/old/a.md")
    git("add", ".")
    write(**{".gitignore": "old\n", "news/.gitignore": "old\n"})
    Path("../link").symlink_to(repository / "news")
    assert found("../link") == ["../link/old/a.md"]


@pytest.mark.usefixtures("repository")
def test_a_repository_in_another_has_tracked_files_of_its_own() -> None:
    touch("inner/old/a.md", "inner/old/b.md", "old/c.md", "old/clone/d.md", "old/clone/e.md")
    for folder in ("inner", "old/clone"):
        git("init", "--quiet", folder=folder)
    git("add", "old/a.md", folder="inner")
    git("add", "d.md", folder="old/clone")
    git("add", "old/c.md")
    write(**{".gitignore": "old\n"})
    assert found() == ["inner/old/a.md", "old/c.md"]


@pytest.mark.parametrize("patterns", ["sub/\n", "sub*\n", "old/\n", "*.md\n", "*\n"])
@pytest.mark.usefixtures("repository")
def test_a_submodule_tells_what_it_tracks_itself(patterns: str) -> None:
    touch("old/sub/a.md", "old/sub/deep/b.md", "old/sub/inner/c.md")
    touch("old/sub/d.md", "old/sub/inner/e.md", "old/sub!/f.md", "old/subs/g.md")
    git("init", "--quiet", folder="old/sub/inner")
    git("add", "c.md", folder="old/sub/inner")
    commit("old/sub/inner")
    git("init", "--quiet", folder="old/sub")
    git("add", "a.md", "deep", "inner", folder="old/sub")
    commit("old/sub")
    git("add", "old/sub")
    tracked = ["old/sub/a.md", "old/sub/deep/b.md", "old/sub/inner/c.md"]
    write(**{".gitignore": patterns})
    assert [each for each in found() if each in tracked] == tracked
    write(**{".gitignore": f"{patterns}sub*\n"})
    assert found() == tracked


@pytest.mark.usefixtures("repository")
def test_a_folder_in_place_of_a_tracked_file_has_nothing_that_is_tracked() -> None:
    touch("old")
    git("add", "old")
    Path("old").unlink()
    touch("old/a.md")
    write(**{".gitignore": "old\n"})
    assert found() == []


@pytest.mark.usefixtures("repository")
def test_a_worktree() -> None:
    touch("old/a.md")
    git("add", ".")
    commit()
    git("worktree", "add", "--quiet", "../worktree")
    write(**{"../worktree/.gitignore": "old\n", "../worktree/old/b.md": ""})
    assert found("../worktree") == ["../worktree/old/a.md"]


def test_what_a_hook_of_another_repository_sets(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch("old/a.md")
    git("add", ".")
    write(**{".gitignore": "old\n"})
    monkeypatch.setenv("GIT_DIR", str(repository.parent / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.parent / "index"))
    assert found() == ["old/a.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
def test_git_is_asked_once_and_only_if_something_is_ignored(other_git: Path) -> None:
    was_run = other_git.parent / "was-run"
    touch("a.md", "b/c.md", "d/e.txt")
    write(**{".gitignore": "*.txt\nno-such-file\n"})
    assert (found(), was_run.exists()) == (["a.md", "b/c.md"], False)
    assert (found("d/e.txt"), was_run.exists()) == (["d/e.txt"], False)
    program = other_git.read_text().replace("exit 1", "echo run >>was-asked; exit 0")
    other_git.write_text(program)
    write(**{".gitignore": "*.md\n"})
    assert found("b", "d", ".") == []
    assert Path("was-asked").read_text() == "run\n"


@pytest.mark.posix
@pytest.mark.usefixtures("other_git")
def test_outside_a_repository_git_is_not_asked(repository: Path) -> None:
    shutil.rmtree(".git")
    Path(".git").mkdir()  # which git itself takes for none
    touch("a.md", "b.md")
    write(**{".gitignore": "b.md\n"})
    assert found() == ["a.md"]
    assert not (repository.parent / "bin" / "was-run").exists()


@pytest.mark.posix
@pytest.mark.parametrize(
    ("script", "why"),
    [
        pytest.param("echo 'fatal: bad\nmore' >&2; exit 128", "fatal: bad", id="it says why"),
        pytest.param("exit 3", "exit status 3", id="it does not"),
        pytest.param("exec sleep 20", "no answer within 0.1 seconds", id="it hangs"),
    ],
)
def test_a_note_says_that_git_failed(
    repository: Path, other_git: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str
) -> None:
    monkeypatch.setattr(git_module, "MOST_SECONDS", 0.1)
    other_git.write_text(f"#!/bin/sh\n{script}\n")
    touch("a.md")
    write(**{".gitignore": "*.md\n"})
    what = "git does not say which files it tracks, so ignored ones are not checked"
    assert notes() == [f"{repository}: {what}: {why}"]
    assert found() == []


@pytest.mark.posix
def test_a_git_that_cannot_be_run(repository: Path, other_git: Path) -> None:
    other_git.write_text("no program\0")
    touch("a.md")
    write(**{".gitignore": "*.md\n"})
    (note,) = notes()
    assert note.startswith(f"{repository}: git does not say ")
    assert "Exec format error" in note


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("path", ["", "."])
def test_without_git_or_with_one_in_the_searched_folder(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch("old/a.md", "b.md")
    git("add", ".")
    write(**{".gitignore": "old\n", "git": "#!/bin/sh\ntouch was-run\n"})
    Path("git").chmod(0o755)
    monkeypatch.setenv("PATH", path)
    assert (found(), notes()) == (["b.md"], [])
    assert not Path("was-run").exists()


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"core.fsmonitor": "{}"}, id="file monitor"),
        pytest.param({"core.hooksPath": "{folder}"}, id="hooks"),
        pytest.param({"core.pager": "{}", "pager.ls-files": "{}"}, id="pager"),
        pytest.param({"alias.ls-files": "!{}"}, id="alias"),
    ],
)
def test_the_configuration_of_a_repository_does_not_run_anything(
    settings: dict[str, str],
) -> None:
    touch("old/a.md")
    git("add", ".")
    write(**{".gitignore": "old\n"})
    _add_program("program", "post-index-change", "fsmonitor-watchman", "query-watchman")
    for key, value in settings.items():
        git("config", key, value.format(os.path.abspath("program"), folder=os.getcwd()))
    assert found() == ["old/a.md"]
    assert not Path("was-run").exists()


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
def test_a_partial_clone_fetches_nothing() -> None:
    """An index without the files of a folder, whose tree is missing, would have git fetch it."""
    touch("old/a.md", "new/b.md")
    git("add", ".")
    commit()
    git("sparse-checkout", "set", "--cone", "--sparse-index", "old")
    for folder in Path(".git/objects").glob("[0-9a-f][0-9a-f]"):
        shutil.rmtree(folder)
    _add_program("program")
    git("config", "remote.origin.url", f"ext::{os.path.abspath('program')} %S")
    git("config", "remote.origin.promisor", "true")
    git("config", "extensions.partialClone", "origin")
    git("config", "protocol.ext.allow", "always")
    git("config", "core.repositoryFormatVersion", "1")
    write(**{".gitignore": "old\n"})
    assert found() == ["old/a.md"]
    assert not Path("was-run").exists()
    git("ls-files")
    assert Path("was-run").exists()  # so it is a danger


def _add_program(*names: str) -> None:
    for name in names:
        Path(name).write_text(f"#!{sys.executable}\nopen({os.path.abspath('was-run')!r}, 'w')\n")
        Path(name).chmod(0o755)
