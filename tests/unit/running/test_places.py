"""What the files of a folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.running.checkers import Checkers
from articlelint.running.membership import Membership
from articlelint.running.places import Places
from articlelint.settings.config_tree import ConfigTree


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, a repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    return tmp_path


def _places() -> Places:
    configs = ConfigTree()
    return Places(Checkers(configs), Membership(configs))


@pytest.mark.parametrize(
    ("path", "name"), [("a.md", "a.md"), ("news/a.md", "news/a.md"), ("./news/a.md", "news/a.md")]
)
def test_all_files_in_a_folder_are_in_one_place(site: Path, path: str, name: str) -> None:
    places = _places()
    place = places.of(path)
    assert place
    assert place.name(path) == name
    assert place.member(path) == ((str(site), ""), name)
    assert places.of(path.replace("a.md", "b.md")) is place


def test_each_folder_is_a_place_of_its_own(site: Path) -> None:
    places = _places()
    (site / "news/.articlelint.yaml").write_text("schema: article\n")
    here, there = places.of("a.md"), places.of("news/a.md")
    assert here
    assert there
    assert here.checker is not there.checker
    assert (here.collection.folder, there.collection.folder) == (str(site), str(site / "news"))


@pytest.mark.parametrize(
    "config", ["overrides: [{files: [a.md], schema: article}]", "collections: {one: [a.md]}"]
)
def test_where_files_are_told_apart_by_their_names_there_is_none(site: Path, config: str) -> None:
    (site / ".articlelint.yaml").write_text(f"{config}\n")
    places = _places()
    assert places.of("a.md") is None
    assert places.of("b.md") is None
    assert places.of("news/a.md") is None
