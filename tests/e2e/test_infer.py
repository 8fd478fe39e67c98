"""The command `infer`: a schema of what is there, by which what is there is valid."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.articles import write
from tests.e2e.conftest import Run
from tests.e2e.made_sites import hugo, jekyll
from tests.support import material

SCHEMA = "content.schema.yaml"
CHECK = ("--select", "schema", "--format", "concise", "--quiet")
CONFIG = ".articlelint.yaml"
MISSPELT_LINE = (
    '_posts/2024-03-07-ferry.md:3:1: error unknown key "Title": did you mean "title", which is '
    "missing?"
)


def infer(run: Run, *arguments: str) -> str:
    """Write the schema to its file; what is said besides."""
    outcome = run("infer", *arguments)
    assert outcome.status == 0
    write(outcome.out, SCHEMA)
    return outcome.err


def config_of(said: str) -> str:
    """The lines of a configuration that a run has suggested."""
    return said[said.index("schema: ") :]


def test_a_jekyll_site(run: Run) -> None:
    jekyll()
    said = infer(run)
    assert said.startswith(
        'rare key "Title" in 1 file (_posts/2024-03-07-ferry.md): did you mean "title"?\n'
        'required key "date" is missing in 1 file (_posts/2024-03-13-ferry.md)\n'
        "posts: 24 articles in _posts\n"
        "people: 6 articles in _people\n"
    )
    assert run("--schema", SCHEMA, *CHECK).out.splitlines() == [
        f"{MISSPELT_LINE} [fixable, unsafe] [schema/additionalProperties]",
        '_posts/2024-03-13-ferry.md:1:1: error missing required key "date" [schema/required]',
    ]


def test_each_folder_of_a_site_is_checked_by_its_own_kind(run: Run) -> None:
    jekyll()
    write(config_of(infer(run)), CONFIG)
    assert Path(CONFIG).read_text().splitlines() == [
        f"schema: {SCHEMA}",
        (
            "fields: {publishedDateTime: date, topics: categories} "
            "# the default names, and the names here"
        ),
        "rules:",
        "  non-iso-date: {accept: [jekyll]} # forms that are there",
        "overrides:",
        "  - files: [_posts/**]",
        f"    schema: {SCHEMA}#/$defs/posts",
        "  - files: [_people/**]",
        f"    schema: {SCHEMA}#/$defs/people",
        "    fields: {title: name}",
    ]
    assert len(run(*CHECK).out.splitlines()) == 2
    os.rename("_people/ada-1.md", "_posts/ada-1.md")
    assert '_posts/ada-1.md:1:1: error missing required key "layout"' in run(*CHECK).out
    assert "_posts/ada-1.md" not in run("--schema", SCHEMA, *CHECK).out


def test_a_hugo_site(run: Run) -> None:
    hugo()
    said = infer(run, "content")
    assert said.splitlines()[:3] == [
        'rare key "drfat" in 1 file (content/de/posts/geese-7/index.md): did you mean "draft"?',
        "posts: 48 articles in content/de/posts, content/en/posts",
        "recipes: 16 articles in content/de/recipes, content/en/recipes",
    ]
    out = run("--schema", SCHEMA, *CHECK, "content").out
    assert out.count("\n") == 1
    assert out.startswith("content/de/posts/geese-7/index.md:4:1: error unknown key ")
    schema = run("infer", "content", "--format", "json").out
    recipe = json.loads(schema)["$defs"]["recipes"]
    assert recipe["required"] == ["title", "serves", "minutes", "steps", "source"]
    assert [recipe["properties"][key]["type"] for key in recipe["required"]] == [
        *("string", "integer", "number", "array", "null")
    ]


def test_one_kind_has_nothing_to_say(run: Run) -> None:
    write("---\ntitle: A\n---\n", "posts/a.md")
    assert infer(run, "posts/a.md") == ""
    assert run("--schema", SCHEMA, *CHECK) == (0, "", "")


def test_kinds_outside_of_the_current_folder_have_no_configuration(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jekyll()
    (folder / "other").mkdir()
    monkeypatch.chdir("other")
    said = infer(run, "..").splitlines()
    assert said[2:4] == ["posts: 24 articles in ../_posts", "people: 6 articles in ../_people"]
    assert len(said) == 5


def test_kinds_without_folders_of_their_own_have_none_either(run: Run) -> None:
    for number in range(5):
        write("---\ntitle: A\ndate: B\n---\n", f"all/a{number}.md")
        write("---\nname: A\nbio: B\n---\n", f"all/b{number}.md")
    assert infer(run) == "all: 5 articles\nall-2: 5 articles\n"


def test_files_are_those_that_a_check_finds(run: Run) -> None:
    write("---\ntitle: A\n---\n", "news/a.md")
    write("---\nname: A\n---\n", "drafts/b.md")
    write("exclude: [drafts/]\n", CONFIG)
    write("exclude: [nothing/]\n", "other.yaml")
    assert "name:" not in run("infer").out
    assert "name:" in run("infer", "--no-config").out
    assert run("infer", "--config", "other.yaml").err.startswith("other.yaml:1:11: ")
    assert run("infer", "drafts").err.splitlines() == [
        f"{CONFIG}:1:11: this excludes drafts, which is not checked",
        "Error: no front matter to draw a schema from",
    ]


def test_wrong_use(run: Run) -> None:
    write("exclude: []\n", CONFIG)
    contradiction = run("infer", "--config", CONFIG, "--no-config")
    assert contradiction == (2, "", "Error: --config and --no-config contradict each other\n")
    assert run("infer", "nothere").status == 2
    assert run("infer", "--format", "toml").status == 2


@pytest.mark.posix
def test_what_cannot_be_read_is_told(run: Run) -> None:
    write("---\ntitle: A\n---\n", "a.md")
    write("---\ntitle: [A\n---\n", "b.md")
    Path("c.md").write_bytes(b"---\ntitle: \xff\n---\n")
    os.symlink("nothere", "d.md")
    assert [each.split(":")[0] for each in infer(run).splitlines()] == [
        f"{name}.md is left out" for name in "bcd"
    ]


def test_nothing_that_is_shown_commands_a_terminal(run: Run) -> None:
    for number in range(20):
        write('---\n"a\\e[31mb": 1\n---\n', f"a{number}.md")
    write('---\n"A\\e[31mb": "\\e[31m"\n---\n', "b.md")
    outcome = run("infer")
    assert "\x1b" not in outcome.out + outcome.err
    assert "rare key" in outcome.err


def test_the_output_is_utf_8_whatever_the_locale_is(folder: Path) -> None:
    write("---\ntitre: é\nétat: 1\n---\n", "a.md")
    command = [sys.executable, "-m", "articlelint", "infer"]
    done = subprocess.run(
        command, env={**os.environ, "LC_ALL": "C"}, capture_output=True, check=True
    )
    assert "  état: # in 1 of 1\n".encode() in done.stdout
    assert folder


#: In an article of the corpus: what is written, and what to write instead, as patterns.
BREAKS = {
    "no title": (r"title: .*\n", ""),
    "no date": (r"publishedDateTime: .*\n", ""),
    "no provider": (r"(?s)provider:.*?\n\n", "\n"),
    "no name of the provider": (r"  name: .*\n", ""),
    "no height of an image": (r"    *height: .*\n", ""),
    "no address of an article": (r"webUrl: .*\n", ""),
    "a misspelt key": (r"excerpt:", "exerpt:"),
    "a key in capitals": (r"title:", "Title:"),
    "an unknown key": (r"heat:", "headline: A\nheat:"),
    "an unknown key of the provider": (r"  domain:", "  url: A\n  domain:"),
    "a title that is a number": (r"title: .*", "title: 12"),
    "a title that is a list": (r"title: .*", "title: [A]"),
    "no value": (r"excerpt: .*", "excerpt:"),
    "a number that is text": (r"heat: .*", "heat: '12'"),
    "a flag that is text": (r"published: .*", "published: 'true'"),
    "a flag that is another word": (r"published: .*", "published: yes"),
    "an unknown type": (r"type: article", "type: artcle"),
    "an unknown category": (r"category: .*", "category: sport"),
    "a date that is none": (r"(?<=publishedDateTime: )....-..", "2021-13"),
    "a date without a time": (r"(publishedDateTime: .{10}).*", r"\1"),
    "an address that is none": (r"webUrl: .*", "webUrl: the web"),
    "a list that is a mapping": (r"topics:\n  - ", "topics:\n  name: "),
    "a list that is text": (r"(?s)topics:\n.*?\n\n", "topics: Power\n\n"),
    "an unknown topic": (r"(?<=topics:\n  - ).*", "Boats"),
    "a mapping that is text": (r"(?s)provider:.*?\n\n", "provider: A\n\n"),
}


def test_real_articles_are_valid_and_broken_copies_are_not(run: Run) -> None:
    news = material("corpus/news")
    assert infer(run, str(news)) == ""
    assert run("--schema", SCHEMA, "--no-config", *CHECK, str(news)) == (0, "", "")
    texts = [path.read_text(encoding="utf-8") for path in sorted(news.glob("*.md"))]
    for number, (pattern, replacement) in enumerate(BREAKS.values()):
        text = next(each for each in texts[number:] if re.search(pattern, each))
        write(re.sub(pattern, replacement, text, count=1), f"broken/{number}.md")
    out = run("--schema", SCHEMA, "--no-config", *CHECK, "broken").out
    rejected = {line.partition(":")[0] for line in out.splitlines()}
    kept = [each for number, each in enumerate(BREAKS) if f"broken/{number}.md" not in rejected]
    assert kept == []


@pytest.mark.parametrize("format_", ["yaml", "json"])
def test_twice_are_the_same_bytes(format_: str, folder: Path) -> None:
    jekyll()
    command = [sys.executable, "-m", "articlelint", "infer", "--format", format_]
    written = set()
    for seed in ("1", "2", "3"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        written.add(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert len(written) == 1
    shutil.copytree(folder, folder / "copy")
    (folder / "copy" / "about.md").unlink()
    assert {subprocess.run(command, cwd="copy", capture_output=True, check=True).stdout} != written
