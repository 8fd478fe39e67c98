"""What is shared by all that compares files: the others of a group, names in messages, folders."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from articlelint.rule import Elsewhere, Noted
from articlelint.text.words import counted

#: The most other files that a diagnostic points to.
_MOST_OTHERS = 3
#: The most characters of a file's name that a message shows: enough to find the file by it.
_MAX_NAME = 200

#: Folders that tell nothing of what is in them: where a site has its content, languages, years.
_NO_KIND = re.compile(
    r"content|contents|docs?|pages|sites?|source|src|_?data|collections|\d+"
    r"|[a-z]{2}([-_][a-zA-Z]{2,4})?"
)
_INDEX = ("index", "_index")


class Member(NamedTuple):
    """A place of a group, its first places in a few ``others``, and how many files are left out."""

    noted: Noted
    others: tuple[Noted, ...]
    left_out: int

    def elsewhere(self, what: str) -> tuple[Elsewhere, ...]:
        """The others as related places, each of which is ``what``."""
        return tuple(Elsewhere(each.file, each.fact.path, what) for each in self.others)

    def more(self) -> tuple[str, ...]:
        """A line of help about the files that are left out, if there are any."""
        return (f"also in {counted(self.left_out, 'more file')}",) if self.left_out else ()


def members(group: Sequence[Noted]) -> Iterator[Member]:
    """Each place of a group that is in the order of the files, with the others."""
    first: dict[str, Noted] = {}
    for each in group:
        first.setdefault(each.file, each)
    few = list(islice(first.values(), _MOST_OTHERS + 1))
    for noted in group:
        others = tuple(each for each in few if each.file != noted.file)[:_MOST_OTHERS]
        yield Member(noted, others, len(first) - 1 - len(others))


def show_file(name: str) -> str:
    """The name of a file in a message, in double quotes; of a very long one the end."""
    shown = name if len(name) <= _MAX_NAME else "…" + name[1 - _MAX_NAME :]
    return json.dumps(shown, ensure_ascii=False)


class TellingFolder(NamedTuple):
    """A folder whose ``name`` tells what kind of articles is in it, and its whole path."""

    name: str
    path: str


def folder_of(name: str) -> str:
    """The folder that an article is in; that of an ``index.md`` is the article itself."""
    folder, _, file = name.rpartition("/")
    is_index = file.partition(".")[0] in _INDEX
    return folder.rpartition("/")[0] if is_index else folder


def telling_folders(folder: str) -> list[TellingFolder]:
    """The folders on the way to one that tell something, from the top."""
    names = folder.split("/")
    paths = accumulate(names, "{}/{}".format)
    return [
        TellingFolder(name, path)
        for name, path in zip(names, paths, strict=True)
        if name and not _NO_KIND.fullmatch(name)
    ]
