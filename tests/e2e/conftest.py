from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from articlelint.cli import main
from tests.e2e.articles import BROKEN, ODD, SOUND
from tests.e2e.hooks import Repository, repository_of_hooks
from tests.support import ROOT

#: A site for each preset in a folder, and beside it the lines that are to be reported.
SITES = ROOT / "tests/e2e/sites"


class Outcome(NamedTuple):
    """How a run ended, and what it wrote to standard output and to standard error."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, without variables that affect output."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return tmp_path


@pytest.fixture
def articles(folder: Path) -> Path:
    """The folder, with an article of each kind."""
    for name, text in {"broken.md": BROKEN, "odd.md": ODD, "sound.md": SOUND}.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def run_(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        status = end.value.code or 0
        assert isinstance(status, int)
        return Outcome(status, *capsys.readouterr())

    return run_


@pytest.fixture
def site(folder: Path) -> Callable[[str], str]:
    """Copies a site to the current folder, and returns what is to be reported there."""

    def copy(name: str) -> str:
        shutil.copytree(SITES / name, folder, dirs_exist_ok=True)
        return (SITES / f"{name}.txt").read_text(encoding="utf-8")

    return copy


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with the hooks. pre-commit builds their environment once for all tests."""
    return repository_of_hooks(tmp_path_factory.mktemp("pre-commit"))
