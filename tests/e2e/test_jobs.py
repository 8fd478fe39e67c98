"""Many files checked at once: the same is said of them as if they were checked one by one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from articlelint.cli.commands import commands
from articlelint.engine.check import Checker
from articlelint.running import check_ahead
from articlelint.running.pool import Pool
from tests.e2e.articles import BROKEN, SOUND

pytestmark = pytest.mark.posix

FORMATS = ("concise", "full", "json", "html", "sarif")


@pytest.fixture(autouse=True)
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have workers start for a handful of files."""
    monkeypatch.setattr(check_ahead, "_FIRST", 1)


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many jobs there were in each pool so far."""
    noted: list[int] = []
    init = Pool.__init__

    def noting(pool: Pool, work: Any, jobs: int, **options: Any) -> None:
        noted.append(jobs)
        init(pool, work, jobs, **options)

    monkeypatch.setattr(Pool, "__init__", noting)
    return noted


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have workers be new interpreters."""
    monkeypatch.setattr("articlelint.running.pool.active_count", lambda: 2)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["--no-cache", *arguments])
    return result.exit_code, result.output


def make_site(count: int = 30) -> None:
    """Articles of all kinds, some of which are wrong by themselves, others beside each other."""
    for number in range(count):
        folder = Path(f"{'ab'[number % 2]}")
        folder.mkdir(exist_ok=True)
        text = SOUND if number % 3 else BROKEN
        (folder / f"{number}.md").write_text(text)
    Path("a/none.md").write_text("no front matter\n")
    Path("a/ignored.md").write_text(
        BROKEN.replace("---\n", "---\n# articlelint: ignore-file[x]\n", 1)
    )
    Path("b/odd.md").write_bytes(b"---\ntitle: \xff\n---\n")
    Path("b/empty.md").touch()
    Path("b/link.md").symlink_to("../a/0.md")
    Path("b/nowhere.md").symlink_to("nowhere")
    Path("b/.articlelint.yaml").write_text("rules:\n  duplicate-title: error\n")


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_is_said(format_: str, pools: list[int]) -> None:
    make_site()
    one = run("--format", format_, "--jobs", "1", ".")
    assert pools == []
    assert run("--format", format_, "--jobs", "3", ".") == one
    assert pools == [3]


def test_the_same_is_counted() -> None:
    make_site()
    assert run("--statistics", "--jobs", "3", ".") == run("--statistics", "--jobs", "1", ".")


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    "options",
    [[], ["--ignore", "duplicate-title"], ["--schema", "s.json"], ["--config", "c.yaml"]],
    ids=lambda each: each[0] if each else "no options",
)
def test_the_same_is_said_by_new_interpreters(options: list[str], pools: list[int]) -> None:
    make_site(8)
    Path("s.json").write_text('{"required": ["colour"]}')
    Path("c.yaml").write_text("rules:\n  schema/enum: off\n")
    one = run("--format", "json", *options, "--jobs", "1", ".")
    assert run("--format", "json", *options, "--jobs", "2", ".") == one
    assert pools == [2]


def test_the_hook_has_others_checked_at_once(pools: list[int]) -> None:
    make_site()
    Path(".articlelint.yaml").touch()
    one = run("--format", "json", "--jobs", "1", "a/2.md", "a/0.md")
    assert run("--format", "json", "--jobs", "2", "a/2.md", "a/0.md") == one
    assert 2 in pools


def test_what_workers_find_is_remembered(pools: list[int]) -> None:
    make_site()
    arguments = ["--cache-dir", "cache", "--format", "json", "--jobs", "2", "a", "b"]
    cold = CliRunner().invoke(commands, arguments)
    os.utime("a/0.md", (1, 1))
    warm = CliRunner().invoke(commands, arguments)
    assert (warm.exit_code, warm.output) == (cold.exit_code, cold.output)
    assert pools[:1] == [2]


def test_by_default_all_cores_are_used(pools: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articlelint.running.cores.usable_cores", lambda: 3)
    make_site()
    run(".")
    monkeypatch.setattr("articlelint.running.cores.usable_cores", lambda: 1)
    run(".")
    assert pools == [3]


def test_few_files_are_checked_one_by_one(
    pools: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_ahead, "_FIRST", 20)
    make_site()
    run("--jobs", "2", ".")
    assert pools == []


#: Has an interpreter of Python, and so a worker, die of certain files.
DEADLY = """
import os, signal
from articlelint.engine.check import Checker

begin, here = Checker.begin, HERE

def begin_or_die(checker, source, path, name=None):
    if path.endswith("9.md") and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return begin(checker, source, path, name)

Checker.begin = begin_or_die
"""


def test_a_file_that_ends_processes_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    make_site()
    expected = run("--format", "concise", "--jobs", "1", ".")[1].splitlines()
    program = DEADLY.replace("HERE", str(os.getpid()))
    place = tmp_path_factory.mktemp("place")
    (place / "sitecustomize.py").write_text(program)
    monkeypatch.setenv("PYTHONPATH", str(place))
    monkeypatch.setattr(Checker, "begin", Checker.begin)  # so that it is as it was afterwards
    exec(program, {})  # noqa: S102 - our own, as workers have it
    status, out = run("--format", "concise", "--jobs", "2", ".")
    why = "RuntimeError: the process that checked it ended by signal SIGKILL [internal-error]"
    failed = "error articlelint failed on this file:"
    lost = [f"b/{each}.md:1:1: {failed} {why}" for each in (19, 29, 9)]
    shown = out.splitlines()
    assert status == 1
    assert [each for each in shown if "9.md:" in each] == lost
    others = [each for each in expected if "9.md:" not in each]
    assert [each for each in shown if "9.md:" not in each][:-1] == others[:-1]


def test_an_error_in_a_worker_is_met_again_here(monkeypatch: pytest.MonkeyPatch) -> None:
    make_site()
    expected = run("--format", "concise", "--jobs", "1", ".")
    begin, here = Checker.begin, os.getpid()

    def begin_or_exit(*arguments: Any) -> Any:
        if os.getpid() != here:
            raise SystemExit
        return begin(*arguments)

    monkeypatch.setattr(Checker, "begin", begin_or_exit)
    assert run("--format", "concise", "--jobs", "2", ".") == expected


#: Signals its process group, as a terminal does, when it takes the answers to the first files,
#: while its workers are at files that take long.
SIGNALLED = """
import os, sys, time
from articlelint.engine.check import Checker
from articlelint.running import check_ahead
from articlelint.running.pool import Pool

number, check_ahead._FIRST = int(sys.argv.pop(1)), 1
answers, begin, here = Pool.answers, Checker.begin, os.getpid()

def answers_or_end(pool):
    os.killpg(0, number)
    return answers(pool)

def begin_slowly(*arguments):
    time.sleep(0 if os.getpid() == here else 600)
    return begin(*arguments)

Pool.answers, Checker.begin = answers_or_end, begin_slowly
from articlelint.cli import start
start()
"""


def without_coverage() -> dict[str, str]:
    """The environment of a run that is to end at once, and to load nothing more."""
    return {name: os.environ[name] for name in os.environ if "COV" not in name}


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", -15), ("SIGKILL", -9)])
def test_a_signal_ends_the_run_and_its_workers(name: str, status: int) -> None:
    make_site(60)
    number = str(int(signal.Signals[name]))
    command = [sys.executable, "-c", SIGNALLED, number, "--no-cache", "--jobs", "2", "."]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=without_coverage(),
        start_new_session=True,
        text=True,
    ) as process:
        # Until nobody has its output open any more, and the workers do.
        out, error = process.communicate(timeout=60)
    assert process.returncode == status
    assert out == ""
    assert "Traceback" not in error


def test_one_job_loads_nothing_of_the_others() -> None:
    make_site()
    program = """
import sys
from articlelint.running import check_ahead
check_ahead._FIRST = 1
from articlelint.cli import start
try:
    start()
finally:
    print(*({"multiprocessing", "queue", "concurrent"} & {*sys.modules}))
    print(*(each for each in sys.modules if each.endswith((".pool", ".worker", ".cores"))))
"""
    command = [sys.executable, "-c", program, "--no-cache", "--quiet", "--jobs", "1", "a", "b"]
    done = subprocess.run(
        [*command, "--exit-zero", "--format", "concise"],
        capture_output=True,
        env=without_coverage(),
        text=True,
        check=True,
    )
    *_, modules, own = done.stdout.split("\n")[:-1]
    assert (modules, own) == ("", "")


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_wrong_numbers_of_jobs(number: str) -> None:
    status, out = run("--jobs", number)
    assert status == 2
    assert "Invalid value for '--jobs'" in out
