"""Names that no file can have, and folders whose names are not UTF-8."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articlelint import reporters
from tests.bounded import bounded
from tests.e2e.articles import BROKEN, BROKEN_LINE, SOUND, naming

pytestmark = pytest.mark.posix

CONCISE = ("--format", "concise", "--quiet")
IMPOSSIBLE = "no file can have this name"


def test_an_article_names_a_schema_that_no_file_can_have() -> None:
    Path("a.md").write_text(naming('"a\\u0000b.json"'))
    Path("b.md").write_text(BROKEN)
    ended = bounded(*CONCISE)
    *told, last = ended.out.splitlines(keepends=True)
    assert (ended.status, ended.err, last) == (1, "", f"b.md{BROKEN_LINE}")
    said = (
        f"the schema that the file names cannot be used: a\\x00b.json: cannot be read: {IMPOSSIBLE}"
    )
    assert f"a.md:2:10: error {said} [unusable-schema]\n" in told


@pytest.mark.parametrize("arguments", [(), ("--write-baseline", "new.json")])
def test_a_configuration_names_files_that_cannot_be(arguments: tuple[str, ...]) -> None:
    Path("a.md").write_text(SOUND)
    Path(".articlelint.yaml").write_text('schema: "a\\0.json"\n')
    place = "Error: .articlelint.yaml:1:"
    error = f"{place}9: a\\x00.json: cannot be read: {IMPOSSIBLE}\n"
    assert bounded(*CONCISE, *arguments) == (2, "", error)
    Path(".articlelint.yaml").write_text('baseline: "a\\0.json"\n')
    error = f"{place}11: a\\x00.json: the baseline cannot be read: {IMPOSSIBLE}\n"
    assert bounded(*CONCISE, *arguments) == (2, "", error)


@pytest.mark.parametrize("reference", ["a\\u0000.json", "%00.json"])
def test_a_schema_refers_to_a_file_that_cannot_be(reference: str) -> None:
    Path("a.md").write_text(SOUND)
    Path("own.json").write_text(f'{{"$ref": "{reference}"}}')
    ended = bounded(*CONCISE, "--schema", "own.json")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("Error: own.json:1:")
    assert "Traceback" not in ended.err


@pytest.fixture
def odd_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: its name is not UTF-8."""
    odd = folder / os.fsdecode(b"\xff\xe9")
    odd.mkdir()
    monkeypatch.chdir(odd)
    return odd


def test_a_folder_whose_name_is_not_utf_8(odd_folder: Path) -> None:
    Path("own.json").write_text('{"$ref": "other.json"}')
    Path("other.json").write_text('{"required": ["colour"]}')
    Path(".articlelint.yaml").write_text("schema: own.json\n")
    Path("a.md").write_text(SOUND)
    error = 'a.md:1:1: error missing required key "colour" [schema/required]\n'
    assert bounded(*CONCISE) == (1, error, "")
    assert bounded(*CONCISE, "--no-config", "--schema", "own.json") == (1, error, "")
    os.chdir(odd_folder.parent)
    shown = ascii(odd_folder.name)[1:-1]
    assert bounded(*CONCISE) == (1, f"{shown}/{error}", "")


@pytest.mark.parametrize("format_", reporters.names())
def test_every_format_shows_such_a_folder(format_: str, odd_folder: Path) -> None:
    Path("a.md").write_text(BROKEN)
    for place in (odd_folder, odd_folder.parent):
        os.chdir(place)
        ended = bounded("--quiet", "--format", format_, os.path.relpath(odd_folder / "a.md"))
        assert (ended.status, ended.err) == (1, "")
        ended.out.encode()
