"""The line on standard error of a long run, against a clock that the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.running import progress

SOURCE = SourceFile.from_text("")
SOUND = FileReport("sound.md", SOURCE, [])
BROKEN = FileReport("broken.md", SOURCE, [Diagnostic("a", Severity.ERROR, "b", (), Span(0, 0))])
CLEAR = "\r\x1b[K"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "monotonic", lambda: clock.now)
    return clock


def reports(clock: Clock, *each: tuple[float, FileReport]) -> Iterator[FileReport]:
    for seconds, report in each:
        clock.now += seconds
        yield report


@pytest.mark.parametrize(
    ("steps", "written"),
    [
        pytest.param([], "", id="no file"),
        pytest.param([(0.5, SOUND), (0.4, SOUND)], "", id="short run"),
        pytest.param([(0.5, BROKEN), (0.4, BROKEN)], "", id="short run with diagnostics"),
        pytest.param(
            [(1.1, SOUND)],
            f"{CLEAR}1 of 9 files checked{CLEAR}",
            id="long run, and the line is gone at its end",
        ),
        pytest.param(
            [(1.1, SOUND), (0.05, SOUND), (0.06, SOUND)],
            f"{CLEAR}1 of 9 files checked{CLEAR}3 of 9 files checked{CLEAR}",
            id="not for every file",
        ),
        pytest.param(
            [(1.1, SOUND), (0.01, BROKEN), (0.01, BROKEN), (0.1, SOUND)],
            f"{CLEAR}1 of 9 files checked{CLEAR}{CLEAR}4 of 9 files checked{CLEAR}",
            id="gone before a diagnostic is shown",
        ),
    ],
)
def test_what_is_written(steps: list[tuple[float, FileReport]], written: str, clock: Clock) -> None:
    stream = StringIO()
    passed_on = list(progress.with_progress(reports(clock, *steps), 9, stream))
    assert passed_on == [report for _, report in steps]
    assert stream.getvalue() == written


def test_the_line_is_gone_before_a_diagnostic_is_shown(clock: Clock) -> None:
    stream = StringIO()
    running = progress.with_progress(reports(clock, (1.1, SOUND), (0.2, BROKEN)), 2, stream)
    next(running)
    assert stream.getvalue() == ""
    next(running)
    assert stream.getvalue() == f"{CLEAR}1 of 2 files checked{CLEAR}"


def test_the_line_is_gone_when_a_run_is_interrupted(clock: Clock) -> None:
    stream = StringIO()

    def interrupted() -> Iterator[FileReport]:
        yield from reports(clock, (1.1, SOUND))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(progress.with_progress(interrupted(), 2, stream))
    assert stream.getvalue() == f"{CLEAR}1 of 2 files checked{CLEAR}"
