"""What the README shows is real."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from articlelint.cli.commands import commands
from tests.e2e.conftest import Run
from tests.support import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_shown_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    output = CliRunner().invoke(commands, ["examples/", "--color", "never"]).stdout
    (shown,) = re.findall(r"^```\n(examples/.*?)^```$", README, re.MULTILINE | re.DOTALL)
    for diagnostic in shown.rstrip("\n").split("\n\n"):
        assert diagnostic + "\n" in output


def test_what_is_shown_of_a_site_is_real(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "tests/e2e/sites/jekyll", site)
    (site / ".git").mkdir()  # the top of a repository, as far as `init` looks
    monkeypatch.chdir(site)
    said, reported = re.findall(
        r"^```\n((?:found|_posts).*?)^```$", README, re.MULTILINE | re.DOTALL
    )
    assert run("init", "--yes").err == said
    output = run("--color", "never").out
    for diagnostic in reported.rstrip("\n").split("\n\n"):
        assert diagnostic + "\n" in output


def test_the_commands_shown_exist() -> None:
    options = re.findall(r"--[a-z][a-z-]+", README.partition("## Use it")[2].partition("## ")[0])
    assert options
    help_ = CliRunner().invoke(commands, ["check", "--help"]).output
    for option in options:
        assert option in help_
