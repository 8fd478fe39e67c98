"""TOML front matter: what it says, and where each key and value of it is."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.model import DataPath, Span
from articlelint.reading.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER_LENGTH
from tests.support import found
from tests.unit.reading.helpers import read


def toml(front_matter: str) -> str:
    return f"+++\n{front_matter}+++\nbody\n"


DATA: dict[str, tuple[str, dict[str, Any]]] = {
    "a date and time": ("a = 2023-05-04T09:30:00Z\n", {"a": "2023-05-04T09:30:00Z"}),
    "with a space and in lower case": (
        "a = 2023-05-04 09:30:00.50z\nb = 2023-05-04t09:30:00-05:00\n",
        {"a": "2023-05-04T09:30:00.50Z", "b": "2023-05-04T09:30:00-05:00"},
    ),
    "local dates and times": (
        "a = 2023-05-04T09:30:00\nb = 2023-05-04\nc = 09:30:00.5\n",
        {"a": "2023-05-04T09:30:00", "b": "2023-05-04", "c": "09:30:00.5"},
    ),
    "a leap second": ("a = 2016-12-31T23:59:60Z\n", {"a": "2016-12-31T23:59:60Z"}),
    "numbers": (
        "a = 1_000\nb = 0xff\nc = 0o17\nd = 0b11\ne = -1.5e3\nf = inf\ng = +0\n",
        {"a": 1000, "b": 255, "c": 15, "d": 3, "e": -1500.0, "f": float("inf"), "g": 0},
    ),
    "flags": ("a = true\nb = false\n", {"a": True, "b": False}),
    "texts": (
        'a = "x\\ty\\u00e9\\U0001F6A2"\nb = \'C:\\x\'\nc = """\na\n"b" c\\\n   d"""\n',
        {"a": "x\tyé🚢", "b": "C:\\x", "c": 'a\n"b" cd'},
    ),
    "texts in three quotes": ("a = '''b''''\nc = '''d'e'''\n", {"a": "b'", "c": "d'e"}),
    "lists": ('a = [1, "b", [], # c\n  {d = 1},\n]\n', {"a": [1, "b", [], {"d": 1}]}),
    "dots": ("a.b.c = 1\na.'b'.d = 2\n", {"a": {"b": {"c": 1, "d": 2}}}),
    "tables": (
        "a = 1\n[b]\nc = 2\n[b.d.e]\nf = 3\n[b.d]\ng = 4\n",
        {"a": 1, "b": {"c": 2, "d": {"e": {"f": 3}, "g": 4}}},
    ),
    "lists of tables": (
        "[[a]]\nb = 1\n[[a.c]]\nd = 2\n[[a]]\n[a.e]\nf = 3\n",
        {"a": [{"b": 1, "c": [{"d": 2}]}, {"e": {"f": 3}}]},
    ),
    "braces": ("a = { b.c = 1, 'd e' = {} }\n", {"a": {"b": {"c": 1}, "d e": {}}}),
    "keys of digits and dashes": ('1 = 1\n-2 = 2\n"" = 3\n', {"1": 1, "-2": 2, "": 3}),
}


@pytest.mark.parametrize(("front_matter", "data"), DATA.values(), ids=DATA)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_data(front_matter: str, data: dict[str, Any], line_break: str) -> None:
    reading = read(toml(front_matter).replace("\n", line_break))
    assert reading.written() == []
    assert reading.document
    assert reading.document.data == data
    assert list(reading.document.data) == list(data)


PLACES = toml(
    'a.b = 1\na.c = "é"\n[x]\n"y" = [1, {z = 2}]\n'
    "[[rel]]\nu = 2023-05-04\n[[rel]]\n[rel.p]\nq = 1\n"
)
SPANS: list[tuple[DataPath, str, str]] = [
    (("a",), "a", 'b = 1\na.c = "é"'),
    (("a", "b"), "b", "1"),
    (("a", "c"), "c", '"é"'),
    (("x",), "x", '[x]\n"y" = [1, {z = 2}]'),
    (("x", "y"), '"y"', "[1, {z = 2}]"),
    (("x", "y", 1), "{z = 2}", "{z = 2}"),
    (("x", "y", 1, "z"), "z", "2"),
    (("rel",), "rel", "[[rel]]\nu = 2023-05-04\n[[rel]]\n[rel.p]\nq = 1"),
    (("rel", 0), "[[rel]]\nu = 2023-05-04", "[[rel]]\nu = 2023-05-04"),
    (("rel", 1, "p"), "p", "[rel.p]\nq = 1"),
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
    places = {
        path: PLACES[slice(*document.mapping_span(path))] for path in ((), ("x",), ("rel", 0))
    }
    assert places == {(): "+++", ("x",): "x", ("rel", 0): "u"}


def test_a_table_is_reported_at_its_own_header() -> None:
    text = toml("[a.b]\nc = 1\n[a]\nd = 2\n")
    document = read(text).document
    assert document
    assert document.key_span(("a",)) == Span(text.index("[a]") + 1, text.index("[a]") + 2)


PARTS = {
    "in double quotes": ('a = "x\\ty  z"\n', "y  z", "y  z"),
    "an escape": ('a = "x\\u00e9y"\n', "éy", "\\u00e9y"),
    "in single quotes": ("a = 'x\\y'\n", "\\y", "\\y"),
    "of several lines": ('a = """\nx\n\\\n  y"""\n', "\ny", "\n\\\n  y"),
    "a date": ("a = 2023-05-04 09:30:00Z\n", "T09", " 09"),
}


@pytest.mark.parametrize(("front_matter", "part", "written"), PARTS.values(), ids=PARTS)
def test_a_part_of_a_text(front_matter: str, part: str, written: str) -> None:
    text = toml(front_matter)
    document = read(text).document
    assert document
    start = document.data["a"].index(part)
    span = document.part_span(("a",), Span(start, start + len(part)))
    assert text[slice(*span)] == written


DEEP = f"nested more than {MAX_DEPTH} levels deep"
TOO_COMPLEX = {
    "lists": (f"a = {'[' * 100}{']' * 100}\n", DEEP),
    "braces": (f"a = {'{b = ' * 100}1{'}' * 100}\n", DEEP),
    "dots": ("a" + ".a" * 100 + " = 1\n", DEEP),
    "headers and dots": (f"[a{'.a' * 40}]\nb{'.b' * 40} = 1\n", DEEP),
    "nested lists of tables": ("".join(f"[[a{'.a' * depth}]]\n" for depth in range(40)), DEEP),
    "many items": (f"a = [{'1,' * MAX_NODES}]\n", f"more than {MAX_NODES} keys and values"),
    "many headers": ("[[a]]\n" * MAX_NODES, f"more than {MAX_NODES} keys and values"),
    "a long number": (
        f"a = {'1' * (MAX_NUMBER_LENGTH + 1)}\n",
        "a number of 1001 characters; at most 1000 are allowed",
    ),
    "a long fraction": (
        f"a = 1.{'1' * MAX_NUMBER_LENGTH}\n",
        "a number of 1002 characters; at most 1000 are allowed",
    ),
}


@pytest.mark.parametrize(("front_matter", "message"), TOO_COMPLEX.values(), ids=TOO_COMPLEX)
def test_limits(front_matter: str, message: str) -> None:
    [diagnostic] = found(toml(front_matter))
    assert diagnostic.partition(" ")[2] == f"too-complex: {message}"


def test_what_is_just_within_the_limits() -> None:
    long = "1" * MAX_NUMBER_LENGTH
    told = found(toml(f"a = {long}\nb = {'[' * 60}{']' * 60}\nc{'.c' * 60} = 1\n"))
    assert [each.split()[1] for each in told] == ["lossy-number"]


COMMENTS: dict[str, tuple[str, list[str]]] = {
    "at the end of a line": ('a = "xâ€™s" # articlelint: ignore[mojibake]\n', []),
    "above a key": ('# articlelint: ignore[mojibake]\na = "xâ€™s"\n', []),
    "above a header": (
        '# articlelint: ignore[mojibake]\n[a]\nb = 1\nc = "xâ€™s"\n',
        [],
    ),
    "above one table of a list": (
        '# articlelint: ignore[mojibake]\n[[a]]\nb = "xâ€™s"\n[[a]]\nb = "xâ€™s"\n',
        ["6:6-6:11 mojibake /a/1/b"],
    ),
    "at the end of a text of several lines": (
        'a = """xâ€™s\ny""" # articlelint: ignore[mojibake]\n',
        [],
    ),
    "on a line within a list": (
        'a = [\n  "xâ€™s", # articlelint: ignore[mojibake]\n  "yâ€™s",\n]\n',
        ["4:4-4:9 mojibake /a/1"],
    ),
    "for the file": (
        'a = "xâ€™s"\n# articlelint: ignore-file[mojibake]\nb = "yâ€™s"\n',
        [],
    ),
    "in a text": (
        "a = '# articlelint: ignore-file[mojibake] xâ€™s'\n",
        ["2:43-2:48 mojibake /a"],
    ),
    "unused": (
        "a = 1 # articlelint: ignore[mojibake]\n",
        ["2:29-2:37 unused-ignore"],
    ),
}


@pytest.mark.parametrize(("front_matter", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_ignore_comments(front_matter: str, expected: list[str]) -> None:
    assert [each.partition(": ")[0] for each in found(toml(front_matter))] == expected
