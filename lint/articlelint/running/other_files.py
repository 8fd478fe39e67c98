"""Files of a searched folder that have front matter, but not the ending of an article."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from articlelint.root import CONFIG_NAME
from articlelint.running.beginnings import has_front_matter
from articlelint.running.found import Discovery
from articlelint.running.search_names import MOST_OTHERS
from articlelint.text.words import both, counted

#: How many endings are named.
_MOST_ENDINGS = 5


def note_on_others(discovery: Discovery) -> Iterator[str]:
    """How many there are, and what to write so that they are checked, too."""
    found = Counter(_ending(each) for each in discovery.others if has_front_matter(each))
    if not found:
        return
    named = [each for each, _ in found.most_common(_MOST_ENDINGS)]
    number = sum(found.values())
    least = "at least " if len(discovery.others) >= MOST_OTHERS else ""
    files = counted(number, f"{both(named)} file")
    verb = "begins" if number == 1 else "begin"
    checked = {_ending(each.path) for each in discovery.files if not each.error}
    wanted = ", ".join(f'"*{each}"' for each in sorted({".md", *checked, *named}))
    yield (
        f"{least}{files} {verb} with front matter, but a search does not look for such names: to "
        f"check them, write `include: [{wanted}]` in {CONFIG_NAME}"
    )


def _ending(path: str) -> str:
    return os.path.splitext(path)[1]
