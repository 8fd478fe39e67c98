"""Folders outside the repository that the configuration allows for schemas."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.e2e.articles import OUTSIDE, SOUND, naming, write
from tests.e2e.conftest import Run

NAME = ".articlelint.yaml"
CONCISE = ("--format", "concise", "--quiet")
KEY = 'missing required key "colour" [schema/required]\n'


@pytest.fixture(autouse=True)
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the folder of the schemas, whose articles need a colour, and the current one."""
    write('{"$ref": "parts/colour.json"}', "shared/schemas/colour.json")
    write('{"required": ["colour"]}', "shared/schemas/parts/colour.json")
    write("{}", "private/schema.json")
    write(SOUND, "site/a.md")
    write(naming("../../shared/schemas/colour.json"), "site/news/b.md")
    (folder / "site/.git").mkdir()
    monkeypatch.chdir("site")


def test_an_article_and_a_configuration_may_name_what_is_there(run: Run) -> None:
    assert OUTSIDE in run(*CONCISE).out
    write("schema-folders: [../shared]\nschema: ../shared/schemas/colour.json\n", NAME)
    assert run(*CONCISE) == (1, f"a.md:1:1: error {KEY}news/b.md:1:1: error {KEY}", "")


def test_nothing_else_is_allowed(run: Run) -> None:
    write("schema-folders: [../shared/schemas/parts]\n", NAME)
    assert OUTSIDE in run(*CONCISE).out
    write('{"$ref": "../../private/schema.json"}', "../shared/schemas/colour.json")
    write("schema-folders: [../shared/schemas]\n", NAME)
    said = run(*CONCISE).out
    assert f'cannot resolve the reference "../../private/schema.json": {OUTSIDE}' in said


def test_a_configuration_below_may_use_but_not_widen_it(run: Run) -> None:
    write("schema-folders: [../shared]\n", NAME)
    write("schema: ../../shared/schemas/colour.json\n", f"news/{NAME}")
    write(SOUND, "news/a.md")
    lines = "".join(f"news/{name}.md:1:1: error {KEY}" for name in "ab")
    assert run(*CONCISE) == (1, lines, "")
    write("rules: {}\nschema-folders: [../../private]\n", f"news/{NAME}")
    place = f"news/{NAME}:2:17"
    error = f"Error: {place}: this belongs in {NAME}, the top-most one\n"
    assert run(*CONCISE) == (2, "", error)


def test_one_that_the_user_names_may_widen_it(run: Run) -> None:
    write("schema-folders: [../../shared]\n", "news/own.yaml")
    assert run(*CONCISE, "--config", "news/own.yaml").out == f"news/b.md:1:1: error {KEY}"


@pytest.mark.posix
def test_links_into_such_a_folder_are_followed(run: Run) -> None:
    write("schema-folders: [../shared]\n", NAME)
    os.symlink("../shared/schemas/colour.json", "link.json")
    write(naming("../link.json"), "news/b.md")
    assert run(*CONCISE).out == f"news/b.md:1:1: error {KEY}"


@pytest.mark.posix
def test_mistakes(run: Run) -> None:
    os.symlink("../shared", "link")
    mistakes = {
        "../shred": 'there is no folder "../shred"',
        "a.md": 'there is no folder "a.md"',
        "link": '"link": a link leads out of the repository',
    }
    write(f"schema-folders: [{', '.join(mistakes)}]\n", NAME)
    places = ("1:18", "1:28", "1:34")
    said = zip(places, mistakes.values(), strict=True)
    lines = "\n".join(f"{NAME}:{place}: {message}" for place, message in said)
    assert run(*CONCISE) == (2, "", f"Error: {lines}\n")
    write("schema-folders: ../shared\n", NAME)
    assert "1:17: " in run(*CONCISE).err


def test_they_are_shown_with_their_place(run: Run) -> None:
    shared = os.path.abspath("../shared")
    write("schema: article\nschema-folders: [../shared]\n", NAME)
    write("schema: video\n", f"news/{NAME}")
    line = f'schema-folders: ["{shared}"] # {NAME}:2:17\n'
    for path in ("a.md", "news/b.md"):
        assert line in run("--show-config", path).out
    os.remove(NAME)
    assert "schema-folders: [] # default\n" in run("--show-config", "news/b.md").out
