"""What rules that compare files share: the other files of a group, and how a message names one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from articlelint.rule import Elsewhere, Noted
from articlelint.text.words import counted

#: The most other files that a diagnostic points to.
_MOST_OTHERS = 3
#: The most characters of a file's name that a message shows: enough to find the file by it.
_MAX_NAME = 200


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
