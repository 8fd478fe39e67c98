"""Many patterns at once; test_gitignore_pattern.py has what each of them matches."""

from __future__ import annotations

from articlelint.settings.gitignore_pattern import parse
from articlelint.settings.pattern_tree import PatternTree, enter, matching


def numbers(tree: PatternTree, *patterns: str) -> list[int]:
    return [tree.add(found.segments) for each in patterns if (found := parse(each))]


def test_the_same_segments_have_one_number() -> None:
    patterns = ["a.md", "*.md", "/a.md", "!a.md", "**/a.md", "a*", "*.md", "a*", "a.md/"]
    assert numbers(PatternTree(), *patterns) == [0, 1, 2, 0, 0, 3, 1, 3, 4]


def test_the_patterns_that_contain_a_path() -> None:
    tree = PatternTree()
    numbers(tree, "a", "a/", "/a/b.md", "a/**/b.md", "*.md", "*d", "*b.mdx", "[ab]*", "c", "/b.md")
    assert tree.containing("a/b.md") == {0, 1, 2, 3, 4, 5, 7}
    assert tree.containing("a/") == {0, 1, 7}
    assert tree.containing("c/b.md/d") == {4, 5, 7, 8}
    assert tree.containing("d") == {5}
    assert tree.containing("D") == set()


def test_an_entry_is_matched_without_its_folders() -> None:
    tree = PatternTree()
    numbers(tree, "a", "/a/b", "c", "/a", "a/**")
    start = tree.start()
    assert sorted(matching(start, "a")) == [0, 3]
    assert sorted(matching(enter(start, "a"), "b")) == [1, 4]
    assert sorted(matching(enter(start, "b"), "b")) == []


def test_no_state_is_left_where_nothing_can_match() -> None:
    tree = PatternTree()
    numbers(tree, "/a/b", "/c/*/d?")
    assert not enter(tree.start(), "b")
    assert not enter(enter(enter(tree.start(), "a"), "b"), "c")
    assert enter(enter(tree.start(), "c"), "b")


def test_a_node_for_any_folders_counts_once() -> None:
    tree = PatternTree()
    numbers(tree, "a/**/b")
    state = enter(tree.start(), "a")
    for _ in range(100):
        state = enter(state, "a")
    assert len(state) == 1
