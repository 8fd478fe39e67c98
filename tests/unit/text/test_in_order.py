from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.in_order import Moved, arranged, is_in_order, longest_rising

CASES: dict[str, tuple[str, str, str, list[Moved]]] = {
    "in order": ("abc", "abc", "abc", []),
    "nothing": ("", "abc", "", []),
    "no key that the order has": ("zyx", "abc", "zyx", []),
    "no order": ("cba", "", "cba", []),
    "two": ("ba", "ab", "ab", [Moved("a", None, "b")]),
    "one that is early": ("cab", "abc", "abc", [Moved("c", "b", None)]),
    "one that is late": ("bca", "abc", "abc", [Moved("a", None, "b")]),
    "all": ("cba", "abc", "abc", [Moved("b", "a", "c"), Moved("a", None, "b")]),
    "another one stays after what it follows": ("axcb", "abc", "abxc", [Moved("b", "a", "c")]),
    "another one stays at the top": ("xcab", "abc", "xabc", [Moved("c", "b", None)]),
    "what it followed is moved": ("cxab", "abc", "xabc", [Moved("c", "b", None)]),
}


@pytest.mark.parametrize(("keys", "order", "wanted", "moved"), CASES.values(), ids=CASES)
def test_keys_in_order(keys: str, order: str, wanted: str, moved: list[Moved]) -> None:
    found = arranged([*keys], [*order])
    assert "".join(found.keys) == wanted
    assert found.moved == moved
    assert is_in_order([*keys], [*order]) == (not moved)
    assert is_in_order(found.keys, [*order])


@given(st.permutations(range(7)), st.integers(0, 7))
def test_as_few_as_possible_are_moved(numbers: list[int], size: int) -> None:
    kept = longest_rising(numbers[:size])
    assert kept == sorted(kept)
    assert [numbers[index] for index in kept] == sorted(numbers[index] for index in kept)
    rising = (each for each in combinations(numbers[:size], len(kept) + 1))
    assert not any(list(each) == sorted(each) for each in rising)


@given(st.permutations("abcdefgh"), st.permutations("abcdef"), st.integers(0, 6))
def test_the_others_stay_where_they_are(keys: list[str], order: list[str], size: int) -> None:
    found = arranged(keys, order[:size])
    moved = {each.key for each in found.moved}
    assert sorted(found.keys) == sorted(keys)
    assert [each for each in found.keys if each not in moved] == [
        each for each in keys if each not in moved
    ]
    assert arranged(found.keys, order[:size]).moved == []
