"""Classes of characters, written as within the brackets of a regular expression."""

from __future__ import annotations

#: What selects a variant of the character before it.
VARIATION_SELECTORS = "\ufe00-\ufe0f\u180b-\u180f\U000e0100-\U000e01ef"

#: What `str.isprintable` accepts though nobody sees it.
PRINTABLE_BUT_UNSEEN = f"{VARIATION_SELECTORS}\u034f\u3164\uffa0\ufffc"
