"""A text that was meant as a list, split into the items that its writer meant."""

from __future__ import annotations

import re

from articlelint.text.late_pattern import late_pattern

#: What writers put before an item: a dash, or what a word processor makes of one.
_BULLETS = "*+\u2022\u00b7\u2023\u25aa\u25e6\u2012\u2013\u2014\u2212-"
_BULLET = late_pattern(rf"[{_BULLETS}](?!\d)\s*(?=[^\s{_BULLETS}])")
_BETWEEN_BULLETS = late_pattern(rf"\s+[{_BULLETS}](?!\d)\s*(?=[^\s{_BULLETS}])")
_HASHTAGS = late_pattern(r"#\S+(?:[\s,]+#\S+)+")

#: What may be between items, and what a pair of quotes around an item may be.
_SEPARATORS = (",", ";", "|", " / ", "\u3001", "\uff0c")
_QUOTES = {'"': '"', "'": "'", "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb"}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}

_AND = late_pattern(r"\s+(?:and|&)\s+")
_MOST_WORDS = 4

#: The longest text that is split: a longer one is no list.
_MOST = 2000


def items_of(text: str) -> list[str]:
    """The items of a text: split at lines, bullets or separators, or between hashtags.

    Quotes and brackets around items, or around all, are dropped. There are none in a text that is
    too long to be a list, or without any word.
    """
    if len(text) > _MOST:
        return []
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        items = [_bare(line) for line in lines]
    else:
        items = [_bare(each) for each in _split(_inner(text.strip(), _BRACKETS))]
    return [each for each in items if any(map(str.isalnum, each))]


def words_of(item: str) -> list[str]:
    """The words of an item that may be several: two to four, perhaps with an "and" between them."""
    words = _AND.split(item)
    words = words if len(words) > 1 else item.split()
    return words if 2 <= len(words) <= _MOST_WORDS else []


def names_of(item: str) -> list[str]:
    """The names, of two to four words each, that an "and" joins; none if it may join one name."""
    names = _AND.split(item)
    is_each_full = all(2 <= len(each.split()) <= _MOST_WORDS for each in names)
    return names if len(names) > 1 and is_each_full else []


def _split(text: str) -> list[str]:
    if _HASHTAGS.fullmatch(text):
        return re.split(r"[\s,]+", text)
    if _BULLET.match(text):
        return _BETWEEN_BULLETS.split(text)
    for separator in _SEPARATORS:
        parts = _apart(text, separator)
        if len(parts) > 1:
            return parts
    return [text]


def _apart(text: str, separator: str) -> list[str]:
    """The parts between separators that are not within quotes; none that is empty."""
    parts, closing = [""], ""
    for char in text.replace(separator, "\0"):
        if closing:
            closing = "" if char == closing else closing
        elif char in _QUOTES and not parts[-1].strip():
            closing = _QUOTES[char]
        if char == "\0" and not closing:
            parts.append("")
        else:
            parts[-1] += char
    kept = [each.replace("\0", separator).strip() for each in parts]
    return [each for each in kept if each]


def _bare(item: str) -> str:
    """An item without its bullet, its quotes, and the comma after it."""
    item = _BULLET.sub("", item, count=1) if _BULLET.match(item) else item
    return _inner(item.rstrip(",;").strip(), _QUOTES)


def _inner(text: str, pairs: dict[str, str]) -> str:
    """What is between a pair of brackets or quotes around all of a text; else the text."""
    closing = pairs.get(text[:1])
    if (
        closing
        and len(text) > 2
        and text.endswith(closing)
        and text.count(closing) == 1 + (closing == text[0])
    ):
        return text[1:-1].strip()
    return text
