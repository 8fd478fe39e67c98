"""Articles in all dialects side by side: formats, baselines, fixes and the cache are for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import reporters
from tests.e2e.conftest import Run

TEXTS = {
    "yaml.md": "---\ntitle: A\npublished: yes\n---\nText\n",
    "yml.md": "---yml\ntitle: A\npublished: yes\n---\nText\n",
    "toml.md": '+++\ntitle = "A"\npublished = "yes"\n+++\nText\n',
    "toml2.md": '---toml\ntitle = "A"\npublished = "yes"\n---\nText\n',
    "json.md": '{\n  "title": "A",\n  "published": "yes"\n}\nText\n',
    "json2.md": ';;;\n"title": "A",\n"published": "yes"\n;;;\nText\n',
    "json3.md": '---json\n{"title": "A",\n"published": "yes"}\n---\nText\n',
}
FIXED = {name: text.replace('"yes"', "true").replace("yes", "true") for name, text in TEXTS.items()}
OPTIONS = ("--no-config", "--schema", "any.json")


@pytest.fixture(autouse=True)
def articles(folder: Path) -> None:
    (folder / "any.json").write_text("{}")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)


def test_places(run: Run) -> None:
    outcome = run(*OPTIONS, "--format", "concise", ".")
    assert outcome.status == 1
    message = 'error "published" should be `true` or `false`, not "yes" [fixable] [published-flag]'
    assert outcome.out.splitlines() == [
        f"json.md:3:16: {message}",
        f"json2.md:3:14: {message}",
        f"json3.md:3:14: {message}",
        f"toml.md:3:13: {message}",
        f"toml2.md:3:13: {message}",
        f"yaml.md:3:12: {message}",
        f"yml.md:3:12: {message}",
    ]


@pytest.mark.parametrize("name", reporters.names())
def test_formats(run: Run, name: str) -> None:
    outcome = run(*OPTIONS, "--format", name, ".")
    assert outcome.status == 1
    assert [each for each in TEXTS if each not in outcome.out] == []


def test_baseline(run: Run) -> None:
    assert run(*OPTIONS, "--write-baseline", "known.json", ".").status == 0
    outcome = run(*OPTIONS, "--baseline", "known.json", "--format", "concise", ".")
    assert (outcome.status, outcome.out) == (0, "")


def test_fix(run: Run, folder: Path) -> None:
    assert run(*OPTIONS, "--fix", ".").status == 0
    assert {name: (folder / name).read_text() for name in TEXTS} == FIXED


def test_diff(run: Run) -> None:
    outcome = run(*OPTIONS, "--diff", "toml.md")
    assert '-published = "yes"\n+published = true\n' in outcome.out


def test_the_cache_changes_nothing(run: Run) -> None:
    first, second, without = (
        run(*OPTIONS, *options, "--format", "json", ".")
        for options in (("--cache-dir", "c"), ("--cache-dir", "c"), ("--no-cache",))
    )
    assert first.out == second.out == without.out


def test_syntax_and_what_is_not_supported(run: Run, folder: Path) -> None:
    (folder / "toml.md").write_text("+++\ntitle = A\n+++\n")
    (folder / "json.md").write_text('{"title": "A",}\n')
    (folder / "yaml.md").write_text("---js\n{}\n---\n")
    outcome = run(*OPTIONS, "--format", "concise", "toml.md", "json.md", "yaml.md")
    assert outcome.status == 1
    fixable = "[fixable, unsafe]"
    assert outcome.out.splitlines() == [
        f"json.md:1:14: error no comma is allowed before `}}`: remove it {fixable} [json-syntax]",
        f"toml.md:2:9: error text must be in quotes {fixable} [toml-syntax]",
        "yaml.md:1:1: error JavaScript front matter is not supported [unsupported-front-matter]",
    ]
    assert run(*OPTIONS, "--fix", "--unsafe-fixes", "toml.md", "json.md").status == 0
    assert (folder / "toml.md").read_text() == '+++\ntitle = "A"\n+++\n'
    assert (folder / "json.md").read_text() == '{"title": "A"}\n'
