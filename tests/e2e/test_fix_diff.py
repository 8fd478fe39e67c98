"""`--diff`: what it prints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, FAULTY, ODD, SOUND, read, write
from tests.e2e.conftest import Run

CONCISE = ("--format", "concise")


DIFF_OF_ODD = """\
--- a/odd.md
+++ b/odd.md
@@ -9,5 +9,5 @@
 provider:
   name: Harbour Herald
   domain: example.org
-topics: ["Ferries "]
+topics: ["Ferries"]
 ---
"""


def test_it_shows_what_would_change_and_changes_nothing(run: Run) -> None:
    for name, text in {"odd.md": ODD, "sound.md": SOUND, "broken.md": BROKEN}.items():
        write(text, name)
    assert run("--diff") == (1, DIFF_OF_ODD, "1 fault would be fixed in 1 file\n")
    assert read("odd.md") == ODD
    status, out, error = run("--diff", "--unsafe-fixes")
    assert (status, error) == (1, "2 faults would be fixed in 2 files\n")
    assert out.endswith(DIFF_OF_ODD)
    assert "-type: artcle\n+type: article\n" in out


def test_without_a_change(run: Run) -> None:
    write(BROKEN)
    assert run("--diff") == (0, "", "0 faults would be fixed in 0 files\n")
    assert run("--diff", "--quiet") == (0, "", "")


def test_git_makes_of_it_what_fix_writes(run: Run) -> None:
    texts = {
        "a b/ferries 🚢.md": FAULTY,
        "crlf.md": FAULTY.replace("\n", "\r\n"),
        "mark.md": "\ufeff" + FAULTY,
        "end.md": FAULTY.removesuffix("\n"),
        "body.md": FAULTY + "\x1b[31mred\x1b[0m\n\u2028\x85\x0c\n--- x\n+++ y\n",
        'new\nline\t"\x1b[31m.md': FAULTY,
        "sound.md": SOUND,
    }
    for name, text in texts.items():
        write(text, name)
    status, diff, _ = run("--diff", "--unsafe-fixes", ".")
    assert status == 1
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn"],
        input=diff.encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    applied = {name: read(name) for name in texts}
    for name, text in texts.items():
        write(text, name)
    run("--fix", "--unsafe-fixes")
    assert applied == {name: read(name) for name in texts}
    assert run("--diff", "--unsafe-fixes") == (0, "", "0 faults would be fixed in 0 files\n")


def test_names_and_contents_are_never_colored_by_chance(run: Run) -> None:
    text = ODD + "\x1b[31mred\x1b[0m\n"
    write(text)
    assert " \x1b[31mred\x1b[0m\n" in run("--diff").out
    assert " \x1b[31mred\x1b[0m\n" in run("--diff", "--color", "never").out
    colored = run("--diff", "--color", "always").out
    assert '\x1b[31m-topics: ["Ferries "]\n\x1b[0m' in colored
    assert '\x1b[32m+topics: ["Ferries"]\n\x1b[0m' in colored
    assert "\x1b[36m@@ " in colored


@pytest.mark.parametrize(
    ("variables", "colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["colors", "NO_COLOR", "dumb"],
)
@pytest.mark.posix
def test_on_a_terminal(variables: dict[str, str], *, colored: bool) -> None:
    import pty

    write(ODD + "\x07\x1b]0;title\x07é\n")
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "articlelint", "--diff", "-q"],
        stdout=theirs,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **variables},
        check=False,
    )
    os.close(theirs)  # with nothing to read, reading fails instead of waiting
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert ('\x1b[31m-topics: ["Ferries "]' in shown) is colored
    assert '-topics: ["Ferries "]' in shown
    is_spelled_out = "TERM" not in variables  # a dumb terminal obeys nothing
    assert ("\\x07\\x1b]0;title\\x07é" in shown) is is_spelled_out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_it_is_utf_8_whatever_the_locale(encoding: str) -> None:
    write(ODD.replace("Harbour", "港"))
    done = subprocess.run(
        [sys.executable, "-m", "articlelint", "--diff", "-q"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert ("港 Herald".encode() in done.stdout, done.stderr) == (True, b"")


@pytest.mark.posix
def test_unreadable_files_are_reported_and_fail(run: Run) -> None:
    os.symlink("nowhere", "a.md")
    status, out, error = run("--diff", "a.md")
    assert (status, out) == (2, ""), "a named path that does not exist is wrong use"
    Path("b").mkdir()
    os.symlink("b.md", "b.md")
    write(ODD, "odd.md")
    status, out, error = run("--diff", ".")
    assert (status, out) == (1, DIFF_OF_ODD)
    assert "b.md:1:1: error cannot be read: " in error
    os.unlink("odd.md")
    assert run("--diff", ".", "-q").status == 1


def test_refused_fixes_are_reported_and_fail(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articlelint.fixing.merge.proven_text", lambda *_: None)
    write(ODD)
    status, out, error = run("--diff", "-q")
    assert (status, out) == (1, "")
    said = "the fixes of irregular-whitespace would do harm"
    assert error == f"a.md:1:1: error {said} [internal-error]\n"
    status, out, error = run("--fix", *CONCISE)
    assert (status, read()) == (1, ODD)
    assert f"a.md:1:1: error {said} [internal-error]\n" in out
    assert "1 error, 1 warning; 0 fixed" in error
