"""Much of one kind, as a stranger may contribute it: a verdict in bounded time and memory."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.bounded import bounded

pytestmark = pytest.mark.posix


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["full", "json", "rdjson", "github"])
def test_faults_on_one_line(name: str) -> None:
    write("a.md", f"---\ntitle: Bridges {'# articlelint: ignore[mojibake] é ' * 8_000}\n---\n")
    done = bounded("--no-config", "--format", name, "a.md")
    assert done.out.count("unused ignore: ") == 8_000


@pytest.mark.parametrize("pattern", ["*a*a*a*a*a*a*a*a*z", "**/a/**/a/**/a/**/a/**/a/**/z"])
def test_patterns_with_many_stars(pattern: str) -> None:
    path = f"{'a/' * 50}{'a' * 200}"
    Path(path).mkdir(parents=True)
    write(f"{path}/{'a' * 200}.md", "no front matter\n")
    Path(".git").mkdir()
    write(".gitignore", f"{pattern}\n")
    write(".articlelint.yaml", f'include: ["{pattern}", "*.md"]\nexclude: ["{pattern}"]\n')
    done = bounded("--format", "concise", ".")
    what = "error the file does not start with front matter [missing-front-matter]"
    assert done.out == f"{path}/{'a' * 200}.md:1:1: {what}\n"
    write(".gitignore", f"{pattern[:-1]}*.md\n")
    assert bounded("--format", "concise", ".").out == ""


@pytest.mark.parametrize(
    "line",
    ["zz{:06}", "/zz{:06}/", "/zz{:06}/*.md", "a/b/zz{:06}", "*zz{:06}", "!zz{:06}.md", "{:06}*?"],
)
def test_many_patterns(line: str) -> None:
    Path(".git").mkdir()
    for index in range(300):
        write(f"{index}.md", "no front matter\n")
    lines = [line.format(index) for index in range(20_000 if line[-1] != "?" else 900)]
    write(".gitignore", "".join(f"{each}\n" for each in (*lines, "1*.md")))
    exclude = "".join(f"  - '{each}'\n" for each in (*lines[:3_000], "2*.md"))
    write(".articlelint.yaml", f"exclude:\n{exclude}")
    done = bounded("--format", "concise", ".")
    assert done.out.count(" [missing-front-matter]") == 300 - 2 * 111


def test_many_folders_with_patterns() -> None:
    Path(".git").mkdir()
    for index in range(2_000):
        Path(f"{index}").mkdir()
        write(f"{index}/.gitignore", "a.md\n[b]*\n")
        write(f"{index}/a.md", "no front matter\n")
    write("1999/c.md", "no front matter\n")
    done = bounded("--format", "concise", ".")
    assert (done.out.count("\n"), done.err) == (1, "1 file checked: 1 error, 0 warnings\n")


def test_folders_within_folders() -> None:
    here = Path.cwd()
    for _ in range(1_000):
        Path("a").mkdir()
        os.chdir("a")
        write("a.md", "no front matter\n")
    os.chdir(here)
    try:
        done = bounded("--no-config", "--format", "concise", ".")
    finally:
        subprocess.run(["rm", "-r", "a"], check=True)  # too deep for Python to remove
    assert done.out.count(" [missing-front-matter]") == 1_000


def test_links_to_one_file() -> None:
    write("b.md", "no front matter\n")
    write(".articlelint.yaml", "overrides: [{files: [odd/], rules: {insecure-url: off}}]\n")
    for folder in ("even", "odd"):
        Path(folder).mkdir()
        for number in range(2_000):
            os.symlink("../b.md", f"{folder}/{number}.md")
    done = bounded("--format", "concise", ".")
    assert [line.partition(":")[0] for line in done.out.splitlines()] == ["b.md", "odd/0.md"]


@pytest.mark.parametrize(
    ("known", "wrong"),
    [
        pytest.param(3_000, [f"word{number:05}x" for number in range(100)], id="both many"),
        pytest.param(19_000, ["word00007x"], id="one wrong, many known"),
    ],
)
def test_wrong_words(known: int, wrong: list[str]) -> None:
    words = ", ".join(f"word{number:05}" for number in range(known))
    write("a.yaml", f"properties: {{topics: {{items: {{enum: [{words}]}}}}}}\n")
    write("a.md", f"---\ntopics: [{', '.join(wrong)}]\n---\n")
    done = bounded("--no-config", "--format", "json", "--schema", "a.yaml", "a.md")
    assert done.out.count("did you mean") == len(wrong)


@pytest.mark.parametrize(
    ("front_matter", "mistakes", "left"),
    [
        pytest.param(
            f"a: [{'- a, ' * 200_000}]\n",
            1,
            "2:5: error a list in brackets takes no `-`: remove it [yaml-syntax]",
            id="one mistake with many repairs",
        ),
        pytest.param(
            "".join(f"a{each}: [{'- a, ' * 99}b]\n" for each in range(3)) + f"b: {'c' * 990_000}\n",
            3,
            '2:1: error unknown key "a0" [schema/additionalProperties]',
            id="several mistakes with many repairs",
        ),
        pytest.param(
            "a: {b:\n" + " b:\n" * 249_000,
            3,
            "error more than 20000 keys and values, counting what aliases repeat [too-complex]",
            id="many lines below mistakes",
        ),
    ],
)
def test_repairs_of_a_megabyte(front_matter: str, mistakes: int, left: str) -> None:
    write("a.md", f"---\n{front_matter}---\n")
    checked = bounded("--no-config", "--format", "concise", "a.md")
    assert checked.out.count("[yaml-syntax]") == mistakes
    done = bounded("--no-config", "--fix", "--unsafe-fixes", "--format", "concise", "a.md")
    assert left in done.out
    assert "[internal-error]" not in done.out
