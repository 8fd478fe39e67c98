"""Where the front matter is: what other parsers read is read, and what they pass over is said."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.model import Span
from tests.support import block_of
from tests.unit.reading.helpers import read

FOUND: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    "a byte order mark": (b"\xef\xbb\xbf---\na: 1\n---\nbody\n", {"a": 1}),
    "CRLF": ("---\r\na: 1\r\nb: 2\r\n---\r\nbody\r\n", {"a": 1, "b": 2}),
    "CR": ("---\ra: 1\rb: 2\r---\rbody\r", {"a": 1, "b": 2}),
    "mixed line ends": ("---\r\na: 1\nb: 2\r---\nbody", {"a": 1, "b": 2}),
    "closed by ...": ("---\na: 1\n...\nbody\n", {"a": 1}),
    "closed by ... in CRLF": ("---\r\na: 1\r\n...\r\n", {"a": 1}),
    "spaces after the opening line": ("--- \t\na: 1\n---\n", {"a": 1}),
    "spaces after the closing line": ("---\na: 1\n--- \t \nbody\n", {"a": 1}),
    "spaces after ...": ("---\na: 1\n...  \nbody\n", {"a": 1}),
    "a body with --- lines": ("---\na: 1\n---\nbody\n---\nb: 2\n---\n", {"a": 1}),
    "a body that begins with ---": ("---\na: 1\n---\n---\nb: 2\n", {"a": 1}),
    "no body": ("---\na: 1\n---\n", {"a": 1}),
    "no final newline": ("---\na: 1\n---", {"a": 1}),
    "no final newline, spaces": ("---\na: 1\n---  ", {"a": 1}),
    "no final newline, CRLF": ("---\r\na: 1\r\n---", {"a": 1}),
    "an indented --- is text": ("---\na: |\n  x\n  ---\n  y\n---\n", {"a": "x\n---\ny\n"}),
    "more dashes are text": ("---\na: |\n  x\n  ----\n---\n", {"a": "x\n----\n"}),
    "--- after text": ("---\na: b ---\n---\n", {"a": "b ---"}),
    "---yaml": ("---yaml\na: 1\n---\nbody\n", {"a": 1}),
    "---yml, spaces and CRLF": ("---yml \r\na: 1\r\n...\r\nbody\r\n", {"a": 1}),
    "---yaml and what the pure parser decides": (
        "---yaml\na: {b:, c: d}\n---\n",
        {"a": {"b": None, "c": "d"}},
    ),
    "TOML": ("+++\na = 1\n+++\nbody\n", {"a": 1}),
    "TOML, CRLF and spaces": ("+++ \r\na = 1\r\n+++\t\r\nbody\r\n", {"a": 1}),
    "---toml": ("---toml\na = 1\n---\nbody\n", {"a": 1}),
    "TOML with a line of dashes": ("+++\na = '''\n---\n'''\n+++\n", {"a": "---\n"}),
    "JSON": ('{\n  "a": 1\n}\nbody\n', {"a": 1}),
    "JSON on one line": ('{"a": "}"}\nbody {}\n', {"a": "}"}),
    "JSON without keys": ("{ }\nbody\n", {}),
    "JSON, CRLF and spaces": ('{\r\n"a": {"b": 1}}\t\r\nbody\r\n', {"a": {"b": 1}}),
    "JSON and nothing else": ('{"a": 1}', {"a": 1}),
    "JSON in semicolons": (';;;\n"a": 1,\n"b": 2\n;;;\nbody\n', {"a": 1, "b": 2}),
    "JSON in semicolons and braces": (';;;\n{"a": 1}\n;;;\n', {"a": 1}),
    "---json, CRLF": ('---json\r\n{"a": 1}\r\n---\r\n', {"a": 1}),
    "a mapping without keys": ("---\n{}\n---\n", {}),
    "empty lines around": ("---\n\n\na: 1\n\n\n---\n", {"a": 1}),
    "comments around": ("---\n# x\na: 1\n# y\n---\n", {"a": 1}),
}


@pytest.mark.parametrize(("text", "data"), FOUND.values(), ids=FOUND)
def test_found(text: str | bytes, data: dict[str, Any]) -> None:
    reading = read(text)
    assert reading.written() == []
    assert reading.document
    assert reading.document.data == data


WRITE_YAML = (
    "start the file with a line `---`, then one `key: value` on each line, then another line `---`"
)
WRITE_KEYS = "write one `key: value` on each line"
CLOSE = "write `---` alone on the line below the last key"
MOVE = "move the opening `---` to the very start of the file"

MISSING = "1:1-1:1 missing-front-matter: the file does not start with front matter"
UNCLOSED = "1:1-1:4 unclosed-front-matter: the front matter is never closed"
EMPTY = "1:1-1:4 empty-front-matter: the front matter is empty"
AFTER = "unsupported-front-matter: unexpected text after the opening `---`"
DASHES = "unsupported-front-matter: the opening line has more than three dashes"
NOT_SUPPORTED = "unsupported-front-matter: {} front matter is not supported"
AS_YAML = (
    "write `---` alone on the first line, and what the code gives as `key: value` lines below it"
)
NOT_MAPPING = "front-matter-not-mapping: the front matter is"

NOT_FOUND: dict[str, tuple[str | bytes, str, str]] = {
    "an empty file": ("", MISSING, WRITE_YAML),
    "only a byte order mark": (b"\xef\xbb\xbf", MISSING, WRITE_YAML),
    "only a body": ("# Title\n\nText\n", MISSING, WRITE_YAML),
    "an empty line first": ("\n---\na: 1\n---\n", MISSING, MOVE),
    "an empty line first, CRLF": ("\r\n---\r\na: 1\r\n---\r\n", MISSING, MOVE),
    "an empty line before TOML": (
        "\n+++\na = 1\n+++\n",
        MISSING,
        "move the opening `+++` to the very start of the file",
    ),
    "an indented opening line": (" ---\na: 1\n---\n", MISSING, MOVE),
    "a no-break space first": ("\xa0---\na: 1\n---\n", MISSING, MOVE),
    "two byte order marks": ("\ufeff\ufeff---\na: 1\n---\n", MISSING, MOVE),
    "two dashes": ("--\na: 1\n--\n", MISSING, "write `---` instead of `--` on lines 1 and 3"),
    "an em dash": ("—\na: 1\n—\n", MISSING, "write `---` instead of `—` on lines 1 and 3"),
    "an en dash and a dash": ("\u2013-\na: 1\n", MISSING, "write `---` instead of `\u2013-`"),
    "a Liquid tag": ("{% include a %}\n", MISSING, WRITE_YAML),
    "a Liquid output": ("{{ a }}\n", MISSING, WRITE_YAML),
    "plus signs in a text": ("+++ a +++\n", MISSING, WRITE_YAML),
    "TOML without its opening line": (
        "a = 1\n+++\nbody\n",
        MISSING,
        "write a line `+++` above the first key",
    ),
    "TOML in signs of YAML": (
        "+++\na = 1\n---\nbody\n",
        UNCLOSED,
        "write `+++` alone and unindented, instead of `---` on line 3",
    ),
    "unclosed TOML": (
        "+++\na = 1\n\nbody\n",
        UNCLOSED,
        "write `+++` alone on the line below the last key",
    ),
    "nothing between the lines of TOML": (
        "+++\n# x\n+++\n",
        EMPTY,
        "write one `key = value` on each line",
    ),
    "--- toml": (
        "--- toml\na = 1\n---\n",
        f"1:1-1:9 {AFTER}",
        "write `---toml` instead of `--- toml`",
    ),
    "a note of a template": ("{# a #}\n", MISSING, WRITE_YAML),
    "a shortcode": ("{{< a >}}\n", MISSING, WRITE_YAML),
    "a comment of MDX": ("{/* a: b */}\n", MISSING, WRITE_YAML),
    "a comment of MDX on its own lines": ("{\n  // a\n}\n", MISSING, WRITE_YAML),
    "an expression of MDX": ("{count}\n", MISSING, WRITE_YAML),
    "a text in an expression of MDX": ("{'a'}\n", MISSING, WRITE_YAML),
    "a choice in an expression of MDX": ("{a ? b : c}\n", MISSING, WRITE_YAML),
    "attributes of kramdown": ("{: .a}\n", MISSING, WRITE_YAML),
    "attributes of Pandoc": ("{#a .b}\n", MISSING, WRITE_YAML),
    "empty braces before text": ("{} a\n", MISSING, WRITE_YAML),
    "unclosed JSON": (
        '{\n  "a": {}\n\nbody\n',
        UNCLOSED.replace("1:4", "1:2"),
        "write `}` alone on the line below the last key",
    ),
    "unclosed JSON in fences": (
        '---json\n{"a": 1}\n',
        UNCLOSED.replace("1:4", "1:8"),
        CLOSE,
    ),
    "nothing between the lines of JSON": (
        ";;;\n;;;\n",
        EMPTY,
        'write `"key": value` pairs, with commas between them',
    ),
    "a list in JSON": (
        "---json\n[1]\n---\n",
        f"1:1-1:8 {NOT_MAPPING} a list, not a mapping",
        'write `"key": value` pairs between `{` and `}`, with commas between them',
    ),
    "--- json": (
        "--- json\n{}\n---\n",
        f"1:1-1:9 {AFTER}",
        "write `---json` instead of `--- json`",
    ),
    "----": (
        "----\na: 1\n----\n",
        f"1:1-1:5 {DASHES}",
        "write `---` instead of `----` on lines 1 and 3",
    ),
    "------ and spaces": ("------  \na: 1\n", f"1:1-1:7 {DASHES}", WRITE_YAML),
    "---js": ("---js\n{}\n---\n", "1:1-1:6 " + NOT_SUPPORTED.format("JavaScript"), AS_YAML),
    "--- coffee": (
        "--- coffee \na: 1\n---\n",
        "1:1-1:11 " + NOT_SUPPORTED.format("CoffeeScript"),
        AS_YAML,
    ),
    "---CSON, CRLF": ("---CSON\r\na: 1\r\n", "1:1-1:8 " + NOT_SUPPORTED.format("CSON"), AS_YAML),
    "---jsx": ("---jsx\n{}\n---\n", f"1:1-1:7 {AFTER}", WRITE_YAML),
    "--- yaml": (
        "--- yaml\na: 1\n---\n",
        f"1:1-1:9 {AFTER}",
        "write `---yaml` instead of `--- yaml`",
    ),
    "---YAML": ("---YAML\na: 1\n---\n", f"1:1-1:8 {AFTER}", "write `---yaml` instead of `---YAML`"),
    "--- and a comment": ("--- # a\na: 1\n---\n", f"1:1-1:8 {AFTER}", WRITE_YAML),
    "--- and a no-break space": ("---\xa0\na: 1\n---\n", f"1:1-1:4 {AFTER}", WRITE_YAML),
    "---- and text": ("---- a\n", f"1:1-1:7 {AFTER}", WRITE_YAML),
    "only ---": ("---", UNCLOSED, CLOSE),
    "only --- and a line break": ("---\n", UNCLOSED, CLOSE),
    "unclosed": ("---\na: 1\n\nbody\n", UNCLOSED, CLOSE),
    "unclosed, CRLF": ("---\r\na: 1\r\n", UNCLOSED, CLOSE),
    "unclosed, CR": ("---\ra: 1\r", UNCLOSED, CLOSE),
    "closed by an indented ---": (
        "---\na: 1\n ---\nbody\n",
        UNCLOSED,
        "remove the indentation of `---` on line 3",
    ),
    "closed by an indented ---, CRLF": (
        "---\r\na: 1\r\n\t---\r\nbody\r\n",
        UNCLOSED,
        "remove the indentation of `---` on line 3",
    ),
    "closed by ----": (
        "---\na: 1\n----\nbody\n",
        UNCLOSED,
        "write `---` alone and unindented, instead of `----` on line 3",
    ),
    "closed by an em dash": (
        "---\na: 1\n—\nbody\n",
        UNCLOSED,
        "write `---` alone and unindented, instead of `—` on line 3",
    ),
    "closed by --- and text": ("---\na: 1\n--- b\nbody\n", UNCLOSED, CLOSE),
    "closed by ....": ("---\na: 1\n....\nbody\n", UNCLOSED, CLOSE),
    "nothing between the lines": ("---\n---\nbody\n", EMPTY, WRITE_KEYS),
    "nothing between the lines, no final newline": ("---\n---", EMPTY, WRITE_KEYS),
    "nothing between the lines, CRLF": ("---\r\n---\r\n", EMPTY, WRITE_KEYS),
    "nothing between the lines, CR": ("---\r---\r", EMPTY, WRITE_KEYS),
    "nothing but ...": ("---\n...\n", EMPTY, WRITE_KEYS),
    "only empty lines": ("---\n\n  \n\n---\n", EMPTY, WRITE_KEYS),
    "only comments": ("---\n# a: 1\n  # b: 2\n---\n", EMPTY, WRITE_KEYS),
    "only an anchor": ("---\n&a\n---\n", EMPTY, WRITE_KEYS),
    "a list": (
        "---\n- a\n- b\n---\n",
        f"1:1-1:4 {NOT_MAPPING} a list, not a mapping",
        "write the key of the list on the line above it, such as `topics:`",
    ),
    "a dash before each key": (
        "---\n- a: 1\n- b: 2\n---\n",
        f"1:1-1:4 {NOT_MAPPING} a list, not a mapping",
        "remove the `- ` before each key: write one `key: value` on each line",
    ),
    "an empty list": (
        "---\n[]\n---\n",
        f"1:1-1:4 {NOT_MAPPING} a list, not a mapping",
        WRITE_KEYS,
    ),
    "text": (
        "---\nSome text\n\n---\n",
        f"1:1-1:4 {NOT_MAPPING} a single value, not a mapping",
        WRITE_KEYS,
    ),
    "a number": (
        "---\n1\n---\n",
        f"1:1-1:4 {NOT_MAPPING} a single value, not a mapping",
        WRITE_KEYS,
    ),
    "null": (
        "---\n~\n---\n",
        f"1:1-1:4 {NOT_MAPPING} a single value, not a mapping",
        WRITE_KEYS,
    ),
    "an empty text": (
        '---\n""\n---\n',
        f"1:1-1:4 {NOT_MAPPING} a single value, not a mapping",
        WRITE_KEYS,
    ),
    "a URL": (
        "---\nhttps://example.org/a\n---\n",
        f"1:1-1:4 {NOT_MAPPING} a single value, not a mapping",
        WRITE_KEYS,
    ),
}


@pytest.mark.parametrize(("text", "expected", "help_"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found(text: str | bytes, expected: str, help_: str) -> None:
    reading = read(text)
    assert reading.written() == [expected]
    assert [each.help for each in reading.faults] == [(help_,)]
    assert reading.document is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("---\na: 1\n---\nb\n", "a: 1\n"),
        ("--- \na: 1\n\n---", "a: 1\n\n"),
        ("---\r\na: 1\r\n---\r\nb\r\n", "a: 1\r\n"),
        ("---\ra: 1\r---\rb\r", "a: 1\r"),
        ("---\n---\n", ""),
        ("---\r\n---\r\n", ""),
        ("---\r---", ""),
        ("---\n\n---\n", "\n"),
    ],
    ids=repr,
)
def test_the_block_is_all_between_the_lines(text: str, content: str) -> None:
    block = block_of(text)
    assert block.opening == Span(0, 3)
    assert text[block.content.start : block.content.end] == content


def test_advice_shortens_what_it_quotes() -> None:
    reading = read(f"---\na: 1\n{'-' * 500}\n")
    assert reading.faults[0].help == (
        f"write `---` alone and unindented, instead of `{'-' * 59}…` on line 3",
    )


def test_a_line_that_might_have_closed_a_long_text_is_not_looked_for_in_it() -> None:
    text = "---\n" + "a\n" * 600_000
    assert read(text + "----\n").faults[0].help == (CLOSE,)
    assert read("---\n----\n" + text).faults[0].help != (CLOSE,)


ENDS_HERE = "yaml-syntax: the front matter ends here, but keys follow it"

#: By name, a file with one closing line too many, and what is said of it.
CLOSED_TOO_EARLY = {
    "between keys": ("---\na: 1\n---\nb: 2\n---\ntext\n", [f"3:1-3:4 {ENDS_HERE}"]),
    "above a list": ("---\na: 1\n---\nb:\n- c\n- d\n---\n", [f"3:1-3:4 {ENDS_HERE}"]),
    "above comments": ("---\na: 1\n---\nb: 2\n# c\nD: 3\n---", [f"3:1-3:4 {ENDS_HERE}"]),
    "twice": (
        "---\na: 1\n---\nb: 2\n---\nc: 3\n---\ntext\n",
        [f"3:1-3:4 {ENDS_HERE}"],
    ),
    "a key without value": ("---\na: 1\n---\nb:\n---\n", [f"3:1-3:4 {ENDS_HERE}"]),
}
#: Files whose text looks like keys, but is text.
CLOSED = {
    "text below the keys": "---\na: 1\n---\nb: 2\n\nText\n\n---\n",
    "an empty line first": "---\na: 1\n---\n\nb: 2\n---\n",
    "no other fence": "---\na: 1\n---\nb: 2\n",
    "no other fence, no final newline": "---\na: 1\n---\nb: 2",
    "a word in upper case": "---\na: 1\n---\nNote: text\n---\n",
    "several words": "---\na: 1\n---\nas follows: text\n---\n",
    "a URL": "---\na: 1\n---\nhttps://example.org/\n---\n",
    "a line": "---\na: 1\n---\n---\nb: 2\n---\n",
    "very many lines": "---\na: 1\n---\n" + "b: 2\n" * 300 + "---\n",
}


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("text", "expected"), CLOSED_TOO_EARLY.values(), ids=CLOSED_TOO_EARLY)
def test_closed_too_early(text: str, expected: list[str], line_break: str) -> None:
    reading = read(text.replace("\n", line_break))
    assert reading.written() == expected
    assert reading.faults[0].help == ("remove this `---`",)
    assert reading.document
    assert len(reading.document.data) > 1


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED)
def test_closed_where_it_is_meant(text: str, line_break: str) -> None:
    reading = read(text.replace("\n", line_break))
    assert reading.written() == []
    assert reading.document
    assert reading.document.data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("a: 1\nb: 2\n---\ntext\n", True),
        ("a:\r\n  - b\r\n---\r\n", True),
        ("a: 1\nb: 2\n", False),
        ("Some text: more\n\n---\n", False),
        ("a: 1\n" + "b: 2\n" * 300_000 + "---\n", False),
    ],
)
def test_no_opening_line(text: str, is_told: bool) -> None:  # noqa: FBT001 - a table
    [fault] = read(text).faults
    assert fault.rule == "missing-front-matter"
    assert ("write a line `---` above the first key" in fault.help) is is_told
