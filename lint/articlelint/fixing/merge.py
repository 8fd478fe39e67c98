"""Fixes of several faults merged into one new text, with the proof that they do no harm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from articlelint.fixing.proof import proven_text
from articlelint.fixing.repair_proof import RepairProof
from articlelint.model import AddKey, Change, Diagnostic, Edit, Fix, RepairLine, Span

#: A fix and the diagnostics that share it.
_Chosen = tuple[Fix, list[Diagnostic]]

#: The text after edits, or None unless they carry out the changes and do nothing else.
_Prove = Callable[[str, Sequence[Edit], Iterable[Change]], str | None]


class Merged(NamedTuple):
    """A new text, and the diagnostics whose fixes it has."""

    text: str
    fixed: list[Diagnostic]


class Merger:
    """Merges the fixes of one article, round by round."""

    def __init__(self) -> None:
        self._repair_proof = RepairProof()

    def merge(self, text: str, diagnostics: Iterable[Diagnostic]) -> Merged | None:
        """Apply as many of the fixes as go together; None if none of them can be applied.

        The others have to wait for another round. Each fix is sound alone, but two may clash, as
        when both rename a key to the same name: then only one is applied. Diagnostics about parts
        of a value may share a fix.

        Repairs are guesses about a text that does not parse. If none of them can be proved, there
        is no harm in the others, which may be none.
        """
        together = _without_overlaps(diagnostics)
        repairs = [each for each in together if _is_repair(each[0])]
        if repairs and (merged := _merged(text, repairs, self._repair_proof.proven_text)):
            return merged  # what else there is waits until the text parses
        others = [each for each in together if not _is_repair(each[0])]
        if repairs and not others:
            return Merged(text, [])
        return _merged(text, others, proven_text)


def _is_repair(fix: Fix) -> bool:
    """Whether a fix repairs a line of a text that does not parse."""
    return isinstance(fix.change, RepairLine)


def _merged(text: str, together: list[_Chosen], prove: _Prove) -> Merged | None:
    """The text after all of the fixes, else after the first that can be applied alone."""
    for chosen in (together, *([each] for each in together if together[1:])):
        edits = [edit for fix, _ in chosen for edit in fix.edits]
        new = prove(text, edits, [fix.change for fix, _ in chosen]) if edits else text
        if new is not None:
            return Merged(new, [each for _, fixed in chosen for each in fixed])
    return None


def _without_overlaps(diagnostics: Iterable[Diagnostic]) -> list[_Chosen]:
    """Fixes with what they fix, in the order of the text; no edits of two fixes overlap."""
    fixable = [
        (_extent(each.fix), _rank(each.fix), each.fix, each) for each in diagnostics if each.fix
    ]
    chosen: list[_Chosen] = []
    end = -1
    for extent, _, fix, diagnostic in sorted(fixable, key=lambda each: each[:2]):
        if chosen and fix == chosen[-1][0]:
            chosen[-1][1].append(diagnostic)
        elif not fix.edits or extent.start >= end:
            end = max(end, extent.end)
            chosen.append((fix, [diagnostic]))
    return chosen


def _rank(fix: Fix) -> int:
    """In which order keys that are added at one place come."""
    return fix.change.rank if isinstance(fix.change, AddKey) else 0


def _extent(fix: Fix) -> Span:
    """From the first to the last of the edits; without edits, a place before all others."""
    starts = [each.span.start for each in fix.edits]
    ends = [each.span.end for each in fix.edits]
    return Span(min(starts, default=-1), max(ends, default=-1))
