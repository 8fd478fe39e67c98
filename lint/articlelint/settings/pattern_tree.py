"""Many patterns as in .gitignore, matched with a path at once.

They are a tree of their segments, and a path is followed in it from name to name, so that thousands
of names and paths take one look in a table. Only wildcards are tried one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from articlelint.settings.gitignore_pattern import Segment, Wildcards


class _Node:
    """Where the segments of some patterns lead; ``end`` is the number of the one that ends here."""

    __slots__ = ("below", "end", "is_any", "lengths", "names", "suffixes", "wildcards")

    def __init__(self, *, is_any: bool = False) -> None:
        #: Any names lead from here to here.
        self.is_any = is_any
        #: The node for any folders, which may be none.
        self.below: _Node | None = None
        self.end: int | None = None
        self.names: dict[str, _Node] = {}
        self.suffixes: dict[str, _Node] = {}
        self.lengths: set[int] = set()
        self.wildcards: dict[str, tuple[Wildcards, _Node]] = {}

    def make(self, segment: Segment) -> _Node:
        """The node that a segment leads to, which is made if there is none yet."""
        if segment is None:
            self.below = self.below or _Node(is_any=True)
            return self.below
        if isinstance(segment, str):
            return self.names.setdefault(segment, _Node())
        if segment.suffix is not None:
            self.lengths.add(len(segment.suffix))
            return self.suffixes.setdefault(segment.suffix, _Node())
        return self.wildcards.setdefault(segment.text, (segment, _Node()))[1]

    def reached(self, name: str) -> Iterator[_Node]:
        """The nodes that a name leads to."""
        if self.is_any:
            yield self
        if name in self.names:
            yield self.names[name]
        for length in self.lengths:
            node = self.suffixes.get(name[len(name) - length :]) if length <= len(name) else None
            if node and name:
                yield node
        for segment, node in self.wildcards.values():
            if segment.matches(name):
                yield node


#: Where the names of a folder have led.
State: TypeAlias = Sequence[_Node]


class PatternTree:
    """Patterns by their numbers: 0 is the first one, and the same segments have one number."""

    def __init__(self) -> None:
        self._root = _Node()
        self._count = 0

    def add(self, segments: Sequence[Segment]) -> int:
        """Add a pattern, and return its number."""
        node = self._root
        for segment in segments:
            node = node.make(segment)
        if node.end is None:
            node.end = self._count
            self._count += 1
        return node.end

    def start(self) -> State:
        """The state in the folder that the patterns are relative to."""
        return _with_any_folders([self._root])

    def containing(self, path: str) -> set[int]:
        """The patterns that match a path or a folder that the path is in.

        With a final slash, the path is for all that a folder holds.
        """
        return self.follow(path)[0]

    def follow(self, path: str) -> tuple[set[int], State]:
        """The same patterns, and the state in the path if it is that of a folder."""
        found: set[int] = set()
        state = self.start()
        for name in path.split("/"):
            reached = _reached(state, name)
            found.update(each.end for each in reached if each.end is not None)
            state = _with_any_folders(reached)
        return found, state


def matching(state: State, name: str) -> Iterator[int]:
    """The patterns that match an entry of the folder that the state is for."""
    return (each.end for each in _reached(state, name) if each.end is not None)


def enter(state: State, name: str) -> State:
    """The state in a folder within the one that a state is for."""
    return _with_any_folders(_reached(state, name))


def _reached(state: State, name: str) -> list[_Node]:
    return [each for node in state for each in node.reached(name)]


def _with_any_folders(nodes: Sequence[_Node]) -> State:
    """Add the nodes for any folders, since these may be none; each node counts once."""
    return list(dict.fromkeys((*nodes, *(each.below for each in nodes if each.below))))
