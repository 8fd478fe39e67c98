"""The texts at one place of many articles: their format, and the words if there are only a few."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

from articlelint.schema.finding.judge import conforms
from articlelint.schema.loading import drafts
from articlelint.setup.seen_dates import NO_DATE, ReadBy, read_by
from articlelint.text.key_spelling import NEARLY_ALL, may_mean

#: Texts are words of a list if there are at most so many different ones, each of at most so many
#: characters, and each is there so many times on average, so many in all.
MOST_WORDS = 10
_LONGEST_WORD = 60
_TIMES = 10
_LEAST_TEXTS = 20
#: With so few that are no dates, it is not certain yet that the others are none either.
_FEW = 10

#: Formats, each with what is in every text of it.
_FORMATS = {"date-time": ":", "date": "-", "email": "@", "uri": "://"}
#: Those that a place may have together: a day, with or without the time.
_DATES = {"date", "date-time"}


_T = TypeVar("_T")


class Texts:
    """How many texts there were, how many empty or of each format, and how often each word came.

    ``formats`` is None if a text had no format; ``words`` is None if there were too many, and
    ``first`` is the first file with each. All ``are_lines`` if none has a line break. ``dates``
    counts the names of the forms that read each text as a date; it is None if too many were none.
    """

    __slots__ = ("are_lines", "dates", "empty", "first", "formats", "number", "words")

    def __init__(self) -> None:
        self.number = 0
        self.empty = 0
        self.are_lines = True
        self.dates: Counter[ReadBy] | None = Counter()
        self.formats: Counter[str] | None = Counter()
        self.words: Counter[str] | None = Counter()
        self.first: dict[str, str] = {}

    def add(self, text: str, file: str) -> None:
        """Count one more text, which is in a file."""
        self.number += 1
        self.empty += not text
        self.are_lines &= "\n" not in text
        if self.formats is not None:
            format_ = _format_of(text)
            if format_:
                self.formats[format_] += 1
            else:
                self.formats = None
        if self.dates is not None:
            self.dates[read_by(text)] += 1
            others = self.dates[NO_DATE]
            if others > _FEW and not are_nearly_all(self.number - others, self.number):
                self.dates = None
        if self.words is not None:
            if text in self.words or (len(self.words) < MOST_WORDS and is_word(text)):
                self.words[text] += 1
                self.first.setdefault(text, file)
            else:
                self.words = None

    def merge(self, other: Texts) -> None:
        """Count the texts of another place, too."""
        self.number += other.number
        self.empty += other.empty
        self.are_lines &= other.are_lines
        self.dates = _together(self.dates, other.dates)
        self.formats = _together(self.formats, other.formats)
        self.first = other.first | self.first
        words = _together(self.words, other.words)
        self.words = None if words is None or len(words) > MOST_WORDS else words

    def common_formats(self) -> list[str]:
        """The formats that texts have, if all have one: two only if both are dates."""
        found = sorted(self.formats or ())
        return found if len(found) == 1 or set(found) == _DATES else []

    def listed(self) -> list[str]:
        """The words, the commonest first, if there are few and each is repeated."""
        words = self.words or Counter()
        if not self.number >= max(_LEAST_TEXTS, _TIMES * len(words)):
            return []
        return sorted(words, key=lambda word: (-words[word], word))

    def misspelled(self) -> dict[str, str]:
        """Of these words, those that may be misspelled, and the commonest that each may mean."""
        words, listed = self.words or Counter(), self.listed()
        found = {}
        for word in listed:
            near = (
                each for each in listed if may_mean(word, each, words, self.number, words[word])
            )
            meant = next(near, None)
            if meant is not None:
                found[word] = meant
        return found


def is_word(text: str) -> bool:
    """Whether a text may be one of a few that are to choose from: short, and on one line."""
    return len(text) <= _LONGEST_WORD and text.isprintable()


def are_nearly_all(part: int, number: int) -> bool:
    """Whether the rest of a number may be mistakes."""
    return part >= NEARLY_ALL * number


def _together(one: Counter[_T] | None, other: Counter[_T] | None) -> Counter[_T] | None:
    return None if one is None or other is None else one + other


def _format_of(text: str) -> str | None:
    """The format of a text, as those judge who check by it."""
    for format_, sign in _FORMATS.items():
        if sign in text and conforms(drafts.DEFAULT, text, format=format_):
            return format_
    return None
