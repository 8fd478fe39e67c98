"""Folders outside the repository that the configuration allows for schemas."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.e2e.articles import SOUND
from tests.e2e.conftest import Run

NAME = ".articlelint.yaml"
CONCISE = ("--format", "concise", "--quiet")
OUTSIDE = "it is outside the repository: the configuration can allow its folder in `schema-folders`"
KEY = 'missing required key "colour" [schema/required]\n'


@pytest.fixture(autouse=True)
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the folder of the schemas, whose articles need a colour, and the current one."""
    write("shared/schemas/colour.json", '{"$ref": "parts/colour.json"}')
    write("shared/schemas/parts/colour.json", '{"required": ["colour"]}')
    write("private/schema.json", "{}")
    write("site/a.md", SOUND)
    write("site/news/b.md", named("../../shared/schemas/colour.json"))
    (folder / "site/.git").mkdir()
    monkeypatch.chdir("site")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


def named(schema: str) -> str:
    return SOUND.replace("---\n", f"---\n$schema: {schema}\n", 1)


def test_an_article_and_a_configuration_may_name_what_is_there(run: Run) -> None:
    assert OUTSIDE in run(*CONCISE).out
    write(NAME, "schema-folders: [../shared]\nschema: ../shared/schemas/colour.json\n")
    assert run(*CONCISE) == (1, f"a.md:1:1: error {KEY}news/b.md:1:1: error {KEY}", "")


def test_nothing_else_is_allowed(run: Run) -> None:
    write(NAME, "schema-folders: [../shared/schemas/parts]\n")
    assert OUTSIDE in run(*CONCISE).out
    write("../shared/schemas/colour.json", '{"$ref": "../../private/schema.json"}')
    write(NAME, "schema-folders: [../shared/schemas]\n")
    said = run(*CONCISE).out
    assert f'cannot resolve the reference "../../private/schema.json": {OUTSIDE}' in said


def test_a_configuration_below_may_use_but_not_widen_it(run: Run) -> None:
    write(NAME, "schema-folders: [../shared]\n")
    write(f"news/{NAME}", "schema: ../../shared/schemas/colour.json\n")
    write("news/a.md", SOUND)
    lines = "".join(f"news/{name}.md:1:1: error {KEY}" for name in "ab")
    assert run(*CONCISE) == (1, lines, "")
    write(f"news/{NAME}", "rules: {}\nschema-folders: [../../private]\n")
    place = f"news/{NAME}:2:17"
    error = f"Error: {place}: this belongs in {NAME}, the top-most one\n"
    assert run(*CONCISE) == (2, "", error)


def test_one_that_the_user_names_may_widen_it(run: Run) -> None:
    write("news/own.yaml", "schema-folders: [../../shared]\n")
    assert run(*CONCISE, "--config", "news/own.yaml").out == f"news/b.md:1:1: error {KEY}"


@pytest.mark.posix
def test_links_into_such_a_folder_are_followed(run: Run) -> None:
    write(NAME, "schema-folders: [../shared]\n")
    os.symlink("../shared/schemas/colour.json", "link.json")
    write("news/b.md", named("../link.json"))
    assert run(*CONCISE).out == f"news/b.md:1:1: error {KEY}"


@pytest.mark.posix
def test_mistakes(run: Run) -> None:
    os.symlink("../shared", "link")
    mistakes = {
        "../shred": 'there is no folder "../shred"',
        "a.md": 'there is no folder "a.md"',
        "link": '"link": a link leads out of the repository',
    }
    write(NAME, f"schema-folders: [{', '.join(mistakes)}]\n")
    places = ("1:18", "1:28", "1:34")
    said = zip(places, mistakes.values(), strict=True)
    lines = "\n".join(f"{NAME}:{place}: {message}" for place, message in said)
    assert run(*CONCISE) == (2, "", f"Error: {lines}\n")
    write(NAME, "schema-folders: ../shared\n")
    assert "1:17: " in run(*CONCISE).err


def test_they_are_shown_with_their_place(run: Run) -> None:
    shared = os.path.abspath("../shared")
    write(NAME, "schema: article\nschema-folders: [../shared]\n")
    write(f"news/{NAME}", "schema: video\n")
    line = f'schema-folders: ["{shared}"] # {NAME}:2:17\n'
    for path in ("a.md", "news/b.md"):
        assert line in run("--show-config", path).out
    os.remove(NAME)
    assert "schema-folders: [] # default\n" in run("--show-config", "news/b.md").out
