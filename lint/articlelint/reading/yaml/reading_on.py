"""Read on after a mistake of syntax: repair it in memory, so that one run tells all mistakes.

A repair is made where its cause is known and what was meant is certain enough. It stays within its
line, and everything keeps its place in the text as it was written. What is then read of the line
is only trusted where the repair says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from ruamel.yaml.error import YAMLError

from articlelint.model import (
    DataPath,
    Diagnostic,
    Edit,
    Fix,
    Related,
    RepairLine,
    Severity,
    Span,
)
from articlelint.reading.dialect import Parsed, TooLongError
from articlelint.reading.document import UnreadableError, is_within
from articlelint.reading.limits import reading_work
from articlelint.reading.node import Node
from articlelint.reading.yaml.builder import TreeBuilder
from articlelint.reading.yaml.corrections import RefusedError
from articlelint.reading.yaml.repaired_text import RepairedText
from articlelint.reading.yaml.syntax import find_mistake
from articlelint.reading.yaml.syntax.mistake import Mistake, Repair, repair_fix
from articlelint.reading.yaml.syntax.stumble import Stumble

#: The most repairs of one text, and how much work it may be to read it again for them: about a
#: second.
MAX_REPAIRS = 50
MAX_READ_AGAIN = 4 * 1024 * 1024
#: The most edits of one repair, as every one of them is part of its fix and is reported with it.
_MAX_EDITS = 100

_STUMBLED = "the parser stumbled here"


def read_on(
    error: Exception, text: str, subject: str, build: Callable[[str], TreeBuilder]
) -> Parsed:
    """Parse a text of which ``build`` raised ``error``, with as many repairs as it takes.

    ``subject`` is what messages call the text. Raises UnreadableError, with a diagnostic for each
    mistake that was found, where there is one that cannot be repaired.
    """
    reader = _Reader(text, subject)
    while True:
        reader.tell(error)
        try:
            builder = build(reader.repaired.text)
        except (YAMLError, RefusedError) as next_error:
            error = next_error
        except UnreadableError as unreadable:
            raise reader.stopped(*map(reader.in_original, unreadable.diagnostics)) from None
        except TooLongError:
            raise reader.stopped() from None
        else:
            return reader.finished(builder)


class _Reader:
    """What was found and repaired so far in one text."""

    def __init__(self, text: str, subject: str) -> None:
        self.repaired = RepairedText(text)
        self._subject = subject
        self._faults: dict[tuple[int, str], Diagnostic] = {}  # by line and message
        self._left = MAX_READ_AGAIN

    def tell(self, error: Exception) -> None:
        """Note the mistake that a parser objects to, and repair it. Raises UnreadableError."""
        stumble = Stumble(error, self.repaired.text, self._subject)
        mistake = _feasible(find_mistake(stumble), self.repaired.text)
        line = self.repaired.line_number(mistake.span.start)
        before = [key for key in self._faults if key[0] == line]
        leads_on = mistake.repair and mistake.repair.safety
        if before and (not leads_on or (line, mistake.message) in self._faults):
            self._withdraw_fixes(before[0])
            raise self.stopped()
        fault = self._diagnostic(mistake, stumble)
        if not mistake.repair:
            raise self.stopped(fault)
        edits = self.repaired.repair(mistake.repair)
        fix = self._fix(mistake.repair, edits)
        self._faults[line, mistake.message] = fault._replace(fix=fix)
        self._refuse_endless_work()

    def _diagnostic(self, mistake: Mistake, stumble: Stumble) -> Diagnostic:
        related: tuple[Related, ...] = ()
        is_on_line = stumble.number(mistake.span.start) == stumble.number(stumble.place)
        if not is_on_line and not stumble.refused:
            related = (Related(stumble.here_span, _STUMBLED),)
        return self.in_original(
            Diagnostic(
                "yaml-syntax",
                Severity.ERROR,
                mistake.message,
                (),
                mistake.span,
                mistake.help,
                related,
            )
        )

    def _fix(self, repair: Repair, edits: tuple[Edit, ...] | None) -> Fix | None:
        if not edits or repair.safety is None:
            return None
        place = min(each.span.start for each in repair.edits)  # where no edit has moved it
        change = RepairLine(self.repaired.line_number(place), self.repaired.line(place))
        return repair_fix(repair.safety, edits, change)

    def _refuse_endless_work(self) -> None:
        self._left -= reading_work(len(self.repaired.text))
        if self._left < 0 or len(self._faults) >= MAX_REPAIRS:
            self._withdraw_fixes()  # the rest is not known to be sound with them
            raise self.stopped()

    def _withdraw_fixes(self, first: tuple[int, str] | None = None) -> None:
        """Offer no fix from that of a fault on, or none at all.

        A repair that leads no further was none, and the later ones are of a text that has it.
        """
        keys = list(self._faults)
        for key in keys[keys.index(first) if first else 0 :]:
            self._faults[key] = self._faults[key]._replace(fix=None)

    def in_original(self, diagnostic: Diagnostic) -> Diagnostic:
        """The diagnostic with its places in the text as it was written."""
        related = (
            each._replace(span=self.repaired.original(each.span)) for each in diagnostic.related
        )
        span = self.repaired.original(diagnostic.span)
        return diagnostic._replace(span=span, related=tuple(related))

    def stopped(self, *last: Diagnostic) -> UnreadableError:
        """The error that tells all faults so far, and what stops the reading."""
        return UnreadableError(*self._in_order(*last))

    def _in_order(self, *more: Diagnostic) -> list[Diagnostic]:
        """All faults in the order of the text: a repair may reveal one above."""
        return sorted((*self._faults.values(), *more), key=lambda each: each.span)

    def finished(self, builder: TreeBuilder) -> Parsed:
        """What was read in the end, with the places of the text as it was written."""
        root = builder.root
        lines = self.repaired.untrusted_lines()
        unread = builder.key_faults.unread | (set(_unread((), root, lines)) if root else set())
        faults = [
            self.in_original(each)._replace(fix=None)  # it would be one of another text
            for each in builder.key_faults.told
            if not is_within(each.path, unread)
        ]
        if root:
            self._move(root)
        return Parsed(root, self._in_order(*faults), frozenset(unread), is_repaired=True)

    def _move(self, root: Node) -> None:
        """Give every node its place in the text as it was written."""
        moved: set[int] = set()
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if id(node) in moved:
                continue
            moved.add(id(node))
            node.start, node.end = self.repaired.original(node.span)
            if node.key:
                waiting.append(node.key)
            children = node.children
            waiting += (children.values() if isinstance(children, dict) else children) or ()


def _feasible(mistake: Mistake, text: str) -> Mistake:
    """The mistake without its repair if that has too many edits, or leaves the text as it is."""
    edits = mistake.repair.edits if mistake.repair else ()
    has_effect = any(text[slice(*each.span)] != each.text for each in edits)
    return mistake if has_effect and len(edits) <= _MAX_EDITS else mistake._replace(repair=None)


def _unread(path: DataPath, node: Node, lines: list[Span]) -> Iterator[DataPath]:
    """The paths of what is written on the lines, each with all that it holds."""
    for part, child in node.items():
        below = (*path, part)
        if _is_on(child.key or child, lines) or (child.children is None and _is_on(child, lines)):
            yield below
        else:
            yield from _unread(below, child, lines)


def _is_on(node: Node, lines: list[Span]) -> bool:
    """Whether a key, a single value, or a collection that begins and ends there is on a line."""
    index = bisect_left(lines, node.start, key=lambda line: line.end)
    if index == len(lines):
        return False
    line = lines[index]
    is_within = node.children is None or node.end <= line.end
    return is_within and line.start <= max(node.start, node.end)
