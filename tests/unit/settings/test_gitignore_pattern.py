from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.settings.gitignore_pattern import parse
from articlelint.settings.pattern_tree import PatternTree, enter, matching

LONG = "a" * 100


def tree(pattern: str) -> PatternTree:
    """A tree of one valid pattern."""
    found = parse(pattern)
    assert found
    made = PatternTree()
    assert made.add(found.segments) == 0
    return made


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern matches a path itself, and not only a folder that the path is in."""
    *folders, name = path.split("/")
    state = tree(pattern).start()
    for folder in folders:
        state = enter(state, folder)
    return list(matching(state, name)) == [0]


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
    assert [each for each in [*matched, *not_matched] if matches(pattern, each)] == matched


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
    found = tree(pattern)
    paths = [*contained, *not_contained]
    assert [each for each in paths if found.containing(each) == {0}] == contained


@pytest.mark.parametrize(("pattern", "expected"), [("a/", True), ("a//", True), ("a", False)])
def test_a_pattern_for_folders(pattern: str, expected: bool) -> None:  # noqa: FBT001
    found = parse(pattern)
    assert found
    assert found.is_for_folders is expected


@pytest.mark.parametrize(
    "line", ["", " ", "#a", "/", "!", "!/", "a\\", "a/b\\/c", "[", "[a", "[]", "[!]", "[b-a]"]
)
def test_what_is_no_pattern(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize("pattern", ["!a", "!a  ", "!\\a"])
def test_a_pattern_that_takes_back(pattern: str) -> None:
    found = parse(pattern)
    assert found
    assert (found.include, matches(pattern, "a")) == (False, True)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        pytest.param("*a" * 50 + "z", LONG, False, id="stars in a name"),
        pytest.param("*a" * 50 + "*", LONG, True, id="as many that match"),
        pytest.param("**/a/" * 50 + "z", "a/" * 200 + "b", False, id="stars for folders"),
        pytest.param("**/a/" * 50 + "b", "a/" * 200 + "b", True, id="as many that match a path"),
        pytest.param("**/*a*a*b/" * 20 + "z", f"{LONG}/" * 30 + "b", False, id="both"),
    ],
)
def test_many_stars_take_no_time(pattern: str, path: str, expected: bool) -> None:  # noqa: FBT001
    assert matches(pattern, path) is expected


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
    path = "/".join(names)
    assert matches(pattern, path) is bool(re.fullmatch(expression(pattern[1:]), f"{path}/"))


@pytest.mark.parametrize(
    ("pattern", "cost"),
    [
        pytest.param("a.md", 0, id="name"),
        pytest.param("/a/b/c/", 0, id="path"),
        pytest.param("**/a/b/**", 0, id="path in any folder"),
        pytest.param("*.md", 0, id="end of a name"),
        pytest.param("a/**.m\\d/", 0, id="end of a name in a path"),
        pytest.param("*", 0, id="any name"),
        pytest.param("**", 0, id="everything"),
        pytest.param(r"\*\?\[a]", 0, id="escapes"),
        pytest.param("a*", 1, id="start of a name"),
        pytest.param("*[ab]", 2, id="end of several names"),
        pytest.param("*a*b?[!c]**d", 5, id="many in a name"),
        pytest.param("*.md/a/b", 3, id="end of a folder's name"),
        pytest.param("a/**/b", 2, id="any folders between"),
        pytest.param("**/a/**/*.md", 2, id="any folders between, and an end"),
    ],
)
def test_what_patterns_cost(pattern: str, cost: int) -> None:
    found = parse(pattern)
    assert found
    assert found.cost == cost


@pytest.mark.parametrize(
    "pattern", [r"\a" * 500_000, "a/" * 500_000, "*a" * 500_000, "?" * 1_000_000]
)
def test_a_long_pattern_takes_no_time(pattern: str) -> None:
    assert not matches(pattern, LONG)
