"""Files of a searched folder that have front matter, but not the ending of an article."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from articlelint.root import CONFIG_NAME
from articlelint.running.beginnings import has_front_matter
from articlelint.running.found import Discovery
from articlelint.running.search_names import MOST_OTHERS
from articlelint.text.words import both, counted

#: How many endings are named.
_MOST_ENDINGS = 5


def note_on_others(discovery: Discovery) -> Iterator[str]:
    """How many there are, and what to write so that they are checked, too.

    It also says of which endings there are more files than were looked at.
    """
    looked_at, cut = _first_few(discovery.others)
    found = Counter(_ending(each) for each in looked_at if has_front_matter(each))
    named = [each for each, _ in found.most_common(_MOST_ENDINGS)]
    if found:
        number = sum(found.values())
        least = "at least " if any(each.lower() in cut for each in found) else ""
        files = counted(number, f"{both(named)} file")
        verb = "begins" if number == 1 else "begin"
        checked = {_ending(each.path) for each in discovery.files if not each.error}
        wanted = ", ".join(f'"*{each}"' for each in sorted({".md", *checked, *named}))
        yield (
            f"{least}{files} {verb} with front matter, but a search does not look for such names: "
            f"to check them, write `include: [{wanted}]` in {CONFIG_NAME}"
        )
    for ending in sorted(cut - {each.lower() for each in found}):
        yield (
            f"none of the first {MOST_OTHERS} {ending} files begins with front matter; the others "
            "were not looked at"
        )


def _first_few(others: Iterable[str]) -> tuple[list[str], set[str]]:
    """Of each ending the files to look at, and the endings of which there are more."""
    by_ending: defaultdict[str, list[str]] = defaultdict(list)
    for each in others:
        by_ending[_ending(each).lower()].append(each)
    few = [each for files in by_ending.values() for each in files[:MOST_OTHERS]]
    return few, {ending for ending, files in by_ending.items() if len(files) > MOST_OTHERS}


def _ending(path: str) -> str:
    return os.path.splitext(path)[1]
