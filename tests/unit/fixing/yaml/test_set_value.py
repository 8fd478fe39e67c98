"""A value is written in the style of the old one, if that can hold it."""

from __future__ import annotations

import pytest

from articlelint.model import DataPath, Scalar, SetValue
from tests.unit.fixing.yaml.helpers import changed

A = ("a",)

#: A value as it is written, the new value, and how that is written.
STYLES: list[tuple[str, Scalar, str]] = [
    # plain
    ("a: x\n", "y z", "a: y z\n"),
    ("a: x\n", 'it\'s "so";#1, [b]', 'a: it\'s "so";#1, [b]\n'),
    ("a: x\n", "b: c", 'a: "b: c"\n'),
    ("a: x\n", "b #c", 'a: "b #c"\n'),
    ("a: x\n", "b:", 'a: "b:"\n'),
    ("a: x\n", "", 'a: ""\n'),
    ("a: x\n", " y", 'a: " y"\n'),
    ("a: x\n", "- y", 'a: "- y"\n'),
    ("a: x\n", "'y'", "a: \"'y'\"\n"),
    ("a: x\n", "{{ y }}", 'a: "{{ y }}"\n'),
    ("a: x\n", "y\u2028z", 'a: "y\\u2028z"\n'),
    ("a: x\n", "y\xa0z", "a: y\xa0z\n"),
    ("a: x\n", "😀", "a: 😀\n"),
    ("a: x\n", "https://example.com/?b=c#d", "a: https://example.com/?b=c#d\n"),
    # plain, but not to every program
    ("a: x\n", "no", 'a: "no"\n'),
    ("a: x\n", "Off", 'a: "Off"\n'),
    ("a: x\n", "y", 'a: "y"\n'),
    ("a: x\n", "nowhere", "a: nowhere\n"),
    ("a: x\n", "true", 'a: "true"\n'),
    ("a: x\n", "~", 'a: "~"\n'),
    ("a: x\n", ".inf", 'a: ".inf"\n'),
    ("a: x\n", ".info", "a: .info\n"),
    ("a: x\n", "=", 'a: "="\n'),
    ("a: x\n", "12", 'a: "12"\n'),
    ("a: x\n", "0x1F", 'a: "0x1F"\n'),
    ("a: x\n", "0o17", 'a: "0o17"\n'),
    ("a: x\n", "1_000", 'a: "1_000"\n'),
    ("a: x\n", "1:30", 'a: "1:30"\n'),
    ("a: x\n", "1" * 2000, f'a: "{"1" * 2000}"\n'),
    ("a: x\n", "2nd", "a: 2nd\n"),
    ("a: x\n", "2023-05-04", 'a: "2023-05-04"\n'),
    ("a: x\n", "2023-05-04 09:30:00 Z", 'a: "2023-05-04 09:30:00 Z"\n'),
    ("a: May 4\n", "2023-05-04T09:30:00Z", "a: 2023-05-04T09:30:00Z\n"),
    ("a: May 4\n", "2023-05-04T09:30:00+02:00", "a: 2023-05-04T09:30:00+02:00\n"),
    ("a: x\n", "2023-02-30T09:30:00Z", 'a: "2023-02-30T09:30:00Z"\n'),
    # what stays itself is written so that all programs agree
    ("a: no\n", "no", 'a: "no"\n'),
    ("a: 1:30 # b\n", "1:30", 'a: "1:30" # b\n'),
    ("a: 0123\n", 123, "a: 123\n"),
    ("a: nowhere\n", "nowhere", "a: nowhere\n"),
    # double quotes
    ('a: "x"\n', "y", 'a: "y"\n'),
    ('a: "x"\n', 'say "y"', 'a: "say \\"y\\""\n'),
    ('a: "x"\n', "it's", 'a: "it\'s"\n'),
    ('a: "x"\n', "\\", 'a: "\\\\"\n'),
    (
        'a: "x"\n',
        "\0\t\n\r\x1b\x7f\x85\ufeff\uffff",
        'a: "\\x00\\t\\n\\r\\x1b\\x7f\\x85\\ufeff\\uffff"\n',
    ),
    ('a: "x"\n', "é\u200b", 'a: "é\u200b"\n'),
    ('a: "x"\n', "no", 'a: "no"\n'),
    # single quotes
    ("a: 'x'\n", "y", "a: 'y'\n"),
    ("a: 'x'\n", "it's", "a: 'it''s'\n"),
    ("a: 'x'\n", '\\ "y"', "a: '\\ \"y\"'\n"),
    ("a: 'x'\n", " y ", "a: ' y '\n"),
    ("a: 'x'\n", "y\nz", 'a: "y\\nz"\n'),
    # what is not text
    ("a: x\n", True, "a: true\n"),
    ('a: "yes" # b\n', False, "a: false # b\n"),
    ("a: 'x'\n", None, "a: null\n"),
    ("a: x\n", -41, "a: -41\n"),
    ("a: x\n", 1.5, "a: 1.5\n"),
    ("a: x\n", 1e16, "a: 1.0e+16\n"),
    ("a: x\n", 1.5e-7, "a: 1.5e-07\n"),
    ("a: x\n", float("inf"), "a: .inf\n"),
    ("a: x\n", float("-inf"), "a: -.inf\n"),
    ("a: x\n", float("nan"), "a: .nan\n"),
    ("a: x\n", -0.0, "a: -0.0\n"),
    ("a: |\n  x\nb: 1\n", True, "a: true\nb: 1\n"),
    # a number where there was none of the sort
    ("a: 41\n", "41", 'a: "41"\n'),
    ("a: 41\n", "forty-one", "a: forty-one\n"),
    ("a: 007\n", "007", 'a: "007"\n'),
]

#: The same for text on several lines, which changes in as few places as may be.
LINES: list[tuple[str, Scalar, str]] = [
    # block scalars
    ("a: |\n  x\n  y\nb: 1\n", "x\nz\n", "a: |\n  x\n  z\nb: 1\n"),
    ("a: |\n  x\nb: 1\n", "y\n\n z\n", "a: |\n  y\n\n   z\nb: 1\n"),
    ("a: |-\n    x\n", "y\nz", "a: |-\n    y\n    z\n"),
    ("a: |+\n  x\n\nb: 1\n", "y\n\n", "a: |+\n  y\n\nb: 1\n"),
    ("a: |\n\n  x\n", "y\n", "a: |\n  y\n"),
    ("a: >\n  x\n  y\nb: 1\n", "x z\n", "a: >\n  x\n  z\nb: 1\n"),
    ("a: >-\n  x\n  y\n", "w x\ny\n\nz", "a: >-\n  w x\n\n  y\n\n\n  z\n"),
    ("a: | # c\n  x\n", "y\n", "a: | # c\n  y\n"),
    ("a: |2\n   x\n", " y\n", "a: |2\n   y\n"),
    ("a:\n  - |\n    x\n  - y\n", None, "a:\n  - null\n  - y\n"),
    # which do not hold all there is
    ("a: |\n  x\nb: 1\n", "y", 'a: "y"\nb: 1\n'),
    ("a: |-\n  x\n", "y\n", 'a: "y\\n"\n'),
    ("a: |+\n  x\n\nb: 1\n", "y\n", 'a: "y\\n"\n\nb: 1\n'),
    ("a: |\n  x\n", "", 'a: ""\n'),
    ("a: |\n  x\n", " y\n", 'a: " y\\n"\n'),
    ("a: |\n  x\n", "y\x07\n", 'a: "y\\x07\\n"\n'),
    ("a: >\n  x\n", "y\n z\n", 'a: "y\\n z\\n"\n'),
    ("a: |2\n   x\n   x\n", "y\n", 'a: "y\\n"\n'),
    ("a: |\n\nb: 1\n", "y\n", 'a: "y\\n"\n\nb: 1\n'),
    # a comment on their first line stays
    ("a: | # c\n  x\n", "y", 'a: "y" # c\n'),
    ("a: >-\t#c\n  x\n", 4, "a: 4 #c\n"),
    ("a: |2 # c\n  x\n", True, "a: true # c\n"),
    # quotes and plain text on several lines
    ('a: "x\n  y"\n', "x z", 'a: "x\n  z"\n'),
    ('a: "w\\x41\n  y"\n', "wA z", 'a: "w\\x41\n  z"\n'),
    ('a: "aa  bb\n  a b"\n', "aa bb a b", 'a: "aa bb\n  a b"\n'),
    ('a: "aa bab\n  ba b"\n', "aa bb ba b", 'a: "aa bb\n  ba b"\n'),
    ('a: "y\n  y"\n', "y z", 'a: "y z"\n'),
    ('a: "x\n  y"\n', 'x "', 'a: "x \\""\n'),
    ("a: 'x\n\n  y'\n", "x\nz", "a: 'x\n\n  z'\n"),
    ("a: 'y\n\n  y'\n", "x\nz", 'a: "x\\nz"\n'),
    ("a: x\n  y\n", "x z", "a: x\n  z\n"),
    ("a: x\n  x\n", "y z", "a: y z\n"),
    ("a: x\n  y\n", "x no", "a: x\n  no\n"),
    ("a: x\n  y\n", "x: z", 'a: "x: z"\n'),
    ("a: x\n  y\n", "x y", "a: x\n  y\n"),
    ('a: "x\n  y"\n', "x y z", 'a: "x\n  y z"\n'),
]

#: A front matter, the path of the value that becomes `x`, and the front matter then.
PLACES: list[tuple[str, DataPath, str]] = [
    ("a: b # c\n", A, "a: x # c\n"),
    ("a: b\t# c\n", A, "a: x\t# c\n"),
    ("a:\tb\n", A, "a:\tx\n"),
    ("a  :   b \n", A, "a  :   x \n"),
    ('"a":  b\n', A, '"a":  x\n'),
    ("a:\n  b\n", A, "a:\n  x\n"),
    ("a: # c\n  b # d\n", A, "a: # c\n  x # d\n"),
    ("? a\n: b\n", A, "? a\n: x\n"),
    ("c: 1\n? a # d\n: b # e\n", A, "c: 1\n? a # d\n: x # e\n"),
    ("? # c\n  a\n: b\n", A, "? # c\n  a\n: x\n"),
    ("c: d\n&k a: b\n", A, "c: d\n&k a: x\n"),
    ("c: &k d\na: b\ne: *k\n", A, "c: &k d\na: x\ne: *k\n"),
    # no value yet
    ("a:\n", A, "a: x\n"),
    ("a: \n", A, "a: x \n"),
    ("a: # c\n", A, "a: x # c\n"),
    ("a:\t# c\n", A, "a: x\t# c\n"),
    ('"a":\nb: 1\n', A, '"a": x\nb: 1\n'),
    ("a:\n# c\n\nb: 1\n", A, "a: x\n# c\n\nb: 1\n"),
    ("? a\n:\n", A, "? a\n: x\n"),
    ("a:\n  -\n  - b\n", ("a", 0), "a:\n  - x\n  - b\n"),
    ("a:\n- # c\n", ("a", 0), "a:\n- x # c\n"),
    # items and compact mappings
    ("a:\n- b\n- c # d\n", ("a", 1), "a:\n- b\n- x # d\n"),
    ("a:\n  # b\n  - c\n\n  # d\n  -   e\n", ("a", 1), "a:\n  # b\n  - c\n\n  # d\n  -   x\n"),
    ("a:\n  - - b\n    - c\n", ("a", 0, 0), "a:\n  - - x\n    - c\n"),
    ("a:\n  - - b\n    - c\n", ("a", 0, 1), "a:\n  - - b\n    - x\n"),
    ("a:\n  - b: c\n    d: e\n", ("a", 0, "b"), "a:\n  - b: x\n    d: e\n"),
    ("a:\n  - b: c\n    d: e\n", ("a", 0, "d"), "a:\n  - b: c\n    d: x\n"),
    ("a:\n  -\n    b: c\n", ("a", 0, "b"), "a:\n  -\n    b: x\n"),
    # in brackets
    ("a: [b, c]\n", ("a", 0), "a: [x, c]\n"),
    ("a: [b , c ] # d\n", ("a", 1), "a: [b , x ] # d\n"),
    ("a: {b: c, d: e}\n", ("a", "b"), "a: {b: x, d: e}\n"),
    ("a: {b: c, d: e}\n", ("a", "d"), "a: {b: c, d: x}\n"),
    ("a: {b: , c}\n", ("a", "b"), "a: {b: x , c}\n"),
    ("a: {b: , c}\n", ("a", "c"), "a: {b: , c: x}\n"),
    ('a: {"b":1}\n', ("a", "b"), 'a: {"b":x}\n'),
    ("a: {b: {c: [d]}}\n", ("a", "b", "c", 0), "a: {b: {c: [x]}}\n"),
    ("a: [\n  b, # c\n  d # e\n]\n", ("a", 0), "a: [\n  x, # c\n  d # e\n]\n"),
    ("a: [\n  b, # c\n  d # e\n]\n", ("a", 1), "a: [\n  b, # c\n  x # e\n]\n"),
    ("a: [b: c, d]\n", ("a", 0, "b"), "a: [b: x, d]\n"),
    ("a: [b: , d]\n", ("a", 0, "b"), "a: [b: x , d]\n"),
    ("a: [b, c: d]\n", ("a", 1, "c"), "a: [b, c: x]\n"),
    ("{a: b, c: d}\n", A, "{a: x, c: d}\n"),
    ("a: {b: &k c, d: *k, e: f}\n", ("a", "e"), "a: {b: &k c, d: *k, e: x}\n"),
    # among faults that leave the place clear
    ("a: b\na: c\n", A, "a: b\na: x\n"),
    ("1: b\na: c\n", A, "1: b\na: x\n"),
    ("<<: {b: c}\na: d\n", A, "<<: {b: c}\na: x\n"),
    ("<<: {b: {a: c}}\n", ("b", "a"), "<<: {b: {a: x}}\n"),
]

#: Where nobody can be sure.
UNCLEAR: list[tuple[str, DataPath]] = [
    ("a: b\n", ()),
    ("a: b\n", ("c",)),
    ("a: b\n", ("a", "b")),
    ("a: [b]\n", ("a", 1)),
    ("a: &k b\n", A),
    ("a: !!str 1\n", A),
    ("a: ! b\n", A),
    ("b: &k c\na: *k\n", A),
    ("b: &k {a: c}\nd: *k\n", ("d", "a")),
    ("b: &k {a: c}\nd: *k\n", ("b", "a")),
    ("b: &k\n  - a: c\nd: *k\n", ("b", 0, "a")),
    ("b: !!map\n  a: c\n", ("b", "a")),
    ("b: &k {a: c}\nd:\n  <<: *k\n  e: f\n", ("d", "a")),
    ("<<: {a: c}\nd: e\n", A),
    ("<<: {a: c, b: d}\n", A),
    ("<<: &k\n  a: c\nd: *k\n", A),
    ("? a\n# c\n", A),
    ("&k a: b\n", A),
    ("c: &k a\n*k : b\n", A),
    ("a: {{ b }}\n", A),
]


@pytest.mark.parametrize(("front_matter", "value", "expected"), STYLES + LINES)
def test_the_style_stays(front_matter: str, value: Scalar, expected: str) -> None:
    assert (
        changed(front_matter, SetValue(A if "- |" not in front_matter else ("a", 0), value))
        == expected
    )


@pytest.mark.parametrize(("front_matter", "path", "expected"), PLACES)
def test_what_is_around_it_stays(front_matter: str, path: DataPath, expected: str) -> None:
    assert changed(front_matter, SetValue(path, "x")) == expected


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
@pytest.mark.parametrize(("front_matter", "path", "expected"), PLACES)
def test_so_do_line_breaks(
    front_matter: str, path: DataPath, expected: str, line_break: str
) -> None:
    front_matter = front_matter.replace("\n", line_break)
    assert changed(front_matter, SetValue(path, "x")) == expected.replace("\n", line_break)


@pytest.mark.parametrize(("front_matter", "value", "expected"), LINES)
def test_block_scalars_have_the_line_breaks_of_the_file(
    front_matter: str, value: Scalar, expected: str
) -> None:
    path = A if "- |" not in front_matter else ("a", 0)
    front_matter = front_matter.replace("\n", "\r\n")
    assert changed(front_matter, SetValue(path, value)) == expected.replace("\n", "\r\n")


@pytest.mark.parametrize(("front_matter", "path"), UNCLEAR)
def test_nothing_is_written_where_that_is_unclear(front_matter: str, path: DataPath) -> None:
    assert changed(front_matter, SetValue(path, "x")) is None


@pytest.mark.parametrize("value", ["x, y", "[x]", "a?b", "http://example.com/", "x}"])
def test_between_brackets_signs_need_quotes(value: str) -> None:
    assert changed("a: [b, c]\n", SetValue(("a", 0), value)) == f'a: ["{value}", c]\n'


def test_a_number_beyond_the_limit_is_not_written() -> None:
    assert changed("a: 1\n", SetValue(A, 10**999)) is None
    assert changed("a: 1\n", SetValue(A, -(10**5000))) is None
    assert changed("a: 1\n", SetValue(A, 10**998)) == f"a: 1{'0' * 998}\n"


def test_half_a_character_is_not_written() -> None:
    assert changed("a: b\n", SetValue(A, "\ud83d")) is None


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("a: 2023-5-4\n", "a: 2023-05-04\n"),
        ("a: 2023-5-4 # b\n", "a: 2023-05-04 # b\n"),
        ("{a: 2023-5-4}\n", "{a: 2023-05-04}\n"),
        ("a: '2023-5-4'\n", "a: '2023-05-04'\n"),
        ('a: "2023-5-4"\n', 'a: "2023-05-04"\n'),
    ],
)
def test_a_date_needs_no_quotes(front_matter: str, expected: str) -> None:
    assert changed(front_matter, SetValue(A, "2023-05-04", is_date=True)) == expected
