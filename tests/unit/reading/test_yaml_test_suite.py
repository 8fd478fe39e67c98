"""The YAML project's own test suite (https://github.com/yaml/yaml-test-suite), as front matter.

A folder of files, each a list of cases. A case has the YAML in marks for what is hard to see, and
``json`` where it can be data, or ``fail`` where it is no YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from articlelint import lint_text
from tests.support import material
from tests.unit.reading.helpers import Reading, read


class Case(NamedTuple):
    name: str
    text: str
    fails: bool
    json: str | None

    def mapping(self) -> dict[str, Any] | None:
        """The data of the first document, if that is a mapping."""
        if self.fails or not self.json:
            return None
        data = json.JSONDecoder().raw_decode(self.json.lstrip())[0]
        return data if isinstance(data, dict) else None

    def reading(self) -> Reading:
        return read(self.text)


#: See "Special Characters" in the suite's README.
MARKS = {"␣": " ", "↵": "", "∎\n": "", "⇔": "\ufeff", "←": "\r"}


def as_front_matter(marked: str) -> str:
    """The text without marks between two lines; it may have the first of them itself."""
    text = re.sub("—*»", "\t", marked)
    for mark, meant in MARKS.items():
        text = text.replace(mark, meant)
    opening = "" if text.startswith("---\n") else "---\n"
    line_break = "" if text.endswith("\n") else "\n"
    return f"{opening}{text}{line_break}---\nbody\n"


def cases() -> Iterator[Case]:
    for file in sorted(material("suites/yaml-test-suite/src").glob("*.yaml")):
        marked = ""
        for number, case in enumerate(YAML(typ="safe").load(file.read_text(encoding="utf-8"))):
            marked = case.get("yaml", marked)
            if not case.get("skip"):
                name = f"{file.stem}-{number}" if number else file.stem
                yield Case(name, as_front_matter(marked), bool(case.get("fail")), case.get("json"))


@cache
def suite() -> list[Case]:
    return list(cases())


def test_the_suite_is_read() -> None:
    names = [each.name for each in suite()]
    assert len(names) == len(set(names)) > 350
    assert sum(each.fails for each in suite()) > 80
    assert sum(each.mapping() is not None for each in suite()) > 100


def test_every_text_gets_a_verdict() -> None:
    for case in suite():
        rules = [each.rule for each in lint_text(case.text, path=case.name, schema={})]
        assert "internal-error" not in rules, case.name


TAG = "the tag has no meaning in front matter"
AFTER_DASHES = "the document's first line holds more than `---`, or another document begins"

REJECTED = {
    "2XXW": AFTER_DASHES,
    "35KP": AFTER_DASHES,
    "7FWL": TAG,
    "CUP7": TAG,
    "M5C3": TAG,
    "UGM3": AFTER_DASHES,
    "WZ62": "both parsers take the comma after a tag for a part of it",
    "Z67P": TAG,
}


def test_a_mapping_is_rejected_only_for_a_reason() -> None:
    rejected = {
        case.name
        for case in suite()
        if case.mapping() is not None
        and any(each.rule == "yaml-syntax" for each in case.reading().faults)
    }
    assert rejected == set(REJECTED)


def test_a_mapping_is_read_as_the_suite_says() -> None:
    for case in suite():
        expected, document = case.mapping(), case.reading().document
        if expected is not None and document:
            assert document.data == expected, case.name


LENIENT = {
    "9C9N": "flow lines may be at the margin",
    "DK95-1": "quoted lines may be indented by tabs",
    "QB6E": "quoted lines may be at the margin",
    "S98Z": "spaces above an empty block scalar may be deeper than below",
    "SU5Z": "a comment may follow quotes without a space",
    "X4QW": "a comment may follow a block scalar's sign without a space",
}


def test_what_is_no_yaml_is_rejected_but_for_harmless_cases() -> None:
    accepted = {case.name for case in suite() if case.fails and not (case.reading().faults)}
    assert accepted == set(LENIENT)
