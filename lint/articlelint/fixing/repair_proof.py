"""Edits that repair a front matter which does not parse, with the proof that they do no harm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from articlelint.fixing.proof import apply_edits
from articlelint.model import Change, Diagnostic, Edit, RepairLine
from articlelint.reading.document import UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile

_LINE_BREAK = re.compile(r"(\r\n|\n|\r)")

#: Faults that may come to light in a line that is read for the first time.
_OF_DATA = ("duplicate-key", "non-string-key")

#: The line of a fault, which no repair moves, its rule and its message.
_Fault = tuple[int, str, str]


def proven_repair(text: str, edits: Sequence[Edit], changes: Iterable[Change]) -> str | None:
    """The text after the edits; None unless they repair the lines of the changes and no others.

    There is no data to compare, as the text does not parse. So nothing may change outside the
    lines, and the new text must parse, but for mistakes of the old one that the edits leave.
    """
    new = apply_edits(text, edits)
    lines = [each.line for each in changes if isinstance(each, RepairLine)]
    if not _is_confined(text, new, set(lines)):
        return None
    before, after = Counter(_faults(text)), Counter(_faults(new))
    left = after & before
    is_better = left.total() <= before.total() - len(lines)
    return new if is_better and all(rule in _OF_DATA for _, rule, _ in after - left) else None


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
