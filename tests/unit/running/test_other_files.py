"""What is said of files that have front matter, but other endings."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from articlelint.running import search
from articlelint.running.discover import discover
from articlelint.running.other_files import note_on_others
from articlelint.settings.config_file import ConfigFile
from articlelint.settings.config_tree import ConfigTree
from tests.e2e.articles import write

PAGE = "---\ntitle: Ferries\n---\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def noted(folder: str = ".", preset: str | None = None) -> list[str]:
    return [*note_on_others(discover([folder], ConfigTree(preset=preset)))]


def advice(*endings: str) -> str:
    include = ", ".join(f'"*{each}"' for each in endings)
    return (
        "but a search does not look for such names: to check them, write "
        f"`include: [{include}]` in .articlelint.yaml"
    )


def test_it_is_said_how_many_there_are_and_what_to_write() -> None:
    write(PAGE, "a.mdx")
    write(PAGE, "news/a.html")
    assert noted() == [
        f"1 .html file begins with front matter, {advice('.html', '.md', '.mdx')}",
    ]
    write("+++\ntitle = 1\n+++\n", "news/b.html")
    write("---\r\n# A comment.\r\ntitle: a\r\n---\r\n", "b.rst")
    assert noted() == [
        f"3 .html and .rst files begin with front matter, {advice('.html', '.md', '.mdx', '.rst')}",
    ]
    assert noted("news") == [f"2 .html files begin with front matter, {advice('.html', '.md')}"]


@pytest.mark.parametrize(
    "ending", ["mdown", "mkdn", "mkdown", "mdwn", "svx", "hbs", "mdoc", "org", "pdc"]
)
def test_endings_that_are_seldom(ending: str) -> None:
    write(PAGE, f"a.{ending}")
    (note,) = noted()
    assert note.startswith(f"1 .{ending} file begins with front matter")
    write("Text\n", f"a.{ending}")
    assert noted() == []


@pytest.mark.parametrize(
    "text", ["", "<p>\n", "---\n", "---\nA line of dashes.\n", "----\ntitle: a\n", "{{ a }}\n"]
)
def test_nothing_is_said_of_files_without_front_matter(text: str) -> None:
    write(text, "a.html")
    assert noted() == []


def test_nothing_is_said_of_what_is_no_page() -> None:
    for name in ("a.json", "a.yml", "a.py", "html", "node_modules/a.html"):
        write(PAGE, name)
    assert noted() == []


def test_nothing_is_said_of_what_was_decided() -> None:
    write(PAGE, "a.html")
    write("exclude: ['*.html']\n", ".articlelint.yaml")
    assert noted() == []
    write("{}\n", ".articlelint.yaml")
    assert len(noted()) == 1
    write("overrides: [{files: ['*.md'], rules: {}}]\n", ".articlelint.yaml")
    assert len(noted()) == 1
    write("*.html\n", ".gitignore")
    assert noted() == []


def to_add(endings: str) -> str:
    return (
        f"`include` does not take them: to check them, add {endings} to it in .articlelint.yaml, "
        "or if they are no articles, to `exclude`"
    )


def test_an_include_that_takes_no_such_files_hides_none() -> None:
    write("include: ['content/**/*.md']\n", ".articlelint.yaml")
    write(PAGE, "content/a/a.html")
    write(PAGE, "content/b.mdx")
    write("Text\n", "content/c.mdx")
    one_ending, both_endings = '"*.html"', '"*.html" and "*.mdx"'
    assert noted() == [
        f"2 .html and .mdx files begin with front matter, but {to_add(both_endings)}"
    ]
    write("include: ['content/**/*.md', '*.mdx']\n", ".articlelint.yaml")
    assert noted() == [f"1 .html file begins with front matter, but {to_add(one_ending)}"]
    write("include: ['content/**/*.md', '*.mdx']\nexclude: ['*.html']\n", ".articlelint.yaml")
    assert noted() == []


def test_nothing_is_said_of_files_where_an_include_takes_none_with_any_ending() -> None:
    write("include: ['content/**/*.md', /docs/a.md]\n", ".articlelint.yaml")
    for path in ("a.html", "layouts/a.html", "docs/b.mdx", "contents/a.html", "content.html"):
        write(PAGE, path)
    write(PAGE, "drafts/a.md")
    assert noted() == []


def test_to_look_whether_a_pattern_would_take_a_file_is_no_use_of_it() -> None:
    write("include: ['content/**/*.md']\n", ".articlelint.yaml")
    write(PAGE, "content/a.html")
    (unused,) = discover(["."], ConfigTree()).notes
    assert unused == ".articlelint.yaml:1:11: this pattern has no effect: it applies to no file"


@pytest.mark.parametrize("folder", ["static", "content"])
def test_patterns_are_followed_once_to_a_folder_with_many_such_files(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("preset: hugo\n", ".articlelint.yaml")
    for number in range(9):
        write("Text\n", f"{folder}/{number}.txt")
    asked = []
    relative = ConfigFile.relative

    def noted_relative(self: ConfigFile, path: str) -> str | None:
        asked.append(os.path.basename(path))
        return relative(self, path)

    monkeypatch.setattr(ConfigFile, "relative", noted_relative)
    assert noted() == []
    more = {name for name, times in Counter(asked).items() if times > 2}  # also `exclude`
    assert {each for each in asked if each[0].isdigit()} == {f"{n}.txt" for n in range(9)}
    assert len(more) <= 1  # the first one, to find out where it is


@pytest.mark.parametrize("name", ["hugo", "zola", "astro", "skill", "jekyll"])
def test_a_preset_hides_no_files(name: str) -> None:
    for path in ("content/a.njk", "src/a.njk", "SKILL.njk", "a.json"):
        write(PAGE, path)
    (note,) = noted(preset=name)
    number = {"jekyll": 3}.get(name, 1)
    assert note.startswith(f"{number} .njk file{'s' * (number > 1)} begin")


@pytest.mark.parametrize("name", ["content/b.MD", "content/b.Md", "content/README.MD"])
def test_the_usual_ending_in_capitals_that_an_include_does_not_take(name: str) -> None:
    write(PAGE, "content/a.md")
    write(PAGE, name)
    (note,) = noted(preset="hugo")
    ending = os.path.splitext(name)[1]
    assert note.startswith(f"1 {ending} file begins with front matter, but the preset hugo does")
    write("include: ['*.md']\n", ".articlelint.yaml")
    (note,) = noted()
    assert note == f"""1 {ending} file begins with front matter, but {to_add(f'"*{ending}"')}"""
    write(f"include: ['*.md', '*{ending}']\n", ".articlelint.yaml")
    assert noted() == []


def test_an_include_that_takes_its_like_does_not_hide_the_usual_ending() -> None:
    write("include: ['posts/*.mdx']\n", ".articlelint.yaml")
    for path in ("posts/a.mdx", "posts/b.md", "c.md"):
        write(PAGE, path)
    assert noted() == [f"""1 .md file begins with front matter, but {to_add('"*.md"')}"""]


def test_nothing_is_said_of_files_that_a_pattern_takes_back() -> None:
    for path in ("a.md", "drafts/b.md", "drafts/c.html", "index.md", "index.html"):
        write(PAGE, path)
    patterns = "'*.md', '*.mdx', '!drafts/', '!/index.md', '!index.html'"
    write(f"include: [{patterns}]\n", ".articlelint.yaml")
    assert noted() == []
    write(PAGE, "d.html")
    assert noted() == [f"""1 .html file begins with front matter, but {to_add('"*.html"')}"""]


@pytest.mark.parametrize(
    ("name", "pages", "other"),
    [
        ("jekyll", ["index.html", "about/index.htm", "robots.txt"], "_posts/2024-03-01-a.html"),
        ("eleventy", ["index.njk", "src/feed.liquid", "src/a.html"], "src/a.rst"),
        ("astro", ["src/pages/index.astro"], "src/pages/a.html"),
    ],
)
def test_of_pages_that_a_preset_knows_nothing_is_said(
    name: str, pages: list[str], other: str
) -> None:
    for each in pages:
        write(PAGE, each)
    assert len(noted()) == 1
    assert noted(preset=name) == []
    write(f"preset: {name}\n", ".articlelint.yaml")
    assert noted() == []
    write(PAGE, other)
    (note,) = noted()
    assert note.startswith(f"1 {os.path.splitext(other)[1]} file begins with front matter")


def test_a_pattern_that_excludes_such_pages_has_an_effect() -> None:
    write(PAGE, "index.html")
    write("preset: jekyll\nexclude: ['*.html']\n", ".articlelint.yaml")
    assert discover(["."], ConfigTree()).notes == []


def test_an_include_of_ones_own_replaces_that_of_the_preset() -> None:
    write(PAGE, "content/a.njk")
    write("preset: hugo\n", ".articlelint.yaml")
    (note,) = noted()
    assert note == (
        "1 .njk file begins with front matter, but the preset hugo does not include them: to check "
        'them, write `include` in .articlelint.yaml with its patterns and "*.njk", or if they are '
        "no articles, `exclude`"
    )
    write("preset: hugo\ninclude: ['content/*.md']\n", ".articlelint.yaml")
    assert noted() == [f"""1 .njk file begins with front matter, but {to_add('"*.njk"')}"""]
    write("preset: hugo\nexclude: ['*.njk']\n", ".articlelint.yaml")
    assert noted() == []


def test_all_that_hugo_reads_is_checked_by_its_preset() -> None:
    endings = ("md", "markdown", "mdown", "html", "htm", "adoc", "asciidoc", "ad", "org")
    paths = [f"content/a.{each}" for each in (*endings, "pandoc", "pdc", "rst")]
    for each in (*paths, "layouts/a.html", "a.html", "content/a.css"):
        write(PAGE, each)
    found = discover(["."], ConfigTree(preset="hugo"))
    assert sorted(each.path.replace(os.sep, "/") for each in found.files) == sorted(paths)
    assert [*note_on_others(found)] == []


@pytest.mark.posix
def test_links_and_pipes_are_not_looked_at() -> None:
    write(PAGE, "a.xhtml")
    os.symlink("a.xhtml", "a.html")
    os.mkfifo("b.html")
    assert noted() == []


def test_only_some_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_OTHERS", 3)
    monkeypatch.setattr("articlelint.running.other_files.MOST_OTHERS", 3)
    for name in "abc":
        write(PAGE, f"{name}.html")
    (note,) = noted()
    assert note.startswith("3 .html files begin with front matter, but")
    for name in "de":
        write(PAGE, f"{name}.HTML")
    (note,) = noted()
    assert note.startswith("at least 3 .")


def test_files_without_front_matter_do_not_hide_those_that_have_some(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "MOST_OTHERS", 3)
    monkeypatch.setattr("articlelint.running.other_files.MOST_OTHERS", 3)
    for name in "abc":
        write("Text\n", f"{name}.txt")
    assert noted() == []
    write("Text\n", "d.txt")
    unsure = (
        "none of the first 3 .txt files begins with front matter, and the others were not looked "
        'at: if they are no articles, add "*.txt" to `exclude` in .articlelint.yaml'
    )
    assert noted() == [unsure]
    write("exclude: ['*.txt']\n", ".articlelint.yaml")
    assert noted() == []
    write("{}\n", ".articlelint.yaml")
    for name in "ab":
        write(PAGE, f"{name}.njk")
    told, last = noted()
    assert told.startswith("2 .njk files begin with front matter, but")
    assert last == unsure


def test_the_others_are_excluded_by_their_endings_as_they_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "MOST_OTHERS", 1)
    monkeypatch.setattr("articlelint.running.other_files.MOST_OTHERS", 1)
    for name in ("a.txt", "b.TXT", "c.rst"):
        write("Text\n", name)
    (note,) = noted()
    assert note.endswith('add "*.TXT" and "*.txt" to `exclude` in .articlelint.yaml')
    write("exclude: ['*.TXT', '*.txt']\n", ".articlelint.yaml")
    assert noted() == []


def test_few_endings_are_named() -> None:
    for ending in ("adoc", "dj", "htm", "html", "njk", "org", "rst", "txt"):
        write(PAGE, f"a.{ending}")
    write(PAGE, "b.txt")
    (note,) = noted()
    assert note.startswith("9 .txt, ")
    assert note.count("*.") == 5 + 1
