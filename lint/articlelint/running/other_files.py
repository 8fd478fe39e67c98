"""Files of a searched folder that have front matter, but not the ending of an article."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from articlelint.root import CONFIG_NAME
from articlelint.running.beginnings import has_front_matter
from articlelint.running.found import Discovery, Found, Other
from articlelint.running.search_names import MOST_OTHERS
from articlelint.text.words import both, counted

#: How many endings are named.
_MOST_ENDINGS = 5


def note_on_others(discovery: Discovery) -> Iterator[str]:
    """How many there are, and what to write so that they are checked, too.

    It also says of which endings there are more files than were looked at.
    """
    looked_at, cut = _first_few(discovery.others)
    others = [each for each in looked_at if has_front_matter(each.path)]
    found = Counter(_ending(each.path) for each in others)
    if found:
        named = sorted(found, key=lambda each: (-found[each], each))[:_MOST_ENDINGS]
        least = "at least " if any(each.lower() in cut for each in found) else ""
        files = counted(len(others), f"{both(named)} file")
        verb = "begins" if len(others) == 1 else "begin"
        passed_over = next((each for each in others if each.is_passed_over), None)
        what = (
            _to_add(named, passed_over.preset) if passed_over else _to_write(named, discovery.files)
        )
        yield f"{least}{files} {verb} with front matter, but {what}"
    for ending in sorted(cut - {each.lower() for each in found}):
        written = {_ending(each.path) for each in discovery.others}
        yield (
            f"none of the first {MOST_OTHERS} {ending} files begins with front matter, and the "
            "others were not looked at: if they are no articles, add "
            f"{_patterns(each for each in written if each.lower() == ending)} to `exclude` in "
            f"{CONFIG_NAME}"
        )


def _to_write(named: Iterable[str], files: Iterable[Found]) -> str:
    """What to write where nothing says which files to check."""
    checked = {_ending(each.path) for each in files if not each.error}
    wanted = ", ".join(f'"*{each}"' for each in sorted({".md", *checked, *named}))
    return (
        "a search does not look for such names: to check them, write "
        f"`include: [{wanted}]` in {CONFIG_NAME}"
    )


def _to_add(named: Iterable[str], preset: str | None) -> str:
    """What to add to the patterns that are there, or are those of a preset."""
    wanted = _patterns(named)
    if preset:
        return (
            f"the preset {preset} does not include them: to check them, write `include` in "
            f"{CONFIG_NAME} with its patterns and {wanted}, or if they are no articles, `exclude`"
        )
    return (
        f"`include` does not take them: to check them, add {wanted} to it in {CONFIG_NAME}, or if "
        "they are no articles, to `exclude`"
    )


def _patterns(endings: Iterable[str]) -> str:
    return both(sorted(f'"*{each}"' for each in endings))


def _first_few(others: Iterable[Other]) -> tuple[list[Other], set[str]]:
    """Of each ending the files to look at, and the endings of which there are more."""
    by_ending: defaultdict[str, list[Other]] = defaultdict(list)
    for each in others:
        by_ending[_ending(each.path).lower()].append(each)
    few = [each for files in by_ending.values() for each in files[:MOST_OTHERS]]
    return few, {ending for ending, files in by_ending.items() if len(files) > MOST_OTHERS}


def _ending(path: str) -> str:
    return os.path.splitext(path)[1]
