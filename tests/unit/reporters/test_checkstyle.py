"""The XML of Checkstyle."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from articlelint.report import FileReport
from tests.unit.reporters.runs import BOTH, HOSTILE, SOUND, Read, lines, printed, spelled, told
from tests.unit.reporters.validity import xml_faults

#: The characters of the hostile run that XML 1.0 cannot hold; surrogates come on top.
FORBIDDEN = "\x00\x01\x07\x1b\ufffe\uffff"


def files(*reports: FileReport) -> list[ET.Element]:
    output = printed("checkstyle", list(reports))
    assert xml_faults("checkstyle.xsd", output) == []
    return list(ET.fromstring(output))  # noqa: S314 - it is our own


def test_messages_and_paths_come_back() -> None:
    read = [
        Read(
            file.attrib["name"],
            int(error.attrib["line"]),
            error.attrib["severity"],
            error.attrib["source"],
            error.attrib["message"],
        )
        for file in files(*HOSTILE)
        for error in file
    ]
    assert read == [
        Read(
            spelled(report.path),
            line,
            each.severity.value,
            f"articlelint.{each.rule}",
            spelled(told(report, each), FORBIDDEN),
        )
        for report in HOSTILE
        for line, each in zip(lines(report), report.diagnostics, strict=True)
    ]


def test_names_the_files_that_have_a_diagnostic() -> None:
    (file,) = files(SOUND, BOTH)
    assert file.attrib == {"name": "news/both.md"}
    assert [(each.attrib["line"], each.attrib["column"]) for each in file] == [
        ("2", "1"),
        ("3", "3"),
    ]
