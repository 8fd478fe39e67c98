"""Patterns of paths with named parts, such as ``posts/{year}-{month}-{day}-{slug}.md``."""

from __future__ import annotations

import re
from functools import lru_cache

#: The parts that are numbers of a date, with the digits that they may have.
DATE_PARTS = {"year": "[0-9]{4}", "month": "[0-9]{1,2}", "day": "[0-9]{1,2}"}

_DATE_PART = r"\{(?:" + "|".join(DATE_PARTS) + r")\}"
_PART = r"(?:\{[^/{}*]+\}|\*)"
_LETTER = "[^/{}*]"
_NAME = rf"(?=[^/])(?:{_LETTER}|{_DATE_PART}|{_PART}(?={_LETTER}|/|$))*"
#: What a pattern must match to be one (ECMA 262). It has at most one ``**``, and after a part there
#: is a letter to tell where it ends, unless that is the end of a name.
VALID = rf"^/?(?:{_NAME}/)*(?:\*\*/(?:{_NAME}/)*)?{_NAME}$"

_FOLDERS = "(?:[^/]+/)*"
_PIECE = r"\{(?P<part>[^}]+)\}|\*|(?P<letters>[^{*]+)"


class PathPattern:
    """A pattern that is ``VALID``, ready to match many paths, each in linear time.

    A pattern without a slash is that of a file name in any folder. ``*`` is a part without a name,
    and ``**`` matches any folders. A part is never empty. If a name has several, each but the
    last ends as soon as it can.
    """

    def __init__(self, pattern: str) -> None:
        names = pattern.removeprefix("/").split("/")
        anywhere = "" if "/" in pattern else _FOLDERS
        self._parts: list[str] = []
        in_order = (_FOLDERS if each == "**" else self._regex(each) + "/" for each in names)
        self._compiled = re.compile(anywhere + "".join(in_order).removesuffix("/"))

    def match(self, path: str) -> list[tuple[str, str]] | None:
        """The named parts of a path and what each is there, in order; None if it does not match."""
        found = self._compiled.fullmatch(path)
        return list(zip(self._parts, found.groups(), strict=True)) if found else None

    def _regex(self, name: str) -> str:
        """What matches one name of a path; the parts are noted.

        No part but the last open one may hold the letter after it: then there is only one way to
        match, and none has to be tried after another.
        """
        pieces = list(re.finditer(_PIECE, name))
        open_ones = [index for index, each in enumerate(pieces) if _is_open(each)]
        regex = ""
        for index, piece in enumerate(pieces):
            part = piece["part"]
            if not _is_open(piece):
                written = DATE_PARTS.get(part or "")
                regex += f"({written})" if written else re.escape(piece[0])
            else:
                after = "" if index == open_ones[-1] else re.escape(pieces[index + 1][0][0])
                regex += f"([^/{after}]+)" if part else f"[^/{after}]+"
            self._parts += [part] if part else []
        return regex


@lru_cache(maxsize=64)
def path_patterns(patterns: tuple[str, ...]) -> list[PathPattern]:
    """The patterns of an option, made ready once."""
    return [PathPattern(each) for each in patterns]


def _is_open(piece: re.Match[str]) -> bool:
    """Whether a part of a pattern may be of any length."""
    return piece["letters"] is None and piece["part"] not in DATE_PARTS
