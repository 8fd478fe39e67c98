"""Where in a long text something is, and how often it occurs again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from articlelint.text.words import show

_Part = TypeVar("_Part")

# How many characters before and after a place are searched for a word.
_REACH = 40
# How many parts of one text are reported one by one: of more, nobody reads every line.
_MOST_PARTS = 20


def beside(text: str, start: int, end: int) -> str:
    """``after "Harbour"``, or ``before "bridge"``, or ``on its own`` if no word is near.

    The word is shown without invisible characters.
    """
    words = _words(text[max(0, start - _REACH) : start])
    if words:
        return f"after {show(words[-1])}"
    words = _words(text[end : end + _REACH])
    return f"before {show(words[0])}" if words else "on its own"


def first_few(parts: Sequence[_Part]) -> Iterator[tuple[_Part, str]]:
    """The faulty parts of a text that get a diagnostic each; the last one tells how many more.

    Each comes with what its message says of that: ``and_more`` of it.
    """
    last = min(len(parts), _MOST_PARTS) - 1
    for index in range(last + 1):
        yield parts[index], and_more(len(parts) - 1 - last) if index == last else ""


def and_more(count: int) -> str:
    """How many more faults there are than the one that a message names."""
    return f" (and {count} more like this)" if count else ""


def _words(text: str) -> list[str]:
    return "".join(each for each in text if _is_seen(each) or each.isspace()).split()


def _is_seen(char: str) -> bool:
    """Python calls the variation selectors of emoji printable."""
    return char.isprintable() and not "\ufe00" <= char <= "\ufe0f"
