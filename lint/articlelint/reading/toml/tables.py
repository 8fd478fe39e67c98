"""The tables of a TOML text: where keys and headers put their values, and where they cannot."""

from __future__ import annotations

from enum import Enum, auto

from articlelint.model import Related, Span
from articlelint.reading.mistake import MistakeError
from articlelint.reading.node import Node
from articlelint.reading.scan import Repeated, Scan
from articlelint.text.words import show


class Kind(Enum):
    """By what a table was made, on which depends what may be added to it."""

    #: As a part of a longer header: a header of its own may follow.
    IMPLICIT = auto()
    #: By a header of its own.
    HEADER = auto()
    #: By dots in a key below the last header, or below an earlier one.
    DOTTED = auto()
    DOTTED_BEFORE = auto()
    #: A list of tables, by headers in double brackets.
    LIST = auto()


class Tables:
    """The tables below ``root``, which is itself ``depth`` levels deep; ``current`` takes keys.

    Of a key that is given twice, the last value counts; it is noted in ``scan.repeated``.
    """

    def __init__(self, scan: Scan, root: Node, depth: int = 0) -> None:
        self.root = self.current = root
        self._scan = scan
        self._depth = self._current_depth = depth
        self._kinds: dict[Node, Kind] = {}  # values without one cannot grow
        self._dotted: list[Node] = []  # below the last header
        self._open = [root]  # the tables around the current one, and this

    def depth_of(self, names: list[Node]) -> int:
        """How many levels deep the value of a key is to be. Raises TooComplexError."""
        depth = self._current_depth + len(names)
        self._scan.check_depth(depth, Span(names[0].start, names[-1].end))
        return depth

    def assign(self, names: list[Node], value: Node) -> None:
        """Put the value of a key into the current table. Raises MistakeError."""
        table = self.current
        around = self._open.copy()
        for index, name in enumerate(names[:-1]):
            table = self._below_dot(table, name, names[index + 1])
            around.append(table)
        last = names[-1]
        before = table.children.get(last.value)
        if before is not None:
            self._repeat(table, last, before, value)
        self._put(table, last, value)
        _extend(around, value.end)

    def open_table(self, names: list[Node], span: Span) -> None:
        """Begin the table of a header at ``span``. Raises MistakeError."""
        holder, around, depth = self._holder(names, span)
        last = names[-1]
        table = holder.children.get(last.value)
        if table is None:
            table = self._scan.node({}, *span, {})
            self._put(holder, last, table)
        else:
            self._reopen(holder, table, last)
        self._begin(table, [*around, table], depth + 1, span)

    def open_item(self, names: list[Node], span: Span) -> None:
        """Begin the next table of a list, of a header at ``span``. Raises MistakeError."""
        holder, around, depth = self._holder(names, span)
        last = names[-1]
        tables = holder.children.get(last.value)
        if tables is None:
            tables = self._scan.node([], *span, [])
            self._kinds[tables] = Kind.LIST
            self._put(holder, last, tables)
        elif self._kinds.get(tables) is not Kind.LIST:
            raise self._taken(tables, last, "list of tables")
        item = self._scan.node({}, *span, {})
        tables.value.append(item.value)
        tables.children.append(item)
        self._begin(item, [*around, tables, item], depth + 2, span)

    def open_elsewhere(self, span: Span) -> None:
        """Let the keys below a header that cannot be read be those of a table outside."""
        self._begin(self._scan.node({}, *span, {}), [], 0, span)
        self._open = [self.current]

    def _begin(self, table: Node, around: list[Node], depth: int, span: Span) -> None:
        self._scan.check_depth(depth, span)
        self._kinds[table] = Kind.HEADER
        for each in self._dotted:
            self._kinds[each] = Kind.DOTTED_BEFORE
        self._dotted.clear()
        self.current, self._open, self._current_depth = table, around, depth
        _extend(around, span.end)

    def _holder(self, names: list[Node], span: Span) -> tuple[Node, list[Node], int]:
        """The table that holds the one of a header, those around it and itself, and its depth."""
        table, around = self.root, [self.root]
        for name in names[:-1]:
            below = table.children.get(name.value)
            if below is None:
                below = self._scan.node({}, *span, {})
                self._kinds[below] = Kind.IMPLICIT
                self._put(table, name, below)
            kind = self._kinds.get(below)
            if kind is None:
                raise self._no_table(below, name)
            around.append(below)
            if kind is Kind.LIST:
                below = below.children[-1]
                around.append(below)
            table = below
        return table, around, len(around) - 1

    def _below_dot(self, table: Node, name: Node, after: Node) -> Node:
        """The table that a name before a dot means."""
        below: Node | None = table.children.get(name.value)
        if below is None:
            below = self._scan.node({}, after.start, after.end, {})
            self._put(table, name, below)
        elif self._kinds.get(below) not in (Kind.DOTTED, Kind.IMPLICIT):
            raise self._no_table(below, name)
        if self._kinds.get(below) is not Kind.DOTTED:
            self._kinds[below] = Kind.DOTTED
            self._dotted.append(below)
        return below

    def _put(self, table: Node, name: Node, value: Node) -> None:
        value.key = name
        table.value[name.value] = value.value
        table.children[name.value] = value

    def _repeat(self, table: Node, key: Node, before: Node, value: Node) -> None:
        """Note a key that is given again. Raises MistakeError where the first one is a table's."""
        if before in self._kinds:
            raise self._taken(before, key, "single value")
        self._scan.repeated.append(Repeated(table, key, before, value))

    def _reopen(self, holder: Node, table: Node, name: Node) -> None:
        """Begin a table that is there. Raises MistakeError where that is not possible."""
        kind = self._kinds.get(table)
        if kind is Kind.HEADER:
            self._scan.repeated.append(Repeated(holder, name, table))
        elif kind is Kind.IMPLICIT:
            table.key = name  # of its own header, rather than of a longer one
        else:
            raise self._taken(table, name, "table")

    def _taken(self, node: Node, name: Node, what: str) -> MistakeError:
        """The mistake of a name that cannot be that of a new value of another kind as well."""
        kind = self._kinds.get(node)
        message = f"{show(name.value)} cannot be a {what}: {_is_already(node, kind)}"
        return MistakeError(message, name.span, related=_first(node.key or name))

    def _no_table(self, node: Node, name: Node) -> MistakeError:
        """The mistake of a name to which nothing can be added."""
        kind = self._kinds.get(node)
        message = f"no key can be added to {show(name.value)} here: {_is_already(node, kind)}"
        return MistakeError(message, name.span, related=_first(node.key or name))


def _is_already(node: Node, kind: Kind | None) -> str:
    if kind is Kind.LIST:
        return "it is a list of tables already"
    if kind is not None:
        return "it is a table already"
    if isinstance(node.value, dict | list):
        return "its value is complete, in brackets"
    return "it has a value already"


def _first(key: Node) -> Related:
    return Related(key.span, f"{show(key.value)} is already given here")


def _extend(tables: list[Node], end: int) -> None:
    """Let tables reach up to what was put into them."""
    for each in tables:
        each.end = max(each.end, end)
