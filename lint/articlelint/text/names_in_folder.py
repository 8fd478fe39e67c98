"""The names of the files in a folder, and which of them another name misspells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from articlelint.text.spelling import Lexicon, Speller, folded

#: An ending of a file's name; a number is rather a part of the name.
ENDING = re.compile(r"\.[A-Za-z]\w{0,9}\Z")
#: Of more files with an ending, only a name that differs in case and separators is found.
_MOST_COMPARED = 2000


class NamesInFolder:
    """The names in a folder, each looked at once for any number of questions."""

    def __init__(self, names: Iterable[str]) -> None:
        stems: defaultdict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, str] = {}
        for name in sorted(names, reverse=True):
            stem, ending = split(name)
            stems[ending].append(stem)
            self._by_stem[folded(stem)] = name
        self._stems = {ending: Lexicon(found) for ending, found in stems.items()}

    def meant(self, name: str, endings: Sequence[str], speller: Speller) -> str | None:
        """The name that was probably meant by one that is not there, or else None.

        That is one that is spelled otherwise with the same ending, or one that is the same with
        another. ``endings`` are those that may be left out: they are left out of the answer, too.
        """
        stem, ending = split(name)
        for each in [ending] if ending else endings:
            lexicon = self._stems.get(each)
            if lexicon and (meant := _nearest(stem, lexicon, speller)) is not None:
                return meant + ending
        return self._by_stem.get(folded(stem))


def _nearest(stem: str, lexicon: Lexicon, speller: Speller) -> str | None:
    if len(lexicon.by_letters) <= _MOST_COMPARED:
        return speller.nearest_in(lexicon, stem)
    return lexicon.by_letters.get(folded(stem))


def split(name: str) -> tuple[str, str]:
    """The name of a file without its ending, and the ending with its dot, if it has one."""
    found = ENDING.search(name)
    return (name[: found.start()], found[0]) if found else (name, "")
