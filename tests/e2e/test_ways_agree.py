"""The same is said one by one, by several processes, from the cache and of standard input."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from articlelint.running import check_ahead
from articlelint.running.pool import Pool
from tests.bench import collection
from tests.e2e.articles import BROKEN, ODD, SOUND
from tests.e2e.conftest import Outcome, Run
from tests.properties.broken_yaml import broken
from tests.properties.hostile_input import case
from tests.support import material

pytestmark = pytest.mark.posix

ONE = ("--no-cache", "--jobs", "1")
SEVERAL = ("--no-cache", "--jobs", "2")
#: The first of two such runs fills the cache.
CACHED = ("--cache-dir", "../cache", "--jobs", "2")


@pytest.fixture(autouse=True)
def place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside which there can be others; workers start for a handful of files."""
    monkeypatch.setattr(check_ahead, "_FIRST", 1)
    monkeypatch.setattr(check_ahead, "_MOST_AT_ONCE", 7)
    (folder / "site").mkdir()
    monkeypatch.chdir(folder / "site")
    return folder / "site"


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many lists each pool so far was asked."""
    noted: list[int] = []
    init, ask = Pool.__init__, Pool.ask

    def noting(pool: Pool, *arguments: Any) -> None:
        noted.append(0)
        init(pool, *arguments)

    def counting(pool: Pool, questions: Any) -> None:
        noted[-1] += 1
        ask(pool, questions)

    monkeypatch.setattr(Pool, "__init__", noting)
    monkeypatch.setattr(Pool, "ask", counting)
    return noted


def check_all_ways(run: Run, pools: list[int], *arguments: str) -> Outcome:
    """What is said, which must be the same in all ways."""
    arguments = "--format", "json", *arguments
    one = run(*ONE, *arguments)
    assert pools == []
    assert run(*SEVERAL, *arguments) == one
    assert pools.pop() > 0
    assert run(*CACHED, *arguments) == one
    assert pools.pop() > 0
    assert run(*CACHED, *arguments) == one
    return one


def check_standard_input(run: Run, files: Iterable[str], *arguments: str) -> None:
    """What is said of files alone must be the same as of standard input with their names."""
    for each in files:
        text = Path(each).read_bytes().decode()
        by_name = run(*ONE, "--format", "json", *arguments, each)
        named = "--stdin-filename", each, "-"
        assert run(*ONE, "--format", "json", *arguments, *named, stdin=text) == by_name


@pytest.mark.parametrize("name", ["news", "news-crlf", "kinds"])
def test_real_articles(name: str, run: Run, pools: list[int]) -> None:
    folder = str(material(f"corpus/{name}"))
    found = check_all_ways(run, pools, "--no-config", folder)
    assert json.loads(found.out)
    check_standard_input(run, sorted(map(str, Path(folder).rglob("*.md")))[:10], "--no-config")


def test_a_made_collection(run: Run, pools: list[int]) -> None:
    wrong = {each.file for each in collection.make(".", collection.FEWEST)}
    found = json.loads(check_all_ways(run, pools, ".").out)
    assert wrong
    assert wrong <= {each["path"] for each in found}
    check_standard_input(run, sorted(wrong)[:5])


def test_articles_that_do_not_parse(run: Run, pools: list[int]) -> None:
    for number, text in enumerate(broken(seed=4, count=60)):
        Path(f"{number}.md").write_text(text, newline="")
    found = check_all_ways(run, pools, ".")
    assert len({each["rule"] for each in json.loads(found.out)}) > 3
    check_standard_input(run, [f"{number}.md" for number in range(20)])


def test_hostile_articles(run: Run, pools: list[int]) -> None:
    """Also ones that name schemas, and links that lead nowhere, outside and to each other."""
    for seed in range(60):
        made = case(seed)
        folder = os.fsencode(f"{seed}")
        for name, data in made.files.items():
            if name.endswith((b".md", b".json")):
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                Path(os.fsdecode(path)).write_bytes(data)
        for name, target in made.links:
            link = os.path.join(folder, name)
            if link.endswith(b".md") and not os.path.lexists(link):
                os.makedirs(os.path.dirname(link), exist_ok=True)
                os.symlink(target, link)
    found = check_all_ways(run, pools, ".")
    assert len({each["rule"] for each in json.loads(found.out)}) > 10


def test_what_is_too_much(run: Run, pools: list[int]) -> None:
    """Articles that would take long or much, each of which has a limit of its own."""
    bomb = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 9))
    texts = [
        f"k0: &k0 [x]\n{bomb}\n",
        "a: " + "[" * 2000 + "\n",
        "".join(f"key{n}: 1\n" for n in range(300)) * 2,
        f"title: {'&amp; ' * 5_000}\n",
        f"topics: [{', '.join(['Ferries'] * 300)}]\n",
    ]
    for number, text in enumerate([*texts, *texts]):
        Path(f"{number}.md").write_text(f"---\n{text}---\n")
    found = check_all_ways(run, pools, ".")
    assert {"too-complex", "duplicate-key"} < {each["rule"] for each in json.loads(found.out)}


def test_statistics_and_fixes(run: Run, pools: list[int]) -> None:
    for number, text in enumerate([SOUND, BROKEN, ODD] * 10):
        Path(f"{number}.md").write_text(text)
    for options in (["--statistics"], ["--diff"], ["--format", "html"], ["--strict", "--quiet"]):
        assert run(*SEVERAL, *options, ".") == run(*ONE, *options, ".")
    assert len(pools) == 3  # --diff goes one by one
    assert run(*SEVERAL, "--fix", ".").status == 1
    assert run(*SEVERAL, "--diff", ".").out == ""
    assert len(pools) == 3
