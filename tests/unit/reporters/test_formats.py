"""What the README gives to editors reads the concise format."""

from __future__ import annotations

import json
import re

import click
import pytest

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.reporters import concise
from tests.support import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")

#: The parts of Vim's errorformat as regular expressions; %f and %m are as short as may be.
VIM = {
    "%f": "(?P<file>.+?)",
    "%l": r"(?P<line>\d+)",
    "%c": r"(?P<column>\d+)",
    "%t": "(?P<severity>.)",
    "%*[a-z]": "[a-z]+",
    "%m": "(?P<message>.+)",
    "\\ ": " ",
}


def vim_pattern() -> re.Pattern[str]:
    found = re.search(r"^set errorformat=(.*)$", README, re.MULTILINE)
    assert found
    parts = re.split(r"(%\*\[a-z\]|%.|\\ )", found.group(1))
    return re.compile("".join(VIM.get(each, re.escape(each)) for each in parts))


def code_pattern() -> re.Pattern[str]:
    found = re.search(r'"regexp": (".*"),?$', README, re.MULTILINE)
    assert found
    return re.compile(json.loads(found.group(1)))


def concise_line(path: str, message: str, severity: Severity) -> str:
    diagnostic = Diagnostic("schema/enum", severity, message, (), Span(5, 6))
    (line,) = concise.render([FileReport(path, SourceFile.from_text("---\na: b"), [diagnostic])])
    return click.unstyle(line).removesuffix("\n")


LINES = pytest.mark.parametrize(
    ("path", "message", "severity"),
    [
        pytest.param("a.md", "is wrong", Severity.ERROR, id="error"),
        pytest.param("a.md", "is odd", Severity.WARNING, id="warning"),
        pytest.param("news/2023: a b.md", "is wrong", Severity.ERROR, id="path with a colon"),
        pytest.param("a.md", 'not "[x] [y]"', Severity.ERROR, id="message with brackets"),
        pytest.param("a.md", "not b.md:3:4: error c [d]", Severity.ERROR, id="line in a message"),
    ],
)


@LINES
def test_vim_reads_the_concise_format(path: str, message: str, severity: Severity) -> None:
    found = vim_pattern().fullmatch(concise_line(path, message, severity))
    assert found
    assert found.groupdict() == {
        "file": path,
        "line": "2",
        "column": "2",
        "severity": severity.value[0],
        "message": f"{message} [schema/enum]",
    }


@LINES
def test_vs_code_reads_the_concise_format(path: str, message: str, severity: Severity) -> None:
    found = code_pattern().fullmatch(concise_line(path, message, severity))
    assert found
    assert found.groups() == (path, "2", "2", severity.value, message, "schema/enum")
