"""Which known word is meant, and that looking for it ends."""

from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.text import spelling
from articlelint.text.spelling import (
    Lexicon,
    Speller,
    edit_distance,
    is_typo,
    nearest,
)

KNOWN = [
    f"{first}{second}{third}"
    for first in "abcdefgh"
    for second in "ijklmnop"
    for third in ("bridge", "ferry", "harbour", "tunnel", "canal", "quay", "lock", "mole")
]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        pytest.param("Web-URL", ["webUrl", "weburls"], "webUrl", id="case and separators"),
        pytest.param("titel", ["title", "tile"], "title", id="swapped letters"),
        pytest.param("titl", ["title", "tilt"], None, id="two as near"),
        pytest.param("excrept", ["excerpt", "export"], "excerpt", id="the nearer of two"),
        pytest.param("publishDate", ["publishedDateTime", "title"], "publishedDateTime", id="like"),
        pytest.param(
            "published_at", ["publishedDateTime"], "publishedDateTime", id="its beginning"
        ),
        pytest.param("categories", ["category", "title"], "category", id="nearly its beginning"),
        pytest.param("of", ["off", "warning"], "off", id="a short word"),
        pytest.param("created_at", ["related_at"], None, id="a short part is not shared"),
        pytest.param("tags", ["images"], None, id="letters in common"),
        pytest.param("source", ["secured"], None, id="more letters in common"),
        pytest.param("state", ["start"], None, id="the first letters in common"),
        pytest.param("subtitle", ["title"], None, id="its end"),
        pytest.param("exerp", ["excerpt"], "excerpt", id="two letters wrong"),
        pytest.param("created", ["related"], None, id="two letters wrong, and one the first"),
        pytest.param("season", ["lesson"], None, id="two letters wrong of few"),
        pytest.param("tags", ["topics", "images"], "topics", id="another name"),
        pytest.param("tags", ["topics", "tag"], "tag", id="its plural rather than another name"),
        pytest.param("publisher", ["published", "provider"], "provider", id="a name is no typo"),
        pytest.param("publisher", ["published"], "published", id="no other name"),
        pytest.param("date", ["created", "published"], None, id="two other names"),
        pytest.param("x", ["title"], None, id="unlike"),
        pytest.param("", ["title", ""], "", id="empty"),
        pytest.param("title", [], None, id="nothing known"),
        pytest.param("b" * 1000, ["b" * 900], "b" * 900, id="long"),
        pytest.param("b" * 1001, ["b" * 900], None, id="too long for a word"),
        pytest.param("B" * 1001, ["b" * 1001], "b" * 1001, id="too long, but the same"),
    ],
)
def test_the_nearest_word(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def plainly_nearest(word: str, known: list[str]) -> str | None:
    """As ``nearest``, by comparing the word with each known one."""
    near = {each: edit_distance(word, each) for each in known if is_typo(word, each)}
    nearest_ones = [each for each in near if near[each] == min(near.values())]
    sharing = [each for each in known if _shares_its_beginning(word, each)]
    found = nearest_ones or get_close_matches(word, sharing, n=1, cutoff=0.6)
    return found[0] if len(found) == 1 else None


def _shares_its_beginning(word: str, other: str) -> bool:
    shorter, longest = sorted((len(word), len(other)))
    same = next((at for at in range(shorter) if word[at] != other[at]), shorter)
    return shorter > 0 and (same == shorter or (same >= 4 and same >= 0.6 * longest))


WORDS = st.text("abcd", max_size=9)


@given(WORDS, st.lists(WORDS, unique=True, max_size=12))
@example("abab", ["baba", "aabb"])
@example("abcdabcd", ["dcbadcba", "abcabc", "cdabcdab"])
def test_as_by_comparing_with_each(word: str, known: list[str]) -> None:
    assert nearest(word, known) == plainly_nearest(word, known)


def test_a_hundred_wrong_words_are_compared_with_thousands() -> None:
    speller = Speller()
    words = [f"{each[:2]}x{each[2:]}" for each in KNOWN[:100]]
    assert [speller.nearest(each, KNOWN * 6) for each in words] == KNOWN[:100]


@pytest.mark.parametrize(
    "known",
    [
        pytest.param([f"{number:06}" for number in range(100_000)], id="many"),
        pytest.param([f"{'ab' * 300}{number}" for number in range(1000)], id="long"),
        pytest.param(["ab" * length for length in range(100, 400)], id="similar"),
    ],
)
def test_after_too_much_nothing_more_is_found(known: list[str]) -> None:
    speller = Speller()
    assert speller.nearest(f"{known[5]}x", known[5:6]) == known[5]
    for number in range(100):
        speller.nearest(f"{known[-1]}{number}", known)
    assert speller.nearest(f"{known[5]}x", known[5:6]) is None


@given(WORDS, st.lists(WORDS, unique=True, max_size=12))
def test_the_same_in_a_lexicon_once_and_again(word: str, known: list[str]) -> None:
    lexicon = Lexicon(known)
    for _ in range(2):
        assert Speller().nearest_in(lexicon, word) == nearest(word, known)


def test_what_is_found_does_not_depend_on_what_was_found_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spelling, "_MOST_LETTERS", 20_000)
    words = [f"{each[:2]}x{each[2:]}" for each in KNOWN[:20]]
    warm = Lexicon(KNOWN)
    for each in words:
        Speller().nearest_in(warm, each)
    found = []
    for lexicon in (Lexicon(KNOWN), warm):
        speller = Speller()
        found.append([speller.nearest_in(lexicon, each) for each in words])
    assert found[0] == found[1]
    number = found[0].index(None)
    assert 0 < number < 20
    assert found[0] == KNOWN[:number] + [None] * (20 - number)


def test_a_lexicon_remembers_a_limited_number_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_MOST_REMEMBERED", 2)
    lexicon = Lexicon(["title"])
    for word in ("titel", "tilte", "x" * 1001, "titl"):
        Speller().nearest_in(lexicon, word)
    assert list(lexicon.found) == ["titl"]


@pytest.mark.parametrize(
    ("word", "known", "is_nearest"),
    [
        pytest.param("titel", ["title", "topics", "heat"], True, id="no other is near"),
        pytest.param("titel", ["title", "tittle", "tiles"], True, id="others are further"),
        pytest.param("harbor", ["title", "harbors"], False, id="it is another word"),
        pytest.param("titxe", ["title", "titre"], False, id="another is as near"),
        pytest.param("webUrl", ["title", "web-url"], False, id="not misspelt"),
        pytest.param("t" * 61, ["t" * 62, "title"], False, id="too long to be seen"),
    ],
)
def test_the_one_that_is_plainly_meant(word: str, known: list[str], *, is_nearest: bool) -> None:
    assert Speller().is_nearest(known[0], word, known) is is_nearest


def test_what_is_plainly_meant_is_not_known_after_too_much() -> None:
    speller, known = Speller(), ["title", *(f"t{number:04}" for number in range(10_000))]
    found = [speller.is_nearest("title", "titel", known) for _ in range(200)]
    assert found == sorted(found, reverse=True)
    assert found[0]
    assert not found[-1]
