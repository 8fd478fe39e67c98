"""What only a real process shows: pipes, signals, terminals, closed streams, locales."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.articles import BROKEN, BROKEN_LINE, SOUND, naming

pytestmark = pytest.mark.posix

COMMAND = [sys.executable, "-m", "articlelint"]
CONCISE = ("--format", "concise")


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    return subprocess.Popen([*COMMAND, *arguments], stdin=subprocess.DEVNULL, **options)


def shell(command: str, **variables: str) -> tuple[int, str, str]:
    """Run a shell command in which `articlelint` is this one."""
    definition = f'articlelint() {{ "{sys.executable}" -m articlelint "$@"; }}\n'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", definition + command],
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode()


def test_the_module_and_the_script_are_the_same_command() -> None:
    script = Path(sys.executable).with_name("articlelint")
    for command in (COMMAND, [str(script)]):
        done = subprocess.run([*command, "-h"], capture_output=True, check=True, text=True)
        assert done.stdout.startswith("Usage: articlelint [OPTIONS] [COMMAND] [ARGS]...\n")


@pytest.mark.parametrize("text", [SOUND, BROKEN], ids=["sound", "broken"])
def test_standard_input(text: str) -> None:
    Path("a.txt").write_text(text)
    status = int(text == BROKEN)
    out = f"a.md{BROKEN_LINE}" if status else ""
    command = "cat a.txt | articlelint --quiet --format concise - --stdin-filename a.md"
    assert shell(command) == (status, out, "")


def test_endless_standard_input() -> None:
    message = "the file is larger than 16 MiB, which is the limit [too-complex]"
    assert shell("articlelint -q --format concise - < /dev/zero") == (
        1,
        f"<stdin>:1:1: error {message}\n",
        "",
    )


@pytest.mark.parametrize(
    "command", ["articlelint --format concise many/", "articlelint --format json many/"]
)
def test_a_reader_that_has_seen_enough(command: str) -> None:
    Path("many").mkdir()
    for number in range(300):  # more than a pipe holds
        Path(f"many/{number}-{'x' * 200}.md").write_text(BROKEN)
    first_line = f"{command} | head -n 1 | wc -l; exit ${{PIPESTATUS[0]}}"
    assert shell(first_line) == (141, "1\n", "")


def test_a_reader_that_has_seen_enough_of_a_little() -> None:
    """If the output fits into the pipe, it may be written before the reader ends."""
    status, out, err = shell("articlelint rules | head -n 1 | wc -l; exit ${PIPESTATUS[0]}")
    assert (status in {0, 141}, out, err) == (True, "1\n", "")


@pytest.mark.parametrize(
    ("command", "status", "error"),
    [
        ("articlelint a.md > /dev/full", 2, "Error: [Errno 28] No space left on device\n"),
        ("articlelint rules > /dev/full", 2, "Error: [Errno 28] No space left on device\n"),
        ("articlelint --version > /dev/full", 2, "Error: [Errno 28] No space left on device\n"),
        ("articlelint --help > /dev/full", 2, "Error: [Errno 28] No space left on device\n"),
        ("articlelint rules -h > /dev/full", 2, "Error: [Errno 28] No space left on device\n"),
        ("articlelint --version", 0, ""),
        ("articlelint a.md >&-", 2, "Error: standard output is closed\n"),
        ("articlelint - <&-", 2, "Error: standard input is closed\n"),
        ("articlelint a.md 2>&-", 1, ""),
        (
            "mkdir gone; cd gone; rmdir ../gone; articlelint",
            2,
            "Error: [Errno 2] No such file or directory\n",
        ),
    ],
    ids=lambda each: each.partition(";")[0] if isinstance(each, str) else "",
)
def test_streams_and_folders_that_are_not_there(command: str, status: int, error: str) -> None:
    Path("a.md").write_text(BROKEN)
    outcome = shell(command)
    assert (outcome[0], outcome[2]) == (status, error)


@pytest.mark.parametrize(
    "variables",
    [
        pytest.param({"LC_ALL": "C"}, id="C"),
        pytest.param({"LC_ALL": "C.UTF-8"}, id="UTF-8"),
        pytest.param(
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="nothing but ASCII"
        ),
        pytest.param({"PYTHONIOENCODING": "latin-1"}, id="Latin-1"),
    ],
)
def test_any_locale(variables: Mapping[str, str]) -> None:
    Path("fähre.md").write_text(BROKEN.replace("artcle", "fähre 渡"), encoding="utf-8")
    for format_ in ("concise", "full", "json"):
        status, out, error = shell(f"articlelint -q --format {format_} f*.md", **variables)
        assert (status, error) == (1, "")
        assert "schema/enum" in out
        assert format_ != "json" or "fähre 渡" in json.loads(out)[0]["message"]


ASCII_ONLY = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("variables", [{}, ASCII_ONLY], ids=["UTF-8", "nothing but ASCII"])
def test_files_are_found_by_their_names_in_any_locale(variables: Mapping[str, str]) -> None:
    """Schemas, references and baselines that are named in files, which are UTF-8."""
    Path("é.json").write_text('{"$ref": "%C3%BC.json"}')
    Path("ü.json").write_text('{"required": ["colour"]}')
    Path("ö.json").write_text('[{"version": 1}]')
    said = ':1:1: error missing required key "colour" [schema/required]\n'
    Path("b.md").write_text(SOUND)
    Path("a.md").write_text(naming("é.json"), encoding="utf-8")
    status, out, error = shell("articlelint -q --format concise a.md", **variables)
    assert (status, out, error) == (1, f"a.md{said}", "")
    Path(".articlelint.yaml").write_text("schema: é.json\nbaseline: ö.json\n", encoding="utf-8")
    status, out, error = shell("articlelint -q --format concise b.md", **variables)
    assert (status, out, error) == (1, f"b.md{said}", "")


#: A pipe in the current folder, which a run only waits for if it is named like this.
WAIT = "/proc/self/cwd/wait.md"


@contextmanager
def waiting(*arguments: str, **options: Any) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A run that reads the pipe `WAIT`, and the pipe's end for writing."""
    if not os.path.exists(os.path.dirname(WAIT)):
        pytest.skip("there is no /proc, by which a run takes a pipe for one of the system")
    os.mkfifo("wait.md")
    with start(*arguments, **options) as process:
        end = _open_for_writing("wait.md", process)
        try:
            yield process, end
        finally:
            os.close(end)


def _open_for_writing(pipe: str, process: subprocess.Popen[bytes]) -> int:
    """Open a pipe as soon as the process has opened its other end."""
    while process.poll() is None:
        with suppress(OSError):
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.01)
    pytest.fail("the run ended without opening the pipe")


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Send SIGINT until the process ends: one sent just before a read is handled only after it."""
    for _ in range(30):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
            return
    process.kill()


def test_an_interrupt_ends_a_run_with_one_line() -> None:
    for name in ("a.md", "z.md"):
        Path(name).write_text(BROKEN)
    with waiting(*CONCISE, "a.md", WAIT, "z.md") as (process, _):
        interrupt(process)
        out, error = process.communicate()
    assert (process.returncode, error) == (130, b"interrupted\n")
    assert out.decode() in {"", f"a.md{BROKEN_LINE}"}


class Terminal:
    """A pseudo-terminal: what a process writes to it, and what it then shows."""

    def __init__(self) -> None:
        import pty

        self._ours, self.theirs = pty.openpty()

    def read(self) -> str:
        """Everything that was written, after all processes have closed the terminal."""
        os.close(self.theirs)
        parts = []
        try:
            while part := os.read(self._ours, 1 << 16):
                parts.append(part)
        except OSError:  # how Linux says that it is closed
            pass
        os.close(self._ours)
        return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


PROGRESS = "\r\x1b[K1 of 1 files checked\r\x1b[K"


@pytest.mark.parametrize(
    ("arguments", "variables", "shown"),
    [
        pytest.param([], {}, PROGRESS + "1 file checked, nothing to report\n", id="long run"),
        pytest.param(["--quiet"], {}, "", id="quiet"),
        pytest.param(
            [], {"TERM": "dumb"}, "1 file checked, nothing to report\n", id="dumb terminal"
        ),
    ],
)
def test_progress_is_shown_on_a_terminal(
    arguments: list[str], variables: Mapping[str, str], shown: str, terminal: Terminal
) -> None:
    environment = {**os.environ, **variables}
    with waiting(*arguments, WAIT, stderr=terminal.theirs, env=environment) as (
        process,
        end,
    ):
        time.sleep(1.2)  # a run that is shorter shows nothing
        os.write(end, SOUND.encode())
    assert process.wait() == 0
    assert terminal.read() == shown


def test_no_progress_where_standard_error_is_no_terminal(terminal: Terminal) -> None:
    with open("errors", "w+b") as errors:
        with waiting(WAIT, stdout=terminal.theirs, stderr=errors) as (_, end):
            time.sleep(1.2)
            os.write(end, SOUND.encode())
        errors.seek(0)
        assert errors.read() == b"1 file checked, nothing to report\n"
    assert terminal.read() == ""


def test_an_interrupt_on_a_terminal_has_a_line_of_its_own(terminal: Terminal) -> None:
    with waiting(WAIT, stderr=terminal.theirs) as (process, _):
        os.write(terminal.theirs, b"^C")  # as a terminal echoes it
        interrupt(process)
    assert process.returncode == 130
    assert terminal.read() == "^C\ninterrupted\n"


@pytest.mark.parametrize(
    ("variables", "arguments", "colored"),
    [
        pytest.param({}, [], False, id="pipe"),
        pytest.param({"FORCE_COLOR": "1"}, [], True, id="FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": ""}, [], False, id="empty FORCE_COLOR"),
        pytest.param({"CLICOLOR_FORCE": "1"}, [], True, id="CLICOLOR_FORCE"),
        pytest.param({"CLICOLOR_FORCE": "0"}, [], False, id="CLICOLOR_FORCE of 0"),
        pytest.param({"CLICOLOR_FORCE": ""}, [], False, id="empty CLICOLOR_FORCE"),
        pytest.param({"FORCE_COLOR": "1", "TERM": "dumb"}, [], True, id="dumb terminal"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, id="NO_COLOR, too"),
        pytest.param({"FORCE_COLOR": "1"}, ["--color", "never"], False, id="never"),
    ],
)
@pytest.mark.parametrize("way", [CONCISE, ("--diff", "--unsafe-fixes")], ids=["report", "diff"])
def test_colors_in_a_pipe(
    way: tuple[str, ...], variables: Mapping[str, str], arguments: list[str], *, colored: bool
) -> None:
    Path("a.md").write_text(BROKEN)
    out, _ = start("a.md", *way, *arguments, env={**os.environ, **variables}).communicate()
    assert (b"\x1b[31m" in out) is colored


@pytest.mark.parametrize(
    ("variables", "arguments", "colored"),
    [
        pytest.param({}, [], True, id="terminal"),
        pytest.param({"NO_COLOR": "1"}, [], False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, [], True, id="empty NO_COLOR"),
        pytest.param({"NO_COLOR": "1"}, ["--color", "always"], True, id="always"),
        pytest.param({}, ["--color", "never"], False, id="never"),
        pytest.param({"TERM": "dumb"}, [], False, id="dumb terminal"),
    ],
)
def test_colors_on_a_terminal(
    variables: Mapping[str, str], arguments: list[str], terminal: Terminal, *, colored: bool
) -> None:
    Path("a.md").write_text(BROKEN)
    environment = {**os.environ, **variables}
    with start("a.md", *CONCISE, *arguments, stdout=terminal.theirs, env=environment) as process:
        process.wait()
    out = terminal.read()
    assert ("\x1b[31m" in out) is colored
    assert "a.md:7:7" in out
