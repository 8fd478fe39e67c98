"""The page, read back as a browser does, as far as the standard library can."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from typing import NamedTuple

import pytest

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.settings import records
from tests.unit.reporters.runs import (
    BOTH,
    ERROR,
    FIXABLE,
    HOSTILE,
    SOUND,
    WARNING,
    notes,
    printed,
    shown,
    spelled,
)

VOID = {"meta", "input"}
Attributes = dict[str, str | None]


class Element(NamedTuple):
    """An element: its tag, its attributes, and what is in it."""

    tag: str
    attributes: Attributes
    children: list[Element | str]

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def elements(self) -> list[Element]:
        """Those of its children that are elements."""
        return [each for each in self.children if isinstance(each, Element)]

    def inside(self) -> Iterator[Element]:
        """All elements in it, however deep, in their order."""
        for each in self.elements:
            yield each
            yield from each.inside()

    def all(self, tag: str) -> list[Element]:
        return [each for each in self.inside() if each.tag == tag]

    def tags(self) -> set[str]:
        return {each.tag for each in self.inside()}


class Reader(HTMLParser):
    """Reads a page in which every element that can be closed is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {}, [])
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), [])
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(*reports: FileReport) -> Element:
    reader = Reader()
    reader.feed(printed("html", list(reports)))
    reader.close()
    assert [each.tag for each in reader.open] == ["", "html"]
    return reader.root


def html_text(text: str) -> str:
    """A text without what neither a page nor a terminal should hold."""
    return spelled(shown(text), "\ufffe\uffff")


def test_messages_and_notes_come_back() -> None:
    page = read(*HOSTILE)
    (main,) = page.all("main")
    found = {}
    for file in main.all("section"):
        for heading in file.elements:
            if heading.tag == "h3":
                (listed,) = file.all("ol")
                found[heading.text] = listed.elements
    assert sorted(found) == sorted(html_text(report.path) for report in HOSTILE)
    for report in HOSTILE:
        items = found[html_text(report.path)]
        for item, each in zip(items, report.diagnostics, strict=True):
            line, column = report.position(each.span.start)
            head, *rest = item.text.rstrip("\n").split("\n", 1)
            assert head == (
                f"line {line}, column {column} {each.severity.value} "
                f"{html_text(each.message)} {each.rule}"
            )
            fix = (
                [f"fix: {html_text(each.fix.title)} ({each.fix.safety.value})"] if each.fix else []
            )
            expected = [*map(html_text, notes(report, each)), *fix]
            assert [note.text for note in item.all("li")] == expected
            assert bool(rest) is bool(expected)
            assert item.attributes == {
                "data-rule": each.rule,
                "data-severity": each.severity.value,
            }


@pytest.mark.parametrize("reports", [HOSTILE, [SOUND], []], ids=["hostile", "sound", "none"])
def test_nothing_from_outside_runs_or_is_loaded(reports: list[FileReport]) -> None:
    page = read(*reports)
    elements = list(page.inside())
    names = {name for each in elements for name in each.attributes}
    assert names <= {
        *("charset", "class", "content", "data-rule", "data-severity", "hidden", "href"),
        *("http-equiv", "id", "lang", "name", "open", "role", "scope", "tabindex", "type", "value"),
    }
    assert {each.attributes.get("href") for each in elements} <= {None, "#diagnostics"}
    assert len(page.all("script")) <= 1
    assert not {"link", "img", "iframe", "object", "base"} & page.tags()


def test_the_policy_allows_the_scripts_and_styles_of_the_page_alone() -> None:
    page = read(*HOSTILE)
    policy = next(
        each.attributes["content"]
        for each in page.all("meta")
        if each.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    (script,), (style,) = page.all("script"), page.all("style")

    def hashed(element: Element) -> str:
        return f"'sha256-{b64encode(sha256(element.text.encode()).digest()).decode()}'"

    expected = f"default-src 'none'; style-src {hashed(style)}; script-src {hashed(script)}"
    assert policy == expected


def test_the_page_is_ascii_and_says_so() -> None:
    output = printed("html", HOSTILE)
    assert output.isascii()
    assert output.startswith('<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n')


def numbers(page: Element, kind: str) -> Element:
    """The part of the page that has the numbers by rule or by folder."""
    (part,) = (each for each in page.all("details") if each.all("summary")[0].text == f"By {kind}")
    return part


def rows(page: Element, kind: str) -> list[list[str]]:
    """The cells of the rows of a table."""
    (body,) = numbers(page, kind).all("tbody")
    return [[cell.text for cell in row.elements] for row in body.all("tr")]


def moved(report: FileReport, path: str) -> FileReport:
    return report._replace(path=path)


def test_the_numbers_by_rule_and_by_folder() -> None:
    reports = [
        moved(ERROR, "a.md"),
        moved(BOTH, "news/a.md"),
        moved(WARNING, "news/old/a.md"),
        moved(ERROR, "news/z.md"),
        SOUND,
    ]
    page = read(*reports)
    title = "articlelint: 3 errors and 2 warnings in 4 of 5 files"
    assert [each.text for each in (*page.all("title"), *page.all("h1"))] == [title] * 2
    assert rows(page, "rule") == [
        ["schema/enum", records.record("schema/enum").summary, "3", "0"],
        ["empty-value", records.record("empty-value").summary, "0", "2"],
    ]
    assert rows(page, "folder") == [
        ["(the top folder)", "1 file", "1", "0"],
        ["news", "2 files", "2", "1"],
        ["news/old", "1 file", "0", "1"],
    ]


def test_files_are_in_their_folder_whatever_is_between() -> None:
    reports = [moved(ERROR, path) for path in ("news/a.md", "news/old/a.md", "news/z.md")]
    page = read(*reports)
    assert [each.text for each in page.all("h3")] == ["news/a.md", "news/z.md", "news/old/a.md"]
    assert [each.text for each in page.all("h2")] == ["news 2 errors", "news/old 1 error"]


def choices(page: Element, name: str) -> dict[str | None, str]:
    (select,) = (each for each in page.all("select") if each.attributes["name"] == name)
    return {each.attributes["value"]: each.text for each in select.all("option")}


def test_each_rule_severity_and_folder_can_be_chosen() -> None:
    page = read(moved(BOTH, "news/a.md"), moved(ERROR, "a.md"))
    assert choices(page, "severity") == {"": "all", "error": "errors", "warning": "warnings"}
    assert choices(page, "rule") == {
        "": "all",
        "empty-value": "empty-value",
        "schema/enum": "schema/enum",
    }
    folders = choices(page, "folder")
    assert list(folders.values()) == ["all", "(the top folder)", "news"]
    sections = {each.attributes.get("id") for each in page.all("section")}
    assert {each for each in folders if each} <= sections
    buttons = {(each.attributes["name"], each.attributes["value"]) for each in rows_buttons(page)}
    assert buttons == {
        *(("rule", each) for each in choices(page, "rule") if each),
        *(("folder", each) for each in folders if each),
    }


def rows_buttons(page: Element) -> list[Element]:
    return [button for body in page.all("tbody") for button in body.all("button")]


def test_every_control_has_a_label() -> None:
    (form,) = read(BOTH).all("form")
    labels = [each.text.split(" ")[0] for each in form.all("label")]
    assert labels == ["Search", "Severity", "Rule", "Folder"]
    controls = [*form.all("input"), *form.all("select")]
    inside = [
        each
        for label in form.all("label")
        for tag in ("input", "select")
        for each in label.all(tag)
    ]
    assert len(controls) == len(inside) == 4
    assert "hidden" in form.attributes, "without scripts it does nothing"
    assert [each.attributes["role"] for each in form.all("span")] == ["status"]


def test_where_there_is_nothing_to_report_there_is_nothing_to_search() -> None:
    page = read(SOUND, SOUND)
    assert page.all("h1")[0].text == "articlelint: nothing to report in 2 files"
    assert not {"form", "main", "table", "script", "a"} & page.tags()


def test_a_long_table_is_closed_at_first() -> None:
    def is_open(number: int) -> bool:
        page = read(*(moved(ERROR, f"{each}/a.md") for each in range(number)))
        return "open" in numbers(page, "folder").attributes

    assert (is_open(20), is_open(21)) == (True, False)


def test_a_rule_that_is_unknown_has_no_summary() -> None:
    found = Diagnostic("own-rule", Severity.ERROR, "is wrong", (), Span(0, 0))
    page = read(FileReport("a.md", SourceFile.from_text("a"), [found]))
    assert rows(page, "rule") == [["own-rule", "", "1", "0"]]


def test_what_a_fix_would_do_is_told() -> None:
    page = read(FIXABLE)
    assert "fix: remove the spaces (safe)" in [each.text for each in page.all("li")]


def test_the_script_is_one() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not at hand")
    (script,) = read(BOTH).all("script")
    done = subprocess.run(
        [node, "--check", "-"], input=script.text, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_background(scheme: str) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5."""
    (style,) = read(BOTH).all("style")
    colors = re.findall(r"--(\w+): #(\w+);", style.text)
    half = len(colors) // 2
    mine = dict(colors[:half] if scheme == "light" else colors[half:])
    assert set(mine) == {"back", "text", "quiet", "line", "link", "error", "warning"}
    back = luminance(mine["back"])
    for name in ("text", "quiet", "link", "error", "warning"):
        lighter, darker = sorted((luminance(mine[name]), back), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, name


def luminance(color: str) -> float:
    """Relative luminance, as WCAG defines it."""
    whole = "".join(each * 2 for each in color) if len(color) == 3 else color
    parts = [int(whole[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
