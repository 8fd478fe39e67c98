"""What tests of runs share: files and streams that are checked by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from articlelint.report import FileReport
from articlelint.running.found import Found
from articlelint.running.run import CheckerFor, begin, begin_found, open_stream


def check_files(files: Iterable[Found], checker_for: CheckerFor) -> Iterator[FileReport]:
    """Check one file after the other, each by itself."""
    return (begin_found(each, checker_for(each.path)).report() for each in files)


def check_stream(stream: BinaryIO, path: str, checker_for: CheckerFor) -> FileReport:
    """Check what a stream such as standard input holds, under the name ``path``."""
    return begin(open_stream(stream, path), checker_for(path)).report()
