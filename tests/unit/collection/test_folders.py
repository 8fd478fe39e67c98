from __future__ import annotations

from pathlib import Path

import pytest

from articlelint.collection import folders
from articlelint.collection.fact_table import FactTable
from articlelint.collection.folders import Folders


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with a collection in ``site``, beside a folder that is not of the repository."""
    site = tmp_path / "repository" / "site"
    (site / "assets" / "images").mkdir(parents=True)
    (site / "assets" / "Bridge.jpg").touch()
    (site.parent / ".git").mkdir()
    (site.parent / ".git" / "config").touch()
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "key").touch()
    return site


def test_names_of_folders(site: Path) -> None:
    found = Folders(str(site))
    assert found.names("") == frozenset({"assets"})
    assert found.names("assets") == frozenset({"Bridge.jpg", "images"})
    assert found.names("assets/images") == frozenset()


def test_what_is_no_folder_has_no_names(site: Path) -> None:
    found = Folders(str(site))
    assert found.names("assets/Bridge.jpg") is None
    assert found.names("nowhere") is None
    assert found.names("a\0b") is None


def test_each_folder_is_looked_at_once(site: Path) -> None:
    found = Folders(str(site))
    assert found.names("") == frozenset({"assets"})
    (site / "later.md").touch()
    assert found.names("") == frozenset({"assets"})
    assert Folders(str(site)).names("") == frozenset({"assets", "later.md"})


@pytest.mark.posix
def test_links_lead_nowhere_outside_the_repository(site: Path) -> None:
    (site.parent / "shared").mkdir()
    (site.parent / "shared" / "a.jpg").touch()
    (site / "shared").symlink_to(site.parent / "shared")
    (site / "out").symlink_to(site.parent.parent / "secrets")
    found = Folders(str(site))
    assert found.names("shared") == frozenset({"a.jpg"})
    assert found.names("out") is None


def test_nothing_outside_the_repository_nor_of_git_is_told(site: Path) -> None:
    found = Folders(str(site))
    assert found.names("../../secrets") is None
    assert found.names(str(site.parent.parent / "secrets")) is None
    assert found.names("../.git") is None


def test_accents_are_parts_of_their_letters(site: Path) -> None:
    (site / "assets" / "images" / "cafe\u0301.jpg").touch()
    assert Folders(str(site)).names("assets/images") == frozenset({"caf\u00e9.jpg"})


def test_more_names_than_can_be_kept_are_not_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_MOST_NAMES", 2)
    found = Folders(str(site))
    assert found.names("assets") == frozenset({"Bridge.jpg", "images"})
    assert found.names("assets/images") == frozenset()
    assert found.names("") is None


def test_facts_know_the_folders_of_their_collection(site: Path) -> None:
    table = FactTable()
    table.place("placed", str(site))
    table.place("placed", str(site.parent))
    assert table.of("placed", "some-rule").names("") == frozenset({"assets"})
    assert table.of("other", "some-rule").names("") is None
