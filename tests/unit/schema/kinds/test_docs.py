"""What the guide to schemas shows is what a reader gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlelint.cli.commands import commands
from articlelint.schema.loading.store import bundled_names, bundled_text
from tests.support import ROOT

GUIDE = (ROOT / "docs" / "schemas.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
CONFIG, SCHEMA, FILE = (text for language, text in BLOCKS if language == "yaml")
(SHOWN,) = (text for language, text in BLOCKS if not language)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the guide tells to write."""
    files = {
        "schemas/walk.schema.yaml": SCHEMA,
        "schemas/parts.json": bundled_text("parts"),
        "walks/canal.md": FILE,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_schema_is_listed() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)) == bundled_names()


@pytest.mark.usefixtures("folder")
def test_the_output_shown_is_real() -> None:
    options = ["--schema", "schemas/walk.schema.yaml", "--color", "never"]
    output = CliRunner().invoke(commands, ["check", "--quiet", *options, "walks/canal.md"]).stdout
    assert output.strip() == SHOWN.strip()


def test_the_configuration_shown_has_each_file_checked_by_its_own_schema(folder: Path) -> None:
    (folder / ".articlelint.yaml").write_text(CONFIG, encoding="utf-8")
    for name in ("_people", "_learning/videos"):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.md").write_text("---\ntype: 1\n---\n", encoding="utf-8")
    output = CliRunner().invoke(commands, ["check", "--format", "concise", "."]).stdout
    assert '_people/a.md:2:7: error "type" should be "profile", not 1' in output
    assert '_learning/videos/a.md:2:7: error "type" should be "video", not 1' in output
    assert 'walks/canal.md:6:6: error "bus" should look like "B12", not "b12"' in output
