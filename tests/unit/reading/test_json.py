"""JSON front matter: what it says, where that is, and the mistakes in it."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint import Diagnostic, fix_text, lint_text
from articlelint.model import DataPath, Span
from articlelint.reading.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER_LENGTH
from tests.support import found, source_of, written
from tests.unit.reading.helpers import read

DATA: dict[str, tuple[str, Any]] = {
    "texts": (r'"x\ty\u00e9\ud83d\udea2\/\\\""', 'x\tyé🚢/\\"'),
    "a date": ('"2023-05-04"', "2023-05-04"),
    "numbers": ("[0, -1, 0.5, 1E+2, -0.0]", [0, -1, 0.5, 100.0, -0.0]),
    "words": ("[true, false, null]", [True, False, None]),
    "nothing": ("[{}, []]", [{}, []]),
    "nested": ('{"b": [{"c": 1}]}', {"b": [{"c": 1}]}),
}


@pytest.mark.parametrize(("value", "data"), DATA.values(), ids=DATA)
def test_data(value: str, data: Any) -> None:
    for text in (
        f'{{"a": {value}}}\n',
        f';;;\n"a": {value}\n;;;\n',
        f'---json\n{{"a":{value}}}\n---\n',
    ):
        reading = read(text)
        assert reading.written() == []
        assert reading.document
        assert reading.document.data == {"a": data}


PLACES = '{\n  "a": "é",\n  "b": [1, {"c": null}],\n  "d": {}\n}\nbody\n'
SPANS: list[tuple[DataPath, str, str]] = [
    ((), "{", "{"),
    (("a",), '"a"', '"é"'),
    (("b",), '"b"', '[1, {"c": null}]'),
    (("b", 1), '{"c": null}', '{"c": null}'),
    (("b", 1, "c"), '"c"', "null"),
    (("d",), '"d"', "{}"),
]


@pytest.mark.parametrize(("path", "key", "value"), SPANS, ids=map(str, SPANS))
def test_places(path: DataPath, key: str, value: str) -> None:
    document = read(PLACES).document
    assert document
    assert PLACES[slice(*document.key_span(path))] == key
    assert PLACES[slice(*document.value_span(path))] == value


def test_where_a_missing_key_is_reported() -> None:
    document = read(PLACES).document
    assert document
    places = [PLACES[slice(*document.mapping_span(path))] for path in ((), ("d",), ("b", 1))]
    assert places == ["{", '"d"', '"c"']


def test_a_part_of_a_text() -> None:
    text = r'{"a": "x\u00e9\ny"}' + "\n"
    document = read(text).document
    assert document
    assert text[slice(*document.part_span(("a",), Span(1, 3)))] == r"\u00e9\n"


DEEP = f"nested more than {MAX_DEPTH} levels deep"
TOO_COMPLEX = {
    "lists": (f'{{"a": {"[" * 100}{"]" * 100}}}\n', DEEP),
    "mappings": ('{"a":' * 100 + "1" + "}" * 100 + "\n", DEEP),
    "many items": (f'{{"a": [{"1," * MAX_NODES}1]}}\n', f"more than {MAX_NODES} keys and values"),
    "a long number": (
        f'{{"a": {"1" * (MAX_NUMBER_LENGTH + 1)}}}\n',
        "a number of 1001 characters; at most 1000 are allowed",
    ),
}


@pytest.mark.parametrize(("text", "message"), TOO_COMPLEX.values(), ids=TOO_COMPLEX)
def test_limits(text: str, message: str) -> None:
    [diagnostic] = found(text)
    assert diagnostic.partition(" ")[2] == f"too-complex: {message}"


def test_a_key_that_is_given_twice() -> None:
    text = '{"a": 1, "b": {"c": 1, "c": 2}}\n'
    [diagnostic] = lint_text(text, schema={})
    expected = '1:24-1:27 duplicate-key /b/c: the key "c" is given twice: remove one'
    assert written(diagnostic, source_of(text)) == expected
    [related] = diagnostic.related
    assert related.span == Span(15, 18)
    assert related.message == '"c" is already given here'


def test_a_key_that_is_given_twice_with_the_same_value() -> None:
    text = '{\n"a": 1,\n"a": 1,\n"b": 2\n}\n'
    [diagnostic] = lint_text(text, schema={})
    message = 'the key "a" is given twice with the same value: remove this line'
    assert written(diagnostic, source_of(text)) == f"3:1-3:4 duplicate-key /a: {message}"
    assert fix_text(text, schema={}).text == '{\n"a": 1,\n\n"b": 2\n}\n'


@pytest.mark.parametrize("text", ['{"a": 1, "a": 1}\n', '{"a": 1,\n"a": 1\n}\n'])
def test_a_line_that_has_more_on_it(text: str) -> None:
    [diagnostic] = lint_text(text, schema={})
    assert diagnostic.message == 'the key "a" is given twice: remove one'
    assert diagnostic.fix is None


def test_the_same_key_in_two_mappings() -> None:
    assert found('{"a": {"b": 1}, "b": [{"a": 1}, {"a": 1}]}\n') == []


def test_a_second_block() -> None:
    text = '{"a": 1}\n---\nb: 2\n---\n'
    expected = "2:1-2:4 second-front-matter: a second front matter block begins here"
    assert [each.rpartition(": ")[0] for each in found(text)] == [expected]
    assert found('{"a": 1}\n\n---\n\nText\n') == []


# What is wrong on the second line, where and how it is told, the line after the fix, and the help
# where it does not say to write that line.
FIXED: dict[str, tuple[str, str, str, str | None]] = {
    "a comma after the last key": (
        '"a": 1,',
        "2:7-2:8 no comma is allowed before `}`: remove it",
        '"a": 1',
        "",
    ),
    "a comma after the last item": (
        '"a": [1,]',
        "2:8-2:9 no comma is allowed before `]`: remove it",
        '"a": [1]',
        "",
    ),
    "two commas": (
        '"a": 1,, "b": 2',
        "2:8-2:9 no comma is allowed after another one: remove it",
        '"a": 1, "b": 2',
        "",
    ),
    "no comma between keys": (
        '"a": 1 "b": 2',
        "2:6-2:7 missing comma after this value",
        '"a": 1, "b": 2',
        None,
    ),
    "no comma between items": (
        '"a": ["b" "c"]',
        "2:7-2:10 missing comma after this value",
        '"a": ["b", "c"]',
        None,
    ),
    "a semicolon": (
        '"a": "b"; "c": 2',
        "2:6-2:9 missing comma after this value",
        '"a": "b", "c": 2',
        None,
    ),
    "single quotes": (
        '"a": \'b "c"\'',
        "2:6-2:13 a text must be in double quotes in JSON",
        r'"a": "b \"c\""',
        None,
    ),
    "a backslash in single quotes": (
        "\"a\": 'C:\\d'",
        "2:6-2:12 a text must be in double quotes in JSON",
        '"a": "C:\\\\d"',
        None,
    ),
    "curly quotes": (
        '"a": “b”',
        "2:6-2:9 curly quotes do not enclose a text in JSON: use straight ones",
        '"a": "b"',
        None,
    ),
    "a key in single quotes": (
        "'a': 1",
        "2:1-2:4 a text must be in double quotes in JSON",
        '"a": 1',
        None,
    ),
    "a key without quotes": (
        "a-b: 1",
        "2:1-2:4 a key must be in double quotes in JSON",
        '"a-b": 1',
        None,
    ),
    "an equals sign": ('"a" = 1', "2:5-2:6 `=` after a key: JSON has `:`", '"a" : 1', None),
    "an arrow": ('"a" => 1', "2:5-2:7 `=>` after a key: JSON has `:`", '"a" : 1', None),
    "no colon": ('"a" 1', "2:1-2:4 missing `:` after this key", '"a": 1', None),
    "a comment": (
        '"a": 1 // b',
        "2:8-2:12 JSON has no comments: remove it",
        '"a": 1',
        "",
    ),
    "a comment of C": (
        '"a": /* b */ 1',
        "2:6-2:13 JSON has no comments: remove it",
        '"a":  1',
        "",
    ),
    "a comment of YAML": ('"a": 1 # b', "2:8-2:11 JSON has no comments: remove it", '"a": 1', ""),
    "a flag in capitals": (
        '"a": True',
        "2:6-2:10 `True` is not a value in JSON",
        '"a": true',
        "write `true`",
    ),
    "a flag of YAML": (
        '"a": no',
        "2:6-2:8 `no` is not a value in JSON",
        '"a": false',
        'write `false`, or `"no"` if it is text',
    ),
    "null of Python": (
        '"a": None',
        "2:6-2:10 `None` is not a value in JSON: it has `null`",
        '"a": null',
        None,
    ),
    "a number that begins with a dot": (
        '"a": -.5',
        "2:6-2:9 `-.5` is not a number in JSON",
        '"a": -0.5',
        None,
    ),
    "a number with a plus": (
        '"a": +5.',
        "2:6-2:9 `+5.` is not a number in JSON",
        '"a": 5',
        None,
    ),
    "a number that begins with zeros": (
        '"a": 007',
        "2:6-2:9 text must be in double quotes",
        '"a": "007"',
        None,
    ),
    "text without quotes": (
        '"a": b c, "d": 1',
        "2:6-2:9 text must be in double quotes",
        '"a": "b c", "d": 1',
        None,
    ),
    "an unclosed quote": (
        '"a": "b',
        '2:6-2:7 this `"` is never closed',
        '"a": "b"',
        None,
    ),
    "a quote closed by a curly one": (
        '"a": "b”',
        '2:6-2:7 this `"` is never closed',
        '"a": "b"',
        None,
    ),
    "an unknown escape": (
        '"a": "C:\\d"',
        "2:9-2:11 unknown escape `\\d`",
        '"a": "C:\\\\d"',
        None,
    ),
    "an apostrophe": (
        '"a": "it\\\'s"',
        "2:9-2:11 an apostrophe needs no backslash",
        '"a": "it\'s"',
        None,
    ),
    "a tab": (
        '"a": "b\tc"',
        "2:8-2:9 a tab in a text is written as `\\t`",
        '"a": "b\\tc"',
        "",
    ),
    "a control character": (
        '"a": "b\x07c"',
        "2:8-2:9 the control character U+0007 in a text is written as `\\u0007`",
        '"a": "b\\u0007c"',
        "",
    ),
}


@pytest.mark.parametrize(("line", "expected", "fixed", "help_"), FIXED.values(), ids=FIXED)
def test_what_is_repaired(line: str, expected: str, fixed: str, help_: str | None) -> None:
    text = f'{{"x": 1,\n{line}\n}}\nbody\n'
    [diagnostic] = lint_text(text, schema={})
    place, _, message = expected.partition(" ")
    assert written(diagnostic, source_of(text)) == f"{place} json-syntax: {message}"
    assert diagnostic.help == tuple(filter(None, [f"write `{fixed}`" if help_ is None else help_]))
    assert diagnostic.fix
    assert diagnostic.fix.title == f"write `{fixed}`"
    after = fix_text(text, schema={}, unsafe=True)
    assert after.text.splitlines()[1].rstrip() == fixed
    assert "json-syntax" not in {each.rule for each in after.diagnostics}


# What is told without a fix: the whole text, and the help.
TOLD: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "a character that is half of one": (
        '{"a": "\\ud800"}\n',
        "1:8-1:14 json-syntax: `\\ud800` is half of a character",
        ("write the character itself",),
    ),
    "an escape with too few digits": (
        '{"a": "\\u12"}\n',
        "1:8-1:12 json-syntax: `\\u` must be followed by 4 hexadecimal digits",
        ("write the character itself",),
    ),
    "a number that is none": (
        '{"a": NaN}\n',
        "1:7-1:10 json-syntax: JSON has no `NaN`: write a number, or `null`",
        (),
    ),
    "a comment of several lines": (
        '{"a": 1 /* b\nc */}\n',
        "1:9-2:5 json-syntax: JSON has no comments: remove it",
        (),
    ),
    "no value": ('{"a": , "b": 1}\n', "1:7-1:8 json-syntax: a value is missing before `,`", ()),
    "no value after a key": (
        '---json\n{"a"}\n---\n',
        "2:2-2:5 json-syntax: missing `:` and a value after this key",
        (),
    ),
    "no key": ('{"a": 1, : 2}\n', "1:10-1:11 json-syntax: unexpected `:`", ()),
    "a sign": ('{"a": 1 ! "b": 2}\n', "1:9-1:10 json-syntax: unexpected `!`", ()),
    "a slash": ('{"a": 1 / 2}\n', "1:9-1:10 json-syntax: unexpected `/`", ()),
    "the wrong bracket after a list": (
        '{"a": [1}\n',
        "1:9-1:10 json-syntax: `}` does not close the `[` of line 1",
        ("write `]`",),
    ),
    "the wrong bracket after a comma": (
        '{"a": [1,}\n',
        "1:10-1:11 json-syntax: `}` does not close the `[` of line 1",
        ("write `]`",),
    ),
    "the wrong bracket after a mapping": (
        '{"a": {"b": 1,\n]}}\n',
        "2:1-2:2 json-syntax: `]` does not close the `{` of line 1",
        ("write `}`",),
    ),
    "a brace too many": (
        '{"a": 1}}\n',
        "1:9-1:10 json-syntax: unexpected text after the closing `}`",
        (),
    ),
    "a list that is never closed": (
        '---json\n{"a": [1\n---\n',
        "2:7-2:8 json-syntax: this `[` is never closed",
        ("write `]` after the last value",),
    ),
    "a mapping that is never closed": (
        '---json\n{"a": 1\n---\n',
        "2:1-2:2 json-syntax: this `{` is never closed",
        ("write `}` after the last value",),
    ),
    "YAML": (
        "---json\ntitle: A\n---\n",
        "2:1-2:9 json-syntax: this is YAML, and `---json` begins JSON",
        ("write `---` instead of `---json`",),
    ),
    "YAML, a list": (
        "---json\n- A\n---\n",
        "2:1-2:4 json-syntax: this is YAML, and `---json` begins JSON",
        ("write `---` instead of `---json`",),
    ),
    "YAML in semicolons": (
        ';;;\ntitle: "A"\ndate: 2023-05-04\n;;;\n',
        "2:1-2:11 json-syntax: this is YAML, and `;;;` begins JSON",
        ("write `---` instead of `;;;`, and in the last line of the front matter",),
    ),
    "YAML whose first key has no value": (
        ";;;\r\ntags:\r\n  - A\r\n;;;\r\n",
        "2:1-2:6 json-syntax: this is YAML, and `;;;` begins JSON",
        ("write `---` instead of `;;;`, and in the last line of the front matter",),
    ),
    "keys without quotes in semicolons": (
        ';;;\ntitle: "A",\nheat: 1\n;;;\n',
        "2:1-2:6 json-syntax: a key must be in double quotes in JSON",
        ('write `"title": "A",`',),
    ),
    "a single key without quotes in semicolons": (
        ';;;\ntitle: "A"\n;;;\n',
        "2:1-2:6 json-syntax: a key must be in double quotes in JSON",
        ('write `"title": "A"`',),
    ),
    "TOML": (
        '---json\ntitle = "A"\n---\n',
        "2:1-2:12 json-syntax: this is TOML, and `---json` begins JSON",
        ("write `---toml` instead of `---json`",),
    ),
    "TOML in semicolons": (
        ";;;\n[menu]\nheat = 1\n;;;\n",
        "2:1-2:7 json-syntax: this is TOML, and `;;;` begins JSON",
        ("write `+++` instead of `;;;`, and in the last line of the front matter",),
    ),
    "arrows in semicolons": (
        ";;;\nheat => 1\n;;;\n",
        "2:1-2:5 json-syntax: a key must be in double quotes in JSON",
        ('write `"heat" => 1`',),
    ),
    "no brace": (
        '---json\n"a": 1\n---\n',
        "2:1-2:2 json-syntax: `{` is missing before the first key",
        (),
    ),
    "a brace in semicolons": (';;;\n"a": 1}\n;;;\n', "2:7-2:8 json-syntax: unexpected `}`", ()),
    "a comma at the end of semicolons": (
        ';;;\n"a": 1,\n;;;\n',
        "2:7-2:8 json-syntax: no comma is allowed at the end: remove it",
        (),
    ),
}


@pytest.mark.parametrize(("text", "expected", "help_"), TOLD.values(), ids=TOLD)
def test_what_is_told(text: str, expected: str, help_: tuple[str, ...]) -> None:
    diagnostic = _told(text)
    assert written(diagnostic, source_of(text)) == expected
    assert diagnostic.help == help_


def _told(text: str) -> Diagnostic:
    """The first that is told of syntax."""
    return next(each for each in lint_text(text, schema={}) if each.rule == "json-syntax")


def test_comments_of_another_language_are_no_mistakes() -> None:
    [fault] = lint_text(";;;\n# a comment\ntitle: A\nheat: 1\n;;;\n", schema={})
    assert fault.message == "this is YAML, and `;;;` begins JSON"


def test_a_comment_on_a_line_of_its_own() -> None:
    text = '{\n  // "b": 1,\n  "a": 1\n}\n'
    fault = _told(text)
    assert (
        written(fault, source_of(text)) == "2:3-2:13 json-syntax: JSON has no comments: remove it"
    )
    assert fault.fix
    assert fault.fix.title == "remove the line"


def test_reading_goes_on() -> None:
    text = "{\n'title': 'a &amp; b'\nheat: \"3\",\ndate: x\n}\n"
    schema = {"properties": {each: {"type": "integer"} for each in ("heat", "date")}}
    reported = found(text, schema=schema)
    assert [each.partition(": ")[0] for each in reported] == [
        "2:1-2:8 json-syntax",
        "2:10-2:21 html-entity /title",
        "2:10-2:21 json-syntax",
        "2:10-2:21 json-syntax",
        "3:1-3:5 json-syntax",
        "3:7-3:10 schema/type /heat",
        "4:1-4:5 json-syntax",
        "4:7-4:8 json-syntax",
    ]


CLOSED = {
    "properties": {"": {"deprecated": True}, "a": {"type": "string"}},
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (r'"\ud800": 1', "3:2-3:8"),
        (r'"b\u00e": {"c": 1}', "3:3-3:8"),
        (r'"a\q": 1', "3:3-3:5"),
        ('"b\tc": [1]', "3:3-3:4"),
        (r"'b\qc': 1", "3:1-3:7"),
    ],
)
def test_nothing_is_told_of_a_key_that_could_not_be_read(line: str, place: str) -> None:
    [only] = found(f"---json\n{{\n{line}\n}}\n---\n", schema=CLOSED)
    assert only.startswith(f"{place} json-syntax: ")


def test_of_the_keys_beside_it_all_is_told() -> None:
    text = '{\n"\\ud800": {"c": 1},\n"": 1,\n"b": 1,\n"a": 1\n}\n'
    assert found(text, schema=CLOSED) == [
        "2:2-2:8 json-syntax: `\\ud800` is half of a character",
        '3:1-3:3 deprecated-key /: "" is deprecated',
        '4:1-4:4 schema/additionalProperties /b: unknown key "b"',
        '5:6-5:7 schema/type /a: "a" should be text, not the whole number 1: quote it',
    ]


@pytest.mark.parametrize(
    "keys", [r'"a\q": 1, "a": 2', r'"a": 2, "a\q": 1', r'"\ud800": 1, "\ud801": 2']
)
def test_a_key_that_could_not_be_read_repeats_none(keys: str) -> None:
    assert {each.rule for each in lint_text(f"{{{keys}}}\n", schema={})} == {"json-syntax"}


def test_a_key_is_repeated_whose_value_could_not_be_read() -> None:
    reported = found('{"a": "\\q", "a": 1}\n', schema={})
    assert [each.partition(": ")[0] for each in reported] == [
        "1:8-1:10 json-syntax",
        "1:13-1:16 duplicate-key /a",
    ]


@pytest.mark.parametrize("keys", [r'"a\q": "b", "a": 2', r'"a": 2, "a\q": "b"'])
def test_of_two_keys_the_one_that_could_be_read_counts(keys: str) -> None:
    reported = found(f"{{{keys}}}\n", schema=CLOSED)
    assert any(each.split(": ", 1)[0].endswith("schema/type /a") for each in reported)


def test_it_is_not_certain_which_keys_there_are() -> None:
    reported = found('{"a": 1, !}\n', schema={"required": ["b"]})
    assert reported == ["1:10-1:11 json-syntax: unexpected `!`"]


def test_reading_ends_after_many_mistakes() -> None:
    assert len(lint_text("{" + "a: 1, " * 100 + "}\n", schema={})) == 50
    assert len(lint_text("---json\n" + "//\n" * 100 + "{}\n---\n", schema={})) == 50


def test_only_comments_are_nothing() -> None:
    text = "---json\n// a\n---\n"
    assert [each.rule for each in lint_text(text, schema={})] == ["empty-front-matter"]


def test_there_are_no_ignore_comments() -> None:
    text = '{\n"title": "a &amp; b" // articlelint: ignore[html-entity]\n}\n'
    assert [each.partition(": ")[0] for each in found(text)] == [
        "2:13-2:18 html-entity /title",
        "2:22-2:57 json-syntax",
    ]
