"""In every style of scalar, each character of a text is found where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from articlelint.model import Span
from tests.support import article
from tests.unit.reading.helpers import read

#: Nothing that any style gives a meaning to.
LETTERS = st.sampled_from([*"aZ5.é橋", "\u200b", "\xa0", "\u2028", "\x85", "\U0001f30a"])


class Fragment(NamedTuple):
    """A character or more of a text, and how they are written where they cannot be parted."""

    text: str
    written: str


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\U{code:08X}"


def _surrogates(letter: str) -> str:
    high, low = divmod(ord(letter) - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def _alternating(words: Any, gaps: Any) -> Any:
    """Words with a gap after each but the last: lists of fragments."""
    pairs = st.lists(st.tuples(words, gaps), min_size=1, max_size=6)
    return pairs.map(lambda all_: [each for pair in all_ for part in pair for each in part][:-1])


def _words(letters: Any) -> Any:
    return st.lists(letters, min_size=1, max_size=4)


def _gaps(*gaps: tuple[str, str], more: Any = ()) -> Any:
    return st.sampled_from([[Fragment(*each)] for each in gaps] + list(more))


SAME = LETTERS.map(lambda letter: Fragment(letter, letter))
FOLDS = ((" ", " "), (" ", "\n  "), (" ", " \t\n   "), ("\n", "\n\n  "), ("\n\n", " \n \n\n  "))

PLAIN = _alternating(_words(SAME), _gaps(*FOLDS))
SINGLE = _alternating(_words(SAME | st.just(Fragment("'", "''"))), _gaps(*FOLDS, ("  ", "  ")))
DOUBLE = _alternating(
    _words(
        SAME
        | LETTERS.map(lambda letter: Fragment(letter, _escaped(letter)))
        | st.just(Fragment("\U0001f30a", _surrogates("\U0001f30a")))
        | st.sampled_from(
            [
                Fragment(*each)
                for each in (("\t", "\\t"), (" ", "\\ "), ('"', '\\"'), ("\\", "\\\\"))
            ]
        )
    ),
    _gaps(
        *FOLDS,
        ("", "\\\n  "),
        ("\n", "\\\n\n  "),
        ("/", "\\/"),
        more=[[Fragment(" ", " "), Fragment("", "\\\n  ")]],
    ),
)
LITERAL = _alternating(_words(SAME), _gaps((" ", " "), ("\n", "\n    "), ("\n\n", "\n  \n    ")))
FOLDED = _alternating(_words(SAME), _gaps((" ", " "), (" ", "\n    "), ("\n", "\n\n    ")))
CHOMPING = st.sampled_from(["", "-", "+", " # a comment"])
LINE_BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


def _check(before: str, fragments: list[Fragment], after: str, line_break: str) -> None:
    written = "".join(each.written for each in fragments)
    text = article(f"title: {before}{written}{after}\nend: 1\n").replace("\n", line_break)
    reading = read(text)
    assert reading.document
    value = reading.document.data["title"]
    assert value.startswith("".join(each.text for each in fragments))
    assert not value[len("".join(each.text for each in fragments)) :].strip("\n")
    for part, slice_ in _expected(fragments):
        start, end = reading.document.part_span(("title",), part)
        assert text[start:end] == slice_.replace("\n", line_break)


def _expected(fragments: list[Fragment]) -> Iterator[tuple[Span, str]]:
    """Each fragment that is part of the text, and all of it."""
    start = 0
    for text, written in fragments:
        if text:
            yield Span(start, start + len(text)), written
        start += len(text)
    yield Span(0, start), "".join(written for _, written in fragments)


@given(PLAIN, LINE_BREAKS)
def test_plain(fragments: list[Fragment], line_break: str) -> None:
    _check("&a ", [Fragment("x", "x"), *fragments], "", line_break)


@given(SINGLE, LINE_BREAKS)
def test_single_quotes(fragments: list[Fragment], line_break: str) -> None:
    _check("'", fragments, "'", line_break)


@given(DOUBLE, LINE_BREAKS)
def test_double_quotes(fragments: list[Fragment], line_break: str) -> None:
    _check('!!str "', fragments, '"', line_break)


@given(LITERAL, CHOMPING, LINE_BREAKS)
def test_literal(fragments: list[Fragment], chomping: str, line_break: str) -> None:
    _check(f"|{chomping}\n    ", fragments, "", line_break)


@given(LITERAL, st.sampled_from(["2", "2-", "+2"]), LINE_BREAKS)
def test_literal_with_an_indentation_indicator(
    fragments: list[Fragment], indicators: str, line_break: str
) -> None:
    _check(f"|{indicators}\n  ", _indented(fragments), "", line_break)


@given(FOLDED, CHOMPING, LINE_BREAKS)
def test_folded(fragments: list[Fragment], chomping: str, line_break: str) -> None:
    _check(f">{chomping}\n    ", fragments, "", line_break)


@given(LITERAL, st.sampled_from(["2", "-2"]), LINE_BREAKS)
def test_folded_lines_that_are_indented_more(
    fragments: list[Fragment], indicators: str, line_break: str
) -> None:
    _check(f">{indicators}\n  ", _indented(fragments), "", line_break)


def _indented(fragments: list[Fragment]) -> list[Fragment]:
    """The same lines where only two of their four spaces are indentation."""
    indented = [Fragment("  ", "  ")]
    for text, written in fragments:
        if written.endswith("    "):
            indented += Fragment(text, written[:-2]), Fragment("  ", "  ")
        else:
            indented.append(Fragment(text, written))
    return indented
