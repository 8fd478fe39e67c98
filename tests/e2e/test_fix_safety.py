"""Whatever happens to a run of `--fix`, every file is complete: the old one or the new one."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN_LINE, ODD, SOUND
from tests.e2e.conftest import Outcome, Run

FIX = ("--fix", "--unsafe-fixes", "--quiet")
CONCISE = ("--format", "concise")

#: Large enough to be written in several steps, and fixed in its front matter alone.
OLD = (ODD + "A line of the body.\n" * 500).encode()
NEW = OLD.replace(b"Ferries ", b"Ferries")


def fill(folder: Path, number: int) -> list[Path]:
    """A folder with so many articles to fix."""
    folder.mkdir()
    paths = [folder / f"{index:04}.md" for index in range(number)]
    for path in paths:
        path.write_bytes(OLD)
    return paths


#: Signals its process group, as a terminal does, at the moment of which the number is given.
SIGNALLED = """
import os, sys
number, left = int(sys.argv.pop(1)), int(sys.argv.pop(1))
has_begun = False

def count(event, _):
    global left, has_begun
    has_begun |= event == "os.rename"
    if has_begun and event in ("open", "os.rename"):
        left -= 1
        if not left:
            os.killpg(0, number)

sys.addaudithook(count)
from articlelint.cli import start
start()
"""


def start(folder: Path, *how: str) -> subprocess.Popen[bytes]:
    """A run that fixes the articles of a folder."""
    # Coverage would leave its own files where a run is killed.
    environment = {name: os.environ[name] for name in os.environ if "COV" not in name}
    command = (sys.executable, *(how or ("-m", "articlelint")), *FIX, str(folder))
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, env=environment, start_new_session=True
    )


def ends(folder: Path, number: signal.Signals, moment: int) -> int:
    """How a run ends that gets a signal when it opens or replaces a file.

    That is at this ``moment``, counted from when it puts the first fixed file in its place.
    """
    with start(folder, "-c", SIGNALLED, str(number.value), str(moment)) as process:
        return process.wait()


@pytest.mark.posix
def test_a_run_that_is_killed_leaves_whole_files_and_the_next_fixes_the_rest(folder: Path) -> None:
    moments = random.Random(20230504)  # noqa: S311 - of no secret
    paths = fill(folder / "news", 200)
    for _ in range(6):
        moment = moments.randrange(1, 40)
        assert ends(folder / "news", signal.SIGKILL, moment) == -signal.SIGKILL
        found = [path.read_bytes() for path in paths]
        assert {*found} <= {OLD, NEW}
        assert OLD in found
    assert NEW in found
    left_over = [each for each in os.listdir("news") if not each.endswith(".md")]
    assert all(each.startswith(".articlelint-") for each in left_over)
    with start(folder / "news") as process:
        assert process.wait() == 0
    assert {path.read_bytes() for path in paths} == {NEW}


def test_what_a_killed_run_leaves_is_no_article(run: Run) -> None:
    Path(".articlelint-0123456789abcdef.tmp").write_bytes(OLD)
    Path("a.md").write_text(SOUND)
    assert run("--show-files").out == "a.md\n"


def test_two_runs_at_once(folder: Path) -> None:
    paths = fill(folder / "news", 200)
    with start(folder / "news") as one, start(folder / "news") as other:
        assert (one.wait(), other.wait()) == (0, 0)
    assert {path.read_bytes() for path in paths} == {NEW}
    assert len(os.listdir("news")) == 200


@pytest.mark.posix
@pytest.mark.parametrize("moment", range(1, 12))
def test_an_interrupt_leaves_whole_files_and_nothing_else(folder: Path, moment: int) -> None:
    paths = fill(folder / "news", 50)
    assert ends(folder / "news", signal.SIGINT, moment) == 130
    found = {path.read_bytes() for path in paths}
    assert OLD in found
    assert found <= {OLD, NEW}
    assert len(os.listdir("news")) == 50


def refused(outcome: Outcome, reason: str, path: str = "a.md") -> None:
    """The file is reported with all its faults, and nothing counts as fixed."""
    status, out, error = outcome
    assert status == 1
    first, second = out.splitlines()
    assert first == f"{path}:1:1: error cannot be written: {reason} [unwritable-file]"
    assert second.startswith(f"{path}:12:18: warning ")
    assert error == ("1 file checked: 1 error, 1 warning; 0 fixed; 1 fixable with --fix\n")
    assert [each for each in os.listdir() if each.endswith(".tmp")] == []


@pytest.mark.posix
def test_a_read_only_file(run: Run) -> None:
    Path("a.md").write_bytes(OLD)
    os.chmod("a.md", 0o444)
    refused(run("--fix", *CONCISE), "Permission denied")
    assert Path("a.md").read_bytes() == OLD


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.posix
def test_a_file_that_the_system_does_not_let_be_so_large(run: Run) -> None:
    Path("a.md").write_bytes(OLD)
    with no_file_larger_than(len(OLD) // 2):
        outcome = run("--fix", *CONCISE)
    refused(outcome, os.strerror(errno.EFBIG))
    assert Path("a.md").read_bytes() == OLD


@pytest.mark.posix
def test_a_full_disk(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k,nr_inodes=10", "tmpfs", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("no small file system can be mounted here")
    try:
        monkeypatch.chdir(disk)
        Path("a.md").write_bytes(OLD)
        refused(run("--fix", *CONCISE), os.strerror(errno.ENOSPC))
        assert Path("a.md").read_bytes() == OLD
    finally:
        monkeypatch.chdir(folder)
        subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_is_full_by_the_time_of_the_write(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Path("a.md").write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", fail)
    refused(run("--fix", *CONCISE), "No space left on device")
    assert Path("a.md").read_bytes() == OLD


def test_a_file_that_somebody_changes_meanwhile(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", lambda _: Path("a.md").write_bytes(b"mine"))
    refused(run("--fix", *CONCISE), "another program has changed it meanwhile")
    assert Path("a.md").read_bytes() == b"mine"


@pytest.mark.posix
def test_one_file_that_cannot_be_written_does_not_keep_the_others_from_it(run: Run) -> None:
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_bytes(OLD)
    os.chmod("b.md", 0o444)
    status, out, error = run("--fix", *CONCISE)
    assert (status, out.count("[unwritable-file]")) == (1, 1)
    assert "2 fixed" in error
    assert [Path(name).read_bytes() for name in ("a.md", "b.md", "c.md")] == [NEW, OLD, NEW]


@pytest.mark.posix
def test_a_link_is_followed_and_stays_a_link(run: Run) -> None:
    Path("elsewhere").mkdir()
    Path("elsewhere/a.txt").write_bytes(OLD)
    Path("news").mkdir()
    os.symlink("../elsewhere/a.txt", "news/a.md")
    assert run("--fix", "news").status == 0
    assert os.readlink("news/a.md") == "../elsewhere/a.txt"
    assert Path("elsewhere/a.txt").read_bytes() == NEW


@pytest.mark.posix
def test_two_names_of_one_file(run: Run) -> None:
    Path("a.md").write_bytes(OLD)
    os.symlink("a.md", "b.md")
    assert run("--fix") == (0, "", "1 file checked, nothing to report; 1 fixed\n")
    assert Path("a.md").read_bytes() == NEW


@pytest.mark.posix
def test_a_file_is_fixed_with_the_settings_of_its_own_name(run: Run, folder: Path) -> None:
    off = "{irregular-whitespace: off}"
    (folder / ".articlelint.yaml").write_text(f"overrides: [{{files: [b.md], rules: {off}}}]\n")
    Path("b.md").write_bytes(OLD)
    os.symlink("b.md", "a.md")
    place = "a.md:12:18: warning"
    assert run("--diff") == (0, "", "0 faults would be fixed in 0 files\n")
    for _ in range(2):
        status, out, err = run("--fix", *CONCISE)
        assert (status, out.count("\n"), out.startswith(place)) == (0, 1, True)
        assert err == "2 files checked: 0 errors, 1 warning; 0 fixed; 1 fixable with --fix\n"
        assert Path("b.md").read_bytes() == OLD
    assert run("--fix", "a.md").err == "1 file checked, nothing to report; 1 fixed\n"
    assert (os.readlink("a.md"), Path("b.md").read_bytes()) == ("b.md", NEW)


@pytest.mark.posix
def test_other_names_are_checked_as_the_file_has_become(run: Run, folder: Path) -> None:
    off = "{insecure-url: off}"
    (folder / ".articlelint.yaml").write_text(f"overrides: [{{files: [a.md], rules: {off}}}]\n")
    Path("b.md").write_bytes(OLD)
    os.symlink("b.md", "a.md")
    diff = run("--diff")
    assert (diff.out.count("+++ "), diff.out.count("+++ b/b.md")) == (1, 1)
    assert run("--fix") == (0, "", "2 files checked, nothing to report; 1 fixed\n")
    assert Path("b.md").read_bytes() == NEW


def test_a_file_with_another_hard_link_is_left_alone(run: Run) -> None:
    Path("outside").write_bytes(OLD)
    os.link("outside", "a.md")
    reason = "it has another hard link, which would keep the old content"
    refused(run("--fix", *CONCISE), reason)
    assert (Path("a.md").read_bytes(), Path("outside").read_bytes()) == (OLD, OLD)
    os.unlink("outside")
    assert run("--fix").status == 0
    assert Path("a.md").read_bytes() == NEW


@pytest.mark.posix
def test_a_link_out_of_the_repository_is_left_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("site/.git").mkdir(parents=True)
    Path("outside.md").write_bytes(OLD)
    monkeypatch.chdir("site")
    os.symlink("../outside.md", "a.md")
    reason = "a link leads out of the repository"
    status, out, _ = run("--fix", *CONCISE)
    assert (status, out) == (1, f"a.md:1:1: error cannot be read: {reason} [unreadable-file]\n")
    assert Path("../outside.md").read_bytes() == OLD


@pytest.mark.posix
@pytest.mark.parametrize("name", ["../w", "../w/a.md"])
def test_without_a_repository_a_link_out_of_the_folder_is_left_alone(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("w").mkdir()
    Path("here").mkdir()
    Path("out.txt").write_bytes(OLD)
    os.symlink("../out.txt", "w/a.md")
    Path("w/b.txt").write_bytes(OLD)
    monkeypatch.chdir("here")
    reason = "a link leads out of the folder that it is in"
    status, out, _ = run("--fix", name, *CONCISE)
    said = f"../w/a.md:1:1: error cannot be read: {reason} [unreadable-file]\n"
    assert (status, out) == (1, said)
    assert Path("../out.txt").read_bytes() == OLD
    os.unlink("../w/a.md")
    os.symlink("b.txt", "../w/a.md")
    assert run("--fix", name).status == 0
    assert Path("../w/b.txt").read_bytes() == NEW


@pytest.mark.posix
def test_a_pipe_is_checked_but_not_written(run: Run) -> None:
    reader, writer = os.pipe()
    try:
        os.write(writer, OLD)
        os.close(writer)
        path = f"/dev/fd/{reader}"
        refused(run("--fix", path, *CONCISE), "not a regular file", path)
    finally:
        os.close(reader)


def test_reports_do_not_take_the_place_of_articles(run: Run) -> None:
    Path("a.md").write_bytes(OLD.replace(b"type: article", b"type: artcle"))
    run("--fix", *CONCISE, "--output-file", "report.txt")
    assert Path("report.txt").read_text() == f"a.md{BROKEN_LINE}"
