from __future__ import annotations

import warnings

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.settings.globs import GlobError, Globs

FILES = ["a.md", "news/a.md", "news/drafts/a.md", "old/news/a.md"]


@pytest.mark.parametrize(
    ("patterns", "meant"),
    [
        pytest.param(["*.md"], FILES, id="a name, anywhere"),
        pytest.param(["a.md"], FILES, id="a whole name, anywhere"),
        pytest.param(["/a.md"], ["a.md"], id="at the top"),
        pytest.param(["/*.md"], ["a.md"], id="a name at the top"),
        pytest.param(["news"], FILES[1:], id="a folder, anywhere"),
        pytest.param(["news/"], FILES[1:], id="a folder with a slash"),
        pytest.param(["/news/"], FILES[1:3], id="a folder at the top"),
        pytest.param(["news/*"], FILES[1:3], id="all in a folder at the top"),
        pytest.param(["news/**"], FILES[1:3], id="all below a folder at the top"),
        pytest.param(["news/*.md"], ["news/a.md"], id="in a folder, not below"),
        pytest.param(["news/**/*.md"], FILES[1:3], id="in a folder and below"),
        pytest.param(["**/drafts/**"], ["news/drafts/a.md"], id="below a folder anywhere"),
        pytest.param(["news/[!a]*"], ["news/drafts/a.md"], id="brackets"),
        pytest.param(["news/a.m[a-e]"], ["news/a.md"], id="a range"),
        pytest.param(["?.md"], FILES, id="one character"),
        pytest.param(["A.md"], [], id="another case"),
        pytest.param(["*.{md,markdown}"], [], id="braces mean themselves"),
        pytest.param(["news/**", "!news/drafts/"], ["news/a.md"], id="but for a folder"),
        pytest.param(["/news/", "!news/drafts/a.md"], ["news/a.md"], id="but for a file"),
        pytest.param(["!news/drafts/", "news/"], FILES[1:], id="the last has the last word"),
        pytest.param(["!a.md"], [], id="only what is not"),
        pytest.param([], [], id="none"),
    ],
)
def test_the_files_that_patterns_mean(patterns: list[str], meant: list[str]) -> None:
    globs = Globs(patterns)
    assert [each for each in FILES if globs.match(each)] == meant
    assert globs.is_empty is (not patterns)


def test_the_pattern_that_has_the_last_word() -> None:
    globs = Globs(["*.md", "!news/", "news/drafts/"])
    assert globs.find("a.md") == 0
    assert globs.find("news/a.md") is None
    assert globs.find("news/drafts/a.md") == 2


@pytest.mark.parametrize(
    ("patterns", "index"),
    [
        (["old/", "news/"], 1),
        (["news"], 0),
        (["news/**"], 0),
        (["*"], 0),
        (["news/*"], None),  # which is all in it, but not the folder itself
        (["news/*.md"], None),
        (["drafts/"], None),
        (["news/", "!news/a.md"], None),
        (["news/", "!a.txt"], None),
        ([], None),
    ],
)
def test_the_pattern_that_means_a_whole_folder(patterns: list[str], index: int | None) -> None:
    assert Globs(patterns).find_folder("news") == index


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("", '"" is not a valid .gitignore pattern'),
        (" ", '" " is not a valid .gitignore pattern'),
        ("#news", '"#news" is not a valid .gitignore pattern'),
        ("/", '"/" is not a valid .gitignore pattern'),
        ("!", '"!" is not a valid .gitignore pattern'),
        ("news\\", '"news\\\\" is not a valid .gitignore pattern'),
        ("news/[a", '"news/[a" is not a valid .gitignore pattern'),
        ("[z-a]", '"[z-a]" is not a valid .gitignore pattern'),
        ("./news/**", 'a pattern cannot start with "./": write "/news/**"'),
        ("!./news/**", 'a pattern cannot start with "./": write "!/news/**"'),
        ("../news/**", '"../news/**" is outside the folder of this file'),
        ("!../news", '"!../news" is outside the folder of this file'),
    ],
)
def test_invalid_patterns(pattern: str, message: str) -> None:
    with pytest.raises(GlobError) as caught:
        Globs(["news/", pattern])
    assert (str(caught.value), caught.value.index) == (message, 1)


def test_the_same_pattern_several_times() -> None:
    globs = Globs(["a.md", "!a.md", "a.md", "b.md", "!b.md"])
    assert (globs.find("a.md"), globs.find("b.md")) == (2, None)
    assert list(globs.unused()) == []


def test_too_many_wildcards() -> None:
    names = [f"*{index}.md" for index in range(5_000)]
    patterns = [*names, *(f"{index}*" for index in range(1_998)), "a*b*"]
    assert Globs(patterns).find("news/17-a.md") == 5_017
    with pytest.raises(GlobError) as caught:
        Globs([*patterns, "b.md", "!*a*", "*b*"])
    assert (
        str(caught.value) == "more than 2,000 wildcards up to here: name files or folders instead"
    )
    assert caught.value.index == 7_000


@pytest.mark.parametrize(
    "pattern", ["\\#a", ".hidden", "...", "a./b", "a\\ ", "{", "é", "\U0001f309"]
)
def test_what_looks_like_no_pattern(pattern: str) -> None:
    assert not Globs([pattern]).match("news/a.md")


def test_brackets_that_python_warns_about_cause_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Globs(["[[a]"]).match("[")


@pytest.mark.parametrize("name", ["*readme.md", "?readme.md", "[ab].md"])
def test_characters_after_a_backslash_name_a_file(name: str) -> None:
    pattern = "".join(f"\\{each}" if each in "*?[" else each for each in name)
    globs = Globs([pattern])
    assert globs.names(name)
    assert not globs.names("a.md")


def test_the_patterns_that_have_matched_nothing() -> None:
    globs = Globs(["news/", "!news/a.md", "old/", "drafts/"])
    assert list(globs.unused()) == [0, 1, 2, 3]
    globs.match("news/a.md")
    assert list(globs.unused()) == [2, 3]
    globs.match("papers/a.md")
    assert list(globs.unused()) == [2, 3]
    globs.match("drafts/a.md")
    assert list(globs.unused()) == [2]


def test_a_folder_that_a_pattern_means_is_a_use_of_it() -> None:
    globs = Globs(["news/", "old/"])
    globs.find_folder("news")
    assert list(globs.unused()) == [1]


PARTS = st.text("ab*?/!.[]", max_size=8)
NAMES = st.text("ab.", min_size=1, max_size=3).filter(lambda name: name not in {".", ".."})


@given(PARTS, NAMES, st.lists(NAMES, min_size=1, max_size=3))
@example("a/*", "a", ["b"])
@example("a/**", "a", ["b"])
@example("[!a]", "b", ["a"])
def test_what_means_a_folder_means_all_in_it(pattern: str, folder: str, below: list[str]) -> None:
    try:
        globs = Globs([pattern])
    except GlobError:
        return
    if globs.find_folder(folder) is not None:
        assert globs.match("/".join((folder, *below)))
