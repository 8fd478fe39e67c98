"""One pattern as in .gitignore: what it means, and whether a path matches.

The patterns: https://git-scm.com/docs/gitignore. Stars never give back what they took, except the
last one: what follows a star is looked for from left to right, and wherever it is first found, the
next star can take the rest. So no pattern takes more time than its length times that of the path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

_ANY_FOLDERS = "**"
_STAR = "*"
#: A character after a backslash, a set of characters, or any other character.
_TOKEN = re.compile(
    r"\\(?P<escaped>.?)|\[(?P<set>(?:[!^]|(?![!^])).[^\]]*)\]|(?P<plain>.)", re.DOTALL
)


class Pattern(NamedTuple):
    """The segments of a pattern are between slashes; None means any folders.

    ``include`` is False for a pattern with ``!``.
    """

    include: bool
    segments: Sequence[_Segment | None]
    is_for_folders: bool

    def matches(self, path: str) -> bool:
        """Whether it matches a path itself, and not only a folder that the path is in."""
        return not self.is_for_folders and _match(self.segments, path.split("/"), whole=True)

    def contains(self, path: str) -> bool:
        """Whether it matches a path or a folder that the path is in.

        With a final slash, the path is for all that a folder holds.
        """
        return _match(self.segments, path.split("/"), whole=False)


class _Segment(NamedTuple):
    """A pattern for a name: the regular expressions between stars, and how long the last one is.

    What they match has one length, because stars are not in them.
    """

    pieces: Sequence[str]
    last_length: int

    def matches(self, name: str) -> bool:
        first, *others = self.pieces
        if not others:
            return bool(_compiled(first).fullmatch(name))
        found = _compiled(first).match(name)
        for piece in others[:-1]:
            found = found and _compiled(piece).search(name, found.end())
        end = len(name) - self.last_length
        return bool(
            name and found and found.end() <= end and _compiled(others[-1]).match(name, end)
        )


class _InvalidError(ValueError):
    """A segment that git does not take, either."""


def parse(line: str) -> Pattern | None:
    """The pattern of a line; None for an empty line, a comment or an invalid pattern."""
    line = line if line.endswith("\\ ") else line.rstrip()
    if line == "/" or line.startswith("#"):
        return None
    text = line.removeprefix("!")
    segments = _split(text)
    try:
        parsed = [None if each == _ANY_FOLDERS else _segment(each) for each in segments]
    except _InvalidError:
        return None
    return Pattern(text == line, parsed, text.endswith("/")) if segments else None


def _split(text: str) -> list[str]:
    """The segments; a lone name is in any folder, and a final slash means all in a folder."""
    segments = text.split("/")
    if not segments[0]:
        del segments[0]
    elif segments[1:] in ([], [""]):
        segments.insert(0, _ANY_FOLDERS)
    if segments and not segments[-1]:
        segments[-1] = _ANY_FOLDERS
    if text.endswith("/") and set(segments) == {_ANY_FOLDERS}:
        return [_ANY_FOLDERS, _STAR, _ANY_FOLDERS]
    return list(_without_repeats(segments))


def _without_repeats(segments: Sequence[str]) -> Iterator[str]:
    for segment, repeats in groupby(segments):
        yield from [segment] if segment == _ANY_FOLDERS else repeats


def _segment(text: str) -> _Segment:
    pieces = [""]
    length = 0
    for token in _TOKEN.finditer(text):
        if token["plain"] == _STAR:
            pieces.append("")
            length = 0
        else:
            pieces[-1] += _expression(token)
            length += 1
    return _Segment(pieces, length)


def _expression(token: re.Match[str]) -> str:
    """The regular expression for one character."""
    if token["set"] is not None:
        return _set(token["set"])
    if token["plain"] == "?":
        return "."
    if token["plain"] == "[" or token["escaped"] == "":
        raise _InvalidError
    return re.escape(token["plain"] or token["escaped"])


def _set(text: str) -> str:
    """A set of characters and ranges; at either end a hyphen is itself."""
    bare = text[1:] if text.startswith(("!", "^")) else text
    ranges = re.findall(r"(.)-(.)|(.)", bare, re.DOTALL)
    if any(first > last for first, last, _ in ranges):
        raise _InvalidError
    parts = (
        re.escape(each) if each else f"{re.escape(first)}-{re.escape(last)}"
        for first, last, each in ranges
    )
    return f"[{'^' if bare != text else ''}{''.join(parts)}]"


@lru_cache(maxsize=1024)
def _compiled(piece: str) -> re.Pattern[str]:
    """Only what a path gets as far as: to compile takes longer than to match."""
    return re.compile(piece, re.DOTALL)


def _match(segments: Sequence[_Segment | None], names: Sequence[str], *, whole: bool) -> bool:
    """Whether segments match all names, or else the first ones; at the end, None needs a name."""
    at = index = 0
    after_folders = None
    start = 0
    while at < len(names):
        if index == len(segments) and not whole:
            return True
        segment = segments[index] if index < len(segments) else None
        if index < len(segments) and segment is None:
            index += 1
            if index == len(segments):
                return True
            after_folders, start = index, at
        elif segment and segment.matches(names[at]):
            at += 1
            index += 1
        elif after_folders is not None:
            start += 1
            at, index = start, after_folders
        else:
            return False
    return index == len(segments)
