"""What a run imports, and the command lines that are read without click."""

from __future__ import annotations

import email.utils
import os
import subprocess
import sys
from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest

import articlelint
from articlelint import public
from articlelint.cli import check_command, commands
from articlelint.cli.plain import plain_request
from articlelint.cli.request import Request
from articlelint.cli.spared_import import spared_import
from tests.e2e.articles import BROKEN, SOUND
from tests.e2e.conftest import Run

#: What few runs need, and takes long to import.
HEAVY = (
    "articlelint.catalogue",
    "articlelint.collection",
    "articlelint.engine.fix",
    "articlelint.fixing.yaml",
    "articlelint.public",
    "articlelint.reading.yaml.parser",
    "articlelint.reading.yaml.syntax",
    "articlelint.schema.telling",
    "articlelint.settings.config_file",
    "ast",
    "asyncio",
    "calendar",
    "click",
    "concurrent",
    "dataclasses",
    "email.utils",
    "ftfy",
    "idna",
    "inspect",
    "jsonschema",
    "logging",
    "multiprocessing",
    "pathlib",
    "platformdirs",
    "random",
    "ruamel",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "traceback",
    "uuid",
)
IMPORTED = """
import sys
before = set(sys.modules)
from articlelint.cli import start
try:
    start()
finally:
    print(*sys.modules.keys() - before, file=sys.stderr)
"""

#: Files and folders with names that may be meant otherwise.
NAMES = ("a.md", "\u00e9.md", "-a.md", "--", "-", "check", "cache", "news")
WORDS = (
    *NAMES,
    "missing.md",
    "",
    "--quiet",
    "-q",
    "--force-exclude",
    "--strict",
    "--help",
    "rules",
)


def imported(*arguments: str) -> set[str]:
    # Coverage would import what it needs itself.
    environment = {name: os.environ[name] for name in os.environ if "COV" not in name}
    command = [sys.executable, "-c", IMPORTED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return set(done.stderr.splitlines()[-1].split())


def test_a_sound_article_needs_nothing_heavy(folder: Path) -> None:
    (folder / "a.md").write_text(SOUND.replace("topics: [Ferries]", "topics:\n  - Ferries"))
    needed = imported("a.md")
    assert "articlelint.engine.check" in needed
    assert needed.isdisjoint(HEAVY)
    assert "click" in imported("--strict", "a.md")


def test_simple_lines_need_no_parser_neither_in_articles_nor_in_the_configuration(
    folder: Path,
) -> None:
    (folder / "a.md").write_text("---\ntitle: Bridges # reopened\nauthor: [Ada]\n---\n")
    (folder / ".articlelint.yaml").write_text(
        "# Our own.\nschema: article\nrules:\n  rare-key: off\noverrides:\n- files: [a.md]\n"
    )
    assert "ruamel" not in imported("a.md")
    (folder / "a.md").write_text("---\ntitle: {}\n---\n")
    assert "ruamel" in imported("a.md")


def test_a_broken_article_needs_what_explains_faults(folder: Path) -> None:
    (folder / "a.md").write_text(BROKEN)
    assert imported("a.md").isdisjoint({"click", "articlelint.catalogue", "articlelint.collection"})


@pytest.fixture
def names(folder: Path) -> Path:
    for name in NAMES:
        (folder / name).write_text(SOUND) if name != "news" else (folder / name).mkdir()
    return folder


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What click makes of command lines."""
    kept: list[Request] = []
    monkeypatch.setattr(check_command, "check", kept.append)
    return kept


@pytest.mark.usefixtures("names")
def test_what_is_plain_means_the_same_to_click(requests: list[Request]) -> None:
    lines = chain.from_iterable(product(WORDS, repeat=each) for each in range(4))
    hooks = (("check", "--quiet", "--", *each) for each in product(WORDS, repeat=2))
    plain = 0
    for line in map(list, chain(lines, hooks)):
        if (request := plain_request(line)) is not None:
            commands.commands(line, "articlelint", standalone_mode=False)
            assert [request] == requests, line
            requests.clear()
            plain += 1
    assert plain > 250


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ([], Request()),
        (["a.md"], Request(("a.md",))),
        (["a.md", "news"], Request(("a.md", "news"))),
        (["check", "news"], Request(("news",))),
        (["check", "--quiet", "--", "-a.md", "a.md"], Request(("-a.md", "a.md"), quiet=True)),
        (["check", "--quiet", "--"], Request(quiet=True)),
        (
            ["check", "--quiet", "--force-exclude", "--", "a.md"],
            Request(("a.md",), quiet=True, force_exclude=True),
        ),
        (["--force-exclude", "--quiet", "a.md"], None),
        # may be a command, an option, or a mistake
        (["cache"], None),
        (["-a.md"], None),
        (["a.md", "--quiet"], None),
        (["--strict", "a.md"], None),
        (["-"], None),
        (["missing.md"], None),
        ([""], None),
    ],
)
def test_which_lines_are_plain(line: list[str], request_: Request | None) -> None:
    assert plain_request(line) == request_


@pytest.mark.usefixtures("names")
def test_click_refuses_an_option_that_is_a_file(run: Run) -> None:
    for option in ("--quiet", "--force-exclude"):
        assert plain_request([option, "a.md"]) is not None
        Path(option).write_text(SOUND)
        assert plain_request([option, "a.md"]) is None
        assert run(option, "a.md").status == 2
        assert run("--", option).status == 0


def test_no_command_has_a_name_that_is_plain() -> None:
    assert all(map(str.isalpha, commands.commands.commands))


@pytest.mark.usefixtures("names")
def test_click_reads_what_a_shell_wants_to_be_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ARTICLELINT_COMPLETE", "bash_complete")
    assert plain_request(["a.md"]) is None


@pytest.mark.usefixtures("names")
def test_click_reads_all_where_it_expands_wildcards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.name", "nt")
    assert plain_request(["a.md"]) is None


def test_a_plain_run_and_one_by_click_say_the_same(names: Path, run: Run) -> None:
    (names / "a.md").write_text(BROKEN)
    assert run("a.md") == run("a.md", "--format", "full")
    assert run("--quiet", "a.md") == run("-q", "a.md")


def test_the_library_has_all_names_and_no_other() -> None:
    for name in articlelint.__all__:
        assert getattr(articlelint, name) is getattr(public, name)
    with pytest.raises(AttributeError, match="module 'articlelint' has no attribute 'lint_file'"):
        _ = articlelint.lint_file  # type: ignore[attr-defined]


def test_an_import_is_spared_only_where_nobody_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = email.utils
    with spared_import():
        assert sys.modules["email.utils"] is real, "it is there already"
    monkeypatch.delitem(sys.modules, "email.utils")
    with spared_import():
        stand_in: Any = sys.modules["email.utils"]
        assert stand_in.parsedate_to_datetime("Sun, 8 Nov 2026") == "Sun, 8 Nov 2026"
    assert "email.utils" not in sys.modules
    with spared_import():
        from email.utils import quote

        assert sys.modules["email.utils"] is not stand_in
    assert quote('"') == '\\"'
    assert sys.modules["email.utils"].__spec__ is not None
    assert stand_in.unquote('"a"') == "a", "whoever has kept it gets the module's own"
