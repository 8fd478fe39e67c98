"""What .gitignore files leave out of a search."""

from __future__ import annotations

import os
from typing import Any


class Ignored:
    """The .gitignore files that hold for a searched folder: its repository's, and those below.

    They are read as the search meets them; without any, the library that reads them is never
    imported. Where the searched folder is itself ignored, the user who names it means it: then
    only the files below it hold.
    """

    def __init__(self, folder: str) -> None:
        self._specs: list[tuple[str, Any]] = []
        folder = os.path.abspath(folder)
        for parent in _up_to_repository(folder):
            self.enter(parent)
        if self._specs and self.match(os.path.dirname(folder), os.path.basename(folder) + "/"):
            self._specs.clear()

    def enter(self, folder: str) -> None:
        """Take in the .gitignore of a folder, if it has one."""
        try:
            with open(
                os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace"
            ) as file:
                lines = file.read().splitlines()
        except OSError:
            return
        self._specs.append((os.path.abspath(folder), _spec(lines)))

    def match(self, folder: str, name: str) -> bool:
        """Whether an entry of a folder is ignored; a folder's name ends with ``/``."""
        if not self._specs:
            return False
        path = os.path.join(os.path.abspath(folder), name)
        for base, spec in reversed(self._specs):  # the nearest file has the last word
            if path.startswith(os.path.join(base, "")):
                verdict = spec.check_file(path[len(os.path.join(base, "")) :].replace(os.sep, "/"))
                if verdict.include is not None:
                    return bool(verdict.include)
        return False


def _up_to_repository(folder: str) -> list[str]:
    """The folders above one, from its repository's top down; none outside of a repository."""
    above = []
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return []
        above.append(parent)
        folder = parent
    return above[::-1]


def _spec(lines: list[str]) -> Any:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where there is a .gitignore
    from pathspec.patterns.gitignore import GitIgnorePatternError  # noqa: PLC0415

    def patterns(line: str) -> list[Any]:
        try:
            return list(GitIgnoreSpec.from_lines([line]).patterns)
        except GitIgnorePatternError:  # git passes over such a line too
            return []

    return GitIgnoreSpec([pattern for line in lines for pattern in patterns(line)])
