"""Which files have changed since a commit, in real repositories."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from articlelint.running.changed import Changed
from articlelint.running.git import GitError
from tests.git import git

UNCHANGED = ["kept.md", "news/kept.md", "news/touched.md"]

pytestmark = pytest.mark.posix


def write(**texts: str) -> None:
    for path, text in texts.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


def commit(message: str = "More") -> None:
    git("add", "--all")
    git("commit", "-q", "-m", message)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a few files on its branch `main`; the current folder is its top."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    git("config", "commit.gpgSign", "false")
    write(**dict.fromkeys([*UNCHANGED, "news/old.md", "news/gone.md", "edited.md"], "a\n"))
    commit()
    return folder


def files() -> list[str]:
    """All files from the current folder, but for those of git."""
    below = (os.path.relpath(each) for each in Path().rglob("*") if not each.is_dir())
    return sorted(each for each in below if each.split("/")[0] != ".git")


def changed(revision: str = "main") -> list[str]:
    told = Changed(revision)
    return [each for each in files() if told.holds(each)]


def test_nothing_has_changed_since_what_is_checked_out() -> None:
    assert changed() == changed("HEAD") == []


def test_what_the_branch_has_committed_has_changed() -> None:
    git("checkout", "-q", "-b", "branch")
    write(**{"edited.md": "b\n", "news/new.md": "a\n"})
    git("mv", "news/old.md", "news/renamed.md")
    git("rm", "-q", "news/gone.md")
    commit()
    assert changed() == ["edited.md", "news/new.md", "news/renamed.md"]
    assert changed("HEAD~1") == changed("main^{commit}") == changed()
    assert changed("HEAD") == []


def test_what_is_not_committed_has_changed() -> None:
    write(**{"edited.md": "b\n", "news/old.md": "b\n", "news/new.md": "a\n", "intended.md": ""})
    git("add", "edited.md")
    git("add", "--intent-to-add", "intended.md")
    git("rm", "-q", "--cached", "kept.md")
    os.remove("news/gone.md")
    assert changed() == ["edited.md", "intended.md", "kept.md", "news/new.md", "news/old.md"]


def test_what_is_changed_back_has_not_changed() -> None:
    git("checkout", "-q", "-b", "branch")
    write(**{"edited.md": "b\n"})
    commit()
    write(**{"edited.md": "a\n"})
    assert changed() == []
    assert changed("HEAD") == ["edited.md"]


def test_what_was_only_touched_has_not_changed() -> None:
    os.utime("news/touched.md", (1, 1))
    assert git("diff-index", "--name-only", "HEAD") == "news/touched.md\n"  # so git must be doubted
    assert changed() == []
    Path("news/touched.md").chmod(0o755)
    assert changed() == ["news/touched.md"]


def test_what_cannot_be_read_has_changed() -> None:
    os.utime("edited.md", (1, 1))
    told = Changed("main")
    os.remove("edited.md")
    assert told.holds("edited.md")


def test_commits_of_the_other_branch_do_not_count() -> None:
    git("checkout", "-q", "-b", "branch")
    write(**{"news/new.md": "a\n"})
    commit()
    git("checkout", "-q", "main")
    write(**{"edited.md": "b\n"})
    commit()
    git("checkout", "-q", "branch")
    assert changed() == ["news/new.md"]


def test_in_the_merge_commit_of_a_pull_request_the_branch_counts() -> None:
    test_commits_of_the_other_branch_do_not_count()
    git("checkout", "-q", "--detach", "main")
    git("merge", "-q", "--no-edit", "branch")
    assert changed() == changed("HEAD^1") == ["news/new.md"]


def test_a_file_with_a_conflict_has_changed() -> None:
    git("checkout", "-q", "-b", "branch")
    write(**{"edited.md": "b\n"})
    commit()
    git("checkout", "-q", "main")
    write(**{"edited.md": "c\n"})
    commit()
    with pytest.raises(CalledProcessError):
        git("merge", "-q", "branch")
    assert changed() == ["edited.md"]


@pytest.mark.parametrize("place", ["news", "/"])
def test_the_current_folder_does_not_matter(
    place: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(**{"edited.md": "b\n", "news/new.md": "a\n"})
    monkeypatch.chdir(place)
    told = Changed("main")
    for name, has_changed in {
        "edited.md": True,
        "news/new.md": True,
        "news/kept.md": False,
    }.items():
        path = str(repository / name)
        assert [told.holds(path), told.holds(os.path.relpath(path))] == [has_changed] * 2


def test_another_worktree(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("worktree", "add", "-q", "-b", "branch", "../other")
    monkeypatch.chdir("../other")
    write(**{"news/new.md": "a\n"})
    assert changed() == ["news/new.md"]
    assert not Changed("main").holds(str(repository / "edited.md"))


ODD_NAMES = ["a b.md", "-a.md", "tab\t.md", "line\nbreak.md", '"quoted".md', "ü.md", "\udcff.md"]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names(name: str) -> None:
    folder = f"folder of {name}"
    write(**{f"{folder}/{name}": "a\n", f"{folder}/kept.md": "a\n"})
    commit()
    assert changed() == []
    write(**{f"{folder}/{name}": "b\n"})
    assert changed() == [f"{folder}/{name}"]


def test_names_that_begin_alike() -> None:
    write(**{"news.md": "a\n", "new/a.md": "a\n", "news-2/a.md": "a\n"})
    assert changed() == ["new/a.md", "news-2/a.md", "news.md"]


def test_what_git_ignores_counts_as_new() -> None:
    write(**{".gitignore": "*.tmp.md\nnews/\n"})
    commit()
    write(**{"a.tmp.md": "a\n", "news/new.md": "a\n"})
    assert changed() == ["a.tmp.md", "news/new.md"]


def test_links() -> None:
    os.symlink("news", "linked")
    os.symlink("news/old.md", "old.md")
    commit()
    assert changed() == []
    write(**{"news/old.md": "b\n"})
    told = Changed("main")
    assert [told.holds(each) for each in ("old.md", "linked/old.md", "linked/kept.md")] == [
        *(True, True),
        False,
    ]


def test_a_link_that_leads_elsewhere_than_before() -> None:
    os.symlink("news", "linked")
    os.symlink("kept.md", "link.md")
    write(**{"other/kept.md": "a\n"})
    commit()
    os.remove("linked")
    os.symlink("other", "linked")
    os.remove("link.md")
    os.symlink("edited.md", "link.md")
    told = Changed("main")
    assert told.holds("linked/kept.md")
    assert told.holds("link.md")
    assert not told.holds("other/kept.md")


def test_a_file_that_has_become_a_link() -> None:
    os.remove("edited.md")
    os.symlink("kept.md", "edited.md")
    assert changed() == ["edited.md"]


def test_what_a_link_brings_in_counts_as_new(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.md").write_text("a\n")
    os.symlink("../outside", "linked")
    commit()
    assert Changed("main").holds("linked/a.md")


def _add_submodule(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    git("init", "-q", "-b", "trunk", folder="../theme")
    (tmp_path / "theme/a.md").write_text("a\n")
    git("add", ".", folder="../theme")
    git("commit", "-q", "-m", "First", folder="../theme")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../theme", "theme")
    commit()


def test_all_of_a_submodule_changes_with_its_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add_submodule(tmp_path)
    assert not Changed("main").holds("theme/a.md")
    write(**{"theme/b.md": "b\n"})
    git("add", ".", folder="theme")
    git("commit", "-q", "-m", "Second", folder="theme")
    told = Changed("main")
    assert [told.holds(each) for each in ("theme/a.md", "theme/b.md", "kept.md")] == [
        *(True, True),
        False,
    ]
    monkeypatch.chdir("theme")  # where it is a repository of its own
    told = Changed("trunk~1")
    assert [told.holds(each) for each in ("a.md", "b.md")] == [False, True]


def test_a_repository_within_is_new_to_the_one_around_it() -> None:
    Path("inner").mkdir()
    git("init", "-q", folder="inner")
    write(**{"inner/a.md": "a\n"})
    assert Changed("main").holds("inner/a.md")


def test_two_repositories_are_asked_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(".", "../copy")
    write(**{"../copy/edited.md": "b\n"})
    monkeypatch.chdir(tmp_path)
    told = Changed("main")
    assert [told.holds(each) for each in ("site/edited.md", "copy/edited.md")] == [False, True]


def test_content_is_compared_in_a_repository_with_longer_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    git("init", "-q", "-b", "main", "--object-format=sha256")
    write(**{"a.md": "a\n", "b.md": "b\n"})
    commit()
    for name in ("a.md", "b.md"):
        os.utime(name, (1, 1))
    write(**{"b.md": "c\n"})
    assert changed() == ["b.md"]


def test_a_sparse_checkout_has_deleted_nothing() -> None:
    git("sparse-checkout", "set", "--cone", "news")
    write(**{"news/old.md": "b\n"})
    assert changed() == ["news/old.md"]


SHALLOW = (
    "fetch it, in CI with the whole history (`fetch-depth: 0` on GitHub, `GIT_DEPTH: 0` on GitLab)"
)


def refusal(revision: str, *paths: str) -> str:
    with pytest.raises(GitError) as refused:
        _ = [Changed(revision).holds(each) for each in (*paths, "kept.md")]
    return str(refused.value)


@pytest.mark.parametrize(
    "revision", ["nothing", "origin/main", "", "HEAD~9", "main..HEAD", "a b", "HEAD:news"]
)
def test_an_unknown_revision(revision: str) -> None:
    assert refusal(revision) == f'unknown revision "{revision}": {SHALLOW}'


@pytest.mark.parametrize("revision", ["-", "--all", "--output=x", "-n1"])
def test_no_revision_starts_with_a_hyphen(revision: str) -> None:
    expected = f'"{revision}" is not a revision: it starts with a hyphen'
    assert refusal(revision) == expected
    assert not Path("x").exists()


def test_without_a_common_ancestor() -> None:
    git("checkout", "-q", "--orphan", "branch")
    git("commit", "-q", "-m", "Another first")
    assert refusal("main") == '"main" and HEAD have no common ancestor'


def test_in_a_shallow_clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("checkout", "-q", "-b", "branch")
    write(**{"edited.md": "b\n"})
    commit()
    git("checkout", "-q", "main")
    write(**{"kept.md": "b\n"})
    commit()
    source = Path.cwd().as_uri()
    git("clone", "-q", "--depth=1", "--no-single-branch", "-b", "branch", source, "../clone")
    monkeypatch.chdir(tmp_path / "clone")
    what = '"origin/main" and HEAD have no common ancestor in this shallow clone'
    assert refusal("origin/main") == f"{what}: {SHALLOW}"
    git("fetch", "-q", "--unshallow")
    assert changed("origin/main") == ["edited.md"]


def test_without_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    git("init", "-q", "-b", "main")
    assert refusal("main") == f'unknown revision "main": {SHALLOW}'


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal("main") == "kept.md is not in a git repository"


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("", "."):
        monkeypatch.setenv("PATH", path)
        assert refusal("main") == "git is not installed"


def test_what_git_says_is_passed_on() -> None:
    Path(".git/HEAD").write_text("nonsense")
    assert refusal("main").startswith("fatal: not a git repository")


def test_a_repository_of_somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert refusal("main").startswith("fatal: detected dubious ownership in repository at ")


@pytest.mark.parametrize("kind", ["clean", "process"])
def test_a_filter_of_a_hostile_repository_is_not_run(kind: str) -> None:
    program = Path("program")
    program.write_text(f"#!{sys.executable}\nopen({os.path.abspath('was-run')!r}, 'w')\n")
    program.chmod(0o755)
    write(**{".gitattributes": "*.md filter=two.parts\n"})
    commit()
    git("config", f"filter.two.parts.{kind}", os.path.abspath("program"))
    git("config", "filter.two.parts.required", "true")
    # What looks as it did when the index was written, just then, is compared by its content.
    git("config", "core.trustCtime", "false")
    stamp = os.stat("edited.md").st_mtime_ns
    write(**{"edited.md": "b\n"})
    for name in ("edited.md", ".git/index"):
        os.utime(name, ns=(stamp, stamp))
    assert changed("HEAD") == ["edited.md"]
    assert not Path("was-run").exists()
    with suppress(CalledProcessError):  # the filter does not answer
        git("diff-index", "HEAD")
    assert Path("was-run").exists()  # so it is a danger


def test_a_filter_whose_name_could_be_a_setting() -> None:
    git("config", "filter.a=b.clean", "program")
    what = "its configuration has a filter with an equals sign"
    assert refusal("main") == f'{what}: "filter.a=b"'
