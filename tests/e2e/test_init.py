"""The command `init`: after it, a run over the folder reports what is wrong, and nothing else."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from articlelint import __version__
from articlelint.settings import presets
from tests.e2e import made_sites
from tests.e2e.articles import write
from tests.e2e.conftest import Run

CONFIG, SCHEMA, HOOKS = ".articlelint.yaml", "content.schema.yaml", ".pre-commit-config.yaml"
NO_DATE = "is not a date such as 2023-05-04 or 2023-05-04T09"
POST = "---\ntitle: A\n---\n"

#: Of each site: what makes it, what is said first, its configuration, and all that is wrong there.
SITES: dict[str, tuple[Callable[[], None], list[str], list[str], list[str]]] = {
    "Jekyll": (
        made_sites.jekyll,
        [
            "found 32 articles for Jekyll",
            "preset: jekyll",
            "posts: 24 articles in _posts",
            "people: 6 articles in _people",
            "pages: 2 articles",
        ],
        [
            "preset: jekyll # what is usual for Jekyll",
            f"schema: {SCHEMA}",
            "overrides:",
            "  - files: [_posts/**]",
            f"    schema: {SCHEMA}#/$defs/posts",
            "  - files: [_people/**]",
            f"    schema: {SCHEMA}#/$defs/people",
            "    fields: {title: name}",
        ],
        [
            '_posts/2024-03-07-ferry.md:3:1: unknown key "Title"',
            '_posts/2024-03-13-ferry.md:1:1: missing required key "date"',
        ],
    ),
    "Hugo": (
        made_sites.hugo,
        [
            "found 66 articles for Hugo",
            "preset: hugo",
            "posts: 48 articles in content/de/posts, content/en/posts",
            "recipes: 16 articles in content/de/recipes, content/en/recipes",
            "pages: 2 articles",
        ],
        [
            "preset: hugo # what is usual for Hugo",
            f"schema: {SCHEMA}",
            "overrides:",
            "  - files: [content/de/posts/**, content/en/posts/**]",
            f"    schema: {SCHEMA}#/$defs/posts",
            "  - files: [content/de/recipes/**, content/en/recipes/**]",
            f"    schema: {SCHEMA}#/$defs/recipes",
        ],
        ['content/de/posts/geese-7/index.md:4:1: unknown key "drfat"'],
    ),
    "Zola": (
        made_sites.zola,
        [
            "found 25 articles for Zola",
            "preset: zola",
            "front matter: 25 in TOML",
            "blog: 24 articles in content/blog",
            "pages: 1 article",
        ],
        [
            "preset: zola # what is usual for Zola",
            f"schema: {SCHEMA}",
            "overrides:",
            '  - files: [content/blog/**, "!content/blog/_index.md"]',
            f"    schema: {SCHEMA}#/$defs/blog",
        ],
        [
            f'content/blog/eels-13.md:3:8: "March-13" {NO_DATE}',
            'content/blog/eels-7.md:6:2: unknown key "Extra"',
        ],
    ),
    "Astro": (
        made_sites.astro,
        [
            "found 26 articles for Astro",
            "preset: astro",
            "blog: 24 articles in src/content/blog",
            "authors: 2 articles in src/content/authors",
        ],
        [
            "preset: astro # what is usual for Astro",
            f"schema: {SCHEMA}",
            "overrides:",
            "  - files: [src/content/blog/**]",
            f"    schema: {SCHEMA}#/$defs/blog",
            "  - files: [src/content/authors/**]",
            f"    schema: {SCHEMA}#/$defs/authors",
            "    fields: {title: name}",
        ],
        [
            'src/content/blog/lock-13.mdx:1:1: missing required key "pubDate"',
            'src/content/blog/lock-7.mdx:5:1: unknown key "heroimage"',
        ],
    ),
    "Docusaurus": (
        made_sites.docusaurus,
        ["found 24 articles for Docusaurus", "preset: docusaurus"],
        ["preset: docusaurus # what is usual for Docusaurus", f"schema: {SCHEMA}"],
        [
            'docs/guide/lock-13.md:1:1: missing required key "id"',
            'docs/guide/lock-7.md:4:1: unknown key "sidebar-position"',
        ],
    ),
    "Obsidian": (
        made_sites.obsidian,
        [
            "found 30 articles for Obsidian",
            "preset: obsidian",
            "pages: 24 articles",
            "pages-2: 6 articles",
        ],
        ["preset: obsidian # what is usual for Obsidian", f"schema: {SCHEMA}"],
        ['2024-03-07.md:3:1: rare key "Mood"'],
    ),
}


@pytest.mark.parametrize(("make", "found", "config", "faults"), SITES.values(), ids=SITES.keys())
def test_a_site(
    make: Callable[[], None], found: list[str], config: list[str], faults: list[str], run: Run
) -> None:
    make()
    before = run("--no-cache", "--format", "concise")
    assert before.status == 1
    assert len(before.out.splitlines()) > 50
    outcome = run("init", "--yes")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err.splitlines()[: len(found)] == found
    assert Path(CONFIG).read_text().splitlines() == config
    out = run("--no-cache", "--format", "concise", "--quiet").out
    faulty = re.findall(r"^(.*?): (?:error|warning) ([^:\[]*\w\"?)", out, re.MULTILINE)
    assert [f"{place}: {message}" for place, message in faulty] == faults
    assert len(out.splitlines()) == len(faults)


@pytest.mark.parametrize("name", presets.names())
def test_after_it_all_planted_faults_are_reported_and_nothing_else(
    name: str, site: Callable[[str], str], run: Run
) -> None:
    planted = site(name).splitlines()
    assert len(run("--no-cache", "--format", "concise").out.splitlines()) > len(planted)
    outcome = run("init", "--yes")
    assert (outcome.status, outcome.out) == (0, "")
    assert f"preset: {name}\n" in outcome.err
    found = run("--no-cache", "--quiet", "--format", "concise")
    assert (found.out.splitlines(), found.err) == (planted, "")


def test_a_preset_that_knows_all_keys_needs_no_schema(site: Callable[[str], str], run: Run) -> None:
    site("skill")
    outcome = run("init", "--yes")
    assert outcome.err.splitlines() == [
        "found 3 articles for Agent Skills",
        "preset: skill",
        "the schema is that of the preset",
        f"wrote {CONFIG}",
        "next: run `articlelint`",
    ]
    assert Path(CONFIG).read_text() == "preset: skill # what is usual for Agent Skills\n"
    assert not Path(SCHEMA).exists()


def test_skills_where_agents_look_for_them(run: Run) -> None:
    write("---\nname: tides\ndescription: Reads tides.\n---\n", ".claude/skills/tides/SKILL.md")
    write("No front matter.\n", "docs/about.md")
    assert run("init", "--yes").err.splitlines()[:2] == [
        "found 1 article for Agent Skills",
        "preset: skill",
    ]
    assert run("--no-cache").err == "1 file checked, nothing to report\n"


def test_a_preset_by_its_name(run: Run) -> None:
    for number in range(20):
        front_matter = f"title: Weir {number}\ndate: 2024-03-05\nkind: note\n"
        write(f"---\n{front_matter}---\n", f"content/{number:02}.md")
    write("---\nNo page: 1\n---\n", "b.md")
    assert run("init", "--yes", "--preset", "hugo").err.splitlines()[:2] == [
        "found 20 articles for Hugo",
        "preset: hugo",
    ]
    config = f"preset: hugo # what is usual for Hugo\nschema: {SCHEMA}\n"
    assert Path(CONFIG).read_text() == config
    schema = Path(SCHEMA).read_text()
    assert (
        'kind: # in 20 of 20\n    description: ""\n    type: string\n    enum: [note]\n' in schema
    )
    assert 'draft: # in 0 of 20\n    $ref: "#/$defs/hugo/properties/draft"\n' in schema
    assert len(run("--show-files").out.splitlines()) == 20
    assert "is not one of" in run("init", "--preset", "hugoo").err


def test_of_a_few_articles_a_preset_tells_more(run: Run) -> None:
    write("", "hugo.toml")
    for number in range(19):
        write("---\ntitle: A\nkind: note\n---\n", f"content/{number:02}.md")
    assert "the schema is that of the preset\n" in run("init", "--yes").err
    assert Path(CONFIG).read_text() == "preset: hugo # what is usual for Hugo\n"
    write("---\ntitle: B\nkind: [walk]\nweight: 3\n---\n", "content/new.md")
    assert run("--no-cache").err == "20 files checked, nothing to report\n"


def test_files_without_front_matter_are_none_that_lack_keys(run: Run) -> None:
    made_sites.hugo()
    write("A part of a page.\n", "content/en/posts/geese-1/part.md")
    assert "part.md" not in run("init", "--yes").err
    assert "part.md" not in run("--no-cache", "--format", "concise").out
    write("---\ntags: [a]\n---\n", "content/en/posts/new.md")
    assert (
        'content/en/posts/new.md:1:1: error missing required key "title"'
        in run("--no-cache", "--format", "concise").out
    )


def test_what_to_write_for_a_missing_key_is_an_example_of_the_preset(run: Run) -> None:
    write("", "_config.yml")
    for number in range(26):
        keys = f"layout: post\ntitle: Weir {number}\ndate: 2024-03-01 10:00:00 +0100\nbank: left\n"
        write(f"---\n{keys}---\n", f"_posts/2024-03-01-{number}.md")
    assert run("init", "--yes").status == 0
    write("---\nlayout: post\n---\n", "_posts/2024-03-02-new.md")
    found = json.loads(run("--no-cache", "--format", "json").out)
    page = presets.load("jekyll").schemas["page"].contents
    about = {key: page["properties"][key]["description"] for key in ("date", "title")}
    assert [(each["message"], each["help"]) for each in found] == [
        ('missing required key "bank"', ["write `bank: left`"]),
        (
            'missing required key "date"',
            ['write `date: "2024-03-05 09:30:00 +0100"`', about["date"]],
        ),
        ('missing required key "title"', ["write `title: The ferry sails again`", about["title"]]),
    ]


def test_keys_that_a_site_has_in_a_way_of_its_own(run: Run) -> None:
    write("", "hugo.toml")
    for number in range(30):
        front_matter = f"title: Weir {number}\nweight: heavy\n"
        draft = "draft: maybe\n" if number < 4 else "draft: true\n"
        write(f"---\n{front_matter}{draft}---\n", f"content/{number}.md")
    said = run("init", "--yes").err
    assert (
        '"draft" is not as Hugo documents it in 4 files '
        "(content/0.md, content/1.md, content/2.md and others)\n"
    ) in said
    assert '"weight"' not in said
    out = run("--no-cache", "--format", "concise", "--quiet").out
    assert [each.split(" ")[0] for each in out.splitlines()] == [
        f"content/{number}.md:4:8:" for number in range(4)
    ]


def test_rules_about_dates_read_those_that_are_there(run: Run) -> None:
    for number in range(1, 25):
        day = 41 if number == made_sites.DATELESS else number
        dates = f"date: March {day}, 2024\nupdated: 2024-03-{number:02} 21:30:00\n"
        write(f"---\ntitle: Weir {number}\n{dates}---\n", f"news/{number}.md")
    assert run("init", "--yes").status == 0
    assert Path(CONFIG).read_text().splitlines() == [
        f"schema: {SCHEMA}",
        (
            "fields: {publishedDateTime: date, updatedDateTime: updated} "
            "# the default names, and the names here"
        ),
        "rules:",
        "  non-iso-date: {accept: [astro]} # forms that are there",
    ]
    assert run("--no-cache", "--quiet", "--format", "concise").out == (
        'news/13.md:3:7: error "March 41, 2024" is not a real date: 2024-03 has 31 days '
        "[non-iso-date]\n"
    )
    dates = "date: soon\nupdated: 14/03/2024\n"
    write(f"---\ntitle: Weir\n{dates}---\n", "news/25.md")
    dates = "date: March 4, 2024\nupdated: 2024-03-03\n"
    write(f"---\ntitle: Weir again\n{dates}---\n", "news/26.md")
    found = run("--no-cache", "--quiet", "--format", "concise").out.splitlines()
    assert [re.sub(r" (\w+) .*(\[.*)", r" \1 \2", each) for each in found] == [
        "news/13.md:3:7: error [non-iso-date]",
        "news/25.md:3:7: error [non-iso-date]",
        "news/25.md:4:10: error [non-iso-date]",
        "news/26.md:4:10: warning [date-order]",
    ]


def test_also_of_a_field_that_the_preset_does_not_know(run: Run) -> None:
    write("", "zola.toml")
    for number in range(1, 25):
        front_matter = f"title: Weir {number}\ndate: 2024-03-{number:02}\n"
        changed = f"lastmod: {number} March 2024\n"
        write(f"---\n{front_matter}{changed}---\n", f"content/{number}.md")
    assert run("init", "--yes", "--preset", "zola").status == 0
    assert Path(CONFIG).read_text().splitlines()[2:] == [
        "fields: {updatedDateTime: lastmod} # the default names, and the names here",
        "rules:",
        "  non-iso-date: {accept: [zola, hugo]} # forms that are there",
    ]
    assert run("--no-cache", "--strict").err == "24 files checked, nothing to report\n"


def test_what_is_there_is_not_changed(run: Run) -> None:
    write(POST, "a.md")
    for name in (CONFIG, SCHEMA):
        write("rules: {}\n", name)
        assert run("init", "--yes") == (
            2,
            "",
            f"Error: {name} is there already: nothing was written\n",
        )
        assert sorted(os.listdir()) == sorted(["a.md", name])
        Path(name).unlink()


@pytest.mark.posix
def test_nor_is_what_a_link_leads_to(run: Run) -> None:
    write(POST, "a.md")
    os.symlink("nothere.yaml", CONFIG)
    assert "is there already" in run("init", "--yes").err
    assert sorted(os.listdir()) == [CONFIG, "a.md"]


def test_without_articles_there_is_nothing_to_write(run: Run) -> None:
    write("No front matter.\n", "a.md")
    outcome = run("init", "--yes")
    assert outcome.status == 2
    assert outcome.err.startswith(
        "Error: no front matter to draw a schema from\na.md is left out: "
    )
    assert os.listdir() == ["a.md"]


def test_hooks_are_written_at_the_top_of_a_repository(run: Run, folder: Path) -> None:
    write(POST, "a.md")
    (folder / ".git").mkdir()
    assert run("init", "--yes").err.splitlines() == [
        "found 1 article",
        f"wrote {SCHEMA} and {CONFIG}",
        f"wrote {HOOKS}",
        f"next: run `articlelint`, and describe the keys in {SCHEMA}",
    ]
    assert Path(HOOKS).read_text().splitlines() == [
        "repos:",
        "  - repo: https://github.com/articlelint/articlelint # wherever you host it",
        f"    rev: v{__version__} # a tag or commit of it",
        "    hooks:",
        "      - id: articlelint",
        "      - id: articlelint-all",
    ]


def test_hooks_that_are_there_stay_and_what_to_add_is_said(run: Run, folder: Path) -> None:
    write(POST, "a.md")
    write(POST, "b.mdown")
    write(POST, "c.MDOWN")
    write("repos: []\n", HOOKS)
    (folder / ".git").mkdir()
    said = run("init", "--yes").err.splitlines()
    assert said[2:9] == [
        f"for pre-commit, add to the list `repos` in {HOOKS}:",
        "  - repo: https://github.com/articlelint/articlelint # wherever you host it",
        f"    rev: v{__version__} # a tag or commit of it",
        "    hooks:",
        "      - id: articlelint",
        "        types: [file]",
        "        files: (?i)\\.(md|mdown)$",
    ]
    assert Path(HOOKS).read_text() == "repos: []\n"
    assert 'include: ["*.MDOWN", "*.md", "*.mdown"]' in Path(CONFIG).read_text()
    assert run("--show-files").out == "a.md\nb.mdown\nc.MDOWN\n"


def test_files_of_other_kinds_are_told(run: Run) -> None:
    write(POST, "a.md")
    for name in ("b.html", "c.html", "d.HTML", "d.rst"):
        write(POST, name)
    write("<p>No front matter.</p>\n", "e.html")
    write("---\nNo front matter.\n", "f.mdown")
    Path("g.mdown").write_bytes(b"\xff")
    assert run("init", "--yes").err.splitlines()[1:4] == [
        "1 .HTML file begins with front matter: to check them, add *.HTML to `include`",
        "2 .html files begin with front matter: to check them, add *.html to `include`",
        "1 .rst file begins with front matter: to check them, add *.rst to `include`",
    ]
    assert "include" not in Path(CONFIG).read_text()


def test_of_pages_that_a_preset_knows_nothing_is_said(run: Run) -> None:
    write("", "_config.yml")
    for number in range(20):
        write(POST, f"_posts/2024-03-01-{number}.md")
    write(POST, "index.html")
    write(POST, "a.rst")
    said = run("init", "--yes").err
    assert "1 .rst file begins with front matter: to check them" in said
    assert ".html" not in said
    said = run("--no-cache").err
    assert "1 .rst file begins with front matter, but" in said
    assert ".html" not in said


@pytest.mark.parametrize("ending", ["mkdn", "mkdown", "svx"])
def test_all_markdown_is_found_whatever_its_ending(run: Run, ending: str) -> None:
    write(POST, "a.md")
    write(POST, f"b.{ending}")
    write("No front matter.\n", f"c.{ending}")
    assert run("init", "--yes").err.startswith("found 2 articles\n")
    assert f'include: ["*.md", "*.{ending}"]' in Path(CONFIG).read_text()


def test_the_next_run_finds_all_articles_whatever_the_case_of_their_endings(
    run: Run, folder: Path
) -> None:
    names = ["A.MD", "b.md", "c.Rmd", "d.mdown", "e.rmd"]
    for name in names:
        write(POST, name)
    (folder / ".git").mkdir()
    assert run("init", "--yes").err.startswith("found 5 articles\n")
    endings = '"*.MD", "*.Rmd", "*.md", "*.mdown", "*.rmd"'
    assert f"include: [{endings}]" in Path(CONFIG).read_text()
    assert run("--show-files").out.splitlines() == names
    (pattern,) = re.findall(r"files: (.*)", Path(HOOKS).read_text())
    assert all(re.search(pattern, each) for each in names)
    assert not re.search(pattern, "a.html")


def test_usual_endings_in_another_case_need_no_include(run: Run) -> None:
    for name in ("A.MD", "b.Rmd"):
        write(POST, name)
    assert run("init", "--yes").err.startswith("found 2 articles\n")
    assert "include" not in Path(CONFIG).read_text()
    assert run("--show-files").out.splitlines() == ["A.MD", "b.Rmd"]


def test_a_configuration_above_says_which_files_there_are(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("exclude: [drafts/]\n", CONFIG)
    write(POST, "site/a.md")
    write("---\nname: A\n---\n", "site/drafts/b.md")
    monkeypatch.chdir("site")
    assert run("init", "--yes").err.startswith("found 1 article\n")


def test_it_asks_on_a_terminal_alone(run: Run) -> None:
    write(POST, "a.md")
    error = "Error: there is no terminal to ask on: add --yes\n"
    assert run("init", stdin="y\n") == (2, "", error)
    assert os.listdir() == ["a.md"]


@pytest.mark.parametrize(
    ("answers", "written"),
    [("\n\n", [SCHEMA, CONFIG, HOOKS]), ("y\nn\n", [SCHEMA, CONFIG]), ("n\n", [])],
)
def test_what_it_is_answered(
    answers: str, written: list[str], run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(POST, "a.md")
    (folder / ".git").mkdir()
    monkeypatch.setattr("articlelint.cli.init.is_terminal", lambda _: True)
    outcome = run("init", stdin=answers)
    assert f"write {SCHEMA} and {CONFIG}? [Y/n]:" in outcome.err
    assert (f"write {HOOKS}? [Y/n]:" in outcome.err) == bool(written)
    assert sorted(os.listdir()) == sorted([".git", "a.md", *written])
    assert outcome.status == (0 if written else 2)
    assert outcome.out.strip(" ") == ""  # click before 8.2 puts the space after a question there
    assert ("Error: nothing was written" in outcome.err) == (not written)


def test_what_a_preset_includes_is_an_article_whatever_its_ending(run: Run) -> None:
    write("", "hugo.toml")
    write(POST, "content/a.md")
    write(POST, "content/b.mdown")
    said = run("init", "--yes").err
    assert said.startswith("found 2 articles for Hugo\n")
    assert "include" not in Path(CONFIG).read_text()
