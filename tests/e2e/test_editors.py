"""The settings that the guide gives to editors, in an editor."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.articles import WIDE, write
from tests.e2e.conftest import Run
from tests.e2e.documents import blocks
from tests.support import ROOT

GUIDE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
VIM = shutil.which("vim")


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A search path with a program of this name, whatever is installed."""
    program = tmp_path / "bin" / "articlelint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m articlelint "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.posix
@pytest.mark.skipif(VIM is None, reason="vim is not at hand")
@pytest.mark.parametrize("name", ["a.md", 'it\'s 100% "a b".md', "-x `a` #1.md"])
def test_vim_jumps_to_the_fault(name: str, path: str) -> None:
    write(WIDE, name)
    (settings,) = blocks(GUIDE, "vim")
    report = "call writefile([line('.'), col('.'), expand('<cword>'), len(getqflist())], 'out.txt')"
    write(f"set nocompatible encoding=utf-8\n{settings}silent make\n{report}\nqall!\n", "run.vim")
    subprocess.run(
        [str(VIM), "-es", "-u", "NONE", "-S", "run.vim", "--", name],
        env={**os.environ, "PATH": path},
        stdout=subprocess.DEVNULL,
        timeout=60,
        check=True,
    )
    assert Path("out.txt").read_text().splitlines() == ["12", "23", "no", "1"]


def test_the_columns_of_vs_code_are_its_own(run: Run) -> None:
    write(WIDE)
    (tasks,) = map(json.loads, blocks(GUIDE, "json"))
    (task,) = tasks["tasks"]
    matcher = re.compile(task["problemMatcher"]["pattern"]["regexp"])
    found = matcher.fullmatch(run(*shlex.split(task["command"])[1:]).out.rstrip("\n"))
    assert found
    before = WIDE.splitlines()[11].partition("no]")[0]
    assert int(found[3]) == len(before.encode("utf-16-le")) // 2 + 1
    assert (found[1], found[2], found[4], found[6]) == ("a.md", "12", "warning", "ambiguous-scalar")
