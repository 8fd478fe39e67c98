from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from articlelint.writing import write_whole

OLD, NEW = "old\n", "new\n"


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


@pytest.mark.usefixtures("mask")
def test_a_new_file_has_the_mode_of_any_new_file() -> None:
    write_whole("a", [NEW[:2], NEW[2:]])
    assert Path("a").read_text() == NEW
    assert mode("a") == "0o640"
    assert os.umask(0o027) == 0o027, "the mask stays"


@pytest.mark.parametrize("bits", [0o600, 0o664, 0o755])
@pytest.mark.usefixtures("mask")
def test_a_file_that_is_there_keeps_its_mode(bits: int) -> None:
    Path("a").write_text(OLD)
    os.chmod("a", bits)
    write_whole("a", [NEW])
    assert Path("a").read_text() == NEW
    assert mode("a") == oct(bits)


@pytest.mark.parametrize("change", ["cannot change the owner", "knows of no owners"])
def test_a_system_that(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    Path("a").write_text(OLD)
    if change == "knows of no owners":
        monkeypatch.delattr(os, "chown")
    else:
        monkeypatch.setattr(os, "chown", refuse)
    write_whole("a", [NEW])
    assert Path("a").read_text() == NEW


def test_nothing_may_be_written() -> None:
    write_whole("a", [])
    assert Path("a").read_bytes() == b""


def test_text_is_utf_8_with_the_line_breaks_that_it_has() -> None:
    write_whole("a", ["é \U0001f309\n", "b\r\n", os.fsdecode(b"\xff")])
    assert Path("a").read_bytes() == "é \U0001f309\nb\r\n\\udcff".encode()


def test_a_path_may_lead_elsewhere() -> None:
    Path("below").mkdir()
    write_whole(os.path.abspath("below/a"), [NEW])
    write_whole("below/../b", [NEW])
    assert Path("below/a").read_text() == Path("b").read_text() == NEW


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


def test_a_named_pipe_is_written_to() -> None:
    os.mkfifo("pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text()))
    reader.start()
    write_whole("pipe", [NEW])
    reader.join()
    assert read == [NEW]
    assert not os.path.isfile("pipe")


def test_standard_output_by_its_path_is_written_to() -> None:
    code = "from articlelint.writing import write_whole; write_whole('/dev/stdout', ['new\\n'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == (NEW, "")
