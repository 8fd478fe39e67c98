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

from tests.e2e.articles import SOUND, WIDE, write
from tests.e2e.conftest import Run
from tests.e2e.documents import blocks
from tests.support import ROOT

GUIDE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
VIM = shutil.which("vim")
NEOVIM = shutil.which("nvim")

#: What somebody does in Neovim: looks at the diagnostics, asks what can be written, and what can be
#: done; has the best of that done, and saves the article.
IN_NEOVIM = """\
vim.cmd("edit a.md")
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local said = {}
for _, each in ipairs(vim.diagnostic.get(0)) do
  local place = { each.lnum, each.col, each.end_lnum, each.end_col, each.code }
  table.insert(said, string.format("%d:%d-%d:%d %s", unpack(place)))
end
local function asked(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(0) }
  for _, each in pairs(vim.lsp.buf_request_sync(0, method, params, 30000)) do
    return each.result
  end
end
local place = { line = 7, character = 12 }
local offered = asked("textDocument/completion", { position = { line = 11, character = 0 } })
table.insert(said, offered[1].label)
local action = asked("textDocument/codeAction", {
  range = { start = place, ["end"] = place },
  context = { diagnostics = {}, only = { "quickfix" } },
})[1]
table.insert(said, action.title)
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
vim.cmd("write")
vim.fn.writefile(said, "said.txt")
vim.cmd("qall!")
"""


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


@pytest.mark.posix
@pytest.mark.skipif(NEOVIM is None, reason="neovim is not at hand")
def test_neovim_shows_and_fixes_what_is_wrong(path: str, run: Run) -> None:
    newest, older = blocks(GUIDE, "lua")
    settings = f"if vim.fn.has('nvim-0.11') == 1 then\n{newest}else\n{older}end\n"
    write(settings + "vim.cmd('filetype on')\n", "init.lua")
    write(IN_NEOVIM, "run.lua")
    write("schema: article\n", ".articlelint.yaml")
    write(SOUND.replace("published: true", "published: yes"))
    subprocess.run(
        [str(NEOVIM), "--headless", "-u", "init.lua", "-S", "run.lua"],
        env={**os.environ, "PATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=True,
    )
    assert Path("said.txt").read_text().splitlines() == [
        "7:11-7:14 published-flag",
        "topics",
        "Write true",
    ]
    assert Path("a.md").read_text() == SOUND
    assert run("a.md").status == 0


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
