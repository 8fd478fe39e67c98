"""The keys and items of a document in the order of its text, for dialects without aliases."""

from __future__ import annotations

from articlelint.model import DataPath
from articlelint.reading.node import Node


class Entries:
    """Finds the values below ``root`` and their neighbours; what it has sorted, it remembers."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._orders: dict[int, list[Node]] = {}  # by the identity of their collections
        self._indices: dict[int, int] = {}

    def at(self, path: DataPath) -> Node | None:
        """The value at a path; None if there is none."""
        node: Node | None = self._root
        for part in path:
            children = node.children if node else None
            if isinstance(children, dict):
                node = children.get(part)
            else:
                node = children[part] if children and part in range(len(children)) else None
        return node

    def of(self, collection: Node) -> list[Node]:
        """The values of a collection in the order of the text."""
        if id(collection) not in self._orders:
            order = sorted(collection.values(), key=start_of)
            self._orders[id(collection)] = order
            self._indices.update((id(each), index) for index, each in enumerate(order))
        return self._orders[id(collection)]

    def around(self, path: DataPath) -> tuple[Node, Node | None, Node | None] | None:
        """The value at a path with the one before it and the one after it in its collection."""
        node, holder = self.at(path), self.at(path[:-1])
        if node is None or holder is None or not path:
            return None
        order = self.of(holder)
        index = self._indices[id(node)]
        after = order[index + 1] if index + 1 < len(order) else None
        return node, order[index - 1] if index else None, after


def start_of(node: Node) -> int:
    """Where a value's key begins, or an item."""
    return node.key.start if node.key else node.start
