"""What .gitignore files leave out of a search."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from typing import NamedTuple

from articlelint.files import read_regular
from articlelint.root import worktree_of
from articlelint.settings.gitignore_pattern import Pattern, parse

#: A .gitignore that is larger counts as none, as git has it, too, with a higher limit: 1 MiB.
_MOST_BYTES = 1024 * 1024
_FINAL_SLASH = re.compile(r"/ *\r?$")


class _Patterns(NamedTuple):
    """The patterns of one .gitignore, and its folder with a final separator."""

    base: str
    for_files: list[Pattern]
    for_folders: list[Pattern]


class Ignored:
    """The .gitignore files that hold for a searched folder: its worktree's, and those below.

    They are read as the search meets them, anew for each search: a file that has changed since the
    last one counts as it is now. If the searched folder is itself ignored, the user who names it
    means it: then only .gitignore files below it hold.
    """

    def __init__(self, folder: str) -> None:
        self._patterns: list[_Patterns] = []
        folder = os.path.abspath(folder)
        above = _above_in_worktree(folder)
        for parent in above:
            self.enter(parent)
        way = [os.path.split(each) for each in (*above[1:], folder)]
        if any(self.match(parent, name, is_folder=True) for parent, name in way):
            self._patterns.clear()

    def enter(self, folder: str) -> None:
        """Read the .gitignore of a folder, if it has one. Like git, do not follow a link."""
        base = os.path.join(os.path.abspath(folder), "")
        path = base + ".gitignore"
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode):
                return
            data = read_regular(path, _MOST_BYTES + 1)
        except OSError:
            return
        if len(data) <= _MOST_BYTES:
            # Bytes that are not UTF-8 as Python spells them in file names.
            lines = data.decode("utf-8-sig", errors="surrogateescape").split("\n")
            self._patterns.append(_patterns(base, lines))

    def match(self, parent: str, name: str, *, is_folder: bool) -> bool:
        """Whether an entry of a folder is ignored; the folder itself is not."""
        if not self._patterns:
            return False
        path = os.path.join(os.path.abspath(parent), name)
        # The nearest file takes precedence.
        for base, for_files, for_folders in reversed(self._patterns):
            if path.startswith(base):
                patterns = for_folders if is_folder else for_files
                verdict = _verdict(patterns, path[len(base) :].replace(os.sep, "/"))
                if verdict is not None:
                    return verdict
        return False


def _above_in_worktree(folder: str) -> list[str]:
    """The folders above one, from the top of its worktree down; none outside a worktree."""
    above: list[str] = []
    top = worktree_of(folder) or folder
    while folder != top:
        folder = os.path.dirname(folder)
        above.append(folder)
    return above[::-1]


def _patterns(base: str, lines: list[str]) -> _Patterns:
    """Compile the lines. A final slash means folders only, so it is left out for folders."""
    for_files = [each for each in lines if not _FINAL_SLASH.search(each)]
    for_folders = [_FINAL_SLASH.sub("", each) for each in lines]
    return _Patterns(base, _compiled(for_files), _compiled(for_folders))


def _compiled(lines: Iterable[str]) -> list[Pattern]:
    """The patterns of the lines that have one; the last first, because it takes precedence."""
    patterns = [parse(line) for line in lines]  # git skips a line that is no pattern, too
    return [each for each in reversed(patterns) if each is not None]


def _verdict(patterns: list[Pattern], path: str) -> bool | None:
    """Whether the last pattern that matches the path ignores it; None if no pattern matches.

    That a folder above it matches does not count here: an ignored folder is never searched, and in
    a folder that ``!lib/`` brings back, the other patterns still hold.
    """
    return next((each.include for each in patterns if each.matches(path)), None)
