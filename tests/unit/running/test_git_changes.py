"""Git tells which files may differ from those of a commit."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from articlelint.running import git as git_module
from articlelint.running import git_questions
from articlelint.running.git_changes import asking_what_changed, changed_since, current_commit
from tests.git import git


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def write_all(text: str, *names: str) -> None:
    write(**dict.fromkeys(names, text))


def commit(folder: str = ".") -> str:
    """Commit all there is, and give the id."""
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--allow-empty", "--message=a", folder=folder)
    return head(folder)


def head(folder: str = ".") -> str:
    return git("rev-parse", "HEAD", folder=folder).strip()


def changed(commit: str, folder: str = ".") -> set[str]:
    found = changed_since(folder, commit)
    assert found is not None
    return set(found)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, and the current folder."""
    top = tmp_path / "repository"
    top.mkdir()
    monkeypatch.chdir(top)
    git("init", "--quiet", "--initial-branch=main")
    return top


@pytest.fixture
def start(repository: Path) -> str:
    """The first commit of the repository."""
    assert repository
    write_all("a", "a.md", "b.md", "news/c.md", "news/deep/d.md", "old/e.md")
    return commit()


def test_nothing(start: str) -> None:
    assert current_commit(".") == current_commit("news") == head() == start
    assert changed(start) == changed(start, "news") == set()


def test_changes_that_nobody_has_committed(start: str) -> None:
    write(**{"a.md": "b", "news/c.md": "longer", "news/new.md": "", "staged.md": ""})
    git("add", "staged.md", "news/c.md")
    Path("b.md").unlink()
    Path("old").rename("moved")
    assert changed(start) == {
        *("a.md", "b.md", "moved/e.md", "news/c.md", "news/new.md", "old/e.md", "staged.md")
    }
    assert changed(start, "news") == {"c.md", "new.md"}
    assert changed(start, "news/deep") == set()


def test_changes_that_are_committed(start: str) -> None:
    write(**{"a.md": "b", "new.md": ""})
    git("mv", "old", "moved")
    second = commit()
    write(**{"b.md": "b"})
    assert changed(start) == {"a.md", "b.md", "moved/e.md", "new.md", "old/e.md"}
    assert changed(second) == {"b.md"}
    git("checkout", "--quiet", start)
    assert changed(start) == {"b.md"}
    assert current_commit(".") == start


def test_what_has_left_the_index(start: str) -> None:
    git("rm", "--quiet", "--cached", "a.md", "news/c.md")
    Path("news/c.md").unlink()
    assert changed(start) == {"a.md", "news/c.md"}


def test_what_is_only_intended_to_be_added(start: str) -> None:
    write(**{"new.md": "", "gone.md": ""})
    git("add", "--intent-to-add", "new.md", "gone.md")
    Path("gone.md").unlink()
    assert "new.md" in changed(start)


def test_a_conflict(start: str) -> None:
    git("checkout", "--quiet", "-b", "side")
    write(**{"a.md": "theirs"})
    commit()
    git("checkout", "--quiet", "main")
    write(**{"a.md": "ours"})
    ours = commit()
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "side")
    assert changed(ours) == changed(start) == {"a.md"}
    git("checkout", "--ours", "a.md")
    assert changed(ours) == {"a.md"}


def test_a_file_that_was_only_touched_may_differ(start: str) -> None:
    os.utime("a.md", (0, 0))
    assert changed(start) == {"a.md"}


@pytest.mark.parametrize(
    "settings",
    [{}, {"core.trustctime": "false", "core.checkStat": "minimal"}, {"core.ignoreStat": "true"}],
)
@pytest.mark.usefixtures("repository")
def test_a_file_of_the_same_size_and_time(settings: dict[str, str]) -> None:
    for key, value in settings.items():
        git("config", key, value)
    write(**{"a.md": "a", "b.md": "b"})
    for name in ("a.md", "b.md"):
        os.utime(name, (10**9, 10**9))
    start = commit()
    before = int(os.stat("a.md").st_ctime)
    while int(os.stat("a.md").st_ctime) == before:  # what git compares are seconds
        write(**{"a.md": "b"})
        os.utime("a.md", (10**9, 10**9))
    assert "a.md" in changed(start)


def test_a_file_that_changed_in_the_second_in_which_it_was_added(start: str) -> None:
    write(**{"a.md": "b"})
    git("add", "a.md")
    write(**{"a.md": "c"})
    assert changed(start) == changed(commit_of_index()) == {"a.md"}


def commit_of_index() -> str:
    git("commit", "--quiet", "--message=a")
    return head()


@pytest.mark.parametrize("bit", ["--assume-unchanged", "--skip-worktree"])
def test_bits_of_the_index_are_not_believed(bit: str, start: str) -> None:
    git("update-index", bit, "a.md", "news/c.md")
    write(**{"a.md": "b"})
    Path("news/c.md").unlink()
    assert changed(start) == {"a.md", "news/c.md"}


def test_a_sparse_checkout(start: str) -> None:
    git("sparse-checkout", "set", "--cone", "--sparse-index", "news")
    assert not Path("old").exists()
    assert changed(start) == {"old/e.md"}
    write(**{"old/e.md": "b", "old/new.md": "", "news/c.md": "b"})
    assert changed(start) == {"news/c.md", "old/e.md", "old/new.md"}


def test_what_a_gitignore_matches_is_left_out_and_what_others_ignore_is_not(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(**{".gitignore": "ignored*\n", "news/.gitignore": "x.md\n", "ignored.md": "a"})
    git("add", "--force", "ignored.md")
    start = commit()
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/exclude").write_text("here.md\n")
    (repository.parent / "everywhere").write_text("everywhere.md\n")
    git("config", "core.excludesFile", str(repository.parent / "everywhere"))
    write_all("", "ignored-2.md", "ignored/a.md", "news/x.md", "x.md", "here.md", "everywhere.md")
    assert changed(start) == {"x.md", "here.md", "everywhere.md"}
    assert changed(start, "news") == set()
    write(**{"ignored.md": "b"})
    assert changed(start) == {"ignored.md", "x.md", "here.md", "everywhere.md"}
    monkeypatch.chdir("news")
    assert changed_since("../ignored", start) is None


@pytest.mark.parametrize("name", [".gitignore", ".gitattributes"])
@pytest.mark.parametrize("path", ["", "news/", "news/deep/"])
def test_a_change_of_what_decides_about_others(path: str, name: str, start: str) -> None:
    write_all("\n", f"{path}{name}", "old/c.md")
    assert changed_since(".", start) is changed_since("news/deep", start) is None
    assert changed_since("old", start) == ({"c.md"} if path else None)
    second = commit()
    assert changed_since(".", start) is changed_since("news/deep", start) is None
    assert changed(second) == changed(second, "news/deep") == set()
    Path(path + name).unlink()
    assert changed_since(".", second) is changed_since("news/deep", second) is None


def test_names_that_only_end_so_decide_about_nothing(start: str) -> None:
    write_all("", "a.gitignore", ".gitignore.md", ".gitattributes/a.md")
    assert changed(start) == {"a.gitignore", ".gitignore.md", ".gitattributes/a.md"}


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
def test_links_are_always_listed() -> None:
    write(**{"a.md": "a", "news/b.md": "b"})
    for link in ("tracked.md", "news/tracked.md"):
        Path(link).symlink_to("/a.md")
    Path("folder").symlink_to("news")
    start = commit()
    Path("new.md").symlink_to("a.md")
    assert changed(start) == {"folder", "new.md", "news/tracked.md", "tracked.md"}
    assert changed(start, "news") == changed(start, "folder") == {"tracked.md"}


@pytest.mark.posix
def test_a_folder_that_has_become_a_link(start: str) -> None:
    Path("news").rename("elsewhere")
    Path("news").symlink_to("elsewhere")
    of_news = {"news", "news/c.md", "news/deep/d.md", "elsewhere/c.md", "elsewhere/deep/d.md"}
    assert changed(start) == of_news


@pytest.mark.usefixtures("repository")
def test_repositories_in_the_repository_are_listed_whole() -> None:
    for folder in ("sub", "news/sub"):
        write(**{f"{folder}/a.md": "a"})
        git("init", "--quiet", folder=folder)
        commit(folder)
    start = commit()
    for folder in ("inner", "empty"):
        write(**{f"{folder}/a.md": "a"})
        git("init", "--quiet", folder=folder)
    commit("inner")
    assert changed(start) >= {"sub/", "news/sub/", "inner/"}
    assert changed(start) & {"empty/", "empty/a.md"}
    assert changed(start, "news") == {"sub/"}
    assert current_commit("news") == start
    inner = current_commit("sub")
    assert inner == head("sub") != start
    write(**{"sub/a.md": "b"})
    assert changed(inner, "sub") == {"a.md"}
    commit("sub")
    assert changed(start) >= {"sub/", "news/sub/", "inner/"}


@pytest.mark.usefixtures("repository")
@pytest.mark.posix
def test_names_of_any_kind() -> None:
    names = {"two words.md", "hä.md", "-x.md", ":(top)y.md", "a\n.md", "? b.md", "H 100644 c.md"}
    names |= {os.fsdecode(b"\xff.md"), "news [x]*/\t.md", '"q".md'}
    write_all("a", *names)
    start = commit()
    assert changed(start) == set()
    write_all("b", *names)
    assert changed(start) == names
    assert changed(start, "news [x]*") == {"\t.md"}
    second = commit()
    write_all("b", *(f"{name}.new" for name in names))
    assert changed(second) == {f"{name}.new" for name in names}


def test_a_worktree(start: str) -> None:
    git("worktree", "add", "--quiet", "../worktree")
    write(**{"a.md": "b", "../worktree/b.md": "b"})
    assert changed(start, "../worktree") == {"b.md"}
    assert current_commit("../worktree") == start
    second = commit("../worktree")
    assert current_commit("../worktree/news") == second != current_commit(".")
    assert changed(second) == {"a.md", "b.md"}


def test_what_a_hook_of_another_repository_sets(
    start: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"):
        monkeypatch.setenv(name, str(repository.parent / "elsewhere"))
    write(**{"a.md": "b"})
    assert (current_commit("."), changed(start)) == (start, {"a.md"})


def test_while_git_has_locked_the_index(start: str) -> None:
    write(**{"a.md": "b", ".git/index.lock": ""})
    assert changed(start) == {"a.md"}


def test_without_an_index(start: str) -> None:
    Path(".git/index").unlink()
    assert changed(start) == {"a.md", "b.md", "news/c.md", "news/deep/d.md", "old/e.md"}


def test_before_the_first_commit(repository: Path) -> None:
    assert repository
    write(**{"a.md": "a"})
    assert current_commit(".") is None
    assert changed_since(".", "0" * 40) is None


@pytest.mark.parametrize(
    "id_", ["", "HEAD", "main", "a" * 40, "A" * 40, "--output=x.md", "--output=" + "a" * 31]
)
def test_what_is_no_commit(id_: str, start: str) -> None:
    assert changed_since(".", id_) is None
    assert changed_since(".", start[:39]) is None
    assert changed_since(".", f"{start}\n") is None
    assert not Path("x.md").exists()


def test_outside_a_repository(start: str, tmp_path: Path) -> None:
    assert current_commit(str(tmp_path)) is None
    assert changed_since(str(tmp_path), start) is None
    shutil.rmtree(".git")
    Path(".git").mkdir()  # which git itself takes for none
    assert current_commit(".") is None
    assert changed_since(".", start) is None


def test_a_folder_that_is_not_there(start: str) -> None:
    assert current_commit("gone") == start  # as the repository around it says
    assert changed(start, "gone") == set()
    shutil.rmtree(".git")
    assert current_commit("gone") is None


def test_a_broken_index(start: str) -> None:
    Path(".git/index").write_bytes(b"DIRC")
    assert changed_since(".", start) is None
    Path(".git/config").write_text("[")
    assert current_commit(".") is None
    assert changed_since(".", start) is None


@pytest.mark.parametrize("path", ["", "."])
@pytest.mark.posix
def test_without_git_or_with_one_in_the_folder(
    path: str, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_program("git")
    monkeypatch.setenv("PATH", path)
    assert current_commit(".") is None
    assert changed_since(".", start) is None
    assert not Path("was-run").exists()


@pytest.fixture
def other_git(start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is called instead of git."""
    assert start
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    for module in (git_module, git_questions):
        monkeypatch.setattr(module, "MOST_SECONDS", 2)
    return program


@pytest.mark.posix
@pytest.mark.parametrize(
    "script", ["#!/bin/sh\nexit 3", "#!/bin/sh\nexec sleep 20", "no program\0"]
)
def test_a_git_that_fails(script: str, start: str, other_git: Path) -> None:
    other_git.write_text(script)
    before = time.monotonic()
    assert current_commit(".") is None
    assert changed_since(".", start) is None
    assert time.monotonic() - before < 10


@pytest.mark.posix
@pytest.mark.parametrize("command", ["ls-files", "config", "diff-index", "check-ignore"])
def test_a_git_that_fails_in_part(command: str, start: str, other_git: Path) -> None:
    real = shutil.which("git", path=os.environ["PATH"].partition(os.pathsep)[2])
    begin = f'#!/bin/sh\necho "$*" >>{other_git}.log\n'
    other_git.write_text(f'{begin}exec {real} "$@"\n')
    assert changed(start, "news") == set()
    assert f" {command} " in Path(f"{other_git}.log").read_text()
    failing = f'case " $* " in *" {command} "*) exit 3;; esac'
    other_git.write_text(f'{begin}{failing}\nexec {real} "$@"\n')
    assert changed_since("news", start) is None


def test_without_a_temporary_folder(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise FileNotFoundError

    monkeypatch.setattr(git_questions, "TemporaryFile", refuse)
    assert current_commit(".") is None
    assert changed_since(".", start) is None


def test_git_ends_with_the_context(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def noted(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(popen(*arguments, **options))
        return started[-1]

    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", noted)
    with asking_what_changed("news", start):
        assert len(started) == 5
    assert all(process.returncode is not None for process in started)


def add_program(*names: str) -> None:
    for name in names:
        Path(name).write_text(f"#!{sys.executable}\nopen({os.path.abspath('was-run')!r}, 'w')\n")
        Path(name).chmod(0o755)


def was_run() -> bool:
    path = Path("was-run")
    ran = path.exists()
    path.unlink(missing_ok=True)
    return ran


@pytest.mark.posix
@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"filter.x.clean": "{}"}, id="filter"),
        pytest.param({"filter.x.process": "{}", "filter.x.required": "true"}, id="process"),
        pytest.param({"core.fsmonitor": "{}"}, id="file monitor"),
    ],
)
def test_the_configuration_of_a_repository_does_not_run_anything(
    settings: dict[str, str], repository: Path
) -> None:
    write(**{"a.md": "a", "b.txt": "b", ".gitattributes": "*.md filter=x\n"})
    start = commit()
    add_program("program")
    for key, value in settings.items():
        git("config", key, value.format(os.path.abspath("program")))
    os.utime(repository / ".git/index", (1, 1))  # so that git looks into files
    current_commit(".")
    found = changed(start)
    assert not was_run()
    with_filter = {"a.md"} if "core.fsmonitor" not in settings else set()
    assert found == {"program", *with_filter}
    with suppress(subprocess.CalledProcessError):  # a process of a filter has to answer git
        git("diff-index", "--name-only", start)
    assert was_run()  # so it is a danger


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "expected"),
    [*((name, {"a.md", "program"}) for name in ("x.y", "[ä]", '"q"')), ("a=b", None)],
)
def test_a_filter_of_any_name(name: str, expected: set[str] | None, repository: Path) -> None:
    write_all("a", "a.md", "b.txt")
    start = commit()
    add_program("program")
    git("config", f"filter.{name}.clean", os.path.abspath("program"))
    (repository / ".git/info/attributes").write_text(f"*.md filter={name}\n")
    os.utime(repository / ".git/index", (1, 1))
    assert changed_since(".", start) == expected
    assert not was_run()
    git("diff-index", "--name-only", start)
    assert was_run()


@pytest.mark.usefixtures("repository")
def test_a_file_that_git_takes_for_the_same_although_it_is_not() -> None:
    write(**{"a.md": "$Id$", "b.md": "b", "c.txt": "c"})
    write(**{".gitattributes": "a.md ident\nc.txt working-tree-encoding=UTF-8\n"})
    start = commit()
    Path("a.md").write_bytes(b"$Id: \xff $")
    git("add", "a.md")
    assert git("diff-index", "--name-only", start) == ""
    assert changed(start) == {"a.md", "c.txt"}


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
def test_the_configuration_of_a_submodule_does_not_run_anything() -> None:
    write(**{"sub/a.md": "a"})
    git("init", "--quiet", folder="sub")
    commit("sub")
    start = commit()
    add_program("program")
    git("config", "core.fsmonitor", os.path.abspath("program"), folder="sub")
    assert changed(start) == {"sub/", "program"}
    assert not was_run()
    git("diff-index", "--name-only", start)
    assert was_run()


def test_a_configured_worktree_is_not_looked_at(start: str, repository: Path) -> None:
    git("config", "core.worktree", str(repository.parent))
    write(**{"a.md": "b"})
    assert changed(start) == {"a.md"}


def test_an_object_in_place_of_another_is_not_looked_at(start: str) -> None:
    write(**{"a.md": "b"})
    second = commit()
    git("replace", start, second)
    assert changed(start) == {"a.md"}


@pytest.mark.parametrize("seed", range(6))
def test_what_is_not_listed_is_as_in_the_commit(seed: int, repository: Path) -> None:
    """Random changes: every file that differs from the remembered commit is listed."""
    choose = random.Random(seed)  # noqa: S311 - not for secrets
    names = [f"{folder}{name}.md" for folder in ("", "x/", "x/y/") for name in "abc"]
    write_all("a", *names)
    remembered = commit()
    texts = dict.fromkeys(names, "a")
    for _ in range(25):
        name, other = choose.sample(names, 2)
        path = repository / name
        match choose.randrange(9):
            case 0 | 1:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(choose.choice("ab"))
            case 2:
                path.unlink(missing_ok=True)
            case 3 if path.exists():
                path.rename(repository / other) if (repository / other).parent.exists() else None
            case 4:
                git("add", "--all")
            case 5 if path.exists():
                git("add", "--sparse", name)
                git("update-index", choose.choice(["--assume-unchanged", "--skip-worktree"]), name)
            case 6:
                commit()
            case 7:
                remembered = commit()
                texts = {
                    each: git("show", f"{remembered}:{each}")
                    for each in git("ls-tree", "-r", "--name-only", remembered).splitlines()
                }
            case 8:
                git("reset", "--quiet", choose.choice(["--hard", "--soft"]), remembered)
        listed = changed(remembered)
        now = {each: (repository / each) for each in names}
        there = {each: file.read_text() for each, file in now.items() if file.exists()}
        differing = {each for each in names if there.get(each) != texts.get(each)}
        assert differing <= listed
