"""Parts of sentences: values and choices in messages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

#: The most characters of a value that a message shows, and of a message or a line of help.
MAX_SHOWN = 60
MAX_MESSAGE = 500

#: Shorter words are too similar to each other; from the second length on, two letters may be wrong.
_LEAST_TYPO = 3
_TWO_LETTERS_FROM = 6
#: What separates the parts of a key: `web-url`, `web_url` and `webUrl` are one word.
_SEPARATORS = str.maketrans("", "", "-_ ")


def show(value: Any) -> str:
    """A value in a message: text in double quotes, shortened; collections by their kind."""
    if isinstance(value, str):
        return json.dumps(shorten(value), ensure_ascii=False)
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "empty" if value is None else shorten(_number_or_flag(value))


def _number_or_flag(value: float | bool) -> str:  # noqa: FBT001 - it is the value shown
    """As YAML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and not isfinite(value):
        return str(value).replace("inf", ".inf").replace("nan", ".nan")
    return str(value)


def written_out(value: Any) -> str:
    """As ``show``, but a collection as JSON, shortened if it is long."""
    if isinstance(value, Mapping | list):
        return shorten(json.dumps(value, ensure_ascii=False))
    return show(value)


def shorten(text: str, most: int = MAX_SHOWN) -> str:
    """At most so many characters; an ellipsis replaces the rest."""
    return text if len(text) <= most else text[: most - 1] + "…"


def kind(value: Any) -> str:
    """What a value is, in a writer's words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int):
        return "a whole number"
    if isinstance(value, float):
        return "a number" if isfinite(value) else "not a finite number"
    if isinstance(value, str):
        return "text"
    return show(value)


def either(choices: Sequence[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return _listed(choices, "or")


def both(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return _listed(parts, "and")


def _listed(parts: Sequence[str], last: str) -> str:
    return f" {last} ".join((", ".join(parts[:-1]), parts[-1])) if parts[1:] else "".join(parts)


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None.

    That is one that differs only in case or in what separates its parts, else the one at the least
    edit distance (None if there are several), else one that is similar overall.
    """
    folded = {_folded(each): each for each in known}
    wanted = _folded(word)
    near = {each: edit_distance(wanted, each) for each in folded if is_typo(wanted, each)}
    if near:
        least = min(near.values())
        nearest_ones = [each for each, distance in near.items() if distance == least]
        return folded[nearest_ones[0]] if len(nearest_ones) == 1 else None
    from difflib import get_close_matches  # noqa: PLC0415 - only ever needed after a mistake

    close = get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A help line with the nearest known word, if there is one."""
    meant = nearest(word, known)
    return (f"did you mean {show(meant)}?",) if meant is not None else ()


def is_typo(word: str, meant: str) -> bool:
    """Whether a word differs from another one only by a letter or two, the case or a hyphen."""
    word, meant = _folded(word), _folded(meant)
    if word == meant:
        return True
    shorter = min(len(word), len(meant))
    if shorter < _LEAST_TYPO or shorter > MAX_SHOWN:
        return False
    allowed = 1 if shorter < _TWO_LETTERS_FROM else 2
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


def _folded(word: str) -> str:
    return word.casefold().translate(_SEPARATORS)
