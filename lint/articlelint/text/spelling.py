"""Misspelled words, and the known word that was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from articlelint.text.synonyms import synonym
from articlelint.text.word_parts import LONGEST, folded, parts_of, share_a_part
from articlelint.text.words import MAX_SHOWN, show

#: Shorter words are too similar to each other. Two letters may be wrong, but not the first one, if
#: both words together are so long: `created` is not a typo of `related`.
_LEAST_TYPO = 3
_TWO_LETTERS_FROM = 12
_MOST_WRONG = 2
#: How similar a word must be that is no typo but shares a part with another one.
_SIMILAR = 0.6
#: How many letters of known words the wrong words of one article may be compared with. It takes
#: about a second: a hundred wrong words and three thousand known ones, each looked at twice.
_MOST_LETTERS = 8_000_000
#: How many wrong words are remembered with what was meant by them.
_MOST_REMEMBERED = 1000
#: What it costs in these letters to look at a known word at all.
_LOOK = 2


class Lexicon:
    """Known words with which the words of many articles are compared.

    ``found`` is what was found for wrong words, and what it cost.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words
        self.found: dict[str, tuple[str | None, int]] = {}

    @cached_property
    def by_letters(self) -> dict[str, str]:
        """The words by their letters alone."""
        return {folded(each): each for each in self._words}

    def remember(self, word: str, meant: str | None, cost: int) -> None:
        """Remember what was found, of so many words as fit into little memory."""
        if len(word) <= LONGEST:
            if len(self.found) >= _MOST_REMEMBERED:
                self.found.clear()
            self.found[word] = meant, cost


class Speller:
    """Find the words that were meant, for the wrong words of one article, in bounded time.

    When it has compared too much, it finds nothing more.
    """

    def __init__(self) -> None:
        self._left = _MOST_LETTERS
        self._folded: dict[str, str] = {}

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """The known word that was probably meant, or None.

        That is one that differs only in case or in what separates its parts, else the one at the
        least edit distance (None if there are several), else another name for the same field, else
        one that is similar overall and shares a part of it.
        """
        if self._left < 0:
            return None
        return self._nearest(word, {self._fold(each): each for each in known})

    def nearest_in(self, lexicon: Lexicon, word: str) -> str | None:
        """The same, of words with which those of many articles are compared.

        What another article has found counts as work of this one all the same: what is said of an
        article must not depend on the others.
        """
        if self._left < 0:
            return None
        if word in lexicon.found:
            meant, cost = lexicon.found[word]
            self._left -= cost
        else:
            left = self._left
            meant = self._nearest(word, lexicon.by_letters)
            if self._left >= 0:
                lexicon.remember(word, meant, left - self._left)
        return meant if self._left >= 0 else None

    def _nearest(self, word: str, by_letters: Mapping[str, str]) -> str | None:
        self._left -= _LOOK * len(by_letters)
        wanted = folded(word)
        if wanted in by_letters:
            return by_letters[wanted]
        common = dict(self._in_common(wanted, by_letters)) if len(wanted) <= LONGEST else {}
        found = self._typos(wanted, common)
        if not any(wanted.rstrip("s") == each.rstrip("s") for each in found):  # its plural, perhaps
            other = synonym(wanted, by_letters)
            if other is not None:
                return other
        if not found:
            return self._most_similar(word, common, by_letters)
        return by_letters[found[0]] if len(found) == 1 and self._left >= 0 else None

    def is_nearest(self, meant: str, word: str, known: Iterable[str]) -> bool:
        """Whether a word plainly misspells one of the known words, and no other one as much."""
        if not is_plain_typo(word, meant):
            return False
        wanted = self._fold(word)
        least, places = edit_distance(wanted, self._fold(meant)), _places(wanted)
        for each in known:
            other = self._fold(each)
            self._left -= _LOOK
            if each == meant or abs(len(other) - len(wanted)) > least:
                continue
            self._left -= len(other)
            if self._left < 0:
                return False
            in_common = _longest_common(places, len(wanted), other)
            if max(len(wanted), len(other)) - in_common > least:
                continue
            self._left -= len(wanted) * len(other)
            if is_plain_typo(word, each) and edit_distance(wanted, other) <= least:
                return False
        return self._left >= 0

    def _fold(self, word: str) -> str:
        """A word's letters, which take longer to find than to remember."""
        if word not in self._folded:
            self._folded[word] = folded(word)
        return self._folded[word]

    def _typos(self, word: str, common: dict[str, int]) -> list[str]:
        """Those at the least edit distance, at most as many as it takes to see that it is unclear.

        Each edit takes at most one letter from what is common.
        """
        least = {each: max(len(word), len(each)) - letters for each, letters in common.items()}
        near: list[str] = []
        nearest_so_far = _MOST_WRONG
        for other in sorted(
            (each for each in least if least[each] <= _MOST_WRONG), key=least.__getitem__
        ):
            is_unclear = least[other] == nearest_so_far and near[1:]
            if least[other] > nearest_so_far or is_unclear or self._left < 0:
                break
            self._left -= len(word) * len(other)
            if is_typo(word, other) and (distance := edit_distance(word, other)) <= nearest_so_far:
                near = [*(near if distance == nearest_so_far else ()), other]
                nearest_so_far = distance
        return near

    def _in_common(self, word: str, others: Iterable[str]) -> Iterator[tuple[str, int]]:
        """How many letters in a row others share with a word, if they are near in length."""
        places, size = _places(word), len(word)
        lengths = {n for n in range(3 * size) if 2.0 * min(n, size) / (n + size) >= _SIMILAR}
        for other in others:
            if len(other) in lengths:
                self._left -= len(other)
                if self._left < 0:
                    return
                yield other, _longest_common(places, size, other)

    def _most_similar(
        self, written: str, common: dict[str, int], by_letters: Mapping[str, str]
    ) -> str | None:
        """The one that difflib finds most similar of those that share a part of a word.

        It counts at most the letters in common.
        """
        from difflib import SequenceMatcher  # noqa: PLC0415 - only ever needed after a mistake

        word, parts = folded(written), parts_of(written)
        most = {
            each: share
            for each, letters in common.items()
            if (share := 2.0 * letters / (len(word) + len(each))) >= _SIMILAR
        }
        matcher = SequenceMatcher(b=word)
        best = _SIMILAR, ""
        for other in sorted(most, key=most.__getitem__, reverse=True):
            if most[other] < best[0] or self._left < 0:
                break
            self._left -= len(word) * len(other)
            if not share_a_part(parts, parts_of(by_letters[other])):
                continue
            matcher.set_seq1(other)
            best = max(best, (matcher.ratio(), other))
        return by_letters[best[1]] if best[1] and self._left >= 0 else None


def is_plain_typo(word: str, meant: str) -> bool:
    """Whether a word is a typo of another one, and both are short enough to be shown whole."""
    return max(len(word), len(meant)) <= MAX_SHOWN and is_typo(word, meant)


def _places(word: str) -> dict[str, int]:
    """A bit for each place of each letter."""
    places: dict[str, int] = {}
    for index, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << index
    return places


def _longest_common(places: dict[str, int], length: int, other: str) -> int:
    """The length of the longest common subsequence of a word and another one.

    ``places`` has a bit for each place of a letter in the word, and ``length`` is that of the word.
    After H. Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): a letter at a time, in
    one addition for the whole word.
    """
    everything = (1 << length) - 1
    row = everything
    for letter in other:
        matches = row & places.get(letter, 0)
        row = (row + matches | row - matches) & everything
    return length - row.bit_count()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None: see ``Speller``."""
    return Speller().nearest(word, known)


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A help line with the nearest known word, if there is one."""
    meant = nearest(word, known)
    return (f"did you mean {show(meant)}?",) if meant is not None else ()


def is_typo(word: str, meant: str) -> bool:
    """Whether a word differs from another one only by a letter or two, the case or a hyphen."""
    word, meant = folded(word), folded(meant)
    if word == meant:
        return True
    shorter = min(len(word), len(meant))
    if shorter < _LEAST_TYPO or shorter > MAX_SHOWN:
        return False
    is_long = len(word) + len(meant) >= _TWO_LETTERS_FROM
    allowed = _MOST_WRONG if is_long and word[0] == meant[0] else 1
    if abs(len(word) - len(meant)) > allowed:
        return False
    return edit_distance(word, meant, allowed) <= allowed


def edit_distance(word: str, other: str, limit: int = MAX_SHOWN) -> int:
    """How many letters to insert, delete, change or swap with a neighbour to make one the other.

    This is the optimal string alignment distance. The time grows with the product of the lengths;
    once the distance exceeds ``limit``, the result is some number above it.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(word):
        costs = [row + 1]
        for column, other_letter in enumerate(other):
            changed = last[column] + (letter != other_letter)
            costs.append(min(changed, last[column + 1] + 1, costs[column] + 1))
            is_swap = word[row - 1] == other_letter and letter == other[column - 1]
            if row and column and is_swap:
                costs[-1] = min(costs[-1], before[column - 1] + 1)
        if min(costs) > limit and (not before or min(last) > limit):
            return limit + 1
        before, last = last, costs
    return last[-1]
