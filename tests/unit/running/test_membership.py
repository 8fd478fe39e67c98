"""The collection of a file, and the name that it has there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articlelint.running.found import Found
from articlelint.running.membership import Collection, Member, Membership
from articlelint.settings.config import ConfigError
from articlelint.settings.config_tree import ConfigTree


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A repository, which is the current folder, with a folder in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "news/old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return str(tmp_path)


def configure(folder: str, text: str = "") -> None:
    Path(folder, ".articlelint.yaml").write_text(text)


def of(path: str) -> Member:
    return Membership(ConfigTree()).of(path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "a.md"),
        ("news/old/a.md", "news/old/a.md"),
        ("no-such/a.md", "no-such/a.md"),
    ],
)
def test_a_name_is_the_path_in_the_repository(path: str, name: str, root: str) -> None:
    assert of(path) == Member(Collection(root), name)
    assert of(os.path.join(root, path)) == Member(Collection(root), name)


def test_the_current_folder_does_not_matter(root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("news")
    assert of("old/a.md") == of("../news/old/a.md") == Member(Collection(root), "news/old/a.md")
    assert of("../a.md") == Member(Collection(root), "a.md")


def test_the_top_most_configuration(root: str) -> None:
    news = os.path.join(root, "news")
    configure("news/old")
    assert of("news/old/a.md") == Member(Collection(os.path.join(news, "old")), "a.md")
    assert of("news/a.md") == Member(Collection(root), "news/a.md")
    configure("news")
    assert of("news/old/a.md") == Member(Collection(news), "old/a.md")


def test_a_part_of_a_folder(root: str) -> None:
    configure(".", "collections: {old: [old/], all: ['*']}\n")
    assert of("news/old/a.md") == Member(Collection(root, "old"), "news/old/a.md")
    assert of("news/a.md") == Member(Collection(root, "all"), "news/a.md")
    keys = {of(each).collection.key for each in ("a.md", "news/a.md", "old/a.md", "news/old/a.md")}
    assert len(keys) == 2


def test_without_anything_above(root: str) -> None:
    Path(root, ".git").rmdir()
    for path in ("news/a.md", os.path.join(root, "news", "a.md")):
        member = of(path)
        assert member == Member(Collection(""), "news/a.md")
        assert member.collection.path(member.name) == os.path.join("news", "a.md")


def test_the_path_of_a_file_of_another_folder(root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("news/old")
    assert Collection(root).path("news/a.md") == os.path.join(os.pardir, "a.md")


def test_there_may_be_others_in_a_folder_only(root: str) -> None:
    one, two = Found("a.md"), Found("news/a.md")
    assert Membership(ConfigTree()).has_others([one])
    Path(root, ".git").rmdir()
    assert not Membership(ConfigTree()).has_others([one])
    assert not Membership(ConfigTree()).has_others([])
    assert Membership(ConfigTree()).has_others([one, two])


def test_a_search_finds_the_files_of_all_collections_of_a_folder(root: str) -> None:
    configure(".", "collections: {old: [old/]}\n")
    for name in ("b.md", "news/old/a.md", "inner/c.md", "notes.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).touch()
    Path("inner/.git").mkdir()
    found = Membership(ConfigTree()).search(root).members
    assert [(each.path, member) for each, member in found] == [
        ("b.md", Member(Collection(root), "b.md")),
        (os.path.join("news", "old", "a.md"), Member(Collection(root, "old"), "news/old/a.md")),
    ]


def test_a_search_raises_at_once(root: str) -> None:
    configure("news", "no-such: 1\n")
    with pytest.raises(ConfigError, match="unknown key"):
        Membership(ConfigTree()).search(root)
