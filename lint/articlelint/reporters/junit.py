"""JUnit's XML, which every CI service shows as test results.

It has no standard; this is what the schema of Jenkins's xUnit plugin allows. Each file is a test,
so that it keeps its name from run to run, and a file with an error is a failed test. All
diagnostics of a file are in one ``failure``: Jenkins, Azure DevOps and GitLab show no second one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic, Severity
from articlelint.report import FileReport
from articlelint.reporters._identity import in_repository, name_in_repository
from articlelint.reporters._text import note_lines, one_line
from articlelint.reporters._totals import in_words, totals
from articlelint.reporters._xml import DECLARATION, tag, text
from articlelint.text.styles import unstyled


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """One suite; it comes when the numbers in its first line are known."""
    cases: list[str] = []
    failures = 0
    for report in reports:
        cases.append(_case(report))
        failures += bool(totals(report)[Severity.ERROR])
    counts = {"tests": len(cases), "failures": failures, "errors": 0}
    yield f"{DECLARATION}<{tag('testsuites', counts)}>\n"
    yield f"<{tag('testsuite', {'name': 'articlelint', **counts})}>\n"
    yield from cases
    yield "</testsuite>\n</testsuites>\n"


def _case(report: FileReport) -> str:
    case = tag("testcase", {"classname": "articlelint", "name": name_in_repository(report)})
    if not report.diagnostics:
        return f"<{case}/>\n"
    return f"<{case}>{_outcome(in_repository(report))}</testcase>\n"


def _outcome(report: FileReport) -> str:
    """A failure with all diagnostics; only output where all are warnings, which fail no run."""
    numbers = totals(report)
    details = text("\n".join(_details(report, each) for each in report.diagnostics))
    if not numbers[Severity.ERROR]:
        return f"<system-out>{details}</system-out>"
    failure = tag("failure", {"type": Severity.ERROR.value, "message": in_words(numbers)})
    return f"<{failure}>{details}</failure>"


def _details(report: FileReport, diagnostic: Diagnostic) -> str:
    return "\n".join([unstyled(one_line(report, diagnostic)), *note_lines(report, diagnostic)])
