"""Bytes to text, and offsets to the lines and columns that an editor shows."""

from __future__ import annotations

import re

import pytest

from articlelint.model import ColumnUnit, Position
from articlelint.reading.source import MAX_FILE_BYTES, SourceFile
from tests.support import written

TEXTS = {
    "nothing": "",
    "one line": "abc",
    "LF": "ab\nc\n\nd",
    "CRLF": "ab\r\nc\r\n\r\nd",
    "CR": "ab\rc\r\rd",
    "mixed": "a\r\n\n\r\r\nb\n\rc\r",
    "a line break at the end": "a\n",
    "CRLF at the end": "a\r\n",
    "emoji count as one": "😀\n😀é😀\n",
    "no line break: NEL, LS, PS, VT, FF": "a\x85b\u2028c\u2029d\x0be\x0cf\ng",
}


def position(text: str, offset: int) -> Position:
    """As ``SourceFile.position``, in the plainest way: a line ends after its line break."""
    lines = re.findall(r".*?(?:\r\n|\r|\n|\Z)", text, re.DOTALL)
    start = 0
    for number, line in enumerate(lines, start=1):
        if offset < start + len(line) or start + len(line) == len(text):
            ends = line.endswith(("\r", "\n")) and offset == len(text)
            return Position(number + 1, 1) if ends else Position(number, offset - start + 1)
        start += len(line)
    raise AssertionError(offset)


def line_of(source: SourceFile, number: int) -> str:
    start, end = source.line_span(number)
    return source.text[start:end]


@pytest.fixture(params=[1, 2, 3, 1024], ids="blocks of {}".format)
def blocks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is counted block by block: where they end must not show."""
    monkeypatch.setattr("articlelint.reading.source._BLOCK", request.param)


@pytest.mark.usefixtures("blocks")
class TestPosition:
    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    def test_of_every_offset_after_any_other(self, text: str) -> None:
        for first in range(len(text) + 1):
            for second in range(len(text) + 1):
                source = SourceFile.from_text(text)
                assert source.position(first) == position(text, first)
                assert source.position(second) == position(text, second)

    @pytest.mark.parametrize(
        ("text", "offset", "expected"),
        [
            ("ab\ncd", 0, (1, 1)),
            ("ab\ncd", 2, (1, 3)),
            ("ab\ncd", 3, (2, 1)),
            ("ab\ncd", 5, (2, 3)),
            ("ab\r\ncd", 3, (1, 4)),
            ("ab\r\ncd", 4, (2, 1)),
            ("ab\rcd", 3, (2, 1)),
            ("😀é\n😀x", 4, (2, 2)),
            ("a\n", 2, (2, 1)),
            ("", 0, (1, 1)),
        ],
    )
    def test_examples(self, text: str, offset: int, expected: tuple[int, int]) -> None:
        assert SourceFile.from_text(text).position(offset) == expected


#: A text, an offset into it, and its position in code points, in UTF-8 and in UTF-16.
IN_UNITS: dict[str, tuple[str, int, Position, Position, Position]] = {
    "ASCII": ("ab\ncd", 4, Position(2, 2), Position(2, 2), Position(2, 2)),
    "after é": ("é!", 1, Position(1, 2), Position(1, 3), Position(1, 2)),
    "after a character of three bytes": ("€!", 1, Position(1, 2), Position(1, 4), Position(1, 2)),
    "after emoji": ("a😀b", 2, Position(1, 3), Position(1, 6), Position(1, 4)),
    "between emoji": ("😀😀", 1, Position(1, 2), Position(1, 5), Position(1, 3)),
    "after a joined emoji": ("👩\u200d🚒!", 3, Position(1, 4), Position(1, 12), Position(1, 6)),
    "emoji on the line above, LF": ("😀\nb", 3, Position(2, 2), Position(2, 2), Position(2, 2)),
    "emoji, CRLF": ("😀\r\né😀b", 5, Position(2, 3), Position(2, 7), Position(2, 4)),
    "emoji, CR": ("😀\ré😀b", 4, Position(2, 3), Position(2, 7), Position(2, 4)),
    "at the end": ("😀", 1, Position(1, 2), Position(1, 5), Position(1, 3)),
    "after a lone surrogate": ("\ud83d!", 1, Position(1, 2), Position(1, 4), Position(1, 2)),
    "after two halves": ("\ud83d\ude00!", 2, Position(1, 3), Position(1, 7), Position(1, 3)),
}


@pytest.mark.usefixtures("blocks")
class TestColumnUnits:
    @pytest.mark.parametrize(("text", "offset", "points", "utf_8", "utf_16"), IN_UNITS.values())
    def test_there_and_back(
        self, text: str, offset: int, points: Position, utf_8: Position, utf_16: Position
    ) -> None:
        source = SourceFile.from_text(text)
        assert source.position(offset) == points
        for unit, expected in zip(ColumnUnit, (points, utf_8, utf_16), strict=True):
            assert source.position(offset, unit) == expected
            assert source.offset(expected, unit) == offset

    @pytest.mark.parametrize("unit", ColumnUnit)
    @pytest.mark.parametrize("text", [*TEXTS.values(), "é😀\ud83d€\r\n😀\ra\n\ude00\ud83d"])
    def test_every_place_but_within_a_line_break(self, text: str, unit: ColumnUnit) -> None:
        source = SourceFile.from_text(text)
        for offset in range(len(text) + 1):
            if text[offset - 1 : offset + 1] != "\r\n":
                assert source.offset(source.position(offset, unit), unit) == offset

    @pytest.mark.parametrize("unit", ColumnUnit)
    @pytest.mark.parametrize(
        ("position", "offset"),
        [((1, 99), 2), ((2, 99), 4), ((3, 1), 4), ((99, 99), 4), ((1, 0), 0), ((2, -5), 3)],
    )
    def test_beyond_an_end(self, position: tuple[int, int], offset: int, unit: ColumnUnit) -> None:
        assert SourceFile.from_text("é😀\nb").offset(Position(*position), unit) == offset

    @pytest.mark.parametrize(
        ("unit", "columns"),
        [(ColumnUnit.UTF_8, range(2, 6)), (ColumnUnit.UTF_16, range(2, 4))],
    )
    def test_within_a_character_is_its_start(self, unit: ColumnUnit, columns: range) -> None:
        source = SourceFile.from_text("a😀b")
        assert {source.offset(Position(1, column), unit) for column in columns} == {1}


def test_a_long_line_costs_little() -> None:
    source = SourceFile.from_text("é" * 1_000_000)
    assert source.offset(Position(1, 1_000_001), ColumnUnit.UTF_8) == 500_000
    for offset in range(0, 1_000_000, 10):  # each from its start would take minutes
        assert source.position(offset, ColumnUnit.UTF_8) == (1, 2 * offset + 1)


@pytest.mark.usefixtures("blocks")
class TestLine:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("", [""]),
            ("a", ["a"]),
            ("a\nb\n", ["a", "b", ""]),
            ("a\r\n\r\nb", ["a", "", "b"]),
            ("a\r\rb", ["a", "", "b"]),
            ("a\x85b\u2028c\nd", ["a\x85b\u2028c", "d"]),
        ],
        ids=repr,
    )
    def test_by_number_in_any_order(self, text: str, lines: list[str]) -> None:
        source = SourceFile.from_text(text)
        numbers = list(range(1, len(lines) + 1))
        for number in [*numbers, *reversed(numbers), *numbers[::2]]:
            assert line_of(source, number) == lines[number - 1]

    def test_of_a_position(self) -> None:
        source = SourceFile.from_text("a\nb\nc\nd\n")
        for offset, line in ((4, "c"), (0, "a"), (6, "d"), (2, "b")):
            assert line_of(source, source.position(offset).line) == line

    def test_other_than_that_of_the_last_position(self) -> None:
        source = SourceFile.from_text("a\nb\nc\nd\n")
        assert source.position(4) == (3, 1)
        assert [line_of(source, number) for number in (1, 4, 3, 2)] == ["a", "d", "c", "b"]


class TestDecoding:
    def test_a_byte_order_mark_shifts_nothing(self) -> None:
        source = SourceFile.from_bytes(b"\xef\xbb\xbfab")
        assert (source.text, source.fault, source.position(1)) == ("ab", None, (1, 2))

    def test_only_the_first_byte_order_mark_is_one(self) -> None:
        assert SourceFile.from_bytes(b"\xef\xbb\xbf\xef\xbb\xbfa").text == "\ufeffa"

    def test_text_may_have_a_byte_order_mark_too(self) -> None:
        assert SourceFile.from_text("\ufeffab").text == "ab"

    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"", ""),
            (b"a\r\nb\rc\n", "a\r\nb\rc\n"),
            ("é😀\x85\u2028".encode(), "é😀\x85\u2028"),
            (b"\xf4\x8f\xbf\xbf", "\U0010ffff"),
        ],
    )
    def test_utf_8_is_taken_as_it_is(self, data: bytes, text: str) -> None:
        source = SourceFile.from_bytes(data)
        assert (source.text, source.fault) == (text, None)


NUL = "undecodable-file: a NUL byte is not text: remove it, or save the file as UTF-8"

UNDECODABLE = {
    "Latin-1": (
        "---\ntitle: é\n---\n".encode("latin-1"),
        "2:8-2:9 undecodable-file: byte 0xe9 is not UTF-8: save the file as UTF-8",
    ),
    "Latin-1 in the body": (
        b"---\na: 1\n---\n\xe9",
        "4:1-4:2 undecodable-file: byte 0xe9 is not UTF-8: save the file as UTF-8",
    ),
    "after emoji and CRLF": (
        "😀\r\n😀".encode() + b"\xff",
        "2:2-2:3 undecodable-file: byte 0xff is not UTF-8: save the file as UTF-8",
    ),
    "after a byte order mark": (
        b"\xef\xbb\xbfa\xff",
        "1:2-1:3 undecodable-file: byte 0xff is not UTF-8: save the file as UTF-8",
    ),
    "cut off in a character": (
        b"ab\xf0\x9f\x98",
        "1:3-1:4 undecodable-file: byte 0xf0 is not UTF-8: save the file as UTF-8",
    ),
    "an encoded surrogate": (
        b"a\xed\xa0\x80",
        "1:2-1:3 undecodable-file: byte 0xed is not UTF-8: save the file as UTF-8",
    ),
    "a character in too many bytes": (
        b"\xc0\xaf",
        "1:1-1:2 undecodable-file: byte 0xc0 is not UTF-8: save the file as UTF-8",
    ),
    "UTF-16, little-endian": (
        "\ufeff---\n".encode("utf-16-le"),
        "1:1-1:2 undecodable-file: the file is UTF-16: save it as UTF-8",
    ),
    "UTF-16, big-endian": (
        "\ufeff---\n".encode("utf-16-be"),
        "1:1-1:2 undecodable-file: the file is UTF-16: save it as UTF-8",
    ),
    "UTF-16 without a byte order mark": (
        "---\n".encode("utf-16-le"),
        f"1:2-1:3 {NUL}",
    ),
    "NUL": (
        b"---\na: \0\n---\n",
        f"2:4-2:5 {NUL}",
    ),
}


@pytest.mark.parametrize(("data", "expected"), UNDECODABLE.values(), ids=UNDECODABLE)
def test_undecodable(data: bytes, expected: str) -> None:
    source = SourceFile.from_bytes(data)
    assert source.fault
    assert written(source.fault, source) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a\n\ud800",
            "2:1-2:2 undecodable-file: a lone surrogate is not text: save the file as UTF-8",
        ),
        (
            "ab\0",
            f"1:3-1:4 {NUL}",
        ),
    ],
    ids=["surrogate", "NUL"],
)
def test_text_that_is_none(text: str, expected: str) -> None:
    source = SourceFile.from_text(text)
    assert source.fault
    assert written(source.fault, source) == expected


TOO_LARGE = "1:1-1:1 too-complex: the file is larger than 16 MiB, which is the limit"


class TestTooLarge:
    def test_bytes(self) -> None:
        source = SourceFile.from_bytes(b"x" * (MAX_FILE_BYTES + 1))
        assert source.fault
        assert (written(source.fault, source), source.text) == (TOO_LARGE, "")

    def test_text(self) -> None:
        source = SourceFile.from_text("x" * (MAX_FILE_BYTES + 1))
        assert source.fault
        assert (written(source.fault, source), source.text) == (TOO_LARGE, "")

    def test_just_not(self) -> None:
        source = SourceFile.from_bytes(b"\n" * MAX_FILE_BYTES)
        assert source.fault is None
        assert source.position(MAX_FILE_BYTES) == (MAX_FILE_BYTES + 1, 1)
