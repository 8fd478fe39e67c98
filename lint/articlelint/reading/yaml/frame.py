"""The collections that are still open where the events of a parser are read."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.events import SequenceStartEvent

from articlelint.model import DataPath
from articlelint.reading.node import Node
from articlelint.text.words import shorten


class Frame:
    """A collection that is still open, inside ``parent``.

    ``key`` is a mapping's key that waits for its value, ``last`` the node that came last, and
    ``count`` how many there were before the collection, ``repeated`` how many characters aliases
    had repeated.
    """

    __slots__ = (
        "anchor",
        "children",
        "count",
        "depth",
        "flow",
        "is_list",
        "key",
        "last",
        "merges",
        "node",
        "parent",
        "repeated",
        "values",
    )

    def __init__(
        self, node: Node, event: Any, parent: Frame | None, count: int, repeated: int
    ) -> None:
        self.node = node
        self.values = node.value
        self.children = node.children
        self.is_list = type(event) is SequenceStartEvent
        self.flow = event.flow_style
        self.anchor = event.anchor
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 1
        self.count = count
        self.repeated = repeated
        self.key: Node | None = None
        self.last = node
        self.merges: list[tuple[Node, Node]] = []

    def path(self, text: str) -> DataPath:
        """The path of the collection, which is read from ``text``."""
        parts: list[str | int] = []
        frame = self.parent
        while frame:
            parts.append(len(frame.children) if frame.is_list else _name(frame.key, text))
            frame = frame.parent
        return tuple(reversed(parts))


def _name(key: Node | None, text: str) -> str:
    """What a path calls a key; none yet, inside a key that is a collection."""
    if key is None:
        return ""
    return key.value if type(key.value) is str else shorten(text[key.start : key.end])
