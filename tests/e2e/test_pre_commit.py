"""The pre-commit hooks, as pre-commit installs and runs them from this repository.

pre-commit builds an environment for them, which takes some seconds and a package index.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from identify.identify import tags_from_filename

from articlelint.running.discover import NO_ARTICLES
from tests.e2e.articles import BROKEN, BROKEN_LINE, ODD, ODD_LINE, SOUND, in_full
from tests.runners import commands
from tests.support import ROOT

MANIFEST = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")

#: Everything that the package is built from.
SOURCES = ["pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "lint", "schemas"]

CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: {hook}
"""


def environment(home: Path) -> dict[str, str]:
    """The environment, without variables that lead git or Python elsewhere."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))
    }
    name = {f"GIT_{who}_NAME": "A Writer" for who in ("AUTHOR", "COMMITTER")}
    email = {f"GIT_{who}_EMAIL": "writer@example.org" for who in ("AUTHOR", "COMMITTER")}
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return {**kept, **name, **email, **nothing, "PRE_COMMIT_HOME": str(home)}


class Repository:
    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._environment = environment(home)
        folder.mkdir(exist_ok=True)
        self.run("git", "init", "--quiet")

    def run(self, *command: str) -> tuple[int, str]:
        """The exit status of a command, and all that it wrote."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
        )
        return done.returncode, done.stdout

    def commit(self, **files: str) -> tuple[int, str]:
        """Write files, named without their ending, and commit everything."""
        for name, text in files.items():
            (self.folder / f"{name}.md").write_text(text)
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--message", "Articles")

    @property
    def commits(self) -> int:
        return len(self.run("git", "log", "--oneline")[1].splitlines())


@pytest.fixture
def hook(tmp_path: Path) -> Repository:
    """A repository with a commit of the contents of this checkout."""
    repository = Repository(tmp_path / "hook", tmp_path)
    for source in SOURCES:
        if (ROOT / source).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / source, repository.folder / source, ignore=ignored)
        else:
            shutil.copy(ROOT / source, repository.folder)
    status, output = repository.commit()
    assert status == 0, output
    return repository


def using(name: str, hook: Repository, folder: Path) -> Repository:
    """A repository of articles that uses a hook of this name."""
    articles = Repository(folder / "articles", folder / "home")
    revision = hook.run("git", "rev-parse", "HEAD")[1].strip()
    config = CONFIG.format(repository=hook.folder, revision=revision, hook=name)
    (articles.folder / ".pre-commit-config.yaml").write_text(config)
    assert articles.run(sys.executable, "-m", "pre_commit", "install")[0] == 0
    return articles


def test_a_commit_of_a_broken_article_is_stopped(hook: Repository, tmp_path: Path) -> None:
    articles = using("articlelint", hook, tmp_path)

    status, output = articles.commit(broken=BROKEN, sound=SOUND, README="# Ferries\n")
    assert status == 1
    assert re.search(r"^articlelint\.*Failed$", output, re.MULTILINE), output
    assert re.findall(r"^\S+\.md:.*\n", output, re.MULTILINE) == [
        f"broken.md{in_full(BROKEN_LINE)}"
    ]

    status, output = articles.commit(broken=ODD)
    assert (status, articles.commits) == (0, 1), output
    assert re.search(r"^articlelint\.*Passed$", output, re.MULTILINE), output


def test_a_commit_of_what_can_be_fixed_is_stopped_once(hook: Repository, tmp_path: Path) -> None:
    articles = using("articlelint-fix", hook, tmp_path)

    status, output = articles.commit(odd=ODD, sound=SOUND, README="published: yes\n")
    assert status == 1, output
    assert "- files were modified by this hook\n" in output
    fixed = ODD.replace("Ferries ", "Ferries")
    assert (articles.folder / "odd.md").read_text() == fixed
    assert (articles.folder / "sound.md").read_text() == SOUND
    assert (articles.folder / "README.md").read_text() == "published: yes\n"

    status, output = articles.commit()
    assert (status, articles.commits) == (0, 1), output
    assert articles.run("git", "show", "HEAD:odd.md") == (0, fixed)

    status, output = articles.commit(broken=BROKEN)
    assert (status, articles.commits) == (1, 1), output
    assert re.findall(r"^\S+\.md:.*\n", output, re.MULTILINE) == [
        f"broken.md{in_full(BROKEN_LINE)}"
    ]


@pytest.mark.posix  # other systems refuse such names
@pytest.mark.parametrize("name", ["articlelint", "articlelint-fix"])
def test_names_that_look_like_options_are_names(
    name: str, hook: Repository, tmp_path: Path
) -> None:
    articles = using(name, hook, tmp_path)
    (articles.folder / "x.md").write_text("rules: {schema/enum: off}\n")
    (articles.folder / "--output=json:").mkdir()
    names = ["--config=x", "--no-config", "--output=json:/b", "--write-baseline=w", "-h", "::e::"]
    status, output = articles.commit(**dict.fromkeys(names, BROKEN))
    assert status == 1, output
    found = re.findall(r"^(\S+\.md):\d+:\d+: error .*\n", output, re.MULTILINE)
    assert sorted(found) == sorted(f"{each}.md" for each in [*names[:-1], "./::e::", "x"])
    assert not (articles.folder / "w.md").exists()
    assert commands(output) == []


@pytest.mark.posix
def test_arguments_of_ones_own_end_with_two_hyphens(hook: Repository, tmp_path: Path) -> None:
    articles = using("articlelint", hook, tmp_path)
    config = articles.folder / ".pre-commit-config.yaml"
    text = config.read_text()
    config.write_text(f"{text}        args: [--strict]\n")
    status, output = articles.commit(**{"--no-config": BROKEN})
    assert status == 1
    assert 'Error: "--no-config.md" looks like an option but is a file: ' in output

    config.write_text(f"{text}        args: [--strict, --]\n")
    status, output = articles.commit(**{"--no-config": ODD})
    assert status == 1
    assert re.findall(r"^\S+\.md:.*\n", output, re.MULTILINE) == [
        f"--no-config.md{in_full(ODD_LINE)}"
    ]


def test_a_commit_of_an_ignore_comment_is_stopped_where_none_is_allowed(
    hook: Repository, tmp_path: Path
) -> None:
    articles = using("articlelint", hook, tmp_path)
    config = articles.folder / ".pre-commit-config.yaml"
    text = config.read_text()
    ignoring = BROKEN.replace("artcle", "artcle # articlelint: ignore[schema/enum]")
    assert articles.commit(ignoring=ignoring)[0] == 0
    config.write_text(f"{text}        args: [--no-inline, --]\n")
    status, output = articles.commit(ignoring=ignoring.replace("two", "three"))
    assert status == 1
    assert re.findall(r"^\S+\.md:(\d+:\d+): .* \[(.*)\]\n", output, re.MULTILINE) == [
        ("7:7", "schema/enum"),
        ("7:29", "inline-ignore"),
    ]


def test_the_hook_takes_the_files_that_a_folder_search_takes() -> None:
    assert MANIFEST.count("  types: [markdown]\n") == MANIFEST.count("- id: ") == 2
    taken = [
        name for name in ("a.md", "a.markdown", "A.MD") if "markdown" in tags_from_filename(name)
    ]
    assert taken == ["a.md", "a.markdown", "A.MD"]


NAMES = NO_ARTICLES[1 : NO_ARTICLES.index(")")].split("|")


@pytest.mark.parametrize("name", NAMES)
def test_the_hook_leaves_out_what_a_folder_search_leaves_out(name: str) -> None:
    of_each_hook = re.findall(r"^  exclude: (.*)$", MANIFEST, re.MULTILINE)
    assert len(of_each_hook) == 2
    (pattern,) = set(of_each_hook)
    left_out = re.compile(pattern)
    for path in (f"{name}.md", f"{name.upper()}.md", f"a/b/{name}.de.markdown"):
        assert left_out.search(path), path
    for path in (
        f"my-{name}.md",
        f"{name}s.md",
        f"{name}/a.md",
        f"{name}.d/a.md",
        f"{name}.to-drill.md",
    ):
        assert not left_out.search(path), path


def test_the_hook_leaves_out_nothing_else() -> None:
    assert f"(^|/){NO_ARTICLES}" in MANIFEST
