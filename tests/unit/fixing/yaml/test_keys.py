"""Keys get other names, and new keys come after the last one."""

from __future__ import annotations

import pytest

from articlelint.model import AddKey, DataPath, DropByteOrderMark, RenameKey, Scalar
from tests.unit.fixing.yaml.helpers import changed

A = ("a",)

RENAMED: list[tuple[str, DataPath, str, str]] = [
    ("a: 1\nb: 2\n", A, "title", "title: 1\nb: 2\n"),
    ("a : 1 # c\n", A, "title", "title : 1 # c\n"),
    ('"a": 1\n', A, "title", '"title": 1\n'),
    ('"a": 1\n', A, 'the "title"', '"the \\"title\\"": 1\n'),
    ("'a': 1\n", A, "it's", "'it''s': 1\n"),
    ("'a': 1\n", A, "b\nc", '"b\\nc": 1\n'),
    ("a: 1\n", A, "b: c", '"b: c": 1\n'),
    ("a: 1\n", A, "no", '"no": 1\n'),
    ("a: 1\n", A, "<<", '"<<": 1\n'),
    ("a: 1\n", A, "", '"": 1\n'),
    ("a:\n  - b\n# c\n", A, "d", "d:\n  - b\n# c\n"),
    ("a: &k 1\nb: *k\n", A, "c", "c: &k 1\nb: *k\n"),
    ("b:\n  - a: 1\n    c: 2\n", ("b", 0, "a"), "d", "b:\n  - d: 1\n    c: 2\n"),
    ("b: {a: 1, c: 2}\n", ("b", "a"), "d", "b: {d: 1, c: 2}\n"),
    ('b: {"a":1}\n', ("b", "a"), "d", 'b: {"d":1}\n'),
    ("b: {a: 1}\n", ("b", "a"), "c, d", 'b: {"c, d": 1}\n'),
    ("b: [a: 1, c]\n", ("b", 0, "a"), "d", "b: [d: 1, c]\n"),
    ("b: {? a : 1}\n", ("b", "a"), "d", "b: {? d : 1}\n"),
    ("a:\r\nb: 2\r\n", A, "c", "c:\r\nb: 2\r\n"),
    ("on: 1\n", ("on",), "on", '"on": 1\n'),
    ("b: {1:30: 1}\n", ("b", "1:30"), "1:30", 'b: {"1:30": 1}\n'),
    ("a: 1\n", A, "a", "a: 1\n"),
]

NOT_RENAMED: list[tuple[str, DataPath, str]] = [
    ("a: 1\n", (), "b"),
    ("a: 1\n", ("b",), "c"),
    ("a: 1\nb: 2\n", A, "b"),
    ("a: 1\n", A, "b" * 2000),
    ("b: [c]\n", ("b", 0), "d"),
    ("&k a: 1\nb: *k\n", A, "c"),
    ("b: &k a\n*k : 1\n", A, "c"),
    ("? a\n: 1\n", A, "b"),
    ("b: {a}\n", ("b", "a"), "c"),
    ("b: &k {a: 1}\nc: *k\n", ("b", "a"), "d"),
    ("b: &k {a: 1}\nc: *k\n", ("c", "a"), "d"),
    ("b: &k {a: 1}\nc: {<<: *k}\n", ("c", "a"), "d"),
    ("a: 1\na: 2\n", A, "b"),
]

ADDED: list[tuple[str, DataPath, Scalar, str]] = [
    ("b: 1\n", A, "x", "b: 1\na: x\n"),
    ("b: |\n  c\n    \n", A, "x", "b: |\n  c\n    \na: x\n"),
    ("b: 1 # c\n", A, 4, "b: 1 # c\na: 4\n"),
    ("b: 1\n\n# c\n", A, True, "b: 1\na: true\n\n# c\n"),
    ("b:\n  - c\n  - d\n", A, None, "b:\n  - c\n  - d\na: null\n"),
    ("b:\n", A, "x", "b:\na: x\n"),
    ("b: &k c\n", A, "x", "b: &k c\na: x\n"),
    ("b: |\n  c\n", A, "x", "b: |\n  c\na: x\n"),
    ("b: |+\n  c\n", A, "x", "b: |+\n  c\na: x\n"),
    ("b: c\n  d\n\ne: f\n", A, "b: c\nd", 'b: c\n  d\n\ne: f\na: "b: c\\nd"\n'),
    ("b: [1,\n  2]\n\n", A, 3, "b: [1,\n  2]\na: 3\n\n"),
    ("b: 1\n", ("no",), "yes", 'b: 1\n"no": "yes"\n'),
    ("b:\n  c: 1\nd: 2\n", ("b", "a"), 3, "b:\n  c: 1\n  a: 3\nd: 2\n"),
    ("b:\n  - c: 1\n  - d: 2\n", ("b", 0, "a"), 3, "b:\n  - c: 1\n    a: 3\n  - d: 2\n"),
    ("b:\n- - c: 1\n", ("b", 0, 0, "a"), 3, "b:\n- - c: 1\n    a: 3\n"),
    ("b:\n  - ? c\n    : 1\n", ("b", 0, "a"), 3, "b:\n  - ? c\n    : 1\n    a: 3\n"),
    ("? b\n: c: 1\n  d: 2\n", ("b", "a"), 3, "? b\n: c: 1\n  d: 2\n  a: 3\n"),
    ("b: {c: 1}\n", ("b", "a"), "x", "b: {c: 1, a: x}\n"),
    ("b: {c: 1, } # d\n", ("b", "a"), "x, y", 'b: {c: 1, a: "x, y", } # d\n'),
    ("b: {\n  c: 1 # d\n}\n", ("b", "a"), "x", "b: {\n  c: 1, a: x # d\n}\n"),
    ("b: {c}\n", ("b", "a"), "x", "b: {c, a: x}\n"),
    ("b: {}\n", ("b", "a"), "x", "b: {a: x}\n"),
    ("b: { }\n", ("b", "a"), "x", "b: {a: x }\n"),
    ("{b: 1}\n", A, "x", "{b: 1, a: x}\n"),
    ("b: 1\r\n", A, "x", "b: 1\r\na: x\r\n"),
    ("b: 1 # c\r", A, "x", "b: 1 # c\ra: x\r"),
]

NOT_ADDED: list[tuple[str, DataPath]] = [
    ("b: 1\n", ()),
    ("b: 1\n", ("b",)),
    ("b: 1\n", ("b", "a")),
    ("b: 1\n", ("c", "a")),
    ("b: [1]\n", ("b", 1)),
    ("b:\n  - 1\n", ("b", 0)),
    ("b: [c: 1]\n", ("b", 0, "a")),
    ("b: {c:}\n", ("b", "a")),
    ("b: &k\n  c: 1\nd: *k\n", ("b", "a")),
    ("b: &k\n  c: 1\nd: *k\n", ("d", "a")),
    ("b: &k {c: 1}\nd:\n  <<: *k\n  e: 1\n", ("d", "a")),
    ("b: 1\nb: 2\n", A),
    ("b: 1\n2: 3\n", A),
    ("b: |+\n  c\n\n", A),
    ("b: &k |\n  c\n\n", A),
    ("b: 1\n", ("a" * 2000,)),
]


@pytest.mark.parametrize(("front_matter", "path", "name", "expected"), RENAMED)
def test_a_name_keeps_its_quotes(
    front_matter: str, path: DataPath, name: str, expected: str
) -> None:
    assert changed(front_matter, RenameKey(path, name)) == expected


@pytest.mark.parametrize(("front_matter", "path", "name"), NOT_RENAMED)
def test_a_key_that_is_not_renamed(front_matter: str, path: DataPath, name: str) -> None:
    assert changed(front_matter, RenameKey(path, name)) is None


@pytest.mark.parametrize(("front_matter", "path", "value", "expected"), ADDED)
def test_a_key_comes_last(front_matter: str, path: DataPath, value: Scalar, expected: str) -> None:
    assert changed(front_matter, AddKey(path, value)) == expected


#: The front matter, the mapping, the key that the new one comes before, and what comes of it.
ADDED_BEFORE: dict[str, tuple[str, DataPath, str, str]] = {
    "the first": ("b: 1\nc: 2\n", (), "b", "a: x\nb: 1\nc: 2\n"),
    "the first below a note": ("# note\n\nb: 1\n", (), "b", "# note\n\na: x\nb: 1\n"),
    "the first below a comment about the file": (
        "# $schema: ./a.yaml\nb: 1\n",
        (),
        "b",
        "# $schema: ./a.yaml\na: x\nb: 1\n",
    ),
    "the first with an ignore comment": (
        "m:\n  # articlelint: ignore[x]\n  b: 1\n",
        ("m",),
        "b",
        "m:\n  a: x\n  # articlelint: ignore[x]\n  b: 1\n",
    ),
    "between two": (
        "b: 1 # one\n\n# about c\nc: 2\n",
        (),
        "c",
        "b: 1 # one\na: x\n\n# about c\nc: 2\n",
    ),
    "below comments on a part": (
        "b:\n  - 1\n  # - 2\nc: 3\n",
        (),
        "c",
        "b:\n  - 1\n  # - 2\na: x\nc: 3\n",
    ),
    "in a mapping": ("m:\n  b: 1\n  c: 2\n", ("m",), "b", "m:\n  a: x\n  b: 1\n  c: 2\n"),
    "after a dash": ("l:\n  - b: 1\n", ("l", 0), "b", "l:\n  - a: x\n    b: 1\n"),
    "after a dash below a comment": (
        "l:\n  # item\n  - b: 1\n",
        ("l", 0),
        "b",
        "l:\n  # item\n  - a: x\n    b: 1\n",
    ),
    "between two of an item": (
        "l:\n  - b: 1\n    c: 2\n",
        ("l", 0),
        "c",
        "l:\n  - b: 1\n    a: x\n    c: 2\n",
    ),
    "the first in braces": ("m: {b: 1}\n", ("m",), "b", "m: {a: x, b: 1}\n"),
    "between two in braces": ("m: {b: 1, c: 2}\n", ("m",), "c", "m: {b: 1, a: x, c: 2}\n"),
    "with other line breaks": ("b: 1\r\nc: 2\r\n", (), "c", "b: 1\r\na: x\r\nc: 2\r\n"),
    "the first with other line breaks": ("b: 1\r\n", (), "b", "a: x\r\nb: 1\r\n"),
}

NOT_ADDED_BEFORE: dict[str, tuple[str, DataPath, str]] = {
    "a key that is not there": ("b: 1\n", (), "c"),
    "a key below a comment": ("# note\nb: 1\n", (), "b"),
    "a key below a comment, with other line breaks": ("# note\r\nb: 1\r\n", (), "b"),
    "a key after a text that may take it in": ("b: |\n  x\n\nc: |+\n  y\n\nd: 1\n", (), "d"),
    "a key on a line of its own with more": ("m:\n  ? [b] \n  : 1\nc: 2\n", ("m",), "b"),
}


@pytest.mark.parametrize(
    ("front_matter", "mapping", "before", "expected"), ADDED_BEFORE.values(), ids=ADDED_BEFORE
)
def test_a_key_comes_before_another(
    front_matter: str, mapping: DataPath, before: str, expected: str
) -> None:
    assert changed(front_matter, AddKey((*mapping, "a"), "x", before)) == expected


@pytest.mark.parametrize(
    ("front_matter", "mapping", "before"), NOT_ADDED_BEFORE.values(), ids=NOT_ADDED_BEFORE
)
def test_a_key_has_no_sure_place_before_another(
    front_matter: str, mapping: DataPath, before: str
) -> None:
    assert changed(front_matter, AddKey((*mapping, "a"), "x", before)) is None


@pytest.mark.parametrize(("front_matter", "path"), NOT_ADDED)
def test_a_key_that_is_not_added(front_matter: str, path: DataPath) -> None:
    assert changed(front_matter, AddKey(path, "x")) is None


def test_a_value_that_cannot_be_written_is_not_added() -> None:
    assert changed("b: 1\n", AddKey(A, 10**1000)) is None


def test_the_text_has_no_byte_order_mark_to_drop() -> None:
    assert changed("a: 1\n", DropByteOrderMark()) == "a: 1\n"
