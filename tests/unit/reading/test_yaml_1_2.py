"""What parsers read otherwise than YAML 1.2, and what none of it may be: data, places, faults.

Each row is tried with and without the C parser, in each kind of line ends, and after a BOM.
"""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.reading.limits import MAX_PURE_LENGTH
from articlelint.reading.yaml import parser
from tests.support import article
from tests.unit.reading.helpers import Reading, faults_of, nodes_of, read

#: By name, a front matter, its data, and the places of its values and keys, in their order.
READ: dict[str, tuple[str, dict[str, Any], str]] = {
    "a colon before a comma ends a key": (
        "😀: {url:, alt: boat}\n",
        {"😀": {"url": None, "alt": "boat"}},
        "2:4-2:21 2:1-2:2, 2:9-2:9 2:5-2:8, 2:16-2:20 2:11-2:14",
    ),
    "a colon before a closing brace ends a key": (
        "a: {url:}\n",
        {"a": {"url": None}},
        "2:4-2:10 2:1-2:2, 2:9-2:9 2:5-2:8",
    ),
    "a colon before a closing bracket ends a key": (
        "a: [b:]\n",
        {"a": [{"b": None}]},
        "2:4-2:8 2:1-2:2, 2:5-2:7, 2:7-2:7 2:5-2:6",
    ),
    "a colon before a bracket ends a key": (
        "a: {b:[]}\n",
        {"a": {"b": []}},
        "2:4-2:10 2:1-2:2, 2:7-2:9 2:5-2:6",
    ),
    "a colon before a brace ends a key": (
        "{a:{}}\n",
        {"a": {}},
        "2:4-2:6 2:2-2:3",
    ),
    "another colon is text": (
        "a: {1:c, d: https://x/ , :e}\n",
        {"a": {"1:c": None, "d": "https://x/", ":e": None}},
        "2:4-2:29 2:1-2:2, 2:8-2:8 2:5-2:8, 2:13-2:23 2:10-2:11, 2:28-2:28 2:26-2:28",
    ),
    "any colon after quotes or brackets ends a key": (
        "a: {\"b\":c, 'd' ::e}\n",
        {"a": {"b": "c", "d": ":e"}},
        "2:4-2:20 2:1-2:2, 2:9-2:10 2:5-2:8, 2:17-2:19 2:12-2:15",
    ),
    "a question mark before text is text": (
        "a: [?help, ?b: 1, c ?d]\n",
        {"a": ["?help", {"?b": 1}, "c ?d"]},
        "2:4-2:24 2:1-2:2, 2:5-2:10, 2:12-2:17, 2:16-2:17 2:12-2:14, 2:19-2:23",
    ),
    "a question mark in braces": (
        "a: {?b: ?c, ?d, ?: e}\n",
        {"a": {"?b": "?c", "?d": None, "?": "e"}},
        "2:4-2:22 2:1-2:2, 2:9-2:11 2:5-2:7, 2:15-2:15 2:13-2:15, 2:20-2:21 2:17-2:18",
    ),
    "a question mark after text is text": (
        "a: 'https://x/?b'\nc: [https://x/?d]\n",
        {"a": "https://x/?b", "c": ["https://x/?d"]},
        "2:4-2:18 2:1-2:2, 3:4-3:18 3:1-3:2, 3:5-3:17",
    ),
    "a key in braces may end on a later line": (
        'a: {"b"\n  : c, d\n  e: f}\n',
        {"a": {"b": "c", "d e": "f"}},
        "2:4-4:8 2:1-2:2, 3:5-3:6 2:5-2:8, 4:6-4:7 3:8-4:4",
    ),
    "the latest anchor of a name counts": (
        "a: &x {b: &x 1}\nc: *x\n",
        {"a": {"b": 1}, "c": 1},
        "2:4-2:16 2:1-2:2, 2:11-2:15 2:8-2:9, 3:4-3:6 3:1-3:2",
    ),
    "the latest anchor of a name counts inside, too": (
        "a: &x\n  - &x [1]\n  - *x\nb: *x\n",
        {"a": [[1], [1]], "b": [1]},
        "2:4-4:7 2:1-2:2, 3:5-3:11, 3:9-3:10, 4:5-4:7, 5:4-5:6 5:1-5:2",
    ),
    "an anchor after those inside counts": (
        "a: {b: &x 1}\nc: &x [2]\nd: *x\n",
        {"a": {"b": 1}, "c": [2], "d": [2]},
        "2:4-2:13 2:1-2:2, 2:8-2:12 2:5-2:6, 3:4-3:10 3:1-3:2, 3:8-3:9, 4:4-4:6 4:1-4:2",
    ),
    "an anchor with a colon": (
        "a: &b:c d\ne: &f:g !!str 1\nh: &i:j\nk: *b:c\n",
        {"a": "d", "e": "1", "h": None, "k": "d"},
        "2:4-2:10 2:1-2:2, 3:4-3:16 3:1-3:2, 4:4-4:8 4:1-4:2, 5:4-5:8 5:1-5:2",
    ),
    "tabs before comments": (
        "a: 1\t# b\n\t# c\nd: 'e' \t # f\ng: {h: https://x/ }\t# i\n",
        {"a": 1, "d": "e", "g": {"h": "https://x/"}},
        "2:4-2:5 2:1-2:2, 4:4-4:7 4:1-4:2, 5:4-5:20 5:1-5:2, 5:8-5:18 5:5-5:6",
    ),
    "tabs in empty lines": (
        "a:\n\t\n  b: 1\n \t\nc: {d: https://x/ }\n\t\n",
        {"a": {"b": 1}, "c": {"d": "https://x/"}},
        "4:3-4:7 2:1-2:2, 4:6-4:7 4:3-4:4, 6:4-6:20 6:1-6:2, 6:8-6:18 6:5-6:6",
    ),
    "tabs between, after and in values": (
        "a:\tb\tc\t\nd: \t'e'\t\nf: {g:\thttps://x/ }\n",
        {"a": "b\tc", "d": "e", "f": {"g": "https://x/"}},
        "2:4-2:7 2:1-2:2, 3:5-3:8 3:1-3:2, 4:4-4:20 4:1-4:2, 4:8-4:18 4:5-4:6",
    ),
    "tabs after dashes, before text": (
        "a:\n-\tb\n-\t[https://x/ ]\n",
        {"a": ["b", ["https://x/"]]},
        "3:1-4:16 2:1-2:2, 3:3-3:4, 4:3-4:16, 4:4-4:14",
    ),
    "tabs after the spaces that indent a value": (
        "a:\n \tb\nc: d\n \te\n\t\n  \nf: 1\n",
        {"a": "b", "c": "d e", "f": 1},
        "3:3-3:4 2:1-2:2, 4:4-5:4 4:1-4:2, 8:4-8:5 8:1-8:2",
    ),
    "tabs after the sign of a block scalar": (
        "a: |\t# b\n  c\td\nb: >-\t\n  e\nf: {g: https://x/ }\n",
        {"a": "c\td\n", "b": "e", "f": {"g": "https://x/"}},
        "2:4-3:6 2:1-2:2, 4:4-5:4 4:1-4:2, 6:4-6:20 6:1-6:2, 6:8-6:18 6:5-6:6",
    ),
    "signs of block scalars beside what only one parser takes": (
        "a: |2-\n   b\nc: >+1\n d\n\ne: |+\n\nf: [https://x/ ]\n",
        {"a": " b", "c": "d\n\n", "e": "\n", "f": ["https://x/"]},
        "2:4-3:5 2:1-2:2, 4:4-5:3 4:1-4:2, 7:4-7:6 7:1-7:2, 9:4-9:17 9:1-9:2, 9:5-9:15",
    ),
    "an empty line above a block scalar's text": (
        "a: |\n \n   b\nc: {d: https://x/ }\n",
        {"a": "\nb\n", "c": {"d": "https://x/"}},
        "2:4-4:5 2:1-2:2, 5:4-5:20 5:1-5:2, 5:8-5:18 5:5-5:6",
    ),
    "spaces at the end of a block scalar": (
        "a: |\n  b  \n\nc: >-\n  d😀 \t\n \ne: 1\n",
        {"a": "b  \n", "c": "d😀 \t", "e": 1},
        "2:4-3:6 2:1-2:2, 5:4-6:7 5:1-5:2, 8:4-8:5 8:1-8:2",
    ),
    "a last line of spaces in a block scalar": (
        "a: |\n  b\n\n   \n  \nc: >+\n  d \n  \t\n\ne: |1\n   \n\nf: 1\n",
        {"a": "b\n\n \n", "c": "d \n\t\n\n", "e": "  \n", "f": 1},
        "2:4-5:4 2:1-2:2, 7:4-9:4 7:1-7:2, 11:4-12:4 11:1-11:2, 14:4-14:5 14:1-14:2",
    ),
    "an empty block scalar holds no spaces": (
        "a: | \n   \nb: |+\t\n\nc: 1\n",
        {"a": "", "b": "\n", "c": 1},
        "2:4-2:5 2:1-2:2, 4:4-4:6 4:1-4:2, 6:4-6:5 6:1-6:2",
    ),
}

INDENT = "tab used for indentation: use spaces"
SPACE = "tab where YAML allows only spaces: use a space"
APART = "this `:` is not on the line of its key: write both on one line"

#: By name, a front matter and its one fault.
REFUSED: dict[str, tuple[str, str]] = {
    "a tab indents a key": ("a:\n\tb: 1\n", f"3:1-3:2 yaml-syntax: {INDENT}"),
    "a tab after spaces indents a key": ("a:\n  \tb: 1\n", f"3:3-3:4 yaml-syntax: {INDENT}"),
    "a tab indents an item": ("a:\n \t- 1\n", f"3:2-3:3 yaml-syntax: {INDENT}"),
    "a tab indents the first key": ("\ta: 1\n", f"2:1-2:2 yaml-syntax: {INDENT}"),
    "a tab indents a key below another": (
        "a:\n  b: 1\n  \tc: 2\n",
        f"4:3-4:4 yaml-syntax: {INDENT}",
    ),
    "a tab indents a value": ("a:\n\tb\n", f"3:1-3:2 yaml-syntax: {INDENT}"),
    "a tab indents the rest of a value": ("a: b\n\tc\nd: 1\n", f"3:1-3:2 yaml-syntax: {INDENT}"),
    "a tab between a dash and a list": ("a:\n-\t- b\n", f"3:2-3:3 yaml-syntax: {SPACE}"),
    "a tab between a dash and a key": ("a:\n-\tb: c\n", f"3:2-3:3 yaml-syntax: {SPACE}"),
    "a tab below a block scalar": (
        "a: |\n  b\n\t\nc: 1\n",
        "4:1-4:2 yaml-syntax: tab in an empty line: remove it",
    ),
    "a tab above a block scalar's text": ("a: |\n\tb\nc: 1\n", f"3:1-3:2 yaml-syntax: {INDENT}"),
    "a colon after a tab is what is wrong, not the tab": (
        "a:\tb: c\n",
        "2:5-2:6 yaml-syntax: an unquoted value contains `: `",
    ),
    "what is wrong, not what only one parser takes": (
        "a: b: c\nd: {e: https://x/ }\t# f\n",
        "2:5-2:6 yaml-syntax: an unquoted value contains `: `",
    ),
    "what is wrong after what only one parser takes": (
        "d: {e: https://x/ }\t# f\na: b: c\n",
        "3:5-3:6 yaml-syntax: an unquoted value contains `: `",
    ),
    "a key in brackets on two lines": ('a: ["b"\n  : c]\n', f"3:3-3:4 yaml-syntax: {APART}"),
    "a brace that is not closed, with a key below": (
        "a: {b\nc: d\n",
        "2:4-2:5 yaml-syntax: this `{` is never closed",
    ),
    "an indicator begins no text in braces": (
        "a: {b: @c}\n",
        "2:8-2:10 yaml-syntax: a value that begins with `@` must be in quotes",
    ),
    "a colon alone in brackets": (
        "a: [:]\n",
        "2:5-2:5 non-string-key /a/0/: a key is missing here",
    ),
    "no key in brackets": ("a: [b, : c]\n", "2:8-2:8 non-string-key /a/1/: a key is missing here"),
    "an alias inside its own value": (
        "a: &x {b: *x}\n",
        "2:11-2:13 too-complex: the alias `*x` is inside the value that it repeats",
    ),
    "spaces above a block scalar's text": (
        "a: |\n    \n  b\nc: 1\n",
        "3:1-3:5 yaml-syntax: an empty line above text is indented deeper: remove its spaces",
    ),
    "a directive with a tab": (
        "%YAML\t1.1\na: 1\n",
        "2:1-2:10 yaml-syntax: a line cannot begin with `%`",
    ),
}


def places(reading: Reading) -> str:
    assert reading.document
    found = []
    for path, node in nodes_of(reading.document).items():
        if path:
            key = [reading.place(node.key)] if node.key else []
            found.append(" ".join([reading.place(node), *key]))
    return ", ".join(found)


def variants(front_matter: str) -> list[str | bytes]:
    text = article(front_matter)
    return [
        text,
        text.replace("\n", "\r\n"),
        text.replace("\n", "\r"),
        b"\xef\xbb\xbf" + text.encode(),
    ]


@pytest.fixture(params=[True, False], ids=["c", "pure"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setattr(parser, "CParser", None)


@pytest.mark.parametrize(("front_matter", "data", "expected"), READ.values(), ids=READ)
def test_read(front_matter: str, data: dict[str, Any], expected: str) -> None:
    for text in variants(front_matter):
        reading = read(text)
        assert reading.written() == []
        assert reading.document
        assert reading.document.data == data
        assert places(reading) == expected


@pytest.mark.parametrize(("front_matter", "fault"), REFUSED.values(), ids=REFUSED)
def test_refused(front_matter: str, fault: str) -> None:
    for text in variants(front_matter):
        assert read(text).written() == [fault]


def test_what_only_the_pure_parser_reads_may_be_too_long() -> None:
    comment = f"# {'b' * MAX_PURE_LENGTH}\n"
    [fault] = faults_of(f"a: [?b]\n{comment}")
    assert " too-complex: " in fault


def test_a_tab_between_a_question_mark_and_a_key() -> None:
    assert read(article("?\ta: b\n")).written() == [
        f"2:2-2:3 yaml-syntax: {SPACE}",
        "2:3-2:7 non-string-key /a: b: a key cannot be a list or a mapping",
    ]
