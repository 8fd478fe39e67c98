from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from articlelint.engine.check import Checker
from articlelint.model import Safety, Severity
from articlelint.reading.source import MAX_FILE_BYTES
from articlelint.running.found import Found
from articlelint.running.rewrite import FixedFile, fix_files, fix_stream, rewrite
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.clock import now
from tests.support import article, source_in

BROKEN = article("published: yes\nwebUrl: http://example.org/\n").encode()
FIXED = BROKEN.replace(b"yes", b"true")
SAFE = frozenset({Safety.SAFE})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, and the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_bytes(BROKEN)
    return tmp_path


def checker(config: Any = None) -> Checker:
    return Checker(from_mapping({}), make_config(config or {}), clock=now)


CHECKER = checker()


def fixed(safeties: frozenset[Safety] = SAFE, by: Checker = CHECKER) -> FixedFile:
    (one,) = fix_files([Found("a.md")], lambda _: by, safeties)
    return one


def said(of: FixedFile) -> list[str]:
    return [each.rule for each in of.report.diagnostics]


def test_a_file_is_fixed_in_memory_and_then_written() -> None:
    one = fixed()
    assert (one.before, one.after, one.fixed) == (BROKEN, FIXED, 1)
    assert one.report.path == "a.md"
    assert source_in(one.report).text == FIXED.decode()
    assert said(one) == ["insecure-url"]
    assert Path("a.md").read_bytes() == BROKEN
    assert rewrite(one) is one
    assert Path("a.md").read_bytes() == FIXED


def test_unsafe_fixes() -> None:
    one = fixed(safeties=frozenset(Safety))
    assert one.after == FIXED.replace(b"http:", b"https:")
    assert (said(one), one.fixed) == ([], 2)


def test_files_come_in_their_order_each_with_its_checker() -> None:
    Path("b.md").write_bytes(BROKEN)
    off = checker({"rules": {"published-flag": "off", "ambiguous-scalar": "off"}})
    files = [Found("b.md"), Found("nothere.md"), Found("a.md")]
    done = list(fix_files(files, lambda path: off if path == "b.md" else CHECKER, SAFE))
    assert [each.report.path for each in done] == ["b.md", "nothere.md", "a.md"]
    assert [each.fixed for each in done] == [0, 0, 1]
    assert said(done[1]) == ["unreadable-file"]


def test_a_folder_that_could_not_be_searched_is_reported() -> None:
    (one,) = fix_files([Found("below", PermissionError(13, "no"))], lambda _: CHECKER, SAFE)
    assert said(one) == ["unreadable-file"]
    assert one.before == one.after


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe-\x00",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf\xef\xbb\xbf---\npublished: yes\n---\n",
        b"---\npublished: true\r---\r\nbody\x00",
        b"---\npublished: true\n---\n",
        b"x" * (MAX_FILE_BYTES + 1),
    ],
    ids=["empty", "UTF-16", "a mark", "two marks", "NUL", "sound", "too large"],
)
def test_what_is_not_fixed_is_not_written(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        pytest.fail("it is written")

    Path("a.md").write_bytes(data)
    monkeypatch.setattr("articlelint.running.rewrite.replace_file", fail)
    one = rewrite(fixed())
    assert one.before == one.after == data
    assert one.fixed == 0


@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r"])
def test_every_other_byte_stays(line_break: bytes) -> None:
    data = BROKEN + "\n---\npublished: yes\n\u2028\x0c\x1b \t\nend".encode()
    data = data.replace(b"\n", line_break)
    Path("a.md").write_bytes(data)
    assert fixed().after == data.replace(b"yes", b"true", 1)


@pytest.mark.parametrize("is_reported", [True, False])
def test_a_byte_order_mark(*, is_reported: bool) -> None:
    mark = b"\xef\xbb\xbf"
    Path("a.md").write_bytes(mark + BROKEN)
    config = {} if is_reported else {"rules": {"byte-order-mark": "off"}}
    (one,) = fix_files([Found("a.md")], lambda _: checker(config), SAFE)
    assert one.after == (FIXED if is_reported else mark + FIXED)
    assert one.fixed == 1 + is_reported


def test_a_stream() -> None:
    stream = BytesIO(BROKEN)
    one = fix_stream(stream, "news/a.md", lambda _: CHECKER, SAFE)
    assert (one.before, one.after, one.report.path) == (BROKEN, FIXED, "news/a.md")
    assert stream.read() == b""


def test_what_a_killed_run_has_left_is_removed_even_if_there_is_nothing_to_fix() -> None:
    left = Path(f".articlelint-{'0' * 16}.tmp")
    left.touch()
    os.utime(left, (0, 0))
    Path("a.md").write_bytes(b"---\ntitle: A\n---\n")
    rewrite(fixed())
    assert not left.exists()


class TestUnwritableFile:
    def refused(self, reason: str, by: Checker = CHECKER) -> FixedFile:
        outcome = rewrite(fixed(by=by))
        assert (outcome.after, outcome.fixed) == (outcome.before, 0)
        first = outcome.report.diagnostics[0]
        assert (first.rule, first.message) == ("unwritable-file", f"cannot be written: {reason}")
        assert source_in(outcome.report).text == BROKEN.decode()
        assert said(outcome) == ["unwritable-file", "published-flag", "insecure-url"]
        return outcome

    @pytest.mark.posix
    def test_it_is_reported_with_all_its_faults(self) -> None:
        os.chmod("a.md", 0o444)
        outcome = self.refused("Permission denied")
        assert outcome.report.diagnostics[0].severity is Severity.ERROR
        assert Path("a.md").read_bytes() == BROKEN

    @pytest.mark.posix
    def test_its_severity_is_that_of_the_settings(self) -> None:
        os.chmod("a.md", 0o444)
        outcome = self.refused(
            "Permission denied", checker({"rules": {"unwritable-file": "warning"}})
        )
        assert outcome.report.diagnostics[0].severity is Severity.WARNING

    def test_what_was_changed_meanwhile_is_not_overwritten(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "fsync", lambda _: Path("a.md").write_bytes(b"else"))
        self.refused("another program has changed it meanwhile")
        assert Path("a.md").read_bytes() == b"else"

    def test_a_failure_without_a_reason_of_the_system(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError("just so")

        monkeypatch.setattr("articlelint.running.rewrite.replace_file", fail)
        self.refused("just so")
