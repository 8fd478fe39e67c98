from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from articlelint.settings import config_text
from articlelint.settings.config import ConfigError
from articlelint.settings.config_file import ConfigFile
from articlelint.settings.config_tree import ConfigTree


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with `a/b/c`, and the current one."""
    (tmp_path / "a/b/c").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The configuration files that are read, as often as they are."""
    paths: list[str] = []
    read = config_text._read

    def counting(path: str) -> object:
        paths.append(path)
        return read(path)

    monkeypatch.setattr(config_text, "_read", counting)
    return paths


def write(*folders: str, text: str = "") -> None:
    for each in folders:
        Path(each, ".articlelint.yaml").write_text(text)


def path_of(config: ConfigFile | None) -> str | None:
    return config.path if config else None


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        pytest.param([], [None, None, None, None], id="none"),
        pytest.param(["."], [".articlelint.yaml"] * 4, id="at the top"),
        pytest.param(
            ["a/b"], [None, None, "a/b/.articlelint.yaml", "a/b/.articlelint.yaml"], id="in one"
        ),
        pytest.param(
            [".", "a", "a/b/c"],
            [
                ".articlelint.yaml",
                "a/.articlelint.yaml",
                "a/.articlelint.yaml",
                "a/b/c/.articlelint.yaml",
            ],
            id="in several",
        ),
    ],
)
@pytest.mark.parametrize("asked_first", [0, 3])
@pytest.mark.usefixtures("folder")
def test_the_nearest_one_is_used(
    folders: list[str], expected: list[str | None], asked_first: int
) -> None:
    write(*folders)
    tree = ConfigTree()
    files = ["x.md", "a/x.md", "a/b/x.md", "a/b/c/x.md"]
    tree.for_file(files[asked_first])
    assert [path_of(tree.for_file(each)) for each in files] == expected
    assert [path_of(tree.nearest(os.path.dirname(each))) for each in files] == expected


@pytest.mark.parametrize("name", [".articlelint.yml", "articlelint.yaml", ".Articlelint.yaml"])
def test_a_file_of_another_name_is_not_a_configuration(name: str, folder: Path) -> None:
    (folder / name).write_text("x")
    assert ConfigTree().for_file("a.md") is None


@pytest.mark.parametrize("path", ["a/b/x.md", "./a/b/x.md", "a/b/c/../x.md", "nothere/../a/b/x.md"])
def test_a_file_may_be_named_in_any_way(path: str, folder: Path) -> None:
    write("a")
    assert path_of(ConfigTree().for_file(path)) == "a/.articlelint.yaml"
    assert path_of(ConfigTree().for_file(str(folder / path))) == "a/.articlelint.yaml"


def test_from_a_folder_below_it_is_named_in_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(".")
    monkeypatch.chdir(folder / "a/b")
    assert path_of(ConfigTree().for_file("x.md")) == str(folder / ".articlelint.yaml")


def test_a_folder_whose_name_begins_as_the_current_one_is_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "ab").mkdir()
    write("ab")
    monkeypatch.chdir(folder / "a")
    assert path_of(ConfigTree().for_file("../ab/x.md")) == str(folder / "ab/.articlelint.yaml")


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_a_linked_article_has_the_configuration_of_the_link() -> None:
    write("a", "a/b")
    Path("a/b/x.md").touch()
    os.symlink("b/x.md", "a/x.md")
    os.symlink("b/c", "a/linked")
    tree = ConfigTree()
    assert path_of(tree.for_file("a/x.md")) == "a/.articlelint.yaml"
    assert path_of(tree.for_file("a/linked/x.md")) == "a/.articlelint.yaml"
    assert path_of(tree.for_file("a/b/c/x.md")) == "a/b/.articlelint.yaml"


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_a_linked_configuration_is_for_the_folder_of_the_link() -> None:
    Path(".git").mkdir()
    Path("shared.yaml").write_text("exclude: [x.md]")
    os.symlink("../../shared.yaml", "a/b/.articlelint.yaml")
    tree = ConfigTree()
    assert tree.excluding("a/b/x.md") == "a/b/.articlelint.yaml:1:11"
    assert tree.excluding("x.md") is None


@pytest.mark.usefixtures("folder")
def test_each_file_is_read_once(reads: list[str]) -> None:
    write(".", "a")
    tree = ConfigTree()
    for number in range(100):
        for path in ("x{}.md", "a/x{}.md", "a/b/c/x{}.md"):
            tree.for_file(path.format(number))
            tree.excluding(path.format(number))
    assert sorted(reads) == [".articlelint.yaml", "a/.articlelint.yaml"]
    assert sorted(each.path for each in tree.files()) == sorted(reads)


@pytest.mark.usefixtures("folder")
def test_one_that_is_named_is_for_every_file(reads: list[str]) -> None:
    write(".", "a", text="this is not read")
    Path("a/own.yaml").write_text("exclude: [x.md]")
    tree = ConfigTree("a/own.yaml")
    for path in ("x.md", "a/x.md", "a/b/x.md", "/x.md"):
        assert path_of(tree.for_file(path)) == "a/own.yaml"
    assert tree.excluding("a/b/x.md") == "a/own.yaml:1:11"
    assert tree.excluding("x.md") == "a/own.yaml:1:11", "its patterns are for every folder, too"
    assert tree.excluding("y.md") is None
    assert [each.path for each in tree.files()] == reads == ["a/own.yaml"]


@pytest.mark.usefixtures("folder")
def test_without_a_search_nothing_is_found() -> None:
    write(".", text="this is not read")
    tree = ConfigTree(search=False)
    assert tree.for_file("a/x.md") is None
    assert tree.excluding("a/x.md") is None
    assert tree.files() == []


@pytest.mark.usefixtures("folder")
def test_what_is_above_the_nearest_may_exclude_too() -> None:
    write(".", text="exclude: [a/b/x.md, /y.md]")
    write("a", text="exclude: [z.md]")
    write("a/b")
    tree = ConfigTree()
    assert tree.excluding("a/b/x.md") == ".articlelint.yaml:1:11"
    assert tree.excluding("a/b/z.md") == "a/.articlelint.yaml:1:11"
    assert tree.excluding("y.md") == ".articlelint.yaml:1:21"
    for path in ("x.md", "a/x.md", "a/y.md", "z.md"):
        assert tree.excluding(path) is None


@pytest.mark.usefixtures("folder")
def test_a_folder_is_excluded_if_all_in_it_is() -> None:
    write(".", text="exclude: [a/b/, '*.md']")
    tree = ConfigTree()
    assert tree.excluding("a/b", is_folder=True) == ".articlelint.yaml:1:11"
    assert tree.excluding("a/b/", is_folder=True) == ".articlelint.yaml:1:11"
    assert tree.excluding("a", is_folder=True) is None
    assert tree.excluding(".", is_folder=True) is None
    assert tree.excluding("a/b") is None, "as a file, it would not be"


@pytest.mark.usefixtures("folder")
def test_a_folder_of_the_name_is_a_mistake() -> None:
    Path("a/.articlelint.yaml").mkdir()
    tree = ConfigTree()
    assert tree.for_file("x.md") is None
    with pytest.raises(ConfigError) as caught:
        tree.for_file("a/b/x.md")
    assert str(caught.value) == "a/.articlelint.yaml: cannot be read: Is a directory"


@pytest.mark.usefixtures("folder")
def test_folders_nested_deeper_than_python_may_recurse() -> None:
    deep = "d/" * 2 * sys.getrecursionlimit() + "x.md"
    assert ConfigTree().for_file(deep) is None
    write(".")
    assert path_of(ConfigTree().for_file(deep)) == ".articlelint.yaml"


@pytest.mark.parametrize("search", [True, False])
def test_a_preset_is_the_same_in_another_process(search: bool, folder: Path) -> None:  # noqa: FBT001
    write("a")
    configs = pickle.loads(pickle.dumps(ConfigTree(search=search, preset="skill")))  # noqa: S301
    in_a, below, elsewhere = (configs.nearest(each) for each in ("a", "b", ".."))
    assert [each.preset for each in (in_a, below, elsewhere)] == ["skill"] * 3
    assert in_a.is_file == search
    assert not below.is_file
    assert below.folder == str(folder)
    assert elsewhere.folder != str(folder)
    assert configs.made_of() == (None, search, ("skill", str(folder)))


def test_a_preset_is_for_the_repository_from_wherever_in_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "site" / ".git").mkdir(parents=True)
    (folder / "site" / "content").mkdir()
    places = []
    for each in ("site", "site/content", "."):
        monkeypatch.chdir(folder / each)
        configs = ConfigTree(preset="hugo")
        in_site, beside = (configs.nearest(str(folder / path)) for path in ("site/content", "b"))
        assert in_site
        assert beside
        places.append((in_site.folder, beside.folder, configs.made_of()[2]))
    site, top = str(folder / "site"), os.path.abspath(os.sep)
    assert places == [
        (site, top, ("hugo", site)),
        (site, top, ("hugo", site)),
        (site, str(folder), ("hugo", str(folder))),
    ]
