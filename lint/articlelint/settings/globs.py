"""Patterns as in .gitignore, for the files that a configuration names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.settings.gitignore_pattern import Pattern, parse
from articlelint.text.words import show


class GlobError(ValueError):
    """An invalid pattern: the message says why; ``index`` is its place among the others."""

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.index = index


class Globs:
    """Patterns in their order; the last one that matches a path decides."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        """Raises GlobError."""
        self._patterns = [_checked(pattern, index) for index, pattern in enumerate(patterns)]
        self._used = [False] * len(self._patterns)
        self._takes_back = not all(each.include for each in self._patterns)
        self.is_empty = not self._patterns

    def match(self, path: str) -> bool:
        """Whether a file matches, by its path relative to the configuration."""
        return self.find(path) is not None

    def find(self, path: str) -> int | None:
        """The index of the pattern that matches a file; None if it does not match."""
        last = None
        for index, pattern in enumerate(self._patterns):
            if pattern.contains(path):
                self._used[index] = True
                last = index if pattern.include else None
        return last

    def find_folder(self, path: str) -> int | None:
        """The index of the pattern that matches all of a folder.

        None if a pattern with ``!`` might take back a file in it.
        """
        return None if self._takes_back else self.find(f"{path}/")

    def unused(self) -> Iterator[int]:
        """The indices of the patterns that have matched nothing so far."""
        return (index for index, used in enumerate(self._used) if not used)


def _checked(pattern: str, index: int) -> Pattern:
    _refuse_dots(pattern, index)
    found = parse(pattern)
    if found is None:
        raise GlobError(f"{show(pattern)} is not a valid .gitignore pattern", index)
    return found


def _refuse_dots(pattern: str, index: int) -> None:
    """Refuse what would silently match nothing: git knows no such paths."""
    bare = pattern.removeprefix("!")
    if bare.startswith("./"):
        meant = pattern.replace("./", "/", 1)
        raise GlobError(f'a pattern cannot start with "./": write {show(meant)}', index)
    if bare.startswith("../"):
        raise GlobError(f"{show(pattern)} is outside the folder of this file", index)
