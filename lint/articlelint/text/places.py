"""Where in a long text something stands, and how much more there is of it."""

from __future__ import annotations

from articlelint.text.words import show

# The most characters beside a place that are looked at for a word.
_REACH = 40


def beside(text: str, start: int, end: int) -> str:
    """``after "Harbour"``; where no word comes first, ``before``; ``alone`` where there is none.

    The word is shown without characters that nobody sees.
    """
    words = _words(text[max(0, start - _REACH) : start])
    if words:
        return f"after {show(words[-1])}"
    words = _words(text[end : end + _REACH])
    return f"before {show(words[0])}" if words else "alone"


def and_more(count: int) -> str:
    """How many faults there are besides the one that a message names."""
    return f" (and {count} more like it)" if count else ""


def _words(text: str) -> list[str]:
    return "".join(each for each in text if _is_seen(each) or each.isspace()).split()


def _is_seen(char: str) -> bool:
    """To Python, the variation selectors of emoji are printable."""
    return char.isprintable() and not "\ufe00" <= char <= "\ufe0f"
