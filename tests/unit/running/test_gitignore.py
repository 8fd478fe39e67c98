"""What .gitignore leaves out; git itself says what is expected."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest

from articlelint.running.discover import discover
from articlelint.settings.config_tree import ConfigTree
from tests.git import git

TREE = [
    f"{folder}{name}.md"
    for folder in ("", "docs/", "docs/lib/", "lib/", "lib/deep/docs/", "build/lib/")
    for name in ("a", "b", "two words", "#hash", "!bang", "hä")
]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that holds TREE, in a folder that itself ignores all; the current folder."""
    (tmp_path / ".gitignore").write_text("*\n")
    top = tmp_path / "repository"
    for path in TREE:
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).touch()
    monkeypatch.chdir(top)
    git("init", "--quiet")
    return top


def found(*paths: str) -> list[str]:
    return [each.path for each in discover(paths, ConfigTree()).files]


def ignoring(files: Mapping[str, str]) -> None:
    for folder, lines in files.items():
        Path(folder, ".gitignore").write_bytes(lines.encode())


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="none"),
        pytest.param({".": ""}, id="empty"),
        pytest.param({".": "a.md\n"}, id="name anywhere"),
        pytest.param({".": "/a.md\n"}, id="name at the top"),
        pytest.param({".": "docs/a.md\n"}, id="path"),
        pytest.param({".": "docs/\n"}, id="folders of a name"),
        pytest.param({".": "/docs/\n"}, id="folder at the top"),
        pytest.param({".": "docs/lib\n"}, id="folder in a folder"),
        pytest.param({".": "a.md/\n"}, id="a file is no folder"),
        pytest.param({".": "a.md\t\nb.md\u00a0\ndocs/\t\n"}, id="other white space at the end"),
        pytest.param({".": "two\\ words.md\\  \na.md\\\\ \n"}, id="escaped spaces at the end"),
        pytest.param({".": "a.md\nb.md\n!a.md\na.md\n!b.md\n"}, id="the same again and again"),
        pytest.param({".": "a.md/\n!a.md\nlib\n!lib/\n"}, id="the same for folders"),
        pytest.param({".": "*.md\n!b.md\n!*!bang.md\n"}, id="ends and names"),
        pytest.param({".": "!a.md\n*a.md\n*.md\n!*d\n*\n!*g.md\n"}, id="ends of many lengths"),
        pytest.param({".": "lib/*.md\n/*/lib/*a.md\nlib/*/d*/b.md\n"}, id="ends in folders"),
        pytest.param({".": "\\a.md\n!*\\a.md\nb\\.m[d]\n"}, id="escapes of letters"),
        pytest.param({".": "docs/lib\ndocs/lib/a.md\n!docs/*\n!*/lib\n"}, id="paths that go on"),
        pytest.param({".": "*\n!/\n!*/\n!*.md/\n"}, id="a slash brings nothing back"),
        pytest.param({".": "docs/*\n!docs/a.md\n"}, id="all but one"),
        pytest.param({".": "docs/\n!docs/a.md\n"}, id="nothing comes back from a folder"),
        pytest.param({".": "*\n!*/\n!a.md\n"}, id="nothing but"),
        pytest.param({".": "/*\n!/docs/\n"}, id="nothing but a folder"),
        pytest.param({".": "/*\n!docs/**\n"}, id="negated in an ignored folder"),
        pytest.param({".": "lib/\n!docs/lib/\n"}, id="folder brought back"),
        pytest.param({".": "lib\n!docs/lib/\n"}, id="folder brought back from a name"),
        pytest.param({".": "docs/\nlib/\n!/lib/\n"}, id="folder in one brought back"),
        pytest.param({".": "b.md\nlib/\n!/lib/\n"}, id="file in a folder brought back"),
        pytest.param({".": "**/lib/*.md\n"}, id="stars"),
        pytest.param({".": "lib/**/a.md\n"}, id="stars between"),
        pytest.param({".": "docs/**\n"}, id="stars at the end"),
        pytest.param({".": "[ab].md\n"}, id="characters"),
        pytest.param({".": "docs[!x]a.md\nlib[-z]a.md\nlib?b.md\n"}, id="a slash is in no set"),
        pytest.param({".": "*i*/**/d*/*[a-b]*\n"}, id="many stars"),
        pytest.param({".": "**/*i*/**/*b/\n**/**\n!**/\n!d*\n"}, id="many stars between"),
        pytest.param({".": "[!a].md\n"}, id="other characters"),
        pytest.param({".": "?.md\n"}, id="any character"),
        pytest.param({".": "two words.md   \n"}, id="spaces at the end"),
        pytest.param({".": "\\#hash.md\n\\!bang.md\n"}, id="escapes"),
        pytest.param({".": "#hash.md\n\n   \n# a.md\n"}, id="comments and empty lines"),
        pytest.param({".": "a.md\r\ndocs/\r\n"}, id="CRLF"),
        pytest.param({".": "a.md\rb.md\u2028\x0c\n"}, id="other line breaks"),
        pytest.param({".": "\ufeffa.md\n"}, id="byte order mark"),
        pytest.param({".": "hä.md\n"}, id="not ASCII"),
        pytest.param({".": "a[\n!\n/\n\\\n//\nb.md\n"}, id="lines that are no patterns"),
        pytest.param({".": "[z-a].md\nb.md\n"}, id="characters from the last to the first"),
        pytest.param({".": "a.md\n", "docs": "!a.md\n"}, id="brought back below"),
        pytest.param({".": "lib/\n", "docs": "!lib/\n"}, id="folder brought back below"),
        pytest.param({".": "b.md\n", "docs": "!lib/\n"}, id="file in a folder not brought back"),
        pytest.param({".": "!a.md\n", "docs": "a.md\n"}, id="ignored below"),
        pytest.param({"docs": "/a.md\nlib/b.md\n"}, id="paths below are relative"),
        pytest.param({"docs": "*\n", "docs/lib": "!*\n"}, id="not read in an ignored folder"),
        pytest.param({"docs": "*\n"}, id="a folder that ignores itself"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_search_leaves_out_what_git_ignores(files: Mapping[str, str]) -> None:
    ignoring(files)
    listed = git("ls-files", "-z", "--others", "--exclude-standard").split("\0")
    expected = sorted(each for each in listed if each.endswith(".md"))
    assert found(".") == expected


PARTS = ["a.md", "b.md", "*.md", "*", "**", "lib", "docs", "deep", "l*", "?.md", "[a-b].md", "*i*"]


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.usefixtures("repository")
def test_many_patterns_in_any_order(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same lines in each run
    lines = []
    for _ in range(30):
        path = "/".join(chance.choices(PARTS, k=chance.choice((1, 1, 2, 3))))
        start, end = chance.choice(("", "", "!", "/", "!/")), chance.choice(("", "", "/"))
        lines.append(f"{start}{path}{end}\n")
    ignoring({".": "".join(lines[:15]), "docs": "".join(lines[15:])})
    listed = git("ls-files", "-z", "--others", "--exclude-standard").split("\0")
    assert found(".") == sorted(each for each in listed if each.endswith(".md"))


@pytest.mark.usefixtures("repository")
def test_a_named_file_is_taken_though_ignored() -> None:
    ignoring({".": "a.md\n"})
    assert found("a.md") == ["a.md"]


@pytest.mark.parametrize("pattern", ["docs/\n", "docs\n", "lib/\ndocs/lib\n", "*\n"])
@pytest.mark.parametrize("folder", ["docs/lib", "docs/lib/", "./docs/lib"])
@pytest.mark.usefixtures("repository")
def test_a_named_folder_is_searched_though_ignored(folder: str, pattern: str) -> None:
    ignoring({".": pattern, "docs/lib": "b.md\n"})
    names = ["!bang.md", "#hash.md", "a.md", "hä.md", "two words.md"]
    assert found(folder) == [f"docs/lib/{name}" for name in names]


@pytest.mark.parametrize("folder", ["docs", "./docs", "docs/lib/../../docs"])
@pytest.mark.usefixtures("repository")
def test_in_a_named_folder_the_patterns_above_it_hold(folder: str) -> None:
    ignoring({".": "/docs/a.md\nb.md\ntwo*\n!docs/two*\n", "docs": "lib/\n"})
    assert found(folder) == [
        f"docs/{name}" for name in ("!bang.md", "#hash.md", "hä.md", "two words.md")
    ]


def test_the_top_of_a_worktree_is_where_git_is_a_file(repository: Path) -> None:
    os.rename(".git", repository.parent / "elsewhere")
    Path(".git").write_text("gitdir: ../elsewhere\n")
    ignoring({".": "a.md\nb.md\n"})
    names = ["!bang.md", "#hash.md", "hä.md", "two words.md"]
    assert found("docs/lib") == [f"docs/lib/{name}" for name in names]


@pytest.mark.posix
@pytest.mark.parametrize("make", [os.mkdir, lambda path: os.symlink("nothing", path)])
@pytest.mark.usefixtures("repository")
def test_what_git_takes_for_no_repository_does_not_end_the_way_up(
    make: Callable[[str], object],
) -> None:
    make("docs/.git")
    ignoring({".": "a.md\n"})
    expected = ["!bang.md", "#hash.md", "b.md", "hä.md", "two words.md"]
    assert found("docs/lib") == [f"docs/lib/{name}" for name in expected]
    assert git("-C", "docs/lib", "check-ignore", "a.md", "b.md").split() == ["a.md"]


def test_outside_of_a_repository_only_the_searched_folder_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news/old").mkdir(parents=True)
    for path in ("news/a.md", "news/b.md", "news/old/a.md"):
        (tmp_path / path).touch()
    (tmp_path / ".gitignore").write_text("a.md\n")
    (tmp_path / "news/.gitignore").write_text("b.md\n")
    monkeypatch.chdir(tmp_path)
    assert found("news") == ["news/a.md", "news/old/a.md"]
    assert found(".") == []


@pytest.mark.posix
@pytest.mark.usefixtures("repository")
def test_names_that_are_not_utf_8() -> None:
    name = os.fsdecode(b"\xff\xe4.md")
    Path(name).touch()
    assert name in found(".")
    Path(".gitignore").write_bytes(b"\xff*.md\n")
    assert name not in found(".")


@pytest.mark.usefixtures("repository")
def test_each_search_reads_them_anew() -> None:
    configs = ConfigTree()
    ignoring({".": "a.md\n"})
    before = [each.path for each in discover(["."], configs).files]
    ignoring({".": "b.md\n"})
    after = [each.path for each in discover(["."], configs).files]
    assert ("a.md" in before, "b.md" in before) == (False, True)
    assert ("a.md" in after, "b.md" in after) == (True, False)


@pytest.mark.posix
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(os.mkdir, id="folder"),
        pytest.param(lambda path: os.symlink("/dev/zero", path), id="link"),
        pytest.param(lambda path: os.mkfifo(path, 0o600), id="pipe"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_gitignore_that_is_no_file_is_none(make: Callable[[str], None]) -> None:
    make(".gitignore")
    assert found(".") == sorted(TREE)


@pytest.mark.usefixtures("repository")
def test_a_gitignore_that_cannot_be_read_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    ignoring({".": "*\n"})

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert found(".") == sorted(TREE)


@pytest.mark.usefixtures("repository")
def test_a_gitignore_that_is_too_large_is_none() -> None:
    line = "*.md\n"
    ignoring({".": line.ljust(1024 * 1024)})
    assert found(".") == []
    ignoring({".": line.ljust(1024 * 1024 + 1)})
    assert found(".") == sorted(TREE)


WILD = "".join(f"{index}*x\n" for index in range(900))


@pytest.mark.usefixtures("repository")
def test_a_gitignore_with_too_many_wildcards_is_not_used_and_a_note_says_so() -> None:
    most = WILD + WILD + "x*y?\n" * 100
    ignoring({".": f"a.md\n{most}", "docs": "b.md\n*.md\n"})
    assert discover(["."], ConfigTree()).notes == []
    assert not {"a.md", "docs/b.md"} & {*found(".")}
    ignoring({".": f"a.md\n{most}\r\nz*\nb.md\n", "docs": "b.md\n"})
    what = "more than 2,000 wildcards up to here: this file is not used"
    assert discover(["."], ConfigTree()).notes == [f".gitignore:1903: {what}"]
    assert {"a.md", "b.md"} < {*found(".")}
    assert "docs/b.md" not in found(".")
    assert discover(["docs", "lib"], ConfigTree()).notes == [f".gitignore:1903: {what}"]


@pytest.mark.usefixtures("repository")
def test_wildcards_add_up_from_folder_to_folder_but_not_side_by_side() -> None:
    ignoring(dict.fromkeys(("build/lib", "docs/lib", "lib/deep"), WILD + WILD))
    ignoring({"build": "a*\n" * 200})
    assert discover(["."], ConfigTree()).notes == []
    ignoring({"docs": "b*\n" * 201})
    what = "more than 2,000 wildcards up to here: this file is not used"
    assert discover(["."], ConfigTree()).notes == [f"docs/lib/.gitignore:1800: {what}"]
    assert "docs/b.md" not in found(".")
