"""Repositories that use a hook, as pre-commit installs and runs it from this repository.

pre-commit builds an environment for the hooks, which takes some seconds and a package index.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.e2e.articles import SOUND
from tests.support import ROOT

MANIFEST = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")

#: Everything that the package is built from.
_SOURCES = ["pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "lint", "schemas"]


def _environment(home: Path) -> dict[str, str]:
    """The environment, without variables that lead git or Python elsewhere."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))
    }
    name = {f"GIT_{who}_NAME": "A Writer" for who in ("AUTHOR", "COMMITTER")}
    email = {f"GIT_{who}_EMAIL": "writer@example.org" for who in ("AUTHOR", "COMMITTER")}
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    folders = dict.fromkeys(("PRE_COMMIT_HOME", "XDG_CACHE_HOME"), str(home))
    return {**kept, **name, **email, **nothing, **folders}


class Repository:
    """A repository of git, and the commands that are run in it."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self._environment = _environment(home)
        folder.mkdir(exist_ok=True)
        self.run("git", "init", "--quiet", "--initial-branch=main")

    def begin(self, *command: str, below: str = ".") -> subprocess.Popen[str]:
        """Start a command."""
        return subprocess.Popen(
            command,
            cwd=self.folder / below,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *command: str, below: str = ".") -> tuple[int, str]:
        """The exit status of a command, and all that it wrote."""
        with self.begin(*command, below=below) as process:
            output, _ = process.communicate()
        return process.returncode, output

    def git(self, *arguments: str) -> str:
        """What a command of git wrote, which must not fail."""
        status, output = self.run("git", *arguments)
        assert status == 0, output
        return output

    def write(self, **files: str) -> None:
        """Write files, named without their ending."""
        for name, text in files.items():
            path = self.folder / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def commit(self, **files: str) -> tuple[int, str]:
        """Write files, named without their ending, and commit everything."""
        self.write(**files)
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--message", "Articles")

    def start(self, **files: str) -> None:
        """Commit files, and what else there is, without running a hook."""
        self.write(start=SOUND, **files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", "Start")

    @property
    def commits(self) -> int:
        """How many commits there are."""
        return len(self.run("git", "log", "--oneline")[1].splitlines())


def repository_of_hooks(folder: Path) -> Repository:
    """A repository with a commit of the contents of this checkout."""
    repository = Repository(folder / "hook", folder / "home")
    for source in _SOURCES:
        if (ROOT / source).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / source, repository.folder / source, ignore=ignored)
        else:
            shutil.copy(ROOT / source, repository.folder)
    status, output = repository.commit()
    assert status == 0, output
    return repository


class Articles(Repository):
    """A repository of articles that uses hooks."""

    def __init__(self, folder: Path, hooks: Repository) -> None:
        super().__init__(folder, hooks.home)
        self._revision = hooks.git("rev-parse", "HEAD").strip()
        self._hooks = str(hooks.folder)

    def use(self, *hooks: Mapping[str, object]) -> None:
        """Use these hooks, each with its settings, instead of those before."""
        repository = {"repo": self._hooks, "rev": self._revision, "hooks": hooks}
        config = json.dumps({"repos": [repository]})
        (self.folder / ".pre-commit-config.yaml").write_text(config)

    def pre_commit(self, *arguments: str, below: str = ".") -> tuple[int, str]:
        """Run pre-commit itself."""
        return self.run(sys.executable, "-m", "pre_commit", *arguments, below=below)


def using(hooks: Repository, folder: Path, *names: str) -> Articles:
    """A new repository below a folder, in which each commit runs the hooks of these names."""
    articles = Articles(folder / "articles", hooks)
    articles.use(*({"id": name} for name in names))
    status, output = articles.pre_commit("install")
    assert status == 0, output
    return articles


def reported(output: str) -> list[str]:
    """The lines with a place in an article, of what pre-commit wrote."""
    return re.findall(r"^\S+\.md:\d.*\n", output, re.MULTILINE)


def outcomes(output: str) -> list[str]:
    """How each hook ended: Passed, Failed or Skipped."""
    return re.findall(r"^articlelint.*?\.(?:\(.*\))?(Passed|Failed|Skipped)$", output, re.MULTILINE)
