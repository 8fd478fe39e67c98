from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest

from articlelint.engine.check import Checker
from articlelint.reading.source import MAX_FILE_BYTES
from articlelint.report import FileReport
from articlelint.running.found import Found
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.checking import check_files, check_stream
from tests.support import source_in, written

SOUND = b"---\ntitle: A\n---\n"
BROKEN = b"---\ntitle: 1\n---\n"
BROKEN_TITLE = (
    '2:8-2:9 schema/type /title: "title" should be text, not the whole number 1: quote it'
)


@pytest.fixture
def checker() -> Checker:
    schema = from_mapping({"properties": {"title": {"type": "string"}}})
    return Checker(schema, make_config({}))


def lines(report: FileReport) -> list[str]:
    return [written(each, source_in(report)) for each in report.diagnostics]


def test_files_are_checked_in_their_order(tmp_path: Path, checker: Checker) -> None:
    for name, data in {"b.md": BROKEN, "a.md": SOUND}.items():
        (tmp_path / name).write_bytes(data)
    files = [Found(str(tmp_path / name)) for name in ("b.md", "a.md")]
    reports = list(check_files(files, lambda _: checker))
    assert [(report.path, lines(report)) for report in reports] == [
        (files[0].path, [BROKEN_TITLE]),
        (files[1].path, []),
    ]


@pytest.mark.posix
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda _path: None, "No such file or directory", id="vanished"),
        pytest.param(os.mkdir, "Is a directory", id="folder"),
        pytest.param(
            lambda path: os.symlink("nowhere", path), "No such file or directory", id="broken link"
        ),
        pytest.param(
            lambda path: os.symlink(path, path), "Too many levels of symbolic links", id="link loop"
        ),
        pytest.param(
            lambda path: os.symlink("/proc/self/mem", path), "Input/output error", id="read fails"
        ),
    ],
)
def test_what_cannot_be_read_is_a_diagnostic_and_the_run_goes_on(
    make: object,
    reason: str,
    tmp_path: Path,
    checker: Checker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir("/")  # which no link leads out of
    assert callable(make)
    make(str(tmp_path / "a.md"))
    (tmp_path / "b.md").write_bytes(BROKEN)
    first, second = check_files(
        [Found(str(tmp_path / name)) for name in ("a.md", "b.md")], lambda _: checker
    )
    assert lines(first) == [f"1:1-1:1 unreadable-file: cannot be read: {reason}"]
    assert lines(second) == [BROKEN_TITLE]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied", "secret"), "Permission denied"),
        (OSError("odd"), "odd"),
    ],
    ids=["with a reason", "without"],
)
def test_a_folder_that_cannot_be_searched_is_a_diagnostic(
    error: OSError, reason: str, checker: Checker
) -> None:
    (report,) = check_files([Found("secret", error)], lambda _: checker)
    assert report.path == "secret"
    assert lines(report) == [f"1:1-1:1 unreadable-file: cannot be read: {reason}"]


@pytest.mark.posix
def test_an_endless_file_is_too_large(checker: Checker) -> None:
    (report,) = check_files([Found("/dev/zero")], lambda _: checker)
    assert lines(report) == [
        "1:1-1:1 too-complex: the file is larger than 16 MiB, which is the limit"
    ]


def test_a_file_of_the_most_bytes_is_read(tmp_path: Path, checker: Checker) -> None:
    (tmp_path / "a.md").write_bytes(BROKEN.ljust(MAX_FILE_BYTES))
    (report,) = check_files([Found(str(tmp_path / "a.md"))], lambda _: checker)
    assert lines(report) == [BROKEN_TITLE]


@pytest.mark.posix
def test_a_named_pipe_is_not_waited_for(tmp_path: Path, checker: Checker) -> None:
    os.mkfifo(tmp_path / "a.md")
    (report,) = check_files([Found(str(tmp_path / "a.md"))], lambda _: checker)
    assert lines(report) == ["1:1-1:1 unreadable-file: cannot be read: not a regular file"]


@pytest.mark.posix
@pytest.mark.parametrize("target", ["/dev/zero", "pipe"])
def test_a_link_to_what_may_never_end_is_not_read(
    target: str, tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    os.mkfifo(tmp_path / "pipe")
    os.symlink(target, tmp_path / "a.md")
    (report,) = check_files([Found(str(tmp_path / "a.md"))], lambda _: checker)
    assert lines(report) == ["1:1-1:1 unreadable-file: cannot be read: not a regular file"]


@pytest.mark.posix
def test_the_links_of_the_system_to_streams_are_read(checker: Checker) -> None:
    reader, writer = os.pipe()
    try:
        os.write(writer, BROKEN)
        os.close(writer)
        (report,) = check_files([Found(f"/dev/fd/{reader}")], lambda _: checker)
    finally:
        os.close(reader)
    assert lines(report) == [BROKEN_TITLE]


def test_a_stream_is_checked_under_a_name(checker: Checker) -> None:
    report = check_stream(BytesIO(BROKEN), "news/a.md", lambda _: checker)
    assert (report.path, lines(report)) == ("news/a.md", [BROKEN_TITLE])
