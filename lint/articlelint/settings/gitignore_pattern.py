"""One pattern as in .gitignore: what it means.

The patterns: https://git-scm.com/docs/gitignore. Stars never give back what they took, except the
last one: what follows a star is looked for from left to right, and wherever it is first found, the
next star can take the rest. So no pattern for a name takes more time than its length times that of
the name. `pattern_tree` matches many patterns with a path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

#: Those of one file together may cost no more: each of them is tried with each name.
MOST_WILDCARDS = 2_000
_ANY_FOLDERS = "**"
_STAR = "*"
_SPECIAL = re.compile(r"[*?\[\\]")
#: A character after a backslash, a set of characters, text, or another special character.
_TOKEN = re.compile(
    r"\\(?P<escaped>.?)|\[(?P<set>(?:[!^]|(?![!^])).[^\]]*)\]|(?P<text>[^*?\[\\]+)|(?P<sign>.)",
    re.DOTALL,
)


class _Part(NamedTuple):
    """A regular expression for a text or for one character; the text if there is only one."""

    expression: str
    literal: str | None


class _Piece:
    """What is between two stars: it matches texts of one length."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        literals = [part.literal for part in parts if part.literal is not None]
        self.literal = "".join(literals) if len(literals) == len(parts) else None
        self.length = sum(map(len, literals)) + len(parts) - len(literals)
        self._expression = "".join(part.expression for part in parts)
        self._compiled: re.Pattern[str] | None = None

    def is_at(self, place: int, name: str) -> bool:
        """Whether it matches from an offset into a name."""
        if self.literal is not None:
            return name.startswith(self.literal, place)
        return bool(self._regex().match(name, place))

    def end_after(self, place: int, name: str) -> int | None:
        """Where the first match at or after an offset ends."""
        if self.literal is not None:
            found = name.find(self.literal, place)
            return None if found < 0 else found + self.length
        match = self._regex().search(name, place)
        return match.end() if match else None

    def _regex(self) -> re.Pattern[str]:
        """Only if a name gets as far as this: to compile takes longer than to match."""
        if self._compiled is None:
            self._compiled = re.compile(self._expression, re.DOTALL)
        return self._compiled


class Wildcards(NamedTuple):
    """A pattern for a name: how it is written, what is between its stars, how many wildcards."""

    text: str
    pieces: Sequence[_Piece]
    number: int

    @property
    def suffix(self) -> str | None:
        """The end of the names, if the pattern is one star and a text."""
        return self.pieces[1].literal if self.number == 1 and self.text.startswith(_STAR) else None

    def matches(self, name: str) -> bool:
        """Whether they match a whole name."""
        first, *others = self.pieces
        if not others:
            return len(name) == first.length and first.is_at(0, name)
        if not name or not first.is_at(0, name):
            return False
        place = first.length
        for piece in others[:-1]:
            end = piece.end_after(place, name)
            if end is None:
                return False
            place = end
        last = len(name) - others[-1].length
        return place <= last and others[-1].is_at(last, name)


#: What is between two slashes: a name, a pattern for names, or None for any folders.
Segment: TypeAlias = str | Wildcards | None


class Pattern(NamedTuple):
    """``include`` is False for a pattern with ``!``.

    With ``is_for_folders``, the last segment is None: it means all in a folder, not the folder.
    """

    include: bool
    segments: Sequence[Segment]
    is_for_folders: bool

    @property
    def cost(self) -> int:
        """The wildcards and the names next to them; 0 if a look in a table tells what matches.

        Such are names, paths, and ``*.md`` as the last name.
        """
        *folders, last = [each for each in self.segments if each is not None] or [""]
        is_plain = isinstance(last, str) or last.suffix is not None
        is_plain = is_plain and all(isinstance(each, str) for each in folders)
        if is_plain and None not in self.segments[1:-1]:
            return 0
        return sum(each.number if isinstance(each, Wildcards) else 1 for each in (*folders, last))


class _InvalidError(ValueError):
    """A segment that git does not take, either."""


def parse(line: str) -> Pattern | None:
    """The pattern of a line; None for an empty line, a comment or an invalid pattern."""
    line = _without_final_spaces(line)
    text = line.removeprefix("!")
    if text == "/" or line.startswith("#"):
        return None
    segments = _split(text)
    try:
        parsed = [None if each == _ANY_FOLDERS else _segment(each) for each in segments]
    except _InvalidError:
        return None
    return Pattern(text == line, parsed, text.endswith("/")) if segments else None


def _without_final_spaces(line: str) -> str:
    """Like git, keep a space after a backslash, and other white space."""
    bare = line.rstrip(" ")
    backslashes = len(bare) - len(bare.rstrip("\\"))
    return bare + " " if bare != line and backslashes % 2 else bare


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


def _segment(text: str) -> str | Wildcards:
    if not _SPECIAL.search(text):
        return text
    groups: list[list[_Part]] = [[]]
    number = 0
    for token in _TOKEN.finditer(text):
        if token["sign"] != _STAR:
            groups[-1].append(_part(token))
            number += groups[-1][-1].literal is None
        elif len(groups) == 1 or groups[-1]:
            groups.append([])
            number += 1
    pieces = [_Piece(group) for group in groups]
    literal = None if number else pieces[0].literal
    return Wildcards(text, pieces, number) if literal is None else literal


def _part(token: re.Match[str]) -> _Part:
    if token["set"] is not None:
        return _Part(_set(token["set"]), None)
    if token["sign"] == "?":
        return _Part(".", None)
    if token["sign"] == "[" or token["escaped"] == "":
        raise _InvalidError
    text = token["text"] or token["escaped"]
    return _Part(re.escape(text), text)


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
