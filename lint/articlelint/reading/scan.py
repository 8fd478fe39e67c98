"""A text that is being read, with the nodes made of it so far counted, as there is a limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.model import DataPath, Diagnostic, Edit, Related, Safety, Severity, Span
from articlelint.reading.dialect import Parsed
from articlelint.reading.document import UnreadableError
from articlelint.reading.limits import MAX_DEPTH, MAX_NODES, MAX_NUMBER_LENGTH
from articlelint.reading.mistake import MOST_MISTAKES, MistakeError, TooComplexError, repair
from articlelint.reading.node import Node
from articlelint.reading.source import LINE_BREAK
from articlelint.text.words import show

#: How much is looked at around a key and its value, for them to have a line of their own.
_REACH = 200


class Repeated(NamedTuple):
    """A key that is given again in a mapping, what it was before, and what it is now.

    A table that is opened again has no other value.
    """

    mapping: Node
    key: Node
    before: Node
    value: Node | None = None


class Scan:
    """A text up to where it is to be read; places are offsets into it.

    ``separator`` is what must come between two keys besides a line break. What was found on the
    way: ``mistakes`` from which the text was read on, ``unread`` keys and values that are not known
    because of one, and ``repeated`` keys.
    """

    def __init__(self, text: str, separator: str = "") -> None:
        self.text = text
        self._separator = separator
        self.mistakes: list[MistakeError] = []
        self.unread: list[Node] = []
        self.repeated: list[Repeated] = []
        self._count = 0

    def node(self, value: Any, start: int, end: int, children: Any = None) -> Node:
        """A new node. Raises TooComplexError if there are too many."""
        self._count += 1
        if self._count > MAX_NODES:
            raise TooComplexError(f"more than {MAX_NODES} keys and values", Span(start, end))
        return Node(value, start, end, children)

    def note(self, mistake: MistakeError) -> None:
        """Note a mistake from which the text is read on. Raises it if that is one too many."""
        if len(self.mistakes) + 1 >= MOST_MISTAKES:
            raise mistake
        self.mistakes.append(mistake)

    def is_unread(self, node: Node | None) -> bool:
        """Whether a key or value is not known because of a mistake, of which there are few."""
        return bool(self.unread) and any(each is node for each in self.unread)

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

    def parsed(self, root: Node, rule: str, *, knows_all_keys: bool = True) -> Parsed:
        """What was read, with its mistakes by the id of the dialect's rule.

        Raises UnreadableError if not all keys are known: what the schema asks for may be there.
        """
        paths = dict(_paths((), root)) if self.repeated or self.unread else {}
        faults = [each.diagnostic(rule, self.text) for each in self.mistakes]
        faults += [
            self._repeated_key(each, (*paths[id(each.mapping)], each.key.value), number)
            for number, each in enumerate(self.repeated)
            if id(each.mapping) in paths
        ]
        if not knows_all_keys:
            raise UnreadableError(*faults)
        unread = frozenset(paths[id(each)] for each in self.unread if id(each) in paths)
        return Parsed(root, faults, unread, is_repaired=bool(self.mistakes))

    def _repeated_key(self, repeated: Repeated, path: DataPath, number: int) -> Diagnostic:
        name, fix = show(repeated.key.value), None
        message = f"the key {name} is given twice: remove one"
        if repeated.value is None:
            message = f"the table {name} is given twice: merge the two"
        elif number < MOST_MISTAKES and (line := self._repeated_line(repeated)):
            message = f"the key {name} is given twice with the same value: remove this line"
            fix = repair(self.text, Edit(line, ""), Safety.SAFE)
        first = (repeated.before.key or repeated.key).span
        related = (Related(first, f"{name} is already given here"),)
        return Diagnostic(
            "duplicate-key",
            Severity.ERROR,
            message,
            path,
            repeated.key.span,
            related=related,
            fix=fix,
        )

    def _repeated_line(self, repeated: Repeated) -> Span | None:
        """All of the line that says again what was said before; None if it says more."""
        text, start, value = self.text, repeated.key.start, repeated.value
        if value is None or repr(value.value) != repr(repeated.before.value):
            return None
        before = text[max(0, start - _REACH) : start].rstrip(" \t")
        rest = LINE_BREAK.split(text[value.end : value.end + _REACH], maxsplit=1)
        is_alone = before.endswith(("\n", "\r")) and rest[0].strip(" \t") == self._separator
        if not is_alone or LINE_BREAK.search(text, value.start, value.end):
            return None
        return Span(start, value.end + len(rest[0].rstrip(" \t")))


def _paths(path: DataPath, node: Node) -> Iterator[tuple[int, DataPath]]:
    """The path of each value, by the identity of its node."""
    yield id(node), path
    for part, child in node.items():
        yield from _paths((*path, part), child)
