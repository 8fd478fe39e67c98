"""What holds of every text that is read: data, places, and that there is always a verdict."""

from __future__ import annotations

import json
import math
import random
import re
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from articlelint import lint_text
from articlelint.model import DataPath
from articlelint.reading.yaml import parser
from tests.support import article, material
from tests.unit.reading.helpers import Reading, nodes_of, read
from tests.unit.reading.test_yaml_test_suite import cases

# Characters that YAML takes unescaped, those among them that a parser may stumble over more often.
CHARACTERS = st.one_of(
    st.sampled_from(" \n\t'\"\\:#,[]{}&*!|>%@`?-~=.0z\x85\u2028\u2029\ufeff\xa0é😀"),
    st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    st.characters(min_codepoint=0xA0, exclude_categories=["Cs", "Cn"]),
)
TEXTS = st.text(CHARACTERS, max_size=12)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    TEXTS,
    st.text("abz", min_size=1, max_size=5),
)
VALUES = st.recursive(
    SCALARS,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(TEXTS, values, max_size=4),
    max_leaves=10,
)
MAPPINGS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5)

WORD = re.compile(r"(?!null|true|false)[a-z]+")
BLOCK_TEXT = re.compile(r"(?![ \t\n])(?:[^\n]*[^ \t\n]\n)*[^\n]*[^ \t\n]")


@st.composite
def front_matters(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A front matter in any of the ways to write it, and the data that it holds."""
    data = draw(MAPPINGS)
    return Writer(draw).block(data, ""), data


class Writer:
    """Writes data as YAML, in styles that are drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def choose(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def block(self, value: Any, indent: str) -> str:
        """A collection that is not empty, each item and key on lines of their own."""
        lines = []
        if isinstance(value, dict):
            for key, child in value.items():
                lines.append(f"{indent}{self.key(key)}:{self.below(child, indent)}")
        else:
            lines += (f"{indent}-{self.below(child, indent)}" for child in value)
        return "".join(lines)

    def below(self, value: Any, indent: str) -> str:
        """A value after a colon or dash, with the line break that ends it."""
        deeper = indent + self.choose(" ", "  ", "   ")
        comment = self.choose("", "", " # a: 'b")
        if isinstance(value, dict | list) and value and self.choose("block", "flow") == "block":
            return f"{comment}\n{self.block(value, deeper)}"
        if isinstance(value, str) and BLOCK_TEXT.fullmatch(value) and self.choose("|", "") == "|":
            lines = value.replace("\n", f"\n{deeper}")
            empty_lines = self.choose("", "\n", "\n\n")
            return f" |-{comment}\n{deeper}{lines}\n{empty_lines}"
        if value is None and self.choose("", "~") == "":
            return f"{comment}\n"
        return f" {self.flow(value)}{comment}\n"

    def flow(self, value: Any) -> str:
        """A value on one line."""
        if isinstance(value, dict):
            pairs = (f"{self.key(key)}: {self.flow(child)}" for key, child in value.items())
            return f"{{{', '.join(pairs)}}}"
        if isinstance(value, list):
            return f"[{', '.join(self.flow(child) for child in value)}]"
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, float) and math.isinf(value):
            return ".inf" if value > 0 else "-.inf"
        return json.dumps(value)

    def key(self, key: str) -> str:
        return self.text(key)

    def text(self, text: str) -> str:
        """Plain, in single quotes, or in double quotes with more or fewer escapes."""
        styles = ["double", "escaped"]
        if "\n" not in text:
            styles.append("single")
        if WORD.fullmatch(text):
            styles.append("plain")
        style = self.choose(*styles)
        if style == "plain":
            return text
        if style == "single":
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=style == "escaped")


def outline(reading: Reading) -> dict[DataPath, tuple[Any, ...]]:
    """All that a document says of each value."""
    assert reading.document
    return {
        path: (
            type(node.value),
            node.value,
            reading.place(node),
            reading.place(node.key) if node.key else None,
            node.plain,
            node.alias,
        )
        for path, node in nodes_of(reading.document).items()
    }


def pure(text: str) -> Reading:
    with patch.object(parser, "CParser", None):
        return read(text)


@given(front_matters())
def test_data_is_what_was_written(written: tuple[str, dict[str, Any]]) -> None:
    front_matter, data = written
    reading = read(article(front_matter))
    assert reading.written() == []
    assert reading.document
    assert reading.document.data == data


@given(front_matters())
def test_the_slice_of_a_value_is_that_value(written: tuple[str, dict[str, Any]]) -> None:
    text = article(written[0])
    reading = read(text)
    assert reading.document
    for path, node in nodes_of(reading.document).items():
        assert 4 <= node.start <= node.end <= len(text) - 4
        if path:
            indent = " " * (reading.source.position(node.start).column - 1)
            value = text[node.start : node.end]
            alone = read(article(f"a:\n{indent}{value}\n"))
            assert alone.document, value
            assert alone.document.data == {"a": node.value}


@given(front_matters())
def test_the_slice_of_a_key_is_that_key(written: tuple[str, dict[str, Any]]) -> None:
    text = article(written[0])
    document = read(text).document
    assert document
    for path, node in nodes_of(document).items():
        if node.key:
            alone = read(article(f"{text[node.key.start : node.key.end]}: 1\n")).document
            assert alone
            assert alone.data == {path[-1]: 1}


@given(front_matters())
def test_line_ends_and_a_byte_order_mark_change_nothing(
    written: tuple[str, dict[str, Any]],
) -> None:
    text = article(written[0])
    expected = outline(read(text))
    assert outline(read(text.replace("\n", "\r\n"))) == expected
    assert outline(read(text.replace("\n", "\r"))) == expected
    assert outline(read(b"\xef\xbb\xbf" + text.encode())) == expected


@given(front_matters())
def test_emoji_shift_no_place(written: tuple[str, dict[str, Any]]) -> None:
    text = article(written[0])
    # No word of YAML and no escape has a z in it.
    plain, emoji = read(text), read(text.replace("z", "😀"))
    assert plain.document
    assert emoji.document
    assert [plain.place(each) for each in nodes_of(plain.document).values()] == [
        emoji.place(each) for each in nodes_of(emoji.document).values()
    ]


@given(front_matters())
def test_places_are_found_by_path(written: tuple[str, dict[str, Any]]) -> None:
    document = read(article(written[0])).document
    assert document
    for path, node in nodes_of(document).items():
        if path:
            assert document.value_span(path) == node.span
            assert document.key_span(path) == (node.key or node).span


#: Pieces of YAML, those that open something and those that break it.
PIECES = (
    *"ab-?:,[]{}#&*!|>%@`'\"\\~=\t\r é😀\x85\u2028\ufeff",
    *(
        "- ",
        "? ",
        ": ",
        "\n",
        "\n",
        "\n  ",
        "\n- ",
        "\nk: ",
        '\nx: "y"',
        " #c",
        "&x ",
        "*x",
        "<<: ",
    ),
    *(
        "!!str ",
        "!t ",
        "|-\n",
        ">+\n",
        "\\x",
        "\\ud83d",
        "null",
        "12",
        "0x1",
        ".inf",
        "--- ",
        "\n...",
    ),
    *("\n---\n", "\x01", "\x7f", "%YAML 1.3", "{{ x }}", "\r\n"),
)
YAML_ISH = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def assert_parsers_agree(text: str) -> bool:
    """Both parsers give the same document and faults, or one objects; True if both give one.

    Of what is repaired to read on, each reads what it can.
    """
    with patch.object(parser, "_pure_events", side_effect=parser._CrashError):
        by_c = read(text)
    by_pure = pure(text)
    if not by_c.document or not by_pure.document:
        return False
    if any(each.rule == "yaml-syntax" for each in (*by_c.faults, *by_pure.faults)):
        return False
    assert outline(by_c) == outline(by_pure), text
    assert [each[:4] for each in by_c.faults] == [each[:4] for each in by_pure.faults], text
    return True


# Of a tag and an anchor in this order, the pure parser lets a value begin at the anchor.
TAG_BEFORE_ANCHOR = re.compile(r"!\S*\s+&")


class TestParsersAgree:
    @given(front_matters())
    def test_on_what_can_be_written(self, written: tuple[str, dict[str, Any]]) -> None:
        text = article(written[0])
        if not re.search(r"\\ud[89ab]", text):  # two halves of a character: to the C parser, none
            assert_parsers_agree(text)

    @given(YAML_ISH)
    def test_on_what_looks_like_yaml(self, front_matter: str) -> None:
        if not TAG_BEFORE_ANCHOR.search(front_matter):
            assert_parsers_agree(article(front_matter + "\n"))

    def test_on_the_test_suite(self) -> None:
        texts = [each.text for each in cases() if not TAG_BEFORE_ANCHOR.search(each.text)]
        agreed = [assert_parsers_agree(each) for each in texts]
        assert sum(agreed) > 90

    def test_on_real_articles(self) -> None:
        for folder in ("news", "news-crlf"):
            for file in material(f"corpus/{folder}").iterdir():
                assert assert_parsers_agree(file.read_bytes().decode())


def assert_verdict(text: str | bytes) -> None:
    """Checking ends, with places that are in the text."""
    end = len(read(text).source.text)
    for diagnostic in lint_text(text):
        assert diagnostic.rule != "internal-error", (text, diagnostic.message)
        assert diagnostic.message, (text, diagnostic.rule)
        spans = [diagnostic.span, *(each.span for each in diagnostic.related)]
        assert all(0 <= each.start <= each.end <= end + 1 for each in spans), text


class TestVerdict:
    @given(st.text() | st.text(CHARACTERS))
    def test_on_any_text(self, text: str) -> None:
        assert_verdict(text)
        assert_verdict(article(text + "\n"))

    @given(st.binary())
    def test_on_any_bytes(self, data: bytes) -> None:
        assert_verdict(data)
        assert_verdict(b"---\n" + data + b"\n---\n")

    @given(YAML_ISH)
    def test_on_what_looks_like_yaml(self, front_matter: str) -> None:
        assert_verdict(article(front_matter + "\n"))

    def test_on_10_000_random_byte_strings(self) -> None:
        chance = random.Random(20_000)  # noqa: S311 - the same at each run
        for number in range(10_000):
            data = chance.randbytes(chance.randrange(200))
            if number % 2:
                data = bytes(each % 0x60 + 0x20 if each < 0xF0 else 0x0A for each in data)
            assert_verdict(data if number % 4 < 2 else b"---\n" + data + b"\n---\n")
