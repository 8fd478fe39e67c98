from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from articlelint.files import path_in_text, read_regular, replace_file, write_whole

OLD, NEW = "old\n", "new\n"
BEFORE, AFTER = OLD.encode(), NEW.encode()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mask() -> Iterator[None]:
    """New files can be read by the group."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: str) -> str:
    return oct(os.stat(path).st_mode & 0o7777)


@pytest.mark.parametrize(
    ("limit", "data"), [(0, b""), (3, b"old"), (4, BEFORE), (5, BEFORE), (10**12, BEFORE)]
)
def test_a_regular_file_is_read_up_to_a_limit(limit: int, data: bytes) -> None:
    Path("a").write_bytes(BEFORE)
    assert read_regular("a", limit) == data


def test_all_bytes_of_a_large_file_are_read() -> None:
    data = os.urandom(200_000)
    Path("a").write_bytes(data)
    assert read_regular("a", len(data)) == data
    assert read_regular("a", 150_000) == data[:150_000]


@pytest.mark.posix
def test_a_link_to_a_regular_file_is_read() -> None:
    Path("a").write_bytes(BEFORE)
    os.symlink("a", "b")
    assert read_regular("b", 10) == BEFORE


@pytest.mark.posix
@pytest.mark.parametrize("path", ["pipe", "link", "socket", "/dev/zero", "/dev/tty"])
def test_what_may_never_end_is_not_read(path: str) -> None:
    os.mkfifo("pipe")
    os.symlink("pipe", "link")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        with pytest.raises(OSError, match="not a regular file") as caught:
            read_regular(path, 10)
    assert caught.value.strerror == "not a regular file"


@pytest.mark.posix
def test_what_is_replaced_by_a_pipe_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a").write_bytes(BEFORE)
    regular = os.lstat("a")
    os.mkfifo("pipe")
    monkeypatch.setattr(os, "lstat", lambda _: regular)
    with pytest.raises(OSError, match="not a regular file"):
        read_regular("pipe", 10)


@pytest.mark.parametrize("path", ["a\0b", "\ud800"])
def test_a_name_that_no_file_can_have(path: str) -> None:
    with pytest.raises(OSError, match="no file can have this name"):
        read_regular(path, 10)


@pytest.mark.posix
@pytest.mark.parametrize("name", ["news/a.json", "é.json", "\udcff.json", "a\0b", "\ud800"])
def test_a_path_in_a_text_is_the_same_where_names_are_utf_8(name: str) -> None:
    assert path_in_text(name) == name


def test_a_folder_is_not_read() -> None:
    Path("a").mkdir()
    with pytest.raises(IsADirectoryError, match="directory"):
        read_regular("a", 10)


@pytest.mark.posix
@pytest.mark.usefixtures("mask")
def test_a_new_file_has_the_mode_of_any_new_file() -> None:
    write_whole("a", [NEW[:2], NEW[2:]])
    assert Path("a").read_text() == NEW
    assert mode("a") == "0o640"
    assert os.umask(0o027) == 0o027, "the mask stays"


@pytest.mark.posix
@pytest.mark.parametrize("bits", [0o600, 0o664, 0o755])
@pytest.mark.usefixtures("mask")
def test_a_file_that_is_there_keeps_its_mode(bits: int) -> None:
    Path("a").write_text(OLD)
    os.chmod("a", bits)
    write_whole("a", [NEW])
    assert Path("a").read_text() == NEW
    assert mode("a") == oct(bits)


@pytest.mark.posix
@pytest.mark.parametrize("change", ["cannot change the owner", "knows of no owners"])
def test_a_system_that(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    Path("a").write_text(OLD)
    if change == "knows of no owners":
        monkeypatch.delattr(os, "chown")
        monkeypatch.delattr(os, "listxattr", raising=False)
    else:
        monkeypatch.setattr(os, "chown", refuse)
    write_whole("a", [NEW])
    assert Path("a").read_text() == NEW


def test_nothing_may_be_written() -> None:
    write_whole("a", [])
    assert Path("a").read_bytes() == b""


@pytest.mark.posix
def test_text_is_utf_8_with_the_line_breaks_that_it_has() -> None:
    write_whole("a", ["é \U0001f309\n", "b\r\n", os.fsdecode(b"\xff")])
    assert Path("a").read_bytes() == "é \U0001f309\nb\r\n\\udcff".encode()


def test_a_path_may_lead_elsewhere() -> None:
    Path("below").mkdir()
    write_whole(os.path.abspath("below/a"), [NEW])
    write_whole("below/../b", [NEW])
    assert Path("below/a").read_text() == Path("b").read_text() == NEW


@pytest.mark.posix
def test_a_link_is_followed() -> None:
    Path("below").mkdir()
    Path("below/a").write_text(OLD)
    os.symlink("below/a", "link")
    os.symlink("below/new", "to-be")
    write_whole("link", [NEW])
    write_whole("to-be", [NEW])
    assert os.readlink("link") == "below/a"
    assert Path("below/a").read_text() == Path("below/new").read_text() == NEW


class BrokenError(Exception):
    pass


def failing() -> Iterator[str]:
    yield NEW
    raise BrokenError


@pytest.mark.parametrize("there", [True, False])
def test_where_it_fails_all_is_as_before(folder: Path, *, there: bool) -> None:
    if there:
        Path("a").write_text(OLD)
    with pytest.raises(BrokenError):
        write_whole("a", failing())
    assert [each.name for each in folder.iterdir()] == (["a"] if there else [])
    assert not there or Path("a").read_text() == OLD


def test_while_it_is_written_the_old_one_is_there() -> None:
    Path("a").write_text(OLD)

    def chunks() -> Iterator[str]:
        yield NEW
        assert Path("a").read_text() == OLD

    write_whole("a", chunks())
    assert Path("a").read_text() == NEW


@pytest.mark.parametrize("path", ["nothere/a", "file/a", "."])
def test_where_nothing_can_be_written(path: str) -> None:
    Path("file").touch()
    with pytest.raises(OSError, match=r"No such file|directory|Not a"):
        write_whole(path, [NEW])


@pytest.mark.parametrize("path", ["nothere/a", "file/a", "linked", "locked/a"])
def test_what_cannot_be_written_is_known_before_the_text(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def chunks() -> Iterator[str]:
        asked.append(path)
        yield NEW

    Path("file").touch()
    Path("linked").touch()
    os.link("linked", "other")
    Path("locked").mkdir()
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda folder, how: "locked" not in folder and access(folder, how)
    )
    with pytest.raises(OSError, match=r"No such file|Not a dir|hard link|Permission denied"):
        write_whole(path, chunks())
    assert asked == []


@pytest.mark.posix
def test_a_named_pipe_is_written_to() -> None:
    os.mkfifo("pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text()))
    reader.start()
    write_whole("pipe", [NEW])
    reader.join()
    assert read == [NEW]
    assert not os.path.isfile("pipe")


@pytest.mark.posix
def test_standard_output_by_its_path_is_written_to() -> None:
    code = "from articlelint.files import write_whole; write_whole('/dev/stdout', ['new\\n'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == (NEW, "")


class TestReplaceFile:
    def write(self, data: bytes = BEFORE) -> None:
        Path("a").write_bytes(data)

    def refused(self, path: str, why: str) -> None:
        """Nothing is written, and no temporary file is left."""
        names = os.listdir()
        with pytest.raises(OSError, match=why):
            replace_file(path, BEFORE, AFTER)
        assert os.listdir() == names

    @pytest.mark.posix
    @pytest.mark.parametrize("bits", [0o600, 0o664, 0o755, 0o200])
    def test_the_new_file_replaces_the_old_one(self, bits: int) -> None:
        self.write()
        os.chmod("a", bits)
        replace_file("a", BEFORE, AFTER)
        assert Path("a").read_bytes() == AFTER
        assert mode("a") == oct(bits)
        assert os.listdir() == ["a"]

    @pytest.mark.posix
    def test_the_owner_is_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write()
        owners = []
        monkeypatch.setattr(os, "chown", lambda path, *ids: owners.append((path, ids)))
        replace_file("a", BEFORE, AFTER)
        ((path, ids),) = owners
        status = os.stat("a")
        assert ids == (status.st_uid, status.st_gid)
        assert path.endswith(".tmp")

    @pytest.mark.posix
    def test_the_owner_is_kept_in_fact(self) -> None:
        if os.getuid() != 0:
            pytest.skip("only root can give a file away")
        self.write()
        os.chown("a", 4711, 4712)
        os.chmod("a", 0o640)
        replace_file("a", BEFORE, AFTER)
        status = os.stat("a")
        assert (status.st_uid, status.st_gid, mode("a")) == (4711, 4712, "0o640")

    @pytest.mark.posix
    def test_extended_attributes_are_kept(self) -> None:
        self.write()
        try:
            os.setxattr("a", "user.origin", b"\xffpress")
        except (AttributeError, OSError):
            pytest.skip("needs a file system with extended attributes")
        replace_file("a", BEFORE, AFTER)
        assert os.getxattr("a", "user.origin") == b"\xffpress"

    @pytest.mark.posix
    @pytest.mark.parametrize("refusing", ["listxattr", "setxattr"])
    def test_attributes_that_cannot_be_kept_prevent_nothing(
        self, refusing: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = []

        def set_(_path: str, name: str, value: bytes) -> None:
            if refusing == "setxattr" and name == "security.a":
                raise PermissionError
            kept.append((name, value))

        def list_(_path: str) -> list[str]:
            if refusing == "listxattr":
                raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
            return ["security.a", "user.a"]

        monkeypatch.setattr(os, "listxattr", list_, raising=False)
        monkeypatch.setattr(os, "getxattr", lambda *_: b"a", raising=False)
        monkeypatch.setattr(os, "setxattr", set_, raising=False)
        self.write()
        replace_file("a", BEFORE, AFTER)
        assert Path("a").read_bytes() == AFTER
        assert kept == ([("user.a", b"a")] if refusing == "setxattr" else [])

    @pytest.mark.posix
    def test_links_are_followed(self) -> None:
        Path("below").mkdir()
        Path("below/a").write_bytes(BEFORE)
        os.symlink("below/a", "one")
        os.symlink("one", "two")
        replace_file("two", BEFORE, AFTER)
        assert (os.readlink("one"), os.readlink("two")) == ("below/a", "one")
        assert Path("below/a").read_bytes() == AFTER
        assert os.listdir("below") == ["a"]

    def test_a_file_with_another_hard_link_is_left_alone(self) -> None:
        self.write()
        os.link("a", "b")
        self.refused("a", "another hard link")
        with pytest.raises(OSError, match="another hard link"):
            write_whole("b", [NEW])
        assert Path("a").read_bytes() == Path("b").read_bytes() == BEFORE

    @pytest.mark.posix
    @pytest.mark.parametrize("root", ["site", "site/news"])
    def test_links_stay_within_the_repository(
        self, root: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("site/news").mkdir(parents=True)
        Path(root, ".git").touch()  # a file, as in another worktree
        Path("site/a").write_bytes(BEFORE)
        os.symlink("../a", "site/news/link")
        for place in (".", "site/news", "/"):
            path = os.path.relpath("site/news/link", place)
            with monkeypatch.context() as patch:
                patch.chdir(place)
                if root == "site":
                    replace_file(path, BEFORE, AFTER)
                else:
                    self.refused(path, "a link leads out of the repository")
        assert Path("site/a").read_bytes() == (AFTER if root == "site" else BEFORE)

    @pytest.mark.posix
    def test_a_repository_may_itself_be_reached_by_a_link(self) -> None:
        Path("site/.git").mkdir(parents=True)
        Path("site/a").write_bytes(BEFORE)
        os.symlink("site", "link")
        replace_file("link/a", BEFORE, AFTER)
        assert Path("site/a").read_bytes() == AFTER

    def test_a_name_may_be_as_long_as_a_name_can_be(self) -> None:
        name = "a" * 252 + ".md"
        Path(name).write_bytes(BEFORE)
        replace_file(name, BEFORE, AFTER)
        assert Path(name).read_bytes() == AFTER

    def test_what_is_written_beside_it_is_never_taken_for_an_article(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("a.md").write_bytes(BEFORE)
        names = []
        monkeypatch.setattr(os, "fsync", lambda _: names.extend(os.listdir()))
        replace_file("a.md", BEFORE, AFTER)
        (beside,) = set(names) - {"a.md"}
        assert beside.startswith(".articlelint-")
        assert beside.endswith(".tmp")

    @pytest.mark.parametrize("now", [b"", b"ol", b"old\n\n", b"else"])
    def test_what_another_program_has_changed_is_left_alone(self, now: bytes) -> None:
        self.write(now)
        self.refused("a", "another program has changed it meanwhile")
        assert Path("a").read_bytes() == now

    def test_what_another_run_has_written_already_is_no_failure(self) -> None:
        self.write(AFTER)
        replace_file("a", BEFORE, AFTER)
        assert Path("a").read_bytes() == AFTER

    def test_the_last_moment_counts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write()
        monkeypatch.setattr(os, "fsync", lambda _: self.write(b"else"))
        self.refused("a", "meanwhile")
        assert Path("a").read_bytes() == b"else"

    def test_a_file_that_is_gone_stays_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refused("a", "No such file")
        self.write()
        monkeypatch.setattr(os, "fsync", lambda _: os.unlink("a"))
        with pytest.raises(FileNotFoundError):
            replace_file("a", BEFORE, AFTER)
        assert os.listdir() == []

    @pytest.mark.posix
    def test_a_read_only_file_is_left_alone(self) -> None:
        self.write()
        os.chmod("a", 0o444)
        self.refused("a", "Permission denied")
        assert Path("a").read_bytes() == BEFORE

    def test_a_file_that_the_system_lets_nobody_write(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.write()
        monkeypatch.setattr(os, "access", lambda *_: False)
        self.refused("a", "Permission denied")

    @pytest.mark.posix
    def test_what_is_no_plain_file_is_not_touched(self) -> None:
        os.mkfifo("pipe")
        Path("folder").mkdir()
        self.refused("pipe", "not a regular file")
        self.refused("folder", "not a regular file")

    @pytest.mark.parametrize("function", ["fsync", "replace", "chmod"])
    def test_where_it_fails_all_is_as_before(
        self, function: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        self.write()
        monkeypatch.setattr(os, function, fail)
        self.refused("a", "No space left")
        assert Path("a").read_bytes() == BEFORE

    @pytest.mark.posix
    @pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
    def test_a_signal_that_ends_the_process_leaves_a_whole_file(self, name: str) -> None:
        self.write()
        code = (
            "import os, signal\n"
            "from articlelint.files import replace_file\n"
            f"signal.signal(signal.{name}, signal.SIG_DFL)\n"  # nohup ignores SIGHUP
            f"os.fsync = lambda _: os.kill(os.getpid(), signal.{name})\n"
            f"replace_file('a', {BEFORE!r}, {AFTER!r})\n"
            "print('not reached')\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (-getattr(signal, name), b"")
        assert os.listdir() == ["a"]
        assert Path("a").read_bytes() == AFTER

    @pytest.mark.posix
    def test_it_ends_only_after_the_file_is_whole(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ended = []

        def end(process: int, number: int) -> None:
            assert os.listdir() == ["a"]
            ended.append((process, number, Path("a").read_bytes()))

        self.write()
        monkeypatch.setattr(os, "fsync", lambda _: signal.raise_signal(signal.SIGTERM))
        monkeypatch.setattr(os, "kill", end)
        replace_file("a", BEFORE, AFTER)
        assert ended == [(os.getpid(), signal.SIGTERM, AFTER)]

    @pytest.mark.posix
    def test_signals_of_another_kind_stay_with_whom_they_are(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard = []
        signal.signal(signal.SIGHUP, lambda number, _: heard.append(number))
        monkeypatch.setattr(os, "fsync", lambda _: os.kill(os.getpid(), signal.SIGHUP))
        try:
            self.write()
            replace_file("a", BEFORE, AFTER)
        finally:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
        assert heard == [signal.SIGHUP]
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL

    def test_a_thread_can_write(self) -> None:
        self.write()
        thread = threading.Thread(target=replace_file, args=("a", BEFORE, AFTER))
        thread.start()
        thread.join()
        assert Path("a").read_bytes() == AFTER

    def test_old_temporary_files_are_removed_and_nothing_else(self) -> None:
        old, new, other = ".articlelint-00112233445566aa.tmp", f".articlelint-{'0' * 16}.tmp", "b"
        near = [".articlelint-1.tmp", f".articlelint-{'0' * 16}.tmp.md"]
        for name in (old, new, other, *near):
            Path(name).touch()
        folder = Path(".articlelint-ffffffffffffffff.tmp")
        folder.mkdir()
        for name in (old, other, *near, str(folder)):
            os.utime(name, (time.time() - 4000,) * 2)
        os.utime(new, (time.time() - 3000,) * 2)
        self.write()
        replace_file("a", BEFORE, AFTER)
        assert sorted(os.listdir()) == sorted(["a", new, other, *near, str(folder)])

    def test_what_cannot_be_looked_through_prevents_nothing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(_: str) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "scandir", refuse)
        self.write()
        replace_file("a", BEFORE, AFTER)
        assert Path("a").read_bytes() == AFTER

    def test_an_interrupt_leaves_no_temporary_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(_: int) -> None:
            raise KeyboardInterrupt

        self.write()
        monkeypatch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            replace_file("a", BEFORE, AFTER)
        assert os.listdir() == ["a"]
        assert Path("a").read_bytes() == BEFORE
