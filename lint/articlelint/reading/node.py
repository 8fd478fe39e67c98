"""The nodes of a front matter: its values, each with its place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from articlelint.model import DataPath, Span
from articlelint.named_tuple import NamedTuple


class Node:
    """One value and its place.

    ``value`` is plain data (dict, list, str, int, float, bool, None). ``children`` are its nodes:
    a dict by key, a list, or None for a scalar. An alias has the value and children of what it
    repeats and the place of the alias itself. ``plain`` is the text of a scalar without quotes
    or tag, and None for any other value. ``key`` is the node of its key, if it has one.
    """

    __slots__ = ("alias", "children", "end", "key", "plain", "start", "value")

    def __init__(self, value: Any, start: int, end: int, children: Any = None) -> None:
        self.value = value
        self.start = start
        self.end = end
        self.children = children
        self.plain: str | None = None
        self.alias = False
        self.key: Node | None = None

    @property
    def span(self) -> Span:
        """Where the value is written, its quotes, anchor and tag included."""
        return Span(self.start, self.end)

    def items(self) -> Iterable[tuple[str | int, Node]]:
        """The keys or indices of a collection, with the nodes of its values.

        A scalar has none, nor has an alias: what it repeats is written elsewhere.
        """
        children = self.children
        if children is None or self.alias:
            return ()
        return children.items() if isinstance(children, dict) else enumerate(children)

    def values(self) -> Iterable[Node]:
        """The nodes alone, as ``items`` has them."""
        return (node for _, node in self.items())


class PlainScalar(NamedTuple):
    """A scalar without quotes or tag, as written and as read; ``path`` is a key's own path too."""

    path: DataPath
    text: str
    value: Any
    is_key: bool


def plain_scalars_below(path: DataPath, node: Node) -> Iterator[PlainScalar]:
    """The plain keys and values below a collection; none below an alias."""
    for part, child in node.items():
        below = (*path, part)
        key = child.key
        if key and key.plain == part:
            yield PlainScalar(below, key.plain, key.plain, is_key=True)
        if child.plain:
            yield PlainScalar(below, child.plain, child.value, is_key=False)
        elif child.children:
            yield from plain_scalars_below(below, child)


def gather_texts(
    path: DataPath, node: Node, texts: list[tuple[DataPath, str]], nothing: list[DataPath]
) -> None:
    """Add the texts below a collection, and where a value is nothing; none below an alias."""
    for part, child in node.items():
        if child.alias:
            continue
        if isinstance(child.value, str):
            texts.append(((*path, part), child.value))
        elif child.children:
            gather_texts((*path, part), child, texts, nothing)
        elif child.value is None:
            nothing.append((*path, part))
