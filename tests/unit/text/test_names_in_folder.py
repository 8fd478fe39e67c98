from __future__ import annotations

import pytest

from articlelint.text import names_in_folder
from articlelint.text.names_in_folder import NamesInFolder, split

NAMES = (
    "post.html",
    "page.html",
    "page.md",
    "Bridge.jpg",
    "photo-21.jpg",
    "photo-22.jpg",
    "images",
)


@pytest.mark.parametrize(
    ("name", "endings", "meant"),
    [
        pytest.param("pots.html", [], "post.html", id="swapped letters"),
        pytest.param("bridge.jpg", [], "Bridge.jpg", id="another case"),
        pytest.param("Photo_22.jpg", [], "photo-22.jpg", id="another separator"),
        pytest.param("post.htm", [], "post.html", id="another ending"),
        pytest.param("page.txt", [], "page.html", id="another ending, of two files"),
        pytest.param("pots", [".liquid", ".html"], "post", id="an ending that may be left out"),
        pytest.param("image", [], None, id="of no ending, by a letter"),
        pytest.param("Images", [], "images", id="of no ending"),
        pytest.param("post", [], "post.html", id="its ending"),
        pytest.param("photo-23.jpg", [], None, id="another number"),
        pytest.param("pots.md", [], None, id="a letter and an ending"),
        pytest.param("mole.jpg", [], None, id="nothing alike"),
        pytest.param("pos.png", [], None, id="no file with this ending"),
    ],
)
def test_the_name_that_was_meant(name: str, endings: list[str], meant: str | None) -> None:
    names = NamesInFolder(NAMES)
    assert names.meant(name, endings) == meant
    assert names.meant(name, endings) == meant, "also when asked again"


def test_in_a_large_folder_only_case_and_separators(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names_in_folder, "_MOST_COMPARED", 2)
    names = NamesInFolder(NAMES)
    assert names.meant("Brigde.jpg", []) is None
    assert names.meant("BRIDGE.jpg", []) == "Bridge.jpg"
    assert names.meant("pots.html", []) == "post.html"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.jpg", ("a", ".jpg")),
        ("a.tar.gz", ("a.tar", ".gz")),
        ("v1.2", ("v1.2", "")),
        (".htaccess", ("", ".htaccess")),
        ("a.", ("a.", "")),
        ("a", ("a", "")),
        ("a.mp3", ("a", ".mp3")),
    ],
)
def test_endings(name: str, parts: tuple[str, str]) -> None:
    assert split(name) == parts
