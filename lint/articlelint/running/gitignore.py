"""What .gitignore files leave out of a search."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from typing import NamedTuple

from articlelint.files import read_regular
from articlelint.root import worktree_of
from articlelint.settings.gitignore_pattern import MOST_WILDCARDS, Pattern, parse
from articlelint.settings.pattern_tree import PatternTree, State, enter, matching
from articlelint.text.words import MAX_MESSAGE, shorten

#: A .gitignore that is larger counts as none, as git has it, too, with a higher limit: 1 MiB.
_MOST_BYTES = 1024 * 1024


class _Patterns:
    """The patterns of one .gitignore; the last one that matches decides."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.tree = PatternTree()
        self._includes = [each.include for each in patterns]
        #: The last pattern of each number in the tree.
        self._for_files: dict[int, int] = {}
        self._for_folders: dict[int, int] = {}
        for index, each in enumerate(patterns):
            number = self.tree.add(each.segments[:-1] if each.is_for_folders else each.segments)
            self._for_folders[number] = index
            if not each.is_for_folders:
                self._for_files[number] = index

    def verdict(self, state: State, name: str, *, is_folder: bool) -> bool | None:
        """Whether they ignore an entry; None if no pattern matches.

        That a folder above it matches does not count here: an ignored folder is never searched, and
        in a folder that ``!lib/`` brings back, the other patterns still hold.
        """
        indices = self._for_folders if is_folder else self._for_files
        found = (indices.get(number, -1) for number in matching(state, name))
        last = max(found, default=-1)
        return None if last < 0 else self._includes[last]


class _Held(NamedTuple):
    """The patterns of one .gitignore, and where the path of a folder has led in their tree."""

    patterns: _Patterns
    state: State


class _Level(NamedTuple):
    """A folder on the way down, with a final separator, and what holds in it: the nearest first."""

    base: str
    held: Sequence[_Held]
    wildcards: int


class Ignored:
    """The .gitignore files that hold for a searched folder: its worktree's, and those below.

    They are read as the search meets them, anew for each search: a file that has changed since the
    last one counts as it is now. If the searched folder is itself ignored, the user who names it
    means it: then only .gitignore files below it hold. ``notes`` gets a line for each file that has
    too many wildcards to be used.
    """

    def __init__(self, folder: str, notes: list[str]) -> None:
        self._notes = notes
        #: Whether git uses every .gitignore just so; it has higher limits.
        self.is_like_git = True
        self._levels: list[_Level] = []
        above = _above_in_worktree(os.path.abspath(folder))
        is_ignored = False
        for parent, name in above:
            self.enter(parent)
            is_ignored = is_ignored or self.match(name, is_folder=True)
        if is_ignored:
            self._levels.clear()

    def enter(self, folder: str) -> None:
        """Read the .gitignore of a folder, if it has one. Like git, do not follow a link.

        All that is in a folder is entered before the next one next to it.
        """
        base = os.path.join(os.path.abspath(folder), "")
        while self._levels and not base.startswith(self._levels[-1].base):
            self._levels.pop()
        held: list[_Held] = []
        wildcards = 0
        if self._levels:
            above = self._levels[-1]
            name = base[len(above.base) : -len(os.sep)]
            held = [_Held(each.patterns, enter(each.state, name)) for each in above.held]
            wildcards = above.wildcards
        lines = _read(base + ".gitignore")
        self.is_like_git &= lines is not None
        patterns = self._used(base + ".gitignore", lines or (), wildcards)
        if patterns:
            own = _Patterns(patterns)
            held.insert(0, _Held(own, own.tree.start()))
        wildcards += sum(each.cost for each in patterns)
        self._levels.append(_Level(base, [each for each in held if each.state], wildcards))

    def match(self, name: str, *, is_folder: bool) -> bool:
        """Whether an entry of the folder that was entered last is ignored."""
        for patterns, state in self._levels[-1].held:
            verdict = patterns.verdict(state, name, is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False

    def _used(self, path: str, lines: Sequence[str], wildcards: int) -> list[Pattern]:
        """The patterns of the lines that have one; none, and a note, if they are too many."""
        patterns = []
        for number, line in enumerate(lines, start=1):
            pattern = parse(line.removesuffix("\r"))
            if pattern is None:  # git skips a line that is no pattern, too
                continue
            patterns.append(pattern)
            wildcards += pattern.cost
            if wildcards > MOST_WILDCARDS:
                what = f"more than {MOST_WILDCARDS:,} wildcards up to here: this file is not used"
                note = shorten(f"{os.path.relpath(path)}:{number}: {what}", MAX_MESSAGE)
                self._notes += [note] if note not in self._notes else []
                self.is_like_git = False
                return []
        return patterns


def _read(path: str) -> list[str] | None:
    """The lines of a .gitignore; None if it is too large, no lines if it is missing or no file."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return []
        data = read_regular(path, _MOST_BYTES + 1)
    except OSError:
        return []
    if len(data) > _MOST_BYTES:
        return None
    # Bytes that are not UTF-8 as Python spells them in file names.
    return data.decode("utf-8-sig", errors="surrogateescape").split("\n")


def _above_in_worktree(folder: str) -> list[tuple[str, str]]:
    """The folders above one, from the top of its worktree down, each with the name below it.

    There are none outside a worktree.
    """
    above: list[tuple[str, str]] = []
    top = worktree_of(folder) or folder
    while folder != top:
        above.append(os.path.split(folder))
        folder = above[-1][0]
    return above[::-1]
