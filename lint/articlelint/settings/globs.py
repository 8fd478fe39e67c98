"""Patterns as in .gitignore, for the files that a configuration speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


class Globs:
    """Patterns in their order; the last one that matches a path has the last word."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Raises ValueError at a pattern that is none, with its index as the second argument."""
        self._patterns = [_compiled(pattern, index) for index, pattern in enumerate(patterns)]
        self._used = [False] * len(self._patterns)
        self.is_empty = not self._patterns

    def match(self, path: str) -> bool:
        """Whether a path is meant: relative to the configuration, ``/`` behind a folder."""
        return self.find(path) is not None

    def find(self, path: str) -> int | None:
        """The index of the pattern by which a path is meant; None if it is not."""
        last = None
        for index, pattern in enumerate(self._patterns):
            if pattern.match_file(path):
                self._used[index] = True
                last = index if pattern.include else None
        return last

    def unused(self) -> Iterator[int]:
        """The indices of the patterns that have matched nothing so far."""
        return (index for index, used in enumerate(self._used) if not used)


def _compiled(pattern: str, index: int) -> Any:
    from pathspec.patterns.gitignore import GitIgnorePatternError  # noqa: PLC0415 - few have globs
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern  # noqa: PLC0415 - likewise

    try:
        compiled = GitIgnoreSpecPattern(pattern)
    except GitIgnorePatternError:
        raise ValueError(pattern, index) from None
    if compiled.include is None:  # an empty line or a comment
        raise ValueError(pattern, index)
    return compiled
