"""Presets, each over a small site: what is planted there is reported, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from articlelint.settings import presets
from tests.e2e.articles import BROKEN, SOUND, write
from tests.e2e.conftest import SITES, Run
from tests.e2e.hooks import MANIFEST

NAME = ".articlelint.yaml"
CONCISE = ("--no-cache", "--quiet", "--format", "concise")
#: The hook that checks the files of a commit.
HOOK = next(each for each in YAML(typ="safe").load(MANIFEST) if each["id"] == "articlelint")
SKILL = "---\nname: tides\ndescription: Reads tide tables.\n---\n"
#: What is said of a skill whose folder is called otherwise.
MISMATCH = (
    '2:7: error "name" is "tides", but the path says "{}": correct one of them [path-mismatch]\n'
)


def test_each_preset_has_a_site() -> None:
    assert sorted(each.stem for each in SITES.glob("*.txt")) == presets.names()


@pytest.mark.parametrize("name", presets.names())
@pytest.mark.parametrize("way", ["option", "configuration", "option without configurations"])
def test_planted_faults_are_reported_and_nothing_else(
    name: str, way: str, site: Callable[[str], str], run: Run
) -> None:
    expected = site(name)
    options = [] if way == "configuration" else ["--preset", name]
    if way == "configuration":
        write(f"preset: {name}\n", NAME)
    elif way == "option without configurations":
        write("rules: {}\npreset: nothing\n", NAME)
        options.append("--no-config")
    assert run(*CONCISE, *options) == (int(": error " in expected), expected, "")


@pytest.mark.parametrize("name", presets.names())
def test_a_hook_reports_what_a_search_does(name: str, site: Callable[[str], str], run: Run) -> None:
    expected = site(name)
    write(f"preset: {name}\n", NAME)
    write("No front matter.\n", "notes/how.md")
    found = run(*CONCISE)
    assert set(expected.splitlines()) <= set(found.out.splitlines())
    pattern = re.compile(HOOK["files"])
    names = [each.as_posix() for each in sorted(Path().rglob("*")) if pattern.search(each.name)]
    assert "notes/how.md" in names
    assert run(*HOOK["entry"].split()[1:], *CONCISE, "--", *names) == found


@pytest.mark.parametrize(
    ("preset", "shown", "meant"),
    [
        (
            "mkdocs-material",
            "```yaml\nsite_name: My site\ntheme: material\n```\n",
            "```yaml\ntitle: My site\ntags: [a]\n```\n",
        ),
        (
            "obsidian",
            "# Daily\n\n---\nmood: good\nsleep: 8h\n---\n",
            "# Daily\n\n---\ntags: [a]\nmood: good\n---\n",
        ),
    ],
)
def test_what_a_page_shows_is_told_from_front_matter(
    preset: str, shown: str, meant: str, run: Run
) -> None:
    write(shown, "docs/shown.md")
    write(meant, "docs/meant.md")
    told = "docs/meant.md:1:1: error the front matter is not opened on the first line"
    outcome = run(*CONCISE, "--preset", preset)
    assert outcome == (1, f"{told} [unopened-front-matter]\n", "")


def test_skills_are_checked_without_a_file(run: Run) -> None:
    write(SKILL, "skills/tides/SKILL.md")
    write(SKILL, "skills/boats/SKILL.md")
    write("No front matter.\n", "skills/tides/reference.md")
    write("No front matter.\n", "README.md")
    outcome = run(*CONCISE, "--preset", "skill", "skills/")
    assert outcome == (1, f"skills/boats/SKILL.md:{MISMATCH.format('boats')}", "")


@pytest.mark.parametrize("place", [".agents", "site/.claude", ".codex", ".github"])
def test_skills_are_found_where_agents_look_for_them(place: str, run: Run) -> None:
    write(SKILL, f"{place}/skills/tides/SKILL.md")
    write(SKILL, ".cache/skills/tides/SKILL.md")
    write("No skill.\n", f"{place}/notes.md")
    found = run("--show-files", "--preset", "skill")
    assert found == (0, f"{place}/skills/tides/SKILL.md\n", "")


def test_a_skill_in_a_folder_that_is_elsewhere(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SKILL, "skills/tides/SKILL.md")
    write("No front matter.\n", "skills/tides/reference.md")
    write("", "work/a.txt")
    monkeypatch.chdir("work")
    outcome = run("--no-cache", "--preset", "skill", str(folder / "skills"))
    assert outcome == (0, "", "1 file checked, nothing to report\n")


def test_two_skills_in_one_repository_are_compared(run: Run, folder: Path) -> None:
    (folder / ".git").mkdir()
    write(SKILL, "skills/tides/SKILL.md")
    write(SKILL, "boats/SKILL.md")
    rules = "--select", "path-mismatch"
    assert run(*CONCISE, "--preset", "skill", *rules, "boats").out == (
        f"boats/SKILL.md:{MISMATCH.format('boats')}"
    )


def test_an_unknown_name_is_told_with_the_one_that_was_meant(run: Run) -> None:
    write(SOUND)
    known = ", ".join(presets.names())
    status, out, err = run("--preset", "jekyl")
    assert (status, out) == (2, "")
    assert err.endswith(f'"jekyl" is not one of {known}; did you mean "jekyll"?\n')
    write("preset: jekyl\n", NAME)
    status, out, err = run()
    assert (status, out) == (2, "")
    assert err.startswith(f'Error: {NAME}:1:9: "preset" should be ')
    assert err.endswith('not "jekyl": did you mean "jekyll"?\n')


def test_the_configuration_is_on_top_of_the_preset(run: Run) -> None:
    post = "---\ntitle: The weir\nlayout: 1\npublished: yes\n---\n"
    write(post, "_posts/2024-03-05-weir.md")
    write(post, "_site/weir.md")
    write(post, "drafts/weir.md")
    write(post, "weir.html")
    assert [
        each.split(" ")[:2] for each in run(*CONCISE, "--preset", "jekyll").out.splitlines()
    ] == [
        [f"{name}.md:{place}:", "error"]
        for name in ("_posts/2024-03-05-weir", "drafts/weir")
        for place in ("3:9", "4:12")
    ]
    write("preset: jekyll\nrules: {schema/type: warning}\nexclude: [drafts/]\n", NAME)
    assert [each.split(" ")[:2] for each in run(*CONCISE).out.splitlines()] == [
        ["_posts/2024-03-05-weir.md:3:9:", "warning"],
        ["_posts/2024-03-05-weir.md:4:12:", "error"],
    ]
    write("preset: jekyll\nschema: own.yaml\nexclude: ['!_site/']\ninclude: ['*.html']\n", NAME)
    write("properties: {layout: {type: integer}}\n", "own.yaml")
    assert [each.split(" ")[0] for each in run(*CONCISE).out.splitlines()] == ["weir.html:4:12:"]
    write("preset: jekyll\nschema: own.yaml\nexclude: ['!_site/']\n", NAME)
    assert [each.split(" ")[0] for each in run(*CONCISE).out.splitlines()] == [
        "_posts/2024-03-05-weir.md:4:12:",
        "_site/weir.md:4:12:",
        "drafts/weir.md:4:12:",
    ]


def test_the_option_takes_the_place_of_what_a_configuration_names(run: Run) -> None:
    write("preset: skill\nrules: {path-mismatch: off}\n", NAME)
    write(SKILL, "tide/SKILL.md")
    write(BROKEN, "about.md")
    assert run("--no-cache").err == "1 file checked, nothing to report\n"
    assert run("--no-cache", "--preset", "jekyll").err == ("2 files checked, nothing to report\n")
    assert run("--no-cache", "--preset", "jekyll", "--config", NAME).err == (
        "2 files checked, nothing to report\n"
    )


@pytest.mark.parametrize("options", [(), ("--no-config",)])
def test_the_current_folder_makes_no_difference_in_a_repository(
    options: tuple[str, ...], run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    write("---\nlayout: 1\n---\n", "content/a.md")
    write("No front matter.\n", "_posts/2024-03-05-a.md")
    write("---\nname: tide\ndescription: A text.\n---\n", "skills/tides/SKILL.md")
    for preset, path, rule in (
        ("hugo", "content/a.md", "schema/type"),
        ("jekyll", "_posts/2024-03-05-a.md", "missing-front-matter"),
        ("skill", "skills/tides/SKILL.md", "path-mismatch"),
    ):
        above, name = path.rsplit("/", 1)
        command = (*CONCISE, "--preset", preset, *options)
        told = run(*command, above)
        monkeypatch.chdir(above)
        assert told.status == 1
        assert [each.rpartition(" ")[2] for each in told.out.splitlines()] == [f"[{rule}]"]
        for each in (".", name):
            assert run(*command, each) == (1, told.out.replace(f"{above}/", ""), "")
        monkeypatch.chdir(folder)


@pytest.mark.parametrize("repository", [True, False])
def test_a_preset_is_for_the_site_around_the_current_folder(
    repository: bool,  # noqa: FBT001
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if repository:
        (folder / ".git").mkdir()
    write("", "site/hugo.toml")
    write("", "site/themes/dunes/exampleSite/hugo.toml")
    for each in ("site", "site/themes/dunes/exampleSite", "site/themes/dunes"):
        write("---\nlayout: 1\n---\n", f"{each}/content/a.md")
    command = (*CONCISE, "--preset", "hugo")
    for path, told in ((".", "site/content/"), ("site", "content/"), ("content", "")):
        monkeypatch.chdir(path)
        (line,) = run(*command).out.splitlines()
        assert line.startswith(f"{told}a.md:2:9: error ")
    monkeypatch.chdir("..")
    assert run(*command, "themes/dunes/exampleSite/content/a.md").out == ""


def test_outside_of_a_repository_a_preset_is_for_the_current_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("---\nlayout: 1\n---\n", "site/public/content/a.md")
    command = (*CONCISE, "--preset", "hugo")
    assert run(*command).out.startswith("site/public/content/a.md:2:9: error ")
    monkeypatch.chdir("site")
    assert run(*command).out == ""


def test_a_configuration_below_is_on_top_of_the_option_too(run: Run) -> None:
    write("exclude: ['!_site/']\nrules: {schema/type: off}\n", f"docs/{NAME}")
    for name in ("docs/_site/a.md", "_site/a.md", "docs/b.md", "b.md"):
        write("---\nlayout: 1\n---\n", name)
    assert run("--show-files", "--preset", "jekyll").out == "b.md\ndocs/_site/a.md\ndocs/b.md\n"
    lines = run(*CONCISE, "--preset", "jekyll").out.splitlines()
    assert [each.split(" ")[0] for each in lines] == ["b.md:2:9:"]


def test_patterns_without_effect_are_told_at_their_places(run: Run) -> None:
    write("preset: jekyll\nexclude: [old/, drafts/]\n", NAME)
    write("---\n---\n", "a.md")
    write("---\n---\n", "old/a.md")
    assert run("--no-cache").err.splitlines()[0] == (
        f"{NAME}:2:17: this pattern has no effect: it applies to no file"
    )
    assert run("old/a.md").err.startswith(f"{NAME}:2:11: this excludes old/a.md, ")
    write("---\n---\n", "_site/a.md")
    assert run("_site/a.md").err.startswith("preset jekyll: this excludes _site/a.md, ")
    write("preset: jekyll\nexclude: [old/, /]\n", NAME)
    assert run().err == f'Error: {NAME}:2:17: "/" is not a valid .gitignore pattern\n'


def test_what_comes_from_the_preset_is_shown(run: Run) -> None:
    write("preset: jekyll\nrules: {missing-front-matter: off}\n", NAME)
    write("", "_posts/a.md")
    write("", "a.md")
    shown = run("--show-config", "_posts/a.md").out.splitlines()
    assert shown[1:5] == [
        f"preset: jekyll # {NAME}:1:9",
        "schema: page # preset jekyll",
        "fields:",
        '  excerpt: ["excerpt", "description"] # preset jekyll',
    ]
    at = shown.index("  missing-front-matter:")
    assert shown[at + 1] == f"    severity: off # {NAME}:2:31"
    at = shown.index("  empty-front-matter:")
    assert shown[at + 1] == "    severity: off # preset jekyll"
    assert run("--show-config", "--preset", "skill", "a.md").out.splitlines()[1:3] == [
        "preset: skill # --preset",
        "schema: skill # preset skill",
    ]


def test_results_with_and_without_a_preset_are_remembered_apart(run: Run, folder: Path) -> None:
    cache = "--cache-dir", str(folder / "cache"), "--format", "concise"
    write("---\npublished: true\nlayout: 1\n---\n")
    for _ in range(2):
        assert "schema/required" in run(*cache, "a.md").out
        out = run(*cache, "--preset", "jekyll", "a.md").out
        assert [each.rpartition(" ")[2] for each in out.splitlines()] == ["[schema/type]"]
