"""The parts and the letters of a word, by which two words are compared."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from articlelint.text.late_pattern import late_pattern

#: What separates the parts of a key (`web-url`, `web_url` and `webUrl` are one word), and what a
#: word processor or a web page adds to a word.
_SPACES = "\u00a0\u2000-\u200d\u3000\ufeff"
_DASHES = "\u2010-\u2015"
_CURLY_QUOTES = "\u2018-\u201f\u2039\u203a\u00ab\u00bb"
_BESIDE_LETTERS = late_pattern(f"[-_ {_SPACES}{_DASHES}{_CURLY_QUOTES}]")

#: A part of a key: `publishedDateTime` and `published_date_time` have three.
_PART = late_pattern(r"[^\W\d_]?[^\W\d_A-Z]+|[A-Z]+|\d+")

#: How long a word may be to be compared with others.
LONGEST = 1000
#: A part is shared that begins as the other one does, with so many letters and such a share of the
#: longer one: `categories` and `category`, not `state` and `start`. Fewer are enough if they are
#: all of one, as of words that are short for each other. Of a long text, only the first parts are
#: compared.
_SHARED_LETTERS = 4
_SHARED_ALL = 3
_SHARE = 0.6
_MOST_PARTS = 20


def folded(word: str) -> str:
    """The letters of a word, whatever their case and what is between and around them."""
    return _BESIDE_LETTERS.sub("", word.casefold())


def is_short_for(word: str, other: str) -> bool:
    """Whether one of two words is plainly the other one, shortened.

    That is its beginning or end, as ``url`` of ``webUrl``, or the beginning of each of its parts,
    as ``pubDate`` of ``publishedDate``.
    """
    shorter, longer = sorted((folded(word), folded(other)), key=len)
    is_end = longer.startswith(shorter) or longer.endswith(shorter)
    return len(shorter) >= _SHARED_ALL and (is_end or _begin_alike(word, other))


def parts_of(word: str) -> list[str]:
    """The first parts of a word, such as `published` and `date`, in lower case.

    Those of a few letters are left out, such as `at`, unless there are no others.
    """
    found = (each[0].casefold() for each in _PART.finditer(word[:LONGEST]))
    long = list(islice((each for each in found if len(each) >= _SHARED_ALL), _MOST_PARTS))
    return long or [folded(word)]


def share_a_part(parts: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of the parts begins as one of the others does."""
    return any(_is_shared(part, other) for part in parts for other in others)


def _is_shared(part: str, other: str) -> bool:
    same = next(
        (at for at, (one, two) in enumerate(zip(part, other, strict=False)) if one != two),
        min(len(part), len(other)),
    )
    shorter, longer = sorted((len(part), len(other)))
    return same == shorter or (same >= _SHARED_LETTERS and same >= _SHARE * longer)


def _begin_alike(word: str, other: str) -> bool:
    parts, others = _PART.findall(word), _PART.findall(other)
    return (
        bool(parts)
        and len(parts) == len(others)
        and all(
            one.casefold().startswith(two.casefold()) or two.casefold().startswith(one.casefold())
            for one, two in zip(parts, others, strict=True)
        )
    )
