"""A tree of configurations is told which files have changed, and reads only those again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from articlelint import load_schema
from articlelint.files import read_regular, remove_leftovers
from articlelint.settings.config import ConfigError
from articlelint.settings.config_tree import ConfigTree

NAME = ".articlelint.yaml"
ARTICLE = "a/b/x.md"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with `a/b`, and the current one."""
    (tmp_path / "a/b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str = "") -> None:
    Path(path).write_text(text, encoding="utf-8")


def names(tree: ConfigTree, path: str = ARTICLE) -> str | None:
    config = tree.for_file(path)
    return config.path if config else None


def includes(tree: ConfigTree) -> bool | None:
    config = tree.for_file(ARTICLE)
    return config.includes(ARTICLE) if config else None


def title_type(tree: ConfigTree) -> object:
    """The type that the schema of the configuration names for a title."""
    config = tree.for_file(ARTICLE)
    assert config
    schema = config.schema(config.settings(()))
    assert schema
    return schema.contents["properties"]["title"].get("type")


def own_schema(kind: str) -> str:
    return f'{{"properties": {{"title": {{"type": "{kind}"}}}}}}'


@pytest.mark.parametrize("named", [f"a/{NAME}", f"./a/b/../{NAME}", f"{{folder}}/a/{NAME}"])
def test_a_changed_configuration_is_read_again(named: str, folder: Path) -> None:
    write(f"a/{NAME}", "include: ['*.md']")
    tree = ConfigTree()
    assert includes(tree)
    write(f"a/{NAME}", "include: ['*.txt']")
    assert includes(tree), "until the tree is told"
    assert tree.forget(named.format(folder=folder))
    assert includes(tree) is False


@pytest.mark.parametrize("asked_before", [True, False])
def test_a_new_configuration_is_found(*, asked_before: bool) -> None:
    tree = ConfigTree()
    if asked_before:
        assert names(tree) is None
    write(f"a/{NAME}")
    assert tree.forget(f"a/{NAME}") is asked_before
    assert names(tree) == f"a/{NAME}"
    write(f"a/b/{NAME}")
    assert tree.forget(f"a/b/{NAME}")
    assert names(tree) == f"a/b/{NAME}"
    assert names(tree, "a/x.md") == f"a/{NAME}"


def test_a_deleted_configuration_is_forgotten() -> None:
    write(NAME)
    write(f"a/b/{NAME}")
    tree = ConfigTree()
    assert names(tree) == f"a/b/{NAME}"
    os.remove(f"a/b/{NAME}")
    assert tree.forget(f"a/b/{NAME}")
    assert names(tree) == NAME
    os.remove(NAME)
    assert tree.forget(NAME)
    assert names(tree) is None


def test_what_does_not_depend_on_the_file_is_kept() -> None:
    for path in (NAME, f"a/{NAME}"):
        write(path)
    Path("c").mkdir()
    write(f"c/{NAME}")
    tree = ConfigTree()
    paths = ("x.md", ARTICLE, "c/x.md")
    before = [tree.for_file(each) for each in paths]
    assert not tree.forget(ARTICLE)
    assert not tree.forget("a/b/other.json")
    assert not tree.forget("nothere/.articlelint.yaml")
    assert not tree.forget("a/.articlelint.yml")
    assert [tree.for_file(each) for each in paths] == before
    assert tree.forget(f"a/{NAME}")
    top, below, beside = (tree.for_file(each) for each in paths)
    assert (top, beside) == (before[0], before[2])
    assert below
    assert below is not before[1]


def test_a_configuration_between_the_top_and_the_nearest_touches_neither() -> None:
    write(NAME)
    write(f"a/b/{NAME}")
    tree = ConfigTree()
    config = tree.for_file(ARTICLE)
    write(f"a/{NAME}")
    assert not tree.forget(f"a/{NAME}")
    assert tree.for_file(ARTICLE) is config
    assert names(tree, "a/x.md") == f"a/{NAME}"


def test_a_top_most_configuration_says_where_schemas_may_be() -> None:
    write(f"a/{NAME}")
    tree = ConfigTree()
    assert tree.root_of_schemas(ARTICLE).schema_folders == ()
    for folder in ("c", "d"):
        Path(folder).mkdir()
        write(NAME, f"schema-folders: [{folder}]\n")
        assert tree.forget(NAME)
        assert tree.root_of_schemas(ARTICLE).schema_folders == (os.path.realpath(folder),)
    os.remove(NAME)
    assert tree.forget(NAME)
    assert tree.root_of_schemas(ARTICLE).schema_folders == ()


def test_a_mistake_can_be_made_and_corrected() -> None:
    write(NAME, "rules: {}")
    tree = ConfigTree()
    assert names(tree) == NAME
    write(NAME, "rules: []")
    assert tree.forget(NAME)
    for _ in range(2):
        with pytest.raises(ConfigError):
            tree.for_file(ARTICLE)
    write(NAME, "rules: {}")
    tree.forget(NAME)
    assert names(tree) == NAME


@pytest.mark.parametrize("is_named", [False, True], ids=["found", "named"])
def test_a_schema_that_a_configuration_names_is_read_again(*, is_named: bool) -> None:
    write("own.json", own_schema("string"))
    write(NAME, "schema: own.json")
    tree = ConfigTree(NAME if is_named else None)
    assert title_type(tree) == "string"
    write("own.json", own_schema("integer"))
    assert title_type(tree) == "string", "until the tree is told"
    assert tree.forget("own.json")
    assert title_type(tree) == "integer"
    os.remove("own.json")
    assert tree.forget("own.json")
    with pytest.raises(ConfigError):
        tree.for_file(ARTICLE)


def test_a_schema_of_an_override_is_read_again() -> None:
    write("a/own.json", own_schema("string"))
    write(NAME, "overrides: [{files: [x.md], schema: a/own.json}]")
    tree = ConfigTree()
    config = tree.for_file(ARTICLE)
    assert tree.forget("a/own.json")
    assert tree.for_file(ARTICLE) is not config


def test_a_file_that_a_schema_refers_to_is_read_again() -> None:
    write("part.json", '{"type": "string"}')
    write("own.json", '{"properties": {"title": {"$ref": "part.json"}}}')
    write(NAME, "schema: own.json")
    tree = ConfigTree()
    assert title_type(tree) is None
    write("part.json", '{"type": 1}')
    assert tree.forget("part.json")
    with pytest.raises(ConfigError):
        tree.for_file(ARTICLE)


@pytest.mark.posix
def test_a_linked_schema_is_read_again() -> None:
    write("a/own.json", own_schema("string"))
    os.symlink("a/own.json", "own.json")
    write(NAME, "schema: own.json")
    for changed in ("own.json", "a/own.json"):
        tree = ConfigTree()
        assert names(tree) == NAME
        assert tree.forget(changed), changed


def test_a_configuration_that_is_named_is_read_again() -> None:
    write("a/own.yaml", "exclude: [x.md]")
    write(NAME, "rules: []")
    tree = ConfigTree("a/own.yaml")
    assert tree.excluding(ARTICLE)
    assert not tree.forget(NAME), "it is not for any article"
    write("a/own.yaml", "exclude: [y.md]")
    assert tree.forget("a/own.yaml")
    assert tree.excluding(ARTICLE) is None
    assert [each.path for each in tree.files()] == ["a/own.yaml"]


def test_without_a_search_nothing_depends_on_a_file() -> None:
    write(NAME)
    tree = ConfigTree(search=False)
    assert names(tree) is None
    assert not tree.forget(NAME)
    assert names(tree) is None


each_way_to_look_again = pytest.mark.parametrize(
    "look_again",
    [
        pytest.param(lambda tree: tree.forget("a/x.md"), id="forget"),
        pytest.param(lambda _: ConfigTree(), id="another run"),
        pytest.param(lambda _: load_schema("article"), id="load_schema"),
    ],
)


@pytest.mark.posix
@each_way_to_look_again
def test_a_folder_that_becomes_a_link_does_not_lead_out(
    look_again: Callable[[ConfigTree], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkdir("site")
    monkeypatch.chdir("site")
    for path in ("a", "../out"):
        os.mkdir(path)
        write(f"{path}/x.md", path)
    tree = ConfigTree()
    assert read_regular("a/x.md", 9) == b"a"
    os.rename("a", "b")
    os.symlink("../out", "a")
    assert read_regular("a/x.md", 9) == b"../out", "until the tree is told"
    look_again(tree)
    with pytest.raises(OSError, match="a link leads out of the current folder"):
        read_regular("a/x.md", 9)


@each_way_to_look_again
def test_what_killed_runs_left_is_looked_for_again(
    look_again: Callable[[ConfigTree], object], folder: Path
) -> None:
    tree = ConfigTree()
    left = folder / f".articlelint-{'0' * 16}.tmp"
    remove_leftovers(str(folder))
    left.touch()
    os.utime(left, (0, 0))
    remove_leftovers(str(folder))
    assert left.exists(), "until the tree is told"
    look_again(tree)
    remove_leftovers(str(folder))
    assert not left.exists()
