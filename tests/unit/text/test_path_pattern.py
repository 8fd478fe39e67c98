"""What a pattern of paths matches, and in what time."""

from __future__ import annotations

import re
from time import perf_counter

import pytest

from articlelint.text.path_pattern import VALID, PathPattern


@pytest.mark.parametrize(
    ("pattern", "path", "parts"),
    [
        ("{slug}.md", "a.md", "slug=a"),
        ("{slug}.md", "posts/2023/a.b.md", "slug=a.b"),
        ("/{slug}.md", "a.md", "slug=a"),
        ("posts/{slug}.md", "posts/a.md", "slug=a"),
        (
            "{year}-{month}-{day}-{slug}.md",
            "2023-05-04-a-b.md",
            "year=2023 month=05 day=04 slug=a-b",
        ),
        ("{year}{month}{day}{slug}.md", "20230504a.md", "year=2023 month=05 day=04 slug=a"),
        ("{lang}-{slug}.md", "en-a-b.md", "lang=en slug=a-b"),
        ("{slug}-{year}.md", "a-b-2023.md", "slug=a-b year=2023"),
        ("{lang}/**/{slug}.md", "en/a.md", "lang=en slug=a"),
        ("{lang}/**/{slug}.md", "en/x/y/a.md", "lang=en slug=a"),
        ("**/{name}/SKILL.md", "pdf/SKILL.md", "name=pdf"),
        ("**/{name}/SKILL.md", "a/b/pdf/SKILL.md", "name=pdf"),
        ("*/{name}-*.md", "x/a-b-c.md", "name=a"),
        ("{slug}/{slug}.md", "a/b.md", "slug=a slug=b"),
        ("{extra.id}.md", "7.md", "extra.id=7"),
        ("a+(b).{x}", "a+(b).c", "x=c"),
        ("a.md", "a.md", ""),
    ],
)
def test_parts(pattern: str, path: str, parts: str) -> None:
    assert re.search(VALID, pattern)
    found = PathPattern(pattern).match(path)
    assert found is not None
    assert " ".join(map("=".join, found)) == parts


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{slug}.md", "a.markdown"),
        ("{slug}.md", ".md"),
        ("/{slug}.md", "posts/a.md"),
        ("posts/{slug}.md", "old/posts/a.md"),
        ("posts/{slug}.md", "posts/2023/a.md"),
        ("{year}-{month}-{day}-{slug}.md", "2023-05-a.md"),
        ("{year}-{month}-{day}-{slug}.md", "2023-5th-04-a.md"),
        ("{year}-{month}-{day}-{slug}.md", "23-05-04-a.md"),
        ("{year}/*", "\u0662\u0660\u0662\u0663/a.md"),
        ("{lang}/**/{slug}.md", "a.md"),
        ("a.md", "a-md"),
        ("*.md", "a.md\n"),
    ],
)
def test_other_paths(pattern: str, path: str) -> None:
    assert re.search(VALID, pattern)
    assert PathPattern(pattern).match(path) is None


@pytest.mark.parametrize(
    "pattern", ["{a}-{b}-{c}-{d}-{e}.md", "**/{a}-{b}/{c}-{d}.md", "*-*-*-*-*-*.md", "{a}-{b}.md"]
)
def test_time_grows_with_the_path(pattern: str) -> None:
    ready = PathPattern(pattern)
    for letters in ("-", "a-", "/", "a/", "a-b/", "a"):
        start = perf_counter()
        assert ready.match(letters * (200_000 // len(letters)) + "!") is None
        assert perf_counter() - start < 1
