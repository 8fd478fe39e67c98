"""What the files of a folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.running import places
from articlelint.running.checkers import Checkers
from articlelint.running.found import Found
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


def test_files_one_after_another_in_one_place_are_neighbours(site: Path) -> None:
    (site / "news/.articlelint.yaml").write_text("overrides: [{files: [x.md], schema: article}]\n")
    files = [
        *(Found("a.md"), Found("b.md"), Found("c.md", is_other_name=True)),
        *(Found("news/x.md"), Found("news/y.md"), Found("z.md")),
    ]
    found = [*_places().neighbours(files)]
    assert [each.files for each in found] == [files[:2], files[2:5], files[5:]]
    assert [each.first for each in found] == [0, 2, 5]
    assert [each.place is not None for each in found] == [True, False, True]
    assert [*found[1].numbered()] == [*enumerate(files)][2:5]


@pytest.mark.usefixtures("site")
def test_of_very_many_neighbours_some_are_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_MOST_AT_ONCE", 2)
    files = [Found(f"{name}.md") for name in "abcde"]
    found = [*_places().neighbours(files)]
    assert [each.files for each in found] == [files[:2], files[2:4], files[4:]]
    assert [each.first for each in found] == [0, 2, 4]
    assert len({id(each.place) for each in found}) == 1
