"""Diffs, and what tools make of them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from articlelint.running.unified_diff import unified_diff

BEFORE = b"---\ntitle: A\npublished: yes\n---\nbody\n"
AFTER = BEFORE.replace(b"yes", b"true")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(path: str, before: bytes = BEFORE, after: bytes = AFTER) -> list[str]:
    return list(unified_diff(path, before, after))


def names(path: str) -> list[str]:
    """The two lines that name the file."""
    return lines(path)[:2]


def test_a_change() -> None:
    assert "".join(lines("news/a.md")) == (
        "--- a/news/a.md\n"
        "+++ b/news/a.md\n"
        "@@ -1,5 +1,5 @@\n"
        " ---\n"
        " title: A\n"
        "-published: yes\n"
        "+published: true\n"
        " ---\n"
        " body\n"
    )


def test_no_change() -> None:
    assert lines("a.md", BEFORE, BEFORE) == []


@pytest.mark.posix
@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("./a.md", "a/a.md"),
        ("news/../a.md", "a/a.md"),
        ("a b.md", "a/a b.md\t"),
        ("a\u3000渡.md", "a/a\u3000渡.md"),
        ("a'b.md", "a/a'b.md"),
        ('"a".md', '"a/\\"a\\".md"'),
        ("a\\b.md", '"a/a\\\\b.md"'),
        ("a\nb\t\r\x1b.md", '"a/a\\nb\\t\\r\\033.md"'),
        ("a\udcff.md", '"a/a\\377.md"'),
        ("../a.md", "a/../a.md"),
        ("..a.md", "a/..a.md"),
        ("/elsewhere/a.md", "a//elsewhere/a.md"),
    ],
)
def test_names(path: str, named: str) -> None:
    new = named.replace("a/", "b/", 1)
    assert names(path) == [f"--- {named}\n", f"+++ {new}\n"]


def test_an_absolute_path_below_the_current_folder(folder: Path) -> None:
    assert names(f"{folder}/news/a.md") == names("news/a.md")


def test_only_line_feeds_end_a_line() -> None:
    text = "---\ntitle: a\u2028b\x85c\x0cd\x1ee\rpublished: yes\r\n---\n"
    shown = lines("a.md", text.encode(), text.replace("yes", "true").encode())
    assert shown[2:] == [
        "@@ -1,3 +1,3 @@\n",
        " ---\n",
        "-title: a\u2028b\x85c\x0cd\x1ee\rpublished: yes\r\n",
        "+title: a\u2028b\x85c\x0cd\x1ee\rpublished: true\r\n",
        " ---\n",
    ]


def test_a_last_line_without_a_line_break_is_marked() -> None:
    no_break = "\\ No newline at end of file\n"
    shown = lines("a.md", b"---\nx: 1", b"---\nx: 2")
    assert shown[3:] == [" ---\n", f"-x: 1\n{no_break}", f"+x: 2\n{no_break}"]


TOOLS = {
    "git": ["git", "apply", "--whitespace=nowarn"],
    "patch": ["patch", "-p1", "--silent", "--binary"],
}

TEXTS = {
    "plain": BEFORE,
    "CRLF": BEFORE.replace(b"\n", b"\r\n"),
    "CR": BEFORE.replace(b"\n", b"\r"),
    "mixed": BEFORE.replace(b"A\n", b"A\r\n"),
    "byte order mark": b"\xef\xbb\xbf" + BEFORE,
    "no line break at the end": BEFORE[:-1],
    "nothing after the front matter": BEFORE[:-6],
    "unusual line breaks": BEFORE.replace(b"A", "\u2028\x85\x0b\x0c\x1c".encode()),
    "escape sequences": BEFORE.replace(b"body", b"\x1b[31mred\x1b[0m"),
    "lines as of a diff": BEFORE.replace(b"body", b"--- a/x\n+++ b/x\n@@ -1 +1 @@\n\\ No"),
}


def applied(tool: Sequence[str], path: str, before: bytes, after: bytes) -> bytes:
    """What a tool makes of a file by its diff."""
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(before)
    diff = "".join(lines(path, before, after)).encode()
    done = subprocess.run(tool, input=diff, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return Path(path).read_bytes()


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("text", TEXTS)
def test_what_tools_make_of_texts(text: str, tool: str) -> None:
    before = TEXTS[text]
    after = before.removeprefix(b"\xef\xbb\xbf").replace(b"yes", b"true")
    assert applied(TOOLS[tool], "a.md", before, after) == after


@pytest.mark.posix
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(
    "path",
    [
        "news/2023/a.md",
        "my news/a b.md",
        " a .md",
        "渡し船 🚢.md",
        "it's.md",
        '"a".md',
        "a\\b.md",
        "a\nb.md",
        "a\tb.md",
        "\x1b[31m.md",
        "\udcff\udcfe.md",
        "a/b/c.md",
    ],
    ids=ascii,
)
def test_what_tools_make_of_names(path: str, tool: str) -> None:
    if tool == "patch" and "\n" in path:
        pytest.skip("patch refuses such a name as dangerous")
    assert applied(TOOLS[tool], path, BEFORE, AFTER) == AFTER
