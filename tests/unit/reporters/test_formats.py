"""What holds for every output format; and what the guide gives to editors reads one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import click
import pytest

from articlelint import reporters
from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.reporters import concise
from tests.support import ROOT
from tests.unit.reporters.runs import (
    BOTH,
    ERROR,
    FIXABLE,
    HOSTILE,
    NO_EDITS,
    SOUND,
    WARNING,
    printed,
)
from tests.unit.reporters.validity import json_faults, xml_faults

EDITORS = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")

RUNS = {
    "no file": [],
    "no diagnostic": [SOUND],
    "an error": [ERROR],
    "a warning": [WARNING],
    "sound and not": [SOUND, BOTH, SOUND, FIXABLE, NO_EDITS],
    "hostile": HOSTILE,
}

every_format = pytest.mark.parametrize("name", reporters.names())
every_run = pytest.mark.parametrize("run", RUNS)

#: The formats that are valid by a schema.
SCHEMAS = {
    "checkstyle": "checkstyle.xsd",
    "gitlab": "gitlab-code-quality.json",
    "junit": "junit.xsd",
    "rdjson": "rdjson.json",
    "sarif": "sarif-2.1.0.json",
}


@every_format
@every_run
def test_output_is_whole_lines(name: str, run: str) -> None:
    output = printed(name, RUNS[run])
    assert output == "" or output.endswith("\n")
    assert output == printed(name, RUNS[run])


@every_format
def test_each_diagnostic_is_reported_with_its_rule_and_file(name: str) -> None:
    output = printed(name, [SOUND, BOTH, FIXABLE])
    for word in (
        *("news/both.md", "schema/enum", "empty-value"),
        *("news/fixable.md", "irregular-whitespace"),
    ):
        assert word in output


@every_format
def test_output_can_be_printed_whatever_the_encoding(name: str) -> None:
    output = printed(name, HOSTILE)
    for encoding in ("utf-8", "ascii", "cp1252"):
        read = output.encode(encoding, errors="backslashreplace").decode(encoding)
        assert len(read.split("\n")) == len(output.split("\n"))
        assert read == output or encoding != "utf-8"


@pytest.mark.parametrize("name", [*SCHEMAS, "json", "jsonl"])
def test_what_programs_read_is_ascii(name: str) -> None:
    assert printed(name, HOSTILE).isascii()


@every_run
@pytest.mark.parametrize("name", SCHEMAS)
def test_output_is_valid(name: str, run: str) -> None:
    schema = SCHEMAS[name]
    faults = json_faults if schema.endswith(".json") else xml_faults
    assert faults(schema, printed(name, RUNS[run])) == []


@pytest.mark.parametrize(
    "name",
    [each for each in reporters.names() if each not in ("html", "junit", "markdown")],
)
def test_diagnostics_come_as_they_are_found(name: str) -> None:
    def reports() -> Iterator[FileReport]:
        yield ERROR
        raise AssertionError("the first is not printed yet")

    for text in reporters.load(name)(reports()):
        if "schema/enum" in text:
            return


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
    found = re.search(r"^set errorformat=(.*)$", EDITORS, re.MULTILINE)
    assert found
    parts = re.split(r"(%\*\[a-z\]|%.|\\ )", found.group(1))
    return re.compile("".join(VIM.get(each, re.escape(each)) for each in parts))


def code_pattern() -> re.Pattern[str]:
    found = re.search(r'"regexp": (".*"),?$', EDITORS, re.MULTILINE)
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
