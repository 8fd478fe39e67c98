"""A text that is being read, with the nodes made of it so far counted, as there is a limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.model import DataPath, Diagnostic, Related, Severity, Span
from articlelint.reading.document import Node
from articlelint.reading.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER_LENGTH
from articlelint.reading.mistake import TooComplexError
from articlelint.text.words import show


class Repeated(NamedTuple):
    """A key that is given again in a mapping, and the first one; each may be that of a table."""

    mapping: Node
    key: Node
    first: Node
    is_table: bool = False


class Scan:
    """A text up to where it is to be read; places are offsets into it.

    ``repeated`` are the keys that were given twice so far.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.repeated: list[Repeated] = []
        self._count = 0

    def node(self, value: Any, start: int, end: int, children: Any = None) -> Node:
        """A new node. Raises TooComplexError if there are too many."""
        self._count += 1
        if self._count > MAX_NODES:
            raise TooComplexError(f"more than {MAX_NODES} keys and values", Span(start, end))
        return Node(value, start, end, children)

    def check_depth(self, depth: int, span: Span) -> None:
        """Raise TooComplexError where something is nested too deeply."""
        if depth > MAX_DEPTH:
            raise TooComplexError(f"nested more than {MAX_DEPTH} levels deep", span)

    def check_number(self, span: Span) -> None:
        """Raise TooComplexError for a number of too many characters."""
        length = span.end - span.start
        if length > MAX_NUMBER_LENGTH:
            raise TooComplexError(
                f"a number of {length} characters; at most {MAX_NUMBER_LENGTH} are allowed", span
            )

    def repeated_keys(self, root: Node) -> list[Diagnostic]:
        """A diagnostic for each repeated key of the mappings below ``root``."""
        if not self.repeated:
            return []
        paths = paths_by_node(root)
        return [
            _repeated_key(each, (*path, each.key.value))
            for each in self.repeated
            if (path := paths.get(id(each.mapping))) is not None
        ]


def paths_by_node(root: Node) -> dict[int, DataPath]:
    """The path of each value, by the identity of its node."""
    return dict(_paths((), root))


def _paths(path: DataPath, node: Node) -> Iterator[tuple[int, DataPath]]:
    yield id(node), path
    for part, child in node.items():
        yield from _paths((*path, part), child)


def _repeated_key(repeated: Repeated, path: DataPath) -> Diagnostic:
    name = show(repeated.key.value)
    message = f"the key {name} is given twice: remove one"
    if repeated.is_table:
        message = f"the table {name} is given twice: merge the two"
    first = Related(repeated.first.span, f"{name} is already given here")
    return Diagnostic(
        "duplicate-key", Severity.ERROR, message, path, repeated.key.span, related=(first,)
    )
