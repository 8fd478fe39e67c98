"""Keys that are spelled alike: in other letter case, with other separators, or with a slip."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from articlelint.text.spelling import edit_distance
from articlelint.text.word_parts import folded

_WORD = re.compile(r"[^\W\d_]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])|\d+")
_DIGITS = re.compile(r"\d+")

#: How many times as common the key is that a rare one may be meant for.
COMMONER = 20
#: Where one letter differs: in how many articles the rare key may be, from which length on a word
#: is hardly another one, how short it may be otherwise, and in which share of the articles the
#: common key, or the rare one instead, must then be.
_MOST_SLIPS = 5
_LONG_WORD = 8
_SHORT_WORD = 5
NEARLY_ALL = 0.95


class SimilarKeys:
    """Keys, to find those of the same letters as another one, or of all but one.

    Each is found by what is left without one of its letters: two that differ by a letter, or by
    the order of two, have some of that in common. The time does not grow with the number of keys.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_rest: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            for rest in _rests(folded(key)):
                self._by_rest[rest].append(key)

    def find(self, key: str) -> list[str]:
        """The keys that are spelled like ``key``, itself left out, and some others."""
        rests = _rests(folded(key))
        return sorted({each for rest in rests for each in self._by_rest.get(rest, ())} - {key})


def same_letters(key: str, other: str) -> bool:
    """Whether two keys differ only in letter case and in what separates their words."""
    letters = folded(key)
    return len(letters) > 1 and letters == folded(other)


def may_mean(key: str, common: str, numbers: Mapping[str, int], articles: int, rare: int) -> bool:
    """Whether a key is so rare, and spelled so, that it may be meant for a common one.

    ``numbers`` tells in how many of so many articles each of them is, and ``rare`` in how many the
    rare one is that count against that, be they of another kind.
    """
    if numbers[common] < COMMONER * rare:
        return False
    if same_letters(key, common):
        return True
    words = slip(key, common) if rare <= _MOST_SLIPS else None
    length = min(map(len, words)) if words else 0
    is_in_all = numbers[common] + numbers[key] >= NEARLY_ALL * articles
    return length >= _LONG_WORD or (length >= _SHORT_WORD and is_in_all)


def slip(key: str, other: str) -> tuple[str, str] | None:
    """The word of a key, and that of the other one, of which it may be a slip of one letter.

    A letter added, left out or changed at the beginning or end makes another word (``date``,
    ``data``, ``dates``), and so do digits (``image2``) and an ``s`` (``tagslist``). Two letters in
    the wrong order do not, nor does a second ``s`` beside one (``adress``). None if there is no
    slip, or more than one.
    """
    if _DIGITS.findall(key) != _DIGITS.findall(other):
        return None
    words, others = _words(key), _words(other)
    if len(words) != len(others):
        words, others = [folded(key)], [folded(other)]
    differing = [(one, two) for one, two in zip(words, others, strict=True) if one != two]
    if len(differing) != 1:
        return None
    ((word, meant),) = differing
    if not (word and meant) or edit_distance(word, meant, 1) != 1:
        return None
    is_swap = sorted(word) == sorted(meant)
    is_within = word[0] == meant[0] and word[-1] == meant[-1]
    is_plural = len(word) != len(meant) and _plurals(word) != _plurals(meant)
    return (word, meant) if is_swap or (is_within and not is_plural) else None


def _plurals(word: str) -> int:
    """How often there is an ``s``, or several in a row."""
    return len(re.findall("s+", word))


def _words(key: str) -> list[str]:
    """``publishedDateTime``, ``published_date_time``: published, date, time."""
    return [each.casefold() for each in _WORD.findall(key)]


def _rests(letters: str) -> Iterator[str]:
    """The letters, and what is left of them without each."""
    yield letters
    for index in range(len(letters)):
        yield letters[:index] + letters[index + 1 :]
