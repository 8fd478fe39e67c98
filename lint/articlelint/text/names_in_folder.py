"""The names of the files in a folder, and which of them another name misspells."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from articlelint.text.misspellings import Misspellings
from articlelint.text.word_parts import folded

#: An ending of a file's name; a number is rather a part of the name.
_ENDING = re.compile(r"\.[A-Za-z]\w{0,9}\Z")
#: Of more files with one ending, only a name that differs in case and separators is found: what
#: finds others takes some kilobytes for each.
_MOST_COMPARED = 10_000
#: Shorter names are too similar to each other.
_LEAST = 3


class NamesInFolder:
    """The names in a folder, each looked at once for any number of questions."""

    def __init__(self, names: Iterable[str]) -> None:
        self._stems: defaultdict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, str] = {}
        for name in sorted(names):
            stem, ending = split(name)
            self._stems[ending].append(stem)
            self._by_stem.setdefault(folded(stem), name)
        self._misspellings = cache(self._of_ending)

    def meant(self, name: str, endings: Sequence[str]) -> str | None:
        """The name that was probably meant by one that is not there, or else None.

        That is one with the same ending that differs by a letter or in case and separators, or one
        that is the same with another ending. ``endings`` are those that may be left out: they are
        left out of the answer, too.
        """
        stem, ending = split(name)
        for each in [ending] if ending else endings:
            found = self._misspellings(each).meant(stem) if each in self._stems else None
            if found is not None:
                return found + ending
        return self._by_stem.get(folded(stem))

    def _of_ending(self, ending: str) -> Misspellings:
        stems = self._stems[ending]
        return Misspellings(stems, _LEAST if len(stems) <= _MOST_COMPARED else sys.maxsize)


def split(name: str) -> tuple[str, str]:
    """The name of a file without its ending, and the ending with its dot, if it has one."""
    found = _ENDING.search(name)
    return (name[: found.start()], found[0]) if found else (name, "")
