"""Where output goes: to standard output, with color where that is wanted, or to files."""

from __future__ import annotations

import os
import stat
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import TextIO

from articlelint import reporters
from articlelint.cli.errors import WrongUse
from articlelint.cli.request import HTML, JSON, Request, Target
from articlelint.report import FileReport
from articlelint.text.printable import printable_line
from articlelint.text.styles import unstyled


def print_text(chunks: Iterable[str], color: str = "never", *, to_stderr: bool = False) -> None:
    """Write as the text comes, without color where it is not wanted."""
    stream = sys.stderr if to_stderr else sys.stdout
    if stream is None:
        raise WrongUse("standard output is closed")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # whatever the locale, print something
    colored = wants_color(stream, color)
    for chunk in chunks:
        stream.write(chunk if colored else unstyled(chunk))
    stream.flush()


def wants_color(stream: TextIO, color: str) -> bool:
    """Whether to color what goes to a stream: as ``color`` says, else as the environment does.

    Set and not empty, NO_COLOR turns color off (https://no-color.org), and FORCE_COLOR turns it on
    (https://force-color.org); so does CLICOLOR_FORCE, unless it is 0, and of two that contradict
    each other NO_COLOR wins (https://bixense.com/clicolors).
    """
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    is_forced = os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE") not in (
        None,
        "",
        "0",
    )
    return bool(is_forced) or is_terminal(stream)


def say(line: str) -> None:
    """Write a line to standard error."""
    write_to_stderr(f"{printable_line(line)}\n")


def write_to_stderr(text: str) -> None:
    """Write to standard error, if it is not closed."""
    if sys.stderr is not None:
        sys.stderr.write(text)
        sys.stderr.flush()


def print_bytes(chunks: Iterable[bytes]) -> None:
    """Write to standard output for other programs: every byte as it is, on every system."""
    if sys.stdout is None:
        raise WrongUse("standard output is closed")
    sys.stdout.buffer.writelines(chunks)
    sys.stdout.buffer.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at a stream through something that knows control sequences."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def is_log_of_ci(stream: TextIO | None) -> bool:
    """Whether a stream may end in the log of CI, whose runner obeys commands: not if it is a file.

    Every service sets one of these variables.
    """
    in_ci = any(map(os.environ.get, ("CI", "GITHUB_ACTIONS", "TF_BUILD")))
    if stream is None or not in_ci:
        return False
    try:
        return not stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:
        return True


def write_reports(reports: Iterable[FileReport], request: Request) -> None:
    """Write every output; a single output while the reports come."""
    if request.statistics:
        _write_to(Target(JSON, request.output_file), _statistics(reports, request), request)
        return
    target, *more = request.targets
    if not more:
        _write_to(target, reporters.load(target.format)(reports), request)
        return
    kept: list[FileReport] = []
    passing = _keeping(reports, kept)
    has_page = any(each.format == HTML for each in request.targets)
    page = list(reporters.load(HTML)(passing)) if has_page else []
    deque(passing, maxlen=0)  # where no page has asked for all
    for target in request.targets:
        chunks = page if target.format == HTML else reporters.load(target.format)(kept)
        _write_to(target, chunks, request)


def _keeping(reports: Iterable[FileReport], kept: list[FileReport]) -> Iterator[FileReport]:
    """Pass the reports on, and keep what other formats need of them: not what articles hold."""
    for report in reports:
        needed = report.without_text() if _is_clean(report) else report
        kept.append(needed._replace(contents=None))
        yield report


def _write_to(target: Target, chunks: Iterable[str], request: Request) -> None:
    if target.file is None:
        is_taken = request.fix and request.reads_stdin  # by the fixed text
        print_text(chunks, request.color, to_stderr=is_taken)
        return
    from articlelint.files import write_whole  # noqa: PLC0415 - few ask for it

    try:
        write_whole(target.file, map(unstyled, chunks))
    except BrokenPipeError:  # a pipe whose reader has seen enough
        raise
    except OSError as error:
        raise WrongUse(f"{target.file}: cannot be written: {error.strerror}") from None


def _statistics(reports: Iterable[FileReport], request: Request) -> Iterable[str]:
    from articlelint.running.statistics import Statistics  # noqa: PLC0415 - few ask for it

    statistics = Statistics()
    for report in reports:
        statistics.add(report)
    return [statistics.as_json()] if request.format_ == JSON else statistics.table()


def _is_clean(report: FileReport) -> bool:
    """Whether nothing of a file's text will be shown: there may be thousands of such files."""
    return not report.diagnostics and not report.suppressed
