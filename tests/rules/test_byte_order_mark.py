from __future__ import annotations

import pytest

from articlelint import lint_text
from articlelint.model import Severity
from tests.support import found

BOM = "\ufeff"
MARK = "1:1-1:1 byte-order-mark: the file starts with a byte order mark (BOM)"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_is_reported_whatever_ends_the_lines(line_break: str) -> None:
    text = line_break.join([BOM + "---", "title: A bridge reopens", "---", "Text", ""])
    assert found(text) == [MARK]
    assert found(text.encode()) == [MARK]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_other_diagnostics_are_where_they_would_be_without_it(line_break: str) -> None:
    text = line_break.join(["---", "title: A bridge reopens", "published: yes", "---", ""])
    others = found(text)
    assert [each.partition(" ")[0] for each in others] == ["3:12-3:15"]
    assert found((BOM + text).encode()) == [MARK, *others]


def test_opening_line_keeps_its_place() -> None:
    text = "---\ntype: article\n---\n"
    schema = {"required": ["title"]}
    assert found(BOM + text, schema=schema) == [MARK, *found(text, schema=schema)]


@pytest.mark.parametrize(
    "text",
    [
        "A bridge reopens\n",
        "",
        "---\ntitle: A bridge reopens\n",
        "---js\n{ title: 'A bridge reopens' }\n---\n",
    ],
    ids=["no front matter", "nothing", "front matter never closed", "another language"],
)
def test_is_not_reported_without_front_matter_after_it(text: str) -> None:
    assert found(BOM + text) == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A bridge reopens\n---\n",
        f"---\ntitle: A bridge reopens\n---\n{BOM}Text\n",
        f"---\ntitle: A bridge reopens\n---\nText{BOM}\n",
    ],
    ids=["none", "before the body", "at the end"],
)
def test_look_alikes(text: str) -> None:
    assert found(text.encode()) == []


def test_mark_in_a_value_is_an_invisible_character() -> None:
    (line,) = found(f'---\ntitle: "{BOM}A bridge"\n---\n')
    assert line.startswith("2:9-2:10 invisible-character /title: byte order mark (U+FEFF)")


def test_second_mark_hides_the_front_matter() -> None:
    (line,) = found(f"{BOM}{BOM}---\ntitle: A bridge reopens\n---\n")
    assert "missing-front-matter" in line


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_undecodable_and_nothing_else(encoding: str) -> None:
    (line,) = found((BOM + "---\ntitle: A bridge reopens\n---\n").encode(encoding))
    assert "undecodable-file" in line
    assert "UTF-16" in line


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_severity_is_that_of_the_settings(severity: str) -> None:
    config = {"rules": {"byte-order-mark": severity}}
    (diagnostic,) = lint_text(f"{BOM}---\npublished: true\n---\n", schema={}, config=config)
    assert diagnostic.severity == Severity(severity)


def test_can_be_turned_off() -> None:
    text = f"{BOM}---\npublished: yes\n---\n"
    (line,) = found(text, config={"rules": {"byte-order-mark": "off"}})
    assert "published-flag" in line
