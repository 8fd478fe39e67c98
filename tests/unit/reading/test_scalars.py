"""Scalars by the core schema of YAML 1.2.2, section 10.3.2."""

from __future__ import annotations

import math

import pytest

from articlelint.model import Scalar
from articlelint.reading.limits import MAX_NUMBER_LENGTH
from articlelint.reading.scalars import (
    NumberTooLongError,
    ScalarError,
    literal,
    quoted,
    resolve_plain,
    resolve_tagged,
)
from tests.unit.reading.helpers import document_of

PLAIN: list[tuple[str, Scalar]] = [
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("NULL", None),
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("false", False),
    ("False", False),
    ("FALSE", False),
    ("0", 0),
    ("7", 7),
    ("-19", -19),
    ("+12", 12),
    ("007", 7),
    ("0123", 123),
    ("0o17", 15),
    ("0x1F", 31),
    ("0xff", 255),
    ("0.", 0.0),
    ("1.5", 1.5),
    ("-1.5", -1.5),
    (".5", 0.5),
    ("+.5", 0.5),
    ("1e3", 1000.0),
    ("12e-2", 0.12),
    ("-2E+05", -200000.0),
    ("1.e1", 10.0),
    (".inf", math.inf),
    ("-.inf", -math.inf),
    ("+.INF", math.inf),
    ("1e999", math.inf),
]

TEXT = [
    "a",
    "nULL",
    "nul",
    "nullx",
    "tRUE",
    "yes",
    "no",
    "on",
    "Off",
    "y",
    "n",
    "-",
    "+",
    ".",
    "..",
    "-.",
    "e3",
    "1e",
    "1.5.2",
    "1_000",
    "1,000",
    "0b101",
    "0o8",
    "-0o7",
    "+0x1",
    "0x",
    "0xg",
    "12:30",
    "1:30:00",
    "inf",
    "+.nan",
    "2024-02-30",
    "2022-07-13T13:30:00Z",
    "1 2",
    "1\n",
    "true\n",
    "١٢",
    "²",
    "<<",
    "=",
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain(text: str, expected: Scalar) -> None:
    value = resolve_plain(text)
    assert (type(value), value) == (type(expected), expected)


@pytest.mark.parametrize("text", [".nan", ".NaN", ".NAN"])
def test_not_a_number(text: str) -> None:
    value = resolve_plain(text)
    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize("text", TEXT)
def test_plain_text(text: str) -> None:
    assert resolve_plain(text) == text


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain_in_front_matter(text: str, expected: Scalar) -> None:
    value = document_of(f"a: {text}\n").data["a"]
    assert (type(value), value) == (type(expected), expected)


@pytest.mark.parametrize("text", [each for each in TEXT if each != "-" and "\n" not in each])
def test_plain_text_in_front_matter(text: str) -> None:
    assert document_of(f"a: {text}\n").data == {"a": text}


TAGGED: list[tuple[str, Scalar]] = [
    ("!!str 12", "12"),
    ("!!str", ""),
    ("!!str null", "null"),
    ("!!str 2022-07-13", "2022-07-13"),
    ("! 12", "12"),
    ("! true", "true"),
    ('! "12"', "12"),
    ("&a ! 12", "12"),
    ("!!int 12", 12),
    ('!!int "12"', 12),
    ("!!int 0x1F", 31),
    ("!!float 1.5", 1.5),
    ("!!float 1", 1.0),
    ("!!float -0", -0.0),
    ("!!float .inf", math.inf),
    (f"!!float {'9' * 400}", math.inf),
    ("!!bool true", True),
    ('!!bool "false"', False),
    ("!!null ~", None),
    ("!!null", None),
    ("!!binary aGk=", "aGk="),
    ("!!timestamp 2001-12-14", "2001-12-14"),
    ("!<tag:yaml.org,2002:int> 3", 3),
    ("!!str |\n  12\n", "12\n"),
]


@pytest.mark.parametrize(("written", "expected"), TAGGED)
def test_tagged(written: str, expected: Scalar) -> None:
    value = document_of(f"a: {written}\n").data["a"]
    assert (type(value), value) == (type(expected), expected)


@pytest.mark.parametrize(
    ("text", "tag", "message"),
    [
        ("a", "tag:yaml.org,2002:int", '"a" does not match its tag `!!int`: remove the tag'),
        ("1.5", "tag:yaml.org,2002:int", '"1.5" does not match its tag `!!int`: remove the tag'),
        (
            "0x1",
            "tag:yaml.org,2002:float",
            '"0x1" does not match its tag `!!float`: remove the tag',
        ),
        (
            "yes",
            "tag:yaml.org,2002:bool",
            '"yes" does not match its tag `!!bool`: remove the tag',
        ),
        ("1", "tag:yaml.org,2002:bool", '"1" does not match its tag `!!bool`: remove the tag'),
        ("a", "tag:yaml.org,2002:null", '"a" does not match its tag `!!null`: remove the tag'),
        ("a", "tag:yaml.org,2002:map", "the tag `!!map` is not supported here: remove it"),
        ("a", "!include", "the tag `!include` is not supported here: remove it"),
        ("a", "!" + "x" * 99, f"the tag `!{'x' * 58}…` is not supported here: remove it"),
        (
            "x" * 99,
            "tag:yaml.org,2002:int",
            f'"{"x" * 59}…" does not match its tag `!!int`: remove the tag',
        ),
    ],
)
def test_tags_that_do_not_fit(text: str, tag: str, message: str) -> None:
    with pytest.raises(ScalarError) as caught:
        resolve_tagged(text, tag)
    assert str(caught.value) == message


class TestLongNumbers:
    @pytest.mark.parametrize("start", ["", "-", "1.", "0x", "0o"])
    def test_too_long(self, start: str) -> None:
        text = start + "7" * (MAX_NUMBER_LENGTH + 1 - len(start))
        with pytest.raises(NumberTooLongError) as caught:
            resolve_plain(text)
        assert str(caught.value) == "a number of 1001 characters; at most 1000 are allowed"

    @pytest.mark.parametrize("start", ["", "-", "0x", "0o"])
    def test_just_not(self, start: str) -> None:
        text = start + "7" * (MAX_NUMBER_LENGTH - len(start))
        assert isinstance(resolve_plain(text), int)

    def test_text_that_begins_like_one(self) -> None:
        text = "7" * 5_000 + "x"
        assert resolve_plain(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b", '"a: b"'),
        ("it's", '"it\'s"'),
        ('a "b" c', "'a \"b\" c'"),
        ('it\'s "b"', "'it''s \"b\"'"),
        (r"C:\a", r"'C:\a'"),
        ("", '""'),
    ],
)
def test_quoted(text: str, expected: str) -> None:
    assert quoted(text) == expected
    assert document_of(f"a: {expected}\n").data == {"a": text}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-12, "-12"),
        (1.5, "1.5"),
        (-0.0, "-0.0"),
        (1e300, "1.0e+300"),
        (1.5e-9, "1.5e-09"),
        (math.inf, ".inf"),
        (-math.inf, "-.inf"),
        (math.nan, ".nan"),
    ],
)
def test_a_literal_is_read_as_its_value(value: float | bool | None, expected: str) -> None:  # noqa: FBT001
    assert literal(value) == expected
    assert repr(resolve_plain(expected)) == repr(value)
