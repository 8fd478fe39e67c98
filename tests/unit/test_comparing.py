from __future__ import annotations

import pytest

from articlelint.comparing import folder_of, members, show_file, telling_folders
from articlelint.rule import Fact, Noted


def _noted(file: str, key: str = "url") -> Noted:
    return Noted(file, Fact("a", (key,)))


def test_a_place_has_the_first_three_other_files() -> None:
    group = [_noted(file) for file in "abcdef"]
    found = {each.noted.file: each for each in members(group)}
    assert ["".join(other.file for other in found[file].others) for file in "abcdef"] == [
        *("bcd", "acd", "abd", "abc", "abc", "abc")
    ]
    assert {each.left_out for each in found.values()} == {2}
    assert found["a"].more() == ("also in 2 more files",)
    assert [(each.file, each.path, each.what) for each in found["a"].elsewhere("the other")] == [
        *(("b", ("url",), "the other"), ("c", ("url",), "the other"), ("d", ("url",), "the other"))
    ]


def test_a_file_counts_once_and_is_no_other_file_of_itself() -> None:
    group = [_noted("a", "url"), _noted("a", "link"), _noted("b", "url"), _noted("b", "link")]
    found = list(members(group))
    assert [each.noted for each in found] == group
    assert [each.others for each in found] == [(group[2],)] * 2 + [(group[0],)] * 2
    assert [each.left_out for each in found] == [0] * 4
    assert found[0].more() == ()


def test_one_file_that_is_left_out() -> None:
    (first, *_) = members([_noted(file) for file in "abcde"])
    assert first.more() == ("also in 1 more file",)


def test_a_very_long_name_is_shown_by_its_end() -> None:
    assert show_file("news/a.md") == '"news/a.md"'
    assert show_file("n" * 196 + "a.md") == f'"{"n" * 196}a.md"'
    assert show_file("n" * 197 + "a.md") == f'"…{"n" * 195}a.md"'


@pytest.mark.parametrize(
    ("name", "folders"),
    [
        ("a.md", []),
        ("posts/a.md", ["posts"]),
        ("content/en/posts/2023/05/a.md", ["content/en/posts"]),
        ("docs/guide/setup/a.md", ["docs/guide", "docs/guide/setup"]),
        ("content/posts/ferry/index.md", ["content/posts"]),
        ("content/posts/_index.de.md", []),
        ("posts/indexes.md", ["posts"]),
    ],
)
def test_folders_tell_what_kind_an_article_is(name: str, folders: list[str]) -> None:
    assert [each.path for each in telling_folders(folder_of(name))] == folders
