"""A list or mapping is written instead of a text, and a text instead of a list or mapping."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.model import DataPath, SetValue
from tests.unit.fixing.yaml.helpers import changed

A = ("a",)
XZ = ["x", "z"]
NAMED = {"name": "Dana Birch"}

#: A front matter, the path of a value, the new value, and the front matter then.
WRITTEN: list[tuple[str, DataPath, Any, str]] = [
    # a list, on lines below its key
    ("a: x, z\nb: 1\n", A, XZ, "a:\n  - x\n  - z\nb: 1\n"),
    ("a: 'x, z' # c\n", A, XZ, "a:\n  - x\n  - z # c\n"),
    ("a:\tx\n", A, XZ, "a:\n  - x\n  - z\n"),
    ("a:\n", A, XZ, "a:\n  - x\n  - z\n"),
    ("? a\n: x\n", A, XZ, "? a\n:\n  - x\n  - z\n"),
    ("a: 1\n", A, ["1", 1, True, "b: c"], 'a:\n  - "1"\n  - 1\n  - true\n  - "b: c"\n'),
    ("a: x\n", A, [NAMED, "x"], "a:\n  - name: Dana Birch\n  - x\n"),
    # indented like its neighbours
    ("b:\n- 1\na: x\n", A, XZ, "b:\n- 1\na:\n- x\n- z\n"),
    ("b: [1]\nc: &k\n- 1\nd: *k\na: x\n", A, XZ, "b: [1]\nc: &k\n- 1\nd: *k\na:\n  - x\n  - z\n"),
    ("b:\n    - 1\na: x\n", A, XZ, "b:\n    - 1\na:\n    - x\n    - z\n"),
    ("b:\n  - c: 1\n    a: x\n", ("b", 0, "a"), XZ, "b:\n  - c: 1\n    a:\n      - x\n      - z\n"),
    # where the lines are already
    ("a:\n  -x\n  -z\nb: 1\n", A, XZ, "a:\n  - x\n  - z\nb: 1\n"),
    ("a:\n    x\n    z\n", A, XZ, "a:\n    - x\n    - z\n"),
    ("a: |\n  x\n  z\nb: 1\n", A, XZ, "a:\n  - x\n  - z\nb: 1\n"),
    # in brackets
    ("b: {a: 'x, z'}\n", ("b", "a"), XZ, "b: {a: [x, z]}\n"),
    ("b: {a: x, c: 1}\n", ("b", "a"), {"d": ["e: f"]}, 'b: {a: {d: ["e: f"]}, c: 1}\n'),
    ("a: [b: x]\n", ("a", 0, "b"), XZ, "a: [b: [x, z]]\n"),
    ("a: {x, z}\n", A, XZ, "a:\n  - x\n  - z\n"),
    ("a: x\n", A, [], "a: []\n"),
    ("a: x\n", A, {}, "a: {}\n"),
    # a mapping
    ("a: x\n", A, {"b": 1, "c": ["d"]}, "a:\n  b: 1\n  c:\n    - d\n"),
    ("a:\n- Dana Birch\n- x\n", ("a", 0), NAMED, "a:\n- name: Dana Birch\n- x\n"),
    ("a:\n  - - x\n", ("a", 0, 0), {"b": 1, "c": {}}, "a:\n  - - b: 1\n      c: {}\n"),
    ("a: [Dana Birch, x]\n", ("a", 0), NAMED, "a: [{name: Dana Birch}, x]\n"),
    # text that was read as a list or mapping
    ("a: [value] # c\n", A, "[value]", 'a: "[value]" # c\n'),
    ("a: {x y}\n", A, "{x y}", 'a: "{x y}"\n'),
    (
        "a:\n  - Law: the basics # c\n",
        ("a", 0),
        "Law: the basics",
        'a:\n  - "Law: the basics" # c\n',
    ),
    ("a:\n  - Title:\n  - b\n", ("a", 0), "Title:", 'a:\n  - "Title:"\n  - b\n'),
    ("a: [b: c, d]\n", ("a", 0), "b: c", 'a: ["b: c", d]\n'),
    ("a:\n  b: c\n", A, "b: c", 'a:\n  "b: c"\n'),
    ("a: [5]\n", A, 5, "a: 5\n"),
    ("a:\n  - x\n", A, "x", "a:\n  x\n"),
    ("a: [x & z]\n", A, "x & z", "a: x & z\n"),
]

#: What is in doubt, or would be lost.
UNCLEAR: list[tuple[str, DataPath, Any]] = [
    ("a: | # c\n  x\n", A, XZ),
    ("a:\n  - x\n  - z\n", A, "x"),
    ("a: [&k x]\nb: *k\n", A, "x"),
    ("b: &k x\na: [*k]\n", A, "x"),
    ("a: &k [x]\nb: *k\n", A, "x"),
    ("a: !!seq [x]\n", A, "x"),
    ("b: &k x\na: *k\n", A, XZ),
    ("a:\n  -\n", ("a", 0), NAMED),
    ("? a # b: c\n: x\n", A, XZ),
]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize(("front_matter", "path", "value", "expected"), WRITTEN)
def test_it_is_written(
    front_matter: str, path: DataPath, value: Any, expected: str, line_break: str
) -> None:
    front_matter = front_matter.replace("\n", line_break)
    assert changed(front_matter, SetValue(path, value)) == expected.replace("\n", line_break)


@pytest.mark.parametrize(("front_matter", "path", "value"), UNCLEAR)
def test_nothing_is_written_where_that_is_unclear(
    front_matter: str, path: DataPath, value: Any
) -> None:
    assert changed(front_matter, SetValue(path, value)) is None
