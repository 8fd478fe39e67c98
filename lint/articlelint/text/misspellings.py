"""Words that differ by a letter from known ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from articlelint.text.spelling import edit_distance
from articlelint.text.word_parts import folded
from articlelint.text.words import MAX_SHOWN

#: Shorter words differ from others by a letter and are no misspellings (`Iran`, `Iraq`).
_LEAST = 5
#: How many known words are compared that are the same without one letter.
_MOST_ALIKE = 20
_DIGIT = re.compile(r"\d")


class Misspellings:
    """Finds the known word that another one misspells by a letter, among any number of them.

    Words that differ by one letter are the same without one of their letters, so the time does not
    grow with the number of words.
    """

    def __init__(self, known: Iterable[str], least: int = _LEAST) -> None:
        """The known words, the likeliest first; ``least`` letters are needed to misspell one."""
        self._known = list(known)
        self._least = least
        self._by_variant: defaultdict[str, list[int]] = defaultdict(list)
        for rank, word in enumerate(self._known):
            for variant in self._variants(folded(word)):
                ranks = self._by_variant[variant]
                if len(ranks) < _MOST_ALIKE:
                    ranks.append(rank)

    def meant(self, word: str) -> str | None:
        """The likeliest word that differs by a letter, or rather one that is alike when folded.

        None if there is none, and for words that are short, very long, or differ in a digit.
        """
        wanted = folded(word)
        variants = self._variants(wanted)
        ranks = {rank for each in variants for rank in self._by_variant.get(each, ())}
        alike = [each for rank in sorted(ranks) if (each := self._known[rank]) != word]
        same = (each for each in alike if folded(each) == wanted)
        near = (each for each in alike if _differ_by_a_letter(wanted, folded(each)))
        return next(same, None) or next(near, None)

    def _variants(self, word: str) -> list[str]:
        """A word, and what it is without each of its letters, if it can be misspelled."""
        places = range(len(word)) if self._least <= len(word) <= MAX_SHOWN else ()
        return [word, *(word[:place] + word[place + 1 :] for place in places)]


def _differ_by_a_letter(word: str, other: str) -> bool:
    has_same_digits = _DIGIT.findall(word) == _DIGIT.findall(other)
    return has_same_digits and edit_distance(word, other, 1) <= 1
