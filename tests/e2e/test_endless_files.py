"""Files that never end, named by articles, configurations, schemas and links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bounded import bounded
from tests.e2e.articles import SOUND, naming

pytestmark = pytest.mark.posix

CONCISE = ("--format", "concise", "--quiet")
NOT_REGULAR = "not a regular file"
LEADS_OUT = "a link leads out of the current folder"


@pytest.fixture(autouse=True)
def pipe() -> None:
    """A pipe that nobody writes to, a link to a device, and a sound article."""
    os.mkfifo("pipe.json")
    os.symlink("/dev/zero", "zero.json")
    Path("a.md").write_text(SOUND)


#: What may be named and never ends, and why it cannot be read.
ENDLESS = {"pipe.json": NOT_REGULAR, "zero.json": LEADS_OUT, "/proc/self/fd/1": NOT_REGULAR}
each_endless = pytest.mark.parametrize("path", ENDLESS)
each_json = pytest.mark.parametrize("path", [*ENDLESS][:2])


def test_an_article_that_names_one_as_its_schema() -> None:
    said = "the schema that the file names cannot be used:"
    for number, path in enumerate(ENDLESS):
        Path(f"b{number}.md").write_text(naming(path))
    pipe, zero, output = bounded(*CONCISE).out.splitlines()
    why = f"cannot be read: {NOT_REGULAR} [unusable-schema]"
    assert pipe == f"b0.md:2:10: error {said} pipe.json: {why}"
    outside = "it is outside the current folder: "
    assert zero.startswith(f"b1.md:2:10: error {said} zero.json: {outside}")
    assert output.startswith(f"b2.md:2:10: error {said} /proc/self/fd/1: {outside}")


@each_json
@pytest.mark.parametrize("option", ["--schema", "--config"])
def test_one_as_the_schema_or_the_configuration(option: str, path: str) -> None:
    error = f"Error: {path}: cannot be read: {ENDLESS[path]}\n"
    assert bounded(*CONCISE, option, path) == (2, "", error)


@each_endless
def test_one_as_the_baseline(path: str) -> None:
    error = f"{path}: the baseline cannot be read: {ENDLESS[path]}\n"
    assert bounded(*CONCISE, "--baseline", path) == (2, "", f"Error: {error}")
    Path(".git").mkdir()
    Path(".articlelint.yaml").write_text(f"baseline: {path}\n")
    if path != "pipe.json":
        error = f"{path}: the baseline is outside the repository\n"
    place = ".articlelint.yaml:1:11: "
    assert bounded(*CONCISE) == (2, "", f"Error: {place}{error}")


@each_endless
def test_one_as_the_configuration_that_is_found(path: str) -> None:
    Path(".git").mkdir()
    os.symlink(path, ".articlelint.yaml")
    reason = NOT_REGULAR if path == "pipe.json" else "a link leads out of the repository"
    error = f"Error: .articlelint.yaml: cannot be read: {reason}\n"
    assert bounded(*CONCISE) == (2, "", error)


def test_one_as_the_schema_of_a_configuration() -> None:
    Path(".articlelint.yaml").write_text("schema: pipe.json\n")
    error = f"Error: .articlelint.yaml:1:9: pipe.json: cannot be read: {NOT_REGULAR}\n"
    assert bounded(*CONCISE) == (2, "", error)


@each_json
def test_one_that_a_schema_refers_to(path: str) -> None:
    Path("own.json").write_text(f'{{"$ref": "{path}"}}')
    ended = bounded(*CONCISE, "--schema", "own.json")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f'Error: own.json:1:10: cannot resolve the reference "{path}": ')


@each_endless
def test_one_as_an_article_that_is_a_link(path: str) -> None:
    os.symlink(path, "b.md")
    assert bounded(*CONCISE) == (0, "", ""), "a search passes it over"
    reason = NOT_REGULAR if path == "pipe.json" else LEADS_OUT
    error = f"b.md:1:1: error cannot be read: {reason} [unreadable-file]\n"
    assert bounded(*CONCISE, "b.md", "a.md") == (1, error, "")


@each_endless
def test_one_as_a_gitignore(path: str) -> None:
    os.symlink(path, ".gitignore")
    assert bounded(*CONCISE) == (0, "", "")


def test_files_that_are_links_to_regular_ones_are_read() -> None:
    Path("kept").mkdir()
    Path("kept/schema.json").write_text('{"required": ["colour"]}')
    Path("kept/config.yaml").write_text("schema: schema.json\n")
    os.symlink("kept/config.yaml", ".articlelint.yaml")
    os.symlink("kept/schema.json", "schema.json")
    error = 'a.md:1:1: error missing required key "colour" [schema/required]\n'
    assert bounded(*CONCISE) == (1, error, "")


def test_standard_input_by_its_path_is_an_article() -> None:
    assert bounded(*CONCISE, "/dev/stdin", stdin=SOUND) == (0, "", "")
