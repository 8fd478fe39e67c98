"""`--fix` and `--diff` of standard input."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO, TextIOWrapper

import pytest

from articlelint.reading.source import MAX_FILE_BYTES
from tests.e2e.articles import BROKEN, FAULTY, ODD, SAFELY, SOUND, read, write
from tests.e2e.conftest import Run

CONCISE = ("--format", "concise")


def test_the_fixed_text_goes_to_standard_output(run: Run) -> None:
    status, out, error = run("--fix", "-", *CONCISE, stdin=FAULTY)
    assert (status, out) == (1, SAFELY)
    assert [line.partition(": ")[0] for line in error.splitlines()] == [
        "<stdin>:7:7",
        "<stdin>:10:8",
        "1 file checked",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "---\n", "\ufeff", SOUND, BROKEN, SOUND.replace("\n", "\r\n"), "a\rb"),
        SOUND.removesuffix("\n"),
        SOUND + "---\npublished: yes\n\x1b[31m\x0c\u2028\x85 \t\r",
    ],
    ids=ascii,
)
def test_where_nothing_is_fixed_each_byte_is_as_it_was(text: str, run: Run) -> None:
    assert run("--fix", "-", "--quiet", stdin=text).out == text


def test_bytes_that_are_no_text() -> None:
    data = bytes(range(256)) * 300
    done = subprocess.run(
        [sys.executable, "-m", "articlelint", "--fix", "-", "-q"],
        input=data,
        capture_output=True,
        check=False,
    )
    assert done.stdout == data
    assert b"undecodable-file" in done.stderr


def test_the_name_decides_which_settings_apply(run: Run) -> None:
    write("rules: {duplicate-item: off, schema/uniqueItems: off}\n", "news/.articlelint.yaml")
    named = ("--stdin-filename", "news/a.md")
    assert run("--fix", "-", *named, stdin=FAULTY).out == SAFELY.replace(
        "[Ferries]", "[Ferries, Ferries]"
    )


def test_what_is_excluded_comes_out_as_it_is(run: Run) -> None:
    write("exclude: [drafts/]\n", ".articlelint.yaml")
    named = ("--stdin-filename", "drafts/a.md")
    text = FAULTY.replace("\n", "\r\n") + "x" * 200_000
    status, out, error = run("--fix", "-", *named, stdin=text)
    assert (status, out) == (0, text)
    assert "this excludes drafts/a.md, which is not checked" in error
    assert run("--diff", "-", "--quiet", *named, stdin=text) == (0, "", "")


def test_what_is_too_large_comes_out_whole(run: Run) -> None:
    text = FAULTY + "x" * MAX_FILE_BYTES
    status, out, error = run("--fix", "-", *CONCISE, stdin=text)
    assert status == 1
    assert out == text
    assert "[too-complex]" in error


@pytest.mark.parametrize("arguments", [["--output-file", "out"], ["--output", "concise:out"]])
def test_reports_may_go_to_a_file(arguments: list[str], run: Run) -> None:
    run("--fix", "-", *arguments, "-q", stdin=FAULTY)
    assert "[schema/enum]" in read("out")


def test_color_is_of_the_reports_alone(run: Run) -> None:
    _, out, error = run("--fix", "-", "--color", "always", stdin=FAULTY)
    assert out == SAFELY
    assert "\x1b[31m" in error


def test_a_diff(run: Run) -> None:
    outcome = run("--diff", "-", "--stdin-filename", "news/a.md", stdin=ODD)
    assert outcome.status == 1
    assert outcome.out.startswith("--- a/news/a.md\n+++ b/news/a.md\n@@")
    assert outcome.err == "1 fault would be fixed in 1 file\n"
    assert run("--diff", "-", stdin=ODD).out.startswith("--- a/<stdin>\n")
    assert run("--diff", "-", stdin=SOUND) == (0, "", "0 faults would be fixed in 0 files\n")


@pytest.mark.posix
@pytest.mark.parametrize("in_ci", ["", "true"], ids=["by hand", "in CI"])
@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_closed_standard_output(option: str, in_ci: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", in_ci)
    command = f'"{sys.executable}" -m articlelint {option} - >&-'
    done = subprocess.run(
        ["bash", "-c", command], input=ODD.encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, b"Error: standard output is closed\n")


def test_standard_input_is_not_read_beyond_its_end(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person at a terminal ends it once."""

    class Once(BytesIO):
        ended = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            assert data or not self.ended
            self.ended += size is None or size < 0 or len(data) < size
            return data

    stream = TextIOWrapper(Once(ODD.encode()))
    monkeypatch.setattr("tests.e2e.conftest.TextIOWrapper", lambda _: stream)
    assert run("--fix", "-", "-q").out != ODD
