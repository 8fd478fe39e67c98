from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.settings.gitignore_pattern import parse

LONG = "a" * 100


@pytest.mark.parametrize(
    ("pattern", "matched", "not_matched"),
    [
        pytest.param("a", ["a", "b/a"], ["ab", "ba", "A", "a/b"], id="name"),
        pytest.param("*", ["a", "a/b"], [], id="any name"),
        pytest.param("a*", ["a", "ab"], ["ba"], id="start of a name"),
        pytest.param("*a", ["a", "ba"], ["ab", ""], id="end of a name"),
        pytest.param("a*a", ["aa", "aba"], ["a", "ab"], id="start and end do not overlap"),
        pytest.param("a*b*c", ["abc", "abbcc", "a.b.c"], ["ac", "acb", "abd"], id="in order"),
        pytest.param("*ab*ab*", ["abab", "aabbabb"], ["ab", "aab", "aba"], id="twice the same"),
        pytest.param("?b", ["ab", "bb", "\nb"], ["b", "abb"], id="any character"),
        pytest.param("[a-c]x", ["ax", "cx"], ["dx", "x", "-x"], id="range"),
        pytest.param("[!a-c]x", ["dx"], ["ax", "x"], id="other characters"),
        pytest.param("[^a]", ["b"], ["a"], id="other characters with a circumflex"),
        pytest.param("[a-]", ["a", "-"], ["b"], id="hyphen at the end"),
        pytest.param("[--a]", ["-", "A", "a"], ["b", ","], id="range from a hyphen"),
        pytest.param("[]a]", ["]", "a"], ["b"], id="closing bracket in brackets"),
        pytest.param("[!]a]", ["b"], ["]", "a"], id="all but a closing bracket"),
        pytest.param("[[a]", ["[", "a"], ["b"], id="opening bracket in brackets"),
        pytest.param("[&&~~||]", ["&", "~", "|"], ["a"], id="signs in brackets"),
        pytest.param("x]", ["x]"], ["x"], id="closing bracket alone"),
        pytest.param(r"\*\[", ["*["], ["a["], id="escapes"),
        pytest.param("a.b", ["a.b"], ["axb"], id="dot"),
        pytest.param("/a", ["a"], ["b/a"], id="at the top"),
        pytest.param("b/a", ["b/a"], ["c/b/a"], id="path"),
        pytest.param("**/a", ["a", "b/a", "c/b/a"], ["ba"], id="in any folder"),
        pytest.param("a/**/b", ["a/b", "a/c/b", "a/c/d/b"], ["ab", "c/a/b"], id="between"),
        pytest.param("a/**", ["a/b", "a/b/c"], ["a", "b/a"], id="all below"),
        pytest.param("**/**/a/**/**", ["a/b", "c/a/b"], ["a", "b"], id="repeated stars"),
        pytest.param("a**b", ["ab", "acb"], ["a/b"], id="two stars in a name"),
        pytest.param("**/a/**/b/c", ["a/b/b/c", "a/b/a/b/c"], ["a/b/c/c"], id="tried again"),
    ],
)
def test_what_a_pattern_matches(pattern: str, matched: list[str], not_matched: list[str]) -> None:
    found = parse(pattern)
    assert found
    assert [each for each in [*matched, *not_matched] if found.matches(each)] == matched


@pytest.mark.parametrize(
    ("pattern", "contained", "not_contained"),
    [
        pytest.param("a", ["a", "a/b", "b/a/c", "a/"], ["b"], id="name"),
        pytest.param("a/", ["a/b", "b/a/c", "a/"], ["a", "b/a"], id="folder"),
        pytest.param("a/*", ["a/b", "a/b/c", "a/b/"], ["a", "a/"], id="names in a folder"),
        pytest.param("a/*b*", ["a/b", "a/b/"], ["a/"], id="some names in a folder"),
        pytest.param("a/***", ["a/b", "a/b/"], ["a/"], id="names, with more stars"),
        pytest.param("a/**", ["a/b", "a/b/c", "a/"], ["a"], id="all in a folder"),
        pytest.param("**", ["a", "a/b", "a/"], [], id="everything"),
        pytest.param("**/", ["a/b", "a/"], ["a"], id="every folder"),
        pytest.param("a//", [], ["a", "a/b", "a/"], id="two slashes"),
    ],
)
def test_what_a_pattern_contains(
    pattern: str, contained: list[str], not_contained: list[str]
) -> None:
    found = parse(pattern)
    assert found
    assert [each for each in [*contained, *not_contained] if found.contains(each)] == contained


def test_a_pattern_for_folders_matches_no_path_itself() -> None:
    found = parse("a/")
    assert found
    assert not any(map(found.matches, ("a", "a/b")))


@pytest.mark.parametrize(
    "line", ["", " ", "#a", "/", "!", "!!"[:1], "a\\", "a/b\\/c", "[", "[a", "[]", "[!]", "[b-a]"]
)
def test_what_is_no_pattern(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize("pattern", ["!a", "!a  ", "!\\a"])
def test_a_pattern_that_takes_back(pattern: str) -> None:
    found = parse(pattern)
    assert found
    assert (found.include, found.matches("a")) == (False, True)


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        pytest.param("*a" * 50 + "z", LONG, False, id="stars in a name"),
        pytest.param("*a" * 50 + "*", LONG, True, id="as many that match"),
        pytest.param("**/a/" * 50 + "z", "a/" * 200 + "b", False, id="stars for folders"),
        pytest.param("**/a/" * 50 + "b", "a/" * 200 + "b", True, id="as many that match a path"),
        pytest.param("**/*a*a*b/" * 20 + "z", f"{LONG}/" * 30 + "b", False, id="both"),
    ],
)
def test_many_stars_take_no_time(pattern: str, path: str, matches: bool) -> None:  # noqa: FBT001
    found = parse(pattern)
    assert found
    assert found.matches(path) is matches


def expression(pattern: str) -> str:
    """A pattern from the top, as a regular expression that may try every way."""
    parts = [f"{re.sub('[*]+', '[^/]*', each)}/" for each in pattern.split("/")]
    return "".join(
        "(?:[^/]+/)*" if each == "**" else part
        for each, part in zip(pattern.split("/"), parts, strict=True)
    )


NAMES = st.text("ab", min_size=1, max_size=4)
SEGMENTS = st.one_of(
    st.just("**"), st.text("ab*", min_size=1, max_size=5).filter(lambda each: "**" not in each)
)


@given(st.lists(SEGMENTS, max_size=4), NAMES, st.lists(NAMES, min_size=1, max_size=5))
@example(["**", "a*b", "**", "*a"], "a", ["ab", "aab", "ba", "b", "a"])
def test_as_by_every_way(segments: list[str], last: str, names: list[str]) -> None:
    pattern = "/".join(("", *segments, last))
    found = parse(pattern)
    assert found
    path = "/".join(names)
    assert found.matches(path) is bool(re.fullmatch(expression(pattern[1:]), f"{path}/"))
