"""JUnit's XML, read back by a library that programs for CI use."""

from __future__ import annotations

import re

import pytest
from junitparser import Failure, JUnitXml, TestCase, TestSuite

from articlelint.report import FileReport
from tests.unit.reporters.runs import (
    BOTH,
    ERROR,
    FIXABLE,
    HOSTILE,
    SOUND,
    WARNING,
    Read,
    lines,
    printed,
    shown,
    spelled,
)
from tests.unit.reporters.validity import xml_faults

LINE = re.compile(r"(.+?):(\d+):\d+: (error|warning) (.*) \[([^]]+)\]")


def suite(*reports: FileReport) -> TestSuite:
    output = printed("junit", list(reports))
    assert xml_faults("junit.xsd", output) == []
    (found,) = JUnitXml.fromstring(output.encode())
    assert isinstance(found, TestSuite)
    return found


def failure(case: TestCase) -> Failure:
    (found,) = case.result
    assert isinstance(found, Failure)
    return found


def as_text(message: str) -> str:
    """A message as the line of a log, without what XML cannot hold."""
    return spelled(shown(message), "\ufffe\uffff")


def test_messages_come_back() -> None:
    read = []
    for case in suite(*HOSTILE):
        for line in str(failure(case).text).split("\n"):
            found = LINE.fullmatch(line)
            if found:
                path, number, severity, message, rule = found.groups()
                read.append(Read(path, int(number), severity, rule, message))
            else:
                assert line.startswith(("  line ", "  help: ", "  fix: "))
    assert read == [
        Read(shown(report.path), line, each.severity.value, each.rule, as_text(each.message))
        for report in HOSTILE
        for line, each in zip(lines(report), report.diagnostics, strict=True)
    ]


def test_each_file_is_a_test() -> None:
    found = suite(SOUND, *HOSTILE)
    assert [case.name for case in found] == [spelled(each.path) for each in [SOUND, *HOSTILE]]
    assert (found.tests, found.failures, found.errors) == (11, 10, 0)


def test_a_sound_file_passes() -> None:
    (case,) = suite(SOUND)
    assert case.result == []


@pytest.mark.parametrize(
    ("report", "type_", "message"),
    [
        pytest.param(ERROR, "error", "1 error", id="error"),
        pytest.param(BOTH, "error", "1 error and 1 warning", id="both"),
        pytest.param(HOSTILE[0], "error", "37 errors and 13 warnings", id="many"),
    ],
)
def test_a_failure_says_how_many_there_are(report: FileReport, type_: str, message: str) -> None:
    (case,) = suite(report)
    assert (failure(case).type, failure(case).message) == (type_, message)


def test_help_is_included() -> None:
    (case,) = suite(FIXABLE)
    assert case.system_out == (
        'news/fixable.md:2:8: warning "title" ends in spaces [irregular-whitespace]\n'
        "  fix: remove the spaces (safe)"
    )


def test_warnings_alone_fail_no_test_as_they_fail_no_run() -> None:
    found = suite(WARNING)
    (case,) = found
    assert (found.failures, case.result) == (0, [])
    assert case.system_out
