"""Patterns as in .gitignore, for the files that a configuration names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from articlelint.settings.gitignore_pattern import MOST_WILDCARDS, Pattern, parse
from articlelint.settings.pattern_tree import PatternTree, State, enter, matching
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import show

#: A wildcard, all characters but some, or a range of them.
_BEGINS_MANY = late_pattern(r"[*?]|\[[!^]|\[.[^\]]*?-[^\]]")


class GlobError(ValueError):
    """An invalid pattern: the message says why; ``index`` is its place among the others."""

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.index = index


class Globs:
    """Patterns in their order; the last one that matches a path decides."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        """Raises GlobError."""
        self._patterns = _checked(patterns)
        self._tree = PatternTree()
        self._numbers = [self._tree.add(each.segments) for each in self._patterns]
        self._last = {number: index for index, number in enumerate(self._numbers)}
        self._used: set[int] = set()
        self._takes_back = not all(each.include for each in self._patterns)
        self.is_empty = not self._patterns
        self._named: PatternTree | None = None

    def match(self, path: str) -> bool:
        """Whether a file matches, by its path relative to the configuration."""
        return self.find(path) is not None

    def find(self, path: str) -> int | None:
        """The index of the pattern that matches a file; None if it does not match."""
        found = self._tree.containing(path)
        self._used |= found
        return self._deciding(found)

    def in_folder(self, path: str) -> GlobsInFolder:
        """What they say of names in a folder, by its path; it is empty for their own folder."""
        found, state = self._tree.follow(path) if path else (set(), self._tree.start())
        return GlobsInFolder(self._takes, found, state)

    def find_folder(self, path: str) -> int | None:
        """The index of the pattern that matches all of a folder.

        None if a pattern with ``!`` might take back a file in it.
        """
        return None if self._takes_back else self.find(f"{path}/")

    def names(self, path: str) -> bool:
        """Whether a pattern names a file or folder, and does not just match whatever there is.

        Its own name in the pattern must not begin with ``*``, ``?``, or what many names begin with,
        such as ``[!_]`` or ``[a-z]``: ``drafts/`` names a folder, as does ``[Dd]rafts/*.md``, and
        ``*.md`` names nothing.
        """
        if self._named is None:
            self._named = _naming(self._patterns)
        *folders, name = path.split("/")
        state = self._named.start()
        for each in folders:
            state = enter(state, each)
        return next(matching(state, name), None) is not None

    def _deciding(self, found: Iterable[int]) -> int | None:
        last = self._last_of(found)
        return None if last is None or not self._patterns[last].include else last

    def _takes(self, found: Iterable[int]) -> bool | None:
        last = self._last_of(found)
        return None if last is None else self._patterns[last].include

    def _last_of(self, found: Iterable[int]) -> int | None:
        return max((self._last[number] for number in found), default=None)

    def unused(self) -> Iterator[int]:
        """The indices of the patterns that have matched nothing so far."""
        return (index for index, each in enumerate(self._numbers) if each not in self._used)


class GlobsInFolder:
    """Patterns for names in one folder, which may not be there: none counts as used."""

    def __init__(
        self, takes: Callable[[Iterable[int]], bool | None], above: set[int], state: State
    ) -> None:
        """Take the patterns that match the folder or one ``above`` it, and their state in it."""
        self._takes = takes
        self._above = above
        self._state = state

    def takes(self, name: str) -> bool | None:
        """Whether a file of this name would match; None if there is no pattern for it at all.

        If not, a pattern with ``!`` takes it back.
        """
        return self._takes(self._above.union(matching(self._state, name)))


def _naming(patterns: Iterable[Pattern]) -> PatternTree:
    """What matches each file and folder that is named on the way to what the patterns match."""
    tree = PatternTree()
    for pattern in (each for each in patterns if each.include):
        for index, segment in enumerate(pattern.segments):
            if isinstance(segment, str) or (segment and not _BEGINS_MANY.match(segment.text)):
                tree.add(pattern.segments[: index + 1])
    return tree


def _checked(patterns: Iterable[str]) -> list[Pattern]:
    found = []
    cost = 0
    for index, pattern in enumerate(patterns):
        found.append(_parsed(pattern, index))
        cost += found[-1].cost
        if cost > MOST_WILDCARDS:
            what = f"more than {MOST_WILDCARDS:,} wildcards up to here"
            raise GlobError(f"{what}: name files or folders instead", index)
    return found


def _parsed(pattern: str, index: int) -> Pattern:
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
