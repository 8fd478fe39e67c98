"""A parsed front matter: plain data, and where each key and value of it stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.model import Path, Span


class Node:
    """One value and its place.

    ``value`` is plain data (dict, list, str, int, float, bool, None). ``children`` are its nodes:
    a dict by key, a list, or None for a scalar. An alias has the value and children of what it
    stands for and the span of the alias itself. ``plain`` is the text of a scalar without quotes or
    tag, and None for any other value.
    """

    __slots__ = ("alias", "children", "key", "plain", "span", "value")

    def __init__(  # noqa: PLR0913 - a plain record, made once per value
        self,
        value: Any,
        span: Span,
        children: Any = None,
        *,
        plain: str | None = None,
        alias: bool = False,
        key: Span | None = None,
    ) -> None:
        self.value = value
        self.span = span
        self.children = children
        self.plain = plain
        self.alias = alias
        self.key = key


class PlainScalar(NamedTuple):
    """A scalar without quotes or tag, as written and as read; ``path`` is a key's own path too."""

    path: Path
    text: str
    value: Any
    is_key: bool


class Document:
    """The front matter of one article: ``data`` for the schema and the rules, spans for people.

    ``unread`` are the paths of values that could not be read as data, so that nothing more can be
    said of them.
    """

    def __init__(
        self, text: str, root: Node, opening: Span, unread: frozenset[Path] = frozenset()
    ) -> None:
        self.unread = unread
        self.data: dict[str, Any] = root.value
        self._text = text
        self._root = root
        self._opening = opening

    def is_unread(self, path: Path) -> bool:
        """Whether the value at ``path`` is, or is part of, one that could not be read."""
        return any(path[:length] in self.unread for length in range(len(path) + 1))

    def value_span(self, path: Path) -> Span:
        """Where the value at ``path`` is written; behind an alias, the alias."""
        return self._find(path).span if path else self._opening

    def key_span(self, path: Path) -> Span:
        """Where the key of ``path`` is written; for a list's item, the item."""
        node = self._find(path)
        if not path:
            return self._opening
        span: Span = node.key or node.span
        return span

    def mapping_span(self, path: Path) -> Span:
        """Where a key that the mapping at ``path`` lacks is missed.

        That is the mapping's own key; in a list's item the item's first key; at the root the
        opening ``---``.
        """
        node = self._find(path)
        if not path:
            return self._opening
        if node.key:
            return node.key
        if isinstance(node.children, dict) and node.children and not node.alias:
            first: Node = next(iter(node.children.values()))
            return first.key or first.span
        return node.span

    def plain_scalars(self) -> Iterator[PlainScalar]:
        """Every plain key and value, in the order of the text; nothing twice behind an alias."""
        for path, node in _nodes((), self._root):
            if node.key and isinstance(path[-1], str) and self._is_plain(node.key, path[-1]):
                yield PlainScalar(path, path[-1], path[-1], is_key=True)
            if node.plain:
                yield PlainScalar(path, node.plain, node.value, is_key=False)

    def _is_plain(self, span: Span, key: str) -> bool:
        return self._text.startswith(key, span.start) and span.end - span.start == len(key)

    def _find(self, path: Path) -> Node:
        """The node at ``path``, or the alias on the way to it."""
        node = self._root
        for part in path:
            if node.alias:
                break
            node = node.children[part]
        return node


def _nodes(path: Path, node: Node) -> Iterator[tuple[Path, Node]]:
    """The nodes at and below one; an alias counts, what it repeats does not."""
    yield path, node
    if node.children is None or node.alias:
        return
    pairs = node.children.items() if isinstance(node.children, dict) else enumerate(node.children)
    for part, child in pairs:
        yield from _nodes((*path, part), child)
