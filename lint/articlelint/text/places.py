"""Where in a long text something is, and how often it occurs again."""

from __future__ import annotations

from articlelint.text.words import show

# How many characters before and after a place are searched for a word.
_REACH = 40


def beside(text: str, start: int, end: int) -> str:
    """``after "Harbour"``, or ``before "bridge"``, or ``on its own`` if no word is near.

    The word is shown without invisible characters.
    """
    words = _words(text[max(0, start - _REACH) : start])
    if words:
        return f"after {show(words[-1])}"
    words = _words(text[end : end + _REACH])
    return f"before {show(words[0])}" if words else "on its own"


def and_more(count: int) -> str:
    """How many more faults there are than the one that a message names."""
    return f" (and {count} more like this)" if count else ""


def _words(text: str) -> list[str]:
    return "".join(each for each in text if _is_seen(each) or each.isspace()).split()


def _is_seen(char: str) -> bool:
    """Python calls the variation selectors of emoji printable."""
    return char.isprintable() and not "\ufe00" <= char <= "\ufe0f"
