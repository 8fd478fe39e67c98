"""What programs read of a whole run: 500 diagnostics with values that are hard for formats."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import pytest
from junitparser import JUnitXml

from articlelint.text.printable import printable
from tests.e2e.conftest import Run
from tests.unit.reporters.runs import HOSTILE, Read, spelled
from tests.unit.reporters.validity import SARIF, json_faults, xml_faults

#: The formats that have a schema.
SCHEMAS = {
    "checkstyle": "checkstyle.xsd",
    "gitlab": "gitlab-code-quality.json",
    "junit": "junit.xsd",
    "rdjson": "rdjson.json",
    "sarif": SARIF,
}

#: What values hold, and names of files.
PIECES = sorted({spelled(each.help[0]) for report in HOSTILE for each in report.diagnostics})
NAMES = [os.path.basename(report.path) for report in HOSTILE]

#: Characters of messages that XML cannot hold, not even escaped.
NOT_IN_XML = "\ufffe\uffff"

#: Whatever a key or a value is, it is wrong; of every other value the schema's author says so.
SCHEMA: dict[str, Any] = {
    "propertyNames": {"maxLength": 1},
    "additionalProperties": {"enum": ["渡し船 🚢"]},
    "patternProperties": {
        "^[0-9]*[02468]: ": {
            "enum": ["渡し船 🚢"],
            "errorMessage": "two \"lines\" of\n100 % <![CDATA[ 🚢 ]]> & %0A 'all'",
        }
    },
}


def quoted(text: str) -> str:
    """A text as a YAML scalar: visible characters as they are, the others escaped."""
    written = (
        each if each.isprintable() and each not in '"\\' else f"\\U{ord(each):08x}" for each in text
    )
    return f'"{"".join(written)}"'


def article(number: int) -> str:
    """Fifty faults: twenty-five keys with a value."""
    pieces = (PIECES[(number + step) % len(PIECES)] for step in range(25))
    pairs = (
        f"? {quoted(f'{step}: {piece}')}\n: {quoted(piece)}\n" for step, piece in enumerate(pieces)
    )
    return f"---\n{''.join(pairs)}---\n"


@pytest.fixture
def written(folder: Path, run: Run) -> dict[str, str]:
    """What one run wrote in each of the formats and in json."""
    (folder / "schema.json").write_text(json.dumps(SCHEMA))
    (folder / "news").mkdir()
    for number, name in enumerate(NAMES):
        (folder / "news" / name).write_text(article(number), encoding="utf-8")
    formats = [*SCHEMAS, "json"]
    outputs = [f"--output={each}:{each}.out" for each in formats]
    status, out, err = run("--schema", "schema.json", *outputs, "news")
    assert (status, out) == (1, "")
    assert err.startswith("10 files checked: 500 errors, 0 warnings")
    return {each: (folder / f"{each}.out").read_text(encoding="ascii") for each in formats}


def told(diagnostic: dict[str, Any]) -> str:
    """The message and the notes, if the format has one text for both."""
    assert diagnostic["related"] == []
    return "\n".join((diagnostic["message"], *(f"help: {each}" for each in diagnostic["help"])))


def expected(
    written: dict[str, str], forbidden: str = "", text: Callable[[dict[str, Any]], str] = told
) -> list[Read]:
    """The diagnostics as json has them, with what the format cannot hold spelled out."""
    return [
        Read(
            spelled(each["path"], forbidden),
            each["line"],
            each["severity"],
            each["rule"],
            spelled(text(each), forbidden),
        )
        for each in json.loads(written["json"])
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_valid(name: str, written: dict[str, str]) -> None:
    faults = json_faults if SCHEMAS[name].endswith(".json") else xml_faults
    assert faults(SCHEMAS[name], written[name]) == []


def test_gitlab(written: dict[str, str]) -> None:
    issues = json.loads(written["gitlab"])
    assert expected(written) == [
        Read(
            each["location"]["path"],
            each["location"]["positions"]["begin"]["line"],
            {"major": "error", "minor": "warning"}[each["severity"]],
            each["check_name"],
            each["description"],
        )
        for each in issues
    ]
    assert len({each["fingerprint"] for each in issues}) == 500


def test_rdjson(written: dict[str, str]) -> None:
    assert expected(written) == [
        Read(
            each["location"]["path"],
            each["location"]["range"]["start"]["line"],
            each["severity"].lower(),
            each["code"]["value"],
            each["message"],
        )
        for each in json.loads(written["rdjson"])["diagnostics"]
    ]


@pytest.mark.posix
def test_sarif(written: dict[str, str]) -> None:
    (run,) = json.loads(written["sarif"])["runs"]
    found = []
    for each in run["results"]:
        place = each["locations"][0]["physicalLocation"]
        path = os.fsdecode(unquote_to_bytes(place["artifactLocation"]["uri"]))
        assert Path(path).is_file()
        line = place["region"]["startLine"]
        found.append(
            Read(spelled(path), line, each["level"], each["ruleId"], each["message"]["text"])
        )
        assert run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]
    assert found == expected(written)


def test_checkstyle(written: dict[str, str]) -> None:
    def read() -> Iterator[Read]:
        for file in ET.fromstring(written["checkstyle"]):  # noqa: S314 - we wrote it ourselves
            for error in file:
                yield Read(
                    file.attrib["name"],
                    int(error.attrib["line"]),
                    error.attrib["severity"],
                    error.attrib["source"].removeprefix("articlelint."),
                    error.attrib["message"],
                )

    assert list(read()) == expected(written, NOT_IN_XML)


def test_junit(written: dict[str, str]) -> None:
    (suite,) = JUnitXml.fromstring(written["junit"].encode())
    cases = {case.name: case.result[0].text for case in suite}
    columns = [each["column"] for each in json.loads(written["json"])]
    lines = [
        f"{printable(path)}:{line}:{column}: {severity} {printable(said)} [{rule}]"
        for column, (path, line, severity, rule, said) in zip(
            columns, expected(written, NOT_IN_XML, itemgetter("message")), strict=True
        )
    ]
    shown = [
        line for text in cases.values() for line in text.split("\n") if not line.startswith("  ")
    ]
    assert shown == lines
    assert sorted(cases) == sorted({each.path for each in expected(written)})
