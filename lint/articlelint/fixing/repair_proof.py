"""Edits that repair a front matter which does not parse, with the proof that they do no harm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from articlelint.fixing.proof import apply_edits
from articlelint.model import Change, Diagnostic, Edit, RepairLine
from articlelint.reading.document import UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.limits import reading_work
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile

#: How much work the proofs of one article may be: about four seconds, and that of the last one.
MAX_PROVING = 16 * 1024 * 1024

_LINE_BREAK = re.compile(r"(\r\n|\n|\r)")

#: Faults that may come to light in a line that is read for the first time.
_OF_DATA = ("duplicate-key", "non-string-key")

#: The line of a fault, which no repair moves, its rule and its message.
_Fault = tuple[int, str, str]


class RepairProof:
    """Proves repairs of one article, within a bound of work.

    A proof is wanted of one text after the other, each time with other edits. What is wrong with a
    text is found once.
    """

    def __init__(self) -> None:
        self._left = MAX_PROVING
        self._known: tuple[str, Counter[_Fault]] | None = None

    def proven_text(
        self, text: str, edits: Sequence[Edit], changes: Iterable[Change]
    ) -> str | None:
        """The text after the edits; None unless they repair the lines of the changes and no others.

        There is no data to compare, as the text does not parse. So nothing may change outside the
        lines, and the new text must parse, but for mistakes of the old one that the edits leave.
        None, too, if the proofs before were too much work.
        """
        if self._left < 0:
            return None
        new = apply_edits(text, edits)
        lines = [each.line for each in changes if isinstance(each, RepairLine)]
        if not _is_confined(text, new, set(lines)):
            return None
        if self._known is None or self._known[0] != text:
            self._known = text, Counter(_faults(text))
        before = self._known[1]
        self._left -= reading_work(len(new)) * (1 + before.total())  # again after each repair
        after = Counter(_faults(new))
        left = after & before
        is_better = left.total() <= before.total() - len(lines)
        if not is_better or any(rule not in _OF_DATA for _, rule, _ in after - left):
            return None
        self._known = new, after
        return new


def _is_confined(old: str, new: str, lines: set[int]) -> bool:
    """Whether no line but these is changed, and no line break."""
    before, after = _LINE_BREAK.split(old), _LINE_BREAK.split(new)
    return len(before) == len(after) and all(
        one == other or (index % 2 == 0 and index // 2 + 1 in lines)
        for index, (one, other) in enumerate(zip(before, after, strict=True))
    )


def _faults(text: str) -> list[_Fault]:
    """What is found in reading a text."""
    block = find_block(text)
    if isinstance(block, Diagnostic):
        found: Sequence[Diagnostic] = (block,)
    else:
        try:
            _, found = read_block(text, block)
        except UnreadableError as error:
            found = error.diagnostics
    source = SourceFile.from_text(text)
    return [(source.position(each.span.start).line, each.rule, each.message) for each in found]
