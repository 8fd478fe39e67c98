"""Which front matter is nothing but simple lines, and what they say."""

from __future__ import annotations

import time
from typing import Any

import pytest

from articlelint.model import Span
from articlelint.reading.document import Values
from articlelint.reading.yaml import simple_lines
from articlelint.reading.yaml.parser import parse
from articlelint.reading.yaml.simple_lines import read_simple_lines
from tests.support import article, block_of
from tests.unit.reading.helpers import document_of


def values_of(front_matter: str) -> Values | None:
    text = article(front_matter)
    return read_simple_lines(text, block_of(text).content)


def data_by_parser(front_matter: str) -> Any:
    text = article(front_matter)
    root, *rest = parse(text, block_of(text).content, "front matter")
    assert root
    assert rest == [[], frozenset(), False]
    return root.value


SIMPLE: dict[str, tuple[str, dict[str, Any]]] = {
    "a plain text": ("title: Night trains return\n", {"title": "Night trains return"}),
    "lines that end with CR LF": ("a: x\r\nb:\r\n  - y\r\n", {"a": "x", "b": ["y"]}),
    "values of the core schema": (
        "a: 1\nb: -1.5\nc: true\nd: null\ne: ~\nf: 0x1F\ng: .inf\n",
        {"a": 1, "b": -1.5, "c": True, "d": None, "e": None, "f": 31, "g": float("inf")},
    ),
    "dates and words of YAML 1.1": (
        "a: 2024-02-30\nb: 2024-05-04T12:30:00Z\nc: yes\nd: 12:30\n",
        {"a": "2024-02-30", "b": "2024-05-04T12:30:00Z", "c": "yes", "d": "12:30"},
    ),
    "words of YAML 1.1 as keys": ("yes: 1\nNo: 2\non: 3\n", {"yes": 1, "No": 2, "on": 3}),
    "quotes": ("a: \"x: y #z\"\nb: 'it''s'\nc: \"\"\n", {"a": "x: y #z", "b": "it's", "c": ""}),
    "common escapes": ('a: "\\"x\\" \\\\ \\/ y\\n\\t"\n', {"a": '"x" \\ / y\n\t'}),
    "a backslash in single quotes": ("a: 'C:\\new'\n", {"a": "C:\\new"}),
    "a colon within a text": ("a: https://x.example/y:z\n", {"a": "https://x.example/y:z"}),
    "a number sign within a text": ("a: C#\nb: x#y\n", {"a": "C#", "b": "x#y"}),
    "indicators within a text": ("a: x - [y], {z}! w\n", {"a": "x - [y], {z}! w"}),
    "a number below zero": ("a: -5 degrees\n", {"a": "-5 degrees"}),
    "odd spaces": ("a: x\xa0y\nb: \u202fz\n", {"a": "x\xa0y", "b": "\u202fz"}),
    "no value": ("a:\nb: \nc: x\nd:\n", {"a": None, "b": None, "c": "x", "d": None}),
    "a mapping": ("a:\n  b: 1\n  c:\n    d: 2\ne: 3\n", {"a": {"b": 1, "c": {"d": 2}}, "e": 3}),
    "a mapping by one space": ("a:\n b:\n  c: 1\n", {"a": {"b": {"c": 1}}}),
    "a list": ("a:\n  - x\n  - 2\n  - ~\n  - ''\n", {"a": ["x", 2, None, ""]}),
    "a list below its key": ("a:\n- x\n- y\nb: z\n", {"a": ["x", "y"], "b": "z"}),
    "a URL as an item": ("a:\n- https://x.example\n", {"a": ["https://x.example"]}),
    "a list of mappings": (
        "a:\n  - b: 1\n    c:\n      - 2\n  - b:\n    - 3\nd:\n- e:\n- e:\n    f: 4\n",
        {"a": [{"b": 1, "c": [2]}, {"b": [3]}], "d": [{"e": None}, {"e": {"f": 4}}]},
    ),
    "one key in two mappings": ("a:\n  x: 1\nb:\n  x: 1\n", {"a": {"x": 1}, "b": {"x": 1}}),
    "a minus before a letter": ("a: -x\n", {"a": "-x"}),
    "spaces at the end": ("a: x  \nb: 'y' \nc:\n- z \n", {"a": "x", "b": "y", "c": ["z"]}),
    "comments": (
        "# one\n\n  # two\na: x # three\nb: # four\r\n# five\n  c: 'y'   #six\n  d: z#z\n# seven\n",
        {"a": "x", "b": {"c": "y", "d": "z#z"}},
    ),
    "comments with tabs and odd spaces": ("a: x #\ty\xa0z\n#\n", {"a": "x"}),
    "quotes with what looks like a comment": (
        "a: 'x # y'\nb: \"#1 #2\"\n",
        {"a": "x # y", "b": "#1 #2"},
    ),
    "quotes with what looks like a list": ("a: 'x: [y]'\n", {"a": "x: [y]"}),
    "a list in brackets": (
        "a: [x, -1, \"y, ]\", 'it''s' , null,  z w ]\nb: []\nc:\n- [x]\n",
        {"a": ["x", -1, "y, ]", "it's", None, "z w"], "b": [], "c": [["x"]]},
    ),
    "empty lines": ("a:\n\n\n  b: 1\r\n\r\n\n  c: 2\n\n", {"a": {"b": 1, "c": 2}}),
}


@pytest.mark.parametrize(("front_matter", "data"), SIMPLE.values(), ids=SIMPLE)
def test_what_is_simple(front_matter: str, data: dict[str, Any]) -> None:
    values = values_of(front_matter)
    assert values
    assert values.data == data
    assert data_by_parser(front_matter) == data


NOT_SIMPLE: dict[str, str] = {
    "nothing": "",
    "an empty line first": "\na: x\n",
    "a comment of two lines in brackets": "a: [x # y\n  ]\n",
    "a comment and what looks like one": "a: 'x #y'\nb: z # w\n",
    "a comment right after quotes": "a: 'x'#y\n",
    "a comment instead of an item": "a:\n- # x\n",
    "a comment with a control character": "a: x # y\x1b\n",
    "a comment with a next line": "a: x # y\x85b: z\n",
    "only a comment": "# x\n",
    "a text on two lines": "a: x\n  y\n",
    "an item on two lines": "a:\n  - x\n    - y\n",
    "quotes on two lines": 'a: "x\n  y"\n',
    "quotes that do not end": "a: 'x\n",
    "text after quotes": 'a: "x" y\n',
    "a lone quote in single quotes": "a: 'x'y'\n",
    "an escape of a code": 'a: "\\u00e9"\n',
    "an escape that YAML does not have": 'a: "\\d"\n',
    "a value on the line below": "a:\n  x\n",
    "a text above a mapping": "a: x\n  b: y\n",
    "a text above a list": "a: x\n  - y\n",
    "a list in brackets in another": "a: [[x]]\n",
    "a mapping in brackets": "a: [x: y]\n",
    "a colon in brackets": "a: [x:y]\n",
    "a question mark in brackets": "a: [x?]\n",
    "an alias in brackets": "a: [*x]\n",
    "nothing between commas": "a: [x,,y]\n",
    "a comma at the end": "a: [x,]\n",
    "text after quotes in brackets": "a: ['x' y]\n",
    "brackets that do not end": "a: [x\n",
    "text after brackets": "a: [x] y\n",
    "a long number in brackets": f"a: [{'9' * 1001}]\n",
    "brackets on two lines": "a: [x,\n  y]\n",
    "a flow mapping": "a: {}\n",
    "a block text": "a: |\n  x\n",
    "a folded text": "a: >-\n  x\n",
    "an anchor": "a: &x y\n",
    "an alias": "a: &x y\nb: *x\n",
    "a tag": "a: !!str 1\n",
    "a minus and a space": "a: - x\n",
    "two dashes": "a: --x\n",
    "a question mark": "a: ?x\n",
    "a colon first": "a: :x\n",
    "a colon and a space in a text": "a: x: y\n",
    "a colon at the end of a text": "a: x:\n",
    "two spaces before a value": "a:  x\n",
    "a percent sign": "a: %x\n",
    "an at sign": "a: @x\n",
    "a backtick": "a: `x\n",
    "a tab": "a:\tx\n",
    "a tab in a text": "a: x\ty\n",
    "a line of spaces": "a: x\n  \nb: y\n",
    "a carriage return alone": "a: x\rb: y\n",
    "a next line": "a: x\x85y\n",
    "a line separator": "a: x\u2028y\n",
    "a paragraph separator in quotes": "a: 'x\u2029y'\n",
    "a byte order mark": "a: x\ufeffy\n",
    "a control character": 'a: "x\x1by"\n',
    "no character": "a: x\uffffy\n",
    "no character either": "a: x\ufffey\n",
    "a key given twice": "a: 1\na: 2\n",
    "a key given twice in an item": "a:\n  - b: 1\n    b: 2\n",
    "a key that is no text": "null: 1\n",
    "a key that is a flag": "a:\n  True: 1\n",
    "a key that is a number": "1: x\n",
    "a key that is a date": "2024-05-04: x\n",
    "a key in quotes": '"a": x\n',
    "a key with a space": "a b: x\n",
    "a key with a dot": "a.b: x\n",
    "a key beyond ASCII": "é: x\n",
    "a long key": f"{'a' * 101}: x\n",
    "an explicit key": "? a\n: x\n",
    "a merge key": "<<: {a: x}\n",
    "no space after a key": "a:x\n",
    "a line without a key": "a: x\ny\n",
    "no mapping": "- a\n- b\n",
    "no key": ": x\n",
    "an item without a value": "a:\n  -\n  - x\n",
    "an item of a space": "a:\n  - \n",
    "an item that is a list": "a:\n  - - x\n",
    "two spaces after a dash": "a:\n  -  x\n",
    "an indented first line": "  a: x\n",
    "a line indented less than all": "a:\n    b: x\n  c: y\n",
    "a line indented more": "a: x\n  b: y\n",
    "an item among keys": "a: x\n- y\n",
    "an item indented less": "a:\n    - x\n  - y\n",
    "a key among items": "a:\n  - x\n  b: y\n",
    "a key right below the dash": "a:\n  - b: x\n   c: y\n",
    "an item below an inner key": "a:\n  b:\n- x\n",
    "a long number": f"a: {'9' * 1001}\n",
    "a directive": "%YAML 1.2\n",
    "the end of a document": "a: x\n--- \nb: y\n",
}


@pytest.mark.parametrize("front_matter", NOT_SIMPLE.values(), ids=NOT_SIMPLE)
def test_what_is_not_simple(front_matter: str) -> None:
    assert read_simple_lines(front_matter, Span(0, len(front_matter))) is None


class TestLimits:
    def test_the_length(self) -> None:
        front_matter = "a: " + "x" * (16 * 1024 - 4) + "\n"
        assert values_of(front_matter)
        assert values_of("b:\n" + front_matter) is None

    @pytest.mark.parametrize(
        "most", ["- b:\n" * 3_276, f"- [{'b,' * 8_187}b]\n"], ids=["keys", "items"]
    )
    def test_nodes_stay_below_the_limit_on_them(self, most: str) -> None:
        front_matter = f"a:\n{most}"
        assert 16_380 < len(front_matter) <= 16 * 1024
        assert values_of(front_matter)
        assert data_by_parser(front_matter)

    def test_the_depth(self) -> None:
        front_matter = "".join(" " * level + "a:\n" for level in range(25))
        assert values_of(front_matter)
        assert values_of(front_matter + " " * 25 + "a:\n") is None
        deepest = "a:\n" + "".join(" " * level + "- a:\n" for level in range(0, 25, 2))
        assert values_of(deepest)
        assert data_by_parser(deepest)

    @pytest.mark.parametrize(
        "front_matter",
        [
            "a: x" + " " * 16_000 + "\t\n",
            "a: 'x'" + " " * 16_000 + "\t\n",
            "a: [" + " " * 16_000 + "]\n",
            "a: [" + "x " * 8_000 + "]]\n",
            "a: [" + "x," * 8_000 + "]\n",
            "a: x" + "#" * 16_000 + "\t\n",
            "a: x" + " #" * 8_000 + "\x1b\n",
            "a: x" + " " * 16_000 + "#\x1b\n",
            "a:" + " " * 16_000 + "\t\n",
            " " * 16_000 + "\t\n",
            "a: " + "x:" * 8_000 + "\t\n",
            "a: " + "x#" * 8_000 + "\t\n",
            "a: '" + "''" * 8_000 + "\n",
            'a: "' + '\\"' * 8_000 + "\n",
            "a" * 16_000 + "\n",
            "\r\n" * 8_000 + "\t\n",
            "- " * 8_000 + "\t\n",
            "a: x\n" + "\n" * 16_000 + "\t\n",
        ],
        ids=lambda text: repr(text[:10]),
    )
    def test_a_hostile_line_takes_no_time(self, front_matter: str) -> None:
        started = time.process_time()
        assert values_of(front_matter) is None
        assert time.process_time() - started < 0.5


class TestPlaces:
    def test_they_are_made_when_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        document = document_of("a: x\n")
        monkeypatch.setattr(simple_lines, "_LINE", None)
        assert document.data == {"a": "x"}
        assert document.texts == [(("a",), "x")]
        with pytest.raises(AttributeError):
            document.value_span(("a",))

    def test_of_all_kinds_of_values(self) -> None:
        front_matter = "a: x\nb:\nc:\n- 'y'\n- d: \"z\"\n"
        document = document_of(front_matter)
        written = {
            path: document.written(path)
            for path in [("a",), ("b",), ("c",), ("c", 0), ("c", 1), ("c", 1, "d")]
        }
        assert written == {
            ("a",): "x",
            ("b",): "",
            ("c",): "- 'y'\n- d: \"z\"",
            ("c", 0): "'y'",
            ("c", 1): 'd: "z"',
            ("c", 1, "d"): '"z"',
        }
        assert document.value_span(("b",)).start == len("---\na: x\nb:")
        assert document.plain(("a",)) == "x"
        assert document.plain(("b",)) == ""
        assert document.plain(("c", 0)) is None
        assert document.plain(("c",)) is None

    def test_in_brackets(self) -> None:
        document = document_of("a: [x, 'y' ,  z w ]\nb: []\n")
        written = [
            document.written(path) for path in [("a",), *(("a", at) for at in range(3)), ("b",)]
        ]
        assert written == ["[x, 'y' ,  z w ]", "x", "'y'", "z w", "[]"]
        assert [document.plain(("a", at)) for at in range(3)] == ["x", None, "z w"]

    def test_of_a_part(self) -> None:
        document = document_of("a: 'it''s'\n")
        start, end = document.part_span(("a",), Span(2, 3))
        assert document.text[start:end] == "''"


def test_plain_texts_are_keys_and_values_without_quotes() -> None:
    document = document_of("yes: no\nb: 'q'\nc:\n  - 1:30\n  -  w\nd:\n")
    assert document.plain_texts == {"yes", "no", "b", "c", "1:30", "w", "d"}


class TestComments:
    def test_they_are_found_after_values(self) -> None:
        document = document_of("a: x # y\nb: # z\nc: 'w' #v\n")
        assert document.has_comment_after_value
        assert document.comment_after(("a",)) == "# y"
        assert document.comment_after(("b",)) == "# z"
        assert document.comment_after(("c",)) == ""

    def test_not_without_any(self) -> None:
        document = document_of("a: x#y\n")
        assert document.holds("#")
        assert not document.holds("-")
        assert not document.has_comment_after_value
