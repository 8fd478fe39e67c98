"""Files that look like a configuration, but are not called as one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.articles import SOUND, write
from tests.e2e.conftest import Run
from tests.git import git

NAME = ".articlelint.yaml"
TABLE = "[tool.ruff]\nline-length = 100\n\n[tool.articlelint]\nschema = 'video'\n"
#: What is in a file by its name, and what it is called in a message.
NEAR = {
    ".articlelint.yml": ("schema: video\n", ".articlelint.yml"),
    "articlelint.yaml": ("schema: video\n", "articlelint.yaml"),
    "articlelint.yml": ("schema: video\n", "articlelint.yml"),
    "pyproject.toml": (TABLE, "pyproject.toml: [tool.articlelint]"),
}
PASSED = "1 file checked, nothing to report\n"


def note(name: str, folder: str = "") -> str:
    return f"{folder}{name}: this is not used: write the configuration to {NAME}\n"


@pytest.mark.parametrize("name", NEAR)
def test_one_is_named_and_not_used(
    name: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, shown = NEAR[name]
    write(SOUND, "site/news/a.md")
    write(text, f"site/{name}")
    there = note(shown, "site/")
    assert run() == (0, "", there + PASSED)
    assert run("site/news/a.md") == run("site/news") == (0, "", there + PASSED)
    assert run("--quiet", "site/news/a.md") == (0, "", there)
    stdin = ("-", "--stdin-filename", "site/news/b.md")
    assert run(*stdin, stdin=SOUND).err == there + PASSED
    monkeypatch.chdir(folder / "site/news")
    assert run().err == note(shown, "../") + PASSED
    assert run("-", stdin=SOUND).err == note(shown, "../") + PASSED


@pytest.mark.parametrize("name", NEAR)
def test_one_beside_a_configuration_is_an_error(name: str, run: Run) -> None:
    text, shown = NEAR[name]
    write(SOUND, "site/a.md")
    write(text, f"site/{name}")
    write("{}\n", f"site/{NAME}")
    error = f"Error: site/{shown}: there is {NAME}, too: keep only that one\n"
    for arguments in ([], ["site"], ["site/a.md"], ["--show-files"]):
        assert run(*arguments) == (2, "", error)
    assert run("--no-config") == (0, "", PASSED)
    assert run("--config", f"site/{NAME}") == (0, "", PASSED)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("articlelint.json", "{}"),
        ("my-articlelint.yml", ""),
        ("pyproject.toml", "[tool.ruff]\n# [tool.articlelint]\n"),
        ("pyproject.toml", "[tool.articlelinter]\n"),
        ("pyproject.toml", "\ufeff\x00"),
        ("pyproject.toml/articlelint.txt", ""),
    ],
)
def test_nothing_is_said_of_other_files(name: str, text: str, run: Run) -> None:
    write(SOUND, "a.md")
    write(text, name)
    assert run() == run("a.md") == (0, "", PASSED)
    write("{}\n", NAME)
    assert run() == run("a.md") == (0, "", PASSED)


@pytest.mark.parametrize("name", NEAR)
def test_nothing_is_said_of_one_that_is_ignored(name: str, run: Run) -> None:
    git("init", "--quiet")
    text, shown = NEAR[name]
    write(SOUND, "a.md")
    write(text, f"sub/{name}")
    write(f"/sub/{name}\n", ".gitignore")
    assert run() == (0, "", PASSED)
    git("add", "--force", f"sub/{name}")
    assert run() == (0, "", note(shown, "sub/") + PASSED)
    write("", ".gitignore")
    git("rm", "--quiet", "--cached", f"sub/{name}")
    assert run() == (0, "", note(shown, "sub/") + PASSED)


def test_one_outside_the_repository_does_not_matter(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("", "articlelint.yml")
    write(SOUND, "site/a.md")
    write("", "site/.git/HEAD")
    monkeypatch.chdir("site")
    assert run("a.md") == (0, "", PASSED)


def test_init_does_not_write_beside_one(run: Run) -> None:
    write(SOUND, "a.md")
    write("", "articlelint.yml")
    outcome = run("init", "--yes")
    said = "Error: articlelint.yml is there already: nothing was written\n"
    assert (outcome.status, outcome.err) == (2, said)
