"""What a front matter says, and where each key and value of it is."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import pytest

from articlelint.model import DataPath, Span
from articlelint.reading.node import PlainScalar
from articlelint.reading.yaml import parser
from tests.support import article
from tests.unit.reading.helpers import document_of, node_at, read

DATA: dict[str, tuple[str, dict[str, Any]]] = {
    "dates stay text": (
        "a: 2022-07-13T13:30:00Z\nb: 2024-02-30\n",
        {"a": "2022-07-13T13:30:00Z", "b": "2024-02-30"},
    ),
    "an empty value": ("a:\nb: \nc: # d\n", {"a": None, "b": None, "c": None}),
    "nested": ("a:\n  b:\n    c: 1\n  d: 2\n", {"a": {"b": {"c": 1}, "d": 2}}),
    "a list": ("a:\n  - 1\n  - b\n", {"a": [1, "b"]}),
    "a list that is not indented": ("a:\n- 1\n- b\nc: 2\n", {"a": [1, "b"], "c": 2}),
    "a list of lists": ("a:\n  - - 1\n    - 2\n  -\n    - 3\n", {"a": [[1, 2], [3]]}),
    "a list of mappings": (
        "a:\n  - b: 1\n    c: 2\n  - b: 3\n",
        {"a": [{"b": 1, "c": 2}, {"b": 3}]},
    ),
    "empty items": ("a:\n  -\n  - 1\n  -\n", {"a": [None, 1, None]}),
    "flow collections": (
        "a: [1, [b], {c: 2}, ]\nd: {e: [], f: {}, }\n",
        {"a": [1, ["b"], {"c": 2}], "d": {"e": [], "f": {}}},
    ),
    "flow collections over lines": (
        "a: [\n  1,\n  {b: 2,\n  c: 3}\n]\n",
        {"a": [1, {"b": 2, "c": 3}]},
    ),
    "flow keys without values": ("a: {b, c: , ? d}\n", {"a": {"b": None, "c": None, "d": None}}),
    "JSON-like keys": ('a: {"b":1, "c":[2]}\n', {"a": {"b": 1, "c": [2]}}),
    "single pairs": ("a: [b: 1, c: 2]\n", {"a": [{"b": 1}, {"c": 2}]}),
    "quoted": ("a: \"b: c # d\"\ne: 'f''g'\n", {"a": "b: c # d", "e": "f'g"}),
    "quoted numbers": ("a: \"1\"\nb: 'true'\n", {"a": "1", "b": "true"}),
    "escapes": (
        'a: "\\t\\n\\x41\\u00e9\\U0001F600\\\\\\"\\/\\e\\_"\n',
        {"a": '\t\nAé😀\\"/\x1b\xa0'},
    ),
    "an escaped NUL": ('"\\0": "\\0"\n', {"\0": "\0"}),
    "a character in two halves, as JSON writes it": ('a: "\\ud83d\\ude00"\n', {"a": "😀"}),
    "plain over lines": ("a: b\n  c\n\n  d\n", {"a": "b c\nd"}),
    "quoted over lines": ('a: "b\n  c\n\n  d \\\n  e"\n', {"a": "b c\nd e"}),
    "literal": ("a: |\n  b\n   c\n\n  d\n\n\ne: 1\n", {"a": "b\n c\n\nd\n", "e": 1}),
    "literal, stripped": ("a: |-\n  b\n\n", {"a": "b"}),
    "literal, kept": ("a: |+\n  b\n\n", {"a": "b\n\n"}),
    "literal with an indentation": ("a: |1\n  b\n", {"a": " b\n"}),
    "literal with --- in it": ("a: |\n  ---\n  b\n", {"a": "---\nb\n"}),
    "folded": ("a: >\n  b\n  c\n\n  d\n", {"a": "b c\nd\n"}),
    "folded, stripped": ("a: >-\n  b\n  c\n", {"a": "b c"}),
    "an empty block scalar": ("a: |\nb: >-\n", {"a": "", "b": ""}),
    "CRLF in block scalars": ("a: |\r\n  b\r\n  c\r\n", {"a": "b\nc\n"}),
    "comments": ("# a\na: 1 # b\n  # c\nb: 'x' # d\n", {"a": 1, "b": "x"}),
    "no comments": ("a: b#c\nd: 'e #f'\ng: h:#i\n", {"a": "b#c", "d": "e #f", "g": "h:#i"}),
    "colons": (
        "a: b:c\nd: http://example.org:80/x\ne: ::f\n",
        {"a": "b:c", "d": "http://example.org:80/x", "e": "::f"},
    ),
    "keys in quotes": ("\"a b\": 1\n'c: d': 2\n", {"a b": 1, "c: d": 2}),
    "keys with spaces": ("a b : 1\n", {"a b": 1}),
    "complex keys": (
        '? a\n: 1\n? "b\n  c"\n: 2\n? |\n  d\n: 3\n? e\n',
        {"a": 1, "b c": 2, "d\n": 3, "e": None},
    ),
    "an empty text as key": ('"": 1\n', {"": 1}),
    "tabs after a colon": ("a:\tb\nc: \t d\t\n", {"a": "b", "c": "d"}),
    "tabs in values": (
        "a: b\tc\nd: 'e\tf'\ng: |\n  h\ti\n",
        {"a": "b\tc", "d": "e\tf", "g": "h\ti\n"},
    ),
    "emoji": ("😀: 😀\na: [😀]\n", {"😀": "😀", "a": ["😀"]}),
    "NEL, LS and PS are no line breaks": (
        "a: b\x85c\nd: 'e\u2028 f'\ng: |\n  h\u2029i\n",
        {"a": "b\x85c", "d": "e\u2028 f", "g": "h\u2029i\n"},
    ),
    "NEL, LS and PS in keys": ("a\x85b: 1\n'c\u2028d': 2\n", {"a\x85b": 1, "c\u2028d": 2}),
    "a byte order mark in the text": ("a: \ufeffb\n\ufeffc: 1\n", {"a": "\ufeffb", "\ufeffc": 1}),
    "private use beside NEL": ("a: \ue000\x85\ue001\n", {"a": "\ue000\x85\ue001"}),
    "the first stand-in beside NEL": ("a: \U00010000\x85\n", {"a": "\U00010000\x85"}),
    "an alias": ("a: &x 1\nb: *x\nc: [*x]\n", {"a": 1, "b": 1, "c": [1]}),
    "an alias of a collection": ("a: &x {b: [1]}\nc: *x\n", {"a": {"b": [1]}, "c": {"b": [1]}}),
    "an alias as key": ("a: &x b\n*x : 1\n", {"a": "b", "b": 1}),
    "an anchor on a key": ("&x a: 1\nb: *x\n", {"a": 1, "b": "a"}),
    "an anchor given again": ("a: &x 1\nb: &x 2\nc: *x\n", {"a": 1, "b": 2, "c": 2}),
    "an anchor on nothing": ("a: &x\nb: *x\n", {"a": None, "b": None}),
    "merged": (
        "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  e: 3\n",
        {"a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 2, "e": 3}},
    ),
    "merged: own keys win": (
        "a: &x {b: 1}\nd:\n  <<: *x\n  b: 3\ne:\n  b: 4\n  <<: *x\n",
        {"a": {"b": 1}, "d": {"b": 3}, "e": {"b": 4}},
    ),
    "merged: the first source wins": (
        "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {<<: [*x, *y]}\n",
        {"a": {"b": 1}, "c": {"b": 2, "d": 3}, "e": {"b": 1, "d": 3}},
    ),
    "merged twice": (
        "a: &x {b: 1}\nc: &y {d: 2}\ne:\n  <<: *x\n  <<: *y\n",
        {"a": {"b": 1}, "c": {"d": 2}, "e": {"b": 1, "d": 2}},
    ),
    "merged in turn": (
        "a: &x {b: 1}\nc: &y\n  <<: *x\n  d: 2\ne:\n  <<: *y\n",
        {"a": {"b": 1}, "c": {"b": 1, "d": 2}, "e": {"d": 2, "b": 1}},
    ),
    "merged in place": ("a:\n  <<: {b: 1}\n  <<: [{c: 2}]\n", {"a": {"b": 1, "c": 2}}),
    "merged at the root": ("a: &x {b: 1}\n<<: *x\n", {"a": {"b": 1}, "b": 1}),
    "merged list in an alias": (
        "a: &x [{b: 1}]\nc:\n  <<: *x\n",
        {"a": [{"b": 1}], "c": {"b": 1}},
    ),
    "<< in quotes is a key": ('"<<": 1\n', {"<<": 1}),
    "= is a key": ("=: 1\n", {"=": 1}),
    "tags of collections": (
        "a: !!map {b: 1}\nc: !!seq [1]\nd: !!set {e}\nf: !!omap [g: 1]\n",
        {"a": {"b": 1}, "c": [1], "d": {"e": None}, "f": [{"g": 1}]},
    ),
    "percent in text": ("a: 100%\nb: 5 % c\n", {"a": "100%", "b": "5 % c"}),
    "a template in the middle": ("a: b {{ c }}\n", {"a": "b {{ c }}"}),
    "infinity": ("a: .inf\n", {"a": float("inf")}),
}


@pytest.mark.parametrize(("front_matter", "data"), DATA.values(), ids=DATA)
def test_data(front_matter: str, data: dict[str, Any]) -> None:
    document = document_of(front_matter)
    assert document.data == data


@pytest.mark.parametrize("name", DATA)
def test_data_without_the_c_parser(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(parser, "CParser", None)
    front_matter, data = DATA[name]
    document = document_of(front_matter)
    assert document.data == data


# A front matter, the path of a value, where that is, and what is written there.
SPANS: dict[str, tuple[str, DataPath, str, str]] = {
    "plain": ("a: b c  # d\n", ("a",), "2:4-2:7", "b c"),
    "a number": ("a: -1.5\n", ("a",), "2:4-2:8", "-1.5"),
    "double quotes": ('a: "b" # c\n', ("a",), "2:4-2:7", '"b"'),
    "single quotes": ("a: 'it''s'\n", ("a",), "2:4-2:11", "'it''s'"),
    "plain over lines": ("a: b\n  c\n\n  d  \ne: 1\n", ("a",), "2:4-5:4", "b\n  c\n\n  d"),
    "quoted over lines": ('a: "b\n\n  c"\n', ("a",), "2:4-4:5", '"b\n\n  c"'),
    "below its key": ("a:\n  b\n", ("a",), "3:3-3:4", "b"),
    "literal": ("a: |\n  b\n  c\nd: 1\n", ("a",), "2:4-4:4", "|\n  b\n  c"),
    "literal, empty lines below": ("a: |+\n  b\n\n \n\nd: 1\n", ("a",), "2:4-3:4", "|+\n  b"),
    "literal, at the end": ("a: |\n  b\n\n\n", ("a",), "2:4-3:4", "|\n  b"),
    "literal, spaces after": ("a: |\n  b  \nc: 1\n", ("a",), "2:4-3:6", "|\n  b  "),
    "literal, a comment below": ("a: |\n  b\n# c\nd: 1\n", ("a",), "2:4-3:4", "|\n  b"),
    "literal, CRLF": ("a: |\r\n  b\r\n\r\nc: 1\r\n", ("a",), "2:4-3:4", "|\r\n  b"),
    "literal, empty": ("a: |-\n\nb: 1\n", ("a",), "2:4-2:6", "|-"),
    "folded": ("a: >-\n  b\n  c\n", ("a",), "2:4-4:4", ">-\n  b\n  c"),
    "flow list": ("a: [1, [b ]] # c\n", ("a",), "2:4-2:13", "[1, [b ]]"),
    "flow list in a list": ("a: [1, [b ]]\n", ("a", 1), "2:8-2:12", "[b ]"),
    "an item in it": ("a: [1, [b ]]\n", ("a", 1, 0), "2:9-2:10", "b"),
    "flow mapping": ("a: { b: 1,\n  c: 2 }\n", ("a",), "2:4-3:9", "{ b: 1,\n  c: 2 }"),
    "a value in it": ("a: { b: 1,\n  c: 2 }\n", ("a", "c"), "3:6-3:7", "2"),
    "an empty flow list": ("a: [ ]\n", ("a",), "2:4-2:7", "[ ]"),
    "a single pair": ("a: [b: 1, c]\n", ("a", 0), "2:5-2:9", "b: 1"),
    "a flow key without value": ("a: {b, c: 1}\n", ("a", "b"), "2:6-2:6", ""),
    "a flow key with a colon alone": ("a: {b: , c: 1}\n", ("a", "b"), "2:7-2:7", ""),
    "block mapping": ("a:\n  b: 1\n  c: 2\n\nd: 1\n", ("a",), "3:3-4:7", "b: 1\n  c: 2"),
    "block mapping, ends empty": ("a:\n  b: 1\n  c:\n\nd: 1\n", ("a",), "3:3-4:5", "b: 1\n  c:"),
    "block list": ("a:\n  - b\n  - c\n\nd: 1\n", ("a",), "3:3-4:6", "- b\n  - c"),
    "block list, not indented": ("a:\n- b\n- c\nd: 1\n", ("a",), "3:1-4:4", "- b\n- c"),
    "an item": ("a:\n  - b\n  - c\n", ("a", 1), "4:5-4:6", "c"),
    "an item that is a mapping": (
        "a:\n  - b: 1\n    c: 2\n  - d\n",
        ("a", 0),
        "3:5-4:9",
        "b: 1\n    c: 2",
    ),
    "an item that is a list": ("a:\n  - - b\n    - c\n", ("a", 0), "3:5-4:8", "- b\n    - c"),
    "block mapping, ends in a literal": (
        "a:\n  b: |\n    c\n\nd: 1\n",
        ("a",),
        "3:3-4:6",
        "b: |\n    c",
    ),
    "block mapping, ends in flow": ("a:\n  b: [\n  1]\nd: 1\n", ("a",), "3:3-4:5", "b: [\n  1]"),
    "nothing": ("a:\nb: 1\n", ("a",), "2:3-2:3", ""),
    "nothing, spaces": ("a:   \nb: 1\n", ("a",), "2:3-2:3", ""),
    "nothing, a comment": ("a: # b\n\nc: 1\n", ("a",), "2:3-2:3", ""),
    "nothing, at the end": ("b: 1\na:\n", ("a",), "3:3-3:3", ""),
    "nothing, a space before the colon": ("a :\nb: 1\n", ("a",), "2:4-2:4", ""),
    "nothing, below the colon of a complex key": ("? a\n:\nb: 1\n", ("a",), "3:2-3:2", ""),
    "nothing, no colon": ("? a\nb: 1\n", ("a",), "2:4-2:4", ""),
    "nothing, an empty item": ("a:\n  -\n  - b\n", ("a", 0), "3:4-3:4", ""),
    "an anchor": ("a: &x b\n", ("a",), "2:4-2:8", "&x b"),
    "an anchor above its value": ("a: &x\n  b: 1\n", ("a",), "2:4-3:7", "&x\n  b: 1"),
    "an anchor on nothing": ("a: &x\nb: 1\n", ("a",), "2:4-2:6", "&x"),
    "a tag": ("a: !!str 1\n", ("a",), "2:4-2:11", "!!str 1"),
    "a tag on a literal": ("a: !!str |\n  b\n\n", ("a",), "2:4-3:4", "!!str |\n  b"),
    "an alias": ("a: &x 1\nb: *x # c\n", ("b",), "3:4-3:6", "*x"),
    "an alias in a list": ("a: &x 1\nb: [*x, 2]\n", ("b", 0), "3:5-3:7", "*x"),
    "in an alias": ("a: &x {b: [1]}\nc: *x\n", ("c", "b", 0), "3:4-3:6", "*x"),
    "a merged key": ("a: &x {b: 1}\nc:\n  <<: *x\n", ("c", "b"), "4:7-4:9", "*x"),
    "a merged key of a list": (
        "a: &x {b: 1}\nc: {<<: [{d: 1}, *x]}\n",
        ("c", "b"),
        "3:18-3:20",
        "*x",
    ),
    "a key merged in place": ("c: {<<: [{d: 1}]}\n", ("c", "d"), "2:14-2:15", "1"),
    "below a merged key": ("a: &x {b: {d: 1}}\nc:\n  <<: *x\n", ("c", "b", "d"), "4:7-4:9", "*x"),
    "emoji before it": ("😀: '😀'\na: 1\n", ("😀",), "2:4-2:7", "'😀'"),
    "after emoji": ("a: [😀, b]\n", ("a", 1), "2:8-2:9", "b"),
    "after NEL": ("a: ['\x85', \x85b, c]\n", ("a", 2), "2:14-2:15", "c"),
    "CRLF": ("a: b\r\nc: 'd'\r\n", ("c",), "3:4-3:7", "'d'"),
    "CR": ("a: b\rc: 'd'\r", ("c",), "3:4-3:7", "'d'"),
    "a key given twice: the later value": ("a: 1\na: 2\n", ("a",), "3:4-3:5", "2"),
}


def place(text: str, span: Span) -> str:
    start, end = (read(text).source.position(each) for each in span)
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


@pytest.mark.parametrize(("front_matter", "path", "expected", "slice_"), SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("c_parser", [True, False], ids=["", "pure"])
def test_value_spans(  # noqa: PLR0913 - a table's columns
    monkeypatch: pytest.MonkeyPatch,
    front_matter: str,
    path: DataPath,
    expected: str,
    slice_: str,
    *,
    c_parser: bool,
) -> None:
    if not c_parser:
        monkeypatch.setattr(parser, "CParser", None)
    text = article(front_matter)
    document = read(text).document
    assert document
    span = document.value_span(path)
    assert (place(text, span), text[span.start : span.end]) == (expected, slice_)


KEY_SPANS: dict[str, tuple[str, DataPath, str, str]] = {
    "plain": ("a: 1\nb c : 2\n", ("b c",), "3:1-3:4", "b c"),
    "quoted": ("'a b': 1\n", ("a b",), "2:1-2:6", "'a b'"),
    "nested": ("a:\n  b: 1\n", ("a", "b"), "3:3-3:4", "b"),
    "in a list": ("a:\n  - b: 1\n    c: 2\n", ("a", 0, "c"), "4:5-4:6", "c"),
    "flow": ("a: {b: 1, 'c':2}\n", ("a", "c"), "2:11-2:14", "'c'"),
    "complex": ("? a\n: 1\n", ("a",), "2:3-2:4", "a"),
    "with an anchor": ("&x a: 1\n", ("a",), "2:1-2:5", "&x a"),
    "an alias": ("a: &x b\n*x : 1\n", ("b",), "3:1-3:3", "*x"),
    "given twice: the later": ("a: 1\nb: 2\na: 3\n", ("a",), "4:1-4:2", "a"),
    "of a list's item: the item": ("a: [b]\n", ("a", 0), "2:5-2:6", "b"),
    "merged: the alias": ("a: &x {b: 1}\nc:\n  <<: *x\n", ("c", "b"), "4:7-4:9", "*x"),
    "in an alias: the alias": ("a: &x {b: 1}\nc: *x\n", ("c", "b"), "3:4-3:6", "*x"),
    "in an item's alias: the alias": (
        "a: &x {b: 1}\nc: [*x]\n",
        ("c", 0, "b"),
        "3:5-3:7",
        "*x",
    ),
    "of the root: the opening line": ("a: 1\n", (), "1:1-1:4", "---"),
}


@pytest.mark.parametrize(
    ("front_matter", "path", "expected", "slice_"), KEY_SPANS.values(), ids=KEY_SPANS
)
def test_key_spans(front_matter: str, path: DataPath, expected: str, slice_: str) -> None:
    text = article(front_matter)
    document = read(text).document
    assert document
    span = document.key_span(path)
    assert (place(text, span), text[span.start : span.end]) == (expected, slice_)


# Where a key is missed that the mapping at the path lacks.
MAPPING_SPANS: dict[str, tuple[str, DataPath, str, str]] = {
    "the root: the opening line": ("a: 1\n", (), "1:1-1:4", "---"),
    "the mapping's key": ("a:\n  b: 1\n", ("a",), "2:1-2:2", "a"),
    "the mapping's key in quotes": ("'a': {}\n", ("a",), "2:1-2:4", "'a'"),
    "a list item's first key": ("a:\n  - b: 1\n    c: 2\n", ("a", 0), "3:5-3:6", "b"),
    "a flow list item's first key": ("a: [{'b': 1}]\n", ("a", 0), "2:6-2:9", "'b'"),
    "a list item's merge key": (
        "x: &x {c: 1}\na:\n  - <<: *x\n    b: 1\n",
        ("a", 0),
        "4:5-4:7",
        "<<",
    ),
    "a list item without keys": ("a: [{}]\n", ("a", 0), "2:5-2:7", "{}"),
    "a list item in an alias": ("x: &x {c: 1}\na: [*x]\n", ("a", 0), "3:5-3:7", "*x"),
    "a mapping below a list item": ("a:\n  - b: {}\n", ("a", 0, "b"), "3:5-3:6", "b"),
    "an item of a list of lists": ("a: [[{b: 1}]]\n", ("a", 0, 0), "2:7-2:8", "b"),
    "the root given by a tag": ("!!map\na: 1\n", (), "1:1-1:4", "---"),
}


@pytest.mark.parametrize(
    ("front_matter", "path", "expected", "slice_"), MAPPING_SPANS.values(), ids=MAPPING_SPANS
)
def test_mapping_spans(front_matter: str, path: DataPath, expected: str, slice_: str) -> None:
    text = article(front_matter)
    document = read(text).document
    assert document
    span = document.mapping_span(path)
    assert (place(text, span), text[span.start : span.end]) == (expected, slice_)


def test_the_root_is_reported_at_the_opening_line() -> None:
    assert document_of("a: 1\n").value_span(()) == Span(0, 3)


class TestPlainScalars:
    def test_keys_and_values_in_the_order_of_the_text(self) -> None:
        document = document_of("yes: no\nb:\n  - 1:30\n  - c: 0x1F\n")
        assert list(document.plain_scalars()) == [
            PlainScalar(("yes",), "yes", "yes", is_key=True),
            PlainScalar(("yes",), "no", "no", is_key=False),
            PlainScalar(("b",), "b", "b", is_key=True),
            PlainScalar(("b", 0), "1:30", "1:30", is_key=False),
            PlainScalar(("b", 1, "c"), "c", "c", is_key=True),
            PlainScalar(("b", 1, "c"), "0x1F", 31, is_key=False),
        ]

    @pytest.mark.parametrize(
        "value", ['"no"', "'no'", "|\n  no", "!!str no", "! no", "", "[]", "{}"], ids=repr
    )
    def test_none_that_is_quoted_tagged_or_empty(self, value: str) -> None:
        document = document_of(f'"on": {value}\n')
        assert list(document.plain_scalars()) == []

    def test_nothing_is_reported_twice_for_an_alias(self) -> None:
        document = document_of('"a": &x {"b": no}\n"c": *x\n"d":\n  <<: *x\n')
        assert list(document.plain_scalars()) == [PlainScalar(("a", "b"), "no", "no", is_key=False)]

    def test_what_is_merged_in_place(self) -> None:
        document = document_of('"d":\n  <<: {no: 1}\n')
        assert list(document.plain_scalars()) == [
            PlainScalar(("d", "no"), "no", "no", is_key=True),
            PlainScalar(("d", "no"), "1", 1, is_key=False),
        ]

    def test_an_anchor_leaves_it_plain(self) -> None:
        document = document_of('"a": &x no\n')
        assert list(document.plain_scalars()) == [PlainScalar(("a",), "no", "no", is_key=False)]


class TestUnread:
    def test_a_template_and_what_is_in_it(self) -> None:
        document = read(article("a: {{ b }}\nc: 1\n")).document
        assert document
        assert document.is_unread(("a",))
        assert document.is_unread(("a", "b"))
        assert not document.is_unread(("c",))
        assert not document.is_unread(())

    def test_a_template_in_a_list(self) -> None:
        document = read(article("a:\n  - 1\n  - {{ b }}\n  - 2\n")).document
        assert document
        assert document.data == {"a": [1, {}, 2]}
        assert document.is_unread(("a", 1))
        assert not document.is_unread(("a", 2))
        assert not document.is_unread(("a",))

    def test_a_key_that_is_no_text_leaves_the_rest_to_read(self) -> None:
        document = read(article("1: a\nb: c\n")).document
        assert document
        assert document.data == {"b": "c"}
        assert document.unread == frozenset()


def test_the_pure_parser_has_the_last_word() -> None:
    assert document_of("a: [http://example.org:80]\n").data == {"a": ["http://example.org:80"]}


def test_a_platform_without_the_c_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml.cyaml", None)
    importlib.reload(parser)
    try:
        assert vars(parser)["CParser"] is None
        assert document_of("a: {b: 1}\n").data == {"a": {"b": 1}}
    finally:
        monkeypatch.undo()
        importlib.reload(parser)
    assert vars(parser)["CParser"]


def test_nodes_keep_what_the_text_has() -> None:
    document = document_of("a: &x no\nb: *x\n")
    plain, alias = node_at(document, ("a",)), node_at(document, ("b",))
    assert (plain.plain, plain.alias) == ("no", False)
    assert (alias.plain, alias.alias, alias.value) == (None, True, "no")
