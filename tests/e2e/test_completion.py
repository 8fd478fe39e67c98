"""What a shell completes, asked as the scripts of click ask."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest

from articlelint import catalogue, reporters
from articlelint.cli.commands import commands
from articlelint.schema.loading import store
from tests.e2e.articles import SOUND, write
from tests.e2e.conftest import Run
from tests.support import ROOT

GUIDE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")


def plain(*words: str) -> list[str]:
    return sorted(f"plain,{word}" for word in words)


#: What follows the name of the program, and the completions of the last word, each with its type.
CASES = {
    "": plain(*commands.commands),
    "ru": plain("rules"),
    "c": plain("cache", "check"),
    "news": ["file,news"],
    "check ru": ["file,ru"],
    "--fo": plain("--force-exclude", "--format"),
    "--ver": plain("--version"),
    "--he": plain("--help"),
    "--exit": plain("--exit-zero"),
    "check --ver": [],
    "--strict --exit": plain("--exit-zero"),
    "--format js": plain("json", "jsonl"),
    "-f js": plain("json", "jsonl"),
    "check --format ": plain(*reporters.names()),
    "cache ": plain("path", "info", "clear"),
    "cache inf": plain("info"),
    "cache info --cache": plain("--cache-dir"),
    "--no-ca": plain("--no-cache"),
    "--column-unit ": plain("utf-32", "utf-8", "utf-16"),
    "rules --format t": plain("text"),
    "explain non-i": plain("non-iso-date"),
    "explain schema/enu": plain("schema/enum"),
    "explain ": plain(*catalogue.ids()),
    "schema ": plain("check", *store.bundled_names()),
    "schema check a": ["file,a"],
    "schema vid": plain("video"),
}


@pytest.mark.parametrize(("words", "expected"), CASES.items(), ids=repr)
def test_a_word_is_completed(
    words: str, expected: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"articlelint {words}"
    monkeypatch.setenv("_ARTICLELINT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
    assert sorted(filter(None, run().out.splitlines())) == expected


SHELLS = re.findall(r"_ARTICLELINT_COMPLETE=(\w+)_source", GUIDE)


@pytest.mark.posix
def test_the_guide_names_the_shells_that_click_knows() -> None:
    assert SHELLS == ["bash", "zsh", "fish"]


@pytest.mark.posix
@pytest.mark.parametrize("shell", SHELLS)
def test_there_is_a_script(shell: str) -> None:
    if shutil.which("bash") is None:
        pytest.skip("click asks bash for its version")
    done = subprocess.run(
        [sys.executable, "-c", "from articlelint.cli import start; start()"],
        env={**os.environ, "_ARTICLELINT_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"_ARTICLELINT_COMPLETE={shell}_complete" in done.stdout


@pytest.mark.posix
def test_bash_completes_with_it() -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not at hand")
    write(SOUND)
    program = (
        f"articlelint() {{ '{sys.executable}' -m articlelint \"$@\"; }}; export -f articlelint\n"
        "script=$(_ARTICLELINT_COMPLETE=bash_source articlelint) || exit\n"
        'eval "${script//env /}"\n'
        "COMP_WORDS=(articlelint --format gro) COMP_CWORD=2\n"
        '_articlelint_completion articlelint; echo "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "grouped\n", done.stderr
