from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.misspellings import Misspellings
from articlelint.text.spelling import edit_distance
from articlelint.text.word_parts import folded

WORDS = st.text("abc", min_size=5, max_size=7)


@given(WORDS, st.lists(WORDS, unique=True, max_size=8))
def test_as_by_comparing_with_each(rare: str, common: list[str]) -> None:
    others = [each for each in common if each != rare]
    near = [each for each in others if edit_distance(rare, each) <= 1]
    assert Misspellings(common).meant(rare) == next(iter(near), None)


def test_folded_alike_wins() -> None:
    assert Misspellings(["bridges", "Bridge"]).meant("bridge") == "Bridge"
    assert folded("Bridge") == "bridge"


def test_many_words_that_are_alike_are_not_all_compared() -> None:
    common = [f"{letter}bridges" for letter in map(chr, range(0x4E00, 0x4E00 + 10_000))]
    found = Misspellings(common)
    assert found.meant("xbridges") == common[0]
    assert found.meant(f"x{common[-1][1:]}") == common[0]
