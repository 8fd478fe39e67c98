from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from articlelint.running.discover import discover
from articlelint.running.found import Found
from articlelint.settings.config_tree import ConfigTree


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of no repository, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()


def configure(folder: str, text: str) -> None:
    Path(folder, ".articlelint.yaml").write_text(text)


def notes(*paths: str, config: str | None = None) -> list[str]:
    return discover(paths, ConfigTree(config)).notes


def found(*paths: str) -> list[str]:
    return [each.path for each in discover(paths, ConfigTree()).files]


@pytest.mark.parametrize(
    "name",
    [
        "a.md",
        "a.markdown",
        "A.MD",
        "a.mdx",
        "a.qmd",
        "a.Rmd",
        "a.mkd",
        "a.en.md",
        "readme.en-gb.md",
        "readme.d3.md",
        "readme.1a.b.md",
        ".a.md",
        "readme-first.md",
        "security.update-2023.md",
        "my-license.md",
        "a b.md",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_folder_search_takes_an_article(name: str) -> None:
    write(name)
    assert found(".") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a.mdown",
        "a.md.bak",
        "md",
        "README.md",
        "Readme.markdown",
        "readme.de.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "CODE_OF_CONDUCT.md",
        "LICENSE.md",
        "SECURITY.md",
        "Support.mdx",
        "PULL_REQUEST_TEMPLATE.md",
        "AGENTS.md",
        "claude.md",
        ".git/a.md",
        "below/.git/a.md",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_folder_search_leaves_out_what_is_no_article(name: str) -> None:
    write(name)
    assert found(".") == []
    assert found(name) == [name], "but a named file is taken"


#: How files begin that are articles whatever they are called.
OPENINGS = ["---\ntitle: A\n", "\ufeff---\n", "+++\n", "---toml\n", ";;;\n", '{"title": "A"}']
#: The same of files that are none.
NO_OPENINGS = ["", "# Read me\n", "----\n", "{{ site.title }}", "{: .no_toc}", "\n---\ntitle: A\n"]


@pytest.mark.parametrize("text", OPENINGS)
@pytest.mark.usefixtures("folder")
def test_a_file_of_any_name_is_an_article_if_it_opens_front_matter(text: str) -> None:
    names = ["README.md", "docs/security.de.md"]
    write(*names)
    for name in names:
        Path(name).write_text(text, "utf-8")
    assert found(".") == names


@pytest.mark.parametrize("text", NO_OPENINGS)
@pytest.mark.usefixtures("folder")
def test_one_that_opens_none_is_left_out(text: str) -> None:
    write("README.md")
    Path("README.md").write_text(text, "utf-8")
    assert found(".") == []


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_so_is_one_that_cannot_be_read() -> None:
    os.symlink("nowhere", "README.md")
    assert found(".") == []


#: Folders of what others have written, and what is in one of them.
LEFT_OUT = [".github/a.md", "site/.drafts/a.md", "node_modules/x/a.md", "vendor/a.md"]


@pytest.mark.parametrize("path", LEFT_OUT)
@pytest.mark.usefixtures("folder")
def test_a_folder_search_leaves_out_what_others_have_written(path: str) -> None:
    write(path)
    assert found(".") == []
    assert found(os.path.dirname(path)) == [path], "but a named folder is searched"
    assert found(path) == [path]


@pytest.mark.parametrize(
    "path", ["github/a.md", "_drafts/a.md", "vendors/a.md", "Vendor/a.md", "archetypes/a.md"]
)
@pytest.mark.usefixtures("folder")
def test_a_folder_search_takes_what_only_looks_like_that(path: str) -> None:
    write(path, "other/hugo.toml", "other/pyvenv.cfg.md", "config/routes.txt")
    assert path in found(".")


@pytest.mark.parametrize("config", ["hugo.toml", "hugo.yaml", "config.toml", "config/_default/a"])
@pytest.mark.usefixtures("folder")
def test_archetypes_of_hugo_are_left_out(config: str) -> None:
    write(f"site/{config}", "site/archetypes/a.md", "site/content/archetypes/a.md")
    assert found(".") == ["site/content/archetypes/a.md"]


@pytest.mark.usefixtures("folder")
def test_virtual_environments_are_left_out() -> None:
    write("env/pyvenv.cfg", "env/lib/a.md", "lib/a.md")
    assert found(".") == ["lib/a.md"]
    assert found("env") == ["env/lib/a.md"]


@pytest.mark.usefixtures("folder")
def test_what_include_names_is_not_left_out() -> None:
    write(*LEFT_OUT, "README.md", "docs/readme.md", "docs/a.md", "env/pyvenv.cfg", "env/a.md")
    configure(".", "include: ['*.md']\n")
    assert found(".") == ["docs/a.md"]
    configure(".", "include: ['*.md', README.md, .github/, /site/.d*/*.md, '?endor/', env/*.md]\n")
    expected = [".github/a.md", "README.md", "docs/a.md", "env/a.md", "site/.drafts/a.md"]
    assert found(".") == expected
    configure(".", "include: ['[Rr]eadme.md', node_modules/x/a.md, vendor, '!.github/']\n")
    assert found(".") == ["docs/readme.md", "node_modules/x/a.md", "vendor/a.md"]


@pytest.mark.parametrize("start", ["[!_]", "[^_]", "[a-zA-Z.]", "[.-z]", "[]-z.]"])
@pytest.mark.usefixtures("folder")
def test_a_set_of_many_characters_names_nothing(start: str) -> None:
    write(*LEFT_OUT, "README.md", "docs/a.md", "docs/readme.md")
    configure(".", f"include: ['{start}*/**/*.md', '{start}*.md']\n")
    assert found(".") == ["docs/a.md"]


@pytest.mark.parametrize("start", ["[nv-]", "[-nv]", "[nv]"])
@pytest.mark.usefixtures("folder")
def test_a_set_of_few_characters_names_what_begins_with_them(start: str) -> None:
    write(*LEFT_OUT, "notes/a.md")
    configure(".", f"include: ['{start}*/**']\n")
    assert found(".") == ["node_modules/x/a.md", "notes/a.md", "vendor/a.md"]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_is_left_out_and_excluded_is_no_pattern_without_effect() -> None:
    write("vendor/a.md")
    configure(".", "exclude: [vendor/]\n")
    assert notes(".") == []


def forced(*paths: str) -> list[str]:
    return [each.path for each in discover(paths, ConfigTree(), force_exclude=True).files]


@pytest.mark.parametrize(
    "path", [*LEFT_OUT, "README.md", "docs/security.md", "a.json", "a.html", "env/lib/a.md"]
)
@pytest.mark.usefixtures("folder")
def test_named_files_may_be_left_out_as_a_search_does(path: str) -> None:
    write(path, "a.md", "env/pyvenv.cfg")
    assert forced(path, "a.md") == ["a.md"]
    assert discover([path], ConfigTree(), force_exclude=True).notes == [
        f"{path}: a search leaves this out by its name, so it is not checked"
    ]
    configure(".", f"include: [/{path}]\n")
    assert forced(path) == [path]


@pytest.mark.parametrize("name", ["README.md", "a.html", "a.mdx", "./a.RST", "a/b.mkd"])
@pytest.mark.usefixtures("folder")
def test_named_files_with_front_matter_are_not_left_out(name: str) -> None:
    write(name)
    Path(name).write_text("---\ntitle: A\n---\n")
    assert forced(name) == [os.path.normpath(name)]


@pytest.mark.usefixtures("folder")
def test_an_include_decides_which_named_files_a_search_would_find() -> None:
    names = ["_news/a.md", "_news/b.html", "_news/README.md", "notes/a.md", "_news/drafts/c.md"]
    for name in names:
        write(name)
        Path(name).write_text("---\ntitle: A\n---\n")
    configure(".", "include: ['_news/**/*.md', '!_news/drafts/']\n")
    assert forced(*names) == found(".") == ["_news/README.md", "_news/a.md"]
    assert found("notes/a.md") == ["notes/a.md"]
    configure(".", "exclude: ['_news/drafts/']\n")
    assert forced(*names) == sorted([*names[:-1]])
    assert found(".") == ["_news/README.md", "_news/a.md", "notes/a.md"]


def test_folders_above_the_current_one_do_not_matter(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(".sites/vendor/own/a.md", ".sites/vendor/b.md", ".sites/c.txt")
    monkeypatch.chdir(".sites/vendor/own")
    assert forced("a.md", "../b.md") == ["../b.md", "a.md"]
    assert forced(str(folder / ".sites/vendor/own/a.md")) == ["a.md"]
    configure(".", "include: ['*.txt']\n")
    write("d.txt")
    assert forced("d.txt") == ["d.txt"]


@pytest.mark.usefixtures("folder")
def test_an_absolute_name_far_away_has_no_folders_that_are_left_out(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path_factory.mktemp("other") / ".a.md")
    write(path)
    here = "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z"
    os.makedirs(here)
    monkeypatch.chdir(here)
    assert forced(path) == [path]


@pytest.mark.usefixtures("folder")
def test_files_are_sorted_by_path() -> None:
    write("b.md", "a.md", "a/z.md", "a/b/c.md", "a-b/c.md")
    assert found("b.md", ".") == ["a-b/c.md", "a.md", "a/b/c.md", "a/z.md", "b.md"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["."], "news/a.md", id="current folder"),
        pytest.param(["news"], "news/a.md", id="folder"),
        pytest.param(["news/"], "news/a.md", id="folder with a slash"),
        pytest.param(["./news"], "news/a.md", id="folder with a dot"),
        pytest.param(["./news/a.md"], "news/a.md", id="file"),
        pytest.param(["news/../news"], "news/a.md", id="roundabout"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_paths_are_from_the_current_folder(paths: list[str], expected: str) -> None:
    write("news/a.md")
    assert found(*paths) == [expected]


def test_a_folder_named_absolutely(folder: Path) -> None:
    write("news/a.md")
    assert found(str(folder)) == found(str(folder / "news/a.md")) == ["news/a.md"]


@pytest.mark.usefixtures("folder")
def test_a_file_named_twice_comes_once() -> None:
    write("news/a.md", "news/b.md")
    assert found("./news/a.md", "news/a.md", "news", os.path.abspath("news/b.md")) == [
        "news/a.md",
        "news/b.md",
    ]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_is_called_like_an_article_is_searched() -> None:
    write("news.md/a.md")
    assert found(".") == found("news.md") == ["news.md/a.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_links_to_files_are_taken_and_links_to_folders_are_not_followed() -> None:
    write("news/a.md", "elsewhere/b.txt")
    os.symlink("../elsewhere/b.txt", "news/linked.md")
    os.symlink("..", "news/loop")
    os.symlink("../news", "news/loop.md")
    assert found(".") == ["news/a.md", "news/linked.md"]
    assert found("news/loop") == ["news/loop/news/a.md", "news/loop/news/linked.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_a_file_to_which_links_lead_comes_once_by_its_own_name() -> None:
    write("pool/b.md", "pool/c.txt", "d.md")
    for link, target in {
        "a.md": "pool/b.md",
        "z.md": "a.md",
        "pool/y.md": "c.txt",
        "pool/x.md": "../pool/c.txt",
        "folder": "pool",
    }.items():
        os.symlink(target, link)
    once = ["d.md", "pool/b.md", "pool/x.md"]
    assert found(".") == once
    assert found("folder", ".", "a.md", "z.md") == ["d.md", "folder/b.md", "folder/x.md"]
    assert found("a.md", "folder/b.md", os.path.abspath("pool/b.md")) == ["folder/b.md"]
    assert found("z.md", "a.md") == ["a.md"], "of several links the first by name"
    assert found("z.md") == ["z.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_a_file_comes_once_for_each_of_the_settings_of_its_names() -> None:
    write("pool/b.md")
    for link in ("news/a.md", "news/c.md", "news/strict/a.md", "zoo/a.md"):
        Path(link).parent.mkdir(parents=True, exist_ok=True)
        Path(link).symlink_to(Path("pool/b.md").absolute())
    Path("folder").symlink_to("pool")
    own, other = Found("pool/b.md"), Found("news/a.md", is_other_name=True)
    assert discover(["."], ConfigTree()).files == [own]
    configure(".", "overrides: [{files: [news/], rules: {insecure-url: off}}]\n")
    assert discover(["."], ConfigTree()).files == [other, own]
    assert discover(["."], ConfigTree(search=False)).files == [own]
    assert discover(["news/a.md", "pool/b.md"], ConfigTree()).files == [other, own]
    assert discover(["zoo", "news"], ConfigTree()).files == [
        Found("news/a.md"),
        Found("zoo/a.md", is_other_name=True),
    ]
    configure("news/strict", "rules: {insecure-url: error}\n")
    assert found(".") == ["news/a.md", "news/strict/a.md", "pool/b.md"]
    configure(".", "overrides: [{files: [/folder/], rules: {insecure-url: off}}]\n")
    assert found("folder", "pool", "folder/b.md") == ["folder/b.md", "pool/b.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_a_link_that_leads_nowhere_is_taken_so_that_it_is_reported() -> None:
    os.symlink("nowhere", "a.md")
    os.symlink("b.md", "b.md")
    assert found(".") == ["a.md", "b.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_a_pipe_is_taken_only_where_it_is_named() -> None:
    os.mkfifo("pipe.md")
    os.symlink("/dev/zero", "zero.md")
    assert found(".") == []
    assert found("pipe.md") == ["pipe.md"]


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_searched_is_found_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write("news/a.md", "secret/a.md", "zoo/a.md")
    scan = os.scandir
    refusal = PermissionError(13, "Permission denied", "secret")

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        if path == "secret":
            raise refusal
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert discover(["."], ConfigTree()).files == [
        Found("news/a.md"),
        Found("secret", refusal),
        Found("zoo/a.md"),
    ]


@pytest.mark.usefixtures("folder")
def test_folders_nested_deeper_than_python_may_recurse() -> None:
    depth = 300
    write("d/" * depth + "a.md")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + depth // 2)
    try:
        assert found(".") == ["d/" * depth + "a.md"]
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.usefixtures("folder")
def test_a_folder_search_takes_what_the_configuration_includes() -> None:
    write("a.md", "news/a.md", "news/a.txt", "news/README.md", "news/old/a.md")
    configure(".", "include: [news/*.md, '*.txt', '!old/']\n")
    assert found(".") == ["news/a.md", "news/a.txt"]
    assert found("news") == ["news/a.md", "news/a.txt"]
    assert found("a.md", "news/README.md") == ["a.md", "news/README.md"], "but a named file is"


@pytest.mark.usefixtures("folder")
def test_each_folder_includes_what_the_nearest_configuration_says() -> None:
    write("a.md", "a.txt", "news/a.md", "news/a.txt", "news/old/a.md", "news/old/a.txt")
    configure("news", "include: ['*.txt']\n")
    configure("news/old", "{}")
    assert found(".") == ["a.md", "news/a.txt", "news/old/a.md"]


@pytest.mark.posix
@pytest.mark.usefixtures("folder")
def test_what_is_included_is_still_left_out_if_ignored_or_no_file() -> None:
    write(".git/HEAD", "a.md", "b.md")
    os.mkfifo("c.md")
    Path(".gitignore").write_text("b.md\n")
    configure(".", "include: ['*']\n")
    assert found(".") == [".articlelint.yaml", ".gitignore", "a.md"]


@pytest.mark.usefixtures("folder")
def test_an_excluded_file_is_never_checked() -> None:
    write("a.md", "b.md", "news/b.md", "news/c.md")
    configure(".", "exclude: [b.md, '!/b.md', c.md]\n")
    everything = ["a.md", "b.md"]
    assert found(".") == everything
    assert found("a.md", "b.md", "./news/b.md", os.path.abspath("news/c.md")) == everything
    assert found("news") == []
    assert notes("a.md", "./news/b.md", "b.md", "news/c.md") == [
        ".articlelint.yaml:1:11: this excludes news/b.md, which is not checked",
        ".articlelint.yaml:1:27: this excludes news/c.md, which is not checked",
    ]
    assert notes(".") == notes("news") == []


@pytest.mark.usefixtures("folder")
def test_an_excluded_folder_is_never_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md", "drafts/a.md", "drafts/old/a.md")
    configure(".", "exclude: [drafts/]\n")
    scan = os.scandir
    searched = []

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        searched.append(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert found(".") == ["a.md"]
    assert found("drafts", "drafts/old/", "a.md") == ["a.md"]
    assert searched == ["."]
    assert notes("drafts", "drafts/old/") == [
        ".articlelint.yaml:1:11: this excludes drafts, which is not checked",
        ".articlelint.yaml:1:11: this excludes drafts/old, which is not checked",
    ]


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_taken_back_from_an_excluded_folder_is_found() -> None:
    write("drafts/a.md", "drafts/b.md", "drafts/old/b.md")
    configure(".", "exclude: [drafts/, '!/drafts/b.md']\n")
    assert found(".") == found("drafts") == ["drafts/b.md"]
    assert found("drafts/a.md", "drafts/b.md", "drafts/old/b.md") == ["drafts/b.md"]


@pytest.mark.usefixtures("folder")
def test_a_search_and_named_files_agree_on_what_an_outer_configuration_excludes() -> None:
    write("news/a.md", "news/drafts/a.md", "news/b/a.md", "news/b/c.md")
    configure(".", "exclude: [drafts/, /news/b/a.md]\n")
    configure("news", "{}")
    configure("news/b", "{}")
    paths = ["news/a.md", "news/drafts/a.md", "news/b/a.md", "news/b/c.md"]
    assert found(".") == found("news") == found(*paths) == ["news/a.md", "news/b/c.md"]
    assert found("news/b") == ["news/b/c.md"]


@pytest.mark.usefixtures("folder")
def test_a_configuration_in_an_excluded_folder_is_noted_but_not_read() -> None:
    write("a.md", "drafts/a.md", "drafts/old/a.md")
    configure(".", "exclude:\n- drafts/\n")
    configure("drafts", "this is not read")
    assert found(".") == ["a.md"]
    told = ".articlelint.yaml:2:3: this excludes drafts/.articlelint.yaml, which has no effect"
    assert notes(".") == [told]


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ("include: [a.md, nothere.md]\n", "1:17"),
        ("exclude: [news/, nothere/]\n", "1:18"),
        ("exclude: [news/, '!nothere.md']\n", "1:18"),
        ("overrides: [{files: [a.md]}, {files: [nothere.md]}]\n", "1:39"),
        ("exclude: [news/]\noverrides: [{files: [news/]}]\n", "2:22"),
        ("include: ['*.txt', /a.md]\noverrides: [{files: [news/*.md]}]\n", "2:22"),
        ("include: [README.md]\noverrides: [{files: [a.md, README.md]}]\n", "2:22"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_pattern_without_effect_is_noted(config: str, place: str) -> None:
    write("a.md", "news/a.md", "news/a.txt", "README.md")
    configure(".", config)
    assert f".articlelint.yaml:{place}: this pattern has no effect: it applies to no file" in (
        notes(".")
    )


ALL_USED = """\
include: ["*.md", "!b.md"]
exclude: [drafts/, /c.md]
overrides:
- files: [a.md]
- files: [news/*]
- files: [a.md]
"""


@pytest.mark.usefixtures("folder")
def test_patterns_with_an_effect_are_not() -> None:
    write("a.md", "b.md", "c.md", "news/a.md", "drafts/a.md")
    configure(".", ALL_USED)
    assert notes(".") == []
    assert notes(".", config=".articlelint.yaml") == []


@pytest.mark.usefixtures("folder")
def test_patterns_are_judged_only_where_their_whole_folder_is_searched() -> None:
    write("a.md", "news/a.md", "news/old/a.md")
    configure("news", "exclude: [nothere/]\n")
    told = "news/.articlelint.yaml:1:11: this pattern has no effect: it applies to no file"
    assert notes(".") == notes("news") == notes("a.md", "./news/") == [told]
    assert notes(".", "news") == [told]
    assert notes("news/old") == notes("news/a.md") == notes("a.md") == []
    assert notes("news/old", "news/a.md") == []


@pytest.mark.usefixtures("folder")
def test_a_folder_whose_name_begins_as_a_searched_one_is_another() -> None:
    write("news/a.md", "newspapers/a.md")
    configure("newspapers", "exclude: [nothere/]\n")
    assert notes("news", "newspapers/a.md") == []


@pytest.mark.usefixtures("folder")
def test_an_inner_configuration_leaves_no_file_for_an_outer_override() -> None:
    write("news/a.md")
    configure(".", "overrides: [{files: [news/]}]\n")
    assert notes(".") == []
    configure("news", "{}")
    assert notes(".") == [
        ".articlelint.yaml:1:22: this pattern has no effect: it applies to no file"
    ]
