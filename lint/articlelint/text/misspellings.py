"""Rare words that differ by a letter from common ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from articlelint.text.spelling import edit_distance, folded

#: Shorter words differ from others by a letter and are no misspellings (`Iran`, `Iraq`).
_LEAST = 5
#: How many common words are compared that are the same without one letter.
_MOST_ALIKE = 20
_DIGIT = re.compile(r"\d")


class Misspellings:
    """Finds the common word that a rare one misspells by a letter, among any number of them.

    Words that differ by one letter are the same without one of their letters, so the time does not
    grow with the number of words.
    """

    def __init__(self, common: Iterable[str]) -> None:
        """``common`` are the known words, the commonest first."""
        self._common = list(common)
        self._by_variant: defaultdict[str, list[int]] = defaultdict(list)
        for rank, word in enumerate(self._common):
            for variant in _variants(folded(word)):
                ranks = self._by_variant[variant]
                if len(ranks) < _MOST_ALIKE:
                    ranks.append(rank)

    def meant(self, rare: str) -> str | None:
        """The commonest word that differs by a letter, or rather one that is alike when folded.

        None if there is none, and for words that are short or differ in a digit.
        """
        wanted = folded(rare)
        ranks = {rank for each in _variants(wanted) for rank in self._by_variant.get(each, ())}
        for is_same in (True, False):
            for word in map(self._common.__getitem__, sorted(ranks)):
                if word != rare and _are_alike(wanted, folded(word), is_same=is_same):
                    return word
        return None


def _variants(word: str) -> list[str]:
    """A word, and what it is without each of its letters."""
    return [word, *(word[:index] + word[index + 1 :] for index in range(len(word)))]


def _are_alike(word: str, other: str, *, is_same: bool) -> bool:
    """Whether words are the same, or else whether they differ by a letter."""
    if is_same or min(len(word), len(other)) < _LEAST:
        return word == other
    has_same_digits = _DIGIT.findall(word) == _DIGIT.findall(other)
    return has_same_digits and edit_distance(word, other, 1) <= 1
