"""Known values from files, and references to files, as a run uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Run

CONFIG = """\
schema: own.json
rules:
  unknown-topic: {topics: _data/topics.yml}
  unknown-value:
    fields:
      editor: _data/people/
      author: {min-uses: 2}
  broken-reference:
    fields:
      image: [assets]
"""
ARTICLE = """\
---
topics: [ai]
editor: bob-quay
author: Ann Ferrier
image: /bridge.jpg
---
"""


@pytest.fixture(autouse=True)
def site(folder: Path) -> Path:
    """A repository with two articles that have all that they name."""
    files = {
        ".git/HEAD": "",
        ".articlelint.yaml": CONFIG,
        "own.json": "{}",
        "_data/topics.yml": "- ai\n- Bridges\n",
        "_data/people/bob-quay.md": "---\nname: Bob Quay\n---\n",
        "assets/bridge.jpg": "",
        "news/a.md": ARTICLE,
        "news/b.md": ARTICLE,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def _said(run: Run, *arguments: str) -> list[str]:
    return run("--format", "concise", *arguments).out.splitlines()


def test_all_is_there(run: Run) -> None:
    assert _said(run, "news") == []


def test_what_is_not_known_or_not_there(run: Run, site: Path) -> None:
    wrong = ARTICLE.replace("bob-quay", "bob_quay").replace("bridge.jpg", "bridges.jpg")
    (site / "news/c.md").write_text(wrong.replace("Ferrier", "Ferier"))
    assert _said(run, "news/c.md") == [
        (
            'news/c.md:3:9: warning unknown value "bob_quay" in "editor": did you mean "bob-quay"? '
            "[fixable, unsafe] [unknown-value]"
        ),
        (
            'news/c.md:4:9: warning only this article has "Ann Ferier" in "author": did you mean '
            '"Ann Ferrier"? [unknown-value]'
        ),
        (
            'news/c.md:5:8: warning there is no file "/bridges.jpg": did you mean "/bridge.jpg"? '
            "[broken-reference]"
        ),
    ]


def test_a_run_takes_what_the_files_hold_then(run: Run, site: Path) -> None:
    """Although the articles are the same, and another run has just checked them."""
    assert _said(run, "news") == []
    (site / "_data/topics.yml").write_text("- AI\n")
    (site / "_data/people/bob-quay.md").rename(site / "_data/people/rob-quay.md")
    (site / "assets/bridge.jpg").unlink()
    assert [each.rpartition(" [")[2] for each in _said(run, "news/a.md")] == [
        "unknown-topic]",
        "unknown-value]",
        "broken-reference]",
    ]
    (site / "_data/topics.yml").write_text("- ai\n")
    (site / "_data/people/bob-quay.md").touch()
    (site / "assets/bridge.jpg").touch()
    assert _said(run, "news/a.md") == []


def test_fixes(run: Run, site: Path) -> None:
    (site / "_data/topics.yml").write_text("- AI\n")
    assert run("news/a.md", "--fix", "--unsafe-fixes").status == 0
    assert (site / "news/a.md").read_text() == ARTICLE.replace("[ai]", "[AI]")
    assert (site / "news/b.md").read_text() == ARTICLE


def test_paths_are_those_of_the_collection_in_any_folder(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / "news")
    assert _said(run, "a.md") == []
    (site / "assets/bridge.jpg").unlink()
    (line,) = _said(run, "a.md")
    assert line == 'a.md:5:8: warning there is no file "/bridge.jpg" [broken-reference]'


def test_a_mistake_in_a_file_ends_the_run(run: Run, site: Path) -> None:
    (site / "_data/topics.yml").write_text("a: 1\na: 2\n")
    status, out, err = run("news")
    assert (status, out) == (2, "")
    assert err == 'Error: .articlelint.yaml:3:27: "_data/topics.yml": invalid YAML on line 2\n'


def test_show_config_names_the_files(run: Run) -> None:
    shown = run("--show-config", "news/a.md").out
    assert '    topics: "_data/topics.yml" # .articlelint.yaml:3:27\n' in shown
    assert "bob-quay" not in shown
